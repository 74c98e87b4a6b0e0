"""Chains of lines: what reaches a body where accountability may end, what ends elsewhere, what runs in a circle.

One sweep from the ends and one search for circles in what is left; never a search for every group.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Collection, Iterable, Mapping
from functools import cached_property
from typing import NamedTuple

from queries.reads.entities import EntityRow
from queries.reads.groups import GroupRow
from queries.reads.lines import LineRow
from queries.reads.ties import TieRow


class Circle(NamedTuple):
    """Groups that answer to each other: their ids in order, one way round from the smallest, and the lines among them.

    `one_subject` is False where the circle closes only by putting lines on different subjects together.
    """

    groups: tuple[str, ...]
    path: tuple[str, ...]
    lines: tuple[LineRow, ...]
    one_subject: bool


class Chains:
    """The lines in force of one structure. Ids are of groups, bodies and posts."""

    def __init__(
        self,
        lines: Collection[LineRow],
        entities: Mapping[str, EntityRow],
        parts: Iterable[TieRow],
        groups: Mapping[str, GroupRow],
        contested: Collection[str] = (),
    ) -> None:
        self._contested = frozenset(contested)
        self.lines = tuple(lines)
        self.entities = entities
        self.groups = groups
        self.up: dict[str, list[LineRow]] = defaultdict(list)
        self.down: dict[str, list[LineRow]] = defaultdict(list)
        for line in self.lines:
            self.up[line.start].append(line)
            self.down[line.finish].append(line)
        self.wholes: dict[str, list[str]] = defaultdict(list)
        self.parts: dict[str, list[str]] = defaultdict(list)
        for part in parts:
            if part.start != part.finish:
                self.wholes[part.start].append(part.finish)
                self.parts[part.finish].append(part.start)

    def lines_of(self, start: str) -> tuple[LineRow, ...]:
        """Return the lines by which something answers."""
        return tuple(self.up.get(start, ()))

    def is_terminus(self, entity: str) -> bool:
        """Tell whether accountability may end here: a body or group of the right kind that has not ended."""
        row = self.entities.get(entity)
        return row is not None and row.terminus and row.current != "no" and row.modality not in _NOT_THERE

    def is_top(self, group: str) -> bool:
        """Tell whether a group is a top body: a partnership, or one with groups below it, that answers to no group."""
        if any(self.entities[line.finish].type == "group" for line in self.up.get(group, ())):
            return False
        if group in self.groups and self.groups[group].kind == "partnership":
            return True
        below = any(self.entities[line.start].type == "group" for line in self.down.get(group, ()))
        return below or (bool(self.parts.get(group)) and not self.wholes.get(group))

    def above(self, start: str) -> set[str]:
        """Return everything that can be reached from here along lines and from part to whole, itself left out."""
        return _reached(
            start, lambda here: [*(line.finish for line in self.up.get(here, ())), *self.wholes.get(here, ())]
        )

    def above_by_lines(self, start: str) -> set[str]:
        """Return everything that can be reached from here along lines alone."""
        return _reached(start, lambda here: [line.finish for line in self.up.get(here, ())])

    def path(self, start: str) -> tuple[LineRow, ...] | None:
        """Return the lines from here to the nearest terminus, firm ones before weak; None where none is reached."""
        step = self._toward_firm if start in self._toward_firm else self._toward
        if start not in step:
            return None
        found: list[LineRow] = []
        here = start
        while (line := step[here]) is not None:
            found.append(line)
            here = line.finish
        return tuple(found)

    @cached_property
    def _toward(self) -> dict[str, LineRow | None]:
        return self._sweep(self.lines)

    @cached_property
    def _toward_firm(self) -> dict[str, LineRow | None]:
        return self._sweep([line for line in self.lines if self.is_firm(line)])

    def _sweep(self, lines: Collection[LineRow]) -> dict[str, LineRow | None]:
        """Go down from every terminus at once; each node learns its first line on a shortest way there."""
        down: dict[str, list[LineRow]] = defaultdict(list)
        for line in sorted(lines):
            down[line.finish].append(line)
        step: dict[str, LineRow | None] = {entity: None for entity in sorted(self.entities) if self.is_terminus(entity)}
        queue = deque(step)
        while queue:
            for line in down.get(queue.popleft(), ()):
                if line.start not in step and not self._has_ended(line.start):
                    step[line.start] = line
                    queue.append(line.start)
        return step

    def is_firm(self, line: LineRow) -> bool:
        """Tell whether a line is stated, current, contested by no claim, and between things known to exist."""
        ends = (self.entities[line.start], self.entities[line.finish])
        return is_firm(line) and line.fact not in self._contested and all(end.current != "unknown" for end in ends)

    def _has_ended(self, entity: str) -> bool:
        return self.entities[entity].current == "no"

    @cached_property
    def ends(self) -> dict[str, tuple[str, ...]]:
        """Where chains stop short of a terminus: the id, to everything below it that reaches none, in order."""
        stops = sorted(
            entity for entity in self.down
            if not self.is_terminus(entity) and (self._has_ended(entity) or not self.up.get(entity))
        )  # fmt: skip
        return {
            stop: tuple(sorted(entity for entity in self._below(stop) if entity not in self._toward)) for stop in stops
        }

    def _below(self, stop: str) -> set[str]:
        return _reached(
            stop, lambda here: [line.start for line in self.down.get(here, ()) if not self._has_ended(line.start)]
        )

    @cached_property
    def circles(self) -> tuple[Circle, ...]:
        """Circles of firm lines, then those that close only by a weak one, by their smallest id."""
        firm = _components([line for line in self.lines if self.is_firm(line)])
        closed = {group for component in firm for group in component}
        weak = [component for component in _components(self.lines) if not component & closed]
        return tuple(
            self._circle(component, firm_only=firm_only)
            for found, firm_only in ((firm, True), (weak, False))
            for component in sorted(found, key=min)
        )

    def _circle(self, component: set[str], *, firm_only: bool) -> Circle:
        lines = tuple(
            sorted(
                line for group in component for line in self.up[group]
                if line.finish in component and (self.is_firm(line) or not firm_only)
            )
        )  # fmt: skip
        return Circle(tuple(sorted(component)), _way_round(min(component), lines), lines, _closes_on_one_subject(lines))


_PEELED = 8
"""Rounds of peeling; each takes both ends off a chain, so one of sixteen lines is gone."""
_NOT_THERE = ("denied", "not_stated", "planned", "in_development")


def is_firm(row: LineRow | TieRow) -> bool:
    """Tell whether a relation is stated and known to be current."""
    return row.modality == "stated" and row.current == "yes"


def _reached(start: str, onward: Callable[[str], list[str]]) -> set[str]:
    found: set[str] = set()
    queue = [start]
    while queue:
        for there in onward(queue.pop()):
            if there not in found and there != start:
                found.add(there)
                queue.append(there)
    return found


def _components(lines: Collection[LineRow]) -> list[set[str]]:
    """Return the sets of nodes that can all reach each other, after peeling what has no way in or no way out."""
    left = _peel(lines)
    loops = [{line.start} for line in left if line.start == line.finish]
    if not left:
        return []
    import networkx as nx  # noqa: PLC0415  most structures have no circle, and the import costs more than the audit

    graph: nx.DiGraph[str] = nx.DiGraph((line.start, line.finish) for line in left)
    found = [set(component) for component in nx.strongly_connected_components(graph) if len(component) > 1]
    inside = {node for component in found for node in component}
    return found + [loop for loop in _unique(loops) if not loop & inside]


def _unique(loops: list[set[str]]) -> list[set[str]]:
    return [{node} for node in sorted({node for loop in loops for node in loop})]


def _peel(lines: Collection[LineRow]) -> list[LineRow]:
    """Take the ends off all chains, a few times; what is left of deeper ones is searched with the circles."""
    left = list(lines)
    for _ in range(_PEELED):
        starts = {line.start for line in left}
        finishes = {line.finish for line in left}
        kept = [line for line in left if line.start in finishes and line.finish in starts]
        if len(kept) == len(left):
            break
        left = kept
    return left


def _way_round(first: str, lines: Collection[LineRow]) -> tuple[str, ...]:
    """Return a shortest way from a node back to itself, the node at both ends."""
    onward: dict[str, list[str]] = defaultdict(list)
    for line in lines:
        onward[line.start].append(line.finish)
    came_from: dict[str, str] = {}
    queue = deque([first])
    while queue:
        here = queue.popleft()
        for there in sorted(onward[here]):
            if there == first:
                back = [here]
                while back[-1] != first:
                    back.append(came_from[back[-1]])
                return (*reversed(back), first)
            if there not in came_from:
                came_from[there] = here
                queue.append(there)
    return (first,)


def _closes_on_one_subject(lines: Collection[LineRow]) -> bool:
    """Tell whether lines on one subject, with those whose subject is not known, close a circle by themselves."""
    subjects = {line.subject for line in lines}
    return any(_components([line for line in lines if line.subject in (subject, "")]) for subject in subjects)
