"""Where the words on lines go: on the line itself, clear of boxes, of each other and, if possible, of other lines."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from viz.map.curve import points_along
from viz.map.graphviz import Point, Rect

_AIR = 2.0
_TRIALS = 6
"""How often it is tried again with the words first that found no place for themselves."""
_CELL = 64.0
# Fractions of the way along, the best places first: near the middle, then outwards.
_PLACES = tuple(0.5 + sign * step / 40 for step in range(15) for sign in ((1, -1) if step else (1,)))


def place_labels(
    sizes: Mapping[str, tuple[float, float]],
    routes: Mapping[str, tuple[Point, ...]],
    boxes: Sequence[Rect],
    reserved: Mapping[str, Point],
) -> dict[str, Point]:
    """The centre of each line's words. ``reserved`` is a place free of boxes, for want of a better one."""
    along = {line: points_along(route) for line, route in routes.items()}
    points = _Grid((at, line) for line, way in along.items() for at in way)
    order = tuple(sizes)
    for _ in range(_TRIALS):
        solid = _Rects(boxes)
        placed: dict[str, Rect] = {}
        stuck: list[str] = []
        for line in order:
            places = [_around(place, sizes[line]) for place in (*_places(along[line]), reserved[line])]
            best = _best(places, solid, points, line)
            stuck += [] if best else [line]
            placed[line] = best or places[-1]
            solid.add(placed[line])
        if order[: len(stuck)] == tuple(stuck):
            break
        order = (*stuck, *(line for line in order if line not in stuck))
    return {line: (placed[line][0] + size[0] / 2, placed[line][1] + size[1] / 2) for line, size in sizes.items()}


def _best(places: Sequence[Rect], solid: _Rects, points: _Grid, line: str) -> Rect | None:
    """Return the place with the fewest other lines through it, of those that are clear of boxes and words."""
    free = [place for place in places if not solid.hit(place)]
    return min(free, key=lambda place: points.inside(place, but=line), default=None)


def overlap(a: Rect, b: Rect, air: float = 0.0) -> bool:
    """Whether two rectangles share room, or come closer than ``air``."""
    return (
        a[0] < b[0] + b[2] + air and b[0] < a[0] + a[2] + air and a[1] < b[1] + b[3] + air and b[1] < a[1] + a[3] + air
    )


def _places(points: Sequence[Point]) -> Iterable[Point]:
    last = len(points) - 1
    return (points[round(place * last)] for place in _PLACES)


def _around(centre: Point, size: tuple[float, float]) -> Rect:
    return centre[0] - size[0] / 2, centre[1] - size[1] / 2, size[0], size[1]


class _Rects:
    """Rectangles by the squares of a grid, so that only near ones are looked at."""

    def __init__(self, rects: Iterable[Rect]) -> None:
        self._cells: dict[tuple[int, int], list[Rect]] = defaultdict(list)
        for rect in rects:
            self.add(rect)

    def add(self, rect: Rect) -> None:
        for cell in _cells(rect):
            self._cells[cell].append(rect)

    def hit(self, rect: Rect) -> bool:
        return any(overlap(rect, other, _AIR) for cell in _cells(rect) for other in self._cells.get(cell, ()))


class _Grid:
    """Points of lines by the squares of a grid."""

    def __init__(self, points: Iterable[tuple[Point, str]]) -> None:
        self._cells: dict[tuple[int, int], list[tuple[Point, str]]] = defaultdict(list)
        for point, line in points:
            self._cells[int(point[0] // _CELL), int(point[1] // _CELL)].append((point, line))

    def inside(self, rect: Rect, *, but: str) -> int:
        x, y, width, height = rect
        return sum(
            line != but and x <= at[0] <= x + width and y <= at[1] <= y + height
            for cell in _cells(rect)
            for at, line in self._cells.get(cell, ())
        )


def _cells(rect: Rect) -> Iterable[tuple[int, int]]:
    x, y, width, height = rect
    for column in range(int((x - _AIR) // _CELL), int((x + width + _AIR) // _CELL) + 1):
        for row in range(int((y - _AIR) // _CELL), int((y + height + _AIR) // _CELL) + 1):
            yield column, row
