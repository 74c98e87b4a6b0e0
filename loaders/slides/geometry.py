"""Where things lie on a slide, and what lies near a point, without looking at everything for each point."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_PIECES = 16
"""Into how many pieces an index takes each stretch of a way that has few."""
_CELLS = 32
"""Cells of an index, along each side: what is drawn far off the slide falls into the outermost."""


class Point(NamedTuple):
    """A place on a slide, across and down."""

    x: float
    y: float

    def to(self, other: Point) -> float:
        """Return how far it is to another point."""
        return math.hypot(self.x - other.x, self.y - other.y)


class Rect(NamedTuple):
    """An upright rectangle."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """How wide it is."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """How high it is."""
        return self.bottom - self.top

    @property
    def centre(self) -> Point:
        """Its middle."""
        return Point((self.left + self.right) / 2, (self.top + self.bottom) / 2)

    @property
    def area(self) -> float:
        """What it covers."""
        return self.width * self.height

    def holds(self, other: Rect, slack: float = 0.0) -> bool:
        """Tell whether another rectangle lies inside, reaching out by no more than some slack."""
        return (
            self.left - slack <= other.left
            and self.top - slack <= other.top
            and self.right + slack >= other.right
            and self.bottom + slack >= other.bottom
        )

    def distance(self, point: Point) -> float:
        """Return how far a point is outside; 0 inside."""
        across = max(self.left - point.x, 0.0, point.x - self.right)
        down = max(self.top - point.y, 0.0, point.y - self.bottom)
        return math.hypot(across, down)

    def edge_distance(self, point: Point) -> float:
        """Return how far a point is from the outline, from outside or from inside."""
        inside = min(point.x - self.left, self.right - point.x, point.y - self.top, self.bottom - point.y)
        return inside if inside >= 0 else self.distance(point)

    def wider(self, by: float) -> Rect:
        """Return the rectangle that reaches farther on all sides."""
        return Rect(self.left - by, self.top - by, self.right + by, self.bottom + by)


def around(points: Sequence[Point]) -> Rect:
    """Return the smallest rectangle around some points."""
    across, down = [point.x for point in points], [point.y for point in points]
    return Rect(min(across), min(down), max(across), max(down))


class Affine(NamedTuple):
    """How the coordinates of a shape, or of the children of a group, become those of the slide."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def at(self, x: float, y: float) -> Point:
        """Return where a point comes to lie."""
        return Point(self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f)

    def after(self, first: Affine) -> Affine:
        """Return what does the one first and then this."""
        return Affine(
            self.a * first.a + self.c * first.b,
            self.b * first.a + self.d * first.b,
            self.a * first.c + self.c * first.d,
            self.b * first.c + self.d * first.d,
            *self.at(first.e, first.f),
        )

    def rect(self) -> Rect:
        """Return what the square from 0 to 1 comes to cover."""
        return around([self.at(0, 0), self.at(1, 0), self.at(0, 1), self.at(1, 1)])


def turned(degrees: float, about: Point) -> Affine:
    """Turn clockwise, as a slide counts, about a point."""
    cosine, sine = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return Affine(
        cosine,
        sine,
        -sine,
        cosine,
        about.x - cosine * about.x + sine * about.y,
        about.y - sine * about.x - cosine * about.y,
    )


def to_segment(point: Point, start: Point, end: Point) -> float:
    """Return how far a point is from a straight line between two others."""
    across, down = end.x - start.x, end.y - start.y
    length = across * across + down * down
    along = ((point.x - start.x) * across + (point.y - start.y) * down) / length if length else 0.0
    along = min(max(along, 0.0), 1.0)
    return point.to(Point(start.x + along * across, start.y + along * down))


class Near:
    """An index of rectangles: which of them come near a point."""

    def __init__(self, rects: Sequence[Rect], slide: Rect, within: float) -> None:
        """Take the rectangles, the slide they lie on, and how far away still counts as near."""
        self._slide = slide
        self._cells: dict[tuple[int, int], list[int]] = {}
        for number, rect in enumerate(rects):
            reach = rect.wider(within)
            for cell in self._covered(reach):
                self._cells.setdefault(cell, []).append(number)

    def at(self, point: Point) -> Sequence[int]:
        """Return the numbers of the rectangles that may be near a point, in their order."""
        return self._cells.get((self._across(point.x), self._down(point.y)), ())

    def _covered(self, rect: Rect) -> Iterator[tuple[int, int]]:
        for across in range(self._across(rect.left), self._across(rect.right) + 1):
            for down in range(self._down(rect.top), self._down(rect.bottom) + 1):
                yield across, down

    def _across(self, x: float) -> int:
        return _cell((x - self._slide.left) / self._slide.width)

    def _down(self, y: float) -> int:
        return _cell((y - self._slide.top) / self._slide.height)


class NearPaths:
    """An index of ways: which of them come near a point. Each is taken piece by piece, for a slanting one is thin."""

    def __init__(self, paths: Iterable[Sequence[Point]], slide: Rect, within: float) -> None:
        """Take the ways, the slide they lie on, and how far away still counts as near."""
        self._path: list[int] = []
        rects: list[Rect] = []
        for number, path in enumerate(paths):
            for start, end in pairwise(path):
                count = _PIECES if len(path) <= _PIECES else 1
                for piece in range(count):
                    rects.append(around([between(start, end, part / count) for part in (piece, piece + 1)]))
                    self._path.append(number)
        self._pieces = Near(rects, slide, within)

    def at(self, point: Point) -> Sequence[int]:
        """Return the numbers of the ways that may be near a point, in their order."""
        return tuple(dict.fromkeys(self._path[piece] for piece in self._pieces.at(point)))


def between(start: Point, end: Point, part: float) -> Point:
    """Return the point at some part of the way from one to another."""
    return Point(start.x + part * (end.x - start.x), start.y + part * (end.y - start.y))


def _cell(part: float) -> int:
    return int(min(max(part, -1 / _CELLS), 1.0) * _CELLS)
