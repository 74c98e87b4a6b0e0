"""A structure as a workbook, a sheet a table."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from loaders.tables.columns import ABOUT, TABLES
from loaders.tables.flatten import flattened
from loaders.tables.headings import TITLES
from loaders.tables.recognise import FIELD, VALUE

if TYPE_CHECKING:
    from graphmodel.structure import Structure


def workbook(structure: Structure) -> bytes:
    """Write a structure as the bytes of an .xlsx workbook."""
    from openpyxl import Workbook  # noqa: PLC0415  only who writes a workbook pays for it

    book = Workbook()
    del book["Sheet"]
    for name, table in flattened(structure, names=True).items():
        page = book.create_sheet(TITLES[name])
        columns = (
            ((FIELD, "What"), (VALUE, "Value"))
            if name == ABOUT
            else tuple((c.field, c.heading) for c in TABLES[name].columns)
        )
        page.append([heading for _, heading in columns])
        for row in table:
            page.append([row.get(field) for field, _ in columns])
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()
