"""A sheet as its cells: what a reader of workbooks, or of CSV files, hands on."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from graphmodel.place import Location

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from graphmodel.place import Problem
    from loaders.tables.cell.cells import Raw


class Grid(NamedTuple):
    """The cells of a sheet, row by row from the first; `name` is None for a file that has no sheets."""

    file: str
    name: str | None
    rows: Sequence[Sequence[Raw]]
    title: str
    """What the table may be called: the name of the sheet, or of the file without its suffix."""
    hidden: bool = False
    faults: Mapping[tuple[int, int], str] = MappingProxyType({})
    """The cells, by row and column from 1, whose formula gives an error, or (an empty text) has no result saved."""

    told: tuple[Problem, ...] = ()
    """What is to be said of how the file was read, before anyone looks at its cells."""

    def at(self, row: int | None = None, column: int | None = None) -> Location:
        """Give the place of a cell, of a row or of the sheet, counted from 1."""
        return Location(self.file, sheet=self.name, row=row, column=column)
