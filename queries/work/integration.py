"""Whether work on crime and on drugs has become one."""

from __future__ import annotations

from collections.abc import Collection

from graphmodel.dates import UNKNOWN, earliest
from graphmodel.kinds import EventKind, Integration
from queries.case import Case
from queries.engines.base import FactId
from queries.reads import EVENTS

_INTO_ONE = frozenset({EventKind.INTEGRATE, EventKind.INCORPORATE})


def integrated_by(case: Case, groups: Collection[str]) -> tuple[FactId, ...]:
    """Return the facts by which one of these groups is integrated: what is said of it, or a change that made it so."""
    for group in groups:
        if case.groups[group].integration == Integration.INTEGRATED:
            return (group, *case.vouching(group, "integration"))
    for event in case.in_force(EVENTS):
        done = event.date in ("", UNKNOWN) or earliest(event.date) <= case.as_of
        if event.kind in _INTO_ONE and done and set(event.results) & set(groups):
            return (event.fact,)
    return ()
