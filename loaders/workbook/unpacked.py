"""Files that came from outside, made safe to read: what they unpack to, and how far their cells reach.

A workbook of a few kilobytes can ask for gigabytes, by what it unpacks to, by a text that a million cells show, or by
one cell in its last corner, because a reader lays out the whole rectangle. So each part is unpacked here, counted as it
comes, and each sheet is gone through. What is handed on holds the very bytes that were looked at, and nothing is left
to unpack.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from typing import TYPE_CHECKING

from loaders.workbook.limits import Limits, Spread, Texts, UnsafeError, one_table, too_much
from loaders.workbook.ods_cells import CONTENT, spread_ods
from loaders.workbook.xls_cells import COMPOUND, plain_xls
from loaders.workbook.xlsb_cells import is_binary_sheet, spread_xlsb, texts_of_xlsb
from loaders.workbook.xlsx_cells import is_sheet, spread_xlsx, texts_of_xlsx

if TYPE_CHECKING:
    from collections.abc import Mapping

NO_WORKBOOK = "This file is no workbook, or it is damaged"
_STEP = 1024 * 1024
_HARD_TO_READ = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, ValueError, EOFError, OSError)
"""What the reader of packed files raises of one that is damaged, locked, or packed in a way no workbook is."""
_WIDE = (b"\xff\xfe", b"\xfe\xff", b"<\x00", b"\x00<")
_ENCODING = re.compile(rb"<\?xml[^>]{0,80}?encoding\s*=\s*[\"']([\w.-]+)[\"']")
_DOCTYPE = re.compile(rb"<!DOCTYPE(?!\s+(?:plist|svg)\b)")
"""Settings of a Mac's printer and drawn pictures have one, and no entities; they are parts of files like any other."""
_NARROW = frozenset({b"utf-8", b"utf8", b"us-ascii", b"ascii"})


def checked(content: bytes, limits: Limits) -> bytes:
    """Return a workbook unpacked, with all its parts; UnsafeError where it is none, or is larger than it may be."""
    if content.startswith(COMPOUND):
        return plain_xls(content, Spread(limits))
    parts = _parts(content, limits)
    _look_through(parts, Spread(limits))
    return _packed_anew(parts)


def checked_package(content: bytes, limits: Limits) -> bytes:
    """Return a packed file that is no workbook, such as a slide show, unpacked and counted in the same way."""
    return _packed_anew(_parts(content, limits))


def _parts(content: bytes, limits: Limits) -> dict[str, bytes]:
    """Return the parts by name; how large each is said to be is the sender's word, so it is counted instead."""
    found: dict[str, bytes] = {}
    left = limits.unpacked
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            for name, entry in _entries(packed, limits).items():
                found[name] = _unpacked(packed, entry, left, limits)
                left -= len(found[name])
                _refuse_odd_xml(name, found[name])
    except UnsafeError:
        raise
    except _HARD_TO_READ as error:
        raise UnsafeError(NO_WORKBOOK) from error
    return found


def _entries(packed: zipfile.ZipFile, limits: Limits) -> dict[str, zipfile.ZipInfo]:
    found = packed.infolist()
    if len(found) > limits.parts:
        raise too_much(limits)
    return {entry.filename: entry for entry in found}


def _unpacked(packed: zipfile.ZipFile, entry: zipfile.ZipInfo, most: int, limits: Limits) -> bytes:
    """Unpack one part, and stop where it is more than there may be."""
    # Else nothing behind the size that it claims would be read, but the next reader might; and what is larger is told
    # as that, before the end where its sum does not fit.
    entry.file_size = most + 2 * _STEP
    pieces, size = [], 0
    with packed.open(entry) as stream:
        while piece := stream.read(_STEP):
            pieces.append(piece)
            size += len(piece)
            if size > most:
                raise too_much(limits)
    return b"".join(pieces)


def _refuse_odd_xml(name: str, part: bytes) -> None:
    """Refuse a part that declares entities, or that two readers might decode differently; no office program does so."""
    declared = _ENCODING.search(part[:200])
    if part.startswith(_WIDE) or (declared is not None and declared[1].lower() not in _NARROW):
        raise UnsafeError(f"{name} in the file is not in UTF-8, as it is in every file that an office program writes")
    if b"<!ENTITY" in part or _DOCTYPE.search(part):
        raise UnsafeError(f"{name} in the file declares entities, as no office program does")


def _look_through(parts: Mapping[str, bytes], spread: Spread) -> None:
    """Go through all sheets, of whichever kind of workbook."""
    texts = one_table([table for name, part in parts.items() for table in _texts(name, part)])
    for name, part in parts.items():
        if is_sheet(part):
            spread.sheet()
            spread_xlsx(name, part, texts, spread)
        if is_binary_sheet(name):
            spread.sheet()
            spread_xlsb(part, texts, spread)
    if CONTENT in parts:
        spread_ods(CONTENT, parts[CONTENT], spread)


def _texts(name: str, part: bytes) -> list[Texts]:
    return [*texts_of_xlsx(name, part), *texts_of_xlsb(name, part)]


def _packed_anew(parts: Mapping[str, bytes]) -> bytes:
    """Write parts into one file, with nothing left to unpack."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as packed:
        for name, part in parts.items():
            packed.writestr(name, part)
    return made.getvalue()
