"""Rows below the headings of a table that are none of its rows: the headings once more, totals, notes under it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from loaders.names import folded
from loaders.tables.cells import text_of
from loaders.tables.columns import TABLES, Kind
from loaders.tables.remarks import among
from loaders.wording import quoted

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from loaders.gathered import Gathered
    from loaders.tables.cells import Raw
    from loaders.tables.recognise import Recognised

_NOTE = re.compile(
    r"(?:notes?|nb|n\.b\.?|key|legend|sources?|last updated|updated|correct as (?:at|of)|prepared by|\*+|\d\)|\(\d\))"
    r"(?:\b|[:. ]|$)",
    re.IGNORECASE,
)
_TOTAL = re.compile(r"(?:grand |sub)?-?totals?\b", re.IGNORECASE)
_LONG = 40
"""Letters from which a text alone in its row, below a blank one, is a note."""


class NoRows:
    """Tells such rows from the rows of a table, and says once of each sort where they stand."""

    def __init__(self, found: Recognised, into: Gathered) -> None:
        """Begin below the headings of a sheet."""
        self._found, self._into = found, into
        heading = found.grid.rows[found.heading - 1]
        self._headings = {place: cell for place, cell in enumerate(heading) if cell not in (None, "")}
        self._first = min(found.columns.values()) - 1
        self._first_heading = heading[self._first] if self._first < len(heading) else None
        numbers = TABLES[found.table].columns
        self._numbers = {
            found.columns[one.field] - 1 for one in numbers if one.kind is Kind.NUMBER and one.field in found.columns
        }
        self._last_filled = found.heading
        self._repeats: list[int] = []
        self._totals: list[int] = []
        self._notes: list[tuple[int, str]] = []

    def is_one(self, number: int, cells: Sequence[Raw]) -> bool:
        """Tell whether a row repeats the headings or adds up what stands above it."""
        first = cells[self._first] if self._first < len(cells) else None
        if not isinstance(first, str) or not first:
            return False
        if first == self._first_heading and self._repeats_headings(cells):
            self._repeats.append(number)
            return True
        if _TOTAL.match(first) and self._is_total(cells):
            self._totals.append(number)
            return True
        return False

    def _repeats_headings(self, cells: Sequence[Raw]) -> bool:
        filled = [(place, cell) for place, cell in enumerate(cells) if cell not in (None, "")]
        return all(_same(self._headings.get(place), cell) for place, cell in filled)

    def _is_total(self, cells: Sequence[Raw]) -> bool:
        """Tell whether nothing but numbers stands beside the first cell, where only numbers or nothing can stand."""
        known = set(self._found.columns.values())
        return all(
            place in self._numbers or place + 1 not in known
            for place, cell in enumerate(cells)
            if cell not in (None, "") and place != self._first
        )

    def is_note(self, number: int, values: Mapping[str, Any], cells: Sequence[Raw]) -> bool:
        """Tell whether a row is a note: one text alone, that begins as notes do, or is long and below a blank row."""
        below_blank = number > self._last_filled + 1
        self._last_filled = number
        if len(values) > 1:
            return False
        filled = [cell for cell in cells if cell not in (None, "")]
        text = text_of(filled[0])
        if len(filled) > 1 or not _NOTE.match(text) and not (below_blank and (len(text) > _LONG or text[-1:] in ".:")):
            return False
        self._notes.append((number, text))
        return True

    def tell(self) -> None:
        """Tell of the rows that were not read."""
        at = self._found.grid.at
        if self._repeats:
            self._into.tell(
                at(self._repeats[0]),
                f"{_rows(self._repeats)} the headings again; nothing was read there.",
                warning=True,
            )
        if self._totals:
            self._into.tell(
                at(self._totals[0]), f"{_rows(self._totals)} totals, so nothing was read there.", warning=True
            )
        for number, text in self._notes:
            what = f"{quoted(text)} stands alone in its row, so it was read as a note and not as a row of the table."
            self._into.tell(at(number), what, "If it is a row, fill in what belongs to it.", warning=True)


def _same(heading: Raw, cell: Raw) -> bool:
    return heading == cell or (isinstance(heading, str) and isinstance(cell, str) and folded(heading) == folded(cell))


def _rows(numbers: Sequence[int]) -> str:
    if len(numbers) == 1:
        return f"Row {numbers[0]} holds"
    return f"Rows {among(map(str, numbers)).replace('more cells', 'more')} hold"
