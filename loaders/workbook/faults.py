"""Cells whose formula gives no value: an error, or no result saved. A reader of values shows both as blank.

The bytes are those of a workbook that was made safe to read. What is not written as the usual programs write it is not
found; it reads as blank then, as it would without us. An .xls or .xlsb workbook does not tell its errors here either.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from typing import TYPE_CHECKING
from xml.parsers import expat

from graphmodel.place import column_number

if TYPE_CHECKING:
    from collections.abc import Mapping

Faults = dict[str, dict[tuple[int, int], str]]
"""By the sheet, and the row and column from 1: the error, or an empty text where a formula has no result."""

_SUSPECT = re.compile(rb"<c\s[^>]*\bt=[\"']e[\"']|<f[\s/>]")
_CELL = re.compile(rb"<c\s([^>]*?)(?:/>|>([^<]*(?:<(?!/?c[\s/>])[^<]*)*)</c\s*>)")
"""A cell, up to its end or to where the next one begins: what is never closed is not looked for in all that follows."""
_PLACE = re.compile(rb"\br=[\"']([A-Z]{1,3})([0-9]{1,7})[\"']")
_VALUE = re.compile(rb"<v>([^<]*)</v>|<t[^>]*>([^<]*)</t>")
_RELATION = re.compile(rb"<Relationship\s[^>]*>")
_SHEET = re.compile(rb"<sheet\s[^>]*>")
_ATTRIBUTE = re.compile(rb"([\w:]+)=[\"']([^\"']*)[\"']")
_CONTENT, _BOOK, _RELATIONS = "content.xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
_HARD_TO_READ = (
    zipfile.BadZipFile,
    zlib.error,
    expat.ExpatError,
    RuntimeError,
    ValueError,
    EOFError,
    LookupError,
    OSError,
)
_MOST = 10_000
"""Faults that are told; a workbook with more of them has one reason for all."""


def faults(content: bytes) -> Faults:
    """Return the cells of an .xlsx or .ods workbook that show an error, or whose formula was saved without a result."""
    try:
        return _faults(content) if zipfile.is_zipfile(io.BytesIO(content)) else {}
    except _HARD_TO_READ:  # then its values were read all the same, and only what they lack is not told
        return {}


def _faults(content: bytes) -> Faults:
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        names = set(book.namelist())
        if _BOOK in names and _RELATIONS in names:
            parts = _sheets(book.read(_BOOK), book.read(_RELATIONS))
            return {
                title: found for title, part in parts.items() if part in names and (found := _in_xlsx(book.read(part)))
            }
        return _in_ods(book.read(_CONTENT)) if _CONTENT in names else {}


def _sheets(book: bytes, relations: bytes) -> dict[str, str]:
    """Return the part of each sheet by its title."""
    targets = {}
    for relation in map(_attributes, _RELATION.findall(relations)):
        targets[relation.get("Id", "")] = relation.get("Target", "")
    found = {}
    for sheet in map(_attributes, _SHEET.findall(book)):
        target = targets.get(sheet.get("r:id", ""), "")
        found[sheet.get("name", "")] = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
    return found


def _attributes(tag: bytes) -> Mapping[str, str]:
    plain = {"&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&apos;": "'"}
    found = {}
    for name, value in _ATTRIBUTE.findall(tag):
        text = value.decode("utf-8", errors="replace")
        found[name.decode()] = re.sub("&(?:amp|lt|gt|quot|apos);", lambda entity: plain[entity[0]], text)
    return found


def _in_xlsx(part: bytes) -> dict[tuple[int, int], str]:
    if not _SUSPECT.search(part):
        return {}
    found: dict[tuple[int, int], str] = {}
    for cell in _CELL.finditer(part):
        tag, inside = cell[1], cell[2] or b""
        is_error = b't="e"' in tag or b"t='e'" in tag
        if not is_error and b"<f" not in inside:
            continue
        place, value = _PLACE.search(tag), _VALUE.search(inside)
        text = ((value[1] or value[2] or b"") if value else b"").decode("utf-8", errors="replace")
        if place and (is_error or not (text or b't="str"' in tag)) and len(found) < _MOST:
            found[int(place[2]), column_number(place[1].decode())] = text if is_error else ""
    return found


def _in_ods(part: bytes) -> Faults:
    if b'calcext:value-type="error"' not in part:
        return {}
    parser = expat.ParserCreate()
    cells = _Ods()
    parser.StartElementHandler = cells.begin
    parser.EndElementHandler = cells.end
    parser.CharacterDataHandler = cells.write
    parser.Parse(part, True)  # noqa: FBT003  it takes no keyword
    return cells.found


class _Ods:
    """Follows the cells of all sheets for those that show an error."""

    def __init__(self) -> None:
        self.found: Faults = {}
        self._sheet = ""
        self._row = self._column = self._rows = self._columns = 0
        self._text: list[str] | None = None

    def begin(self, tag: str, attributes: dict[str, str]) -> None:
        """Note where a cell is."""
        if tag == "table:table":
            self._sheet, self._row, self._rows = attributes.get("table:name", ""), 0, 1
        elif tag == "table:table-row":
            self._row += self._rows
            self._rows = _times(attributes, "table:number-rows-repeated")
            self._column, self._columns = 0, 1
        elif tag in ("table:table-cell", "table:covered-table-cell"):
            self._column += self._columns
            self._columns = _times(attributes, "table:number-columns-repeated")
            self._text = [] if attributes.get("calcext:value-type") == "error" else None

    def write(self, text: str) -> None:
        """Take a piece of text."""
        if self._text is not None:
            self._text.append(text)

    def end(self, tag: str) -> None:
        """Take in a cell that ends."""
        if tag == "table:table-cell" and self._text is not None:
            self.found.setdefault(self._sheet, {})[self._row, self._column] = "".join(self._text)
            self._text = None


def _times(attributes: Mapping[str, str], name: str) -> int:
    told = attributes.get(name, "1")
    return int(told) if told.isascii() and told.isdigit() and len(told) < 9 else 1  # noqa: PLR2004  more than any sheet has
