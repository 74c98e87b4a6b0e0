"""Assumptions carried along: who is assumed to sit on a merged group is assumed to sit on what it becomes."""

from __future__ import annotations

from collections.abc import Mapping

from graphmodel.dates import Day
from queries.burden.assumed import AssumedSeat, Assumptions


def carried_along(assumptions: Assumptions, into: Mapping[str, str], day: Day) -> Assumptions:
    """Add to assumptions the seats that follow from them; `into` has the new group by each group that is merged."""
    further = tuple(
        AssumedSeat(members=seat.members, groups=groups, valid_from=day, reason=seat.reason)
        for seat in assumptions.seats
        if seat.holds(day) and (groups := tuple(dict.fromkeys(into[one] for one in seat.groups if one in into)))
    )
    return assumptions.model_copy(update={"seats": (*assumptions.seats, *further)})
