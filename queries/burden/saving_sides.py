"""What is known of one side of a change: where each body sits, which groups are there, and what cannot be told.

Both sides are told by the ids of the later one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property

from graphmodel.dates import Day
from graphmodel.evidence import What
from queries.burden.assumed import Supposed
from queries.burden.places import HeldPlace, by_organisation, exact, for_several
from queries.engines.base import FactId
from queries.reads import GROUPS, PARTS, SEATS
from queries.reads.groups import GroupRow

Places = tuple[HeldPlace, ...]


class Side:
    """One side, as the later ids have it. `renamed` has the later id by the one that this side uses."""

    def __init__(self, supposed: Supposed, renamed: Mapping[str, str]) -> None:
        self.supposed = supposed
        self.known = supposed.known
        self.renamed = renamed
        self._own = {later: own for own, later in renamed.items()}

    def own(self, id_: str) -> str:
        """Return the id that this side has for something."""
        return self._own.get(id_, id_)

    def later(self, id_: str) -> str:
        """Return the id that the later side has for something of this one."""
        return self.renamed.get(id_, id_)

    @cached_property
    def groups(self) -> frozenset[str]:
        """The governance groups that are evidenced on the day."""
        return frozenset(self.later(group) for group in self.supposed.groups) - self.doubtful

    @cached_property
    def doubtful(self) -> frozenset[str]:
        """The groups of which it cannot be told whether they were there: by their dates, or part of what was to come.

        A file of a later day says of a part of something new what holds on that day; that it was there before the whole
        is not said by giving it no date.
        """
        entities = self.known.entities
        wholes: dict[str, list[str]] = defaultdict(list)
        for tie in self.known.in_force(PARTS):
            wholes[tie.start].append(tie.finish)
        return frozenset(
            self.later(group)
            for group, row in self.supposed.groups.items()
            if row.current == "unknown"
            or (row.is_new != "false" and wholes[group] and all(entities[whole].to_come for whole in wholes[group]))
        )

    @cached_property
    def places(self) -> Mapping[str, Places]:
        """The places that are known of each body."""
        return by_organisation(place for place in self._all if not self._several(place))

    @cached_property
    def unshared(self) -> Mapping[str, Places]:
        """The places of several people that sit for several bodies: how many sit for each cannot be told."""
        return by_organisation(place for place in self._all if self._several(place))

    def sits(self, body: str, group: str) -> bool:
        """Tell whether a body is known to sit on a group."""
        return group in self.seated(body)

    def seated(self, body: str) -> frozenset[str]:
        """Return the groups on which a body is known to sit."""
        return self._seated.get(body, frozenset())

    def may_sit(self, body: str, group: str) -> bool:
        """Tell whether it is neither known that a body sits on a group that is there, nor that it does not."""
        there = group in self.groups and group != body
        return there and not self.sits(body, group) and not self.excludes(body, group)

    def excludes(self, body: str, group: str) -> bool:
        """Tell whether a complete list leaves a body out, or it is known not to be there."""
        return self.is_told(body) or self.lists(group)

    def is_told(self, body: str) -> bool:
        """Tell whether it is known of every group whether a body sits there: by a list of its seats, or by its end."""
        own = self.own(body)
        over = own in self.known.entities and self.known.entities[own].current == "no"
        return over or self.known.said.complete(own, What.SEAT) is not None

    def lists(self, group: str) -> bool:
        """Tell whether the list of who sits on a group is complete."""
        own = self.own(group)
        return any(self.known.said.complete(own, what) for what in (What.MEMBERSHIP, What.SEAT))

    @cached_property
    def lists_all(self) -> bool:
        """Whether the list of every group that is there is complete, so that silence is an answer."""
        return all(map(self.lists, self.groups))

    def costs(self, group: str) -> tuple[object, ...]:
        """Return what decides how many hours a seat on a group takes, to hold against the other side."""
        own = self.own(group)
        row, entity = self.supposed.groups[own], self.known.entities[own]
        return exact(row.per_year), exact(row.hours), entity.set, entity.how_many

    def seats_on(self, day: Day) -> frozenset[tuple[str, str]]:
        """Return who sits on what on another day, as this side tells: members and groups."""
        rows = self.known.engine.rows(SEATS, day)
        return frozenset((self.later(row.member), self.later(row.group)) for row in rows)

    @cached_property
    def rows_in_force(self) -> Mapping[str, GroupRow]:
        """What is told of groups, of those as well of which it is left open whether they go on."""
        return {self.later(row.fact): row for row in self.known.in_force(GROUPS)}

    @cached_property
    def seats(self) -> Mapping[FactId, tuple[str, str]]:
        """The member and the group of each seat."""
        return {row.fact: (self.later(row.member), self.later(row.group)) for row in self.known.organisations.seats}

    @cached_property
    def _seated(self) -> Mapping[str, frozenset[str]]:
        return {body: frozenset(place.group for place in some) for body, some in self.places.items()}

    @cached_property
    def _all(self) -> Places:
        return tuple(
            place._replace(
                sitter=self.later(place.sitter),
                group=self.later(place.group),
                organisations=tuple(sorted(map(self.later, place.organisations))),
            )
            for place in self.supposed.places
            if self.later(place.group) not in self.doubtful and self._holds(place)
        )

    def _holds(self, place: HeldPlace) -> bool:
        """Tell whether a place is surely held on the day: one seat that makes it must be; an assumed one is."""
        seats = [fact for fact in place.facts if fact.startswith("seat ")]
        return not seats or any(self.known.standing(fact)[1] == "yes" for fact in seats)

    def _several(self, place: HeldPlace) -> bool:
        return for_several(place, self.known.entities[self.own(place.sitter)])


def series(some: Places) -> int:
    """Return how many series of meetings some places are: each group once, a set of groups as many as it stands for."""
    numbers: dict[str, int] = {}
    for place in some:
        numbers[place.group] = max(place.number, numbers.get(place.group, 0))
    return sum(numbers.values())


def apart(before: Places, after: Places) -> tuple[Places, Places]:
    """Return the places of a body without those on groups on which nothing is different: these cancel."""
    one, other = _costs(before), _costs(after)
    same = {group for group, costs in one.items() if other.get(group) == costs}
    return tuple(p for p in before if p.group not in same), tuple(p for p in after if p.group not in same)


def _costs(some: Places) -> dict[str, list[str]]:
    """Return what each group costs a body, in a form that can be compared with what it is not known to."""
    costs: dict[str, list[str]] = defaultdict(list)
    for place in some:
        costs[place.group].append(repr((place.number, place.counted, place.per_year, place.hours, place.attendance)))
    return {group: sorted(found) for group, found in costs.items()}
