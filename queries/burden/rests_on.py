"""What a calculation rests on that somebody assumed, and what of it filled nothing, with why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

from graphmodel.evidence import What
from queries.burden.assumed import AssumedRhythm, AssumedSeat, Supposed


class Unused(StrEnum):
    """Why an assumption filled nothing."""

    KNOWN = "known"
    COMPLETE = "list_complete"
    OTHER_DAY = "other_day"
    ELSEWHERE = "not_here"


class Assumption(NamedTuple):
    """One thing assumed: a rhythm of `groups`, or seats of `members` on each of them; why, and if unused why that is.

    `words` are those of the rhythm, where all of it filled something; `per_year` and `hours` what of it did.
    """

    groups: tuple[str, ...]
    members: tuple[str, ...]
    words: str
    per_year: float | None
    hours: float | None
    reason: str
    unused: Unused | None = None


def rests_on(supposed: Supposed) -> tuple[Assumption, ...]:
    """Return every assumption that was given, as far as it filled something and as far as it did not."""
    given = supposed.assumptions
    found = [one for rhythm in given.rhythms for one in _rhythm(supposed, rhythm)]
    found += [one for seat in given.seats for one in _seats(supposed, seat)]
    return tuple(found)


def _rhythm(supposed: Supposed, rhythm: AssumedRhythm) -> Iterator[Assumption]:
    groups: dict[tuple[float | None, float | None, Unused | None], list[str]] = {}
    for group in rhythm.groups:
        row = supposed.known.groups.get(group)
        per_year = rhythm.per_year if row is not None and row.per_year is None else None
        hours = rhythm.hours if row is not None and row.hours is None else None
        nothing = Unused.ELSEWHERE if row is None else Unused.KNOWN if per_year is None and hours is None else None
        groups.setdefault((per_year, hours, nothing), []).append(group)
    for (per_year, hours, unused), of in groups.items():
        is_whole = unused is not None or (per_year, hours) == (rhythm.per_year, rhythm.hours)
        words = (rhythm.rhythm or "") if is_whole else ""
        numbers = (per_year, hours) if unused is None else (rhythm.per_year, rhythm.hours)
        yield Assumption(tuple(of), (), words, *numbers, rhythm.reason, unused)


def _seats(supposed: Supposed, seat: AssumedSeat) -> Iterator[Assumption]:
    """Put members together that are assumed on the same groups."""
    filled = {row.fact for row in supposed.organisations.seats}
    on: dict[tuple[tuple[str, ...], Unused | None], list[str]] = {}
    for member in seat.members:
        why = {group: _unused(supposed, seat, member, group, filled) for group in seat.groups}
        for unused in dict.fromkeys(why.values()):
            groups = tuple(group for group in seat.groups if why[group] == unused)
            on.setdefault((groups, unused), []).append(member)
    for (groups, unused), members in on.items():
        yield Assumption(groups, tuple(members), "", None, None, seat.reason, unused)


def _unused(supposed: Supposed, seat: AssumedSeat, member: str, group: str, filled: Iterable[str]) -> Unused | None:
    known = supposed.known
    if member not in known.present or group not in known.groups:
        return Unused.ELSEWHERE
    if not seat.holds(known.as_of):
        return Unused.OTHER_DAY
    if f"assumed {member} {group}" in filled:
        return None
    return Unused.COMPLETE if known.said.complete(group, What.MEMBERSHIP) else Unused.KNOWN
