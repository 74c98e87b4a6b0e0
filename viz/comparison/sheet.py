"""The sheet that panels and tables share: one column of labels, and a column of the same width for each structure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from viz.drawing.drawing import Anchor, Corners, Drawing, Mark, Words, moved
from viz.map.theme import CLUSTER_LINE, INK, QUIET
from viz.text import wrap

TEXT, LABEL, HEAD, TITLE = 6.2, 6.4, 7.4, 12.0
"""Points: sizes of type. None is smaller than can be read in print."""
LEADING = 1.18
WIDTH, HEIGHT = 841.89, 595.28
"""A4, its long side across."""
MARGIN, _LABELS, _GAP = 22.0, 104.0, 8.0


class Columns(NamedTuple):
    """Where the columns of a sheet stand: the labels' from the margin, and one for each structure.

    `sheet` is how wide the whole of it is.
    """

    lefts: tuple[float, ...]
    width: float
    labels: float
    sheet: float = WIDTH


class Row(NamedTuple):
    """A row of a table: its label and a cell for each structure, each a tuple of paragraphs; `quiet` ones are grey."""

    label: str
    cells: tuple[tuple[str, ...], ...]
    mark: str = ""
    quiet: tuple[bool, ...] = ()
    middle: bool = False


class Laid(NamedTuple):
    """Marks with their first row at the top of the sheet, and how high they are."""

    marks: tuple[Mark, ...]
    height: float


def columns(number: int, sheet: float = WIDTH) -> Columns:
    """Divide a sheet for so many structures."""
    room = sheet - 2 * MARGIN - _LABELS
    width = (room - _GAP * (number - 1)) / number
    lefts = tuple(round(MARGIN + _LABELS + i * (width + _GAP), 2) for i in range(number))
    return Columns(lefts, round(width, 2), _LABELS - 6.0, sheet)


def paragraph(text: str, left: float, room: float, *, size: float = TEXT, bold: bool = False, most: int = 0) -> Laid:
    """Set a paragraph."""
    lines = wrap(text, room, size, bold=bold, most=most)
    step = size * LEADING
    marks = tuple(Words(line, left, round(i * step + size, 2), size, bold) for i, line in enumerate(lines))
    return Laid(marks, len(lines) * step)


def table(heading: str, rows: Iterable[Row], at: Columns) -> Laid:
    """Set rows under a rule and a heading; empty where there are no rows."""
    marks: list[Mark] = []
    y = 0.0
    for number, row in enumerate(rows):
        if not number:
            marks.append(rule(1.0, INK, 0.7, at.sheet))
            marks += shifted(paragraph(heading, MARGIN, at.sheet - 2 * MARGIN, size=LABEL, bold=True), 2.6)
            y = 3.0 + LABEL * LEADING + 1.2
        else:
            marks.append(rule(y - 0.2, CLUSTER_LINE, 0.4, at.sheet))
        laid = _row(row, at)
        marks += shifted(laid, y)
        y += laid.height + 1.2
    return Laid(tuple(marks), y)


def rule(y: float, colour: str, weight: float, sheet: float = WIDTH) -> Corners:
    """Return a rule across a sheet."""
    return Corners(((MARGIN, round(y, 2)), (sheet - MARGIN, round(y, 2))), colour, weight)


def on_a4(drawing: Drawing) -> Drawing:
    """Give a drawing a whole page to stand on, as a printer needs it; a higher one keeps its own."""
    return replace(drawing, height=max(drawing.height, HEIGHT))


def shifted(laid: Laid, dy: float) -> Iterator[Mark]:
    """Yield marks lower down the sheet."""
    return (moved(mark, 0.0, round(dy, 2)) for mark in laid.marks)


def _row(row: Row, at: Columns) -> Laid:
    marks: list[Mark] = []
    indent = 11.0 if row.mark else 0.0
    if row.mark:
        marks.append(Words(row.mark, MARGIN, TEXT, TEXT + 0.6, bold=True))
    label = paragraph(row.label, MARGIN + indent, at.labels - indent, size=TEXT)
    marks += label.marks
    heights = [label.height]
    for number, (left, cell) in enumerate(zip(at.lefts, row.cells, strict=True)):
        colour = QUIET if row.quiet and row.quiet[number] else INK
        laid = _cell(cell, left, at.width, colour, middle=row.middle)
        marks += laid.marks
        heights.append(laid.height)
    return Laid(tuple(marks), max(heights))


def _cell(texts: Sequence[str], left: float, room: float, colour: str, *, middle: bool) -> Laid:
    x, anchor = (left + room / 2, _MIDDLE) if middle else (left, _START)
    marks: list[Mark] = []
    y = 0.0
    for line in (line for text in texts for line in wrap(text, room, TEXT)):
        marks.append(Words(line, round(x, 2), round(y + TEXT, 2), TEXT, colour=colour, anchor=anchor))
        y += TEXT * LEADING
    return Laid(tuple(marks), y)


_START: Anchor = "start"
_MIDDLE: Anchor = "middle"
