"""What stands beside a matrix and says more of its groups: how often each meets, to whom it reports, on which tier."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from loaders.guesses.guesses import looks_like_group
from loaders.tables.cell.in_words import filled_in, in_figures
from loaders.tables.cell.taken import Taken
from loaders.tables.cell.values import value_of
from loaders.tables.headed.heading_cells import columns_of, exact
from loaders.tables.shortcuts import ACCOUNTABLE_TO, REPORTS_TO, TERMS
from loaders.tables.sitting.without_persons import without_persons

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from loaders.matrix.columns import Part
    from loaders.matrix.sheet import Sheet
    from loaders.matrix.sides import Aside, Edge
    from loaders.tables.cell.remarks import Remarks

NOTE = "evidence.note"
_FIELDS = frozenset({
    "tier", "purpose", "rhythm", "per_year", "duration", "hours", "aliases", REPORTS_TO, ACCOUNTABLE_TO, TERMS, NOTE,
})  # fmt: skip
_LINE = re.compile(
    r"(?:it )?(reports?|reporting|accountable|answers?|answerable) (?:in)?to (?:the )?(.+)", re.IGNORECASE
)
_MEETS = re.compile(r"(?:it )?(?:meets?|meetings?:?|held) (.+)", re.IGNORECASE)
_PARTS = re.compile(r"\s*[;\n]\s*|\.\s+(?=[A-Z])")


class Beside(NamedTuple):
    """A column or row beside a matrix: its heading, the field that this means, and what it says of each group."""

    heading: str
    field: str
    place: tuple[int, int]
    said: tuple[tuple[str, tuple[int, int], str], ...]
    """The key of a group, the cell, and its text."""


def field_of(heading: str) -> str | None:
    """Tell which field of a group a heading beside a matrix means."""
    field = exact("groups", heading)
    return field if field in _FIELDS else None


def columns_beside(sheet: Sheet, heading: int, part: Part, groups: Iterable[Edge]) -> Iterator[Beside]:
    """Yield the columns beside a matrix whose groups stand down its side; a tier goes on to the next that is said."""
    places = sorted((row, group.key) for group in groups for row, _ in group.places)
    for column in part.unread:
        text = sheet.text(heading, column)
        field = field_of(text)
        if field is None:
            continue
        said: list[tuple[str, tuple[int, int], str]] = []
        for row, key in places:
            cell = (row, column)
            if field == "tier" and not sheet.text(*cell) and said:
                said.append((key, said[-1][1], said[-1][2]))
            elif sheet.text(*cell):
                said.append((key, cell, sheet.text(*cell)))
        yield Beside(text, field, (heading, column), tuple(said))


def rows_beside(sheet: Sheet, part: Part, groups: Iterable[Edge], aside: Iterable[Aside]) -> Iterator[Beside]:
    """Yield the rows beside a matrix whose groups stand across its top."""
    keys = {column: group.key for group in groups for _, column in group.places}
    for what, (row, column), text in aside:
        field = field_of(text) if what == ROWS else None
        if field is not None and column == part.names:
            said = tuple((keys[at], (row, at), cell) for at, cell in sheet.rows[row].items() if at in keys)
            yield Beside(text, field, (row, column), said)


def values_of(beside: Iterable[Beside], key: str, remarks: Remarks) -> dict[str, Any]:
    """Give what stands beside a matrix of one group, as the values of a row."""
    values: dict[str, Any] = {}
    for one in beside:
        for place, text in ((place, text) for of, place, text in one.said if of == key):
            for field, said in _facts(text) if one.field == NOTE else ((one.field, text),):
                _put(values, field, said, place, remarks)
    said_in = {one.field: place for one in beside for of, place, _ in one.said if of == key}
    for words, taken in filled_in(values, {}, (), _FIELDS):
        at = said_in.get(words) or said_in.get(NOTE)
        if at is not None:
            remarks.add(*at, taken)
    return values


def _facts(text: str) -> Iterator[tuple[str, str]]:
    """Yield what a note says of a group: a line, how often it meets, and else a note."""
    for part in _PARTS.split(text):
        line, meets = _LINE.fullmatch(part), _MEETS.fullmatch(part)
        rhythm = meets[1] if meets else part
        if line:
            field = REPORTS_TO if line[1].casefold().startswith("report") else ACCOUNTABLE_TO
            yield from ((field, name) for name in _names(line[2].rstrip(".")))
        elif in_figures("rhythm", rhythm) is not None:
            yield "rhythm", rhythm
        elif shown := without_persons(part, ()):
            yield NOTE, shown


def _names(text: str) -> list[str]:
    """Take `A Board and B Board` apart, where each part is the name of a group by itself."""
    parts = re.split(r"\s*,\s*(?:and\s+)?|\s+and\s+", text)
    return parts if all(map(looks_like_group, parts)) else [text]


def _put(values: dict[str, Any], field: str, text: str, place: tuple[int, int], remarks: Remarks) -> None:
    if field == "rhythm" and (meets := _MEETS.fullmatch(text)):
        text = meets[1]
    value: Any = value_of(columns_of("groups")[field], text)
    if isinstance(value, Taken):
        remarks.add(*place, value)
        value = value.value
    if value is None:
        return
    if isinstance(value, list) and field in values:
        values[field] = [*values[field], *value]
    elif field == NOTE:
        shown = without_persons(str(value), ())
        values[field] = f"{values[field]} {shown}" if field in values else shown
    else:
        values.setdefault(field, value)


ROWS = "rows beside it"
COLUMNS = "columns beside it"
