"""Rows below the headings of a table that are none of its rows: the headings once more, totals, notes under it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from loaders.names import folded
from loaders.tables.cell.cells import is_number, text_of
from loaders.tables.cell.numbers import bare_number
from loaders.tables.cell.remarks import among
from loaders.tables.headed.heading_cells import columns_of
from loaders.wording import quoted

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from loaders.gathered import Gathered
    from loaders.tables.cell.cells import Raw
    from loaders.tables.headed.recognise import Recognised

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
        self._not_in_totals = {
            found.columns[column.field] - 1
            for column in columns_of(found.table).values()
            if column.field in found.columns and (column.is_reference or column.required or column.field == "id")
        }
        self._last_row = found.heading
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
        """Tell whether nothing but numbers stands beside the first cell, and none where a row says what it is."""
        beside = [(place, cell) for place, cell in enumerate(cells) if cell not in (None, "") and place != self._first]
        return bool(beside) and all(
            place not in self._not_in_totals and (is_number(cell) or bare_number(text_of(cell)) is not None)
            for place, cell in beside
        )

    def is_note(self, number: int, values: Mapping[str, Any], cells: Sequence[Raw]) -> bool:
        """Tell whether a row is a note: one text alone, that begins as notes do, or is long and below a blank row."""
        below_blank = number > self._last_row + 1
        filled = [cell for cell in cells if cell not in (None, "")] if len(values) == 1 else []
        text = text_of(filled[0]) if len(filled) == 1 else ""
        if text and (_NOTE.match(text) or (below_blank and (len(text) > _LONG or text[-1:] in ".:"))):
            self._notes.append((number, text))
            return True
        self._last_row = number
        return False

    def tell(self) -> None:
        """Tell of the rows that were not read."""
        at = self._found.grid.at
        for rows, what in ((self._repeats, "the headings again"), (self._totals, "totals")):
            if rows:
                self._into.tell(at(rows[0]), _not_read(rows, what), warning=True)
        for number, text in self._notes:
            what = f"{quoted(text)} stands alone in its row, so it was read as a note and not as a row of the table."
            self._into.tell(at(number), what, "If it is a row, fill in what belongs to it.", warning=True)


def _same(heading: Raw, cell: Raw) -> bool:
    return heading == cell or (isinstance(heading, str) and isinstance(cell, str) and folded(heading) == folded(cell))


def _not_read(rows: Sequence[int], what: str) -> str:
    others = rows[1:]
    if not others:
        return f"This row holds {what}, so it was not read."
    listed = among(map(str, others)).replace("more cells", "more")
    so_do = f"so does row {listed}" if len(others) == 1 else f"so do rows {listed}"
    return f"This row holds {what}, and {so_do}; none of them was read."
