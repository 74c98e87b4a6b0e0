"""The copy of a workbook with remarks: what is marked, what is said, and that all else stays as it was."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest
from openpyxl.chart import BarChart
from openpyxl.comments import Comment
from openpyxl.drawing.image import Image
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.datavalidation import DataValidation
from PIL import Image as Pillow

from graphmodel.place import Location, Problem
from loaders.problems import LoadError
from loaders.structures import load
from loaders.workbook.annotate import AUTHOR, annotated
from loaders.workbook.marks import REMARK, TO_PUT_RIGHT
from loaders.workbook.places import Places
from tests.loaders.workbook.packed import xlsx

if TYPE_CHECKING:
    from collections.abc import Iterator

    from openpyxl.workbook.workbook import Workbook

TOLD = "`forse` is not a kind of body."
DO = "Did you mean `police_force`?"
WRONG = "“forse” is not a kind of body."
REMEDY = "Did you mean “police_force”?"
"""The same as a workbook says it."""
FAR = xlsx('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')
LAUGHS = xlsx('<row r="1"><c r="A1" t="str"><v>&l;</v></c></row>', before='<!DOCTYPE x [<!ENTITY l "lol">]>')


@pytest.fixture
def area(tmp_path: Path) -> Path:
    """A workbook with a formula, a format, a comment, merged cells, a drop-down and a sheet of something else."""
    book = openpyxl.Workbook()
    bodies = book.active
    assert bodies is not None
    bodies.title = "Bodies"
    for row in (["The bodies"], ["Name", "Kind", "Sector"], ["Police", "forse", "=1+1"], ["Council", "'=x", None]):
        bodies.append(row)
    bodies.merge_cells("A1:C1")
    bodies["A1"].font = Font(size=16, bold=True)
    bodies["A4"].fill = PatternFill("solid", start_color="CCE5FF")
    bodies["A3"].comment = Comment("Ask Jo", "Jo Penn")
    bodies.column_dimensions["A"].width = 31
    bodies.add_data_validation(DataValidation("list", formula1='"a,b"', sqref="B3:B9"))
    other = book.create_sheet("My notes")
    other["B2"] = "kept"
    file = tmp_path / "area.xlsx"
    book.save(file)
    return file


def problem(file: Path, sheet: str | None, row: int | None, column: int | None, *, warning: bool = False) -> Problem:
    where = Location(str(file), sheet=sheet, row=row, column=column)
    return Problem(where, TOLD, DO, warning=warning)


def copy_of(file: Path, *problems: Problem, head: tuple[str, ...] = ()) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(annotated(file, problems, head).content))


def parts(content: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return {name: packed.read(name).decode("utf-8", "replace") for name in packed.namelist()}


def test_the_cell_is_marked_and_commented_and_all_else_stays(area: Path) -> None:
    before = area.read_bytes()
    book = copy_of(area, problem(area, "Bodies", 3, 2))
    assert area.read_bytes() == before
    assert book.sheetnames == ["To check", "Bodies", "My notes"]
    sheet = book["Bodies"]
    cell = sheet["B3"]
    assert (cell.value, cell.fill.start_color.rgb) == ("forse", f"00{TO_PUT_RIGHT.fill}")
    assert cell.border.top.style == "thick"
    assert cell.comment.text == f"To put right. {WRONG} {REMEDY}"
    assert cell.comment.author == AUTHOR
    assert sheet["C3"].value == "=1+1"
    assert sheet["A1"].font.size == 16
    assert str(sheet.merged_cells) == "A1:C1"
    assert sheet.column_dimensions["A"].width == 31
    assert sheet["A4"].fill.start_color.rgb == "00CCE5FF"
    assert [str(one.sqref) for one in sheet.data_validations.dataValidation] == ["B3:B9"]
    assert book["My notes"]["B2"].value == "kept"


def test_a_remark_has_another_colour_and_another_frame(area: Path) -> None:
    cell = copy_of(area, problem(area, "Bodies", 3, 2, warning=True))["Bodies"]["B3"]
    assert (cell.fill.start_color.rgb, cell.border.left.style) == (f"00{REMARK.fill}", "dashed")
    assert cell.comment.text.startswith("Read with a remark. ")


def test_the_worse_of_two_problems_of_a_cell_shows_and_both_are_said(area: Path) -> None:
    both = problem(area, "Bodies", 3, 2, warning=True), problem(area, "Bodies", 3, 2)
    cell = copy_of(area, *both)["Bodies"]["B3"]
    assert cell.fill.start_color.rgb == f"00{TO_PUT_RIGHT.fill}"
    assert cell.comment.text.split("\n\n") == [
        f"Read with a remark. {WRONG} {REMEDY}",
        f"To put right. {WRONG} {REMEDY}",
    ]


def test_what_somebody_said_before_stays(area: Path) -> None:
    comment = copy_of(area, problem(area, "Bodies", 3, 1))["Bodies"]["A3"].comment
    assert comment.text == f"Ask Jo\n\nanswerable: To put right. {WRONG} {REMEDY}"
    assert comment.author == "Jo Penn"


@pytest.mark.parametrize(
    ("row", "column", "marked"),
    [(None, None, "A1"), (3, None, "A3"), (1, 3, "A1"), (9, 2, "B9"), (9, None, "A9")],
)
def test_whatever_a_problem_is_about_some_cell_shows_it(
    area: Path, row: int | None, column: int | None, marked: str
) -> None:
    book = copy_of(area, problem(area, "Bodies", row, column))
    assert book["Bodies"][marked].comment.text.endswith(REMEDY)
    link = book["To check"]["A4"]
    assert link.hyperlink.location == f"'Bodies'!{marked}"


def test_the_first_sheet_lists_every_problem_with_a_link(area: Path) -> None:
    told = problem(area, None, None, None, warning=True), problem(area, "Bodies", 3, 2)
    book = copy_of(area, *told, head=("2 things.",))
    rows = [[cell.value for cell in row] for row in book["To check"].iter_rows()]
    assert rows == [
        ["To check", None, None, None],
        ["2 things.", None, None, None],
        [None, None, None, None],
        ["Where", "What became of it", "What there is to say", "What to do"],
        ["area.xlsx", "Read with a remark", WRONG, REMEDY],
        ["Bodies!B3", "To put right", WRONG, REMEDY],
    ]
    assert book["To check"]["A5"].hyperlink is None
    assert book.active is book["To check"]
    assert [sheet.sheet_view.tabSelected for sheet in book.worksheets] == [True, False, False]


def test_no_text_becomes_a_formula(area: Path) -> None:
    where = Location(str(area), sheet="Bodies", row=3, column=2)
    book = copy_of(area, Problem(where, '=HYPERLINK("x")', "@SUM(1)\x00"), head=("=2+2",))
    sheet = book["To check"]
    for place, text in (("A2", "=2+2"), ("C5", '=HYPERLINK("x")'), ("D5", "@SUM(1)")):
        assert (sheet[place].value, sheet[place].data_type, sheet[place].quotePrefix) == (text, "s", True)


def test_a_copy_that_is_checked_again_loses_its_old_marks(area: Path, tmp_path: Path) -> None:
    again = tmp_path / "again.xlsx"
    again.write_bytes(annotated(area, [problem(area, "Bodies", 3, 2)]).content)
    book = copy_of(again, problem(again, "Bodies", 4, 2))
    assert book.sheetnames == ["To check", "Bodies", "My notes"]
    assert book["Bodies"]["B3"].comment is None
    assert book["Bodies"]["B3"].fill.fill_type is None
    assert book["Bodies"]["B4"].comment is not None


def test_the_list_is_no_table_when_the_copy_is_read(area: Path, tmp_path: Path) -> None:
    again = tmp_path / "again.xlsx"
    again.write_bytes(annotated(area, [problem(area, "Bodies", 3, 2)]).content)
    assert not [one for one in load(again).problems if one.where.sheet == "To check"]


def test_what_is_not_kept_is_told(area: Path, tmp_path: Path) -> None:
    assert annotated(area, []).remarks == ()
    book = openpyxl.load_workbook(area)
    notes = book.worksheets[1]
    notes.add_chart(BarChart(), "A1")
    charted = tmp_path / "charted.xlsx"
    book.save(charted)
    copy = annotated(charted, [])
    assert copy.remarks == ("The copy does not keep some of how charts look.",)
    first = openpyxl.load_workbook(io.BytesIO(copy.content))["To check"]
    assert first["A2"].value == copy.remarks[0]


def test_pictures_stay(area: Path) -> None:
    dot = io.BytesIO()
    Pillow.new("RGB", (4, 4), "red").save(dot, "png")
    book = openpyxl.load_workbook(area)
    notes = book.worksheets[1]
    notes.add_image(Image(dot), "C3")
    book.save(area)
    assert sum("media" in name for name in parts(annotated(area, []).content)) == 1


def test_text_files_become_a_workbook_with_a_sheet_a_file(tmp_path: Path) -> None:
    (tmp_path / "bodies.csv").write_text("name,kind\n=1+1,forse\n", "utf-8")
    (tmp_path / "groups.csv").write_text("name,kind\nBoard,board\n", "utf-8")
    where = Location(str(tmp_path / "bodies.csv"), row=2, column=2)
    book = copy_of(tmp_path, Problem(where, TOLD, DO))
    assert book.sheetnames == ["To check", "bodies", "groups"]
    assert (book["bodies"]["A2"].value, book["bodies"]["A2"].data_type) == ("=1+1", "s")
    assert book["bodies"]["B2"].comment.text.startswith("To put right.")
    alone = copy_of(tmp_path / "bodies.csv", Problem(where, TOLD, DO))
    assert alone.sheetnames == ["To check", "bodies"]


def test_comments_have_room_for_their_text(area: Path) -> None:
    where = Location(str(area), sheet="Bodies", row=3, column=2)
    boxes = [parts(annotated(area, [Problem(where, "A word. " * times)]).content) for times in (1, 60)]
    heights = [
        max(
            float(height)
            for name in box
            if name.endswith(".vml")
            for height in re.findall(r"height:([\d.]+)", box[name])
        )
        for box in boxes
    ]
    assert heights[0] < heights[1] / 4


def test_cells_of_which_the_same_is_said_are_marked_too(area: Path) -> None:
    where = Location(str(area), sheet="Bodies", row=3, column=2)
    what = "`TBC` says nothing. The same in A4 and B4 (`C4`)."
    sheet = copy_of(area, Problem(where, what, warning=True))["Bodies"]
    marked = {cell.coordinate for row in sheet.iter_rows() for cell in row if cell.border.left.style == "dashed"}
    assert marked == {"B3", "A4", "B4"}


def test_what_is_cut_from_a_text_cannot_make_a_formula_of_the_rest(tmp_path: Path) -> None:
    file = tmp_path / "bodies.csv"
    file.write_text('name,kind,note\n"\t=cmd","\x01@x","one\ttwo\u00a0three"\n', "utf-8")
    sheet = copy_of(file)["bodies"]
    assert [(cell.data_type, cell.quotePrefix) for cell in sheet[2]] == [("s", True), ("s", True), ("s", False)]
    assert str(sheet["A2"].value).strip() == "=cmd"
    assert sheet["C2"].value == "one two three"


@pytest.mark.parametrize(("bad", "told"), [(FAR, "row 1048576, column 16384"), (LAUGHS, "declares entities")])
def test_a_copy_is_made_of_what_was_looked_through(tmp_path: Path, bad: bytes, told: str) -> None:
    file = tmp_path / "bad.xlsx"
    file.write_bytes(bad)
    with pytest.raises(LoadError, match=told):
        annotated(file, [])


class Counting(dict[tuple[int, int], Any]):
    """The cells of a sheet, which counts how often somebody goes through all of them."""

    times = 0

    def __iter__(self) -> Iterator[tuple[int, int]]:
        self.times += 1
        return super().__iter__()

    def values(self) -> Any:
        self.times += 1
        return super().values()


def test_a_sheet_is_gone_through_once_however_much_there_is_to_say() -> None:
    sheet = openpyxl.Workbook().worksheets[0]
    for row in range(1, 30):
        sheet.cell(row, 2, "x")
    sheet.merge_cells("C3:D9")
    sheet._cells = Counting(sheet._cells)
    places = Places(sheet)
    found = [places.first(row) for row in (None, *range(1, 40))]
    assert [cell.coordinate for cell in found if cell] == [
        "B1",
        *(f"B{row}" for row in range(1, 30)),
        *(f"A{row}" for row in range(30, 40)),
    ]
    behind = [places.top_left(row, 4) for row in range(3, 10)]
    assert [cell.coordinate for cell in behind if cell] == ["C3"] * 7
    assert sheet._cells.times == 1
