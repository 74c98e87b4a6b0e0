"""A workbook from outside never asks for more than a reply sheet could hold, whatever it says of itself."""

import struct
import zipfile
from pathlib import Path

import pytest

from graphmodel.shorthand import parse
from loaders.problems import LoadError
from loaders.replies import sheet as reply_sheet
from loaders.replies.reading import with_replies
from loaders.replies.sheet import LIMITS
from tests.loaders.reply_sheets import answer, by_hand

STRUCTURE = parse("dag: group; csp: partnership")
_FAR = (
    "back.xlsx: The sheet has something in row 1048576, column 16384; a reply sheet has at most 20000 rows and 200 "
    "columns."
)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (b'r="B2"', b'r="XFD1048576"', _FAR),
        (b'r="B2"', b'r="XFD&#49;048576"', "column 16384"),
        (b'<c r="B2"', b'<c xmlns:z="z" z:r="B2" r="XFD2"', "row 2, column 16384"),
        (b'<row r="2"', b'<row r="20001"', None),
        (b'r="B2"', b'r="B20001"', "row 20001, column 2"),
        (b'r="B2"', b'r="B-2"', "does not say where it is"),
        (b"<sheetData>", b"<sheetData", "cannot be read"),
        (b"<worksheet", b'<!DOCTYPE w [<!ENTITY a "b">]><worksheet', "declares entities"),
    ],
)  # fmt: skip
def test_a_cell_far_out_is_refused_before_anything_is_laid_out(
    tmp_path: Path, old: bytes, new: bytes, told: str | None
) -> None:
    path = by_hand(STRUCTURE, tmp_path / "back.xlsx", answer("dag", "line", "csp"))
    rewritten(path, old, new)
    if told is None:
        assert len(with_replies(STRUCTURE, [path]).structure.lines) == 1  # each cell has a place of its own
        return
    with pytest.raises(LoadError) as refused:
        with_replies(STRUCTURE, [path])
    assert told in str(refused.value)


def test_a_cell_that_is_only_coloured_is_nothing_however_far_out(tmp_path: Path) -> None:
    path = by_hand(STRUCTURE, tmp_path / "back.xlsx", answer("dag", "line", "csp"))
    rewritten(path, b"</sheetData>", b'<row r="1048576"><c r="XFD1048576" s="0"/></row></sheetData>')
    assert len(with_replies(STRUCTURE, [path]).structure.lines) == 1


def test_rows_and_cells_that_do_not_say_where_they_are_are_counted(tmp_path: Path) -> None:
    path = by_hand(STRUCTURE, tmp_path / "back.xlsx", answer("dag", "line", "csp"))
    cells = b"<c><v>1</v></c>" * (LIMITS.columns + 1)
    rewritten(path, b"</sheetData>", b"<row>" + cells + b"</row></sheetData>")
    with pytest.raises(LoadError, match=f"row 3, column {LIMITS.columns + 1}"):
        with_replies(STRUCTURE, [path])


@pytest.mark.parametrize("honest", [True, False])
def test_what_unpacks_to_far_more_is_refused_whatever_size_it_claims(tmp_path: Path, *, honest: bool) -> None:
    bomb = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/workbook.xml", b" " * (LIMITS.unpacked + 1))
    size = struct.pack("<L", LIMITS.unpacked + 1)
    if not honest:
        told = bomb.read_bytes()
        assert told.count(size) == 2
        bomb.write_bytes(told.replace(size, struct.pack("<L", 10)))
    assert bomb.stat().st_size < reply_sheet.MAX_BYTES
    with pytest.raises(LoadError, match="unpacks to far more"):
        with_replies(STRUCTURE, [bomb])


def test_more_parts_than_a_workbook_has_are_refused(tmp_path: Path) -> None:
    path = by_hand(STRUCTURE, tmp_path / "back.xlsx", answer("dag", "line", "csp"))
    with zipfile.ZipFile(path, "a") as packed:
        for number in range(LIMITS.parts):
            packed.writestr(f"more/{number}", "")
    with pytest.raises(LoadError, match="unpacks to far more"):
        with_replies(STRUCTURE, [path])


def test_a_damaged_part_is_refused_with_a_sentence(tmp_path: Path) -> None:
    path = by_hand(STRUCTURE, tmp_path / "back.xlsx", answer("dag", "line", "csp"))
    content = bytearray(path.read_bytes())
    content[60:80] = bytes(20)
    path.write_bytes(bytes(content))
    with pytest.raises(LoadError, match="no workbook, or it is damaged"):
        with_replies(STRUCTURE, [path])


def rewritten(path: Path, old: bytes, new: bytes) -> None:
    """Write the sheet in a workbook anew, with other bytes at one place."""
    with zipfile.ZipFile(path) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    assert old in parts[sheet]
    parts[sheet] = parts[sheet].replace(old, new, 1)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, part in parts.items():
            packed.writestr(name, part)
