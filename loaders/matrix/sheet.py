"""A sheet as its texts by place, with what is asked again and again while a matrix is looked for in it."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from loaders.matrix.cell import Legend
from loaders.matrix.roles import Sort
from loaders.matrix.wording import is_of_people
from loaders.tables.cell.cells import text_of

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from loaders.matrix.cell import Reading
    from loaders.tables.grid import Grid

_LABEL = re.compile(r"[^\W\d_]")
_LONGEST = 150
"""Characters of a name at most; what is longer is prose."""

SHORT = 2
"""Characters of a code that stands in a cell of its own before its meaning; a longer one may be the name of a body."""


class Sheet:
    """The texts of a sheet by row and column, from 1; blank cells are left out."""

    def __init__(
        self,
        grid: Grid,
        legend: Legend | None = None,
        legend_at: Collection[tuple[int, int]] = (),
        *,
        of_names: bool = False,
    ) -> None:
        """Take the cells of a grid but for those of a legend; with `of_names`, a name is as good as a code."""
        self.grid = grid
        self.of_names = of_names
        self.legend = legend or Legend()
        self.rows: dict[int, dict[int, str]] = {}
        for number, cells in enumerate(grid.rows, start=1):
            texts = {column: text for column, cell in enumerate(cells, start=1) if (text := text_of(cell))}
            texts = {column: text for column, text in texts.items() if (number, column) not in legend_at}
            if texts:
                self.rows[number] = texts

    def text(self, row: int, column: int) -> str:
        """Give the text of a cell; an empty one where it is blank."""
        return self.rows.get(row, {}).get(column, "")

    def reading(self, row: int, column: int) -> Reading:
        """Tell what a cell would say as one of a matrix."""
        return self.legend.read(self.text(row, column))

    @cached_property
    def codes(self) -> Mapping[int, tuple[int, ...]]:
        """The columns of each row that hold a code, but for the first that holds anything: a name stands there."""
        found = {}
        for row, cells in self.rows.items():
            coded = (column for column in sorted(cells)[1:] if self._is_code(self.reading(row, column)))
            columns = tuple(column for column in coded if not is_of_people(cells[column]))
            named = next((column for column in sorted(cells) if self.is_label(row, column)), None)
            if columns and named is not None and columns[-1] > named:
                found[row] = tuple(column for column in columns if column > named)
        return found

    def _is_code(self, reading: Reading) -> bool:
        return reading.is_code or (self.of_names and any(seat.person for seat in reading.seats))

    @cached_property
    def columns_of_codes(self) -> Collection[int]:
        """The columns in which nothing stands that is longer than a code."""
        return self._columns() - {c for cells in self.rows.values() for c, text in cells.items() if len(text) > SHORT}

    @cached_property
    def columns_of_words(self) -> Collection[int]:
        """The columns in which nothing stands that is as short as a code."""
        return self._columns() - {c for cells in self.rows.values() for c, text in cells.items() if len(text) <= SHORT}

    def _columns(self) -> set[int]:
        return {column for cells in self.rows.values() for column in cells}

    def is_label(self, row: int, column: int) -> bool:
        """Tell whether a cell may hold a name: of a body, of a group, or of what stands below it."""
        text = self.text(row, column)
        if not _LABEL.search(text) or len(text) > _LONGEST:
            return False
        reading = self.legend.read(text)
        return not reading.is_code and (reading.sort in (Sort.SEAT, Sort.OTHER) or bool(reading.asked))
