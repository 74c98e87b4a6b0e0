"""How far the cells of an old .xls workbook reach, and how much text they show, before it is laid out."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from loaders.workbook.compound import COMPOUND, DAMAGED, contained, stream_of
from loaders.workbook.limits import Texts, UnsafeError, texts_of, too_much
from loaders.workbook.xls_texts import sizes_of_texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from loaders.workbook.limits import Spread

__all__ = ["COMPOUND", "plain_xls"]

_BEGIN, _END, _MORE = 0x0809, 0x000A, 0x003C
_SHEET, _NAME, _OUTSIDE, _TEXTS, _SIZE = 0x0085, 0x0018, 0x0017, 0x00FC, 0x0200
_FORMULA, _LISTED, _NUMBERS = 0x0006, 0x00FD, 0x00BD
_PLACED = frozenset({0x0203, 0x0204, 0x00D6, 0x0205, 0x027E, _LISTED, _NUMBERS, _FORMULA})
_NOTHING = b"\xff\xff"
_TOKENS = 20
"""Where the tokens of a formula begin, with how many there are."""
_MOST_PIECES = 50_000
"""A list of texts comes in pieces of 8 kB; a reader takes ever longer for each of far more."""


def plain_xls(content: bytes, spread: Spread) -> bytes:
    """Return an old workbook with its sheets alone. Raises UnsafeError where it is damaged, or they are too much.

    What no reading needs is struck out: how large a sheet says it is, what formulas say, and the names in them.
    """
    stream = bytearray(stream_of(content))
    if len(stream) > spread.limits.unpacked:
        raise too_much(spread.limits)
    try:
        _strike(stream)
        _look_through(bytes(stream), spread)
    except (struct.error, IndexError) as error:
        raise UnsafeError(DAMAGED) from error
    return contained(bytes(stream))


def _strike(stream: bytearray) -> None:
    for start in (0, *_sheets(stream)):
        for kind, at, end in _records(stream, start):
            if kind in {_SIZE, _NAME, _OUTSIDE}:
                stream[at - 4 : at - 2] = _NOTHING
            elif kind == _FORMULA and end - at >= _TOKENS + 2:
                stream[at + _TOKENS : at + _TOKENS + 2] = b"\0\0"


def _look_through(stream: bytes, spread: Spread) -> None:
    """Go through the sheets as they now are: in a damaged workbook parts overlap, and one stroke may undo another."""
    texts = Texts()
    for kind, at, _end in _records(stream, 0):
        if kind == _TEXTS:
            texts = texts_of(sizes_of_texts(_pieces(stream, at)))
    walked = 0
    for start in _sheets(stream):
        spread.sheet()
        for kind, at, end in _records(stream, start):
            _look_at(stream, (kind, at, end), texts, spread)
            walked += end - at + 4
            if walked > 2 * len(stream):  # many sheets that are all the same part
                raise too_much(spread.limits)


def _look_at(stream: bytes, record: tuple[int, int, int], texts: Texts, spread: Spread) -> None:
    kind, at, end = record
    if kind == _SIZE or (kind == _FORMULA and stream[at + _TOKENS : min(at + _TOKENS + 2, end)].strip(b"\0")):
        raise UnsafeError(DAMAGED)
    if kind not in _PLACED or end - at < 4:  # noqa: PLR2004  a row and a column
        return
    row, column = struct.unpack_from("<HH", stream, at)
    if kind == _NUMBERS:
        column += (end - at) // 6
    spread.reach(row + 1, column + 1)
    if kind == _LISTED and end - at >= 10:  # noqa: PLR2004  row, column, style and number of the text
        number = struct.unpack_from("<I", stream, at + 6)[0]
        spread.text(texts.size(number) if number < len(texts.sizes) else 0)


def _sheets(stream: bytes | bytearray) -> list[int]:
    """Return where the sheets begin."""
    found = [at for kind, at, end in _records(stream, 0) if kind == _SHEET and end - at >= 4]  # noqa: PLR2004  a place
    return [struct.unpack_from("<I", stream, at)[0] for at in found]


def _records(stream: bytes | bytearray, start: int) -> Iterator[tuple[int, int, int]]:
    """Yield kind, begin and end of each record of a part; not those of a chart or the like that stands in it."""
    depth = 0
    while start + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, start)
        at, start = start + 4, start + 4 + length
        if start > len(stream):
            raise UnsafeError(DAMAGED)
        depth += (kind == _BEGIN) - (kind == _END)
        if depth <= 1:
            yield kind, at, start
        if depth <= 0:
            return


def _pieces(stream: bytes, at: int) -> list[bytes]:
    """Return the pieces in which a long record comes."""
    pieces = []
    kind, start = _MORE, at - 4
    while kind == _MORE and start + 4 <= len(stream):
        length = struct.unpack_from("<H", stream, start + 2)[0]
        pieces.append(stream[start + 4 : start + 4 + length])
        start += 4 + length
        kind = struct.unpack_from("<H", stream, start)[0] if start + 4 <= len(stream) else 0
    if len(pieces) > _MOST_PIECES:
        raise UnsafeError(DAMAGED)
    return pieces
