"""What is told of a whole sheet: that it was not read, and how its headings were understood."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaders.names import folded
from loaders.tables.cell.remarks import among
from loaders.tables.columns import ABOUT, TABLES
from loaders.tables.headed.extra_columns import is_reached_at
from loaders.tables.headed.heading_cells import columns_of, exact, heading_text
from loaders.tables.headed.recognise import required_of, table_named
from loaders.tables.headings import TITLES
from loaders.wording import one_of, quoted

if TYPE_CHECKING:
    from loaders.gathered import Gathered
    from loaders.tables.grid import Grid
    from loaders.tables.headed.recognise import Recognised


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
        into.tell(found.grid.at(found.heading), what, f"Call it {TITLES[found.table]}.", sure=True)
    if found.names_under:
        what = f"No heading says which column holds the names; {quoted(found.names_under)} was taken for it."
        into.tell(found.grid.at(found.heading, found.columns["name"]), what, "Call it Name.", warning=True)
    _tell_columns(found, into)
    is_ours = TABLES[found.table].by_field.keys() <= found.columns.keys() if found.table in TABLES else True
    if is_ours or any(_filled(found, place) for place in found.columns.values()):
        return  # the sheets of a template that nobody has filled in yet say nothing
    what = f"{quoted(found.grid.title)} has headings and no rows."
    into.tell(found.grid.at(found.heading), what, sure=True)


def _tell_columns(found: Recognised, into: Gathered) -> None:
    at = found.grid.at
    for heading, field in found.slips:
        what = f"The heading {quoted(heading)} was read as {quoted(columns_of(found.table)[field].heading)}."
        into.tell(at(found.heading, found.columns[field]), what, "Change it if it means something else.", warning=True)
    for heading, column in found.again:
        if filled := _filled(found, column):
            what = f"{_twice(found, heading, column)}; the first counts, so {_cells(filled)} here not read."
            into.tell(at(found.heading, column), what, "Put all of it into one column.", warning=True)
    _tell_without_heading(found, into)
    reached = [
        quoted(heading) for heading, column in found.unknown if is_reached_at(heading) and _filled(found, column)
    ]
    if reached:
        what = f"{one_of(reached, last='and')} {'is' if len(reached) == 1 else 'are'} left out on purpose: "
        what += "who sits where can be told without saying how anybody is reached."
        into.understood.append(what)
    unknown = [(heading, column) for heading, column in found.unknown if not is_reached_at(heading)]
    if unknown:
        names = among(quoted(heading) for heading, _ in unknown).replace("more cells", "more")
        filled = sum(_filled(found, column) for _, column in unknown)
        one = len(unknown) == 1
        what = f"The column{'' if one else 's'} {names} {'is' if one else 'are'} none of this table"
        what += f", so {_cells(filled)} not read." if filled else "; nothing stands there."
        remedy = (
            "What is to be kept can go into the column Note." if filled and "evidence.note" in _fields(found) else ""
        )
        into.tell(at(found.heading, unknown[0][1]), what, remedy, warning=True)


def _tell_without_heading(found: Recognised, into: Gathered) -> None:
    """Tell the columns in which something stands, and no heading over it; beside the head there may be words."""
    if found.table == ABOUT:
        return
    row = found.grid.rows[found.heading - 1]
    width = max((len(cells) for cells in found.grid.rows[found.heading :]), default=0)
    taken = {*found.columns.values(), *(place for _, place in (*found.unknown, *found.again))}
    for column in range(1, width + 1):
        heading = row[column - 1] if column <= len(row) else None
        if column not in taken and not heading_text(heading) and (filled := _filled(found, column)):
            what = f"No heading stands over this column, so {_cells(filled)} not read."
            into.tell(found.grid.at(found.heading, column), what, "Write what it holds.", warning=True)


def _twice(found: Recognised, heading: str, column: int) -> str:
    """Say that two columns are one: of the same heading, or of two that mean the same."""
    row = found.grid.rows[found.heading - 1]
    field = exact(found.table, heading)
    first = next((place for name, place in found.columns.items() if name == field), column)
    other = heading_text(row[first - 1]) if first <= len(row) else heading
    if folded(other) == folded(heading):
        return f"The heading {quoted(heading)} is there twice"
    return f"The headings {quoted(other)} and {quoted(heading)} were taken for the same"


def _fields(found: Recognised) -> frozenset[str]:
    return frozenset(TABLES[found.table].by_field) if found.table in TABLES else frozenset()


def _filled(found: Recognised, column: int) -> int:
    rows = found.grid.rows[found.heading :]
    return sum(len(row) >= column and row[column - 1] not in (None, "") for row in rows)


def _cells(number: int) -> str:
    return "1 cell was" if number == 1 else f"{number} cells were"
