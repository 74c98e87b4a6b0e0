"""Dates that cannot all be so: ends before beginnings, and seats and lines that outlast their group."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, NamedTuple

from graphmodel.dates import UNKNOWN, partial
from graphmodel.structure import ENTITY_TABLES, RELATION_TABLES
from loaders.tables.remarks import among
from loaders.wording import quoted
from loaders.words import BACKWARDS, ends_before

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphmodel.place import Location
    from loaders.gathered import Entry, Gathered

OUTLASTING = "Give them an end, or correct the end of the group; until then the dates stand as they are."
"""What is to be done about seats and lines that go on when their group has ended."""

_TIED = {"seats": ("group",), "lines": ("from", "to")}


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
    into.tell(until, f"{what} It begins in {_cell(since)}." if since != until else what, remedy, warning=True)


def _tell_outlasting(into: Gathered) -> None:
    """Tell once of each ended group which seats and lines go on, and which begin after its end."""
    ended = dict(_ended(into))
    if not ended:
        return
    going_on: dict[tuple[str, str], list[Location]] = defaultdict(list)
    later: dict[tuple[str, str], list[Location]] = defaultdict(list)
    for table, ends in _TIED.items():
        for number, entry in enumerate(into.content.get(table, ())):
            for end in ends:
                id_ = entry.get(end)
                group = ended.get(id_) if isinstance(id_, str) else None
                if group is None:
                    continue
                if ends_before(_date(entry, "valid_from"), group.until):
                    later[str(id_), table].append(into.place((table, number, "valid_from")))
                elif _goes_on(entry, group):
                    going_on[str(id_), table].append(
                        into.place((table, number, "valid_to" if "valid_to" in entry else end))
                    )
    for (id_, table), places in going_on.items():
        _tell(
            into,
            ended[id_],
            places,
            f"{_number(table, len(places))} with no end of {'its' if len(places) == 1 else 'their'} own, or a later one",
        )
    for (id_, table), places in later.items():
        _tell(
            into,
            ended[id_],
            places,
            f"{_number(table, len(places))} that {'begins' if len(places) == 1 else 'begin'} after that",
        )


def _tell(into: Gathered, group: _Group, places: list[Location], has: str) -> None:
    told = among(dict.fromkeys(_cell(where) for where in places))
    what = f"{quoted(group.name)} ended ({quoted(group.until)}), yet it has {has}: {told}."
    into.tell(into.place(("groups", group.number, "valid_to")), what, OUTLASTING, warning=True)


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
    """Name a cell, on its sheet, or in its file."""
    return str(where).rpartition("/")[2]


def _number(table: str, number: int) -> str:
    return f"1 {table[:-1]}" if number == 1 else f"{number} {table}"


def _date(entry: Entry, field: str) -> str | None:
    """Return a date of an entry; None where there is none, or what stands there is no date."""
    value: Any = entry.get(field)
    return partial(value) if isinstance(value, str) else None
