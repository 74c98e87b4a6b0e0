"""What tables define, by id and by name: who a reference means, whatever its case and blanks."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from itertools import islice
from typing import TYPE_CHECKING

from graphmodel.structure import ENTITY_TABLES
from loaders.names import Names, folded
from loaders.tables.meant.acronyms import acronym, acronyms

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from loaders.tables.rows import Row

TYPES = {table: class_.TYPE for table, class_ in ENTITY_TABLES.items()}
"""The type of the entities of each table."""
TABLE_OF = {type_: table for table, type_ in TYPES.items()}

_NOT_IN_IDS = re.compile(r"[^\w.]+")
_LONGEST = 60
"""Characters of an id that is made from a name."""
_WITH_POINT = re.compile(r"(\d+)\.0+")
"""A whole number as some programs write it: an id that went through them is the same without the point."""
_IN_BRACKETS = re.compile(r"(.+?)\s*[(\[]([^()\[\]]+)[)\]]")
_COMPARISONS = 3_000_000
"""Names that are compared with each other at most, in search of slips: what is bounded stays quick."""


def given_id(text: str) -> str:
    """Return an id as it was given, with the blanks in it, which no id holds, as hyphens."""
    return "-".join(text.replace("|", "-").split())


def id_from(name: str) -> str:
    """Make an id from a name: ``Fire & Rescue Authority`` becomes ``fire-rescue-authority``."""
    plain = unicodedata.normalize("NFKC", name).casefold()
    return _NOT_IN_IDS.sub("-", plain).strip("-.")[:_LONGEST].strip("-.") or "unnamed"


class Known:
    """The entities of some rows, by their ids and names."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.type_of: dict[str, str] = {}
        self.name_of: dict[str, str] = {}
        self._given: _Index = defaultdict(dict)
        self._named: _Index = defaultdict(dict)
        self._called: _Index = defaultdict(dict)
        self._hinted: _Index = defaultdict(dict)
        self._short: _Index = defaultdict(dict)
        self._given_as: dict[str, list[str]] = {}
        self._borne: dict[tuple[str, str, str], str] = {}
        self._numbers: dict[str, int] = {}
        self._near: dict[frozenset[str], Names] = {}
        self._compared = 0

    def define(self, row: Row) -> str:
        """Take in the entity of a row and return its id, which no other has."""
        name, given = str(row.values.get("name", "")), row.values.get("id")
        id_ = self.take(TYPES[row.table], name, str(given) if given else None)
        for alias in row.values.get("aliases", ()):
            self.spell(id_, str(alias), former=True)
        return id_

    def take(self, type_: str, name: str, given: str | None = None) -> str:
        """Take in an entity and return its id, which no other has: the given one, else one from its name."""
        wanted = given_id(given) if given else id_from(name)
        id_ = self._free(wanted, type_)
        self.type_of[id_] = type_
        self.name_of[id_] = name
        if given:
            self._give(type_, wanted, id_)
        self._add(self._named, type_, id_, id_)
        self.spell(id_, name)
        return id_

    def spell(self, id_: str, name: str, *, former: bool = False) -> None:
        """Take in one more name of an entity; `former`, one that counts only where nothing has it as its own."""
        type_ = self.type_of[id_]
        self._add(self._called if former else self._named, type_, name, id_)
        if not former:
            for given in self._given_as.get(id_, ()):
                self._borne.setdefault((type_, given, folded(name)), id_)
        self._near.clear()
        for hint in _hints(name):
            self._add(self._hinted, type_, hint, id_)
        for short in acronyms(name):
            self._short[type_, short][id_] = None

    def given(self, type_: str, id_: str, *, at_most: int) -> tuple[str, ...]:
        """Give the ids of those of a type that were given this very id, the first ones of them."""
        return tuple(islice(self._given.get((type_, given_id(id_)), ()), at_most))

    def borne(self, type_: str, id_: str, name: str) -> str | None:
        """Give the id of the first of a type that was given this very id and has this name, if any."""
        return self._borne.get((type_, given_id(id_), folded(name)))

    def shares_id(self, id_: str) -> bool:
        """Tell whether things of several types were given the same id, as where each table counts from one."""
        return len(_all(self._given, sorted(set(TYPES.values())), id_)) > 1

    def named(self, type_: str, name: str) -> tuple[str, ...]:
        """Give the ids of those of a type that have this name, whatever its case and blanks."""
        return tuple(self._named.get((type_, folded(name)), ()))

    def called(self, type_: str, name: str) -> tuple[str, ...]:
        """Give the ids of those of a type that have this name beside their own."""
        return tuple(self._called.get((type_, folded(name)), ()))

    def same(self, text: str, wanted: frozenset[str]) -> tuple[str, ...]:
        """Give the ids of what a text names among some types of entity (none: all).

        An id as it was given counts before any name, a name as it stands before one that differs in case, and a name
        of its own before one that it has besides.
        """
        types = sorted(wanted) if wanted else sorted(set(TYPES.values()))
        for index, spelling in ((self._given, text), (self._named, folded(text)), (self._called, folded(text))):
            found = _all(index, types, spelling)
            if len(found) > 1 and index is not self._given:
                found = tuple(id_ for id_ in found if text in (id_, self.name_of[id_])) or found
            if found:
                return found
        with_point = _WITH_POINT.fullmatch(text)
        return self.same(with_point[1], wanted) if with_point else ()

    def hinted(self, text: str, wanted: frozenset[str]) -> tuple[str, ...]:
        """Give the ids of what a text names in part: without its brackets, by what is in them, or by its initials."""
        types = sorted(wanted) if wanted else sorted(set(TYPES.values()))
        shorter = [hint for hint in _hints(text) if not hint.isupper()]
        short = (id_ for one in (text, *shorter) for id_ in _all(self._hinted, types, folded(one)))
        found = tuple(dict.fromkeys(short)) or tuple(
            dict.fromkeys(id_ for one in shorter for id_ in self.same(one, wanted))
        )
        letters = "" if found else acronym(text)
        return tuple(dict.fromkeys(_all(self._short, types, letters))) if letters else found

    def nearest(self, text: str, wanted: frozenset[str]) -> tuple[str, ...]:
        """Give the ids of what a text may be a slip for; best first, often none.

        Names that differ in a figure are no slips of each other: they are areas, or wards, that were numbered.
        """
        self._compared += len(self.type_of)
        if self.gave_up:
            return ()
        if wanted not in self._near:
            self._near[wanted] = Names(self._spellings(wanted))
        figures = _figures(text)
        return tuple(id_ for id_ in self._near[wanted].nearest(text) if _figures(self.name_of[id_]) == figures)

    @property
    def gave_up(self) -> bool:
        """Whether so much was compared already that no more near names are looked for."""
        return self._compared > _COMPARISONS

    def has(self, type_: str) -> bool:
        """Tell whether anything of a type is known."""
        return any(found == type_ for found in self.type_of.values())

    def _spellings(self, wanted: frozenset[str]) -> Iterator[tuple[str, str]]:
        for index in (self._named, self._called):
            for (type_, spelling), ids in index.items():
                if not wanted or type_ in wanted:
                    yield from ((id_, spelling) for id_ in ids)

    def _give(self, type_: str, given: str, id_: str) -> None:
        with_point = _WITH_POINT.fullmatch(given)
        self._given_as[id_] = [given, with_point[1]] if with_point else [given]
        for one in self._given_as[id_]:
            self._given[type_, one][id_] = None

    def _add(self, index: _Index, type_: str, spelling: str, id_: str) -> None:
        if plain := folded(spelling):
            index[type_, plain][id_] = None

    def _free(self, wanted: str, type_: str) -> str:
        """Return an id that is not taken: the one wanted, else with the type of the entity or a number."""
        if wanted not in self.type_of:
            return wanted
        if (candidate := f"{type_}-{wanted}") not in self.type_of:
            return candidate
        number = self._numbers.get(wanted, 2)
        while f"{wanted}-{number}" in self.type_of:
            number += 1
        self._numbers[wanted] = number
        return f"{wanted}-{number}"


_Index = dict[tuple[str, str], dict[str, None]]
"""Ids by the type of the entity and a spelling."""


def _all(index: _Index, types: Iterable[str], spelling: str) -> tuple[str, ...]:
    return tuple(id_ for type_ in types for id_ in index.get((type_, spelling), ()))


def _hints(name: str) -> Iterator[str]:
    """Yield what else a name may be cut down to: without `The`, without its brackets, and what stands in them."""
    bare = name[4:] if name[:4].casefold() == "the " else name
    if bare != name:
        yield bare
    if found := _IN_BRACKETS.fullmatch(bare):
        yield found[1]
        if found[2].isupper():
            yield found[2]


def _figures(text: str) -> list[str]:
    return re.findall(r"\d+", text)
