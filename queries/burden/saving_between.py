"""What lies between two sides: the changes, which groups surely ended or began, and what is not told of a body."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from queries.burden.retained import Change, Retained, changes
from queries.burden.saving_sides import Side, apart
from queries.reads import ENTITIES


class Untold(NamedTuple):
    """Groups on which a body may have sat `before` or may sit `after`, and nothing tells.

    `doubtful` are groups it sits on of which it is not told whether they were there before; `unshared` are those who
    sit for several bodies, where it is not told how many for each.
    """

    before: tuple[str, ...]
    after: tuple[str, ...]
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
        for retained, change in self._kept_of(body):
            if not (self.after.sits(body, retained.group) or self.after.excludes(body, retained.group)):
                found.setdefault(retained.group, (retained, change))
        return tuple(found.values())

    def untold(self, body: str, asked: frozenset[str]) -> Untold:
        """Collect the groups, but for those that are asked about, on which a body may sit or have sat.

        Where a change touches a group, or it is there on one day only, anything may be. Any other is taken to go on as
        it was, so only a seat that is told of on one day and not on the other raises the question. A group that one of
        two files does not tell of need not have ended, or begun, between them.
        """
        one, other = self.before, self.after
        before = {group for group in self._open_before | other.seated(body) if one.may_sit(body, group)}
        after = {group for group in self._open_after | one.seated(body) if other.may_sit(body, group)} - asked
        lost = one.seated(body) - other.groups - asked - self._ended
        found = other.seated(body) - one.groups - self._begun
        shared = apart(one.unshared.get(body, ()), other.unshared.get(body, ()))
        unshared = {place.sitter for some in shared for place in some}
        return Untold(tuple(sorted(before)), tuple(sorted(after | lost)), tuple(sorted(found)), tuple(sorted(unshared)))

    def _kept_of(self, body: str) -> Iterator[tuple[Retained, Change]]:
        for change in self.changes:
            if any(self.before.sits(body, original) for original in change.originals):
                for retained in change.kept:
                    yield retained, change

    @cached_property
    def _open_before(self) -> frozenset[str]:
        return (self._touched | (self.before.groups - self.after.groups)) & self.before.groups

    @cached_property
    def _open_after(self) -> frozenset[str]:
        return (self._touched | (self.after.groups - self.before.groups)) & self.after.groups

    @cached_property
    def _touched(self) -> frozenset[str]:
        return frozenset(group for change in self.changes for group in change.touched)

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
