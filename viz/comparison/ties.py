"""What ties the groups of a structure to each other, as a panel draws it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from enum import StrEnum
from itertools import combinations
from typing import NamedTuple

from graphmodel.dates import UNKNOWN, earliest
from graphmodel.kinds import LineKind
from queries.facts.known import Known
from queries.reads import EVENTS, LINES, ORIGINALS, PARTS


class How(StrEnum):
    """The ties that are drawn, those that matter most first: so are they laid."""

    ACCOUNTABLE = "accountable_to"
    REPORTS = "reports_to"
    DELEGATED = "delegated_by"
    BECAME = "became"
    PART_OF = "part_of"
    SEAT = "seat"
    SHARED = "shared"

    @property
    def answers(self) -> bool:
        """Whether it says who answers to whom."""
        return self in {How.ACCOUNTABLE, How.REPORTS, How.DELEGATED}


class Tie(NamedTuple):
    """A tie between two groups, or from a group to a body that it answers to; `stated` says that a source is plain."""

    how: How
    start: str
    finish: str
    stated: bool


def ties(known: Known, groups: Collection[str]) -> tuple[Tie, ...]:
    """Return each tie once, in the order of `How`. Nothing is worked out along a chain."""
    found: dict[tuple[How, str, str], bool] = {}
    for how, start, finish, stated in (*_lines(known, groups), *_changes(known, groups), *_seats(known, groups)):
        found[how, start, finish] = found.get((how, start, finish), False) or stated
    order = list(How)
    by_order = sorted(found, key=lambda key: order.index(key[0]))
    return tuple(Tie(*key, found[key]) for key in by_order)


def _lines(known: Known, groups: Collection[str]) -> Iterator[Tie]:
    kinds = {LineKind.ACCOUNTABLE_TO: How.ACCOUNTABLE, LineKind.REPORTS_TO: How.REPORTS}
    for line in known.in_force(LINES):
        is_body = line.finish in known.present and known.entities[line.finish].type == "body"
        if line.current != "no" and line.start in groups and (line.finish in groups or is_body):
            how = kinds.get(LineKind(line.kind), How.DELEGATED)
            yield Tie(how, line.start, line.finish, line.modality == "stated")
    for part in known.in_force(PARTS):
        if part.current != "no" and part.start in groups and part.finish in groups:
            yield Tie(How.PART_OF, part.start, part.finish, part.modality == "stated")


def _changes(known: Known, groups: Collection[str]) -> Iterator[Tie]:
    """Yield what went into a change, to what came of it: merged, absorbed, incorporated or laid over."""
    happened = {
        event.fact: event
        for event in known.in_force(EVENTS)
        if event.current != "no" and earliest(event.date or UNKNOWN) <= known.as_of
    }
    for original in known.in_force(ORIGINALS):
        event = happened.get(original.event)
        if event is None or known.entities[original.original].type != "group":
            continue
        for result in event.results:
            if result in groups and result != original.original:
                stated = "stated" == original.modality == event.modality
                yield Tie(How.BECAME, original.original, result, stated)


def _seats(known: Known, groups: Collection[str]) -> Iterator[Tie]:
    """Yield the seats of groups on groups, and who sits on two of them: other seats are only counted."""
    sits: dict[str, dict[str, bool]] = defaultdict(dict)
    for place in known.places:
        if place.group in groups:
            stated = all(known.standing(fact)[0] == "stated" for fact in place.facts[:1])
            sits[place.sitter][place.group] = stated
    for sitter, places in sits.items():
        if sitter in groups:
            yield from (Tie(How.SEAT, sitter, group, stated) for group, stated in places.items() if group != sitter)
        else:
            for (one, first), (other, second) in combinations(sorted(places.items()), 2):
                yield Tie(How.SHARED, one, other, first and second)
