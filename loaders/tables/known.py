"""What tables define, by id and by name: who a reference means, whatever its case and blanks."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from typing import TYPE_CHECKING

from graphmodel.checks import ANYTHING
from graphmodel.structure import ENTITY_TABLES
from loaders.names import Names, folded

if TYPE_CHECKING:
    from collections.abc import Iterable

    from loaders.tables.rows import Row

_TYPES = {table: class_.TYPE for table, class_ in ENTITY_TABLES.items()}
_NOT_IN_IDS = re.compile(r"[^\w.]+")
_LONGEST = 60
"""Characters of an id that is made from a name."""


def given_id(text: str) -> str:
    """Return an id as it was given, with the blanks in it, which no id holds, as hyphens."""
    return "-".join(text.replace("|", "-").split())


def id_from(name: str) -> str:
    """Make an id from a name: ``Fire & Rescue Authority`` becomes ``fire-rescue-authority``."""
    plain = unicodedata.normalize("NFKC", name).casefold()
    return _NOT_IN_IDS.sub("-", plain).strip("-.")[:_LONGEST].strip("-.") or "unnamed"


class Known:
    """The entities of some rows, by their ids and names, with an id for those that have none."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.type_of: dict[str, str] = {}
        self._given: dict[tuple[str, str], str] = {}
        self._spellings: dict[str, list[tuple[str, str]]] = defaultdict(list)
        self._names: dict[frozenset[str], Names] = {}

    def define(self, row: Row) -> str:
        """Take in an entity and return its id, which no other has: the given one, else one from its name."""
        type_ = _TYPES[row.table]
        name = str(row.values.get("name", ""))
        given = row.values.get("id")
        wanted = given_id(str(given)) if given else id_from(name)
        id_ = self._free(wanted, type_)
        self.type_of[id_] = type_
        if given:
            self._given.setdefault((type_, wanted), id_)
        spellings = [id_, name, *map(str, row.values.get("aliases", ()))]
        self._spellings[type_] += [(id_, spelling) for spelling in spellings if spelling]
        self._names.clear()
        return id_

    def same(self, text: str, wanted: frozenset[str]) -> tuple[str, ...]:
        """Give the ids of what a text names among some types of entity (none: all): by its id, else by its name."""
        types = wanted or frozenset(_TYPES.values())
        given = tuple(self._given[type_, text] for type_ in sorted(types) if (type_, text) in self._given)
        return given or self._of(wanted).same(text)

    def nearest(self, text: str, wanted: frozenset[str]) -> tuple[str, ...]:
        """Give the ids of what a text may be a slip for; best first, often none."""
        return self._of(wanted).nearest(text)

    def _of(self, wanted: frozenset[str]) -> Names:
        if wanted not in self._names:
            types: Iterable[str] = sorted(wanted) if wanted != ANYTHING else sorted(set(_TYPES.values()))
            self._names[wanted] = Names(spelling for type_ in types for spelling in self._spellings[type_])
        return self._names[wanted]

    def _free(self, wanted: str, type_: str) -> str:
        """Return an id that is not taken: the one wanted, else with the type of the entity or a number."""
        candidate, number = wanted, 1
        while candidate in self.type_of:
            candidate = f"{type_}-{wanted}" if number == 1 else f"{wanted}-{number}"
            number += 1
        return candidate


__all__ = ["Known", "folded", "given_id", "id_from"]
