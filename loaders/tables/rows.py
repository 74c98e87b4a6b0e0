"""Rows as they are read: from the cells of a sheet to values by field, each row with its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from loaders.gathered import Sheet, Where
from loaders.tables.cell.cells import Exact, text_of
from loaders.tables.cell.in_words import SAID_IN_WORDS, filled_in
from loaders.tables.cell.placeholders import ERRORS
from loaders.tables.cell.remarks import Remarks
from loaders.tables.cell.taken import Taken, Told
from loaders.tables.cell.values import value_of
from loaders.tables.columns import ABOUT, ABOUT_COLUMNS
from loaders.tables.headed.heading_cells import columns_of
from loaders.tables.headed.no_rows import NoRows
from loaders.tables.headed.recognise import FIELD, VALUE, head_field
from loaders.tables.shortcuts import ACCOUNTABLE_TO, CHAIR, REPORTS_TO, TERMS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from loaders.gathered import Entry, Gathered
    from loaders.tables.cell.cells import Raw
    from loaders.tables.columns import Column
    from loaders.tables.headed.recognise import Recognised


SAID_OF_THE_ROW = frozenset({
    ("seats", "member"), ("lines", "to"), ("groups", CHAIR), ("groups", TERMS), ("groups", ACCOUNTABLE_TO),
    ("groups", REPORTS_TO),
})  # fmt: skip
"""The columns of which it is told what a row says that names nobody there, instead of what the cell says."""


class Row(NamedTuple):
    """One row of a table: its values by field, references still as the texts that name them.

    `taken` has, by field, what was taken for something else than what stands in the cell.
    """

    table: str
    values: Entry
    where: Where
    taken: dict[str, Taken] = {}  # noqa: RUF012  nothing is ever put into it


def rows(found: Recognised, into: Gathered) -> Iterator[Row]:
    """Yield the rows of a sheet that hold anything, and tell at the end what was taken for something else."""
    remarks = Remarks(found.grid, into)
    if found.table == ABOUT:
        yield from _head(found, remarks)
    else:
        yield from _Sheet(found, into, remarks).rows()
    for (row, column), text in found.grid.faults.items():
        if row > found.heading:
            told = Told.ERROR if text in ERRORS or text.startswith("#") else Told.NO_RESULT
            remarks.add(row, column, Taken(None, text, told))
    remarks.tell()


class _Reader:
    """Reads the cells of one column; what stands there again and again is read once."""

    def __init__(self, column: Column, place: int) -> None:
        self.column, self.field, self.place = column, column.field, place
        self.known: dict[str, Any] = {}
        self.above: tuple[int, Any] = (0, None)
        """The row of the last cell that stood for the one above it, and what it came to."""

    def value(self, cell: Raw) -> Any:
        """Return what a cell says."""
        if not isinstance(cell, str):
            return value_of(self.column, cell)
        if cell not in self.known:
            value = value_of(self.column, cell)
            if isinstance(value, list) or (isinstance(value, Taken) and isinstance(value.value, list)):
                return value  # whoever takes a list may change it
            self.known[cell] = value
        return self.known[cell]

    def from_above(self, sheet: Sequence[Sequence[Raw]], number: int, first: int, text: str) -> Taken:
        """Return the value of the nearest cell above a row that holds one."""
        last, value = self.above
        for row in range(number - 1, max(last, first - 1), -1):
            cells = sheet[row - 1]
            found = self.value(cells[self.place]) if self.place < len(cells) and cells[self.place] != "" else None
            found = found.value if isinstance(found, Taken) else found
            if found is not None:
                value = found
                break
        self.above = (number, value)
        copied = list(value) if isinstance(value, list) else value
        return Taken(copied, text, Told.NOTHING_ABOVE if value is None else Told.ABOVE)


class _Sheet:
    def __init__(self, found: Recognised, into: Gathered, remarks: Remarks) -> None:
        columns = columns_of(found.table)
        self.found, self.remarks = found, remarks
        self.cells = found.grid.rows
        held = _held(self.cells[found.heading :], found.columns.values())
        self.readers = [_Reader(columns[field], place - 1) for field, place in found.columns.items() if place in held]
        self.no_rows = NoRows(found, into)
        self.sheet = Sheet(found.grid.file, found.grid.name, found.columns)
        self.said_in_words = frozenset(field for field in SAID_IN_WORDS if field in columns)

    def rows(self) -> Iterator[Row]:
        """Yield the rows below the headings."""
        for number, cells in enumerate(self.cells[self.found.heading :], start=self.found.heading + 1):
            if self.no_rows.is_one(number, cells):
                continue
            values: dict[str, Any] = {}
            taken: dict[str, Taken] = {}
            for reader in self.readers:
                cell = cells[reader.place] if reader.place < len(cells) else None
                if cell is not None and cell != "":
                    value = reader.value(cell)
                    if type(value) is Taken:
                        taken[reader.field] = value = self._taken(reader, number, value)
                        value = value.value
                    if value is not None:
                        values[reader.field] = value
            if values and not self.no_rows.is_note(number, values, cells):
                if self.said_in_words:
                    self._in_words(number, cells, values, taken)
                yield Row(self.found.table, {**self.found.given, **values}, Where(self.sheet, number), taken)
        self.no_rows.tell()

    def _taken(self, reader: _Reader, number: int, taken: Taken) -> Taken:
        if taken.told is Told.ABOVE:
            taken = reader.from_above(self.cells, number, self.found.heading + 1, taken.text)
        is_no_seat = taken.told is Told.NOTHING and (self.found.table, reader.field) == ("seats", "role")
        if taken.value is not None or not (is_no_seat or (self.found.table, reader.field) in SAID_OF_THE_ROW):
            self.remarks.add(number, reader.place + 1, taken)
        return taken

    def _in_words(self, number: int, cells: Sequence[Raw], values: Entry, taken: dict[str, Taken]) -> None:
        """Read a number out of words, but for those in quotation marks."""
        exact = {
            reader.field
            for reader in self.readers
            if reader.field in SAID_IN_WORDS
            and reader.place < len(cells)
            and isinstance(text_of(cells[reader.place]), Exact)
        }
        for field, what in filled_in(values, taken, exact, self.said_in_words):
            self.remarks.add(number, self.found.columns[field], what)


def _held(rows: Sequence[Sequence[Raw]], columns: Iterable[int]) -> frozenset[int]:
    """Tell which of the columns hold anything: of many, most are blank from top to bottom."""
    return frozenset(
        column for column in columns if any(len(row) >= column and row[column - 1] not in _BLANK for row in rows)
    )


_BLANK = (None, "")


def _head(found: Recognised, remarks: Remarks) -> Iterator[Row]:
    """Yield the head of the document, a row a field."""
    fields, values = found.columns.get(FIELD), found.columns.get(VALUE)
    if fields is None or values is None:
        return
    for number, cells in enumerate(found.grid.rows[found.heading :], start=found.heading + 1):
        if len(cells) < max(fields, values):
            continue
        field = head_field(text_of(cells[fields - 1]))
        value = value_of(ABOUT_COLUMNS[field], cells[values - 1]) if field else None
        if isinstance(value, Taken):
            remarks.add(number, values, value)
            value = value.value
        if field and value is not None:
            yield Row(ABOUT, {field: value}, Where(Sheet(found.grid.file, found.grid.name, {field: values}), number))
