"""Dates that cannot all be so: ends before beginnings, and seats and lines that outlast their group."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from graphmodel.dates import UNKNOWN, partial
from graphmodel.place import letters
from graphmodel.structure import ENTITY_TABLES, RELATION_TABLES
from loaders.tables.cell.remarks import among
from loaders.wording import one_of, quoted
from loaders.words import BACKWARDS, ends_before

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphmodel.place import Location
    from loaders.gathered import Entry, Gathered

OUTLASTING = "Give them an end, or correct the end of the group; until then the dates stand as they are."
"""What is to be done about seats and lines that go on when their group has ended."""

_TIED = {"seats": ("group",), "lines": ("from", "to")}


_Places: TypeAlias = "dict[str, dict[str, list[Location]]]"
"""The places of what is tied to groups, by their ids and the table."""


class _Group(NamedTuple):
    number: int
    name: str
    until: str


def tell_clashes(into: Gathered) -> None:
    """Tell of dates that contradict each other; nothing is changed, since nobody knows which of them is right."""
    for table in (*ENTITY_TABLES, *RELATION_TABLES):
        for number, entry in enumerate(into.content.get(table, ())):
            if ends_before(_date(entry, "valid_from"), _date(entry, "valid_to")):
                _tell_backwards(
                    into, into.place((table, number, "valid_from")), into.place((table, number, "valid_to"))
                )
    _tell_outlasting(into)


def _tell_backwards(into: Gathered, since: Location, until: Location) -> None:
    what, remedy = BACKWARDS
    elsewhere = f" It begins in {_cell(since)}." if _cell(since) != _cell(until) else ""
    into.tell(until, f"{what}{elsewhere}", remedy, warning=True)


def _tell_outlasting(into: Gathered) -> None:
    """Tell once of each ended group which seats and lines go on, and which begin after its end."""
    ended = dict(_ended(into))
    if not ended:
        return
    going_on: _Places = defaultdict(lambda: defaultdict(list))
    later: _Places = defaultdict(lambda: defaultdict(list))
    for table, ends in _TIED.items():
        for number, entry in enumerate(into.content.get(table, ())):
            for end in ends:
                id_ = entry.get(end)
                group = ended.get(id_) if isinstance(id_, str) else None
                if group is None:
                    continue
                if ends_before(_date(entry, "valid_from"), group.until):
                    later[id_][table].append(into.place((table, number, "valid_from")))
                elif _goes_on(entry, group):
                    field = "valid_to" if "valid_to" in entry else end
                    going_on[id_][table].append(into.place((table, number, field)))
    for id_, group in ended.items():
        told = [_says(table, places, _GOES_ON) for table, places in going_on[id_].items()]
        told += [_says(table, places, _BEGINS) for table, places in later[id_].items()]
        if told:
            what = f"{quoted(group.name)} ended ({quoted(group.until)}), yet it has {one_of(told, last='and')}."
            into.tell(into.place(("groups", group.number, "valid_to")), what, OUTLASTING, sure=True)


_GOES_ON = ("with no end of its own, or a later one", "with no end of their own, or a later one")
_BEGINS = ("that begins after that", "that begin after that")


def _says(table: str, places: list[Location], does: tuple[str, str]) -> str:
    number = f"1 {table[:-1]} {does[0]}" if len(places) == 1 else f"{len(places)} {table} {does[1]}"
    return f"{number} ({among(dict.fromkeys(map(_cell, places)))})"


def _ended(into: Gathered) -> Iterator[tuple[str, _Group]]:
    """Yield the groups whose end is known, unless it is still to come on the day of the file."""
    as_of = _date(into.content, "as_of")
    for number, entry in enumerate(into.content.get("groups", ())):
        until = _date(entry, "valid_to")
        if until and until != UNKNOWN and not (as_of and ends_before(until, as_of)):
            yield str(entry.get("id")), _Group(number, str(entry.get("name", "")), until)


def _goes_on(entry: Entry, group: _Group) -> bool:
    until = _date(entry, "valid_to")
    return until is None or (until != UNKNOWN and ends_before(until, group.until))


def _cell(where: Location) -> str:
    """Name a cell, on its sheet, or in its file; of a text, the line."""
    if where.line:
        return f"line {where.line}"
    cell = where.sheet or Path(where.file).name
    return f"{cell}!{letters(where.column)}{where.row}" if where.row and where.column else f"{cell} row {where.row}"


def _date(entry: Entry, field: str) -> str | None:
    """Return a date of an entry; None where there is none, or what stands there is no date."""
    value: Any = entry.get(field)
    return partial(value) if isinstance(value, str) else None
