"""Workbooks to begin with: what stands in them, how it is shown, and that it comes back."""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from graphmodel.dates import Day, day
from graphmodel.structure import Structure
from loaders.csv_folder import folder_files
from loaders.problems import SaveError
from loaders.structures import Loaded, load, load_text
from loaders.tables.columns import CLAIMS, ORIGINALS, TABLES
from loaders.tables.headings import TITLES
from loaders.tables.shortcuts import SHORTCUTS
from loaders.workbook.layout import ORDER, columns_of
from loaders.workbook.next_steps import questions
from loaders.workbook.template import blank, filled, with_example
from loaders.workbook.writing import workbook
from queries.asking.next_steps import left_open
from sample_data import names, path

if TYPE_CHECKING:
    from openpyxl import Workbook

ALWAYS_THERE = [
    "About", "Bodies", "Groups", "Posts", "People", "Seats", "Lines", "Documents", "Plans", "Milestones", "Funds",
    "Links", "Areas", "Events", "Sources", "Completeness",
]  # fmt: skip
AREA = """\
schema: 1
id: area
title: An area
groups:
  - {id: csp, kind: partnership, name: The partnership, per_year: 4}
  - {id: dag, kind: group, name: The drugs group}
  - {id: old, kind: group, name: The old group, valid_to: "2019"}
  - {id: team, kind: team, name: The staff}
  - id: lone
    kind: board
    name: The lone board
    rhythm: each quarter
    claims:
      - {property: line, evidence: {modality: denied}}
      - {property: chair, evidence: {modality: denied}}
posts:
  - {id: head, name: The head}
documents:
  - {id: tor, kind: terms_of_reference, name: The terms}
seats:
  - {member: head, group: csp, role: chair}
lines:
  - {kind: reports_to, from: dag, to: csp}
links:
  - {type: governed_by, group: csp, document: tor}
"""
ON = day("2026-01-01")


def opened(content: bytes) -> Workbook:
    return load_workbook(io.BytesIO(content))


def area() -> Structure:
    return load_text(AREA).structure


def filled_in(structure: Structure, on: Day = ON) -> bytes:
    return filled(structure, tuple(questions(structure, left_open(structure, on))))


def read_back(content: bytes, folder: Path) -> Loaded:
    file = folder / "area.xlsx"
    file.write_bytes(content)
    return load(file)


def test_the_blank_one_has_every_sheet_and_no_row() -> None:
    book = opened(blank())
    assert book.sheetnames == ["Read me", *ALWAYS_THERE, "Lists"]
    assert book["Lists"].sheet_state == "hidden"
    for title in ALWAYS_THERE[1:]:
        assert [cell.value for row in book[title].iter_rows(min_row=2) for cell in row if cell.value is not None] == []


def test_the_blank_one_loads_without_a_word(tmp_path: Path) -> None:
    loaded = read_back(blank(), tmp_path)
    assert (loaded.structure, loaded.problems) == (Structure(id="area", title="Area"), ())


def test_every_column_of_the_model_stands_somewhere() -> None:
    assert set(ORDER) == {"about", *TABLES}
    for table in TABLES:
        wanted = [column.field for column in (*TABLES[table].columns, *SHORTCUTS.get(table, ()))]
        assert sorted(one.column.field for one in columns_of(table)) == sorted(wanted)
        in_front = {one.column.field for one in columns_of(table) if not one.folded}
        assert {one.field for one in TABLES[table].columns if one.required and one.field != "id"} <= in_front


@pytest.mark.parametrize("table", TABLES)
def test_headings_stay_in_sight_and_say_what_they_are_for(table: str) -> None:
    page = opened(with_every_sheet())[TITLES[table]]
    assert page.freeze_panes == "B2"
    assert page.auto_filter.ref.startswith("A1:")
    for cell, one in zip(page[1], columns_of(table), strict=True):
        assert cell.font.bold
        assert cell.value == one.heading
        assert (str(cell.value)[-2:] == " *") == (one.column.required and one.column.field != "id")
        assert bool(cell.comment) == bool(one.column.help)
        assert not cell.comment or not {"id", "ids", "true", "false"} & set(cell.comment.text.replace(".", " ").split())
        shown = page.column_dimensions[cell.column_letter]
        assert (shown.hidden, shown.outlineLevel) == ((True, 1) if one.folded else (False, 0))


@cache
def with_every_sheet() -> bytes:
    return workbook(load(path("south_worcestershire")).structure)


@pytest.mark.parametrize("sample", names())
def test_filling_keeps_everything(sample: str, tmp_path: Path) -> None:
    structure = load(path(sample)).structure
    assert read_back(filled_in(structure), tmp_path).structure == structure


def test_the_same_structure_is_the_same_bytes() -> None:
    assert filled_in(area()) == filled_in(area())
    assert with_example() == with_example()


def test_it_says_who_made_it_and_nothing_of_when() -> None:
    known = opened(workbook(load(path("torbay")).structure)).properties
    assert (known.creator, str(known.created), str(known.modified)) == (
        "answerable",
        "2003-11-21 00:00:00",
        "2003-11-21 00:00:00",
    )


def test_sheets_that_few_need_are_there_only_with_something_in_them() -> None:
    assert not {"Silences", "Claims", "Originals"} & set(opened(blank()).sheetnames)
    titles = opened(with_every_sheet()).sheetnames
    assert titles[1:-1] == [TITLES[table] for table in ORDER]
    assert {TITLES["silences"], TITLES[CLAIMS], TITLES[ORIGINALS]} <= set(titles)


def asked(structure: Structure, on: Day = ON) -> list[tuple[object, object, object]]:
    page = opened(filled_in(structure, on))["Next"]
    return [tuple(cell.value for cell in row) for row in page.iter_rows(min_row=5, max_col=3)]  # type: ignore[misc]  # three cells


def test_the_blank_cells_that_matter_next_are_listed_group_by_group() -> None:
    assert asked(area()) == [
        ("The partnership", "To whom does it answer?", "C2"),
        ("The drugs group", "Has it terms of reference: agreed, a draft, in development, or none?", "E3"),
        (None, "Who chairs it?", "F3"),
        (None, "How often does it meet?", "G3"),
        ("The lone board", "Has it terms of reference: agreed, a draft, in development, or none?", "E6"),
    ]


def test_a_group_is_asked_about_while_it_is_there() -> None:
    assert "The old group" in [row[0] for row in asked(area(), day("2018-01-01"))]


def test_only_those_cells_are_framed() -> None:
    page = opened(filled_in(area()))["Groups"]
    framed = [
        cell.coordinate for row in page.iter_rows() for cell in row if cell.border.left and cell.border.left.style
    ]
    assert framed == ["C2", "E3", "F3", "G3", "E6"]


def test_the_list_leads_to_the_cells() -> None:
    page = opened(filled_in(area()))["Next"]
    links = [link for row in range(5, 10) if (link := page.cell(row, 3).hyperlink)]
    assert [link.location for link in links] == [f"'Groups'!{cell}" for cell in ("C2", "E3", "F3", "G3", "E6")]


def test_where_all_is_known_nothing_is_asked() -> None:
    assert "Next" not in opened(filled_in(Structure(id="a", title="A"))).sheetnames


def test_what_looks_like_a_formula_or_a_fault_is_text() -> None:
    groups = "".join(
        f"  - {{id: g{n}, kind: group, name: {name!r}}}\n" for n, name in enumerate(("=1+1", "#REF!", "@SUM(A1)"))
    )
    page = opened(workbook(load_text(f"schema: 1\nid: a\ntitle: A\ngroups:\n{groups}").structure))["Groups"]
    names_there = [page.cell(row, 1) for row in (2, 3, 4)]
    assert [cell.data_type for cell in names_there] == ["s", "s", "s"]
    assert [str(cell.value).strip('"') for cell in names_there] == ["=1+1", "#REF!", "@SUM(A1)"]
    assert not [cell.value for cell in names_there if str(cell.value)[0] in "=@"]


@pytest.mark.parametrize("name", ['=HYPERLINK("http://x","y")', "@SUM(A1)", "+1", "-1", "＝1", "#REF!", "#N/A"])
def test_no_name_is_a_formula_on_the_page_of_what_is_next(name: str) -> None:
    """There it stands as it is, and is no formula when the cell is edited or the page saved as CSV."""
    structure = load_text(
        f"schema: 1\nid: a\ntitle: A\ngroups:\n  - {{id: g, kind: group, name: '{name}'}}\n"
    ).structure
    cell = opened(filled_in(structure))["Next"]["A5"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == (name, "s", not name.startswith("#"))


def test_a_number_below_nought_is_written_as_it_is() -> None:
    """A sign and figures are no formula: whoever edits the cell, or opens the CSV file, gets the same number."""
    group = "{id: g, kind: group, name: G, claims: [{property: per_year, value: -4}]}"
    structure = load_text(f"schema: 1\nid: a\ntitle: A\ngroups:\n  - {group}\n").structure
    assert str(opened(workbook(structure))["Claims"]["C2"].value) == "-4"
    assert "g,per_year,-4," in dict(folder_files(structure))["claims.csv"]


def test_a_text_that_no_cell_can_hold_is_refused_by_name() -> None:
    text = "𝄞" * 16384  # two units each
    structure = area().model_copy(update={"groups": (area().groups[0].model_copy(update={"purpose": text}),)})
    with pytest.raises(SaveError) as caught:
        workbook(structure)
    assert str(caught.value) == (
        "workbook!Groups row 2: `Purpose` of `The partnership` is longer than the 32,767 letters that a cell can hold. "
        "Shorten it, or write YAML or JSON."
    )
    shorter = structure.groups[0].model_copy(update={"purpose": text[:-1]})
    assert workbook(structure.model_copy(update={"groups": (shorter,)}))
