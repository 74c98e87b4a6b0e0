"""Rows as they are read: from the cells of a sheet to values by field, each row with its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from loaders.gathered import Sheet, Where
from loaders.tables.cells import text_of
from loaders.tables.columns import ABOUT, ABOUT_COLUMNS, TABLES
from loaders.tables.recognise import FIELD, VALUE, head_field
from loaders.tables.shortcuts import SHORTCUTS
from loaders.tables.values import value_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from loaders.gathered import Entry
    from loaders.tables.recognise import Recognised


class Row(NamedTuple):
    """One row of a table: its values by field, references still as the texts that name them."""

    table: str
    values: Entry
    where: Where


def rows(found: Recognised) -> Iterator[Row]:
    """Yield the rows of a sheet that hold anything."""
    if found.table == ABOUT:
        yield from _head(found)
        return
    columns = {**TABLES[found.table].by_field, **{one.field: one for one in SHORTCUTS.get(found.table, ())}}
    places = [(columns[field], field, place - 1) for field, place in found.columns.items()]
    sheet = Sheet(found.grid.file, found.grid.name, found.columns)
    for number, cells in enumerate(found.grid.rows[found.heading :], start=found.heading + 1):
        values: dict[str, Any] = {}
        for column, field, place in places:
            cell = cells[place] if place < len(cells) else None
            if cell is not None and cell != "":
                value = value_of(column, cell)
                if value is not None:
                    values[field] = value
        if values:
            yield Row(found.table, values, Where(sheet, number))


def _head(found: Recognised) -> Iterator[Row]:
    """Yield the head of the document, a row a field."""
    fields, values = found.columns.get(FIELD), found.columns.get(VALUE)
    if fields is None or values is None:
        return
    for number, cells in enumerate(found.grid.rows[found.heading :], start=found.heading + 1):
        if len(cells) < max(fields, values):
            continue
        field = head_field(text_of(cells[fields - 1]))
        value = value_of(ABOUT_COLUMNS[field], cells[values - 1]) if field else None
        if field and value is not None:
            yield Row(ABOUT, {field: value}, Where(Sheet(found.grid.file, found.grid.name, {field: values}), number))
