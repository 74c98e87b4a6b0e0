"""Sheets of our own workbooks that are no tables: what is to be read by people, and what drop-downs offer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaders.tables.cell.cells import text_of

if TYPE_CHECKING:
    from loaders.tables.grid import Grid

READ_ME, NEXT, LISTS, TO_CHECK = "Read me", "Next", "Lists", "To check"
HOW_TO, WHAT_NEXT = "How to use this workbook", "What to find out next"
NAMES_ON_OTHER_SHEETS = "The names on the other sheets"
EXAMPLE = "made from the example"
"""What the sheet of lists says in a workbook that began with the example."""

_BEGINNINGS = {READ_ME: HOW_TO, NEXT: WHAT_NEXT, LISTS: NAMES_ON_OTHER_SHEETS, TO_CHECK: TO_CHECK}


def is_ours(grid: Grid) -> bool:
    """Tell whether a sheet is one that we wrote beside the tables, so that nothing of it is to be read."""
    first = grid.rows[0] if grid.rows else ()
    return bool(first) and text_of(first[0]) == _BEGINNINGS.get(grid.title)


def is_from_example(grid: Grid) -> bool:
    """Tell whether this is our sheet of lists, and says that the workbook began with the example."""
    return grid.title == LISTS and is_ours(grid) and any(cell == EXAMPLE for cell in grid.rows[0])
