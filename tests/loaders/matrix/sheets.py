"""Sheets for the tests of matrices, and what was read of them in short."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from loaders.tables.grid import Grid

if TYPE_CHECKING:
    from collections.abc import Sequence

    from loaders.matrix.find import Matrix
    from loaders.tables.cell.cells import Raw

Seat: TypeAlias = tuple[str, str, str]


def sheet(*rows: Sequence[Raw], title: str = "Sheet1") -> Grid:
    """Make a sheet from its rows."""
    return Grid("area.xlsx", title, rows, title)


def seats(matrix: Matrix) -> set[Seat]:
    """Give who sits where as what, by the cells of a matrix."""
    return {(cell.body.name, cell.group.name, said.role.value) for cell in matrix.cells for said in cell.reading.seats}


def names(matrix: Matrix) -> tuple[list[str], list[str]]:
    """Give the bodies and the groups of a matrix."""
    return [one.name for one in matrix.bodies], [one.name for one in matrix.groups]
