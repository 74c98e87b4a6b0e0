"""The legend of a sheet: `M = Member`, in one cell or in two, wherever it stands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from loaders.guesses.guesses import looks_like_person
from loaders.matrix.cell import Legend
from loaders.matrix.roles import CODES, Meaning, Sort, key_of, meaning_of
from loaders.matrix.sheet import SHORT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from loaders.matrix.sheet import Sheet

_HEAD = re.compile(r"\s*(?:key|legend|codes?|abbreviations?)\b(?: to \w+)?\s*[:\-–—]?\s*", re.IGNORECASE)
_ONLY_HEAD = re.compile(r"\s*(?:key|legend|codes?|abbreviations?)(?: to \w+)?\s*:?\s*", re.IGNORECASE)
_CODE = r"(?![Nn]otes?\b)[^\s=:;,()]{1,4}"
_CODES = rf"{_CODE}(?:\s+or\s+{_CODE})*"
"""`X or tick = member` is the same said of two codes."""
_ITEM = re.compile(rf"[\"'“‘(]?({_CODES})[\"'”’)]?\s*(?:=|:|\s[-–—]|\bmeans\b)\s*(.+)", re.DOTALL)
_OR = re.compile(r"\s+or\s+", re.IGNORECASE)
_BETWEEN = re.compile(rf"[;\n|]|[,.]\s*(?={_CODES}\s*(?:=|:|\s[-–—]\s))|(?<!\sor)\s+(?={_CODES}\s*=)")
_NOTE = re.compile(r"([*†‡]+|[¹²³⁴⁵⁶⁷⁸⁹])\s*[=:–-]?\s*([^\W\d_].{3,150})", re.DOTALL)
_PAIR = 2


_FAR = 10**9


class Explained(NamedTuple):
    """A code with its meaning in the words of the sheet, and the cells that say it."""

    code: str
    words: str
    cells: tuple[tuple[int, int], ...]


def legend_of(sheet: Sheet) -> tuple[Legend, tuple[Explained, ...]]:
    """Find what a sheet says that its codes mean."""
    found = tuple(_explained(sheet))
    people = {key_of(one.code): one.words for one in found if looks_like_person(one.words)}
    said = {key_of(one.code): meaning_of(one.words) for one in found if key_of(one.code) not in people}
    return Legend(said, people, dict(_notes(sheet))), found


def _notes(sheet: Sheet) -> Iterator[tuple[str, str]]:
    """Yield what the notes say to which marks in cells send: `* by invitation only`."""
    for cells in sheet.rows.values():
        for text in cells.values() if len(cells) == 1 else ():
            if found := _NOTE.fullmatch(text):
                yield found[1], " ".join(found[2].split())


def _explained(sheet: Sheet) -> Iterator[Explained]:
    below_head: dict[int, int] = {}
    in_cells: dict[int, int] = {}
    for row, cells in sheet.rows.items():
        for column, text in cells.items():
            if _ONLY_HEAD.fullmatch(text):
                below_head[column] = below_head[column + 1] = row
                yield Explained("", "", ((row, column),))
                continue
            goes_on = row - in_cells.get(column, -_FAR) == 1
            in_one = tuple(_in_one(text, (row, column), goes_on=goes_on, alone=len(cells) == 1))
            yield from in_one
            if in_one:
                in_cells[column] = row
            is_headed = row - below_head.get(column, -(10**9)) <= _after(below_head, column)
            if not in_one and (found := _in_two(sheet, row, column, headed=is_headed)):
                below_head[column] = row
                yield found


def _after(below_head: dict[int, int], column: int) -> int:
    """Tell how many rows below its head, or its last code, a legend goes on."""
    return 1 if column in below_head else 0


def _in_one(text: str, cell: tuple[int, int], *, goes_on: bool, alone: bool) -> Iterator[Explained]:
    """Read `Key: C = Chair; M = Member` where everything in the cell is of that form.

    One of the codes must be known to mean something, unless the cell has a head, or goes on from the one above. And
    `C - vacant` in a row with others is what a cell of the matrix says.
    """
    headed = _HEAD.match(text)
    rest = text[headed.end() :] if headed else text
    items = [item.strip(" .,") for item in _BETWEEN.split(rest) if item.strip(" .,")]
    found = [one for item in items if (one := _ITEM.fullmatch(item))]
    is_list = alone or len(items) > 1 or "=" in text
    is_known = is_list and any(_is_known(one[1], one[2]) for one in found)
    if found and len(found) == len(items) and (headed or goes_on or is_known):
        yield from (Explained(one[1], one[2].strip(), (cell,)) for one in found)


def _in_two(sheet: Sheet, row: int, column: int, *, headed: bool) -> Explained | None:
    """Read a code and, in the cell beside it, its meaning in words, where nothing else stands next to them."""
    code, words = sheet.text(row, column), sheet.text(row, column + 1)
    alone = not sheet.text(row, column + 2) and not sheet.text(row, column - 1)
    apart = (
        len(sheet.rows[row]) == _PAIR
        or headed
        or (column in sheet.columns_of_codes and column + 1 in sheet.columns_of_words)
    )
    if (
        not alone
        or not apart
        or not re.fullmatch(_CODE, code)
        or len(words) <= SHORT
        or (len(code) > SHORT and not headed)
    ):
        return None
    is_role = _is_known(code, words) and key_of(words) != key_of(code)
    if not headed and (code.isdigit() or not is_role):
        return None
    return Explained(code, words, ((row, column), (row, column + 1)))


def _is_known(code: str, words: str) -> bool:
    """Tell whether a meaning is one that we know, of a code that could be one."""
    meaning = meaning_of(words)
    return meaning.sort is not Sort.OTHER or (key_of(code) in CODES and len(code) == 1 and not words[:1].isdigit())


__all__ = ["Explained", "Meaning", "legend_of"]
