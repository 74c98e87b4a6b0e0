"""What sort of file a path leads to, told by what is in it: its name alone is often wrong.

A workbook may be called .csv, a web page .xls, and a table .txt. What cannot be read here is told by what it is, with
what to do about it.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from graphmodel.place import Location
from loaders.file_text import refusal

if TYPE_CHECKING:
    import os

    from loaders.problems import LoadError

_LOOKED_AT = 4096
"""Bytes at the beginning by which a text is told from another."""

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


class Sort(Enum):
    """What can be read, as a sentence names it."""

    DOCUMENT = "a document"
    WORKBOOK = "a workbook"
    CSV = "a table as text"
    SLIDES = "slides"


SUFFIXES = {
    Sort.DOCUMENT: (".yaml", ".yml", ".json"),
    Sort.WORKBOOK: (".xlsx", ".xlsm", ".xls", ".ods", ".xlsb", ".xltx", ".xltm", ".xlt", ".ots"),
    Sort.CSV: (".csv", ".tsv", ".tab", ".txt"),
    Sort.SLIDES: (".pptx", ".ppsx", ".potx", ".pptm"),
}
"""How the names of files of each sort end; the first is the one to choose."""


class _Other(NamedTuple):
    """What cannot be read: what it is, and what to do."""

    what: str
    remedy: str


_AS_XLSX = "choose File > Save As, and save it as an Excel Workbook (.xlsx)."
_TABLE_OUT = "Copy the table that you need from it into a workbook, and save that as .xlsx."
_WORD = _Other("This is a Word document, not a table.", _TABLE_OUT)
_TEXT_DOCUMENT = _Other("This is a text document, not a table.", _TABLE_OUT)
_PDF = _Other(
    "This is a PDF: it shows a table, but does not hold one.", f"Ask for the file it was made from. {_TABLE_OUT}"
)
_PICTURE = _Other("This is a picture.", "Ask for the file it was made from: a workbook or the slides.")
_OLD_SLIDES = _Other("These are slides in the old format.", "Open them, choose File > Save As, and save them as .pptx.")
_OTHER_SLIDES = _Other(
    "These are slides, but not as .pptx.", "Open them, and save or export them as PowerPoint (.pptx)."
)
_NUMBERS = _Other(
    "This was made with an Apple program.", "Open it and choose File > Export To > Excel, or PowerPoint for slides."
)
_LOCKED = _Other(
    "The file is protected with a password.",
    "Open it, take the password off (File > Info > Protect Workbook), and save a copy.",
)
_WEB_PAGE = _Other(
    "This is a web page under the name of another file, as many systems export tables.", f"Open it in Excel, {_AS_XLSX}"
)
_OLD_XML = _Other("This is a workbook saved as XML.", f"Open it in Excel, {_AS_XLSX}")
_ONLINE = _Other(
    "This is only a link to a document online; what it holds is not in it.",
    "Open it in the browser, choose File > Download > Microsoft Excel (.xlsx), and name that file.",
)
_ARCHIVE = _Other("This is an archive of other files.", "Unpack it, and name the file or the folder in it.")
_NO_ZIP = _Other(
    "The file is damaged: it begins as a workbook does, but does not end as one.", "Save or send it again."
)
_DATABASE = _Other("This is a database, not a table.", "Export the tables that you need as Excel workbooks (.xlsx).")
_MAIL = _Other("This is an e-mail.", "Save what is attached to it, and name that file.")

_ONLINE_SUFFIXES = frozenset({".gsheet", ".gdoc", ".gslides", ".url", ".webloc", ".lnk"})
_BY_PART = (
    ("xl/workbook.xml", Sort.WORKBOOK),
    ("xl/workbook.bin", Sort.WORKBOOK),
    ("ppt/presentation.xml", Sort.SLIDES),
    ("word/document.xml", _WORD),
    ("Index/Document.iwa", _NUMBERS),
    ("Index.zip", _NUMBERS),
)
_BY_TYPE = (("spreadsheet", Sort.WORKBOOK), ("presentation", _OTHER_SLIDES), ("text", _TEXT_DOCUMENT))
"""By what an OpenDocument file says of itself."""

_BY_STREAM = (
    ("EncryptedPackage", _LOCKED),
    ("Workbook", Sort.WORKBOOK),
    ("Book", Sort.WORKBOOK),
    ("WordDocument", _WORD),
    ("PowerPoint Document", _OLD_SLIDES),
    ("__nameid_version1.0", _MAIL),
)
"""By the names in the directory of an old Office file."""

_BY_MARK = (
    (b"%PDF", _PDF),
    (b"\x89PNG", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
    (b"GIF8", _PICTURE),
    (b"\x1f\x8b", _ARCHIVE),
    (b"7z\xbc\xaf", _ARCHIVE),
    (b"Rar!", _ARCHIVE),
    (b"{\\rtf", _TEXT_DOCUMENT),
    (b"\x00\x01\x00\x00Standard ", _DATABASE),
    (b"SQLite format 3", _DATABASE),
)
_PAGE = re.compile(
    rb"(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body|table|meta|style)\b",
    re.IGNORECASE | re.DOTALL,
)
_EXCEL_XML = re.compile(rb"<\?xml.*urn:schemas-microsoft-com:office:spreadsheet", re.DOTALL)

_CELLS = re.compile(r"[^,;\t|\n\r]+(?:[,;\t|][^,;\t|\n\r]*)+")
_KEY = re.compile(r"[\w\"'][\w \"'-]*:(?:\s|$)")


def sort_of(path: str | os.PathLike[str], max_bytes: int) -> Sort:
    """Tell what a file is; LoadError with what to do where it is something that is not read here.

    Of a file that cannot be looked into, because it is not there or larger than `max_bytes`, the name tells: whoever
    reads it says what is wrong.
    """
    file = Path(path)
    suffix = file.suffix.casefold()
    if suffix in _ONLINE_SUFFIXES:
        raise _refused(file, _ONLINE)
    found = _by_content(file, suffix, max_bytes) or _by_name(suffix)
    if isinstance(found, _Other):
        raise _refused(file, found)
    return found


def _refused(file: Path, other: _Other) -> LoadError:
    return refusal(Location(str(file)), other.what, other.remedy)


def _by_name(suffix: str) -> Sort:
    return next((sort for sort, suffixes in SUFFIXES.items() if suffix in suffixes and suffix != ".txt"), Sort.DOCUMENT)


def _by_content(file: Path, suffix: str, max_bytes: int) -> Sort | _Other | None:
    try:
        if not file.is_file() or file.stat().st_size > max_bytes:
            return None
        with file.open("rb") as stream:
            head = stream.read(_LOOKED_AT)
        if head.startswith(_ZIP):
            return _in_zip(file)
        if head.startswith(_OLE):
            return _in_ole(file)
    except (OSError, ValueError):
        return None
    for mark, other in _BY_MARK:
        if head.startswith(mark):
            return other
    return _in_text(head.removeprefix(b"\xef\xbb\xbf").lstrip(), suffix)


def _in_zip(file: Path) -> Sort | _Other:
    try:
        with zipfile.ZipFile(file) as packed:
            names = frozenset(packed.namelist())
            for part, found in _BY_PART:
                if part in names:
                    return found
            if "mimetype" in names:
                with packed.open("mimetype") as stream:
                    said = stream.read(_LOOKED_AT).decode("ascii", "replace")
                return next((found for word, found in _BY_TYPE if f"opendocument.{word}" in said), _ARCHIVE)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, ValueError, EOFError):
        return _NO_ZIP
    return _ARCHIVE


def _in_ole(file: Path) -> Sort | _Other:
    content = file.read_bytes()
    for name, found in _BY_STREAM:
        if f"{name}\0".encode("utf-16-le") in content:
            return found
    return Sort.WORKBOOK


def _in_text(head: bytes, suffix: str) -> Sort | _Other | None:
    if suffix in SUFFIXES[Sort.DOCUMENT] or not head:
        return None
    if _EXCEL_XML.match(head):
        return _OLD_XML
    if _PAGE.match(head):
        return _WEB_PAGE
    text = head.decode("utf-8", "replace")
    may_be_a_table = suffix == ".txt" or suffix in SUFFIXES[Sort.WORKBOOK]
    if not may_be_a_table or text.startswith(("{", "[")) or _KEY.match(text):
        return None
    return Sort.CSV if _CELLS.match(text) else None
