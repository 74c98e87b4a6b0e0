"""What boxes and lines mean, beneath the panels."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from viz.comparison.cast import Band, Cast, Column, Member
from viz.comparison.sheet import MARGIN, TEXT, WIDTH, Laid
from viz.comparison.strokes import KINDS, LOOKS, box, line
from viz.comparison.ties import How
from viz.drawing.drawing import Mark, Part, Words, moved
from viz.map.view import Shape
from viz.text import width

_SAMPLE_WIDE, _SAMPLE_HIGH, _ROW, _GAP = 17.0, 9.0, 12.5, 9.0
_Entry = tuple[tuple[Mark, ...], str]


def key(casts: Sequence[Cast], sheet: float = WIDTH) -> Laid:
    """Explain whatever stands in the panels, and nothing else."""
    entries = [*_boxes(casts), *_strokes(casts)]
    marks: list[Mark] = []
    x, y = MARGIN, 0.0
    for sample, words in entries:
        wide = _SAMPLE_WIDE + 3.0 + width(words, TEXT)
        if x + wide > sheet - MARGIN and x > MARGIN:
            x, y = MARGIN, y + _ROW
        marks.append(Part(tuple(moved(mark, round(x, 2), round(y, 2)) for mark in sample), words))
        marks.append(Words(words, round(x + _SAMPLE_WIDE + 3.0, 2), round(y + _SAMPLE_HIGH / 2 + TEXT * 0.36, 2), TEXT))
        x += wide + _GAP
    return Laid(tuple(marks), y + _SAMPLE_HIGH if entries else 0.0)


def _boxes(casts: Sequence[Cast]) -> Iterator[_Entry]:
    members = [member for cast in casts for member in cast.members]
    if any(member.letter for member in members):
        yield _box(letter="A", mark="A"), "the same part in every panel"
    if any(not member.letter for member in members):
        yield _box(mark="1"), "a group of its own"
    shapes = {member.shape for member in members}
    yield from ((_box(shape), words) for shape, words in KINDS.items() if shape in shapes)
    if any(member.several for member in members):
        yield _box(mark="", several="×?"), "several, and how many"
    if any(member.over or member.doubt for member in members):
        yield _box(doubt=True), "over, or may have ended in a change"
    if any(not member.stated for member in members):
        gone = ", or that it has gone" if any(one.over and not one.stated for one in members) else ""
        yield _box(stated=False), f"not plainly stated that it is there{gone}"


def _strokes(casts: Sequence[Cast]) -> Iterator[_Entry]:
    used = {tie.how for cast in casts for tie in cast.ties}
    middle = _SAMPLE_HIGH / 2
    yield from (
        (tuple(line(how, ((0.0, middle), (_SAMPLE_WIDE, middle)))), LOOKS[how].words) for how in How if how in used
    )
    if weak := [tie.how for cast in casts for tie in cast.ties if not tie.stated]:
        first = min(weak, key=list(How).index)
        sample = line(first, ((0.0, middle), (_SAMPLE_WIDE, middle)), stated=False)
        yield tuple(sample), "grey, whatever its form: not plainly stated"


def _box(shape: Shape = Shape.GROUP, **shown: Any) -> tuple[Mark, ...]:
    member = Member("", "", shape, Band.UNKNOWN, Column.UNSAID, mark=" ")._replace(**shown)
    return tuple(box(member, (0.0, 0.0, _SAMPLE_WIDE - 1.6, _SAMPLE_HIGH)))
