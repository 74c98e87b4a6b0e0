"""Rows and columns that count the others, whatever they are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaders.matrix.wording import is_total

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from loaders.matrix.sheet import Sheet

Place = tuple[int, int]

_LEAST = 2
"""Numbers that a row of totals holds at least; and one of them is no less, for a one stands for a member too."""
_MOST = 0.75
"""The part of its numbers that is right: cells that are not settled are counted by one and not by another."""


def total_row(sheet: Sheet, row: int, columns: Collection[int], rows: Iterable[int]) -> bool:
    """Tell whether a row holds numbers alone, and they are how many there are in the rows above it."""
    others = [other for other in rows if other < row]
    lines = [((row, column), [(other, column) for other in others]) for column in sheet.rows[row] if column in columns]
    return _count_the_others(sheet, lines)


def total_column(sheet: Sheet, column: int, rows: Collection[int], columns: Iterable[int]) -> bool:
    """Tell whether a column holds numbers alone, and they are how many there are in the columns left of it."""
    others = [other for other in columns if other < column]
    lines = [((row, column), [(row, other) for other in others]) for row in rows if sheet.text(row, column)]
    return _count_the_others(sheet, lines)


def _count_the_others(sheet: Sheet, lines: Sequence[tuple[Place, Sequence[Place]]]) -> bool:
    numbers = [sheet.text(*place).removesuffix(".0") for place, _ in lines]
    if len(numbers) < _LEAST or not all(number.isdecimal() for number in numbers):
        return False
    if max(map(int, numbers)) < _LEAST:
        return False
    right = sum(int(number) in _counts(sheet, others) for number, (_, others) in zip(numbers, lines, strict=True))
    return right >= _MOST * len(numbers)


def _counts(sheet: Sheet, places: Iterable[Place]) -> set[int]:
    """Give how many of some cells are filled, hold a seat, and hold a code."""
    readings = [sheet.reading(*place) for place in places if sheet.text(*place) and not is_total(sheet.text(*place))]
    seated = [reading for reading in readings if reading.seats]
    people = sum(max(one.places for one in reading.seats) for reading in seated)
    return {len(readings), len(seated), sum(reading.is_code for reading in readings), people}
