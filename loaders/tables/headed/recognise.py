"""Which table a sheet is, in which row its headings stand, and which column holds which field."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from graphmodel.structure import ENTITY_TABLES
from loaders.names import Names, folded
from loaders.synonyms import SYNONYMS
from loaders.tables.cell.cells import text_of
from loaders.tables.columns import ABOUT, ABOUT_COLUMNS, TABLES
from loaders.tables.headed.extra_columns import FIRST_NAME, ORGANISATION, SURNAME, is_reached_at
from loaders.tables.headed.heading_cells import FIELD, VALUE, columns_of, exact, heading_text, headings_in, near
from loaders.tables.headed.said_headings import BODIES, KIND_OF_LINE, MEMBERS_ARE_BODIES, SHEETS
from loaders.tables.headings import TITLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from loaders.tables.cell.cells import Raw
    from loaders.tables.columns import Column
    from loaders.tables.grid import Grid

_LOOKED_AT = 25
"""Rows at the top of a sheet among which its headings are looked for; titles and notes may stand above them."""
_AROUND = re.compile(r"[()\[\].,]|\bcopy of\b|\bcopy\b|\bfinal\b|\bdraft\b|\bnew\b|\blatest\b|\bv?\d+\w{0,2}\b")
"""What people put around the name of a table."""
_MAY_BE_SEATS = ("people", "posts", "bodies", "groups")
"""The tables whose name is also given to a list of who sits where: `Contacts`, `Officers`, `Partners`, `Meetings`."""
_ENOUGH = 2
"""Columns by which a sheet is a table, where there are no more that it must have."""


class Recognised(NamedTuple):
    """A sheet that is a table: the row of its headings, and the columns of its fields, both counted from 1.

    `unknown` are the headings that are none of the table's, with their columns, `again` those of a column that is there
    already, and `slips` the fields of headings that were read as what they are a slip for. `given` is what its headings
    say of every row, and `by` tells whether the name of the sheet said which table it is.
    """

    grid: Grid
    table: str
    heading: int
    columns: Mapping[str, int]
    unknown: tuple[tuple[str, int], ...] = ()
    again: tuple[tuple[str, int], ...] = ()
    slips: tuple[tuple[str, str], ...] = ()
    given: Mapping[str, str] = {}
    by_name: bool = True
    names_under: str = ""
    """The heading of the column that was taken for the names, where no heading says that it holds them."""


def recognised(grid: Grid) -> Recognised | None:
    """Find out which table a sheet is by its name, else by its headings; None where it is none."""
    named = table_named(grid.title)
    if named is not None:
        found = _found(grid, named)
        if found is not None and (len(found.columns) >= _ENOUGH or _has_required(found)):
            return _rather_seats(grid, found) or _with_names(found)
    by_headings = [found for table in TABLES if (found := _found(grid, table)) is not None and _has_required(found)]
    best = max((len(found.columns) for found in by_headings), default=0)
    clear = [found for found in by_headings if len(found.columns) == best]
    return clear[0]._replace(by_name=False) if len(clear) == 1 and best >= _ENOUGH else None


def _rather_seats(grid: Grid, found: Recognised) -> Recognised | None:
    """Read a sheet as seats, whatever its name, where its headings say plainly that they are."""
    seats = _found(grid, "seats") if found.table in _MAY_BE_SEATS else None
    if seats is None or "group" not in seats.columns or len(seats.columns) <= len(found.columns):
        return None
    has_who = not {"member", SURNAME, ORGANISATION}.isdisjoint(seats.columns)
    return seats._replace(by_name=False) if has_who else None


def _with_names(found: Recognised) -> Recognised:
    """Take the first column of texts for the names where no heading says which column holds them."""
    if found.table not in ENTITY_TABLES or not {"name", "id", SURNAME, FIRST_NAME}.isdisjoint(found.columns):
        return found
    for heading, place in found.unknown:
        if not is_reached_at(heading) and _holds_texts(found, place):
            unknown = tuple(one for one in found.unknown if one[1] != place)
            return found._replace(columns={**found.columns, "name": place}, unknown=unknown, names_under=heading)
    return found


def _holds_texts(found: Recognised, place: int) -> bool:
    cells = (row[place - 1] for row in found.grid.rows[found.heading :] if len(row) >= place)
    filled = [text for cell in cells if (text := text_of(cell))]
    return bool(filled) and all(any(map(str.isalpha, text)) for text in filled)


def table_named(title: str) -> str | None:
    """Tell which table a title names, also with a date, a number or a version in it: `2023_seats`, `Seats (2)`."""
    bare = " ".join(_AROUND.sub(" ", folded(title)).split())
    for spelling in (title, bare):
        same = _titles().same(spelling)
        if len(same) == 1:
            return same[0]
    return None


@cache
def _titles() -> Names:
    names = [(name, spelling) for name, title in TITLES.items() for spelling in (name, title)]
    names += [(meant, word) for word, meant in SYNONYMS.items() if meant in TITLES]
    names += [(name, word) for name, words in SHEETS.items() for word in words]
    return Names(names)


def _found(grid: Grid, table: str) -> Recognised | None:
    """Find the headings of a table on a sheet: the row with most of them, or two rows of which they are made."""
    best: tuple[int, int, Sequence[Raw]] | None = None
    above: Sequence[Raw] = ()
    for number, row in enumerate(grid.rows[:_LOOKED_AT], start=1):
        for cells in (row, _both(above, row)) if above else (row,):
            count = len(set(headings_in(table, cells).values()))
            if count and (best is None or count > best[0]):
                best = (count, number, cells)
        above = row
    return _with_columns(grid, table, best[1], best[2]) if best is not None else None


def _both(above: Sequence[Raw], row: Sequence[Raw]) -> list[Raw]:
    """Join two rows of headings, one above the other; where the lower is blank, the upper counts."""
    width = max(len(above), len(row))
    pairs = zip((*above, *[""] * (width - len(above))), (*row, *[""] * (width - len(row))), strict=True)
    return [" ".join(filter(None, (text_of(upper), text_of(lower)))) for upper, lower in pairs]


def _with_columns(grid: Grid, table: str, number: int, row: Sequence[Raw]) -> Recognised:
    exactly = headings_in(table, row)
    columns: dict[str, int] = {}
    again: list[tuple[str, int]] = []
    for place, field in exactly.items():
        if field in columns:
            again.append((heading_text(row[place - 1]), place))
        else:
            columns[field] = place
    unknown: list[tuple[str, int]] = []
    slips: list[tuple[str, str]] = []
    for place, cell in enumerate(row, start=1):
        text = heading_text(cell)
        if not text or place in exactly:
            continue
        meant = near(table, text) if table != ABOUT else ()
        if len(meant) == 1 and meant[0] not in columns:
            columns[meant[0]] = place
            slips.append((text, meant[0]))
        else:
            unknown.append((text, place))
    given = _given(table, columns, row)
    return Recognised(grid, table, number, columns, tuple(unknown), tuple(again), tuple(slips), given)


def _given(table: str, columns: Mapping[str, int], row: Sequence[Raw]) -> Mapping[str, str]:
    """Return what the headings say of every row: a column `Accountable to` says what kind the lines are."""
    if table == "seats" and "member" in columns and folded(heading_text(row[columns["member"] - 1])) in BODIES:
        return {MEMBERS_ARE_BODIES: "yes"}
    if table != "lines" or "kind" in columns or "to" not in columns:
        return {}
    kind = KIND_OF_LINE.get(folded(heading_text(row[columns["to"] - 1])))
    return {"kind": kind} if kind else {}


def _has_required(found: Recognised) -> bool:
    required = required_of(found.table)
    there = {*found.columns, *found.given}
    if not there.isdisjoint({FIRST_NAME, SURNAME, ORGANISATION}):
        there |= {"member"} if found.table == "seats" else {"name"}
    return bool(required) and all(column.field in there for column in required)


def required_of(table: str) -> tuple[Column, ...]:
    """Return the columns that a table must have; an id is made from a name where there is none."""
    columns: Iterable[Column] = TABLES[table].columns if table in TABLES else ()
    return tuple(column for column in columns if column.required and column.field != "id")


def is_heading(column: Column, text: str) -> bool:
    """Tell whether a text is what its column is called, so that a row of such texts would be the headings again."""
    return folded(text) in (folded(column.heading), folded(column.field))


def head_field(text: str) -> str | None:
    """Tell which field of the head a row is about."""
    same = _head().same(text)
    return same[0] if len(same) == 1 else None


@cache
def _head() -> Names:
    return Names((field, word) for field, column in ABOUT_COLUMNS.items() for word in (field, column.heading))


__all__ = [
    "FIELD",
    "VALUE",
    "Recognised",
    "columns_of",
    "exact",
    "head_field",
    "is_heading",
    "recognised",
    "required_of",
    "table_named",
]
