"""An Excel file is judged by what openpyxl reads back; LibreOffice opens it in tests/office."""

import datetime as dt
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from tests.viz.a_book import BOOK, MANY
from tests.viz.hostile import NAMES
from viz.book import Book, Column, Sheet
from viz.text import clean
from viz.writers.sheet_names import sheet_names
from viz.writers.xlsx import xlsx
from viz.writers.xlsx_cells import LONGEST


def read(book: Book) -> Any:
    return load_workbook(BytesIO(xlsx(book)))


@pytest.fixture(scope="module")
def replies() -> Any:
    return read(BOOK)["Replies"]


def one_cell(value: str) -> Any:
    return read(Book("T", (Sheet("S", (Column("A"),), ((value,),)),)))["S"]["A2"]


def test_the_table_stands_under_its_header_and_its_lines_above(replies: Any) -> None:
    shown = [[cell.value for cell in row] for row in replies.iter_rows(max_col=6)]
    assert shown[0][0] == "What we would like to know"
    assert shown[1][0] == "Fill in what you know."
    assert shown[2] == [None] * 6
    assert shown[3] == ["No.", "Question", "Answer", "Yes or no", "Which", "Key"]
    assert shown[4][:4] == [1, "To whom does it answer?", None, "yes"]
    assert shown[5][1:3] == ['=HYPERLINK("http://example.org")', "@SUM(A1)"]
    assert shown[6][:3] == [2.5, "line one\nline two", "-1"]
    assert all(cell.font.bold for cell in replies[4])
    assert not any(cell.font.bold for cell in replies[5])


def test_the_header_stays_in_sight_filters_and_repeats_in_print(replies: Any) -> None:
    assert replies.freeze_panes == "A5"
    assert replies.auto_filter.ref == "A4:F7"
    assert replies.print_title_rows == "$4:$4"
    assert (replies.page_setup.orientation, int(replies.page_setup.paperSize)) == ("landscape", 9)
    assert (replies.page_setup.fitToWidth, replies.page_setup.fitToHeight) == (1, 0)
    assert replies.sheet_properties.pageSetUpPr.fitToPage


def test_what_is_to_be_filled_in_is_shaded_and_what_is_for_machines_hidden(replies: Any) -> None:
    shaded = [cell.fill.fill_type == "solid" for cell in replies[5]]
    assert shaded == [False, False, True, True, True, False]
    assert [replies.column_dimensions[letter].hidden for letter in "ABCDEF"] == [False] * 5 + [True]
    blank = read(BOOK)["Empty"]
    assert [cell.fill.fill_type for cell in blank[20]] == [None, "solid"]


def test_drop_downs_offer_the_choices_from_a_hidden_sheet(replies: Any) -> None:
    workbook = replies.parent
    assert workbook["Choices"].sheet_state == "hidden"
    offered = {}
    for rule in replies.data_validations.dataValidation:
        sheet, cells = next(iter(workbook.defined_names[rule.formula1.removeprefix("=")].destinations))
        offered[str(rule.sqref)] = tuple(row[0].value for row in workbook[sheet][cells])
    assert offered == {"D5:D507": ("yes", "no", "not known"), "E5:E507": MANY}


FORMULA_LIKE = ("=1+1", "+1", "-1", "@SUM(1)", "\t=1", "\r=1", "#N/A", "=cmd|' /C calc'!A0", "＝1")


@pytest.mark.parametrize("value", FORMULA_LIKE)
def test_no_text_is_a_formula(value: str) -> None:
    cell = one_cell(value)
    assert cell.data_type == "s"
    assert cell.value == clean(value)
    assert cell.quotePrefix is (not value.startswith("#"))


@settings(max_examples=60)
@given(st.text(max_size=60))
@example("=\x00cmd")
@example("12")
@example("TRUE")
def test_any_text_reads_back_as_itself_and_is_no_formula(value: str) -> None:
    cell = one_cell(value)
    assert cell.data_type in ("s", "n")
    assert (cell.value or "") == "\n".join(map(clean, value.splitlines())).strip()


def test_hostile_names_are_text_in_cells_headers_and_names_of_sheets() -> None:
    sheets = tuple(Sheet(name, (Column(name, choices=(name,)),), ((name,),), (name, name)) for name in NAMES)
    workbook = read(Book(NAMES[0], sheets))
    shown = [page for page in workbook.worksheets if page.sheet_state == "visible"]
    assert len(shown) == len(NAMES)
    for page, name in zip(shown, NAMES, strict=True):
        expected = "\n".join(map(clean, name.splitlines()))
        assert [page[cell].value for cell in ("A1", "A2", "A4", "A5")] == [expected] * 4


def test_a_text_is_as_long_as_a_cell_can_hold_and_says_so() -> None:
    assert one_cell("x" * LONGEST).value == "x" * LONGEST
    assert one_cell("x" * (LONGEST + 1)).value == "x" * (LONGEST - 1) + "…"
    wide = one_cell("😀" * LONGEST).value
    assert len(wide.encode("utf-16-le")) // 2 <= LONGEST
    assert wide.endswith("😀…")


def test_names_of_sheets_are_allowed_and_no_two_alike() -> None:
    given_names = ("Seats", "SEATS", "History", "'", "a/b:c*d?e[f]g\\h", "n" * 40, "n" * 40, "😀" * 20, "")
    assert sheet_names(given_names) == (
        *("Seats", "SEATS (2)", "History (2)", "Sheet", "a b c d e f g h", "n" * 31, "n" * 27 + " (2)"),
        *("😀" * 15, "Sheet (2)"),
    )


@given(st.lists(st.text(max_size=40), max_size=8))
def test_any_names_of_sheets_are_allowed(names: list[str]) -> None:
    made = sheet_names(names)
    assert len({name.casefold() for name in made}) == len(names)
    assert all(0 < len(name.encode("utf-16-le")) <= 62 and not set("[]:*?/\\") & set(name) for name in made)
    assert not any(name.startswith("'") or name.endswith("'") for name in made)


def test_a_sheet_of_that_name_leaves_the_choices_theirs() -> None:
    book = Book("T", (Sheet("choices", (Column("A", choices=("x",)),)),))
    assert read(book).sheetnames == ["choices", "Choices (2)"]


def test_the_file_says_what_it_is() -> None:
    known = read(BOOK).properties
    assert (known.title, known.subject, known.creator) == ("Reply sheet", "Questions", "answerable 9.9")
    assert known.created == known.modified == dt.datetime(2003, 11, 21)  # noqa: DTZ001  openpyxl reads it so
    assert known.language == "en-GB"


def test_the_same_book_is_the_same_bytes_and_no_row_is_held_to_its_height() -> None:
    assert len({xlsx(BOOK) for _ in range(3)}) == 1
    with ZipFile(BytesIO(xlsx(BOOK))) as package:
        assert {part.date_time for part in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"customHeight" not in package.read("xl/worksheets/sheet1.xml")


def test_a_row_is_as_high_as_its_longest_text() -> None:
    page = read(Book("T", (Sheet("S", (Column("A", 20), Column("B", 60)), (("word " * 40, "x"), ("x", "x"))),)))["S"]
    assert page.row_dimensions[2].height > 3 * page.row_dimensions[3].height


def test_a_tall_introduction_does_not_take_the_screen() -> None:
    tall = tuple("A sentence that says something. " * 10 for _ in range(5))
    assert read(Book("T", (Sheet("S", (Column("A", 40),), (), tall),)))["S"].freeze_panes is None
