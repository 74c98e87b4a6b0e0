"""A structure as a workbook, a sheet a table, made to be filled in further: headings, drop-downs and a page to read."""

from __future__ import annotations

import datetime as dt
import io
from typing import TYPE_CHECKING
from zipfile import ZIP_STORED, ZipFile

from graphmodel.dates import earliest
from graphmodel.place import Location, Problem
from graphmodel.zipped import pinned, told_truly
from loaders.problems import SaveError
from loaders.tables.flatten import flattened
from loaders.wording import quoted
from loaders.workbook.layout import columns_of, titles_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from graphmodel.structure import Structure
    from loaders.tables.flatten import Cells
    from loaders.workbook.next_steps import Question

LONGEST = 32767
"""Units of UTF-16 that a cell can hold."""
MOST_ROWS = 1_048_576
"""Rows of a sheet."""
_WORKBOOK = "workbook"
_MADE = "2000-01-01"
"""The day on which a workbook was made that describes none: the same structure is always the same bytes."""


def workbook(structure: Structure) -> bytes:
    """Write a structure as the bytes of an .xlsx workbook, which reads back as the same structure.

    Raises SaveError where something in it is too long for a workbook.
    """
    return book(flattened(structure, names=True), made=structure.as_of or _MADE)


def book(
    tables: Mapping[str, list[Cells]], *, made: str = _MADE, mark: str = "", questions: Sequence[Question] = ()
) -> bytes:
    """Write the rows of tables as a workbook.

    `made` is the day that it tells as its own, `mark` says on its hidden sheet what it began with, and `questions` are
    the blank cells that matter next.
    """
    if too_long := tuple(_too_long(tables)):
        raise SaveError(too_long)
    from openpyxl import Workbook  # noqa: PLC0415  only who writes a workbook pays for it
    from openpyxl.writer.excel import ExcelWriter  # noqa: PLC0415  the same

    from loaders.workbook.drop_downs import DropDowns  # noqa: PLC0415  the same
    from loaders.workbook.pages import highlight, write_about, write_table  # noqa: PLC0415  the same
    from loaders.workbook.read_me import write_next, write_read_me  # noqa: PLC0415  the same

    new = Workbook()
    del new["Sheet"]
    write_read_me(new, tables, mark)
    if questions:
        write_next(new, questions)
    drop_downs = DropDowns(new, tables)
    for table in titles_of(tables):
        (write_about if table == "about" else write_table)(new, table, tables.get(table, []), drop_downs)
    highlight(new, questions)
    drop_downs.write(mark)
    day = dt.datetime.fromisoformat(earliest(made))
    new.properties.creator = new.properties.lastModifiedBy = "answerable"
    new.properties.created = day
    saved = io.BytesIO()
    with ZipFile(saved, "w", ZIP_STORED) as parts:  # they are packed again, and compressed then
        ExcelWriter(new, parts).save()
    return pinned(saved.getvalue(), lambda name, part: _true(name, part, day))


def _true(name: str, part: bytes, day: dt.datetime) -> bytes:
    """Put right what openpyxl says of the file, and let every row grow when somebody writes into it."""
    truly = told_truly(name, part, day)
    return truly.replace(b' customHeight="1"', b"") if name.startswith("xl/worksheets/") else truly


def _too_long(tables: Mapping[str, list[Cells]]) -> Iterator[Problem]:
    for table, title in titles_of(tables).items():
        rows = tables.get(table, [])
        if len(rows) >= MOST_ROWS:
            what = f"{len(rows):,} rows are more than a sheet of a workbook can hold."
            yield Problem(Location(_WORKBOOK, sheet=title), what, "Write YAML, JSON or a folder of CSV files.")
        for number, row in enumerate(rows, start=2):
            for field, cell in row.items():
                if isinstance(cell, str) and len(cell) * 2 > LONGEST and len(cell.encode("utf-16-le")) // 2 > LONGEST:
                    yield _longer(table, field, row, Location(_WORKBOOK, sheet=title, row=number))


def _longer(table: str, field: str, row: Cells, where: Location) -> Problem:
    heading = next((one.column.heading for one in columns_of(table) if one.column.field == field), field)
    about = next((row[key] for key in ("name", "id", "about", "field", "member", "from") if key in row), "")
    what = f"{quoted(heading)} of {quoted(about)} is longer than the {LONGEST:,} letters that a cell can hold."
    return Problem(where, what, "Shorten it, or write YAML or JSON.")
