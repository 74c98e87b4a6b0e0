"""What a change saves or costs each body: hours and series of meetings before and after, and what they depend on.

The two sides are one file on two days or two files. Groups on which nothing is different cancel; each group that was
kept is asked about for every body that sat on what the change began with.
"""

from __future__ import annotations

from collections.abc import Mapping

from queries.burden.assumed import Supposed
from queries.burden.load import load
from queries.burden.saving_between import Between, Untold
from queries.burden.saving_kept import Hours, kept_of, together
from queries.burden.saving_sides import Places, Side, apart, series
from queries.burden.saving_words import conditions
from queries.burden.savings import Kept, Saving, Verdict


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
    was, asked = load(only_had), between.asked(body)
    hours = Hours(was, load(only_has), load(has).hours, _assumed(had, has))
    singly = tuple(kept_of(body, retained, change, between, hours) for retained, change in asked)
    untold = between.untold(body, frozenset(retained.group for retained, _ in asked))
    return Saving(
        who=body,
        before=load(had),
        after=load(has),
        series_before=series(had),
        series_after=series(has),
        more_after=bool(singly or untold.after),
        kept=together(singly, hours),
        verdict=_verdict(only_had, only_has, singly, untold),
        conditions=conditions(body, (one, had), (other, has), singly, untold),
        stands_for=_number(body, other if body in other.known.entities else one),
        more_before=bool(untold.before or untold.doubtful) or not was.is_exact,
        silent_before=not had and not _sits_nowhere(body, one),
        silent_after=not has and not _sits_nowhere(body, other),
        touched=bool(singly or only_had or only_has or untold.unshared) or between.touches(body),
    )


def _assumed(had: Places, has: Places) -> tuple[str, ...]:
    return tuple(dict.fromkeys(reason for place in (*had, *has) for reason in place.assumed))


def _sits_nowhere(body: str, side: Side) -> bool:
    """Tell whether lists say that a body of which no seat is told has none."""
    return (side.is_told(body) or side.lists_all) and not side.unshared.get(body)


def _verdict(before: Places, after: Places, kept: tuple[Kept, ...], untold: Untold) -> Verdict:
    """Say what can be said of the places that are different: less, the same or more only of what is all known.

    What is not known of before can only have been more: where all is known of after, and that is less than what is
    known of before, it is less whatever was.
    """
    was, now = load(before), load(after)
    exact_hours = was.is_exact and now.is_exact
    if exact_hours and not (kept or any(untold)):
        return Verdict.SAME if was.hours == now.hours else Verdict.LESS if now.hours < was.hours else Verdict.MORE
    if now.is_exact and now.hours < was.hours and not (kept or untold.after or untold.unshared):
        return Verdict.LESS
    if now.seats and untold.before and not was.seats:
        return Verdict.CANNOT_TELL
    if now.hours >= was.hours and (was.is_exact or series(after) >= series(before)):
        return Verdict.NOT_SHOWN
    return Verdict.DEPENDS if kept and exact_hours else Verdict.CANNOT_TELL


def _number(body: str, side: Side) -> int | None:
    entity = side.known.entities[side.own(body)]
    return entity.how_many if entity.set else 1
