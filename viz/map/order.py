"""The order in which a picture is told: down from those to whom others answer, by name where nothing else decides."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from viz.map.ties import ROLES
from viz.map.view import Box, Line, Relation, Shape, View

GROUPS = (Shape.PARTNERSHIP, Shape.GROUP, Shape.TEAM)
_ROLES = tuple(ROLES.values())


def groups_in_order(view: View) -> tuple[Box, ...]:
    """The groups from the top down: each is followed by those that answer to it, or are part of it."""
    groups = {box.id: box for box in view.boxes if box.shape in GROUPS}
    below: dict[str, list[str]] = defaultdict(list)
    above: dict[str, int] = defaultdict(int)
    for line in view.lines:
        if {line.source, line.target} <= groups.keys() and _ranks(line):
            below[line.target].append(line.source)
            above[line.source] += 1
    ranked = sorted(groups, key=lambda box: _rank(groups[box]))
    tops = [box for box in ranked if not above[box]]
    told: dict[str, Box] = {}
    for box in _downwards([*tops, *ranked], below, groups):
        told.setdefault(box, groups[box])
    return tuple(told.values())


def by_name(boxes: Iterable[Box]) -> list[Box]:
    """The boxes by their names."""
    return sorted(boxes, key=lambda box: (box.label.casefold(), box.id))


def by_role(seats: Iterable[Line], names: dict[str, Box]) -> list[Line]:
    """The seats on a group: whoever chairs it first, then by name."""
    return sorted(seats, key=lambda line: (_role(line), names[line.source].label.casefold(), line.id))


def _ranks(line: Line) -> bool:
    return line.is_followed or line.relation is Relation.PART_OF


def _downwards(tops: Sequence[str], below: dict[str, list[str]], groups: dict[str, Box]) -> Iterator[str]:
    seen: set[str] = set()
    waiting = list(reversed(tops))
    while waiting:
        here = waiting.pop()
        if here not in seen:
            seen.add(here)
            yield here
            waiting += sorted(below[here], key=lambda box: _rank(groups[box]), reverse=True)


def _rank(box: Box) -> tuple[bool, bool, int, str, str]:
    """What is over comes last and staff teams after groups; partnerships come first."""
    return bool(box.gone), box.shape is Shape.TEAM, box.shape is not Shape.PARTNERSHIP, box.label.casefold(), box.id


def _role(line: Line) -> int:
    return _ROLES.index(line.label) if line.label in _ROLES else len(_ROLES)
