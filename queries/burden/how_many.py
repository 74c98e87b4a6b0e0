"""How many a name stands for: its own number, else one that a claim gives at the level of evidence."""

from __future__ import annotations

from collections.abc import Iterable

from queries.burden.places import HeldPlace
from queries.facts.known import Known


def how_many(known: Known, entity: str) -> int | None:
    """Return how many an entity stands for: 1 unless it is a set, and None of a set of which that is not known."""
    row = known.entities.get(entity)
    if row is None or not row.set:
        return 1
    if row.how_many is not None:
        return row.how_many
    claim = known.said.given(entity, "count")
    number = None if claim is None else claim.value
    return number if isinstance(number, int) and not isinstance(number, bool) and number > 0 else None


def numbered(known: Known, places: Iterable[HeldPlace]) -> tuple[HeldPlace, ...]:
    """Return places with the numbers that claims give to sets of groups on which somebody sits on each."""
    return tuple(place if place.counted else _numbered(place, how_many(known, place.group)) for place in places)


def _numbered(place: HeldPlace, number: int | None) -> HeldPlace:
    return place if number is None else place._replace(number=number, counted=True)
