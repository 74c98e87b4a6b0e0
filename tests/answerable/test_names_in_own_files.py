"""No output tells the name of a person who stands in somebody's own spreadsheet where a body might."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from tests.answerable.small_place import Answer
from tests.answerable.test_names_nowhere import parts_of, plain

GROUPS = (
    ("Group", "Chair", "Reports to", "How often, in words"),
    ("Safer Anytown Partnership", "Supt. Ian Quillon (Police)", "", "Quarterly"),
    ("Drugs Sub-group", "Zed Quintrell", "Safer Anytown Partnership", "Monthly"),
    ("Crime Sub-group", "Chief Inspector Quenby", "Supt Quorn", "Monthly"),
    ("Youth Forum", "Director of Public Health, Jane Quince", "", ""),
    ("Fire Forum", "Fire Service (Zog Quarrel)", "", ""),
)
SEATS = (
    ("Who sits", "Group", "Role"),
    ("Mark Quillon (left)", "Drugs Sub-group", "Member"),
    ("Quintrell", "Drugs Sub-group", "Member (deputy: Tom Quince)"),
    ("Councillor Bob Quorn", "Drugs Sub-group", "Vice chair"),
    ("Jo Quenby (until May)", "Crime Sub-group", ""),
    ("Police - Insp Quarrel", "Crime Sub-group", ""),
    ("Anytown Council", "Crime Sub-group", "Member"),
)
TELLTALE = ("quillon", "quintrell", "quenby", "quince", "quorn", "quarrel")


@pytest.fixture(autouse=True)
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for title, rows in (("Groups", GROUPS), ("Seats", SEATS)):
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    book.save("own.xlsx")


@pytest.mark.parametrize(
    ("command", "ending"),
    [
        *(("map", ending) for ending in ("svg", "html")),
        *(("audit", ending) for ending in ("txt", "json", "docx")),
        *(("requests", ending) for ending in ("txt", "docx", "xlsx")),
    ],
)
def test_no_output_tells_a_name(answer: Answer, command: str, ending: str) -> None:
    out = Path(f"out.{ending}")
    options = ("--fail-on", "never") if command == "audit" else ()
    assert answer(command, "own.xlsx", *options, "-o", out)[0] == 0
    told = {word for _, text in parts_of(out.name, out.read_bytes()) for word in TELLTALE if word in plain(text)}
    assert told == set()
