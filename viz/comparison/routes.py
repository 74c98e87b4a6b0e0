"""How lines run in a panel: square, in the lanes between boxes, never through a box that they do not end at.

Lines of one kind that end at the same box may share a lane, as the branches of a tree do; others may cross and do
not run in each other. The way of each is the cheapest by length, corners and crossings (Dijkstra, 1959), those before
it taken as given, so that the same boxes and ties give the same picture everywhere.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from heapq import heappop, heappush
from itertools import pairwise
from typing import NamedTuple

from viz.comparison.grid import Rect
from viz.comparison.ties import How, Tie
from viz.drawing.drawing import Point

_Node = tuple[int, int]
_Step = tuple[int, int]
_Bundle = tuple[How, bool, str]

_CORNER, _CROSSING, _TOUCHING, _SHARING = 7.0, 9.0, 30.0, 90.0
_TOGETHER = 0.35
"""What a point of way costs that lines of a bundle have already gone, against one that they have not."""
_CLEAR = 2.2
"""How far a line keeps from a box that is not its own."""
_LANE = 3.1
"""How far lanes lie apart."""
_HEAD_ROOM = 5.5
"""How long the last stretch of a line is, at least, so that its head can be seen."""
_SIDES: tuple[_Step, ...] = ((0, -1), (0, 1), (-1, 0), (1, 0))


class Routes:
    """The lanes of one panel, and who runs in them."""

    def __init__(self, rects: Mapping[str, Rect], width: float, height: float, top: float = 0.0) -> None:
        """Lay lanes around boxes, within a panel of this size whose head ends at `top`."""
        self._rects = rects
        self._xs = _lanes([(x, x + wide) for x, _, wide, _ in rects.values()], 1.0, width - 1.0)
        self._ys = _lanes([(y, y + high) for _, y, _, high in rects.values()], top + 1.0, height - 1.0)
        self._within = [
            (range(*_inside(self._xs, x, x + wide)), range(*_inside(self._ys, y, y + high)))
            for x, y, wide, high in rects.values()
        ]
        self._run: dict[tuple[_Node, _Node], set[_Bundle]] = defaultdict(set)
        self._at: dict[_Node, dict[_Bundle, set[bool]]] = defaultdict(dict)
        self._before: dict[Point, set[_Bundle]] = defaultdict(set)

    def way(self, tie: Tie, *, headed: bool) -> Way:
        """Lay one more line, up to where it joins another of its kind; without corners where there is no way at all."""
        together = tie.how in {How.PART_OF, How.BECAME}
        bundle = (tie.how, tie.stated, tie.finish if together else f"{tie.start} {tie.finish}")
        ends = {port.node: port for port in self._ports(tie.finish, far=headed)}
        ports = {port.node: port for port in self._ports(tie.start, far=False)}
        nodes = self._cheapest(ports, ends, bundle)
        if not nodes:
            return Way((), joins=False)
        own = nodes[: self._alone(nodes, bundle)]
        self._keep(nodes, bundle)
        for port in (ports[nodes[0]], ends[nodes[-1]]):
            self._before[port.at].add(bundle)
        points = [ports[nodes[0]].at, *((self._xs[x], self._ys[y]) for x, y in own)]
        if own == nodes:
            points.append(ends[nodes[-1]].at)
        return Way(_corners(points), joins=own != nodes)

    def _alone(self, nodes: tuple[_Node, ...], bundle: _Bundle) -> int:
        """Return how many crossings a line passes before it runs with others of its bundle for good."""
        together = [bundle in self._run.get(_between(one, other), set()) for one, other in pairwise(nodes)]
        alone = len(nodes)
        while alone > 1 and together[alone - 2]:
            alone -= 1
        return alone

    def _ports(self, box: str, *, far: bool) -> Iterator[_Port]:
        """Where a line may leave or reach a box, and the first crossing of lanes in front of it."""
        x, y, wide, high = self._rects[box]
        for side in _SIDES:
            across, down = side
            for share in (0.5, 0.25, 0.75):
                px = x + wide * (share if not across else (across + 1) / 2)
                py = y + high * (share if not down else (down + 1) / 2)
                node = self._in_front(px, py, side, far=far)
                if node is not None:
                    at = (self._xs[node[0]], py) if down else (px, self._ys[node[1]])
                    yield _Port((round(at[0], 2), round(at[1], 2)), node, side)

    def _in_front(self, x: float, y: float, side: _Step, *, far: bool) -> _Node | None:
        lanes, at = (self._xs, x) if side[0] else (self._ys, y)
        room = _HEAD_ROOM if far else _CLEAR
        step = side[0] or side[1]
        found = [i for i, lane in enumerate(lanes) if (lane - at) * step >= room]
        if not found:
            return None
        first = found[0] if step > 0 else found[-1]
        if side[0]:
            node = (first, _nearest(self._ys, y))
            straight = abs(self._ys[node[1]] - y) < _SAME
        else:
            node = (_nearest(self._xs, x), first)
            straight = abs(self._xs[node[0]] - x) < _SAME
        return node if straight and self._is_free(node) and self._sees(x, y, node) else None

    def _sees(self, x: float, y: float, node: _Node) -> bool:
        """Tell whether nothing stands between a box and the crossing in front of it."""
        nx, ny = self._xs[node[0]], self._ys[node[1]]
        low_x, high_x, low_y, high_y = min(x, nx), max(x, nx), min(y, ny), max(y, ny)
        return not any(
            (bx < high_x - _SAME and bx + wide > low_x + _SAME and by < high_y and by + high > low_y)
            or (by < high_y - _SAME and by + high > low_y + _SAME and bx < high_x and bx + wide > low_x)
            for bx, by, wide, high in self._rects.values()
        )

    def _is_free(self, node: _Node) -> bool:
        return not any(node[0] in across and node[1] in down for across, down in self._within)

    def _cheapest(
        self, starts: Mapping[_Node, _Port], ends: Mapping[_Node, _Port], bundle: _Bundle
    ) -> tuple[_Node, ...]:
        best: dict[tuple[_Node, _Step], float] = {}
        queue: list[tuple[float, _Node, _Step, tuple[_Node, ...]]] = []
        for node, port in starts.items():
            cost = self._here(node, port.side, port.side, bundle) + self._taken(port, bundle)
            heappush(queue, (cost, node, port.side, (node,)))
        while queue:
            cost, node, going, way = heappop(queue)
            if going == _DONE:
                return way
            if best.get((node, going), cost + 1) <= cost:
                continue
            best[node, going] = cost
            if node in ends:
                into = (-ends[node].side[0], -ends[node].side[1])
                if into != (-going[0], -going[1]):
                    turned = _CORNER if into != going else 0.0
                    heappush(queue, (cost + turned + self._taken(ends[node], bundle), node, _DONE, way))
            for step in _SIDES:
                after = (node[0] + step[0], node[1] + step[1])
                if step == (-going[0], -going[1]) or not self._is_there(after):
                    continue
                price = cost + self._price(node, after, bundle) + self._here(node, going, step, bundle)
                heappush(queue, (price, after, step, (*way, after)))
        return ()

    def _is_there(self, node: _Node) -> bool:
        return 0 <= node[0] < len(self._xs) and 0 <= node[1] < len(self._ys) and self._is_free(node)

    def _price(self, node: _Node, after: _Node, bundle: _Bundle) -> float:
        length = abs(self._xs[node[0]] - self._xs[after[0]]) + abs(self._ys[node[1]] - self._ys[after[1]])
        others = self._run.get(_between(node, after), set())
        if bundle in others:
            return length * _TOGETHER
        return length + (_SHARING if others else 0.0)

    def _here(self, node: _Node, going: _Step, step: _Step, bundle: _Bundle) -> float:
        """What it costs to go on from a crossing: a corner, and meeting whoever goes the other way or turns there."""
        cost = _CORNER if step != going else 0.0
        for other, ways in self._at.get(node, {}).items():
            if other != bundle:
                crosses = step == going and ways == {going[0] == 0}
                cost += _CROSSING if crosses else _TOUCHING
        return cost

    def _taken(self, port: _Port, bundle: _Bundle) -> float:
        """What it costs to leave or reach a box where a line of another bundle does."""
        return _SHARING if self._before[port.at] - {bundle} else 0.0

    def _keep(self, nodes: Sequence[_Node], bundle: _Bundle) -> None:
        for one, other in pairwise(nodes):
            self._run[_between(one, other)].add(bundle)
            for node in (one, other):
                self._at[node].setdefault(bundle, set()).add(one[1] == other[1])
        if len(nodes) == 1:
            self._at[nodes[0]].setdefault(bundle, set()).update((True, False))


class Way(NamedTuple):
    """The corners of a line, from where it leaves a box to where it ends; `joins` where that is on another line."""

    points: tuple[Point, ...]
    joins: bool


class _Port(NamedTuple):
    at: Point
    node: _Node
    side: _Step


_DONE: _Step = (0, 0)
_SAME = 0.05


def _lanes(spans: Sequence[tuple[float, float]], low: float, high: float) -> Sequence[float]:
    """Return where lanes run: before the middle and the quarters of boxes, and as many as there is room for between."""
    apart = sorted(set(spans))
    found = {round(one + (other - one) * share, 2) for one, other in apart for share in (0.25, 0.5, 0.75)}
    edges = sorted({low, high, *(edge for span in apart for edge in span)})
    for one, other in pairwise(edges):
        if not any(start < other - _SAME and end > one + _SAME for start, end in apart):
            number = max(int((other - one - 2 * _CLEAR) / _LANE) + 1, 1)
            middle = (one + other) / 2
            found |= {round(middle + (i - (number - 1) / 2) * _LANE, 2) for i in range(number)}
    return sorted(found)


def _inside(lanes: Sequence[float], start: float, end: float) -> tuple[int, int]:
    return bisect_left(lanes, start - _CLEAR + _SAME), bisect_left(lanes, end + _CLEAR - _SAME)


def _nearest(lanes: Sequence[float], at: float) -> int:
    return min(range(len(lanes)), key=lambda i: abs(lanes[i] - at))


def _between(one: _Node, other: _Node) -> tuple[_Node, _Node]:
    return (one, other) if one <= other else (other, one)


def _corners(points: Sequence[Point]) -> tuple[Point, ...]:
    """Return the points at which a way turns, with its ends."""
    kept = [points[0]]
    for before, at, after in zip(points, points[1:], points[2:], strict=False):
        along = abs(before[0] - at[0]) < _SAME and abs(at[0] - after[0]) < _SAME
        level = abs(before[1] - at[1]) < _SAME and abs(at[1] - after[1]) < _SAME
        if not (along or level):
            kept.append(at)
    return (*kept, points[-1])
