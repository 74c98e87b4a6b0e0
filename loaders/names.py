"""Names as people write them: which known name is meant, and which one comes near.

Two spellings are the same name when they differ only in case, in the sort or number of spaces, in hyphens and
underscores, or in curly and straight quotation marks. A suggestion is made only where one is really near: a wrong one
costs the user more time than none.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from rapidfuzz import process
from rapidfuzz.distance import OSA

from loaders.synonyms import meant

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

SUGGESTIONS = 3
"""Names suggested at most; more would be a list to search, not an answer."""

_NEAR = 0.75
"""Likeness from which a name is near: one slip in four letters, two in eight, three in twelve."""

_NEAR_WORD = 0.6
"""The same for a word of a closed list: there are few of them, and one of them is meant."""

_TELLING = 4
"""Letters that say which word is meant; three begin too many."""

_TURNED = 3
"""Letters of a name, such as an id, that is too short for likeness; two of them the wrong way round are one slip."""

_CLEARLY_BEST = 0.1
"""A name this much less like than the best one is not worth naming beside it."""

_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"'})
_DASHES = re.compile(r"[\u2010-\u2015\u2212]")
_UNSEEN = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


def folded(name: str) -> str:
    """Reduce a name to what tells it from others: ``Fire & Rescue  Authority`` and ``fire-and-rescue-authority``."""
    plain = name
    if not name.isascii():
        plain = unicodedata.normalize("NFKC", _DASHES.sub("-", _UNSEEN.sub("", name))).translate(_STRAIGHT)
    plain = plain.replace("_", " ").replace("-", " ").replace("&", " and ")
    return " ".join(plain.casefold().split())


def nearest(name: str, known: Iterable[str]) -> tuple[str, ...]:
    """Give the words of a closed list that ``name`` may be a slip, or another word, for; best first, often none."""
    words = tuple(known)
    return meant(folded(name), words) or Names(((word, word) for word in words), near=_NEAR_WORD).nearest(name)


class Names:
    """The spellings of a set of things, each thing known by one key (an id, a field, a word of a closed list).

    Made once for many questions: a file with a thousand slips asks a thousand times.
    """

    def __init__(self, spellings: Iterable[tuple[str, str]], *, near: float = _NEAR) -> None:
        """Take pairs of a key and one of its spellings; ``near`` is the likeness, from 0 to 1, of a suggestion."""
        self._cutoff = near
        self._keys: dict[str, dict[str, None]] = {}
        self._plain: list[str] = []
        self._by_beginning: dict[str, list[str]] = {}
        self._asked: dict[str, tuple[str, ...]] = {}
        for key, spelling in spellings:
            self.add(key, spelling)

    def add(self, key: str, spelling: str) -> None:
        """Take in one more spelling of a thing."""
        plain = folded(spelling)
        if plain and plain not in self._keys:
            self._keys[plain] = {}
            self._plain.append(plain)
            self._by_beginning.setdefault(plain[:_TELLING], []).append(plain)
        if plain:
            self._keys[plain][key] = None
            self._asked.clear()

    def same(self, name: str) -> tuple[str, ...]:
        """Give the keys with this very name, whatever its case and spaces; several where a name is shared."""
        return tuple(self._keys.get(folded(name), ()))

    def nearest(self, name: str) -> tuple[str, ...]:
        """Give the keys whose name is the same, begins alike word by word, or is only a slip away; best first."""
        plain = folded(name)
        if plain and plain not in self._asked:
            self._asked[plain] = self._search(plain)
        return self._asked.get(plain, ())

    def _search(self, plain: str) -> tuple[str, ...]:
        same = [plain] if plain in self._keys else []
        for spellings in (same, self._longer(plain), self._alike(plain), self._turned(plain)):
            keys = tuple(dict.fromkeys(key for spelling in spellings for key in self._keys[spelling]))
            if keys:
                # Many things that fit equally well are no suggestion: "Community" in a list of communities.
                return keys[:SUGGESTIONS] if len(keys) <= 2 * SUGGESTIONS else ()
        return ()

    def _longer(self, plain: str) -> list[str]:
        """Find names that ``plain`` shortens, ``fire auth`` for ``fire authority``, or lengthens, ``chairman``."""
        words = plain.split()
        alike = self._by_beginning.get(plain[:_TELLING], ())
        return [name for name in alike if _shortens(words, name.split()) or _shortens(name.split(), words)]

    def _alike(self, plain: str) -> list[str]:
        found = process.extract(
            plain, self._plain, scorer=OSA.normalized_similarity, score_cutoff=self._cutoff, limit=2 * SUGGESTIONS
        )
        best = found[0][1] if found else 0.0
        return [spelling for spelling, likeness, _ in found if likeness > best - _CLEARLY_BEST]

    def _turned(self, plain: str) -> list[str]:
        if len(plain) != _TURNED:
            return []
        return [name for name in self._plain if sorted(name) == sorted(plain) and OSA.distance(name, plain) == 1]


def _shortens(words: Sequence[str], longer: Sequence[str]) -> bool:
    return (
        len(words[0]) >= _TELLING
        and len(words) == len(longer)
        and all(full.startswith(short) for short, full in zip(words, longer, strict=True))
    )
