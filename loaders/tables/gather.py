"""Sheets into a document: each is recognised and read, and what is no table is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaders.gathered import Gathered
from loaders.tables.assemble import assembled
from loaders.tables.ours import is_from_example, is_ours
from loaders.tables.recognise import recognised
from loaders.tables.rows import rows
from loaders.tables.shortcuts import expanded
from loaders.wording import quoted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from loaders.tables.grid import Grid
    from loaders.tables.rows import Row


def gathered(file: str, grids: Iterable[Grid]) -> Gathered:
    """Read sheets, or the files of a folder, as the tables of one partnership."""
    into = Gathered(file)
    found: list[Row] = []
    from_example = False
    for grid in grids:
        into.sheets.append((grid.file, grid.name))
        if is_ours(grid):
            from_example = from_example or is_from_example(grid)
            continue
        table = recognised(grid)
        if table is None:
            if any(any(cell not in (None, "") for cell in row) for row in grid.rows):
                what = f"{quoted(grid.title)} is none of the tables, so it was not read."
                into.tell(grid.at(), what, "Call it Bodies, Groups, Seats or Lines, or leave it.", warning=True)
            continue
        for heading, column in table.unknown:
            what = f"The column {quoted(heading)} is none of this table, so it was not read."
            into.tell(grid.at(table.heading, column), what, warning=True)
        found += rows(table)
    if from_example:
        from loaders.workbook.example import tell_left_over  # noqa: PLC0415  few workbooks began with it

        tell_left_over(found, into)
    return assembled(expanded(found, into), into)
