"""From a path to its text: everything that can be wrong with a file before anyone looks at what it says."""

from __future__ import annotations

import os
import re
import stat
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from graphmodel.place import Location, Problem
from loaders.names import nearest
from loaders.problems import LoadError
from loaders.wording import one_of, quoted

MAX_BYTES = 64 * 1024 * 1024
"""The largest file read unless the caller says otherwise: about ten times a national structure."""

_UTF8_MARK = b"\xef\xbb\xbf"

# The longer marks first: UTF-32 begins with the bytes of UTF-16.
_WIDE_MARKS = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)

_NOT_TEXT = (
    (b"PK\x03\x04", "a zip file, as Excel workbooks and Word documents are"),
    (b"\xd0\xcf\x11\xe0", "an old Excel workbook or Word document"),
    (b"%PDF", "a PDF"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
)

_SAVE_AS_UTF8 = "Open it in the program that wrote it and save it as UTF-8."


@dataclass(frozen=True)
class FileText:
    """The text of one file and the name it is known by in messages."""

    file: str
    text: str

    def place(self, offset: int) -> Location:
        """Give the line and column, both from 1, of a character counted from 0; a column counts characters."""
        line = bisect_right(self._line_starts, offset)
        return Location(self.file, line, offset - self._line_starts[line - 1] + 1)

    @cached_property
    def _line_starts(self) -> list[int]:
        # Not str.splitlines: it also cuts where no editor begins a new line (form feed, U+2028).
        return [0, *(found.end() for found in re.finditer(r"\r\n|\r|\n", self.text))]


def read_text(path: str | os.PathLike[str], *, max_bytes: int = MAX_BYTES) -> FileText:
    """Read a text file in UTF-8; a byte order mark, which Notepad and Excel write, is taken away in silence.

    Raises LoadError with one problem when the file is not there, is a folder, may not be read, is empty, is larger
    than ``max_bytes`` (found out before it is read), or is not text in UTF-8.
    """
    file = str(path)
    content = _bytes_of(file, max_bytes)
    _refuse_other_than_text(file, content)
    return FileText(file, _decoded(file, content.removeprefix(_UTF8_MARK)))


def read_bytes(path: str | os.PathLike[str], *, max_bytes: int = MAX_BYTES) -> bytes:
    """Read a file as it is; LoadError when it is not there, may not be read, or is larger than ``max_bytes``."""
    return _bytes_of(str(path), max_bytes)


def given_text(text: str, file: str) -> FileText:
    """Take a text that is at hand already; ``file`` names it in messages.

    Raises LoadError when it holds what no file can: half of a character, or nothing at all.
    """
    source = FileText(file, text.removeprefix("\ufeff"))
    half = re.search("[\ud800-\udfff]", source.text)
    if half is not None:
        raise refusal(source.place(half.start()), "Half of a character stands here.", "Delete it.")
    if not source.text:
        raise refusal(Location(file), "The text is empty.")
    return source


def refusal(where: Location, what: str, remedy: str = "") -> LoadError:
    """Make the error for an input with one thing wrong that leaves nothing to load."""
    return LoadError([Problem(where, what, remedy)])


def _bytes_of(file: str, max_bytes: int) -> bytes:
    try:
        with Path(file).open("rb") as stream:
            size = os.fstat(stream.fileno())
            if stat.S_ISREG(size.st_mode) and size.st_size > max_bytes:
                raise _too_large(file, size.st_size, max_bytes)
            # A pipe has no size beforehand: one byte over the limit is enough to know.
            content = stream.read(max_bytes + 1)
    except (OSError, ValueError) as error:
        raise _not_opened(file, error) from None
    if len(content) > max_bytes:
        raise _too_large(file, None, max_bytes)
    return content


def _not_opened(file: str, error: OSError | ValueError) -> LoadError:
    where = Location(file)
    if isinstance(error, FileNotFoundError):
        return refusal(where, "There is no such file.", _neighbours(file))
    if isinstance(error, IsADirectoryError):
        return refusal(where, "This is a folder, not a file.", "Name one file in it.")
    if isinstance(error, PermissionError):
        return refusal(where, "You may not read this file.", "Ask its owner for the right to read it, or for a copy.")
    why = getattr(error, "strerror", None) or str(error)
    return refusal(where, f"The file cannot be read: {why}.")


def _neighbours(file: str) -> str:
    wanted = Path(file)
    try:
        beside = [entry.name for entry in wanted.parent.iterdir()]
    except OSError:
        return f"There is no folder {quoted(wanted.parent)} either."
    near = nearest(wanted.name, beside)
    return f"Did you mean {one_of(map(quoted, near))}?" if near else ""


def _too_large(file: str, size: int | None, max_bytes: int) -> LoadError:
    is_ = "more than the limit of" if size is None else f"{_megabytes(size)}, over the limit of"
    return refusal(
        Location(file),
        f"The file is too large: {is_} {_megabytes(max_bytes)}.",
        "Check that it is the right file; a whole country is about a tenth of the limit. Nothing was read. If it is "
        "right, set ANSWERABLE_MAX_SIZE=500MB in the environment (in Python: max_bytes), and try again.",
    )


def _megabytes(size: int) -> str:
    megabyte = 1024 * 1024
    return f"{size / megabyte:,.0f} MB" if size >= megabyte else f"{size:,} bytes"


def _refuse_other_than_text(file: str, content: bytes) -> None:
    where = Location(file)
    if not content:
        raise refusal(where, "The file is empty.", "Check that it was saved.")
    for mark, encoding in _WIDE_MARKS:
        if content.startswith(mark):
            raise refusal(where, f"The file is saved as {encoding}, not as UTF-8.", _SAVE_AS_UTF8)
    for mark, sort in _NOT_TEXT:
        if content.startswith(mark):
            raise refusal(where, f"The file is {sort}, not a text.", "Name a .yaml, .yml or .json file.")


def _decoded(file: str, content: bytes) -> str:
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise _not_utf8(file, content, error.start) from None
    zero = text.find("\0")
    if zero >= 0:
        raise refusal(
            FileText(file, text).place(zero),
            "A zero byte stands here, which no text in UTF-8 holds.",
            "The file is damaged, not a text, or saved as UTF-16. " + _SAVE_AS_UTF8,
        )
    return text


def _not_utf8(file: str, content: bytes, start: int) -> LoadError:
    before = content[:start].decode("utf-8")
    byte = content[start : start + 1]
    # Windows-1252 gives no character to five bytes; Latin-1 gives each one, but there they are controls.
    windows = byte.decode("cp1252", errors="ignore")
    guess = f" (in Windows-1252 it is {quoted(windows)})" if windows else ""
    return refusal(
        FileText(file, before).place(len(before)),
        f"The byte 0x{byte.hex().upper()} here{guess} is not UTF-8.",
        _SAVE_AS_UTF8,
    )
