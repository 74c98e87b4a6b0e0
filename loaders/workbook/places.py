"""Where things stand on a sheet that is open for writing, looked up once for all that is to be said of it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from openpyxl.cell.cell import Cell

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet


def cells_of(sheet: Worksheet) -> list[Cell]:
    """Return the cells that there are; going by rows would make all others of the rectangle too."""
    every = sheet._cells.values()  # noqa: SLF001  nothing else gives them
    return [cell for cell in every if isinstance(cell, Cell)]


class Places:
    """The cells of a sheet that show what is said of a place. Rows and columns count from 1."""

    def __init__(self, sheet: Worksheet) -> None:
        self._sheet = sheet

    def first(self, row: int | None) -> Cell | None:
        """Return the first cell of a row, or of the sheet, that holds something; else its beginning."""
        at = row or min(self._begins, default=1)
        return self.top_left(at, self._begins.get(at, 1))

    def top_left(self, row: int, column: int) -> Cell | None:
        """Return a cell; of cells that are merged the one that shows what all of them hold."""
        cell = self._sheet.cell(row, column)
        if isinstance(cell, Cell):
            return cell
        first = self._sheet.cell(*self._merged.get((row, column), (row, column)))
        return first if isinstance(first, Cell) else None

    @cached_property
    def _begins(self) -> dict[int, int]:
        """By the row, the first column of it in which something stands."""
        found: dict[int, int] = {}
        for cell in cells_of(self._sheet):
            if cell.value not in (None, ""):
                found[cell.row] = min(cell.column, found.get(cell.row, cell.column))
        return found

    @cached_property
    def _merged(self) -> dict[tuple[int, int], tuple[int, int]]:
        """By each cell behind another one, which that is; a sheet that is open has all of them as cells too."""
        return {place: (area.min_row, area.min_col) for area in self._sheet.merged_cells.ranges for place in area.cells}
