"""Columns and cells of a workbook of figures."""

from __future__ import annotations

from fractions import Fraction

from viz.book import Cell, Column

Rows = tuple[tuple[Cell, ...], ...]


def exactly(number: Fraction | None) -> Cell:
    """Return a number for a cell: whole where it is, else to four places, which is what a sheet of figures shows."""
    if number is None:
        return None
    return number.numerator if number.denominator == 1 else round(float(number), 4)


def wide(width: int, *headings: str) -> tuple[Column, ...]:
    """Return columns of one width."""
    return tuple(Column(heading, width) for heading in headings)


def aside(width: int, *headings: str) -> tuple[Column, ...]:
    """Return columns that stay on the screen: a printed page would only become smaller by them."""
    return tuple(Column(heading, width, printed=False) for heading in headings)


def filled(columns: tuple[Column, ...], rows: Rows) -> tuple[tuple[Column, ...], Rows]:
    """Return a table without those of its columns aside in which nothing stands."""
    kept = [
        place
        for place, column in enumerate(columns)
        if column.printed or any(row[place] not in (None, "") for row in rows)
    ]
    return tuple(columns[place] for place in kept), tuple(tuple(row[place] for place in kept) for row in rows)
