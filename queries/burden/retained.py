"""Which groups are kept beside a change: what was merged and goes on, and the parts that were there before and after.

A merger saves nothing by its name. What it saves is what is no longer attended, so each group that goes on beside it
has to be asked about, body by body.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple

from graphmodel.dates import UNKNOWN, Day, earliest, latest
from graphmodel.kinds import EventKind
from queries.facts.known import Known
from queries.reads import EVENTS, ORIGINALS, PARTS
from queries.reads.events import EventRow, OriginalRow

BRINGING_TOGETHER = frozenset(
    {EventKind.MERGE, EventKind.ABSORB, EventKind.INCORPORATE, EventKind.INTEGRATE, EventKind.OVERLAY}
)
"""Changes that are said to bring groups together, and so are asked what they save."""


class Why(StrEnum):
    """What makes a group one that was kept."""

    GOES_ON = "goes_on"
    """It is one of those that the change began with, and goes on."""
    LEFT_OPEN = "left_open"
    """It is one of those, and whether it goes on is not evidenced."""
    PART = "part"
    """It is part of what the change began with or made, and was there before and after."""


class Retained(NamedTuple):
    """A group that was kept beside a change, and why it counts as one; `of` is what it is part of."""

    group: str
    why: Why
    of: str


class Change(NamedTuple):
    """A change between two days: what it began with, what it made, what was kept, and all that it touches."""

    event: str
    originals: tuple[str, ...]
    results: tuple[str, ...]
    kept: tuple[Retained, ...]
    touched: frozenset[str]


def changes(before: Known, after: Known, renamed: Mapping[str, str], there_before: Collection[str]) -> Iterator[Change]:
    """Yield the changes that bring groups together between two states, by the ids of the later one, ordered by id.

    `renamed` has the later id by the earlier one, and `there_before` the groups that are evidenced before, by their
    later ids.
    """
    originals: dict[str, list[OriginalRow]] = defaultdict(list)
    for row in after.in_force(ORIGINALS):
        originals[row.event].append(row)
    parts = _parts(before, renamed) | _parts(after, {})
    for event in after.in_force(EVENTS):
        if event.kind in BRINGING_TOGETHER and originals[event.fact] and _is_between(event, before, after, renamed):
            yield _change(event, originals[event.fact], parts, after, there_before)


def _change(
    event: EventRow,
    rows: Iterable[OriginalRow],
    parts: Collection[tuple[str, str]],
    after: Known,
    there_before: Collection[str],
) -> Change:
    goes_on = {row.original: row.continues for row in rows}
    ends = {*goes_on, *event.results}
    inside = {part: whole for part, whole in _inside(ends, parts) if part not in ends}
    kept = [
        Retained(group, Why.GOES_ON if continues == "yes" else Why.LEFT_OPEN, group)
        for group, continues in goes_on.items()
        if continues != "no" and group not in event.results and _may_go_on(group, after)
    ]
    kept += [
        Retained(part, Why.PART, whole)
        for part, whole in sorted(inside.items())
        if part in there_before and part in after.groups
    ]
    return Change(event.fact, tuple(goes_on), event.results, tuple(kept), frozenset({*ends, *inside}))


def _may_go_on(group: str, after: Known) -> bool:
    return group in after.groups or group in after.left_open


def _is_between(event: EventRow, before: Known, after: Known, renamed: Mapping[str, str]) -> bool:
    """Tell whether a change happened after the one day and by the other; without a day, by what it made being new."""
    if before.as_of == after.as_of:
        return event.fact not in before.entities
    first, last = _days(event)
    if event.date in ("", UNKNOWN):
        there = {renamed.get(group, group) for group in before.present}
        return first <= after.as_of and last > before.as_of and not there.issuperset(event.results)
    return before.as_of < last and first <= after.as_of


def _days(event: EventRow) -> tuple[Day, Day]:
    date = event.date or UNKNOWN
    return earliest(date), Day(event.not_after) if date == UNKNOWN and event.not_after else latest(date)


def _parts(known: Known, renamed: Mapping[str, str]) -> frozenset[tuple[str, str]]:
    return frozenset(
        (renamed.get(tie.start, tie.start), renamed.get(tie.finish, tie.finish)) for tie in known.in_force(PARTS)
    )


def _inside(ends: Collection[str], parts: Collection[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Yield what is part of some groups, over however many steps, each with the nearest of what it is part of."""
    of: dict[str, list[str]] = defaultdict(list)
    for part, whole in sorted(parts):
        of[whole].append(part)
    queue, seen = sorted(ends), set(ends)
    for whole in queue:
        for part in of[whole]:
            if part not in seen:
                seen.add(part)
                queue.append(part)
                yield part, whole
