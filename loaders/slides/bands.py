"""Bands across a slide, frames with a heading, and what lies within what."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from loaders.slides.geometry import Near, Rect
from loaders.slides.sayings import tier_of

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from graphmodel.kinds import Tier
    from loaders.slides.drawn import Shape

_WIDE = 0.4
"""How wide a band is at least, as a part of the slide."""
_WHOLE = 0.85
"""What covers this part of a slide is its frame and holds nothing in particular."""
_HEADING = 0.3
"""How far down in a frame its heading stands at most, as a part of its height."""


def headed(
    shapes: Sequence[Shape], frames: Sequence[Shape], glued: Collection[int], slide: Rect
) -> tuple[list[Shape], dict[int, int]]:
    """Take words at the top of an empty frame for its own; return the shapes, and the heading of each such frame."""
    heading: dict[int, int] = {}
    made: list[Shape] = []
    boxes = [shape.rect for shape in shapes if shape.rect and shape.outlined]
    for shape in sorted(shapes, key=lambda one: one.rect.top if one.rect else 0):
        frame = None
        if shape.rect and not shape.outlined and shape.number not in glued and tier_of(shape.words) is None:
            frame = _smallest(shape.rect, frames)
        if frame and frame.number not in heading and _is_heading(shape, frame, boxes, slide):
            heading[frame.number] = shape.number
            made.append(replace(shape, rect=frame.rect, outlined=True))
        else:
            made.append(shape)
    return made, heading


def bands(
    headings: Sequence[Shape], frames: Sequence[Shape], boxes: Sequence[Rect | None], slide: Rect
) -> dict[int, tuple[Tier, str]]:
    """Give the boxes the tiers of the bands that they stand in, or of the heading beside them, with its words."""
    found: dict[int, tuple[Tier, str]] = {}
    beside: list[tuple[Rect, Tier, str]] = []
    for shape in headings:
        tier = tier_of(shape.words)
        if tier is None or shape.rect is None:
            continue
        band = _band(shape, frames, slide)
        if band is None:
            beside.append((shape.rect, tier, shape.words))
        for place, box in enumerate(boxes):
            if band is not None and box is not None and band.distance(box.centre) == 0:
                found.setdefault(place, (tier, shape.words))
    for place, box in enumerate(boxes):
        tier_beside = _beside(box, beside) if box is not None and place not in found else None
        if tier_beside:
            found[place] = tier_beside
    return found


def containers(boxes: Sequence[Rect | None], slide: Rect, near: float) -> Mapping[int, int]:
    """Tell for each box which other one it lies in, the smallest if there are several."""
    known = {place: box for place, box in enumerate(boxes) if box is not None and box.area < _WHOLE * slide.area}
    places = list(known)
    index = Near(list(known.values()), slide, 0)
    found: dict[int, int] = {}
    for place, box in known.items():
        around_it = [
            other
            for other in (places[number] for number in index.at(box.centre))
            if other != place and known[other].holds(box, near / 4) and known[other].area > box.area
        ]
        if around_it:
            found[place] = min(around_it, key=lambda other: known[other].area)
    return found


def _smallest(rect: Rect, frames: Sequence[Shape]) -> Shape | None:
    around_it = [frame for frame in frames if frame.rect and frame.rect.holds(rect) and frame.rect.area > rect.area]
    return min(around_it, key=lambda frame: frame.rect.area if frame.rect else 0, default=None)


def _is_heading(shape: Shape, frame: Shape, boxes: Sequence[Rect], slide: Rect) -> bool:
    if shape.rect is None or frame.rect is None or frame.rect.area >= _WHOLE * slide.area:
        return False
    at_top = shape.rect.top - frame.rect.top <= _HEADING * frame.rect.height
    return at_top and any(frame.rect.holds(box) and box != frame.rect for box in boxes)


def _band(heading: Shape, frames: Sequence[Shape], slide: Rect) -> Rect | None:
    """Return the band that a heading names: its own shape where that is wide, else the frame that it stands in."""
    if heading.rect is None:
        return None
    if heading.outlined and heading.rect.width >= _WIDE * slide.width:
        return heading.rect
    frame = _smallest(heading.rect, frames)
    wide = frame is not None and frame.rect is not None and frame.rect.width >= _WIDE * slide.width
    return frame.rect if frame is not None and wide else None


def _beside(box: Rect, headings: Sequence[tuple[Rect, Tier, str]]) -> tuple[Tier, str] | None:
    """Return the heading beside a box: the one at its height, or the nearest where there are several."""
    for rect, tier, words in headings:
        if rect.top <= box.centre.y <= rect.bottom:
            return tier, words
    middles = [rect.centre for rect, _, _ in headings]
    if len(set(middles)) < 2:  # noqa: PLR2004  of one heading nobody knows how far it reaches
        return None
    down = max(one.y for one in middles) - min(one.y for one in middles)
    across = max(one.x for one in middles) - min(one.x for one in middles)
    if across > down:
        return None
    _, tier, words = min(headings, key=lambda one: abs(one[0].centre.y - box.centre.y))
    return tier, words
