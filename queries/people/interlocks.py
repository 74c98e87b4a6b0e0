"""Interlocks: who sits where, seen from two groups. They carry information; none of them is a line."""

from __future__ import annotations

from collections.abc import Iterator

from queries.case import Case
from queries.engines.base import FactId
from queries.reads.seats import SeatRow
from queries.ways.chains import Chains


def ties_between(case: Case, group: str, one: str, other: str) -> Iterator[FactId]:
    """Yield the facts that tie two principals of a group: seats of one on the other, and who chairs the group.

    A principal is taken with its parts, the posts in it and its chair: a strategic group is part of its partnership.
    """
    wide = {side: _with_parts(case.chains, side) for side in (one, other)}
    for side, across in ((one, other), (other, one)):
        people = _people_of(case, wide[side])
        for seat in _seats_on(case, wide[across]):
            if seat.member in people or seat.member in wide[side]:
                yield seat.fact
    for seat in case.organisations.seats_on.get(group, ()):
        if seat.role == "chair" and any(seat.member in _people_of(case, wide[side]) for side in (one, other)):
            yield seat.fact


def represented_on(case: Case, one: str, other: str) -> tuple[FactId, ...]:
    """Return the seats by which one group, with its parts and its people, is represented on another with its parts."""
    groups = _with_parts(case.chains, one)
    people = _people_of(case, groups)
    seats = (seat for seat in _seats_on(case, _with_parts(case.chains, other) - groups))
    return tuple(
        sorted(
            seat.fact for seat in seats if seat.on_behalf_of in groups or seat.member in groups or seat.member in people
        )
    )


def _with_parts(chains: Chains, group: str) -> frozenset[str]:
    found = {group}
    queue = [group]
    while queue:
        for part in chains.parts.get(queue.pop(), ()):
            if part not in found:
                found.add(part)
                queue.append(part)
    return frozenset(found)


def _people_of(case: Case, groups: frozenset[str]) -> set[str]:
    """Return the posts whose home is one of the groups, and those who chair one."""
    posts = {post for group in groups for post in case.organisations.posts_in.get(group, ())}
    chairs = {seat.member for seat in _seats_on(case, groups) if seat.role == "chair"}
    return posts | {chair for chair in chairs if case.entities[chair].type in ("post", "person")}


def _seats_on(case: Case, groups: frozenset[str]) -> list[SeatRow]:
    return [seat for group in sorted(groups) for seat in case.organisations.seats_on.get(group, ())]
