"""Steps of a process: which were taken about a partnership, when, and who was heard."""

from __future__ import annotations

from collections.abc import Mapping

from graphmodel.dates import UNKNOWN, earliest, latest
from graphmodel.kinds import EventKind
from queries.case import Case
from queries.reads.events import EventRow

_BEGINNINGS = frozenset({
    EventKind.MERGE, EventKind.ABSORB, EventKind.OVERLAY, EventKind.INCORPORATE, EventKind.INTEGRATE, EventKind.CREATED,
    EventKind.STARTED, EventKind.MET,
})  # fmt: skip


def steps_of_kind(
    case: Case, kind: EventKind, own: list[EventRow], events: Mapping[str, list[EventRow]]
) -> list[EventRow]:
    """Return the steps of a kind about a partnership, or about the change that it came from; firm ones first."""
    found = {event.fact: event for event in own if event.kind == kind}
    for change in own:
        found |= {event.fact: event for event in events.get(change.fact, ()) if event.kind == kind}
    return sorted(found.values(), key=lambda event: (case.weak((event.fact,)), event.fact))


def stood_by(day: str, events: list[EventRow]) -> bool:
    """Tell whether arrangements stood by a day: by the first of their beginnings that is dated."""
    last = [
        event.not_after if event.date in ("", UNKNOWN) and event.not_after else latest(event.date or UNKNOWN)
        for event in events
        if event.kind in _BEGINNINGS
    ]
    return any(one <= day for one in last)


def came_after(consulted: EventRow, agreed: list[EventRow]) -> bool:
    """Tell whether consultation came after the last agreement, by dates that leave no doubt."""
    dated = [event for event in agreed if event.date not in ("", UNKNOWN)]
    if not dated or len(dated) < len(agreed) or consulted.date in ("", UNKNOWN):
        return False
    return earliest(consulted.date) > max(latest(event.date) for event in dated)


def unheard(case: Case, partnership: str, event: EventRow) -> tuple[str, ...]:
    """Return who sits on a partnership and is not among those heard; none where several were heard under one name."""
    if any(case.entities[one].set for one in event.participants):
        return ()
    seats = case.organisations.on.get(partnership, ())
    heard = set(event.participants)
    posts = case.organisations.posts_in
    known = {one.organisation for one in seats if not {one.organisation, one.seat.member} & heard}
    return tuple(sorted(one for one in known if not heard & set(posts.get(one, ()))))
