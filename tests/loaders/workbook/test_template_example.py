"""The example loads and draws as it comes, and what of it is left in by mistake is told."""

from __future__ import annotations

import io
from pathlib import Path

from openpyxl import Workbook, load_workbook

from loaders.structures import Loaded, load
from loaders.tables.headed.ours import EXAMPLE
from loaders.tables.headings import TITLES
from loaders.workbook.layout import columns_of
from loaders.workbook.template import blank, with_example

UNTOUCHED = "This is the example, South Worcestershire, as it came with the workbook. Write your own rows over it."

LEFT_IN = (
    "of the example, South Worcestershire, with which this workbook began. Write over or delete what is not yours."
)


def example() -> Workbook:
    return load_workbook(io.BytesIO(with_example()))


def saved(book: Workbook, folder: Path) -> Loaded:
    file = folder / "my-area.xlsx"
    book.save(file)
    return load(file)


def told(loaded: Loaded, folder: Path) -> list[str]:
    return [str(problem).removeprefix(f"{folder}/my-area.xlsx").lstrip("!: ") for problem in loaded.problems]


def emptied(book: Workbook, *but: str) -> Workbook:
    """Take the rows out of all sheets but these."""
    for table, title in TITLES.items():
        if title in book.sheetnames and title not in but:
            page = book[title]
            if table == "about":
                for row in range(2, page.max_row + 1):
                    page.cell(row, 2).value = None
            else:
                page.delete_rows(2, page.max_row)
    return book


def test_untouched_it_loads_and_says_that_it_is_the_example(tmp_path: Path) -> None:
    loaded = saved(example(), tmp_path)
    assert told(loaded, tmp_path) == [UNTOUCHED]
    assert loaded.is_whole
    structure = loaded.structure
    assert structure.title == "South Worcestershire Safer Communities Partnership"
    dag = next(group.id for group in structure.groups if group.name == "South Worcestershire Drug and Alcohol Group")
    known = {entity.id: entity.name for entity in structure.entities()}
    assert {(line.kind.value, known[line.to]) for line in structure.lines if line.from_ == dag} == {
        ("reports_to", "South Worcestershire Community Safety Partnership"),
        ("reports_to", "Worcestershire SMAT"),
    }
    assert [known[seat.member] for seat in structure.seats if seat.group == dag] == ["SMAT co-ordinator"]
    assert [known[link.start] for link in structure.links if link.TYPE == "governed_by"][-1].endswith("Partnership")


def test_nothing_of_it_stands_in_a_folded_column() -> None:
    book = example()
    for table, title in TITLES.items():
        if title in book.sheetnames:
            for place, one in enumerate(columns_of(table), start=1):
                cells = [book[title].cell(row, place).value for row in range(2, book[title].max_row + 1)]
                assert not one.folded or cells == [None] * len(cells)


def test_rows_left_in_beside_ones_own_are_named(tmp_path: Path) -> None:
    book = emptied(example(), "Bodies")
    book["Bodies"]["A2"], book["Bodies"]["B2"] = "Torbay Council", "unitary council"
    book["Bodies"].delete_rows(7)
    assert told(saved(book, tmp_path), tmp_path) == [f"Bodies row 3: Rows 3 to 8 are still rows {LEFT_IN}"]


def test_a_single_row_is_named_as_one(tmp_path: Path) -> None:
    book = emptied(example())
    book["Groups"]["A2"], book["Groups"]["B2"] = "Torbay Partnership", "partnership"
    book["Groups"]["A3"], book["Groups"]["B3"] = "worcestershire  SMAT", "partnership"
    assert told(saved(book, tmp_path), tmp_path) == [f"Groups row 3: Row 3 is still a row {LEFT_IN}"]


def test_what_any_area_may_have_is_no_row_of_the_example(tmp_path: Path) -> None:
    book = emptied(example())
    book["Bodies"]["A2"], book["Bodies"]["B2"] = "Probation", "probation service"
    book["Groups"]["A2"], book["Groups"]["B2"] = "Strategic Group", "group"
    assert told(saved(book, tmp_path), tmp_path) == []


def test_a_workbook_that_did_not_begin_with_the_example_may_be_of_that_place(tmp_path: Path) -> None:
    book = load_workbook(io.BytesIO(blank()))
    book["Groups"]["A2"], book["Groups"]["B2"] = "Worcestershire SMAT", "partnership"
    assert EXAMPLE not in [cell.value for cell in book["Lists"][1]]
    assert told(saved(book, tmp_path), tmp_path) == []
