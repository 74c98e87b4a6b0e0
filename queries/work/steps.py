"""Steps of a process: which were taken about a partnership, when, and who was heard."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import NamedTuple

from graphmodel.dates import UNKNOWN, earliest, latest
from graphmodel.evidence import What
from graphmodel.kinds import DocumentKind, EventKind
from queries.case import Case
from queries.reads import DOCUMENTS
from queries.reads.documents import DocumentRow
from queries.reads.events import EventRow


class Step(NamedTuple):
    """A step: the kind of event, its aspect, what is asked for, and how a question names it."""

    kind: EventKind
    aspect: str
    what: What
    asks: str


FORMALISED = Step(EventKind.FORMALISED, "in writing", What.FORMALISATION, "put in writing")
COPIED = Step(EventKind.COPIED, "copied", What.COPY, "sent in copy to the Government Office")
AGREED = Step(EventKind.AGREED, "agreed", What.AGREEMENT, "agreed by the partners")
CONSULTED = Step(EventKind.CONSULTED, "consulted", What.CONSULTATION, "put to those affected before they were agreed")
STEPS = (FORMALISED, COPIED, AGREED, CONSULTED)
_WRITTEN = (DocumentKind.AGREEMENT, DocumentKind.CONSTITUTION, DocumentKind.TERMS_OF_REFERENCE)
_BEGINNINGS = frozenset({
    EventKind.MERGE, EventKind.ABSORB, EventKind.OVERLAY, EventKind.INCORPORATE, EventKind.INTEGRATE, EventKind.CREATED,
    EventKind.STARTED, EventKind.MET,
})  # fmt: skip


def named_in(events: Iterable[EventRow]) -> Mapping[str, list[EventRow]]:
    """Return the events by everybody whom they name."""
    found: dict[str, list[EventRow]] = defaultdict(list)
    for event in events:
        for named in dict.fromkeys((*event.results, *event.subjects, *event.participants)):
            found[named].append(event)
    return found


def in_writing(case: Case) -> Mapping[str, list[DocumentRow]]:
    """Return the agreed documents by which groups work, and in which their arrangements may stand, by group."""
    found: dict[str, list[DocumentRow]] = defaultdict(list)
    for tie in case.rows(DOCUMENTS):
        if tie.kind in _WRITTEN and tie.status == "agreed" and tie.document_current != "no":
            found[tie.group].append(tie)
    return found


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


class Timing(StrEnum):
    """When a step was taken: by the day it was wanted, on a day not known, too late, or not yet."""

    IN_TIME = "in_time"
    UNDATED = "undated"
    LATE = "late"
    TO_COME = "to_come"


def timing(case: Case, event: EventRow, deadline: str) -> Timing:
    """Tell when a step was taken; what is known to have happened by a day asked about before the deadline is in time.

    A date known only in part that may lie on either side of the deadline leaves it open.
    """
    dated = event.date not in ("", UNKNOWN)
    last = latest(event.date) if dated else event.not_after or UNKNOWN
    if dated and earliest(event.date) > case.as_of:
        return Timing.TO_COME
    if min(case.as_of, latest(last)) <= deadline:
        return Timing.IN_TIME
    return Timing.LATE if dated and earliest(event.date) > deadline else Timing.UNDATED


def first_in_time(case: Case, events: list[EventRow], deadline: str) -> EventRow:
    """Return the step that serves best by its day; of those alike the first."""
    return min(events, key=lambda event: tuple(Timing).index(timing(case, event, deadline)))


def came_after(consulted: EventRow, agreed: list[EventRow]) -> bool:
    """Tell whether consultation came after the last agreement, by dates that leave no doubt."""
    dated = [event for event in agreed if event.date not in ("", UNKNOWN)]
    if not dated or len(dated) < len(agreed) or consulted.date in ("", UNKNOWN):
        return False
    return earliest(consulted.date) > max(latest(event.date) for event in dated)


def unheard(case: Case, partnership: str, event: EventRow) -> tuple[str, ...]:
    """Return who sits on a partnership and is not among those heard; none where several were heard under one name.

    Whom the consultation was about took part in it.
    """
    if any(case.entities[one].set for one in event.participants):
        return ()
    seats = case.organisations.on.get(partnership, ())
    heard = {*event.participants, *event.subjects, *event.results}
    posts = case.organisations.posts_in
    known = {one.organisation for one in seats if not {one.organisation, one.seat.member} & heard}
    return tuple(sorted(one for one in known if not heard & set(posts.get(one, ()))))
