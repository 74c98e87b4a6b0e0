"""Copies of tables as workbooks that can be written into: what is in them stays, and what cannot stay is told."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from openpyxl import load_workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.workbook.workbook import Workbook

from loaders.sorts import Sort, sort_of
from loaders.wording import one_of
from loaders.workbook.marks import cell_at, put_fitting
from loaders.workbook.reading import safe_bytes, safe_grids

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable, Iterator, Mapping

    from openpyxl.worksheet.worksheet import Worksheet

    from loaders.tables.cell.cells import Raw
    from loaders.tables.grid import Grid

_LONGEST_NAME = 31
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\]")
_WIDEST = 60

_NOT_KEPT = (
    (re.compile(r"xl/vbaProject"), "macros"),
    (re.compile(r"xl/charts/"), "some of how charts look"),
    (re.compile(r"xl/diagrams/"), "SmartArt"),
    (re.compile(r"xl/(ctrlProps|activeX)/"), "buttons and other controls"),
    (re.compile(r"xl/slicers/"), "slicers"),
    (re.compile(r"xl/threadedComments/"), "conversations in comments (their words stay)"),
)
"""Parts of a workbook that a copy does not keep, or not as they are."""

_WARNED = (
    ("DrawingML", "shapes and text boxes"),
    ("Data Validation", "some drop-down lists"),
    ("Conditional Formatting", "some conditional formats"),
    ("Slicer", "slicers"),
)
"""What the library that copies says it leaves out."""


class Copy(NamedTuple):
    """A copy that can be written into. `sheets` tells which sheet of it is which sheet, or file, of what was copied."""

    book: Workbook
    sheets: Mapping[tuple[str, str | None], Worksheet]
    remarks: tuple[str, ...] = ()


def copied(path: str | os.PathLike[str], max_bytes: int) -> Copy:
    """Copy a workbook with all that can be kept of it; of an old workbook, or of text files, the values alone.

    Raises LoadError as loading does.
    """
    file = Path(path)
    if file.is_dir() or sort_of(file, max_bytes) is Sort.CSV:
        from loaders.csv_folder import grids as grids_of_folder  # noqa: PLC0415  it is needed for text files alone

        return _of_values(grids_of_folder(file, max_bytes=max_bytes))
    safe = safe_bytes(file, max_bytes)
    return _as_it_is(str(path), safe) or _of_workbook(str(path), safe, max_bytes)


def _of_workbook(file: str, safe: bytes, max_bytes: int) -> Copy:
    copy = _of_values(safe_grids(file, safe, max_bytes))
    return copy._replace(remarks=("The copy holds the values of the workbook, without its formulas and formats.",))


def _as_it_is(file: str, content: bytes) -> Copy | None:
    """Copy an .xlsx workbook that is safe to read; None where it is another one, or cannot be opened for writing."""
    parts = _parts(content)
    if "xl/workbook.xml" not in parts:
        return None
    with warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always")
        try:
            book = load_workbook(io.BytesIO(content), rich_text=True)
        except Exception:  # noqa: BLE001  the library raises whatever it comes upon; the values can still be copied
            return None
    lost = [words for part, words in _NOT_KEPT if any(part.match(name) for name in parts)]
    lost += [words for sign, words in _WARNED if any(sign in str(one.message) for one in warned)]
    remarks = (f"The copy does not keep {one_of(dict.fromkeys(lost), last='and')}.",) if lost else ()
    return Copy(book, {(file, sheet.title): sheet for sheet in book.worksheets}, remarks)


def _parts(content: bytes) -> frozenset[str]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            return frozenset(packed.namelist())
    except zipfile.BadZipFile:
        return frozenset()


def _of_values(grids: Iterable[Grid]) -> Copy:
    book = Workbook()
    for empty in book.worksheets:
        book.remove(empty)
    sheets: dict[tuple[str, str | None], Worksheet] = {}
    for grid in grids:
        sheet = book.create_sheet(_name(grid.title, book.sheetnames))
        sheet.sheet_state = "hidden" if grid.hidden else "visible"
        _fill(sheet, grid.rows)
        sheets[grid.file, grid.name] = sheet
    return Copy(book, sheets)


def _name(title: str, taken: Iterable[str]) -> str:
    """Return a name that a sheet may have, and that no other has."""
    names = {name.casefold() for name in taken}
    plain = _NOT_IN_NAMES.sub(" ", title).strip("' ")[:_LONGEST_NAME] or "Sheet"
    return next(name for name in _numbered(plain) if name.casefold() not in names)


def _numbered(name: str) -> Iterator[str]:
    yield name
    number = 2
    while True:
        end = f" ({number})"
        yield f"{name[: _LONGEST_NAME - len(end)]}{end}"
        number += 1


def _fill(sheet: Worksheet, rows: Iterable[Iterable[Raw]]) -> None:
    widths: dict[int, int] = {}
    for number, row in enumerate(rows, start=1):
        for column, value in enumerate(row, start=1):
            if value is None or value == "":
                continue
            cell = cell_at(sheet, number, column)
            if isinstance(value, str):
                put_fitting(cell, value)
            else:
                cell.value = value
            widths[column] = max(widths.get(column, 0), min(len(str(value)), _WIDEST))
    for column, width in widths.items():
        sheet.column_dimensions[get_column_letter(column)].width = width + 3
    for heading in sheet[1] if sheet.max_row else ():
        heading.font = Font(bold=True)
