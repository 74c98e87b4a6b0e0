"""How far the cells of a sheet of an .xlsx workbook reach, and how much text they show, before it is laid out."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple
from xml.parsers import expat

from graphmodel.place import column_number
from loaders.workbook.limits import Spread, Texts, UnsafeError, texts_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

NO_PLACE = "A cell in the workbook does not say where it is"

_LISTS = re.compile(rb"<(?:[\w.-]+:)?sst[\s/>]")
_ITEM = re.compile(rb"<(?:[\w.-]+:)?si[\s/>]")
_CLAIMED = re.compile(rb"uniqueCount\s*=\s*[\"'][\s+]*([0-9]+)")
_MAY_CLAIM = 100_000

_PREFIXED = re.compile(rb"<[\w.-]+:[cv][\s/>]")
_CELLS = re.compile(rb"<c[\s/>]")
_PLACES = re.compile(rb'<c r="([A-Z]{1,3})([0-9]{1,7})"')
_VALUES = re.compile(rb"<v>([^<]*)</v>")
_FRACTION = re.compile(rb"-?[0-9]+\.[0-9]+(?:[eE][+-]?[0-9]+)?")
_BEGUN_VALUES = re.compile(rb"<v[\s/>]")

_CELL = re.compile(r"([A-Za-z]{1,7})([0-9]{1,9})")
_ROW = re.compile(r"[0-9]{1,9}")


def texts_of_xlsx(name: str, part: bytes) -> Iterator[Texts]:
    """Yield the sizes of the texts of a part that is a list of texts. Raises UnsafeError where it lies about them."""
    if b"sst" not in part or not _LISTS.search(part):
        return
    _parsed(name, part, expat.ParserCreate())
    sizes = [len(piece) for piece in _ITEM.split(part)[1:]]
    for claimed in _CLAIMED.findall(part):
        if len(claimed) > len(str(_MAY_CLAIM)) and (len(claimed) > 12 or int(claimed) > max(len(sizes), _MAY_CLAIM)):  # noqa: PLR2004  more digits than any list has texts
            raise UnsafeError(f"{name} in the workbook says that it holds far more texts than it does")
    yield texts_of(sizes)


def is_sheet(part: bytes) -> bool:
    """Tell whether a part is a sheet, or may be taken for one."""
    return b"sheetData" in part


def spread_xlsx(name: str, part: bytes, texts: Texts, spread: Spread) -> None:
    """Go through a sheet for its farthest cell and its texts. Raises UnsafeError where that is too much.

    What the usual programs write is understood at a glance. Whatever looks otherwise, or too much at a glance, is gone
    through tag by tag.
    """
    _parsed(name, part, expat.ParserCreate())
    found = glance(part, texts)
    if found is not None and spread.has_room(*found):
        spread.reach(found.row, found.column)
        spread.text(found.text)
    else:
        tag_by_tag(name, part, texts, spread)


class Glance(NamedTuple):
    """What a sheet holds at most: its last row and column, and the bytes of the listed texts that its cells show."""

    row: int
    column: int
    text: int


def glance(part: bytes, texts: Texts) -> Glance | None:
    """Tell what a well-formed sheet holds at most; None where it is written in a way that no usual program writes.

    Every `<` begins a tag here and every `>` ends one, so no cell can hide in a comment or in an attribute; and every
    cell says first where it is, so none is counted from the one before it.
    """
    if b"<!" in part or part.count(b"<?") > 1 or part.count(b"<") != part.count(b">") or _PREFIXED.search(part):
        return None
    places = _PLACES.findall(part)
    if len(places) != len(_CELLS.findall(part)):
        return None
    columns = {column for column, _ in places}
    row = max((int(row) for row in {row for _, row in places}), default=0)
    return Glance(row, max((column_number(column.decode()) for column in columns), default=0), _shown(part, texts))


def _shown(part: bytes, texts: Texts) -> int:
    """Return how many bytes of listed texts the cells show at most: every whole number is taken for that of a text.

    What is no number at a glance, such as one with a sign or written as a code, may be that of any text.
    """
    if not texts.longest:
        return 0
    values = _VALUES.findall(part)
    odd = len(_BEGUN_VALUES.findall(part)) - len(values)
    return odd * texts.longest + sum(_size(value, texts) * count for value, count in Counter(values).items())


def _size(value: bytes, texts: Texts) -> int:
    if value.isdigit():
        return texts.size(int(value))
    return 0 if _FRACTION.fullmatch(value) else texts.longest


def tag_by_tag(name: str, part: bytes, texts: Texts, spread: Spread) -> None:
    """Go through a sheet as whoever lays it out will. Raises UnsafeError at the first cell that is too much."""
    parser = expat.ParserCreate()
    cells = _Cells(texts, spread)
    parser.StartElementHandler = cells.begin
    parser.EndElementHandler = cells.end
    parser.CharacterDataHandler = cells.write
    _parsed(name, part, parser)


def _parsed(name: str, part: bytes, parser: expat.XMLParserType) -> None:
    try:
        parser.Parse(part, True)  # noqa: FBT003  it takes no keyword
    except (expat.ExpatError, ValueError) as error:
        if isinstance(error, UnsafeError):
            raise
        raise UnsafeError(f"{name} in the workbook cannot be read: {error}") from error


class _Cells:
    """Follows the cells of a sheet as they come.

    Cells that are only coloured do not count: some programs write them to the last column.
    """

    def __init__(self, texts: Texts, spread: Spread) -> None:
        self._texts, self._spread = texts, spread
        self._row = self._column = 0
        self._inside = self._is_listed = False
        self._value: list[str] | None = None

    def begin(self, tag: str, attributes: dict[str, str]) -> None:
        """Note where a row or a cell is; whatever else begins inside a cell fills it."""
        kind = tag.rpartition(":")[2]
        if kind == "row":
            self._row = _number(attributes, self._row + 1)
            self._column = 0
        elif kind == "c":
            self._inside = True
            self._is_listed = attributes.get("t") == "s"
            self._move(attributes)
        elif self._inside:
            self._spread.reach(self._row, self._column)
            self._value = [] if kind == "v" and self._is_listed else None

    def write(self, text: str) -> None:
        """Take a piece of text."""
        if self._value is not None:
            self._value.append(text)

    def end(self, tag: str) -> None:
        """Note that a value or a cell ends; of a number in pieces, nobody knows which piece another reader takes."""
        kind = tag.rpartition(":")[2]
        if kind == "v" and self._value is not None:
            plain = len(self._value) == 1 and self._value[0].isascii() and self._value[0].isdigit()
            self._spread.text(self._texts.size(int(self._value[0])) if plain else self._texts.longest)
            self._value = None
        elif kind == "c":
            self._inside = False

    def _move(self, attributes: Mapping[str, str]) -> None:
        told = attributes.get("r")
        found = _CELL.fullmatch(told or "")
        if told is None:
            self._column += 1
        elif found is None:
            raise UnsafeError(NO_PLACE)
        else:
            self._column, self._row = column_number(found[1]), int(found[2])


def _number(attributes: Mapping[str, str], next_: int) -> int:
    """Return which row this is: as it says, else the one after the last."""
    told = attributes.get("r")
    if told is None:
        return next_
    if not _ROW.fullmatch(told):
        raise UnsafeError(NO_PLACE)
    return int(told)
