"""How a problem shows in a workbook: by colour, by a frame that survives a photocopy, and in words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from openpyxl.cell.cell import Cell
from openpyxl.styles import Border, PatternFill, Side

from graphmodel.cell_text import put_text

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

    from graphmodel.place import Problem

LONGEST = 32_000
"""Characters of a cell, or of a comment: a little less than a workbook can hold."""

_BETWEEN_BACKTICKS = re.compile("`([^`]*)`")


class Mark(NamedTuple):
    """How a problem shows: its words, and a colour and a frame that can be told apart without the colour."""

    words: str
    fill: str
    frame: str
    style: Literal["thick", "dashed"]


TO_PUT_RIGHT = Mark("To put right", "FFD3C2", "B3261E", "thick")
REMARK = Mark("Read with a remark", "FFF1C2", "8A6D00", "dashed")


_FILLS = frozenset({f"00{TO_PUT_RIGHT.fill}", f"00{REMARK.fill}"})


def cell_at(sheet: Worksheet, row: int, column: int) -> Cell:
    """Return a cell of a sheet in which none are merged there."""
    cell = sheet.cell(row, column)
    assert isinstance(cell, Cell)  # noqa: S101  only cells behind a merged one are of another kind
    return cell


def mark_of(problem: Problem) -> Mark:
    """Tell how a problem shows."""
    return REMARK if problem.warning else TO_PUT_RIGHT


def put_mark(cell: Cell, mark: Mark) -> None:
    """Give a cell the colour and the frame of a mark; whatever else it looks like stays."""
    cell.fill = PatternFill("solid", start_color=mark.fill, end_color=mark.fill)
    side = Side(style=mark.style, color=mark.frame)
    cell.border = Border(left=side, right=side, top=side, bottom=side)


def is_marked(cell: Cell) -> bool:
    """Tell whether a cell shows a mark already, as in a copy that is checked again."""
    return cell.fill.fill_type == "solid" and cell.fill.start_color.rgb in _FILLS


def remove_mark(cell: Cell) -> None:
    """Take a mark from a cell."""
    cell.fill = PatternFill()
    cell.border = Border()


def put_fitting(cell: Cell, text: str) -> None:
    """Put what fits of a text into a cell, where no program takes it for a formula."""
    put_text(cell, fitting(text))


def said(text: str) -> str:
    """Return a sentence for a workbook, in which what somebody wrote stands between quotation marks of print."""
    return _BETWEEN_BACKTICKS.sub("“\\1”", text)


def fitting(text: str) -> str:
    """Return a text without what no workbook can hold or show, and no longer than a cell; words stay apart."""
    return "".join(letter if letter == "\n" or letter.isprintable() else _instead(letter) for letter in text)[:LONGEST]


def _instead(letter: str) -> str:
    return " " if letter.isspace() else ""
