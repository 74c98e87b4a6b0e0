"""The text of one CSV file as rows of cells, whatever wrote it: its encoding, its separator, its quotation marks."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING, NamedTuple

from graphmodel.place import Location, Problem
from loaders.file_text import MAX_BYTES, read_bytes, refusal
from loaders.tables.grid import Grid
from loaders.tables.headed.recognise import recognised
from loaders.wording import quoted

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_SEPARATORS = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "upright strokes"}
_SAYS_SEPARATOR = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
_LOOKED_AT = 25
"""Rows among which the headings are sought that tell the separator."""
_MARKS = ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"), (b"\xef\xbb\xbf", "utf-8"))
_NOT_TEXT = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"\x1f\x8b")
_SAVE = "Save it once more as CSV UTF-8."


class _Text(NamedTuple):
    text: str
    told: tuple[Problem, ...] = ()


def csv_grid(file: Path, *, max_bytes: int = MAX_BYTES) -> Grid:
    """Read a CSV file as a grid. Raises LoadError where it cannot be read at all."""
    where = Location(str(file))
    content = read_bytes(file, max_bytes=max_bytes)
    if content.startswith(_NOT_TEXT):
        raise refusal(where, "The file is no CSV file, whatever its name says.", "Save it as CSV from the program.")
    text = _decoded(where, content)
    if "\0" in text.text:
        told = Problem(where, "Zero bytes stand in the file; they were left out.", _SAVE, warning=True)
        text = _Text(text.text.replace("\0", ""), (*text.told, told))
    rows = _rows(text.text, _separator(text.text, file))
    return Grid(str(file), None, rows, title=file.stem, told=(*text.told, *_cut_short(where, text.text, rows)))


def _decoded(where: Location, content: bytes) -> _Text:
    """Decode a file by its mark, else as UTF-8, else as what Excel writes on Windows."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _with(where, content[len(mark) :], encoding)
    if len(content) > 1 and content[1:64:2].count(0) > len(content[1:64:2]) // 2:
        return _with(where, content, "utf-16-le")
    try:
        return _Text(content.decode("utf-8"))
    except UnicodeDecodeError as error:
        row = content[: error.start].count(b"\n") + 1
        text = content.decode("cp1252", errors="replace")
    what = f"The file is not saved as UTF-8 (the first sign of it is in line {row}), so it was read as Windows-1252."
    return _Text(text, (Problem(where, what, f"Check the letters with accents. {_SAVE}", warning=True, sure=True),))


def _with(where: Location, content: bytes, encoding: str) -> _Text:
    try:
        return _Text(content.decode(encoding))
    except UnicodeDecodeError:
        text = content.decode(encoding, errors="replace")
    what = f"Some bytes are no text in {encoding.upper()[:6].rstrip('-')}; each was read as {quoted('�')}."
    return _Text(text, (Problem(where, what, _SAVE, warning=True),))


def _separator(text: str, file: Path) -> str:
    """Tell what stands between the cells: what makes most headings of a table, else what the first full line has most.

    Where it makes no difference it is the comma.
    """
    if found := _SAYS_SEPARATOR.match(text):
        return found[1]
    beginning = text[:100_000]
    headings = {mark: _headings(beginning, mark, file) for mark in _SEPARATORS}
    best = max(headings.values())
    if best:
        return next(mark for mark, number in headings.items() if number == best)
    counts: dict[str, int] = dict.fromkeys(_SEPARATORS, 0)
    for line in beginning.splitlines()[:_LOOKED_AT]:
        bare = re.sub(r'"[^"]*"', "", line)
        counts = {mark: bare.count(mark) for mark in _SEPARATORS}
        if any(counts.values()):
            break
    return max(counts, key=lambda mark: counts[mark])


def _headings(beginning: str, separator: str, file: Path) -> int:
    """Count the columns of a table that a separator makes."""
    reader = csv.reader(io.StringIO(beginning, newline=""), delimiter=separator)
    rows: list[Sequence[str]] = []
    try:
        rows.extend(row for row, _ in zip(reader, range(_LOOKED_AT), strict=False))
    except csv.Error:
        return 0
    found = recognised(Grid(str(file), None, rows, title=file.stem))
    return len(found.columns) if found else 0


def _rows(text: str, separator: str) -> list[list[str]]:
    """Split a text into rows; no cell is too long for it, since the file as a whole is not."""
    limit = csv.field_size_limit(max(len(text), 1))
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    finally:
        csv.field_size_limit(limit)
    if _SAYS_SEPARATOR.match(text):
        rows[0] = []  # so that the others keep their numbers
    return rows


def _cut_short(where: Location, text: str, rows: Sequence[Sequence[str]]) -> tuple[Problem, ...]:
    """Tell of a file that breaks off within its last row, or is swallowed by a quotation mark."""
    if found := _never_closed(where, text, rows):
        return found
    if text.endswith(("\n", "\r")) or len(rows) <= _LEAST or len({len(row) for row in rows[:-1] if row}) != 1:
        return ()
    if len(rows[-1]) >= len(rows[-2]):
        return ()
    what = "The file ends within this row: it has fewer cells than every other, and no end of a line."
    return (Problem(Location(where.file, row=len(rows)), what, "Save it once more, whole.", warning=True),)


_LEAST = 2
"""Rows above the last one of which it can be told how long a row is."""


def _never_closed(where: Location, text: str, rows: Sequence[Sequence[str]]) -> tuple[Problem, ...]:
    """Tell of a quotation mark that swallows the rest of the file."""
    if not rows or not rows[-1] or "\n" not in rows[-1][-1].rstrip("\r\n") or text.count('"') % 2 == 0:
        return ()
    place = Location(where.file, row=len(rows), column=len(rows[-1]))
    what = "A quotation mark is opened here and never closed, so everything below it was read as one cell."
    return (Problem(place, what, "Close it, or delete it."),)
