"""How far the cells of an .xlsb workbook reach, and how much text they show, before it is laid out."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from loaders.workbook.limits import Texts, UnsafeError, texts_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from loaders.workbook.limits import Spread

_ROW, _EMPTY, _LISTED, _LAST_CELL = 0, 1, 7, 11
_TEXT = 0x13
_LEAST = 9
_SHORTEST = {_ROW: 4, 2: 12, _LISTED: 12}
"""Bytes of a record at least: column and style, then a number of four bytes, or one byte of whatever it is."""
DAMAGED = "A sheet of the workbook is damaged"
_HEAD = struct.Struct("<I")
_MORE = 0x80


def is_binary_sheet(name: str) -> bool:
    """Tell whether a part may be read as a sheet, by its name."""
    folder = name.replace("\\", "/").casefold().split("/")[:2]
    return folder in (["xl", "worksheets"], ["xl", "chartsheets"], ["xl", "dialogsheets"]) and name.endswith(".bin")


def texts_of_xlsb(name: str, part: bytes) -> Iterator[Texts]:
    """Yield the sizes of the texts of a part that is a list of texts."""
    if name.replace("\\", "/").casefold() == "xl/sharedstrings.bin":
        yield texts_of([end - start for kind, start, end in _records(part) if kind == _TEXT])


def spread_xlsb(part: bytes, texts: Texts, spread: Spread) -> None:
    """Go through a sheet for its farthest cell and its texts. Raises UnsafeError where that is too much."""
    row = 0
    for kind, start, end in _records(part):
        if kind > _LAST_CELL or kind == _EMPTY:
            continue
        if end - start < _SHORTEST.get(kind, _LEAST):
            raise UnsafeError(DAMAGED)  # a reader would take what is left of the record before it
        number = _HEAD.unpack_from(part, start)[0]
        if kind == _ROW:
            row = number + 1
        else:
            spread.reach(row, number + 1)
            if kind == _LISTED:
                spread.text(texts.size(_HEAD.unpack_from(part, start + 8)[0]))


def _records(part: bytes) -> Iterator[tuple[int, int, int]]:
    """Yield the kind of each record, and where its content begins and ends."""
    at, size = 0, len(part)
    while at < size:
        kind = part[at]
        at += 1
        if kind & _MORE and at < size:
            kind = (kind & 0x7F) | ((part[at] & 0x7F) << 7)
            at += 1
        length = 0
        for place in range(4):
            if at >= size:
                return
            byte = part[at]
            at += 1
            length |= (byte & 0x7F) << (7 * place)
            if not byte & _MORE:
                break
        if at + length > size:
            return
        yield kind, at, at + length
        at += length
