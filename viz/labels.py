"""Where the words on lines go: on the line itself, clear of boxes, of each other and, if possible, of other lines."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from viz.curve import points_along
from viz.graphviz import Point, Rect

_AIR = 2.0
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
    taken: list[Rect] = []
    centres: dict[str, Point] = {}
    for line, size in sizes.items():
        others = [point for other, points in along.items() if other != line for point in points]
        places = [*_places(along[line]), reserved[line]]
        free = [place for place in places if not _hits(_around(place, size), [*boxes, *taken])]
        centre = min(free or places[-1:], key=lambda place: _crossings(_around(place, size), others))
        centres[line] = centre
        taken.append(_around(centre, size))
    return centres


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


def _hits(rect: Rect, others: Iterable[Rect]) -> bool:
    return any(overlap(rect, other, _AIR) for other in others)


def _crossings(rect: Rect, points: Iterable[Point]) -> int:
    x, y, width, height = rect
    return sum(x <= px <= x + width and y <= py <= y + height for px, py in points)
