"""What seats cost each body, and each post or person that sits (B1 to B5, B9)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from fractions import Fraction
from itertools import combinations
from typing import NamedTuple

from queries.burden.assumed import Supposed
from queries.burden.firmness import firm, how_many_is
from queries.burden.how_many import how_many
from queries.burden.intervals import Bounds, interval
from queries.burden.load import load
from queries.burden.places import HeldPlace, by_organisation, by_sitter, exact, for_several
from queries.burden.results import BodyLoad
from queries.reads.groups import GroupRow

_PEOPLE = frozenset({"post", "person"})
Attended = Mapping[str, frozenset[tuple[str, str]]]
"""Who attends or services without a seat: pairs of who really comes, and the group."""


class Asked(NamedTuple):
    """Whose loads are asked for: the places that count, and the bounds for what is not known, if any."""

    supposed: Supposed
    places: tuple[HeldPlace, ...]
    bounds: Bounds | None


def bodies(asked: Asked, twice: Mapping[str, Fraction]) -> tuple[BodyLoad, ...]:
    """Return the load of every body, ordered by id; `twice` are its hours on groups that share most bodies.

    Where several sit for several bodies, how many for each is not known: it is told beside, and counts for none.
    """
    of_some = by_organisation(unshared(asked.supposed, asked.places))
    held = by_organisation(shared_out(asked.supposed, asked.places))
    loads = _loads(asked, {**dict.fromkeys(of_some, ()), **held}, _attended_for(asked.supposed), twice)
    return tuple(
        one._replace(unshared=tuple(firm(asked.supposed, one.who, place) for place in of_some.get(one.who, ())))
        for one in loads
    )


def unshared(supposed: Supposed, places: Iterable[HeldPlace]) -> tuple[HeldPlace, ...]:
    """Return the places that several have for several bodies."""
    return tuple(place for place in places if for_several(place, supposed.known.entities[place.sitter]))


def shared_out(supposed: Supposed, places: Iterable[HeldPlace]) -> tuple[HeldPlace, ...]:
    """Return the other places: of them it is known whom each counts for."""
    return tuple(place for place in places if not for_several(place, supposed.known.entities[place.sitter]))


def sitters(asked: Asked) -> tuple[BodyLoad, ...]:
    """Return the load of every post and person that sits, ordered by id."""
    entities = asked.supposed.known.entities
    held = by_sitter(place for place in asked.places if entities[place.sitter].type in _PEOPLE)
    attended: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for sitter, group, _ in _attending(asked.supposed):
        if entities[sitter].type in _PEOPLE:
            attended[sitter].add((sitter, group))
    return _loads(asked, held, {who: frozenset(found) for who, found in attended.items()}, {})


def _attended_for(supposed: Supposed) -> Attended:
    found: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for sitter, group, organisations in _attending(supposed):
        for organisation in organisations:
            found[organisation].add((sitter, group))
    return {who: frozenset(pairs) for who, pairs in found.items()}


def _attending(supposed: Supposed) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Yield who really attends or services a group of the day, the group, and for whom."""
    organisations = supposed.organisations
    for seat in organisations.supporting:
        if seat.group in supposed.groups and not supposed.known.entities[seat.member].umbrella:
            whom = tuple(one.organisation for one in organisations.of(seat))
            yield organisations.sitter(seat.member).id, seat.group, whom


def _loads(
    asked: Asked, held: Mapping[str, tuple[HeldPlace, ...]], attended: Attended, twice: Mapping[str, Fraction]
) -> tuple[BodyLoad, ...]:
    found = [_load(asked, who, held.get(who, ()), attended.get(who, frozenset())) for who in sorted({*held, *attended})]
    total = sum((one.load.hours for one in found), Fraction(0))
    return tuple(
        one._replace(
            share=one.load.hours / total if total and not one.load.is_unknown else None,
            duplicated=min(Fraction(1), twice.get(one.who, Fraction(0)) / one.load.hours) if one.load.hours else _NONE,
        )
        for one in found
    )


_NONE = Fraction(0)


def _load(asked: Asked, who: str, places: tuple[HeldPlace, ...], attended: Collection[tuple[str, str]]) -> BodyLoad:
    known, some = asked.supposed.known, load(places)
    posts = exact(known.entities[who].fte) if who in known.entities else None
    return BodyLoad(
        who=who,
        places=tuple(firm(asked.supposed, who, place) for place in places),
        load=some,
        stands_for=how_many(known, who),
        number_is=how_many_is(known, who),
        supporting=len(attended),
        share=None,
        per_fte=some.hours / posts if posts and not some.is_unknown else None,
        duplicated=_NONE,
        interval=None if asked.bounds is None else interval(places, asked.bounds),
        clashes=tuple(clashes({place.group for place in places}, asked.supposed.groups)),
        attends=tuple(sorted({group for _, group in attended})),
    )


def clashes(sits_on: Iterable[str], groups: Mapping[str, GroupRow]) -> Iterator[tuple[str, str, str]]:
    """Yield the days on which two of some groups are known to meet, with the two, in order."""
    on: dict[str, list[str]] = defaultdict(list)
    for group in sorted(sits_on):
        for day in groups[group].meets_on:
            on[day].append(group)
    for day in sorted(on):
        for one, other in combinations(on[day], 2):
            yield day, one, other
