"""What is told of the cells of a sheet: each sort of remark once, at its first cell, with the others named."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from graphmodel.place import letters
from loaders.tables.cell.taken import SURE
from loaders.wording import one_of, quoted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from loaders.gathered import Gathered
    from loaders.tables.cell.taken import Taken, Told
    from loaders.tables.grid import Grid

_NAMED = 8
"""Cells that a remark names; of more it says how many."""


class _Cell(NamedTuple):
    row: int
    column: int
    taken: Taken


class Remarks:
    """Collects what is to be told of the cells of one sheet."""

    def __init__(self, grid: Grid, into: Gathered) -> None:
        """Begin with nothing to tell."""
        self._grid, self._into = grid, into
        self._cells: dict[Told, list[_Cell]] = {}

    def add(self, row: int, column: int, taken: Taken) -> None:
        """Note what a cell was taken to say."""
        self._cells.setdefault(taken.told, []).append(_Cell(row, column, taken))

    def tell(self) -> None:
        """Tell all of it."""
        for told, cells in self._cells.items():
            what, remedy = told.value
            first = cells[0]
            sentence = what.format(text=quoted(first.taken.text), value=_value(first.taken.value))
            others = " ".join(filter(None, (sentence, _others(cells))))
            at = self._grid.at(first.row, first.column)
            self._into.tell(at, others, remedy, warning=True, sure=told in SURE)


def _value(value: object) -> str:
    if isinstance(value, bool):
        return quoted("yes" if value else "no")
    return one_of(map(quoted, value), last="and") if isinstance(value, list | tuple) else quoted(value)


def _others(cells: list[_Cell]) -> str:
    """Name the other cells, with what stands in them where that differs from what stands in the first."""
    first, *rest = cells
    if not rest:
        return ""
    same = all(cell.taken.text == first.taken.text for cell in rest)
    names = (place(cell) if same else f"{place(cell)} ({_briefly(cell.taken)})" for cell in rest)
    return f"The same in {among(names)}."


def _briefly(taken: Taken) -> str:
    text = quoted(taken.text)
    return text if "{value}" not in taken.told.value[0] else f"{text} as {_value(taken.value)}"


def place(cell: _Cell) -> str:
    """Name a cell on its sheet: `C14`."""
    return f"{letters(cell.column)}{cell.row}"


def among(names: Iterable[str]) -> str:
    """Name a few of many."""
    listed = list(names)
    if len(listed) <= _NAMED:
        return one_of(listed, last="and")
    return f"{', '.join(listed[: _NAMED - 1])} and {len(listed) - _NAMED + 1} more cells"
