"""What stands where on a slide: boxes, the title, bands, what lies within what, and what is none of these."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from loaders.slides.bands import bands, containers, headed
from loaders.slides.geometry import Near, Rect
from loaders.slides.keys import key_area, keyed
from loaders.slides.labels import labelled
from loaders.slides.sayings import is_key, tier_of
from loaders.slides.texts import Said, day_in, is_prose, said_in
from loaders.slides.what import what_is
from loaders.wording import quoted

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from graphmodel.kinds import Tier
    from loaders.slides.drawn import Look, Shape, Slide, Stroke
    from loaders.slides.sayings import Saying

MAX_BOXES = 500
"""Boxes of one slide that are taken."""
NEAR = 0.02
"""How near is near, as a part of the diagonal of the slide."""

_TITLES = ("title", "ctrTitle", "subTitle")
_MARGINS = ("dt", "ftr", "sldNum", "hdr")
_AT_TOP, _AT_BOTTOM = 0.2, 0.9
"""Above and below which words without a box are a title and a footer, as parts of the height."""


class Box(NamedTuple):
    """A box that names something; `rect` is None where it is one of a SmartArt diagram."""

    said: Said
    rect: Rect | None


@dataclass
class Laid:
    """A slide sorted out. `numbers` gives the box by the number of its shape, `within` what each box lies in.

    `words` are those that stand at a stroke, by its place among the strokes.
    """

    slide: Slide
    title: str = ""
    days: list[str] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    numbers: dict[int, int] = field(default_factory=dict)
    strokes: list[Stroke] = field(default_factory=list)
    words: dict[int, str] = field(default_factory=dict)
    key: Mapping[Look, tuple[Saying, str]] = field(default_factory=dict)
    tiers: Mapping[int, tuple[Tier, str]] = field(default_factory=dict)
    within: Mapping[int, int] = field(default_factory=dict)
    unread: list[str] = field(default_factory=list)

    @property
    def near(self) -> float:
        """How near is near on this slide."""
        return NEAR * self.slide.diagonal


def laid_out(slide: Slide) -> Laid:
    """Sort out what is drawn on a slide."""
    laid = Laid(slide, unread=list(slide.unread))
    glued = {number for stroke in slide.strokes for number in stroke.glued if number is not None}
    shapes = _without_title(laid, list(_without_margins(laid)), glued)
    frames = [shape for shape in shapes if shape.rect and not shape.lines and shape.outlined]
    free = _without_lines(laid, [shape for shape in shapes if shape.lines], frames, glued)
    headings = [shape for shape in free if tier_of(shape.words) and shape.number not in glued]
    free, heading = headed([shape for shape in free if shape not in headings], frames, glued, slide.rect)
    _take_boxes(laid, free, glued)
    laid.numbers.update({frame: laid.numbers[words] for frame, words in heading.items() if words in laid.numbers})
    rects = [box.rect for box in laid.boxes]
    laid.tiers = bands(headings, [one for one in frames if one.number not in heading], rects, slide.rect)
    laid.within = containers(rects, slide.rect, laid.near)
    return laid


def _without_margins(laid: Laid) -> Iterator[Shape]:
    """Yield what is neither a title nor in the margin; what a placeholder lists is no chart."""
    for shape in laid.slide.shapes:
        if shape.placeholder in (*_TITLES, *_MARGINS):
            words, day = day_in(shape.words)
            laid.days += [day] if day else []
            if shape.placeholder in _TITLES[:2]:
                laid.title = laid.title or words
        elif shape.placeholder and shape.lines:
            laid.unread.append(f"the text that begins {quoted(shape.lines[0].text)}")
        elif not shape.placeholder:
            yield shape


def _without_title(laid: Laid, shapes: list[Shape], glued: Collection[int]) -> list[Shape]:
    """Take the words that stand above everything else, without a box, for the title where there is none."""
    slide = laid.slide.rect
    top = min((shape.rect.top for shape in shapes if shape.rect and shape.outlined), default=slide.bottom)
    bare = [
        (shape.rect.top, place)
        for place, shape in enumerate(shapes)
        if shape.rect and shape.lines and not shape.outlined and shape.number not in glued and not is_key(shape.words)
    ]
    if laid.title or not bare:
        return shapes
    highest, place = min(bare)
    if highest > min(top, slide.top + _AT_TOP * slide.height) or tier_of(shapes[place].words):
        return shapes
    laid.title, day = day_in(shapes[place].words)
    laid.days += [day] if day else []
    return [*shapes[:place], *shapes[place + 1 :]]


def _without_lines(laid: Laid, shapes: list[Shape], frames: list[Shape], glued: Collection[int]) -> list[Shape]:
    """Take the key, and the words at lines, from the shapes."""
    slide = laid.slide
    area = key_area(shapes, [frame.rect for frame in frames if frame.rect], laid.near)
    shapes, samples = keyed(shapes, area, slide.strokes, laid.near)
    laid.key = samples.sayings
    laid.strokes = [stroke for place, stroke in enumerate(slide.strokes) if place not in samples.used]
    shapes, laid.words, doubtful = labelled(shapes, laid.strokes, glued, slide.rect, laid.near)
    laid.unread += [*samples.unread, *doubtful]
    return [shape for shape in shapes if not is_key(shape.words)]


def _take_boxes(laid: Laid, shapes: Sequence[Shape], glued: Collection[int]) -> None:
    touched = _touched(laid, shapes)
    for shape in shapes:
        said = said_in(shape.lines)
        is_drawn = shape.number in glued or (shape.outlined and not is_prose(shape.words))
        if said is None:
            if len(shape.words) > 1:
                laid.unread.append(quoted(shape.words))
        elif len(laid.boxes) >= MAX_BOXES:
            laid.unread.append(f"the box {quoted(said.name)}, as {MAX_BOXES} were taken already")
        elif is_drawn or _is_bare_name(laid, shape, said, touched):
            laid.numbers[shape.number] = len(laid.boxes)
            laid.boxes.append(Box(said, shape.rect))
        else:
            _, day = day_in(shape.words)
            laid.days += [day] if day else []
            laid.unread += [] if day else [quoted(shape.words)]


def _touched(laid: Laid, shapes: Sequence[Shape]) -> frozenset[int]:
    """Return the numbers of the shapes at which a stroke ends."""
    known = [(shape.number, shape.rect) for shape in shapes if shape.rect]
    index = Near([rect for _, rect in known], laid.slide.rect, laid.near)
    ends = (point for stroke in laid.strokes for point in (stroke.start, stroke.end))
    return frozenset(
        known[place][0]
        for point in ends
        for place in index.at(point)
        if known[place][1].distance(point) <= laid.near / 2
    )


def _is_bare_name(laid: Laid, shape: Shape, said: Said, touched: Collection[int]) -> bool:
    """Tell whether words without a box name something: a line ends at them, or their name tells so."""
    if shape.rect is None or shape.outlined or is_prose(shape.words):
        return False
    slide = laid.slide.rect
    in_margin = shape.rect.centre.y > slide.top + _AT_BOTTOM * slide.height
    return shape.number in touched or (not in_margin and what_is(said.name).is_told)
