"""Which rows are about one thing: by the id that they give, if the names allow it, else by the name."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from graphmodel.structure import ENTITY_TABLES
from loaders.names import Names, folded
from loaders.tables.cell.cells import Exact
from loaders.tables.columns import TABLES
from loaders.tables.meant.former import Renamed, renamed
from loaders.tables.meant.known import TYPES, given_id
from loaders.wording import quoted, spot

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graphmodel.place import Location
    from loaders.gathered import Gathered
    from loaders.tables.meant.known import Known
    from loaders.tables.rows import Row


_COMPARED = 6
"""Things with one id whose names are compared in search of slips: an id that more of them bear is none of theirs."""
_SHOWN = 12
"""Ids of things with one name that a message lists."""


class Clash(NamedTuple):
    """A row whose id another thing has, and the id that its own got instead."""

    row: Row
    given: str
    id: str


def identified(rows: Sequence[Row], known: Known, into: Gathered | None = None) -> dict[int, str]:
    """Give the id of the thing of every row of an entity, by the number of the row; take all of them in.

    What gives an id comes first, so that rows that name the same thing without one find it. `into` is told what was
    doubtful; without it nothing is told.
    """
    identity = _Identity(known)
    entities = [(number, row) for number, row in enumerate(rows) if row.table in ENTITY_TABLES]
    for number, row in entities:
        if row.values.get("id"):
            identity.by_id(number, row)
    for number, row in entities:
        if not row.values.get("id"):
            identity.by_name(number, row)
    identity.other_names(entities)
    if into is not None:
        identity.tell(into)
    return dict(sorted(identity.ids.items()))


def name_of(row: Row) -> str:
    """Return the name of the thing of a row, as it is now; its id where it has none."""
    name = row.values.get("name") or row.values.get("id") or ""
    now = None if isinstance(name, Exact) else renamed(str(name))
    return now.name if now else str(name)


def former_names(row: Row) -> list[str]:
    """Return the names that a row gives its thing besides: those of their own column, and one within its name."""
    name = row.values.get("name")
    now = None if name is None or isinstance(name, Exact) else renamed(str(name))
    return [*map(str, row.values.get("aliases", ())), *([now.former] if now else [])]


class _Identity:
    def __init__(self, known: Known) -> None:
        self.known = known
        self.ids: dict[int, str] = {}
        self._clashes: dict[str, list[Clash]] = {}
        self._several: dict[tuple[str, str], tuple[str, ...]] = {}
        self._shared: list[tuple[Row, tuple[str, ...]]] = []
        self._kept_apart: list[tuple[Row, Renamed]] = []

    def by_id(self, number: int, row: Row) -> None:
        type_, given, name = TYPES[row.table], str(row.values["id"]), name_of(row)
        same = self._bearer(type_, given, name if "name" in row.values else None)
        if same is None:
            same = self.known.take(type_, name, given)
            if same != given_id(given):
                self._clashes.setdefault(row.table, []).append(Clash(row, given, same))
        elif "name" in row.values:
            if self.known.name_of[same] == same:
                self.known.name_of[same] = name
            self.known.spell(same, name)
        self.ids[number] = same

    def by_name(self, number: int, row: Row) -> None:
        name = name_of(row)
        which = (TYPES[row.table], folded(name))
        # Asked once a name: each row that is read as one more makes those that have it one more too.
        same = self._several.get(which) or self.known.named(*which)
        if len(same) > 1:
            self._several[which] = same
            self._shared.append((row, same))
        self.ids[number] = same[0] if len(same) == 1 else self.known.take(TYPES[row.table], name)

    def other_names(self, entities: Sequence[tuple[int, Row]]) -> None:
        """Take in the names that things have besides, when it is known which names are those of others."""
        for number, row in entities:
            id_ = self.ids[number]
            now = row.values.get("name")
            before = None if now is None or isinstance(now, Exact) else renamed(str(now))
            if before and any(other != id_ for other in self.known.named(TYPES[row.table], before.former)):
                self._kept_apart.append((row, before))
            for name in former_names(row):
                self.known.spell(id_, name, former=True)

    def tell(self, into: Gathered) -> None:
        for table, clashes in self._clashes.items():
            first = clashes[0]
            where = first.row.where
            given = "; ".join(f"{quoted(one.id)} in {spot(_at(one.row), _at(first.row))}" for one in clashes)
            what = f"In {TABLES[table].title}, ids stand a second time for something else; these got others: {given}."
            remedy = "Refer to them by name, or give each an id that no other has."
            into.tell(where.sheet.at(where.row, "id"), what, remedy, warning=True)
        for row, same in self._shared:
            ids = ", ".join(map(quoted, same[:_SHOWN])) + (f" and {len(same) - _SHOWN} more" if same[_SHOWN:] else "")
            what = f"{quoted(name_of(row))} is the name of several ({ids}), so this row was read as one more."
            into.tell(row.where.sheet.at(row.where.row, "name"), what, "Write the id of the one that is meant.")
        for row, before in self._kept_apart:
            what = f"{quoted(before.former)}, the former name of {quoted(before.name)}, has a row of its own too."
            remedy = "They were kept apart. If one took over from the other, say when the older one ended."
            into.tell(row.where.sheet.at(row.where.row, "name"), what, remedy, warning=True)

    def _bearer(self, type_: str, given: str, name: str | None) -> str | None:
        """Find the thing with this id that a row with this name is about: of the same name, shortened, or with a slip.

        It is the first one where either has no name.
        """
        some = self.known.given(type_, given, at_most=_COMPARED)
        name_of = self.known.name_of
        nameless = next((one for one in some if name is None or name_of[one] == one), None)
        if not some or nameless is not None or name is None:
            return nameless
        near = self.known.borne(type_, given, name) or Names((one, name_of[one]) for one in some).nearest(name)
        return near if isinstance(near, str) else next(iter(near), None)


def _at(row: Row) -> Location:
    return row.where.sheet.at(row.where.row)
