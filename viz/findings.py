"""The findings as a list on the sheet, by the numbers that stand on the boxes."""

from __future__ import annotations

from dataclasses import replace

from viz import theme
from viz.block import MARK_HEIGHT, MARK_WIDTH, MarkSpot, Run
from viz.text import wrap
from viz.view import Note, View

_GAP = 16.0
_COLUMN = 270.0
_TEXT = MARK_WIDTH + 5.0


def without_marks(view: View) -> View:
    """The same view with no marks on its boxes: a map to hand round, without what an audit asked."""
    return replace(view, boxes=tuple(replace(box, marks=()) for box in view.boxes))


def findings_list(view: View, x: float, y: float, room: float) -> tuple[tuple[MarkSpot, ...], tuple[Run, ...], float]:
    """Marks and words of the findings that the boxes carry, in columns; and the height at which they end."""
    carried = {mark.number for box in view.boxes for mark in box.marks}
    notes = [note for note in view.notes if note.number in carried]
    if not notes:
        return (), (), y
    columns = max(1, int((room + _GAP) // (_COLUMN + _GAP)))
    width = (room + _GAP) / columns - _GAP
    names = {box.id: box.label for box in view.boxes}
    words = [wrap(_words(note, names), width - _TEXT, theme.TINY, most=4) for note in notes]
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


def _words(note: Note, names: dict[str, str]) -> str:
    """What it says with its rule; whom it is about stands before it where its own sentence does not name them."""
    about = [names[box] for box in note.boxes if box in names]
    named = all(name in note.says for name in about)
    return f"{'' if named else ', '.join(about) + ': '}{note.says.removesuffix('.')} ({note.rule})"
