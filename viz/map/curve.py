"""The geometry of lines: points along a curve, its end, and the shape at its end."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, pairwise
from math import hypot

from viz.map.graphviz import Point, Rect
from viz.map.scene import Head

_LENGTH = {"solid": 8.0, "open": 7.0, "ring": 6.0, "diamond": 9.0}
_HALF = {"solid": 3.6, "open": 3.4, "ring": 0.0, "diamond": 3.2}
_STEPS, _COARSE = 20, 8


def points_along(curve: tuple[Point, ...], steps: int = _STEPS) -> list[Point]:
    """Points on a Bezier curve, close enough to each other to stand for it."""
    found = [curve[0]]
    for start in range(0, len(curve) - 3, 3):
        a, b, c, d = curve[start : start + 4]
        found += [_bezier(a, b, c, d, step / steps) for step in range(1, steps + 1)]
    return found


def with_head(curve: tuple[Point, ...], form: str, weight: float) -> tuple[tuple[Point, ...], Head | None]:
    """The curve cut back to make room for its head, and the head. ``weight`` is the width of the stroke."""
    if form == "none":
        return curve, None
    tip, (ux, uy) = curve[-1], _direction(curve)
    grow = 1.0 + 0.18 * (weight - 1.0)
    length, half = _LENGTH[form] * grow, _HALF[form] * grow

    def at(back: float, aside: float) -> Point:
        return round(tip[0] - ux * back - uy * aside, 2), round(tip[1] - uy * back + ux * aside, 2)

    corners = {
        "solid": (at(0, 0), at(length, half), at(length, -half)),
        "open": (at(length, half), at(0, 0), at(length, -half)),
        "ring": (at(length / 2, 0), at(0, 0)),
        "diamond": (at(0, 0), at(length / 2, half), at(length, 0), at(length / 2, -half)),
    }[form]
    ends = at(0 if form == "open" else length - 0.4, 0)
    return (*curve[:-1], ends), Head(form, corners)


def count_crossings(lines: Sequence[tuple[tuple[str, str], tuple[Point, ...]]]) -> int:
    """How often curves cross that share no end; each is given with the ids at its ends."""
    ways = [(set(ends), points_along(curve, _COARSE)) for ends, curve in lines]
    rects = [around(way) for _, way in ways]
    return sum(
        _meet(a, b)
        for (i, (one, a)), (j, (other, b)) in combinations(enumerate(ways), 2)
        if _share_room(rects[i], rects[j]) and not one & other
    )


def around(points: Sequence[Point]) -> Rect:
    """The smallest rectangle that holds all points."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)


def near(point: Point, rect: Rect, distance: float) -> bool:
    """Whether a point lies in a rectangle, or no farther from it than that (negative: that deep inside)."""
    x, y, wide, high = rect
    return x - distance <= point[0] <= x + wide + distance and y - distance <= point[1] <= y + high + distance


def _bezier(a: Point, b: Point, c: Point, d: Point, t: float) -> Point:
    s = 1 - t
    x = s**3 * a[0] + 3 * s * s * t * b[0] + 3 * s * t * t * c[0] + t**3 * d[0]
    y = s**3 * a[1] + 3 * s * s * t * b[1] + 3 * s * t * t * c[1] + t**3 * d[1]
    return x, y


def _direction(curve: tuple[Point, ...]) -> Point:
    """Where the curve points at its end, as a vector of length one."""
    end = curve[-1]
    for before in reversed(curve[:-1]):
        length = hypot(end[0] - before[0], end[1] - before[1])
        if length > 1.0:
            return (end[0] - before[0]) / length, (end[1] - before[1]) / length
    return 1.0, 0.0


def _meet(a: list[Point], b: list[Point]) -> int:
    return sum(
        _cross(*p, *q)
        for p in pairwise(a)
        for q in pairwise(b)
        if min(p[0][0], p[1][0]) <= max(q[0][0], q[1][0]) and min(q[0][0], q[1][0]) <= max(p[0][0], p[1][0])
    )


def _share_room(a: Rect, b: Rect) -> bool:
    return a[0] <= b[0] + b[2] and b[0] <= a[0] + a[2] and a[1] <= b[1] + b[3] and b[1] <= a[1] + a[3]


def _cross(a: Point, b: Point, c: Point, d: Point) -> bool:
    def side(p: Point, q: Point, r: Point) -> bool:
        return (q[0] - p[0]) * (r[1] - p[1]) > (q[1] - p[1]) * (r[0] - p[0])

    return side(a, b, c) != side(a, b, d) and side(c, d, a) != side(c, d, b)
