"""How firmly it is evidenced that somebody sits somewhere, and how many a name stands for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from graphmodel.evidence import Modality
from queries.burden.assumed import Supposed
from queries.burden.places import HeldPlace
from queries.facts.known import Known

_FIRMEST_FIRST = (Modality.STATED.value, Modality.INFERRED.value, Modality.ASSERTED_GENERAL.value)


def firm(supposed: Supposed, who: str, place: HeldPlace) -> HeldPlace:
    """Return a place of a body, post or person with how firmly it is evidenced that it is theirs.

    Each way to it is as firm as its weakest fact, and the place as the firmest of them. Where it stands for several
    groups, how many they are counts too.
    """
    ways = [_weakest(supposed.known, facts) for facts in _ways(supposed, who, place)]
    found = min(ways, key=_FIRMEST_FIRST.index, default=place.evidence)
    if place.number > 1:
        found = max(found, how_many_is(supposed.known, place.group), key=_FIRMEST_FIRST.index)
    return place._replace(evidence=found)


def how_many_is(known: Known, entity: str) -> str:
    """Return how firmly it is evidenced how many an entry stands for; stated where no claim gives the number."""
    row = known.entities.get(entity)
    claim = known.said.given(entity, "count") if row is not None and row.set and row.how_many is None else None
    return Modality.STATED.value if claim is None else claim.modality


def _ways(supposed: Supposed, who: str, place: HeldPlace) -> Iterator[tuple[str, ...]]:
    """Yield the facts of each seat of a place, for whom it counts included."""
    organisations = supposed.organisations
    for seat in organisations.seats_held_by.get(place.sitter, ()):
        if seat.group == place.group:
            holds = organisations.sitter(seat.member).facts
            counted = [one for one in organisations.of(seat) if one.organisation == who]
            yield from ((*one.facts, *holds) for one in counted)
            if who == place.sitter and not counted:
                yield (seat.fact, *holds)


def _weakest(known: Known, facts: Iterable[str]) -> str:
    said = (known.standing(fact)[0] for fact in facts)
    return max((one for one in said if one in _FIRMEST_FIRST), key=_FIRMEST_FIRST.index, default=_FIRMEST_FIRST[0])
