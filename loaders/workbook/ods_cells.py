"""How far the cells of an .ods workbook reach, and how much text they show, before it is laid out.

There a cell, a row and a blank may say how often they stand: a few bytes ask for billions of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from xml.parsers import expat

from loaders.workbook.limits import UnsafeError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from loaders.workbook.limits import Spread

CONTENT: Final = "content.xml"
_CELLS = frozenset({"table:table-cell", "table:covered-table-cell"})
_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384
"""Repetitions behind them are dropped by whoever reads a sheet; every empty sheet ends in some."""


def spread_ods(name: str, part: bytes, spread: Spread) -> None:
    """Go through all sheets. Raises UnsafeError at the first row that is too much."""
    parser = expat.ParserCreate()
    rows = _Rows(spread, parser)
    parser.StartElementHandler = rows.begin
    parser.EndElementHandler = rows.end
    try:
        parser.Parse(part, True)  # noqa: FBT003  it takes no keyword
    except expat.ExpatError as error:
        raise UnsafeError(f"{name} in the workbook cannot be read: {error}") from error


class _Rows:
    """Follows the rows of the sheets as they come. What is empty counts when something stands behind it."""

    def __init__(self, spread: Spread, parser: expat.XMLParserType) -> None:
        self._spread, self._parser = spread, parser
        self._row = self._rows = 0
        self._column = self._empty = self._columns = 0
        self._text = 0

    def begin(self, tag: str, attributes: dict[str, str]) -> None:
        """Note a sheet, a row, a cell or a run of blanks."""
        if tag in _CELLS:
            self._cell(attributes)
        elif tag == "table:table-row":
            self._rows = min(_times(attributes, "table:number-rows-repeated"), _LAST_ROW - self._row)
            self._column = self._empty = self._text = 0
        elif tag == "table:table":
            self._spread.sheet()
            self._row = 0
        elif tag == "text:s":
            self._text += _times(attributes, "text:c") * self._columns

    def end(self, tag: str) -> None:
        """Note that a cell or a row ends."""
        if tag in _CELLS:
            self._parser.CharacterDataHandler = None
        elif tag == "table:table-row":
            self._row += self._rows
            if self._column and self._rows:
                self._spread.reach(self._row, self._column)
                self._spread.text(self._text * self._rows)

    def _cell(self, attributes: Mapping[str, str]) -> None:
        self._columns = _times(attributes, "table:number-columns-repeated")
        if not any(name.startswith("office:") or name == "table:formula" for name in attributes):
            self._empty = self._columns
            return
        self._column = min(self._column + self._empty, _LAST_COLUMN)
        self._columns = min(self._columns, _LAST_COLUMN - self._column)
        self._column += self._columns
        self._empty = 0
        if self._columns * self._rows > 1:  # else its text is written here, and shown, once
            self._text += sum(map(len, attributes.values())) * self._columns
            self._parser.CharacterDataHandler = self._write

    def _write(self, text: str) -> None:
        self._text += len(text) * self._columns


def _times(attributes: Mapping[str, str], name: str) -> int:
    """Return how often something stands; what is no number is refused by whoever reads it."""
    told = attributes.get(name, "1").lstrip("+")
    return int(told) if told.isascii() and told.isdigit() and len(told) <= 20 else 1  # noqa: PLR2004  more digits than any computer counts with
