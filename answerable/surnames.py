"""The surnames of the persons of a structure in its texts: `Cllr Penn`, `PENN, Jo`, `J. Penn`, and `Penn` alone."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from typing import TYPE_CHECKING

from loaders.guesses.name_words import PERSON_TITLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from graphmodel.structure import Structure

_SHORTEST = 2
_AFTER = frozenset({"obe", "mbe", "cbe", "qpm", "kpm", "jp", "mp", "qc", "kc", "jr", "sr", "junior", "senior", "phd"})
"""What stands after a surname."""
_MONTHS = frozenset({"april", "august", "march", "may", "june"})
_TITLES = frozenset(PERSON_TITLES.split())
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_OWN = re.compile(r"['’]s$", re.IGNORECASE)
_BEFORE = re.compile(
    rf"\b((?:{'|'.join(sorted(map(re.escape, _TITLES), key=len, reverse=True))})\b\.?\s+)*(\b[^\W\d_]\b\.?\s*)*$",
    re.IGNORECASE,
)
"""Titles and initials, right before a surname."""
_NEAR = 60
"""How far before a surname titles and initials are looked for."""


class Surnames:
    """Takes the surnames of persons, with what belongs to them, out of texts."""

    def __init__(self, structure: Structure, hidden: str) -> None:
        """Take in who is in a structure, and the names of all else in it that have such a word in them."""
        self._hidden = hidden
        self._given: dict[str, set[str]] = defaultdict(set)
        for person in structure.people:
            for surname, given in _parts((person.name, *person.aliases)):
                self._given[surname.casefold()].add(given)
        self._others: dict[str, set[str]] = defaultdict(set)
        for entity in structure.entities() if self._given else ():
            for name in (entity.name, *entity.aliases) if entity.TYPE != "person" else ():
                for word in _WORD.findall(_composed(name)):
                    self._others[word.casefold()].add(_composed(name))

    def without(self, text: str, *, alone: bool) -> str:
        """Put a word in the place of each surname.

        With `alone`, one that stands by itself goes too if it begins with a capital, but not within the name of
        something else that the structure has: `Penn Ward` is a place.
        """
        if not self._given:
            return text
        whole, told, end = _composed(text), [], 0
        for found in _WORD.finditer(whole):
            bare = _OWN.sub("", found[0])
            if found.start() < end or bare.casefold() not in self._given:
                continue
            start, after = self._reach(whole, found.start(), found.start() + len(bare), bare)
            is_more = start < found.start() or after > found.start() + len(bare)
            if is_more or (alone and bare[0].isupper() and self._is_alone(whole, found.start(), bare)):
                told += [whole[end:start], self._hidden]
                end = after
        return "".join((*told, whole[end:])) if told else text

    def _reach(self, text: str, start: int, end: int, surname: str) -> tuple[int, int]:
        """Find from where to where a name goes: titles and initials before the surname, given names after a comma."""
        given = self._given[surname.casefold()]
        before = _BEFORE.search(text, max(0, start - _NEAR), start)
        if before and (before[1] or any(_is_initial(before[0], one) for one in given)):
            start = before.start()
        firsts = {form for one in given for form in (one, one.split(maxsplit=1)[0], one[0])}
        forms = "|".join(map(re.escape, sorted(firsts, key=len, reverse=True)))
        after = re.compile(rf",\s*(?:{forms})(?!\w)(?:\.(?=\s*\S))?", re.IGNORECASE).match(text, end)
        return start, after.end() if after else end

    def _is_alone(self, text: str, start: int, surname: str) -> bool:
        if surname.casefold() in _MONTHS and re.match(r"\s+\d", text[start + len(surname) :]):
            return False
        return not _is_within(text, start, self._others.get(surname.casefold(), ()))


def _parts(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield the surname of each name that has one, and what stands before it."""
    for name in names:
        last, comma, first = _composed(name).partition(",")
        words = (f"{first} {last}" if comma and first.strip().casefold() not in _AFTER else last).split()
        while words and _plain(words[-1]) in _AFTER:
            words.pop()
        while words and _plain(words[0]) in _TITLES:
            words.pop(0)
        if len(words) > 1 and len(words[-1]) >= _SHORTEST and _WORD.fullmatch(words[-1]):
            yield words[-1], " ".join(words[:-1])


def _is_initial(before: str, given: str) -> bool:
    return before[:1].casefold() == given[0].casefold()


def _is_within(text: str, start: int, names: Iterable[str]) -> bool:
    """Tell whether a place in a text is within one of some names."""
    near = text.casefold()
    return any(
        at <= start < at + len(name)
        for name in names
        for at in (near.find(name.casefold(), max(0, start - len(name) + 1)),)
        if at >= 0
    )


def _plain(word: str) -> str:
    return word.casefold().strip(".")


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)
