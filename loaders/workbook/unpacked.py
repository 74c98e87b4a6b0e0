"""Workbooks that came from outside, made safe to read: what they unpack to, and how far their cells reach.

A workbook of a few kilobytes can ask for gigabytes, by what it unpacks to or by one cell in its last corner, because a
reader lays out the whole rectangle. So each part is unpacked here, counted as it comes, and each sheet is gone through
for its farthest cell. What is handed on holds the very bytes that were looked at, and nothing is left to unpack.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from typing import TYPE_CHECKING
from xml.parsers import expat

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

MAX_UNPACKED = 128 * 1024 * 1024
MAX_PARTS = 2000
MAX_ROWS = 20_000
MAX_COLUMNS = 200

NO_WORKBOOK = "This is not a reply sheet. It is no .xlsx workbook"
TOO_MUCH = "The workbook unpacks to far more than a reply sheet holds"
NO_PLACE = "A cell in the workbook does not say where it is"
_STEP = 1024 * 1024
_HARD_TO_READ = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, ValueError, EOFError, OSError)
"""What the reader of packed files raises of one that is damaged, locked, or packed in a way no workbook is."""


class UnsafeError(ValueError):
    """A workbook that is not to be read, with the reason as a sentence without its full stop."""


def checked(content: bytes) -> bytes:
    """Return a workbook unpacked, with all its parts; UnsafeError where it is none, or is larger than any reply."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as unpacked:
        for name, part in _parts(content):
            if b"sheetData" in part:
                _refuse_far_cells(name, part)
            unpacked.writestr(name, part)
    return made.getvalue()


def _parts(content: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield the parts by name; how large each is said to be is the sender's word, so it is counted instead."""
    left = MAX_UNPACKED
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            for name, entry in _entries(packed).items():
                part = _unpacked(packed, entry, left)
                left -= len(part)
                yield name, part
    except UnsafeError:
        raise
    except _HARD_TO_READ as error:
        raise UnsafeError(NO_WORKBOOK) from error


def _entries(packed: zipfile.ZipFile) -> dict[str, zipfile.ZipInfo]:
    found = packed.infolist()
    if len(found) > MAX_PARTS:
        raise UnsafeError(TOO_MUCH)
    return {entry.filename: entry for entry in found}


def _unpacked(packed: zipfile.ZipFile, entry: zipfile.ZipInfo, most: int) -> bytes:
    """Unpack one part, and stop where it is more than there may be."""
    entry.file_size = most + 1  # else nothing behind the size that it claims would be read, but the next reader might
    pieces, size = [], 0
    with packed.open(entry) as stream:
        while piece := stream.read(_STEP):
            pieces.append(piece)
            size += len(piece)
            if size > most:
                raise UnsafeError(TOO_MUCH)
    return b"".join(pieces)


def _refuse_far_cells(name: str, part: bytes) -> None:
    parser = expat.ParserCreate(namespace_separator=" ")
    cells = _Cells()
    parser.StartElementHandler = cells.begin
    parser.EndElementHandler = cells.end
    parser.StartDoctypeDeclHandler = _no_doctype
    try:
        parser.Parse(part, True)  # noqa: FBT003  it takes no keyword
    except expat.ExpatError as error:
        raise UnsafeError(f"{name} in the workbook cannot be read: {error}") from error


def _no_doctype(*_: object) -> None:
    raise UnsafeError(NO_WORKBOOK)


class _Cells:
    """Follows the cells of a sheet as they come, and stops at the first that holds something too far out.

    Cells that are only coloured do not count: some programs write them to the last column.
    """

    def __init__(self) -> None:
        self._row = self._column = 0
        self._inside = False

    def begin(self, tag: str, attributes: dict[str, str]) -> None:
        """Note where a row or a cell is; whatever else begins inside a cell fills it."""
        kind = tag.rpartition(" ")[2]
        if kind == "row":
            self._row = _number(attributes, self._row + 1)
            self._column = 0
        elif kind == "c":
            self._inside = True
            self._move(attributes)
        elif self._inside and (self._row > MAX_ROWS or self._column > MAX_COLUMNS):
            raise UnsafeError(
                f"The sheet has something in row {self._row}, column {self._column}; a reply sheet has at most "
                f"{MAX_ROWS} rows and {MAX_COLUMNS} columns"
            )

    def end(self, tag: str) -> None:
        """Note that a cell ends."""
        if tag.rpartition(" ")[2] == "c":
            self._inside = False

    def _move(self, attributes: Mapping[str, str]) -> None:
        told = attributes.get("r")
        found = _CELL.fullmatch(told or "")
        if told is None:
            self._column += 1
        elif found is None:
            raise UnsafeError(NO_PLACE)
        else:
            self._column, self._row = 0, int(found[2])
            for letter in found[1].upper():
                self._column = self._column * 26 + ord(letter) - ord("A") + 1


def _number(attributes: Mapping[str, str], next_: int) -> int:
    """Return which row this is: as it says, else the one after the last."""
    told = attributes.get("r")
    if told is None:
        return next_
    if not _ROW.fullmatch(told):
        raise UnsafeError(NO_PLACE)
    return int(told)


_CELL = re.compile(r"([A-Za-z]{1,7})([0-9]{1,9})")
_ROW = re.compile(r"[0-9]{1,9}")
