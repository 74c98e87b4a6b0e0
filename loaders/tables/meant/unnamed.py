"""Rows of things that have no name: nothing can be said of them, so they are left out and told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphmodel.structure import ENTITY_TABLES
from loaders.tables.meant.whereabouts import places

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from loaders.gathered import Gathered
    from loaders.tables.rows import Row


def named(rows: Iterable[Row], into: Gathered) -> Iterator[Row]:
    """Yield rows, but for those of things without a name or an id; those are told, once a sheet."""
    left: list[Row] = []
    for row in rows:
        if row.table in ENTITY_TABLES and not row.values.get("name") and not row.values.get("id"):
            left.append(row)
        else:
            yield row
    for is_said in (True, False):
        found = [row.where for row in left if ("name" in row.taken) is is_said]
        if found:
            one = len(found) == 1
            what = f"{'This row has' if one else 'There are rows that have'} no name ({places(found)})"
            what += f", so {'it was' if one else 'they were'} not read."
            # Where the cell says that nobody is named there, nothing is amiss.
            into.tell(found[0].sheet.at(found[0].row, "name"), what, "Write a name when there is one.", warning=is_said)
