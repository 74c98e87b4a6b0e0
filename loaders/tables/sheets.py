"""What is told of a whole sheet: that it was not read, and how its headings were understood."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaders.tables.columns import ABOUT, TABLES
from loaders.tables.heading_cells import columns_of
from loaders.tables.headings import TITLES
from loaders.tables.recognise import required_of, table_named
from loaders.tables.remarks import among
from loaders.wording import one_of, quoted

if TYPE_CHECKING:
    from loaders.gathered import Gathered
    from loaders.tables.grid import Grid
    from loaders.tables.recognise import Recognised


def is_blank(grid: Grid) -> bool:
    """Tell whether nothing stands on a sheet."""
    return not any(cell is not None and cell != "" for row in grid.rows for cell in row)


def tell_not_read(grid: Grid, into: Gathered) -> None:
    """Tell that a sheet is hidden, or that a table has nothing in it; of other empty sheets nothing is to be said."""
    if grid.hidden and not is_blank(grid):
        what = f"The sheet {quoted(grid.title)} is hidden, so it was not read."
        into.tell(grid.at(), what, "Show it if it belongs to the partnership.", warning=True)
    elif not grid.hidden and not grid.told and table_named(grid.title) is not None:
        into.tell(grid.at(), f"{quoted(grid.title)} is empty.", "Fill it in, or leave it out.", warning=True)


def tell_no_table(grid: Grid, into: Gathered) -> None:
    """Tell that a sheet is no table: by its name, or because its headings are not found."""
    table = table_named(grid.title)
    if table is None or table == ABOUT:
        what = f"{quoted(grid.title)} is none of the tables, so it was not read."
        into.tell(grid.at(), what, "Call it Bodies, Groups, Seats or Lines, or leave it.", warning=True)
        return
    wanted = one_of((quoted(column.heading) for column in required_of(table)), last="and")
    what = f"No row here has the headings of the table {quoted(TITLES[table])}, so nothing was read."
    into.tell(grid.at(), what, f"Write {wanted} over its columns.")


def tell_headings(found: Recognised, into: Gathered) -> None:
    """Tell what is to be said of the headings of a table, each sort of remark once a sheet."""
    if not found.by_name:
        what = f"{quoted(found.grid.title)} was read as the table {quoted(TITLES[found.table])}, by its headings."
        into.tell(found.grid.at(found.heading), what, f"Call it {TITLES[found.table]}.", warning=True)
    _tell_columns(found, into)
    is_ours = TABLES[found.table].by_field.keys() <= found.columns.keys() if found.table in TABLES else True
    if is_ours or any(_filled(found, place) for place in found.columns.values()):
        return  # the sheets of a template that nobody has filled in yet say nothing
    what = f"{quoted(found.grid.title)} has headings and no rows."
    into.tell(found.grid.at(found.heading), what, warning=True)


def _tell_columns(found: Recognised, into: Gathered) -> None:
    at = found.grid.at
    for heading, field in found.slips:
        what = f"The heading {quoted(heading)} was read as {quoted(columns_of(found.table)[field].heading)}."
        into.tell(at(found.heading, found.columns[field]), what, "Correct it.", warning=True)
    for heading, column in found.again:
        if filled := _filled(found, column):
            what = f"The heading {quoted(heading)} is there twice; the first counts, so {_cells(filled)} here not read."
            into.tell(at(found.heading, column), what, "Put all of it into one column.", warning=True)
    if found.unknown:
        names = among(quoted(heading) for heading, _ in found.unknown).replace("more cells", "more")
        filled = sum(_filled(found, column) for _, column in found.unknown)
        one = len(found.unknown) == 1
        what = f"The column{'' if one else 's'} {names} {'is' if one else 'are'} none of this table"
        what += f", so {_cells(filled)} not read." if filled else "; nothing stands there."
        remedy = (
            "What is to be kept can go into the column Note." if filled and "evidence.note" in _fields(found) else ""
        )
        into.tell(at(found.heading, found.unknown[0][1]), what, remedy, warning=True)


def _fields(found: Recognised) -> frozenset[str]:
    return frozenset(TABLES[found.table].by_field) if found.table in TABLES else frozenset()


def _filled(found: Recognised, column: int) -> int:
    rows = found.grid.rows[found.heading :]
    return sum(len(row) >= column and row[column - 1] not in (None, "") for row in rows)


def _cells(number: int) -> str:
    return "1 cell was" if number == 1 else f"{number} cells were"
