"""Chains of lines: what reaches a body where accountability may end, and where a chain stops short of one.

One sweep down from the ends, never a search for every group.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Collection, Iterable, Mapping
from functools import cached_property
from typing import NamedTuple

from queries.reads.entities import EntityRow
from queries.reads.groups import GroupRow
from queries.reads.lines import LineRow
from queries.reads.seats import SeatRow
from queries.reads.ties import TieRow
from queries.ways.circles import Circle, circles

LONGEST_TOLD = 12
"""Lines of a way that a finding names one by one; no real chain is longer, and a report must not grow with one."""


class Way(NamedTuple):
    """The way up from a group: its first lines, one that is not firm if there is any, and where it ends."""

    lines: tuple[LineRow, ...]
    weak: LineRow | None
    end: str


class Chains:
    """The lines in force of one structure. Ids are of groups, bodies and posts.

    `present` are the entities that are there on the day; a line may still point at others. Lines in `contested` are
    those about which claims differ: none of them is firm.
    """

    def __init__(
        self,
        lines: Collection[LineRow],
        parts: Iterable[TieRow],
        entities: Mapping[str, EntityRow],
        groups: Mapping[str, GroupRow],
        *,
        present: Collection[str],
        contested: Collection[str] = (),
    ) -> None:
        self.entities = entities
        self.groups = groups
        self._present = frozenset(present)
        self._contested = frozenset(contested)
        self.lines = tuple(line for line in lines if line.start in self._present)
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
        self._above: dict[str, frozenset[str]] = {}

    def lines_of(self, start: str) -> tuple[LineRow, ...]:
        """Return the lines by which something answers to what is there on the day."""
        return tuple(line for line in self.up.get(start, ()) if line.finish in self._present)

    def is_terminus(self, entity: str) -> bool:
        """Tell whether accountability may end here: a body or group of the right kind that is there on the day."""
        row = self.entities.get(entity)
        return row is not None and row.terminus and entity in self._present

    def is_top(self, group: str) -> bool:
        """Tell whether a group is a top body: a partnership, or one with groups below it, that answers to no group."""
        if any(self.entities[line.finish].type == "group" for line in self.up.get(group, ())):
            return False
        if group in self.groups and self.groups[group].kind == "partnership":
            return True
        below = any(self.entities[line.start].type == "group" for line in self.down.get(group, ()))
        return below or (bool(self.parts.get(group)) and not self.wholes.get(group))

    def is_firm(self, line: LineRow) -> bool:
        """Tell whether a line is stated, current, contested by no claim, and between things known to be there."""
        return self.is_firm_from(line) and self._sure(line.finish)

    def is_firm_from(self, line: LineRow) -> bool:
        """Tell whether a line is firm in itself, and from something known to be there, whatever it leads to."""
        return is_firm(line) and line.fact not in self._contested and self._sure(line.start)

    def _sure(self, entity: str) -> bool:
        row = self.entities[entity]
        return is_firm(row) and not row.left_open

    def above(self, start: str) -> frozenset[str]:
        """Return everything that can be reached from here along lines and from part to whole, itself left out."""
        if start not in self._above:
            self._above[start] = frozenset(_reached(start, self._one_up))
        return self._above[start]

    def _one_up(self, here: str) -> list[str]:
        return [*(line.finish for line in self.up.get(here, ())), *self.wholes.get(here, ())]

    def ways_up(self, start: str) -> set[str]:
        """Return what can be reached from here along lines that are not yet at an end, itself included."""
        return {start, *_reached(start, lambda here: [] if self.is_terminus(here) else self._finishes(here))}

    def _finishes(self, here: str) -> list[str]:
        return [line.finish for line in self.lines_of(here)]

    def way(self, start: str) -> Way | None:
        """Return the nearest way from here to a terminus, firm ones before weak; None where none is reached."""
        sweep = self._firm_sweep if start in self._firm_sweep else self._sweep
        if start not in sweep:
            return None
        told: list[LineRow] = []
        here = start
        while (line := sweep[here].line) is not None and len(told) < LONGEST_TOLD:
            told.append(line)
            here = line.finish
        return Way(tuple(told), sweep[start].weak, sweep[start].end)

    @cached_property
    def _sweep(self) -> dict[str, _Step]:
        return self._swept(self.lines)

    @cached_property
    def _firm_sweep(self) -> dict[str, _Step]:
        return self._swept([line for line in self.lines if self.is_firm(line)])

    def _swept(self, lines: Collection[LineRow]) -> dict[str, _Step]:
        """Go down from every terminus at once; each thing learns its first line on a shortest way there."""
        down: dict[str, list[LineRow]] = defaultdict(list)
        for line in sorted(lines):
            down[line.finish].append(line)
        ends = sorted(entity for entity in self.entities if self.is_terminus(entity))
        step = {entity: _Step(None, None, entity) for entity in ends}
        queue = deque(ends)
        while queue:
            here = queue.popleft()
            for line in down.get(here, ()):
                if line.start not in step:
                    weak = line if not self.is_firm(line) else step[here].weak
                    step[line.start] = _Step(line, weak, step[here].end)
                    queue.append(line.start)
        return step

    @cached_property
    def ends(self) -> dict[str, tuple[str, ...]]:
        """Where chains stop short of a terminus: the id, to everything below it that reaches none, in order."""
        stops = sorted(stop for stop in self.down if self._stops(stop))
        return {
            stop: tuple(sorted(entity for entity in self._below(stop) if entity not in self._sweep)) for stop in stops
        }

    def _stops(self, entity: str) -> bool:
        return not self.is_terminus(entity) and (entity not in self._present or not self.up.get(entity))

    def _below(self, stop: str) -> set[str]:
        return _reached(stop, lambda here: [line.start for line in self.down.get(here, ())])

    @cached_property
    def below_tops(self) -> Mapping[str, tuple[str, ...]]:
        """The top bodies to which chains of things below them run, by each of those things."""
        found: dict[str, list[str]] = defaultdict(list)
        for top in sorted(group for group in self.groups if self.down.get(group) and self.is_top(group)):
            for thing in self._below(top):
                found[thing].append(top)
        return {thing: tuple(tops) for thing, tops in found.items()}

    @cached_property
    def circles(self) -> tuple[Circle, ...]:
        """Circles with a governance group in them, among things that are there on the day."""
        living = [line for line in self.lines if line.finish in self._present]
        return tuple(
            circle for circle in circles(living, self.is_firm) if any(group in self.groups for group in circle.groups)
        )

    @cached_property
    def _circle_of(self) -> dict[str, set[int]]:
        found: dict[str, set[int]] = defaultdict(set)
        for number, circle in enumerate(self.circles):
            for group in circle.groups:
                found[group].add(number)
        return found

    def in_a_circle(self, line: LineRow) -> bool:
        """Tell whether a line runs within a circle: to itself, or among groups that answer to each other."""
        return bool(self._circle_of.get(line.start, set()) & self._circle_of.get(line.finish, set()))

    def leads_out(self, circle: Circle) -> bool:
        """Tell whether one of the groups in a circle also answers to something outside it."""
        inside = set(circle.groups)
        return any(line.finish not in inside for group in circle.groups for line in self.lines_of(group))


class _Step(NamedTuple):
    """What a thing learns in a sweep: its line up, the nearest line on the way that is not firm, and the end."""

    line: LineRow | None
    weak: LineRow | None
    end: str


def is_firm(row: LineRow | SeatRow | TieRow | EntityRow) -> bool:
    """Tell whether something is stated and known to be current."""
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
