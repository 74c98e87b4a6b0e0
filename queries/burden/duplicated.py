"""Pairs of groups that share bodies, and the hours that these spend on both (B6, B7)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from fractions import Fraction
from itertools import combinations
from typing import NamedTuple

from queries.burden.assumed import Supposed
from queries.burden.doubled import Ground, Limits, bodies_on, doubled
from queries.burden.load import Load, load
from queries.burden.places import HeldPlace
from queries.burden.results import Duplicated
from queries.reads import AREAS
from queries.ways.areas import Areas

MOST = 60
"""Groups a body may sit on before it alone makes no pair: one that sits everywhere would pair all with all.

Pairs that share another body too, and all that REP-02 tells of, are found whatever else they share.
"""

Hours = Mapping[tuple[str, str], Load]
"""The load of a body on one group, by the two."""
_UNTOLD = load(())._replace(seats=1, without_hours=1)


class Lesser(NamedTuple):
    """The lesser of the hours of a body on two groups, as far as they are known, and whether that is all of it."""

    hours: Fraction
    told: bool


def pairs(supposed: Supposed, places: Collection[HeldPlace], hours: Hours, limits: Limits) -> tuple[Duplicated, ...]:
    """Return the pairs of groups that share a body, ordered by id, with what the shared bodies spend on both."""
    known = supposed.known
    areas = Areas(known.in_force(AREAS), known.chains)
    ground = Ground(supposed.groups, supposed.organisations, known.chains, known.neighbours, areas)
    flagged = {(found.one, found.other) for found in doubled(ground, limits)}
    on = {group: bodies_on(supposed.organisations, group) for group in supposed.groups}
    people = _people(supposed, places)
    return tuple(_pair(pair, on, hours, people, flagged=pair in flagged) for pair in sorted(flagged | _sharing(on)))


def spent_twice(found: Iterable[Duplicated], hours: Hours) -> dict[str, Fraction]:
    """Return the hours that each body spends twice: the lesser of two, over the pairs of groups that are flagged."""
    twice: dict[str, Fraction] = defaultdict(Fraction)
    for pair in found:
        if pair.flagged:
            for body in pair.shared:
                twice[body] += lesser(hours, body, pair.one, pair.other).hours
    return dict(twice)


def hours_of(places: Iterable[HeldPlace]) -> Hours:
    """Return the load of each body on each group."""
    found: dict[tuple[str, str], list[HeldPlace]] = defaultdict(list)
    for place in places:
        for body in place.organisations:
            found[body, place.group].append(place)
    return {key: load(some) for key, some in found.items()}


def lesser(hours: Hours, body: str, one: str, other: str) -> Lesser:
    """Return the lesser of the hours of a body on two groups: told where it is exact, the other being no less."""
    both = (hours.get((body, group), _UNTOLD) for group in (one, other))
    least = min(both, key=lambda some: (some.hours, not some.is_exact))
    return Lesser(least.hours, least.is_exact)


def _sharing(on: Mapping[str, frozenset[str]]) -> set[tuple[str, str]]:
    sits_on: dict[str, list[str]] = defaultdict(list)
    for group in sorted(on):
        for body in on[group]:
            sits_on[body].append(group)
    return {pair for groups in sits_on.values() if len(groups) <= MOST for pair in combinations(groups, 2)}


def _people(supposed: Supposed, places: Iterable[HeldPlace]) -> Mapping[str, frozenset[str]]:
    """Return the posts and persons on each group; one that stands for several need not be the same on two."""
    found: dict[str, set[str]] = defaultdict(set)
    for place in places:
        sitter = supposed.known.entities[place.sitter]
        if sitter.type in ("post", "person") and not sitter.set:
            found[place.group].add(place.sitter)
    return {group: frozenset(people) for group, people in found.items()}


def _pair(
    pair: tuple[str, str],
    on: Mapping[str, frozenset[str]],
    hours: Hours,
    people: Mapping[str, frozenset[str]],
    *,
    flagged: bool,
) -> Duplicated:
    one, other = pair
    shared = tuple(sorted(on[one] & on[other]))
    least = [lesser(hours, body, one, other) for body in shared]
    return Duplicated(
        one=one,
        other=other,
        shared=shared,
        on_one=len(on[one]),
        on_other=len(on[other]),
        persons=tuple(sorted(people.get(one, _NOBODY) & people.get(other, _NOBODY))),
        hours=sum((some.hours for some in least), Fraction(0)),
        unknown=sum(not some.told for some in least),
        flagged=flagged,
    )


_NOBODY: frozenset[str] = frozenset()
