"""How many sit on a group, where an entry may stand for several alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from queries.burden.how_many import how_many
from queries.burden.load import load
from queries.burden.places import HeldPlace
from queries.facts.known import Known
from queries.facts.organisations import COUNTED
from queries.reads import SEATS
from queries.whatif.results import Entry, Heads, Side
from queries.whatif.sides import Sides


def heads_after(sides: Sides, group: str) -> Heads:
    """Count who sits on a group after, sets by their number."""
    several = [(place.sitter, _several(sides.after, place)) for place in sides.places_after(group)]
    return Heads(
        least=sum(one.known for _, one in several),
        likely=sum(one.likely for _, one in several),
        claimed=tuple((who, one.likely) for who, one in several if one.is_claimed),
        open_=tuple(who for who, one in several if one.is_open),
    )


def side(known: Known, group: str, places: Iterable[HeldPlace], *, at_least: bool = False) -> Side:
    """Return the load of all who sit on a group, sets by their number."""
    several = [(place, _several(known, place)) for place in places]
    return Side(
        group,
        load([place._replace(number=one.known, counted=place.counted and one.is_known) for place, one in several]),
        load([place._replace(number=one.likely, counted=place.counted and not one.is_open) for place, one in several]),
        tuple(place.sitter for place, one in several if not one.is_known),
        at_least=at_least,
    )


def entries(sides: Sides, group: str) -> Iterator[Entry]:
    """Yield the entries in the list of a group afterwards, in the order of the file."""
    came = {carried.now: carried.was for carried in sides.told.carried}
    before = {row.fact for row in sides.before.in_force(SEATS)}
    rows = {row.fact: row for row in sides.after.in_force(SEATS) if row.group == group}
    for seat in sides.told.structure.seats:
        row = rows.get(seat.key)
        if row is not None:
            was = tuple((part[2], part[3]) for part in (key.split(" ") for key in came.get(row.fact, ())))
            yield Entry(
                member=row.member,
                on_behalf_of=row.on_behalf_of or None,
                role=row.role,
                was=was,
                added=not was and row.fact not in before,
                in_general=sides.after.entities[row.member].umbrella,
                counts=row.role in COUNTED,
            )


class _Several(NamedTuple):
    known: int
    likely: int
    is_claimed: bool = False
    is_open: bool = False

    @property
    def is_known(self) -> bool:
        return not (self.is_claimed or self.is_open)


def _several(known: Known, place: HeldPlace) -> _Several:
    """Tell how many a place stands for: on a set of groups that is how many groups they are, else how many sit."""
    row = known.entities.get(place.sitter)
    number = how_many(known, place.sitter)
    if row is None or not row.set or place.number > 1:
        return _Several(place.number, place.number)
    if number is None:
        return _Several(1, 1, is_open=True)
    return _Several(number, number) if row.how_many is not None else _Several(1, number, is_claimed=number > 1)
