"""Cells and the values of a structure: a text as it stands, and in quotation marks where it would not come back so.

Whoever fills in a table writes plain words, and blanks around them do not count. What would be changed by that, or
taken for something else, or holds what no workbook can, is written as a JSON string: `" a"`, `"=1+1"`. So no cell
that we write begins as a formula does, and every text comes back as it went out.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from typing import TYPE_CHECKING, TypeAlias, TypeGuard

from graphmodel.cell_text import FORMULA_LIKE
from loaders.tables.cell.tidy import tidied

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

Raw: TypeAlias = str | float | bool | dt.date | dt.datetime | dt.time | dt.timedelta | None
"""What a reader of workbooks gives for a cell; a reader of CSV gives texts alone."""

SEPARATOR = "; "
"""What stands between the items of a cell that holds several."""

_FORMULA = re.compile(f"[{re.escape(''.join(FORMULA_LIKE))}'‘’]")
_ODD = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]|[\U0001fffe\U0001ffff]|_x[0-9A-Fa-f]{4}_")
_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_INTEGERS = 2**53
"""From here on a number in a workbook is no longer exact."""


class Exact(str):
    """A text that was written in quotation marks: it is what it says, and nothing is read into it."""

    __slots__ = ()


def text_of(cell: Raw) -> str:
    """Return what stands in a cell as a tidy text; `Exact` where it was written in quotation marks.

    A whole number has no point, a day no time, and a blank cell is an empty text.
    """
    if isinstance(cell, str):
        return unquoted(cell)
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if is_number(cell):
        return str(int(cell)) if abs(cell) < _INTEGERS and cell == int(cell) else repr(cell)
    if isinstance(cell, dt.datetime):
        return cell.date().isoformat() if cell.time() == dt.time() else cell.isoformat(" ")
    return str(cell)


def unquoted(cell: str) -> str:
    """Return a text without the quotation marks in which it was written, else tidied."""
    plain = cell.strip()
    if plain[:1] == plain[-1:] == '"' and len(plain) > 1:
        try:
            said = json.loads(plain)
        except ValueError:
            return tidied(cell)
        if isinstance(said, str):
            return Exact(said)
    return tidied(cell)


def written(text: str, *, also: Callable[[str], bool] | None = None) -> str:
    """Return a text as it goes into a cell: as it is, or in quotation marks where it would not come back.

    `also` tells which texts are to be quoted besides, as those that a column takes for something else.
    """
    is_plain = text and not _FORMULA.match(text) and not _ODD.search(text) and unquoted(text) == text
    return text if is_plain and not (also and also(text)) else quotation(text)


def quotation(text: str) -> str:
    """Return a text in quotation marks, with everything that a workbook or a CSV file would lose as its code."""
    quoted = json.dumps(text, ensure_ascii=bool(_ODD.search(text)))
    return _ESCAPED.sub(r"\\u005f", quoted)


def split(cell: str) -> list[str]:
    """Return the items of a cell that holds several, between semicolons or on lines of their own."""
    items = [unquoted(item) for item in _ITEMS.findall(cell)]
    return [item for item in items if item or isinstance(item, Exact)]


def joined(items: Iterable[str], *, also: Callable[[str], bool] | None = None) -> str:
    """Return several texts as they go into one cell; `also` as for one."""
    return SEPARATOR.join(written(item, also=lambda text: _splits(text) or bool(also and also(text))) for item in items)


_ITEMS = re.compile(r'\s*"(?:[^"\\]|\\.)*"\s*(?=[;\n]|$)|[^;\n]+')
"""An item is in quotation marks up to the next separator, or goes up to it."""


def _splits(text: str) -> bool:
    return ";" in text or "\n" in text


def is_number(cell: object) -> TypeGuard[float]:
    """Tell whether a cell holds a number."""
    return isinstance(cell, int | float) and not isinstance(cell, bool)


def is_exact(number: float) -> bool:
    """Tell whether a number may stand as one in a workbook, which keeps 16 digits, and come back the same."""
    return abs(number) < _INTEGERS and float(f"{number:.16g}") == number
