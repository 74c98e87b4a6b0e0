"""Reviews: when something was last looked at again, and which reviews nobody has set a date for."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from graphmodel.dates import UNKNOWN, earliest
from graphmodel.kinds import EventKind
from queries.case import Case
from queries.outcome import COMING
from queries.reads import EVENTS, PLAN_TIES, PLANS
from queries.reads.events import EventRow

_LOOKED_AT_AGAIN = (EventKind.REVIEWED, EventKind.AGREED)
_UNDATED = ("", UNKNOWN)


def last_looked_at(case: Case) -> Mapping[str, EventRow]:
    """Return the last event by the day at which each thing was reviewed, or adopted again."""
    found: dict[str, EventRow] = {}
    for event in sorted(case.in_force(EVENTS), key=lambda event: (event.date, event.fact)):
        if event.kind in _LOOKED_AT_AGAIN and event.date not in _UNDATED and earliest(event.date) <= case.as_of:
            found.update(dict.fromkeys(event.subjects, event))
    return found


def undated_reviews(case: Case) -> tuple[str, ...]:
    """Return the reviews without a date, of a plan or that a plan feeds, or of a group where one is still to come."""
    fed = {tie.finish for tie in case.rows(PLAN_TIES) if tie.type == "contributes_to"}
    plans = {plan.fact for plan in case.rows(PLANS) if plan.current != "no"}
    return tuple(
        event.fact
        for event in case.rows(EVENTS)
        if event.kind == EventKind.REVIEWED
        and event.date in _UNDATED
        and not event.not_after
        and event.current != "no"
        and (event.fact in fed or _reviewed(event, plans, case.groups))
    )


def _reviewed(event: EventRow, plans: Collection[str], groups: Collection[str]) -> bool:
    """Tell whether an event is about a plan; or about a group, and only intended: what was done has been heard of."""
    looked_at = {*plans, *groups} if event.modality in COMING else plans
    return any(subject in looked_at for subject in event.subjects)
