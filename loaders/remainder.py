"""What is left of a structure when its faulty parts are set aside, so that the rest can be checked in the same pass.

A faulty value is taken out, or something stands in for it where its entry cannot be without; only a row that is no
entry at all, or a link of no known type, is left out whole. Nothing of this reaches the user: with a fault left, the
structure is refused.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from graphmodel.checks import Flaw
from graphmodel.checks import flaws as flaws_of
from graphmodel.kinds import BodyKind, GroupKind
from graphmodel.structure import ENTITY_TABLES, RELATION_TABLES, UNCHECKED, Structure
from loaders.draft import Draft
from loaders.faults import Fault, validated
from loaders.names import folded
from loaders.shape import STAND_IN, class_at, fields_of, stand_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from loaders.parsed import FieldPath

_ROUNDS = 8
"""How often what is left out may leave others without what they refer to."""

_ROW = 2
"""Steps to a row: its table and its position."""

_PLAIN: Mapping[FieldPath, str] = {("bodies", "kind"): BodyKind.OTHER.value, ("groups", "kind"): GroupKind.GROUP.value}
"""What a field says where it says nothing in particular."""


class Remainder:
    """Sets faults aside in a draft, and finds what is wrong with the references of what is left."""

    def __init__(self, draft: Draft) -> None:
        """Work on a draft, which changes."""
        self.draft = draft
        self._left_out: set[FieldPath] = set()
        self._touched: set[FieldPath] = set()
        self._referred: dict[str, str] = {}
        # Folded names of what may be the id of an entity that could not be read: nobody is told that it is unknown.
        self._unsure: set[str] = set()
        self.unread: dict[str, None] = {}
        """Ids, as far as they can be told, of entities that could not be read: a slip may be meant for one of them."""
        self._tables_lost = any(len(path) == 1 for path, _ in draft.parsed.repeated)
        self._made_up: list[FieldPath] = []
        self._number = 0

    def set_aside(self, fault: Fault) -> bool:
        """Take a fault out of the draft; True if it is a reference, which is judged as one and not as a bad text."""
        path = fault.path
        if _is_id(fault) and not _is_own_id(path):
            self._refer(path)
            return True
        self._touched.add(path[:_ROW])
        if len(path) == 1:
            self._without_part(path)
        elif len(path) > _ROW and not fault.detail("union_tag_invalid", "union_tag_not_found"):
            self._without_value(path)
        elif path:
            self._leave_out(path[:_ROW])
        return False

    def structure(self) -> Structure | None:
        """Make what is left, its references unchecked; None where not even that can be made."""
        if not isinstance(self.draft.content, dict):
            return None
        for _ in range(3):
            made, faults = validated(self._kept(), Structure, UNCHECKED)
            if made is not None:
                return made
            for fault in faults:
                self._leave_out(self._original(fault.path)[:_ROW])
        return None

    def whole(self) -> Structure | None:
        """Make what is left when every row that leads nowhere, or stands again, is left out as well.

        Nothing may stand in for what could not be read: a body or a group is of no particular kind then, and any other
        row is left out.
        """
        for path in self._made_up:
            plain = _PLAIN.get((path[0], *path[_ROW:]))
            if plain is None:
                self._leave_out(path[:_ROW])
            else:
                self.draft.set(path, plain)
        for _ in range(_ROUNDS):
            left = self.structure()
            found = tuple(flaws_of(left)) if left is not None else ()
            if not found:
                return left
            for flaw in found:
                self._leave_out_for(flaw)
        return None

    @property
    def left_out(self) -> frozenset[FieldPath]:
        """The rows that were left out, by their paths in the draft."""
        return frozenset(self._left_out)

    def flaws(self, structure: Structure) -> Iterator[Flaw]:
        """Yield what is wrong with the references of what is left, at its path in the draft, as the user wrote it.

        Left out is what may only be the consequence of a fault that was set aside.
        """
        for flaw in flaws_of(structure):
            path = self._original(flaw.path)
            if flaw.kind == "unknown" and self._excused(flaw):
                continue
            first = self._first(flaw)
            if flaw.kind == "duplicate_relation" and not self._touched.isdisjoint((path, first)):
                continue
            found = f"{first[0]}[{first[1]}]" if first else flaw.found
            yield replace(flaw, path=path, value=self._referred.get(flaw.value, flaw.value), found=found)

    def _leave_out_for(self, flaw: Flaw) -> None:
        path = self._original(flaw.path)
        owner = class_at(Structure, self.draft.content, path[:-1])
        info = fields_of(owner).get(str(path[-1])) if owner else None
        if (info is not None and not info.is_required() and len(path) > _ROW) or len(path) < _ROW:
            self.draft.remove(path)
        else:
            self._leave_out(path[:_ROW])

    def _excused(self, flaw: Flaw) -> bool:
        """Tell whether an unknown reference may lead to something that was set aside."""
        value = self._referred.get(flaw.value, flaw.value)
        # A silence may be about a relation, which its key names: type, ends and more, with spaces between.
        of_relation = flaw.path[-1] == "about" and " " in value and bool(self._touched)
        return self._tables_lost or of_relation or value.startswith(STAND_IN) or folded(value) in self._unsure

    def _first(self, flaw: Flaw) -> FieldPath:
        """Give the path of the row that a flaw names as ``seats[3]``; none where it names no row."""
        table, _, place = flaw.found.rstrip("]").partition("[")
        return self._original((table, int(place))) if place.isdigit() else ()

    def _refer(self, path: FieldPath) -> None:
        token = self._token()
        self._referred[token] = str(self.draft.at(path))
        self.draft.set(path, token)

    def _without_part(self, path: FieldPath) -> None:
        """Set a part of the whole document aside; if it is a table, or may be one, its entities are known of."""
        name = path[0]
        rows = self.draft.at(path)
        if name in ENTITY_TABLES or name not in fields_of(Structure):
            self._unsure.update(map(folded, _ids(rows)))
            self.unread.update(dict.fromkeys(_ids(rows)))
            self._tables_lost = self._tables_lost or name in ENTITY_TABLES
        self._without_value(path)

    def _without_value(self, path: FieldPath) -> None:
        if not isinstance(path[-1], str):
            # An item of a list cannot go alone: the ones behind it would change their places.
            self._without_value(path[:-1])
            return
        if _is_own_id(path):
            self._unsure.update(map(folded, _texts(self.draft.at(path[:_ROW]))))
            self.unread.update(dict.fromkeys(_ids([self.draft.at(path[:_ROW])])))
        owner = class_at(Structure, self.draft.content, path[:-1])
        info = fields_of(owner).get(path[-1]) if owner else None
        if info is None or not info.is_required():
            self.draft.remove(path)
            return
        self._number += 1
        substitute = stand_in(info, self._number)
        if substitute is None:
            self._leave_out(path[:_ROW])
        else:
            self._made_up.append(path)
            self.draft.set(path, substitute)

    def _leave_out(self, row: FieldPath) -> None:
        self._touched.add(row)
        self._left_out.add(row)
        if row[0] in ENTITY_TABLES:
            self._unsure.update(map(folded, _texts(self.draft.at(row))))
            self.unread.update(dict.fromkeys(_ids([self.draft.at(row)])))

    def _kept(self) -> Draft:
        kept = Draft(self.draft.parsed)
        content = dict(self.draft.content) if isinstance(self.draft.content, dict) else {}
        for table in (*ENTITY_TABLES, *RELATION_TABLES, "silences", "completeness"):
            rows = content.get(table)
            if isinstance(rows, list):
                content[table] = [row for place, row in enumerate(rows) if (table, place) not in self._left_out]
        kept.content = content
        return kept

    def _original(self, path: FieldPath) -> FieldPath:
        """Turn a path of what was kept into one of the draft."""
        if len(path) < _ROW or not isinstance(place := path[1], int):
            return path
        gone = sorted(row[1] for row in self._left_out if row[0] == path[0] and isinstance(row[1], int))
        for left_out in gone:
            place += left_out <= place
        return (path[0], place, *path[_ROW:])

    def _token(self) -> str:
        self._number += 1
        return f"{STAND_IN}{self._number}"


def _is_id(fault: Fault) -> bool:
    detail = fault.detail("string_pattern_mismatch")
    return detail is not None and detail["ctx"]["pattern"].endswith("|]+$")


def _is_own_id(path: FieldPath) -> bool:
    return path == ("id",) or (path[0] in ENTITY_TABLES and path[_ROW:] == ("id",))


def _ids(rows: object) -> Iterator[str]:
    """Yield what may be ids in something that should have been a table: a list of entries, or an entry of entries."""
    if isinstance(rows, dict):
        yield from map(str, rows)
        rows = list(rows.values())
    for row in rows if isinstance(rows, list) else ():
        if isinstance(row, dict) and "id" in row:
            yield str(row["id"])
        elif isinstance(row, str):
            yield row


def _texts(row: object) -> Iterator[str]:
    """Yield every text of a row that may be meant as its id."""
    if isinstance(row, str):
        yield row
    elif isinstance(row, dict):
        yield from (value for value in row.values() if isinstance(value, str))
