"""The workbook to begin with in LibreOffice: its lists offer names, and what it saves anew is the same structure."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from types import ModuleType

import pytest
from openpyxl import load_workbook

import sample_data
from graphmodel.dates import day
from loaders.structures import load
from loaders.workbook.next_steps import questions
from loaders.workbook.template import blank, filled, with_example
from queries.asking.next_steps import left_open


@pytest.fixture(scope="module")
def copies(office: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every workbook of these tests and, in the folder `again`, as LibreOffice saves it."""
    folder = tmp_path_factory.mktemp("workbooks")
    (folder / "blank.xlsx").write_bytes(blank())
    (folder / "example.xlsx").write_bytes(with_example())
    for name in sample_data.names():
        structure = load(sample_data.path(name)).structure
        (folder / f"{name}.xlsx").write_bytes(
            filled(structure, tuple(questions(structure, left_open(structure, day("2003-11-21")))))
        )
    office.to_xlsx(sorted(folder.glob("*.xlsx")), folder / "again")
    return folder


@pytest.mark.parametrize("name", ["blank", "example", *sample_data.names()])
def test_what_it_saves_anew_is_the_same_structure(copies: Path, name: str) -> None:
    ours, again = load(copies / f"{name}.xlsx"), load(copies / "again" / f"{name}.xlsx")
    assert again.structure == ours.structure
    assert [problem.what for problem in again.problems] == [problem.what for problem in ours.problems]


def test_drop_downs_are_still_there_when_it_saved_them(copies: Path) -> None:
    before, after = (load_workbook(copies / part / "example.xlsx") for part in ("", "again"))
    for page in before.worksheets:
        rules = {str(rule.formula1).lstrip("=") for rule in page.data_validations.dataValidation}
        saved = after[page.title].data_validations.dataValidation
        assert {str(rule.formula1).lstrip("=") for rule in saved} == rules
        assert {rule.errorStyle for rule in saved} <= {"warning"}


def test_lists_offer_the_names_of_their_sheets_and_no_gaps(office: ModuleType, tmp_path: Path) -> None:
    file = tmp_path / "example.xlsx"
    file.write_bytes(with_example())
    book = load_workbook(file)
    book["Groups"]["A5"] = None  # somebody left a gap
    probe = book.create_sheet("Probe", 0)
    offered = [name for name in book.defined_names if name.startswith("names_of_")]
    for row, name in enumerate(offered, start=1):
        for place, formula in enumerate((f"ROWS({name})", f"INDEX({name},1)", f"INDEX({name},ROWS({name}))"), start=2):
            probe.cell(row, place, f"={formula}")
    book.save(file)
    rows = list(csv.reader(io.StringIO(office.to_csv(file, tmp_path)["Probe"])))
    found = {name: tuple(row[1:4]) for name, row in zip(offered, rows, strict=True)}
    first, last = "South Worcestershire Community Safety Partnership", "District area groups"
    assert found["names_of_group"] == ("9", first, last)
    assert found["names_of_body_group"] == ("17", first, "Fire Authority")
    assert found["names_of_group_post"] == ("13", "Elected Members of the district councils", last)
    assert found["names_of_body_group_person_post"][0] == "21"
    assert found["names_of_area"] == ("5", "South Worcestershire", "Worcestershire")
    assert found["names_of_plan"][0] == "1"  # the blank cell: there is no plan
    assert found["names_of_plan"][1] in ("", "0")
