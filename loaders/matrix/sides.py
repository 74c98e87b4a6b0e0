"""The names along the two sides of a matrix, and the rows that are none of its own: headings, totals and notes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from graphmodel.kinds import BodyKind
from loaders.guesses.guesses import body_kind, looks_like_group, looks_like_post
from loaders.matrix.beside import COLUMNS, ROWS, field_of
from loaders.matrix.totals import total_column, total_row
from loaders.matrix.wording import is_section, is_total, name_of
from loaders.names import folded

if TYPE_CHECKING:
    from graphmodel.kinds import Tier
    from loaders.matrix.blocks import Block
    from loaders.matrix.columns import Part
    from loaders.matrix.sheet import Sheet

_NUMBER = re.compile(r"[\d.,%]+")
_NAME = 60
"""Characters of a name below the last code at most; what is longer is a note."""

Aside: TypeAlias = tuple[str, tuple[int, int], str]


class Edge(NamedTuple):
    """A name along a side of a matrix, with the cells that it stands in."""

    name: str
    places: tuple[tuple[int, int], ...]
    several: int = 1
    tier: Tier | None = None
    noted: bool = False

    @property
    def key(self) -> str:
        """What tells one name from another."""
        return folded(self.name)


def sides(sheet: Sheet, block: Block, part: Part) -> tuple[tuple[Edge, ...], tuple[Edge, ...], list[Aside]]:
    """Give the names down the side and across the top, and what was left aside."""
    aside: list[Aside] = []
    side: list[Edge] = []
    last = max((row for row in block.rows if _coded(sheet, part, row)), default=0)
    unbroken = last
    own, around = frozenset(part.columns), frozenset({part.names, *part.columns, *part.unread})
    for row in block.rows:
        text = sheet.text(row, part.names)
        filled = [column for column in sheet.rows[row] if column in own]
        if row > last:
            unbroken = row if row == unbroken + 1 else unbroken
        kind = _kind(sheet, row, text, filled, after=row > last, near=row <= unbroken)
        if kind == "name" and not _is_known(text) and total_row(sheet, row, own, block.rows):
            kind = "total"
        if filled and kind in ("name", "note") and field_of(text):
            kind = "field"
        if kind == "more" and side:
            side[-1] = side[-1]._replace(places=(*side[-1].places, (row, part.names)))
        elif kind == "name":
            named = name_of(text)
            side.append(Edge(named.name, ((row, part.names),), named.several, None, named.note))
        elif (column := next((one for one in sheet.rows[row] if one in around), None)) is not None:
            aside.append((_ASIDE.get(kind, "rows without a name"), (row, column), sheet.text(row, column)))
    heading = block.heading
    for column in part.unread:
        text = sheet.text(heading, column)
        counts = is_total(text) or total_column(sheet, column, block.rows, part.columns)
        what = "totals" if counts else COLUMNS
        if text or any(sheet.text(row, column) for row in block.rows):
            aside.append((what, (heading, column), text or "without a heading"))
    top = tuple(_over(sheet, heading, column) for column in part.columns if sheet.text(heading, column))
    unnamed = (column for column in part.columns if not sheet.text(heading, column))
    aside += [("columns without a heading", (heading, column), "") for column in unnamed]
    return tuple(side), top, aside


def _over(sheet: Sheet, heading: int, column: int) -> Edge:
    named = name_of(sheet.text(heading, column))
    return Edge(named.name, ((heading, column),), named.several, None, named.note)


def _coded(sheet: Sheet, part: Part, row: int) -> bool:
    return any(column in part.columns for column in sheet.codes.get(row, ()))


def _kind(sheet: Sheet, row: int, text: str, filled: list[int], *, after: bool, near: bool) -> str:
    """Tell what a row is: of a name, more of the one above, a section, totals, or a note."""
    numbers = bool(filled) and all(_NUMBER.fullmatch(sheet.text(row, column)) for column in filled)
    if is_total(text) or (not text and numbers):
        return "total"
    if not text:
        return "more" if filled and not after else "note"
    if not _is_name(text):
        return "note"
    is_short = len(text) <= _NAME
    if filled:
        understood = [column for column in filled if sheet.reading(row, column).seats]
        return "name" if (not after or (near and is_short) or understood) else "note"
    if after and not (near and is_short and _is_known(text)):
        return "note"
    return "section" if is_section(text) and not _is_known(text) else "name"


def _is_known(text: str) -> bool:
    known = body_kind(text) is not BodyKind.OTHER or looks_like_group(text) or looks_like_post(text)
    return known and not text.rstrip().endswith((":", ".")) and not _SECTOR.search(folded(text))


def _is_name(text: str) -> bool:
    return len(text) <= _LONGEST and any(letter.isalpha() for letter in text)


_LONGEST = 150
_SECTOR = re.compile(r"\b(?:partners|sectors?|agencies|authorities|others?|note|notes|source)\b")
_ASIDE = {"section": "headings of sections", "total": "totals", "note": "notes", "field": ROWS}
