"""A text as it may stand in a note: whatever may be a person in it is left out, for notes are shown to everybody.

What begins with a capital stays only where it is known: a code, a word for a role, or a word of the field. Small
letters stay, but for given names and what follows them. When in doubt, it is left out.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from graphmodel.kinds import BodyKind
from loaders.guesses.guesses import body_kind, looks_like_group, looks_like_post
from loaders.guesses.name_words import GIVEN_NAMES, PERSON_TITLES
from loaders.names import folded
from loaders.tables.cell.placeholders import placeholder

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

GAP = "…"
"""What stands in the place of what was left out."""


def words_in(phrases: Iterable[str]) -> frozenset[str]:
    """Give the single words of some codes and phrases, as `without_persons` looks them up."""
    return frozenset(word for phrase in phrases for word in (folded(phrase), *map(_bare, phrase.split())))


def without_persons(text: str, known: Collection[str]) -> str:
    """Leave out of a text what may be the name or the initials of a person; nothing is left where that was all of it.

    `known` are the codes and the words for roles where it stands, from `words_in`.
    """
    if " " in text and folded(text) in known:
        return text
    kept: list[tuple[str, str]] = []
    is_near = False
    for found in _WORDS.finditer(_REACHED_AT.sub(GAP, _DATES.sub(_joined, " ".join(text.replace("_", " ").split())))):
        between, word = found[1], found[2]
        apart = bool(between.strip(" '’-"))
        stays = _stays(word, known, is_near=is_near and not apart)
        is_near = not stays and bool(word)
        if is_near and not apart:
            _leave_out_before(kept)
        kept.append((between, word if stays else GAP))
    shown = _GAPS.sub(GAP, "".join(between + word for between, word in kept))
    shown = _EMPTY.sub("", shown).strip()
    return shown.replace("_", " ") if any(map(str.isalnum, shown)) else ""


def _joined(found: re.Match[str]) -> str:
    """Write a date as one word, so that `June` of it is no given name."""
    return re.sub(r"\s+", "_", found[0])


def _stays(word: str, known: Collection[str], *, is_near: bool) -> bool:
    """Tell whether a word stays; `is_near` says that the one right before it was left out."""
    bare = _bare(word)
    if word == GAP:
        return False
    if not bare or word[0].isdigit() or "_" in word:
        return True
    is_letter = len(bare) == 1 and word.endswith(".")
    is_initials = word.isupper() and len(bare) == _TWO and bare in _PLAIN and bare != "no"
    if not is_letter and not is_initials and (bare in known or bare in _PLAIN):
        return True
    if is_letter or is_initials or bare in _TITLES or bare in _GIVEN:
        return False
    is_long = len(bare) > _TWO or word.islower()
    return (is_long and _is_of_the_field(bare)) or (word[0].islower() and not is_near)


def _leave_out_before(kept: list[tuple[str, str]]) -> None:
    """Leave out what belongs to the name that comes next: `A Brown`, `C J Smith`, `de Souza`."""
    for place in range(len(kept) - 1, -1, -1):
        between, word = kept[place]
        is_letter = len(word.rstrip(".")) == 1 and word[0].isupper() and word[0] != "X"
        if word[:1] != GAP and not is_letter and _bare(word) not in _PARTICLES:
            return
        kept[place] = between, GAP
        if between.strip():
            return


@lru_cache(maxsize=4096)
def _is_of_the_field(word: str) -> bool:
    return (
        placeholder(word) is not None
        or body_kind(word) is not BodyKind.OTHER
        or looks_like_group(word)
        or looks_like_post(word)
    )


def _bare(word: str) -> str:
    return folded(word.strip("'’.-")).replace(".", "")


_WORDS = re.compile(r"([^\w✓✔…]*)([\w✓✔…][\w'’.-]*|$)")
"""What stands between two words, and the second of them."""
_REACHED_AT = re.compile(r"\S+@\S+|https?://\S+|\+?\d[\d ()-]{6,}\d")
_GAPS = re.compile(rf"{GAP}(?:[ .,/&+'’-]*{GAP})+")
_EMPTY = re.compile(rf"\s*[(\[][ {GAP}]*[)\]]")
_TITLES, _GIVEN = frozenset(PERSON_TITLES.split()), frozenset(GIVEN_NAMES.split())
_PARTICLES = frozenset({"de", "van", "von", "der", "la", "le", "al", "el", "bin", "o", "mc", "mac"})
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)\b"
)
_DATES = re.compile(
    rf"\b(?:until|till|since|from|in|by|to|after|before|end of|on|left|early|late|mid)\s+{_MONTH}"
    r"(?:\s+\d+\b|(?!\s+(?-i:[A-Z])))|"
    rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?{_MONTH}\s+\d+\b",
    re.IGNORECASE,
)
_TWO = 2
_PLAIN_WORDS = (
    "a acting after also and as at before both but by current currently each elected end every for former formerly "
    "from if in instead interim is left meets monthly moved new nhs no non not note now of on only or other per place "
    "places post previously quarterly reports required rotates rotating seat seats see shared since sits standing "
    "still term the their there this till to two until up vacant was when where who with without yet year years"
)
_PLAIN = frozenset(_PLAIN_WORDS.split())
"""Words that begin a text as often as any, and are nobody's name."""
