"""The legend: every stroke, outline and mark that the picture uses, and none that it does not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from viz.map import theme
from viz.map.block import Run
from viz.map.scene import Key, SceneBox, SceneLine
from viz.text import width

_SAMPLE = 30.0
_SAMPLE_HEIGHT = 11.0
_ROW = 15.0
_GAP = 14.0


def legend(
    boxes: Sequence[SceneBox], lines: Sequence[SceneLine], *, framed: bool, x: float, y: float, room: float
) -> tuple[tuple[Key, ...], float]:
    """The entries set in rows from ``x``, ``y`` in a width of ``room``, and the height at which they end."""
    keys: list[Key] = []
    at_x, at_y = x, y
    for sample, of, words in _entries(boxes, lines, framed=framed):
        wide = _SAMPLE + 5.0 + width(words, theme.SMALL)
        if at_x > x and at_x + wide > x + room:
            at_x, at_y = x, at_y + _ROW
        run = Run(words, at_x + _SAMPLE + 5.0, at_y + _SAMPLE_HEIGHT / 2 + theme.SMALL * 0.36, theme.SMALL)
        keys.append(Key(sample, of, (at_x, at_y, _SAMPLE, _SAMPLE_HEIGHT), (run,)))
        at_x += wide + _GAP
    return tuple(keys), at_y + _ROW


def _entries(boxes: Sequence[SceneBox], lines: Sequence[SceneLine], *, framed: bool) -> Iterable[tuple[str, str, str]]:
    drawn = {line.line.relation for line in lines}
    yield from (("stroke", relation.value, s.words) for relation, s in theme.STROKES.items() if relation in drawn)
    shapes = {box.box.shape for box in boxes}
    if any(line.line.turn.is_past for line in lines):
        yield "past", "", "a line or seat that is over, or that only the earlier file tells of"
    turned = {box.box.turn for box in boxes}
    yield from (("turn", turn.value, look.words) for turn, look in theme.TURNS.items() if turn in turned)
    yield from (("outline", shape.value, o.words) for shape, o in theme.OUTLINES.items() if shape in shapes and o.words)
    if framed:
        yield "frame", "", "a partnership and what is part of it"
    if any(box.stacked for box in boxes):
        yield "several", "", "several of them"
    used = {mark.status for box in boxes for mark in box.marks}
    yield from (("mark", status, m.words) for status, m in theme.STATUS_MARKS.items() if status in used)
