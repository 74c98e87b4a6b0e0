"""Which way a stroke reads: by its arrow head, by its words, or from the lower box to the higher."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from loaders.slides.keys import meaning
from loaders.slides.sayings import REPORTING, TOGETHER, Saying, saying_of, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from loaders.slides.ends import Branches, Ends, Tie
    from loaders.slides.geometry import Rect
    from loaders.slides.layout import Laid

_LEVEL = 0.5
"""Two boxes stand at the same height where their middles differ by less than this part of the lower one's height."""

UPWARDS = "without an arrow head, and the lower box was taken to answer to the higher"
LEVEL = "between boxes at the same height, which were taken to work together"

_ALL_DOWN = "Its arrows point down, and were read as leading from above."
_MIXED = "Some of its arrows point down and some do not; each was read as leading to whom its head points at."


class Drawn(NamedTuple):
    """A line between two boxes, as it is to be read: from the first to the second, what it says, and why.

    `doubt` says in a sentence what is to be checked.
    """

    first: int
    second: int
    saying: Saying
    reason: str
    doubt: str = ""
    guess: str = ""
    """What was guessed of it, told once with their number."""


def directed(laid: Laid, ends: Ends) -> Iterator[Drawn]:
    """Yield the lines of a slide as they are to be read."""
    all_down = _all_point_down(laid, ends)
    for tie in ends.ties:
        yield _tied(laid, tie, all_down=all_down)
    for branches in ends.branches:
        yield from _branched(laid, branches)


def _tied(laid: Laid, tie: Tie, *, all_down: bool) -> Drawn:
    stroke = laid.strokes[tie.stroke]
    said, why = _said(laid, tie.stroke)
    start, end = tie.start, tie.end
    both, none = all(stroke.heads), not any(stroke.heads)
    if stroke.heads == (True, False):
        start, end = end, start
    drawn = "a line" if none else "an arrow"
    reason = f"the slide shows {drawn}{why}"
    if said is not None and not none and not both:
        first, second = (end, start) if said.backwards else (start, end)
        return Drawn(first, second, said, reason)
    if both:
        return Drawn(start, end, said or TOGETHER, f"the slide shows an arrow with a head at both ends{why}")
    if none:
        return _without_heads(laid, tie, said, reason)
    if all_down:
        reason = "the slide shows an arrow that points down, as all do; the lower box is taken to answer to the higher"
        return Drawn(end, start, REPORTING, reason, _ALL_DOWN)
    return Drawn(start, end, REPORTING, reason, _MIXED if _points_down(laid, tie) else "")


def _without_heads(laid: Laid, tie: Tie, said: Saying | None, reason: str) -> Drawn:
    lower, higher = tie.start, tie.end
    one, other = laid.boxes[lower].rect, laid.boxes[higher].rect
    if one is not None and other is not None:
        if _are_level(one, other) and said is None:
            return Drawn(lower, higher, TOGETHER, f"{reason} between two boxes at the same height", guess=LEVEL)
        if one.centre.y < other.centre.y:
            lower, higher = higher, lower
    if said is not None and said.type != REPORTING.type:
        why = f"{reason}; it has no arrow head, so it is read upwards"
        return Drawn(lower, higher, said, why, guess=UPWARDS)
    return Drawn(
        lower, higher, said or REPORTING,
        f"{reason} without an arrow head; the lower box is taken to answer to the higher", guess=UPWARDS,
    )  # fmt: skip


def _are_level(one: Rect, other: Rect) -> bool:
    return abs(one.centre.y - other.centre.y) < _LEVEL * min(one.height, other.height)


def _said(laid: Laid, place: int) -> tuple[Saying | None, str]:
    """Tell what words say of a stroke, its own, those beside it or those of the key, and how the reason puts it."""
    stroke = laid.strokes[place]
    for words in (stroke.words, laid.words.get(place, "")):
        if words and (said := saying_of(words)):
            return said, f", with the words “{shown(words)}”"
    by_key = meaning(stroke.look, laid.key)
    return (None, "") if by_key is None else (by_key[0], f" that its key calls “{shown(by_key[1])}”")


def _branched(laid: Laid, branches: Branches) -> Iterator[Drawn]:
    """Yield the lines of branching strokes: all boxes at their ends belong to the one above them."""
    top = highest(laid, branches)
    if top is None:
        return
    said, why = next((one for place in branches.strokes if (one := _said(laid, place))[0]), (None, ""))
    reason = f"the slide shows branching lines{why}; the lower box is taken to answer to the higher"
    for box in branches.boxes:
        if box != top:
            yield Drawn(box, top, said or REPORTING, reason, guess=UPWARDS)


def highest(laid: Laid, branches: Branches) -> int | None:
    """Return the box that stands above all others at the ends of branching strokes; None where none does."""
    rects = {box: rect for box in branches.boxes if (rect := laid.boxes[box].rect) is not None}
    if len(rects) < 2:  # noqa: PLR2004  a line has two ends
        return None
    first, second, *_ = sorted(rects, key=lambda box: rects[box].centre.y)
    return None if _are_level(rects[first], rects[second]) else first


def _all_point_down(laid: Laid, ends: Ends) -> bool:
    """Tell whether all arrows without words point from a higher box to a lower one: so people draw who leads whom."""
    arrows = [
        tie for tie in ends.ties if sum(laid.strokes[tie.stroke].heads) == 1 and _said(laid, tie.stroke)[0] is None
    ]
    return bool(arrows) and all(_points_down(laid, tie) for tie in arrows)


def _points_down(laid: Laid, tie: Tie) -> bool:
    start, end = (tie.end, tie.start) if laid.strokes[tie.stroke].heads[0] else (tie.start, tie.end)
    one, other = laid.boxes[start].rect, laid.boxes[end].rect
    return one is not None and other is not None and one.centre.y < other.centre.y and not _are_level(one, other)
