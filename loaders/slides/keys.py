"""The key of a slide: short samples of strokes with words beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from loaders.slides.geometry import Rect, around
from loaders.slides.sayings import Saying, is_contact, is_key, key_words, saying_of
from loaders.wording import quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from loaders.slides.drawn import Look, Shape, Stroke

_SHORT = 8
"""How long a sample is at most, and how far from its words, in times of what is near."""
_BELOW, _BESIDE = 12, 12
"""How far a key reaches below its heading and to the right of it where no frame is around it."""


class Samples(NamedTuple):
    """What a key says: the strokes that are samples, by their places, and what each look means, in its words."""

    used: frozenset[int]
    sayings: Mapping[Look, tuple[Saying, str]]
    unread: tuple[str, ...]


def key_area(shapes: Iterable[Shape], frames: Sequence[Rect], near: float) -> Rect | None:
    """Return what the key of a slide covers; None where it has none."""
    for shape in shapes:
        if shape.rect is not None and is_key(shape.words):
            if len(shape.lines) > 1 or (shape.outlined and shape.rect.height > _SHORT / 2 * near):
                return shape.rect
            around_it = [frame for frame in frames if frame.holds(shape.rect, near)]
            if around_it:
                return min(around_it, key=lambda frame: frame.area)
            left, top, right, bottom = shape.rect
            return Rect(left - near, top, right + _BESIDE * near, bottom + _BELOW * near)
    return None


def keyed(
    shapes: Sequence[Shape], area: Rect | None, strokes: Sequence[Stroke], near: float
) -> tuple[list[Shape], Samples]:
    """Read the key, and return what of the shapes is no part of it."""
    used: dict[int, Shape] = {}
    for place, shape in _samples(shapes, area, strokes, near):
        used.setdefault(place, shape)
    sayings: dict[Look, tuple[Saying, str]] = {}
    unread: list[str] = []
    for place, shape in used.items():
        saying = saying_of(kept := key_words(shape.words))
        if rest := shape.words.partition(kept)[2].strip():
            unread.append(f"what stands beside the key, {quoted(rest)}")
        if saying is None:
            unread.append(f"the key's {quoted(shape.words)}, which is no kind of line that is known here")
        else:
            sayings.setdefault(strokes[place].look, (saying, kept))
    taken = {shape.number for shape in used.values()}
    left = [shape for shape in shapes if shape.number not in taken]
    if area is not None:
        others = [shape for shape in left if _is_in(shape, area) and not is_key(shape.words)]
        unread += [f"{quoted(shape.words)} in the key" for shape in others]
        left = [shape for shape in left if not _is_in(shape, area)]
    return left, Samples(frozenset(used), sayings, tuple(unread))


def meaning(look: Look, sayings: Mapping[Look, tuple[Saying, str]]) -> tuple[Saying, str] | None:
    """Tell what a stroke means by the key: the one that looks the same, or the only one with its dashes and colour."""
    if look in sayings:
        return sayings[look]
    for parts in (2, 1):
        same = [saying for sample, saying in sayings.items() if sample[:parts] == look[:parts]]
        if len(same) == 1 and len(sayings) > 1:
            return same[0]
        if same:
            break
    return None


def _samples(
    shapes: Sequence[Shape], area: Rect | None, strokes: Sequence[Stroke], near: float
) -> Iterator[tuple[int, Shape]]:
    short = [
        (place, around(stroke.path))
        for place, stroke in enumerate(strokes)
        if stroke.length <= _SHORT * near and stroke.glued == (None, None) and not stroke.words
    ]
    words = [
        shape
        for shape in shapes
        if shape.rect and not is_key(shape.words) and len(shape.lines) == 1 and not is_contact(shape.words)
    ]
    for place, line in short:
        if line.height > near:
            continue
        inside = area is not None and area.holds(line, near)
        beside = [
            shape
            for shape in words
            if shape.rect and _is_beside(line, shape.rect, near) and (inside or _is_plain(shape))
        ]
        if beside:
            yield place, min(beside, key=lambda shape: abs(shape.rect.left - line.right) if shape.rect else 0)


def _is_plain(shape: Shape) -> bool:
    return not shape.outlined and saying_of(shape.words) is not None


def _is_beside(line: Rect, words: Rect, near: float) -> bool:
    level = words.top - near / 2 <= line.centre.y <= words.bottom + near / 2
    after = -near <= words.left - line.right <= _SHORT / 2 * near
    before = -near <= line.left - words.right <= _SHORT / 4 * near
    return level and (after or before)


def _is_in(shape: Shape, area: Rect) -> bool:
    return shape.rect is not None and area.holds(shape.rect, min(area.width, area.height) / 10)
