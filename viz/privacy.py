"""Names of persons, shown only when asked for: what is not shown is not in the file either."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from graphmodel.structure import Structure
from graphmodel.veiled import veiled_ids

HIDDEN = "a person (name not shown)"


class Veil:
    """Takes the names and the ids of persons out of whatever is about to be shown."""

    def __init__(self, structure: Structure, *, names: bool, also: Mapping[str, Sequence[str]] | None = None) -> None:
        """Take in who is veiled: nobody with `names`. `also` has names of persons by id who need not be there now."""
        others = {} if names else also or {}
        people = () if names else structure.people
        self.ids: Mapping[str, str] = {} if names else veiled_ids(structure, others)
        words = {word for person in people for word in (person.name, *person.aliases, person.id)}
        self._names = _known(words.union(others, *others.values()))

    def id(self, entity: str) -> str:
        """The id to use in a picture: a person's may hold the name."""
        return self.ids.get(entity, entity)

    def text(self, text: str) -> str:
        """The text without names of persons."""
        return _without(text, self._names) if self._names.sizes else text

    def hides(self, entity: str) -> bool:
        """Whether this is a person whose name is not shown."""
        return entity in self.ids


class _Names(NamedTuple):
    """Names as the words they are made of: how many follow a first word, the most first, and what is between them."""

    sizes: Mapping[str, Sequence[int]]
    between: Mapping[tuple[str, ...], Collection[tuple[str, ...]]]


_WORD = re.compile(r"\w+")
_LOOSE = re.compile(r"[\s'’‐-―-]+")
"""What may stand between two words of a name instead of what its file has there: spaces, hyphens, apostrophes."""


def _known(names: Iterable[str]) -> _Names:
    """Sort names so that a text is gone through once, however many there are, and however many begin alike."""
    sizes: dict[str, set[int]] = defaultdict(set)
    known: dict[tuple[str, ...], set[tuple[str, ...]]] = defaultdict(set)
    for name in names:
        spans, between = _taken_apart(name)
        if spans:
            words = tuple(_plain(span[0]) for span in spans)
            sizes[words[0]].add(len(words))
            known[words].add(tuple(map(_plain, between)))
    return _Names({word: sorted(found, reverse=True) for word, found in sizes.items()}, known)


def _without(text: str, names: _Names) -> str:
    composed = unicodedata.normalize("NFC", text)
    spans, between = _taken_apart(composed)
    words = [_plain(span[0]) for span in spans]
    told, end, place = [], 0, 0
    while place < len(words):
        size = next(
            (size for size in names.sizes.get(words[place], ()) if _is_at(place, size, words, between, names)), 0
        )
        if size:
            told += [composed[end : spans[place].start()], HIDDEN]
            end = spans[place + size - 1].end()
        place += size or 1
    return "".join((*told, composed[end:])) if told else text


def _taken_apart(text: str) -> tuple[list[re.Match[str]], list[str]]:
    """Find the words of a text, and what stands between each and the next."""
    composed = unicodedata.normalize("NFC", text)
    spans = list(_WORD.finditer(composed))
    return spans, [composed[one.end() : next_.start()] for one, next_ in pairwise(spans)]


def _is_at(place: int, size: int, words: Sequence[str], between: Sequence[str], names: _Names) -> bool:
    if place + size > len(words):
        return False
    found = between[place : place + size - 1]
    return any(
        all(_LOOSE.fullmatch(gap) or _plain(gap) == own for gap, own in zip(found, gaps, strict=True))
        for gaps in names.between.get(tuple(words[place : place + size]), ())
    )


def _plain(text: str) -> str:
    """Bring spellings together that a reader takes for the same: capitals, accents and the number of spaces aside."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(mark for mark in apart if not unicodedata.combining(mark)).split())
