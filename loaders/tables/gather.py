"""Sheets into a document: each is recognised and read, and what is no table is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaders.gathered import Gathered
from loaders.matrix.rows import is_rather_a_matrix, matrix_rows
from loaders.tables.assemble import assembled
from loaders.tables.cell.mojibake import Garbled
from loaders.tables.headed.lists_in_doubt import tell_lists_in_doubt
from loaders.tables.headed.ours import is_from_example, is_ours
from loaders.tables.headed.recognise import recognised
from loaders.tables.headed.sheets import is_blank, tell_headings, tell_no_table, tell_not_read
from loaders.tables.meant.clashes import tell_clashes
from loaders.tables.meant.unnamed import named
from loaders.tables.rows import rows
from loaders.tables.shortcuts import expanded
from loaders.tables.sitting.listed import listed
from loaders.tables.sitting.roles import with_deputies
from loaders.tables.sitting.seated import seated
from loaders.watching import followed, note

if TYPE_CHECKING:
    from collections.abc import Iterable

    from loaders.tables.grid import Grid
    from loaders.tables.rows import Row


def gathered(file: str, grids: Iterable[Grid], *, matrix: bool = False) -> Gathered:
    """Read sheets, or the files of a folder, as the tables of one partnership.

    A sheet that is no table may be a membership matrix; `matrix` says that whatever looks like one is.
    """
    into = Gathered(file)
    found: list[Row] = []
    others: list[Grid] = []
    tables: set[str] = set()
    from_example = False
    garbled = Garbled(into)
    for grid in grids:
        into.sheets.append((grid.file, grid.name))
        if is_ours(grid):
            from_example = from_example or is_from_example(grid)
            continue
        into.told += grid.told
        if grid.hidden or is_blank(grid):
            tell_not_read(grid, into)
            continue
        garbled.look_at(grid)
        table = recognised(grid)
        if table is None or is_rather_a_matrix(table, forced=matrix):
            others.append(grid)
            continue
        tell_headings(table, into)
        tables.add(table.table)
        read = followed(rows(table, into), f"Reading {grid.title}", len(grid.rows))
        found += seated(named(listed(read, into), into), into)
    in_matrices, unread = matrix_rows(others, found, into, forced=matrix)
    found += in_matrices
    for grid in unread:
        tell_no_table(grid, into)
    garbled.tell()
    if from_example:
        from loaders.workbook.example import tell_left_over  # noqa: PLC0415  few workbooks began with it

        tell_left_over(found, into)
    note("Finding out who is meant", 0, 0)
    whole = assembled(expanded(with_deputies(found, into), into), into)
    tell_clashes(whole)
    tell_lists_in_doubt(whole, tables)
    return whole
