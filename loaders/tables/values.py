"""What the cell of a column says, as the value of a document.

What is no value of its sort is left as the text that it is: whoever checks the document tells it, with its place.
"""

from __future__ import annotations

import json
import re
from functools import cache
from typing import TYPE_CHECKING, Any

from loaders.names import Names
from loaders.tables.cells import Exact, is_number, split, text_of
from loaders.tables.columns import Kind
from loaders.words import partial_date, says_yes

if TYPE_CHECKING:
    from loaders.tables.cells import Raw
    from loaders.tables.columns import Column

_NUMBER = re.compile(r"[-+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:[eE][-+]?\d+)?")
_NO = frozenset({"no", "n", "false"})
_YES = frozenset({"y"})


def value_of(column: Column, cell: Raw) -> Any:
    """Return what a cell says, in the plain values of a document; None where it is blank.

    A reference is the text that names it, or several in a list; who it is, is found out when all names are known.
    """
    if column.kind in (Kind.NUMBER, Kind.VALUE) and is_number(cell):
        return int(cell) if cell == cell // 1 else cell
    if column.kind in _SEVERAL and isinstance(cell, str):
        return _several(column, cell) or None
    text = text_of(cell)
    if not text and not isinstance(text, Exact):
        return None
    return _READ[column.kind](column, text) if column.kind in _READ else _plain(text)


def _plain(text: str) -> str:
    return str(text)


def _number(column: Column, text: str) -> int | float | str:
    if text.casefold() in column.words:
        return text.casefold()
    bare = text.removeprefix("£").strip()
    if not _NUMBER.fullmatch(bare):
        return _plain(text)
    plain = bare.replace(",", "")
    return int(plain) if plain.lstrip("+-").isdigit() else float(plain)


def _yes_or_no(column: Column, text: str) -> bool | str:
    plain = text.casefold()
    if plain in column.words:
        return plain
    if says_yes(text) or plain in _YES:
        return True
    return False if plain in _NO else _plain(text)


def _date(_column: Column, text: str) -> str:
    return text.casefold() if text.casefold() == "unknown" else partial_date(text) or _plain(text)


def _word(column: Column, text: str) -> str:
    meant = () if isinstance(text, Exact) else _words(column.words).same(text)
    return meant[0] if len(meant) == 1 else _plain(text)


@cache
def _words(words: tuple[str, ...]) -> Names:
    return Names((word, word) for word in words)


def _several(column: Column, text: str) -> list[str]:
    items = split(text)
    return [_word(column, item) for item in items] if column.words else items


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


_SEVERAL = frozenset({Kind.WORDS, Kind.TEXTS, Kind.REFERENCES})
_READ = {
    Kind.NUMBER: _number,
    Kind.YES_OR_NO: _yes_or_no,
    Kind.DATE: _date,
    Kind.WORD: _word,
    Kind.WORDS: _several,
    Kind.TEXTS: _several,
    Kind.REFERENCE: _reference,
    Kind.REFERENCES: _several,
    Kind.VALUE: _claimed,
}
