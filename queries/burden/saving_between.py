"""What lies between two sides: the changes, which groups surely ended or began, and what is not told of a body."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cached_property
from itertools import chain, islice
from typing import NamedTuple

from graphmodel.dates import EARLIEST, Day
from queries.burden.places import HeldPlace
from queries.burden.retained import Change, Retained, changes
from queries.burden.saving_sides import Side, apart
from queries.reads import ENTITIES

_MOST = 8
"""So many groups are named where nothing is told of a seat; of the others it is said how many they are."""


class Open(NamedTuple):
    """Groups of which nothing tells whether a body sits there: some of them, and how many there are in all."""

    named: tuple[str, ...]
    number: int

    def __bool__(self) -> bool:
        """Tell whether there is any."""
        return self.number > 0


class Untold(NamedTuple):
    """Groups on which a body may have sat `before` or may sit `after`, and nothing tells.

    `doubtful` are groups it sits on of which it is not told whether they were there before; `unshared` are those who
    sit for several bodies, where it is not told how many for each.
    """

    before: Open
    after: Open
    doubtful: tuple[str, ...]
    unshared: tuple[str, ...]


class Between:
    """Two sides and what is told of the time between them, by the ids of the later one."""

    def __init__(self, before: Side, after: Side) -> None:
        self.before = before
        self.after = after
        self.changes = tuple(changes(before.known, after.known, before.renamed, before.groups))

    def asked(self, body: str) -> tuple[tuple[Retained, Change], ...]:
        """Return the groups kept beside a change of which it cannot be told whether the body sits on them afterwards.

        Only a body that sat on what the change began with is asked.
        """
        found: dict[str, tuple[Retained, Change]] = {}
        for change in self._changes_of(body):
            for retained in change.kept:
                if not (self.after.sits(body, retained.group) or self.after.excludes(body, retained.group)):
                    found.setdefault(retained.group, (retained, change))
        return tuple(found.values())

    def untold(self, body: str, asked: frozenset[str]) -> Untold:
        """Collect the groups, but for those that are asked about, on which a body may sit or have sat.

        Where a change touches a group, it costs other hours, or it is there on one day only, anything may be. Any other
        is taken to go on as it was, so only a seat that is told of on one day and not on the other raises the question.
        A group that one of two files does not tell of need not have ended, or begun, between them.
        """
        one, other = self.before, self.after
        given_up = self._given_up(body)
        lost = one.seated(body) - other.groups - asked - self._ended - given_up
        before = self._open(body, one, self._open_before, other.seated(body))
        after = self._open(body, other, self._open_after, one.seated(body), leave_out=asked | given_up, besides=lost)
        found = other.seated(body) - one.groups - self._begun
        shared = apart(one.unshared.get(body, ()), other.unshared.get(body, ()))
        unshared = {place.sitter for some in shared for place in some}
        return Untold(before, after, tuple(sorted(found)), tuple(sorted(unshared)))

    def touches(self, body: str) -> bool:
        """Tell whether a body is known to sit, before or after, on a group on which anything is different."""
        seated = self.before.seated(body) | self.after.seated(body)
        return not seated.isdisjoint(self._different)

    def _open(
        self,
        body: str,
        side: Side,
        everywhere: Mapping[str, None],
        seated: Iterable[str],
        *,
        leave_out: Collection[str] = (),
        besides: Collection[str] = (),
    ) -> Open:
        """Count the groups on which a body may sit, and name the first of them, those nearest to it before others.

        They are not gone through one by one: where a change is wide, that would be each body times each group.
        """
        if side.is_told(body):
            return Open(tuple(sorted(besides)[:_MOST]), len(besides))
        out = {*side.seated(body), *leave_out, body}
        own = [group for group in seated if group not in everywhere and group not in out and side.may_sit(body, group)]
        number = len(everywhere) - sum(group in everywhere for group in out) + len(own) + len(besides)
        near = (group for change in self._changes_of(body) for group in self._touched_by[change.event])
        open_ = (group for group in chain(near, everywhere) if group in everywhere and group not in out)
        ordered = chain(sorted((*own, *besides)), _once(open_))
        return Open(tuple(sorted(islice(ordered, _MOST))), number)

    def _changes_of(self, body: str) -> tuple[Change, ...]:
        """Return the changes that began with something on which a body sat."""
        found = {order for group in self.before.seated(body) for order in self._began_with.get(group, ())}
        return tuple(self.changes[order] for order in sorted(found))

    @cached_property
    def _began_with(self) -> Mapping[str, list[int]]:
        found: dict[str, list[int]] = defaultdict(list)
        for order, change in enumerate(self.changes):
            for original in change.originals:
                found[original].append(order)
        return found

    @cached_property
    def _touched_by(self) -> Mapping[str, tuple[str, ...]]:
        return {change.event: tuple(sorted(change.touched)) for change in self.changes}

    @cached_property
    def _open_before(self) -> Mapping[str, None]:
        one, groups = self.before, self._touched | (self.before.groups - self.after.groups)
        return dict.fromkeys(sorted(group for group in groups & one.groups if not one.lists(group)))

    @cached_property
    def _open_after(self) -> Mapping[str, None]:
        other, groups = self.after, self._touched | (self.after.groups - self.before.groups)
        return dict.fromkeys(sorted(group for group in groups & other.groups if not other.lists(group)))

    @cached_property
    def _different(self) -> frozenset[str]:
        return self._touched | (self.before.groups ^ self.after.groups)

    @cached_property
    def _touched(self) -> frozenset[str]:
        """What a change touches, and what takes more or fewer hours: who sits there has to be known."""
        one, other = self.before, self.after
        differing = {group for group in one.groups & other.groups if one.costs(group) != other.costs(group)}
        return frozenset(differing.union(*(change.touched for change in self.changes)))

    def _given_up(self, body: str) -> frozenset[str]:
        """Return the groups on which a body sat by seats that are all told to be over."""
        return frozenset(
            place.group for place in self.before.places.get(body, ()) if self._is_over(place)
        ) - self.after.seated(body)

    def _is_over(self, place: HeldPlace) -> bool:
        seats = [self.before.seats[fact] for fact in place.facts if fact in self.before.seats]
        return bool(seats) and all(seat in self._over for seat in seats)

    @cached_property
    def _over(self) -> frozenset[tuple[str, str]]:
        """The seats, as members and groups, that either side has on the earlier day and not on the later one."""
        one, other = self.before, self.after
        first, last = one.known.as_of, other.known.as_of
        foretold = one.seats_on(first) - one.seats_on(last)
        told = (other.seats_on(first) | other.seats_on(_day_before(first))) - other.seats_on(last)
        return (foretold | told) - other.seats_on(last)

    @cached_property
    def _ended(self) -> frozenset[str]:
        """What either side says is over by the later day."""
        one, other = self.before, self.after
        rows = one.known.engine.rows(ENTITIES, other.known.as_of)
        over = {one.later(row.fact) for row in rows if row.current == "no" and not row.to_come}
        return frozenset(over | {id_ for id_, row in other.known.entities.items() if row.current == "no"})

    @cached_property
    def _begun(self) -> frozenset[str]:
        """What a change made, or the later side calls new or lets begin after the earlier day."""
        other = self.after
        made = {result for change in self.changes for result in change.results}
        new = {id_ for id_, row in other.supposed.groups.items() if row.is_new == "true"}
        rows = other.known.engine.rows(ENTITIES, self.before.known.as_of)
        return frozenset(made | new | {row.fact for row in rows if row.to_come})


def _once(groups: Iterable[str]) -> Iterator[str]:
    seen: set[str] = set()
    for group in groups:
        if group not in seen:
            seen.add(group)
            yield group


def _day_before(day: Day) -> Day:
    """Return the day before: a proposal ends what it ends on the day itself, so only then is it still there."""
    return day if day == EARLIEST else Day((dt.date.fromisoformat(day) - dt.timedelta(days=1)).isoformat())
