"""What a change saves or costs each body: hours and series of meetings before and after, and what they depend on.

The two sides are one file on two days or two files. Groups on which nothing is different cancel; each group that was
kept is asked about for every body that sat on what the change began with.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import NamedTuple

from queries.burden.assumed import Supposed
from queries.burden.load import Load, load
from queries.burden.places import exact
from queries.burden.retained import Change, Retained, Why
from queries.burden.saving_between import Between, Untold
from queries.burden.saving_sides import Places, Side, apart, series
from queries.burden.saving_words import conditions, why_asked
from queries.burden.savings import Kept, Numbered, Saving, Verdict


def savings(before: Supposed, after: Supposed, *, renamed: Mapping[str, str] | None = None) -> tuple[Saving, ...]:
    """Return what a change saves or costs each body with a known seat before or after, ordered by its later id.

    `renamed` has the later id by the earlier one, for whatever goes by another id now.
    """
    between = Between(Side(before, renamed or {}), Side(after, {}))
    sides = (between.before, between.after)
    bodies = {body for side in sides for body in (*side.places, *side.unshared)}
    return tuple(_saving(body, between) for body in sorted(bodies))


def _saving(body: str, between: Between) -> Saving:
    one, other = between.before, between.after
    had, has = one.places.get(body, ()), other.places.get(body, ())
    only_had, only_has = apart(had, has)
    asked = between.asked(body)
    hours = _Hours(load(only_had), load(only_has), load(has).hours)
    kept = tuple(_kept(body, retained, change, between, hours) for retained, change in asked)
    untold = between.untold(body, frozenset(retained.group for retained, _ in asked))
    return Saving(
        who=body,
        before=load(had),
        after=load(has),
        series_before=series(had),
        series_after=series(has),
        more_after=bool(kept or untold.after),
        kept=kept,
        verdict=_verdict(only_had, only_has, kept, untold),
        conditions=conditions(body, (one, had), (other, has), kept, untold),
        stands_for=_number(body, other if body in other.known.entities else one),
    )


class _Hours(NamedTuple):
    """The load of the places that are different, before and after, and all hours known after."""

    before: Load
    after: Load
    all_after: Fraction


def _kept(body: str, retained: Retained, change: Change, between: Between, hours: _Hours) -> Kept:
    one, other = between.before, between.after
    number, number_from = _how_many(body, retained, change, one, other)
    each = _hours_of_one(retained.group, other)
    table: tuple[Fraction, ...] = ()
    break_even = None
    if each is not None and hours.before.is_exact and hours.after.is_exact:
        table = tuple(hours.all_after + attended * each for attended in range(number + 1))
        break_even = max((hours.before.hours - hours.after.hours) / each, Fraction(0)) if each else None
    why = why_asked(retained, change, other.known)
    return Kept(retained.group, number, each, table, break_even, why, number_from)


def _hours_of_one(group: str, side: Side) -> Fraction | None:
    row = side.supposed.groups.get(group)
    per_year, hours = (exact(row.per_year), exact(row.hours)) if row else (None, None)
    return None if per_year is None or hours is None else per_year * hours


def _how_many(body: str, retained: Retained, change: Change, one: Side, other: Side) -> tuple[int, Numbered]:
    """Return how many groups a kept group stands for that this body might attend, and where the number is from."""
    entity = other.known.entities[retained.group]
    if not entity.set:
        return 1, Numbered.KNOWN
    claimed = other.known.said.given(retained.group, "count")
    number, number_from = len(change.originals), Numbered.ORIGINALS
    if entity.how_many is not None:
        number, number_from = entity.how_many, Numbered.KNOWN
    elif claimed is not None and isinstance(claimed.value, int):
        number, number_from = claimed.value, Numbered.CLAIMED
    sat_on = sum(one.sits(body, original) for original in change.originals)
    if retained.why is Why.PART and number == len(change.originals) > sat_on:
        return sat_on, Numbered.OWN
    return number, number_from


def _verdict(before: Places, after: Places, kept: tuple[Kept, ...], untold: Untold) -> Verdict:
    """Say what can be said of the places that are different: less, the same or more only of what is all known."""
    was, now = load(before), load(after)
    exact_hours = was.is_exact and now.is_exact
    if exact_hours and not (kept or any(untold)):
        return Verdict.SAME if was.hours == now.hours else Verdict.LESS if now.hours < was.hours else Verdict.MORE
    if now.seats and untold.before and not was.seats:
        return Verdict.CANNOT_TELL
    if now.hours >= was.hours and (was.is_exact or series(after) >= series(before)):
        return Verdict.NOT_SHOWN
    return Verdict.DEPENDS if kept and exact_hours else Verdict.CANNOT_TELL


def _number(body: str, side: Side) -> int | None:
    entity = side.known.entities[side.own(body)]
    return entity.how_many if entity.set else 1
