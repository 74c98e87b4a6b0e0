"""Workbooks that ask for more than anybody has are refused before they are laid out; each in a process of its own."""

# ruff: noqa: E501  parts of workbooks stand on one line

import io
import json
import struct
import subprocess
import sys
import zipfile
from pathlib import Path

import openpyxl
import pytest
import xlwt
from hypothesis import example, given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from loaders.workbook.compound import contained, stream_of
from loaders.workbook.limits import Limits, Spread, Texts, UnsafeError, limits_of
from loaders.workbook.reading import grids
from loaders.workbook.sheets import sheets
from loaders.workbook.unpacked import checked_package
from loaders.workbook.xlsx_cells import glance, tag_by_tag
from tests.loaders.workbook.packed import ods, packed, record, wide, xlsb, xlsx

MEGABYTE = 1024 * 1024
LIMIT = 4 * MEGABYTE
MOST_MEGABYTES = 300
"""What reading may take at most under a limit of 4 MB, Python and all its libraries included."""

READ = """
import json, resource, sys
from loaders.workbook.limits import UnsafeError, limits_of
from loaders.workbook.reading import grids
from loaders.workbook.sheets import sheets
try:
    told = [[len(rows), max(map(len, rows), default=0)] for _, _, rows in sheets(sys.stdin.buffer.read(), limits_of(%d))]
except UnsafeError as error:
    told = str(error)
try:  # what the operating system says of a process counts that of its parent in, whose tests may have been large
    peak = next(int(line.split()[1]) for line in open("/proc/self/status") if line.startswith("VmHWM"))
except OSError:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(json.dumps([told, peak // 1024]))
"""


def read_apart(content: bytes) -> str | list[list[int]]:
    """Read a workbook in a process that may be killed by it, and hold it to its memory."""
    run = subprocess.run(
        [sys.executable, "-c", READ % LIMIT], input=content, capture_output=True, timeout=60, check=True
    )
    told, megabytes = json.loads(run.stdout)
    assert megabytes < MOST_MEGABYTES
    assert run.stderr == b""
    result: str | list[list[int]] = told
    return result


def with_part(content: bytes, name: str, part: str) -> bytes:
    made = io.BytesIO(content)
    with zipfile.ZipFile(made, "a", zipfile.ZIP_DEFLATED) as file:
        file.writestr(name, part)
    return made.getvalue()


CELL = '<table:table-cell {} office:value-type="string"><text:p>{}</text:p></table:table-cell>'
LAUGHS = "".join(f'<!ENTITY l{number} "{f"&l{number - 1};" * 10}">' for number in range(1, 10))
BILLION = f'<!DOCTYPE lolz [<!ENTITY l0 "lol">{LAUGHS}]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY l9 SYSTEM "file:///etc/hostname">]>'
LONG = f'<!DOCTYPE x [<!ENTITY l9 "{"x" * 100_000}">]>'
FAR = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
SHARED = "".join(f'<c r="A{number}" t="s"><v>0</v></c>' for number in range(1, 2000))
ONE_LONG = f"<sst><si><t>{'x' * 100_000}</t></si></sst>"
ENTITY = '<row r="1"><c r="A1" t="str"><v>{}</v></c></row>'


@pytest.mark.parametrize(
    ("content", "told"),
    [
        pytest.param(xlsx(FAR), "row 1048576, column 16384", id="far"),
        pytest.param(xlsx(FAR.replace("XFD1048576", "ZZZZZZZ1048576")), "column 8353082582", id="farther than any"),
        pytest.param(xlsx('<row r="999999999"><c><v>1</v></c><c><v>1</v></c></row>'), "row 999999999", id="row alone"),
        pytest.param(xlsx(SHARED, ONE_LONG), "unpacks to far more", id="one text, shown often"),
        pytest.param(xlsx(SHARED.replace("<v>", "<v><!-- -->"), ONE_LONG), "unpacks to far more", id="with comments"),
        pytest.param(
            with_part(xlsx(SHARED, "<sst><si><t>x</t></si></sst>"), "xl/second.xml", ONE_LONG),
            "unpacks to far more",
            id="two lists of texts, of which a reader takes either",
        ),
        pytest.param(
            xlsx("", '<sst uniqueCount="99999999999999999"><si><t>x</t></si></sst>'), "far more texts", id="lying count"
        ),
        pytest.param(xlsx(ENTITY.format("&l9;"), before=BILLION), "declares entities", id="billion laughs"),
        pytest.param(xlsx(ENTITY.format("&l9;"), before=OUTSIDE), "declares entities", id="outside"),
        pytest.param(xlsx(ENTITY.format("&l9;" * 10_000), before=LONG), "declares entities", id="quadratic"),
        pytest.param(xlsx(ENTITY.format("&l9;")), "cannot be read", id="no such entity"),
        pytest.param(xlsx("<row>" * 100_000), "cannot be read", id="never closed"),
        pytest.param(packed({"a.xml": b" " * (17 * MEGABYTE)}), "unpacks to far more", id="zip bomb"),
        pytest.param(packed({str(number): "" for number in range(10_001)}), "unpacks to far more", id="many parts"),
        pytest.param(packed({"xl/workbook.xml": "<a/>".encode("utf-16")}), "not in UTF-8", id="UTF-16"),
        pytest.param(
            ods("<table:table-row>" + CELL.format("", '<text:s text:c="2000000000"/>') + "</table:table-row>"),
            "unpacks to far more",
            id="blanks",
        ),
        pytest.param(
            ods(
                '<table:table-row table:number-rows-repeated="1048576">'
                + CELL.format('table:number-columns-repeated="16384"', "x")
                + "</table:table-row>"
            ),
            "row 1048576, column 16384",
            id="repeated rows of repeated cells",
        ),
        pytest.param(
            ods(
                '<table:table-row table:number-rows-repeated="1000">'
                + CELL.format('table:number-columns-repeated="100"', "x" * 10_000)
                + "</table:table-row>"
            ),
            "unpacks to far more",
            id="repeated text",
        ),
        pytest.param(
            ods(
                "<table:table-row>" + CELL.format("", "x") + "</table:table-row>"
                '<table:table-row table:number-rows-repeated="1048000"><table:table-cell/></table:table-row>'
                "<table:table-row>"
                '<table:table-cell table:number-columns-repeated="16000"/>' + CELL.format("", "x") + "</table:table-row>"
            ),
            "row 1048002, column 16001",
            id="far behind blanks",
        ),
        pytest.param(ods("<office:annotation>"), "cannot be read", id="a reader would wait for the end for ever"),
        pytest.param(ods(CELL.format("", "&l9;"), before=BILLION), "declares entities", id="billion laughs in ods"),
        pytest.param(xlsb(record(0, bytes(4)) + record(5, struct.pack("<IId", 2**32 - 2, 0, 1))), "column 4294967295", id="xlsb"),
        pytest.param(
            xlsb(record(0, bytes(4)) + record(200, b"\xff" * 16) + record(4, b"")), "is damaged", id="xlsb with a short record"
        ),
        pytest.param(
            xlsb(record(0, bytes(4)) + b"".join(record(7, struct.pack("<III", 0, 0, 0)) for _ in range(2000)), ("x" * 100_000,)),
            "unpacks to far more",
            id="xlsb, one text shown often",
        ),
    ],
)  # fmt: skip
def test_what_asks_for_too_much_is_refused(content: bytes, told: str) -> None:
    said = read_apart(content)
    assert isinstance(said, str)
    assert told in said


def old(*rows: tuple[object, ...]) -> bytes:
    book = xlwt.Workbook()
    page = book.add_sheet("Groups")
    for number, row in enumerate(rows):
        for place, cell in enumerate(row):
            page.write(number, place, cell)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def as_it_is(content: bytes) -> list[list[list[object]]]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    return [
        [list(row) for row in book.get_sheet_by_name(name).to_python(skip_empty_area=False)]
        for name in book.sheet_names
    ]


@pytest.mark.parametrize("long", [10, 9000, 32_000])
def test_an_old_workbook_is_read_as_it_is(long: int) -> None:
    content = old(
        ("Name", "Kind"),
        ("é☃" * (long // 2), xlwt.Formula('"a"&"b"')),
        ("x" * long, 3.5),
        (None, True),
        *[(f"row {n}",) for n in range(500)],
    )
    found = [rows for _, _, rows in sheets(content, limits_of(LIMIT))]
    assert found == [[[] if not any(row) else row for row in rows] for rows in as_it_is(content)]


def test_an_old_workbook_that_lies_about_its_size_is_read_all_the_same() -> None:
    stream = stream_of(old(("a", "b")))
    size = stream.index(struct.pack("<HH", 0x0200, 14))
    lying = stream[: size + 4] + struct.pack("<IIHH", 0, 2**32 - 1, 0, 2**16 - 1) + stream[size + 16 :]
    assert read_apart(contained(lying)) == [[1, 2]]


def test_old_workbooks_that_ask_for_too_much_are_refused() -> None:
    stream = stream_of(old(("a", 1.23456789)))
    number = stream.index(struct.pack("<HH", 0x0203, 14))
    far = stream[: number + 4] + struct.pack("<HH", 65_535, 65_535) + stream[number + 8 :]
    assert "row 65536, column 65536" in read_apart(contained(far))
    often = old(*[("x" * 30_000,) for _ in range(1000)])
    assert "unpacks to far more" in read_apart(often)
    round_ = bytearray(old(("a",)))
    table = struct.unpack_from("<I", round_, 76)[0]
    for place in range(20):
        struct.pack_into("<I", round_, (table + 1) * 512 + 4 * place, place)
    assert read_apart(bytes(round_)) == "This file is no workbook, or it is damaged"


def test_a_workbook_that_shows_one_sheet_over_and_over_is_refused() -> None:
    listed = "".join(f'<sheet name="S{number}" sheetId="{number}" r:id="rId1"/>' for number in range(1, 900))
    assert "cells" in read_apart(xlsx('<row r="1000"><c r="T1000"><v>1</v></c></row>', sheets=listed))


def test_plain_ones_are_read() -> None:
    assert read_apart(xlsx('<row r="3"><c r="B3"><f>1+1</f><v>2</v></c><c r="XFD3" s="0"/></row>')) == [[3, 2]]
    assert read_apart(ods("<table:table-row>" + CELL.format('table:number-columns-repeated="3"', "x") + "</table:table-row>")) == [[1, 3]]  # fmt: skip
    assert read_apart(xlsb(record(0, bytes(4)) + record(6, struct.pack("<II", 1, 0) + wide("x")))) == [[1, 2]]


def test_no_formula_is_worked_out(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active["A1"], book.active["A2"] = "=1+1", '=HYPERLINK("http://localhost/","x")'  # type: ignore[index]  # a new book has a sheet
    book.save(tmp_path / "f.xlsx")
    kept = xlsx('<row r="1"><c r="A1"><f>1+1</f><v>5</v></c></row>')
    assert [rows for _, _, rows in sheets((tmp_path / "f.xlsx").read_bytes(), limits_of(LIMIT))] == [[]]
    assert [rows for _, _, rows in sheets(kept, limits_of(LIMIT))] == [[[5.0]]]  # what stands there, right or wrong


def test_slides_are_held_to_the_same() -> None:
    limits = limits_of(LIMIT, "a slide show that is read here")
    with pytest.raises(UnsafeError, match="far more than a slide show"):
        checked_package(packed({"ppt/media/a.png": bytes(17 * MEGABYTE)}), limits)
    with pytest.raises(UnsafeError, match="declares entities"):
        checked_package(packed({"ppt/slides/slide1.xml": BILLION + "<a>&l9;</a>"}), limits)
    assert checked_package(packed({"ppt/a.xml": "<a/>"}), limits)


LIMITS = Limits("a test", unpacked=9999, parts=9, rows=50, columns=30, cells=600, texts=100)
PIECE = st.sampled_from((
    '<c r="A1"><v>1</v></c>', '<c r="AD50" t="s"><v>0</v></c>', '<c r="AE2"/>', '<c r="B60" s="1"/>', '<c r="C9" t="s"><v>1</v></c>',
    '<c r="AE1"><v>1</v></c>', '<c r="A51"><v>1</v></c>', "<c><v>1</v></c>", "<c/>", '<c s="1" r="ZZ9"><v>1</v></c>', "<c r='T30'><v>1</v></c>",
    '<x:c r="AZ1"><x:v>1</x:v></x:c>', "<!-- <c r='A1'> -->", '<c r="A2" x="&lt;c>"><v>1</v></c>', '<c r="D4" t="s"><v>&#49;</v></c>',
    '<![CDATA[<c r="ZZ99">]]>', '<c r="E5"><is><t>a</t></is></c>', '<c r="F6" t="s"><v>7</v></c>', '<c\nr="AF1"><v>1</v></c>', '<row r="70">', "</row>", "<row>",
))  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(st.lists(PIECE, max_size=8), st.lists(st.integers(1, 60), max_size=3))
@example(['<c r="D4" t="s"><v>&#49;</v></c>'] * 4, [1, 26])
@example(['<c r="D4" t="s"><v>+1</v></c>'] * 4, [1, 26])
def test_what_passes_at_a_glance_passes_tag_by_tag(pieces: list[str], sizes: list[int]) -> None:
    """The quick way may send too much to the slow one, and never lets through what the slow one refuses."""
    part = f'<w xmlns:x="x"><sheetData>{"".join(pieces)}</sheetData></w>'.encode()
    texts = Texts(tuple(sizes), max(sizes, default=0))
    try:
        tag_by_tag("sheet", part, texts, Spread(LIMITS))
    except UnsafeError as error:
        if "cannot be read" in str(error):
            return  # both ways parse first
        found = glance(part, texts)
        assert found is None or not Spread(LIMITS).has_room(*found)


@pytest.mark.parametrize("text", ["<!-- " + '<c r="A1" t="e">' * 200_000 + " -->", '<c r="A1" t="e"></c >' * 100_000])
def test_cells_that_are_never_closed_are_not_looked_for_to_the_end(tmp_path: Path, text: str) -> None:
    """That would take hours; a step of it is no call that could be counted, so only an end is asked for."""
    path = tmp_path / "a.xlsx"
    path.write_bytes(xlsx(f'<row r="1">{text}</row>'))
    assert [grid.name for grid in grids(path)] == ["S"]


def test_a_part_that_lies_about_its_size_is_read_by_what_it_holds(tmp_path: Path) -> None:
    part = '<row r="1"><c r="A1" t="e"><v>#REF!</v></c></row>'
    content = bytearray(xlsx(part))
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        size = struct.pack("<L", file.getinfo("xl/worksheets/sheet1.xml").file_size)
    assert content.count(size) == 2
    path = tmp_path / "a.xlsx"
    path.write_bytes(content.replace(size, struct.pack("<L", 10)))
    assert [grid.faults for grid in grids(path)] == [{(1, 1): "#REF!"}]
