"""The findings as a list on the sheet, by the numbers that stand on the boxes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from viz.map import theme
from viz.map.block import MARK_HEIGHT, MARK_WIDTH, MarkSpot, Run
from viz.map.view import Note, View
from viz.text import wrap

_GAP = 16.0
_COLUMN = 270.0
_TEXT = MARK_WIDTH + 5.0


def without_marks(view: View) -> View:
    """The same view with no marks on its boxes: a map to hand round, without what an audit asked."""
    return replace(view, boxes=tuple(replace(box, marks=()) for box in view.boxes))


Placed = tuple[tuple[MarkSpot, ...], tuple[Run, ...], float]
"""Marks, words, and the height at which they end."""
Below = Callable[[View, float, float, float], Placed]
"""What stands below the legend, set from x and y in a width of `room`."""


def no_findings(view: View, x: float, y: float, room: float) -> Placed:  # noqa: ARG001  it sets nothing anywhere
    """Nothing below the legend: the footer follows where the legend ends."""
    return (), (), y - 4.0


def findings_elsewhere(view: View, x: float, y: float, room: float) -> Placed:
    """One line that says where the findings are told, because there are too many for the sheet."""
    number = len(_carried(view))
    if not number:
        return (), (), y
    told = f"The {number} findings are told in the report; the numbers are those on the map page."
    lines = wrap(told, room, theme.TINY)
    leading = theme.TINY * theme.LEADING
    runs = tuple(Run(line, x, y + theme.TINY + place * leading, theme.TINY) for place, line in enumerate(lines))
    return (), runs, y + len(lines) * leading + 3.5


def findings_list(view: View, x: float, y: float, room: float) -> Placed:
    """Marks and words of the findings that the boxes carry, in columns; and the height at which they end."""
    notes = _carried(view)
    if not notes:
        return (), (), y
    columns = max(1, int((room + _GAP) // (_COLUMN + _GAP)))
    width = (room + _GAP) / columns - _GAP
    names = {box.id: box.label for box in view.boxes}
    words = [wrap(_words(note, names), width - _TEXT, theme.TINY) for note in notes]
    marks: list[MarkSpot] = []
    runs: list[Run] = []
    lowest = y
    share = -(-len(notes) // columns)
    for column in range(columns):
        at_x, at_y = x + column * (width + _GAP), y
        for note, lines in list(zip(notes, words, strict=True))[column * share : (column + 1) * share]:
            marks.append(MarkSpot(note.number, note.status, at_x, at_y))
            runs += [
                Run(line, at_x + _TEXT, at_y + 8.0 + number * theme.TINY * theme.LEADING, theme.TINY)
                for number, line in enumerate(lines)
            ]
            at_y += max(MARK_HEIGHT, len(lines) * theme.TINY * theme.LEADING) + 3.5
        lowest = max(lowest, at_y)
    return tuple(marks), tuple(runs), lowest


def _carried(view: View) -> list[Note]:
    """The findings whose numbers stand on the boxes."""
    numbers = {mark.number for box in view.boxes for mark in box.marks}
    return [note for note in view.notes if note.number in numbers]


def _words(note: Note, names: dict[str, str]) -> str:
    """What it says with its rule; whom it is about stands before it where its own sentence does not name them."""
    about = [names[box] for box in note.boxes if box in names]
    named = all(name in note.says for name in about)
    return f"{'' if named else ', '.join(about) + ': '}{note.says.removesuffix('.')} ({note.rule})"
