"""Words that stand at a stroke and say what it is."""

from __future__ import annotations

from heapq import nsmallest
from itertools import pairwise
from typing import TYPE_CHECKING

from loaders.slides.geometry import NearPaths, Point, Rect, between, to_segment
from loaders.slides.sayings import saying_of
from loaders.wording import quoted

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from loaders.slides.drawn import Shape, Stroke

_STEPS = 12
"""Points along each piece of a stroke at which it is held against a label."""
_LOOKED_AT = 5
"""Strokes, the nearest, that are looked at for each label."""
_CLEARLY = 0.6
"""The stroke that words belong to is nearer to their middle than any other, by this factor."""


def labelled(
    shapes: Sequence[Shape], strokes: Sequence[Stroke], glued: Collection[int], slide: Rect, near: float
) -> tuple[list[Shape], dict[int, str], list[str]]:
    """Give each stroke the words that stand at it; return the other shapes, and what could not be told."""
    index = NearPaths((stroke.path for stroke in strokes), slide, 4 * near)
    left: list[Shape] = []
    words: dict[int, str] = {}
    doubtful: list[str] = []
    for shape in shapes:
        if shape.rect is None or shape.number in glued or saying_of(shape.words) is None:
            left.append(shape)
            continue
        close = sorted(_near(shape, shape.rect, strokes, index, near))
        if not close:
            left.append(shape)
        elif len(close) > 1 and close[0][0] > _CLEARLY * close[1][0]:
            doubtful.append(f"{quoted(shape.words)}, which stands at more than one line")
        else:
            words.setdefault(close[0][1], shape.words)
    return left, words, doubtful


def _near(
    shape: Shape, rect: Rect, strokes: Sequence[Stroke], index: NearPaths, near: float
) -> Iterator[tuple[float, int]]:
    """Yield the strokes at which words stand, with how far each is from their middle."""
    away = ((_distance(rect.centre, strokes[place].path), place) for place in index.at(rect.centre))
    for distance, place in nsmallest(_LOOKED_AT, away):
        # Words with a box of their own stand at a line only where the line goes through behind them.
        within = 0.0 if shape.outlined else near
        if any(rect.distance(point) <= within for point in _points(strokes[place].path)):
            yield distance, place


def _distance(point: Point, path: Sequence[Point]) -> float:
    return min(to_segment(point, start, end) for start, end in pairwise(path))


def _points(path: Sequence[Point]) -> Iterator[Point]:
    for start, end in pairwise(path):
        for step in range(_STEPS + 1):
            yield between(start, end, step / _STEPS)
