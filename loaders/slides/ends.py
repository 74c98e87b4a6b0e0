"""From which box to which box each stroke goes, also where it is glued to nothing, or runs into another stroke."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from loaders.slides.geometry import Near, NearPaths, Point, Rect, to_segment

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from loaders.slides.drawn import Stroke
    from loaders.slides.layout import Laid

_AS_NEAR = 0.25
"""Two boxes are as near as each other where the difference is less than this part of what is near."""


class Tie(NamedTuple):
    """A stroke between two boxes, by the place of the stroke and those of the boxes."""

    stroke: int
    start: int
    end: int


class Branches(NamedTuple):
    """Strokes that run into each other, and the boxes at their ends; `heads` are those at which there is an arrow."""

    strokes: tuple[int, ...]
    boxes: tuple[int, ...]
    heads: tuple[int, ...]


class Loose(NamedTuple):
    """A stroke that leads nowhere: at which boxes it ends, if at any, and between which one cannot tell."""

    stroke: int
    boxes: tuple[int, ...]
    between: tuple[int, ...] = ()


class Ends(NamedTuple):
    """What became of the strokes of a slide."""

    ties: tuple[Tie, ...]
    branches: tuple[Branches, ...]
    loose: tuple[Loose, ...]


def ends_of(laid: Laid) -> Ends:
    """Find the boxes at the ends of all strokes of a slide."""
    finder = _Finder(laid)
    found = [finder.ends(stroke) for stroke in laid.strokes]
    joined = _joined(laid, found)
    single = [place for place in range(len(found)) if place not in joined]
    ties = tuple(Tie(place, *_only(found[place])) for place in single if _is_whole(found[place]))
    loose = tuple(_loose(place, found[place]) for place in single if not _is_whole(found[place]))
    branches = tuple(_branches(laid, found, together) for together in _together(joined))
    return Ends(ties, branches, loose)


_Found = tuple[tuple[int, ...], tuple[int, ...]]
"""The boxes at the two ends of a stroke: one where it is clear, none, or several between which one cannot tell."""


class _Finder:
    def __init__(self, laid: Laid) -> None:
        self._laid = laid
        self._places = [place for place, box in enumerate(laid.boxes) if box.rect is not None]
        self._rects: list[Rect] = [box.rect for box in laid.boxes if box.rect is not None]
        self._index = Near(self._rects, laid.slide.rect, laid.near)
        self._holding = set(laid.within.values())

    def ends(self, stroke: Stroke) -> _Found:
        """Return the boxes at both ends."""
        return self._at(stroke.glued[0], stroke.start), self._at(stroke.glued[1], stroke.end)

    def _at(self, glued: int | None, point: Point) -> tuple[int, ...]:
        if glued is not None and glued in self._laid.numbers:
            return (self._laid.numbers[glued],)
        near = sorted(self._near(point))
        if len(near) > 1 and near[0][0] > 0 and near[1][0] - near[0][0] < _AS_NEAR * self._laid.near:
            first, second = near[0][2], near[1][2]
            if self._laid.within.get(first) != second and self._laid.within.get(second) != first:
                return first, second
        return (near[0][2],) if near else ()

    def _near(self, point: Point) -> Iterator[tuple[float, float, int]]:
        for number in self._index.at(point):
            rect, place = self._rects[number], self._places[number]
            # Inside a box that holds others a line may pass on its way; inside any other it ends.
            away = rect.edge_distance(point) if place in self._holding else rect.distance(point)
            if away <= self._laid.near:
                yield away, rect.area, place


def _only(found: _Found) -> tuple[int, int]:
    return found[0][0], found[1][0]


def _is_whole(found: _Found) -> bool:
    return len(found[0]) == 1 and len(found[1]) == 1


def _loose(place: int, found: _Found) -> Loose:
    boxes = tuple(end[0] for end in found if len(end) == 1)
    return Loose(place, boxes, tuple(box for end in found if len(end) > 1 for box in end))


def _joined(laid: Laid, found: Sequence[_Found]) -> dict[int, int]:
    """Give each stroke that runs into another, or is run into, one of those it is joined with."""
    index = NearPaths((stroke.path for stroke in laid.strokes), laid.slide.rect, laid.near)
    root: dict[int, int] = {}
    for place, (stroke, ends) in enumerate(zip(laid.strokes, found, strict=True)):
        for point, boxes in zip((stroke.start, stroke.end), ends, strict=True):
            if boxes:
                continue
            for other in index.at(point):
                first, second = _root(root, place), _root(root, other)
                # What is joined already needs no measuring: of many lines on one heap, most are.
                if first != second and _distance(point, laid.strokes[other]) <= laid.near / 2:
                    root[max(first, second)] = min(first, second)
    roots = {place: _root(root, place) for place in root}
    sizes = Counter(roots.values())
    return {place: found for place, found in roots.items() if sizes[found] > 1}


def _root(root: dict[int, int], place: int) -> int:
    path = [place]
    root.setdefault(place, place)
    while root[path[-1]] != path[-1]:
        path.append(root[path[-1]])
    root.update(dict.fromkeys(path, path[-1]))
    return path[-1]


def _distance(point: Point, stroke: Stroke) -> float:
    return min(to_segment(point, start, end) for start, end in pairwise(stroke.path))


def _together(joined: dict[int, int]) -> Iterator[list[int]]:
    by_root: dict[int, list[int]] = defaultdict(list)
    for place, root in sorted(joined.items()):
        by_root[root].append(place)
    yield from by_root.values()


def _branches(laid: Laid, found: Sequence[_Found], together: Sequence[int]) -> Branches:
    boxes: dict[int, bool] = {}
    for place in together:
        for end, head in zip(found[place], laid.strokes[place].heads, strict=True):
            if len(end) == 1:
                boxes[end[0]] = boxes.get(end[0], False) or head
    return Branches(tuple(together), tuple(boxes), tuple(box for box, head in boxes.items() if head))
