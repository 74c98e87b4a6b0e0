"""What representation on groups costs: every figure of burden, worked out from one structure as of a day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from fractions import Fraction

from queries.burden.assumed import Supposed
from queries.burden.bodies import Asked, bodies, shared_out, sitters, unshared
from queries.burden.chairs import chairs
from queries.burden.doubled import LIMITS, Limits
from queries.burden.duplicated import hours_of, pairs, spent_twice
from queries.burden.gatekeeping import gatekeeping
from queries.burden.how_many import numbered
from queries.burden.intervals import Bounds
from queries.burden.load import Load, load
from queries.burden.not_there import reasons
from queries.burden.places import HeldPlace
from queries.burden.reports_written import reports_written
from queries.burden.rests_on import rests_on
from queries.burden.results import Burden
from queries.burden.spread import spread


def burden(
    supposed: Supposed,
    *,
    title: str,
    bounds: Bounds | None = None,
    chair_factor: Fraction | int = 1,
    limits: Limits = LIMITS,
) -> Burden:
    """Work out what seats cost, with assumptions laid over what is not known.

    With `bounds` hours are told between two bounds too. `chair_factor` is how many times the length of a meeting counts
    for who chairs it; `limits` are those of REP-02, by which pairs of groups are flagged.
    """
    factor = Fraction(chair_factor)
    places = tuple(_weighed(place, factor) for place in numbered(supposed.known, supposed.places))
    asked = Asked(supposed, places, bounds)
    hours = hours_of(shared_out(supposed, places))
    shared = pairs(supposed, places, hours, limits)
    loads = bodies(asked, spent_twice(shared, hours))
    found = Burden(
        title=title,
        as_of=supposed.known.as_of,
        level=supposed.known.level,
        names={},
        bodies=loads,
        sitters=sitters(asked),
        groups=_by_group(supposed, places),
        nobody=tuple(place for place in places if not place.organisations),
        total=load(places),
        spread=spread([one.load for one in loads]),
        pairs=shared,
        chairs=chairs((*shared_out(supposed, places), *map(_nobodys, unshared(supposed, places))), each=True),
        gatekeepers=gatekeeping(supposed),
        reports=reports_written(supposed),
        assumed=tuple(dict.fromkeys(reason for place in places for reason in place.assumed)),
        bounds="" if bounds is None else bounds.in_words(),
        chair_factor=factor,
        supposing=supposed.assumptions.title,
        rests_on=rests_on(supposed),
    )
    gone = reasons(supposed.known, _not_there(found))
    found = found._replace(not_there=gone)
    return found._replace(names={id_: supposed.known.name(id_) for id_ in sorted(set(_told_of(found)))})


def _weighed(place: HeldPlace, factor: Fraction) -> HeldPlace:
    if factor == 1 or not place.chairs or place.hours is None:
        return place
    return place._replace(hours=place.hours * factor)


def _nobodys(place: HeldPlace) -> HeldPlace:
    return place._replace(organisations=())


def _by_group(supposed: Supposed, places: tuple[HeldPlace, ...]) -> Mapping[str, Load]:
    on: dict[str, list[HeldPlace]] = defaultdict(list)
    for place in places:
        on[place.group].append(place)
    return {group: load(on.get(group, ())) for group in sorted(supposed.groups)}


def _not_there(found: Burden) -> Iterator[str]:
    loads = (*found.bodies, *found.sitters)
    for place in (*found.nobody, *(place for one in loads for place in (*one.places, *one.unshared))):
        yield from place.not_there
    for report in found.reports:
        yield from report.not_there


def _told_of(found: Burden) -> Iterator[str]:
    yield from found.groups
    for one in (*found.bodies, *found.sitters):
        yield one.who
        yield from one.attends
    for place in (*found.nobody, *(place for one in found.bodies for place in (*one.places, *one.unshared))):
        yield place.sitter
    for assumption in found.rests_on:
        yield from (*assumption.groups, *assumption.members)
    for gatekeeper in found.gatekeepers:
        yield gatekeeper.who
    yield from found.not_there
    for pair in found.pairs:
        yield from pair.shared
    for report in found.reports:
        yield report.who
        yield from report.lines
