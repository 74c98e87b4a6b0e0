"""The worked example of the workbook, and what of it was left in by mistake.

It is one of the case studies as somebody would type it in a first hour: what is stated, and nothing in a column that is
folded away. So nothing of it stays behind unseen when a row is written over.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import sample_data
from graphmodel.kinds import Role
from graphmodel.links import GovernedBy
from graphmodel.structure import ENTITY_TABLES, Structure
from loaders.names import folded
from loaders.tables.cell.cells import joined
from loaders.tables.columns import ABOUT, CLAIMS, EVIDENCE, ORIGINALS
from loaders.tables.flatten import flattened
from loaders.tables.headed.recognise import head_field
from loaders.tables.shortcuts import ACCOUNTABLE_TO, CHAIR, REPORTS_TO, TERMS
from loaders.workbook.layout import columns_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from loaders.gathered import Gathered, Where
    from loaders.tables.flatten import Cells
    from loaders.tables.rows import Row

SAMPLE, PLACE = "south_worcestershire", "South Worcestershire"
_DISTINCTIVE = ("worcester", "malvern", "wychavon", "smat")
"""What tells rows of the example from those that any area may have: `Probation` is a body everywhere."""

_KEYS = {
    **dict.fromkeys(ENTITY_TABLES, ("name",)),
    "seats": ("member", "group", "role"),
    "lines": ("from", "to", "kind"),
    "links": ("type", "from", "to"),
    ORIGINALS: ("event", "id"),
}
_Key = tuple[str, ...]


def example_tables() -> dict[str, list[Cells]]:
    """Return the rows of the example, with what fits into one row a group on the sheet of groups."""
    tables = flattened(_sample(), names=True)
    tables["links"] = [row for row in tables["links"] if f"{EVIDENCE}modality" not in row]
    _into_groups(tables)
    head = [row for row in tables[ABOUT] if head_field(str(row["field"])) not in ("id", "note")]
    return {
        **{table: [_in_sight(table, row) for row in rows] for table, rows in tables.items()},
        **{table: [] for table in ("silences", "completeness", CLAIMS)},
        ABOUT: head,
    }


def tell_left_over(rows: Iterable[Row], into: Gathered) -> None:
    """Warn of the rows of the example in a workbook that began with it; of an untouched one, that it is the example."""
    known = _keys_of_example()
    given = [(row, _key(row.table, row.values)) for row in rows]
    found = [(row, key) for row, key in given if key in known]
    if not any(_is_distinctive(key) for _, key in found):
        return
    if len(found) == len(given) and len({key for _, key in found}) == len(known):
        what = f"This is the example, {PLACE}, as it came with the workbook."
        into.tell(_first(found[0][0].where).at(), what, "Write your own rows over it.", sure=True)
        return
    for places in _by_sheet(row.where for row, _ in found):
        numbers = [place.row or 1 for place in places]
        what = f"{_in_words(numbers)} of the example, {PLACE}, with which this workbook began."
        into.tell(places[0].sheet.at(numbers[0]), what, "Write over or delete what is not yours.", warning=True)


def _sample() -> Structure:
    from loaders.structures import load  # noqa: PLC0415  it knows the readers of workbooks, which know this

    return load(sample_data.path(SAMPLE)).structure


def _in_sight(table: str, row: Cells) -> Cells:
    shown = {one.column.field for one in columns_of(table) if not one.folded}
    return {field: cell for field, cell in row.items() if field in shown}


def _into_groups(tables: dict[str, list[Cells]]) -> None:
    """Move lines, chairs and terms of reference of which nothing more is said to the rows of their groups."""
    terms = {row["name"] for row in tables["documents"] if row.get("kind") == "terms of reference"}
    for group in tables["groups"]:
        name = group["name"]
        moved: dict[str, list[str]] = {}
        for row in tables["lines"]:
            if row["from"] == name:
                field = ACCOUNTABLE_TO if row["kind"] == "accountable to" else REPORTS_TO
                moved.setdefault(field, []).append(str(row["to"]))
        for row in tables["seats"]:
            if row["group"] == name and row.get("role") == Role.CHAIR.value:
                moved.setdefault(CHAIR, []).append(str(row["member"]))
        for row in tables["links"]:
            if _is_terms(row, terms) and row["from"] == name:
                moved.setdefault(TERMS, []).append(str(row["to"]))
        group.update({field: joined(texts) for field, texts in moved.items()})
    tables["lines"] = []
    tables["seats"] = [row for row in tables["seats"] if row.get("role") != Role.CHAIR.value]
    for row in tables["seats"]:
        row.setdefault("role", Role.MEMBER.value)
    tables["links"] = [row for row in tables["links"] if not _is_terms(row, terms)]


def _is_terms(row: Cells, terms: set[Any]) -> bool:
    return row["type"] == GovernedBy.TYPE.replace("_", " ") and row["to"] in terms


@cache
def _keys_of_example() -> frozenset[_Key]:
    keys: set[_Key | None] = set()
    for table, rows in example_tables().items():
        for row in rows:
            keys.add(_key(table, {head_field(str(row["field"])): row["value"]} if table == ABOUT else dict(row)))
    return frozenset(key for key in keys if key)


def _key(table: str, values: dict[Any, Any]) -> _Key | None:
    """Return what a row of the example is known by, whatever else of it was changed."""
    if table == ABOUT:
        return (table, *(f"{field} {folded(str(value))}" for field, value in values.items()))
    if table not in _KEYS:
        return None
    return (table, *(folded(str(values.get(field, ""))) for field in _KEYS[table]))


def _is_distinctive(key: _Key | None) -> bool:
    return any(word in part for part in (key or ())[1:] for word in _DISTINCTIVE)


def _by_sheet(places: Iterable[Where]) -> list[list[Where]]:
    found: dict[str, list[Where]] = {}
    for place in places:
        found.setdefault(str(place.sheet.name), []).append(place)
    return list(found.values())


def _first(where: Where) -> Any:
    return where.sheet._replace(name=None)


def _in_words(numbers: list[int]) -> str:
    """Say which rows, those in a row taken together: `Rows 2 to 9 and 12 are`."""
    stretches: list[list[int]] = []
    for number in sorted(numbers):
        if stretches and number == stretches[-1][-1] + 1:
            stretches[-1].append(number)
        else:
            stretches.append([number])
    words = [str(one[0]) if len(one) == 1 else f"{one[0]} to {one[-1]}" for one in stretches]
    told = words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
    return f"Row {told} is still a row" if len(numbers) == 1 else f"Rows {told} are still rows"
