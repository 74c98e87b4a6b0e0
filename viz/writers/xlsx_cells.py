"""Values into cells: text stays text, whatever it begins with, and holds nothing that a workbook cannot."""

from __future__ import annotations

from openpyxl.cell.cell import Cell as WorkbookCell
from openpyxl.worksheet.worksheet import Worksheet

from graphmodel.cell_text import put_text
from viz.book import Cell
from viz.text import clean

LONGEST = 32767
"""Units of UTF-16 that a cell can hold."""


def put(page: Worksheet, row: int, place: int, value: Cell) -> WorkbookCell:
    """Put a value into a cell. A text is never a formula, not even when somebody edits it."""
    cell = page.cell(row, place)
    assert isinstance(cell, WorkbookCell)  # noqa: S101  only cells that are merged are of another kind
    if not isinstance(value, str):
        cell.value = value
        return cell
    words = fitting(value)
    if words:
        put_text(cell, words)
    return cell


def fitting(text: str) -> str:
    """Clean a text line by line, and shorten it to what a cell can hold; an ellipsis says so."""
    words = "\n".join(map(clean, text.splitlines())).strip()
    return words if _units(words) <= LONGEST else f"{cut(words, LONGEST - 1)}…"


def cut(text: str, most: int) -> str:
    """Cut a text to so many units of UTF-16, in which Excel counts."""
    return text.encode("utf-16-le")[: 2 * most].decode("utf-16-le", "ignore")


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
