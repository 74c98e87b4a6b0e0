"""What the cell of a column says, as the value of a document.

What stands for no value, such as `TBC`, and what is written otherwise than a document has it, such as `monthly` for a
number, is read as what it means, and given as `Taken` so that it is told. What is no value of its sort is left as the
text that it is: whoever checks the document tells it, with its place.
"""

from __future__ import annotations

import datetime as dt
import json
from functools import cache
from typing import TYPE_CHECKING, Any

from loaders.names import Names, folded
from loaders.synonyms import meant
from loaders.tables.cell.cells import Exact, is_number, split, text_of
from loaders.tables.cell.dates import date_of
from loaders.tables.cell.numbers import bare_number, hours_in, number_of
from loaders.tables.cell.placeholders import placeholder
from loaders.tables.cell.stand_for import stands_for
from loaders.tables.cell.taken import Taken, Told
from loaders.tables.columns import Kind
from loaders.words import is_tick, says_yes

if TYPE_CHECKING:
    from loaders.tables.cell.cells import Raw
    from loaders.tables.columns import Column

_NO = frozenset({"no", "n", "false", "0"})
_YES = frozenset({"y", "1"})


def value_of(column: Column, cell: Raw) -> Any:
    """Return what a cell says, in the plain values of a document; None where it is blank, `Taken` where that is told.

    A reference is the text that names it, or several in a list; who it is, is found out when all names are known.
    """
    if isinstance(cell, str):
        return _several(column, cell) if column.kind in _SEVERAL else _one(column, text_of(cell))
    if column.kind in (Kind.NUMBER, Kind.VALUE) and is_number(cell):
        return int(cell) if cell == cell // 1 else cell
    if isinstance(cell, dt.time | dt.timedelta) and column.field in _HOURS:
        return Taken(hours_in(cell), str(cell), Told.TIME)
    text = text_of(cell)
    if isinstance(cell, dt.date) and column.kind not in (Kind.DATE, Kind.DATES, Kind.VALUE):
        return Taken([text] if column.kind in _SEVERAL else text, text, Told.MADE_A_DATE)
    return _several(column, text) if column.kind in _SEVERAL else _one(column, text)


def _one(column: Column, text: str) -> Any:
    if isinstance(text, Exact):
        if column.field == "name":
            return text  # else a former name would be looked for in it
        return _READ[column.kind](column, text) if column.kind in _READ else _plain(text)
    if not text:
        return None
    says = placeholder(text)
    if says is not None and not _is_word(column, text):
        taken = stands_for(column, text, says)
        if taken is not None:
            return taken
    return _READ[column.kind](column, text) if column.kind in _READ else _plain(text)


def _is_word(column: Column, text: str) -> bool:
    return bool(column.words) and len(_words(column.words).same(text)) == 1


def _plain(text: str) -> str:
    return str(text)


def _number(column: Column, text: str) -> Any:
    if text.casefold() in column.words:
        return text.casefold()
    number = bare_number(text)
    if number is None:
        return _plain(text) if isinstance(text, Exact) else number_of(column.field, text)
    return number


def _yes_or_no(column: Column, text: str) -> Any:
    plain = text.casefold()
    if plain in column.words:
        return plain
    if says_yes(text) or plain in _YES:
        return True
    if is_tick(text):
        return Taken(True, text, Told.READ)  # noqa: FBT003  a tuple takes its fields by place
    return False if plain in _NO else _plain(text)


def _date(column: Column, text: str) -> Any:
    return date_of(column, text)


def _word(column: Column, text: str) -> Any:
    """Return the word of a closed list that a text is, or is another word for where that can be one only."""
    if isinstance(text, Exact):
        return _plain(text)
    same = _words(column.words).same(text)
    if len(same) == 1:
        return same[0]
    others = meant(folded(text), column.words)
    return Taken(others[0], text, Told.READ) if len(others) == 1 else _plain(text)


@cache
def _words(words: tuple[str, ...]) -> Names:
    return Names((word, word) for word in words)


def _several(column: Column, cell: str) -> Any:
    """Read the items of a list; where one of them stands for no value, it is left out and told."""
    items: list[str] = []
    told: Taken | None = None
    for text in split(cell):
        value = _item(column, text)
        if isinstance(value, Taken):
            told, value = value, value.value
        if value is not None:
            items.append(value)
    return Taken(items or None, told.text, told.told) if told else items or None


def _item(column: Column, text: str) -> Any:
    if isinstance(text, Exact):
        return text
    says = placeholder(text)
    if says is not None and not _is_word(column, text):
        taken = stands_for(column, text, says)
        if taken is not None:
            return taken
    if column.kind is Kind.DATES:
        return date_of(column, text)
    return _word(column, text) if column.words else text


def _claimed(_column: Column, text: str) -> Any:
    """Read a yes, a number or a list where the text is one in JSON; any other is a text."""
    if isinstance(text, Exact):
        return _plain(text)
    try:
        said = json.loads(text, parse_constant=_none)
    except (ValueError, RecursionError):
        return _plain(text)
    if isinstance(said, list):
        return said if all(isinstance(item, str) for item in said) else _plain(text)
    return _plain(text) if isinstance(said, dict) or said is None else said


def _none(_name: str) -> None:
    """Take no infinity and no NaN: neither is a number that a fact can have."""


def _reference(_column: Column, text: str) -> str:
    return text


_HOURS = frozenset({"hours", "preparation", "travel"})
_SEVERAL = frozenset({Kind.WORDS, Kind.TEXTS, Kind.REFERENCES, Kind.DATES})
_READ = {
    Kind.NUMBER: _number,
    Kind.YES_OR_NO: _yes_or_no,
    Kind.DATE: _date,
    Kind.WORD: _word,
    Kind.REFERENCE: _reference,
    Kind.VALUE: _claimed,
}
