"""Which table a sheet is, in which row its headings stand, and which column holds which field."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from loaders.names import Names, folded
from loaders.synonyms import SYNONYMS
from loaders.tables.cells import text_of
from loaders.tables.columns import ABOUT, ABOUT_COLUMNS, TABLES
from loaders.tables.headings import TITLES
from loaders.tables.shortcuts import SHORTCUTS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from loaders.tables.cells import Raw
    from loaders.tables.grid import Grid

_LOOKED_AT = 25
"""Rows at the top of a sheet among which its headings are looked for; titles and notes may stand above them."""

FIELD, VALUE = "field", "value"
"""The two columns of the head of a document."""


class Recognised(NamedTuple):
    """A sheet that is a table: the row of its headings, and the columns of its fields, both counted from 1.

    `unknown` are the headings that are none of the table's, with their columns.
    """

    grid: Grid
    table: str
    heading: int
    columns: Mapping[str, int]
    unknown: tuple[tuple[str, int], ...] = ()


def recognised(grid: Grid) -> Recognised | None:
    """Find out which table a sheet is by its name, and where its columns are; None where it is none."""
    table = table_named(grid.title)
    if table is None:
        return None
    known = _headings(table)
    best: Recognised | None = None
    for number, row in enumerate(grid.rows[:_LOOKED_AT], start=1):
        found = _columns(known, row)
        if found and (best is None or len(found) > len(best.columns)):
            best = Recognised(grid, table, number, found, tuple(_unknown(known, row)))
    return best


def table_named(title: str) -> str | None:
    """Tell which table a title names."""
    same = _titles().same(title)
    return same[0] if len(same) == 1 else None


@cache
def _titles() -> Names:
    names = [(name, spelling) for name, title in TITLES.items() for spelling in (name, title)]
    names += [(meant, word) for word, meant in SYNONYMS.items() if meant in TITLES]
    return Names(names)


@cache
def _headings(table: str) -> Names:
    """Return the headings of a table: in plain words, as fields are written in a document, and as people say them."""
    if table == ABOUT:
        return Names([(FIELD, FIELD), (FIELD, "what"), (VALUE, VALUE)])
    columns = (*TABLES[table].columns, *SHORTCUTS.get(table, ()))
    own = [(column.field, spelling) for column in columns for spelling in (column.field, column.heading)]
    known = {folded(spelling) for _, spelling in own}
    fields = {column.field for column in columns}
    said = [
        (field, word)
        for word, meant in SYNONYMS.items()
        for field in meant.split()
        if field in fields and folded(word) not in known
    ]
    return Names([*own, *said])


def _columns(known: Names, row: Sequence[Raw]) -> dict[str, int]:
    found: dict[str, int] = {}
    for place, cell in enumerate(row, start=1):
        text = text_of(cell)
        same = known.same(text.rstrip("*: ")) if text else ()
        if len(same) == 1:
            found.setdefault(same[0], place)
    return found


def _unknown(known: Names, row: Sequence[Raw]) -> list[tuple[str, int]]:
    texts = ((text_of(cell), place) for place, cell in enumerate(row, start=1))
    return [(text, place) for text, place in texts if text and len(known.same(text.rstrip("*: "))) != 1]


def head_field(text: str) -> str | None:
    """Tell which field of the head a row is about."""
    same = _head().same(text)
    return same[0] if len(same) == 1 else None


@cache
def _head() -> Names:
    return Names((field, word) for field, column in ABOUT_COLUMNS.items() for word in (field, column.heading))
