"""Workbooks read into their sheets: values only, whatever wrote them, and no formula is ever worked out."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from graphmodel.place import Location
from loaders.file_text import MAX_BYTES, read_bytes, refusal
from loaders.tables.gather import gathered
from loaders.tables.grid import Grid

if TYPE_CHECKING:
    import os
    from collections.abc import Iterator

    from loaders.gathered import Gathered


def read_workbook(path: str | os.PathLike[str], *, max_bytes: int = MAX_BYTES) -> Gathered:
    """Read the sheets of a workbook as the tables of one partnership; LoadError where it is none."""
    return gathered(str(path), list(grids(path, max_bytes=max_bytes)))


def grids(path: str | os.PathLike[str], *, max_bytes: int = MAX_BYTES) -> Iterator[Grid]:
    """Yield the sheets of a workbook with their cells."""
    from python_calamine import CalamineError, CalamineWorkbook, SheetVisibleEnum  # noqa: PLC0415  late, as it is slow

    file = str(path)
    content = read_bytes(path, max_bytes=max_bytes)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        for sheet in book.sheets_metadata:
            rows = book.get_sheet_by_name(sheet.name).to_python(skip_empty_area=False)
            hidden = sheet.visible is not SheetVisibleEnum.Visible
            yield Grid(file, sheet.name, rows, title=sheet.name, hidden=hidden)
    except CalamineError as error:
        raise refusal(Location(file), f"The workbook cannot be read: {error}.") from None
