"""However a table is damaged, no fault comes of it that was not there: what is lost or unclear is never held against.

The file declares its lists complete, the one thing that lets a silence become a fault.
"""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphmodel.evidence import What
from graphmodel.structure import Structure
from loaders.csv_folder import folder_files
from loaders.problems import LoadError
from loaders.structures import load, load_text
from tests.asked import report_of, statuses

GOOD = """
schema: 1
id: anytown
title: Anytown
as_of: "2024-05-01"
bodies:
  - {id: council, kind: unitary_council, name: Anytown Council}
  - {id: police, kind: police_force, name: Anytown Police}
groups:
  - {id: csp, kind: partnership, name: Community Safety Partnership, tier: strategic}
  - {id: drugs, kind: group, name: Drugs Group, tier: operational}
posts:
  - {id: director, name: Director of Public Health}
plans:
  - {id: plan, kind: strategy, name: Safety strategy}
milestones:
  - {id: step, name: First step, plan: plan, due: "2024-12"}
documents:
  - {id: csp-terms, kind: terms_of_reference, name: CSP terms, status: agreed, approved_on: "2023", approved_by: csp}
  - {id: drugs-terms, kind: terms_of_reference, name: Drugs terms, status: agreed, approved_by: csp}
seats:
  - {member: council, group: csp, role: chair}
  - {member: police, group: csp, role: vice_chair}
  - {member: director, group: drugs, role: chair}
lines:
  - {from: csp, to: council, kind: accountable_to, frequency: yearly}
  - {from: drugs, to: csp, kind: reports_to, frequency: quarterly}
links:
  - {type: governed_by, group: csp, document: csp-terms}
  - {type: governed_by, group: drugs, document: drugs-terms}
  - {type: owns, group: csp, plan: plan}
  - {type: monitors, group: csp, plan: plan}
"""
STRUCTURE = load_text(GOOD + "completeness: [" + ", ".join(f"{{of: {what}}}" for what in What) + "]").structure
FILES = dict(folder_files(STRUCTURE))
ODD = (
    "#REF!", "TBC", "-", "n/a", "none", "see note", "vacant", "?", "zzz", "0", "csp.0", "Com Safety P'ship",
    "01/02/03", "Chair until June", "terms_of_referencez", "council; zzz",
)  # fmt: skip
DENIALS = {"none"}  # nor is a whole year among these: it is what the file says, and may be too long ago
"""What says that there is none: that is evidence, and may well be held against."""


def faults(structure: Structure) -> set[str]:
    return {name for name, status in statuses(report_of(structure)).items() if status == "fail"}


BEFORE = faults(STRUCTURE)


def after(folder: Path, files: dict[str, str | None]) -> set[str]:
    for file in folder.glob("*"):
        file.unlink()
    for name, text in {**FILES, **files}.items():
        if text is not None:
            (folder / name).write_bytes(text.encode())
    try:
        return faults(load(folder).structure)
    except LoadError:
        return set()


def cells(name: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(FILES[name], newline="")))


def as_text(rows: list[list[str]]) -> str:
    text = io.StringIO(newline="")
    csv.writer(text).writerows(rows)
    return text.getvalue()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("damaged")


TABLES = [
    name for name in FILES if name not in ("about.csv", "completeness.csv", "silences.csv") and len(cells(name)) > 1
]


def test_the_tables_say_what_the_document_says(tmp_path: Path) -> None:
    assert after(tmp_path, {}) == BEFORE
    assert BEFORE


@pytest.mark.parametrize("name", TABLES)
def test_a_table_that_is_gone_or_empty(tmp_path: Path, name: str) -> None:
    assert after(tmp_path, {name: None}) <= BEFORE
    assert after(tmp_path, {name: ""}) <= BEFORE


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize("heading", ["", "Position as held", "xx"])
def test_a_heading_that_is_gone_or_another(tmp_path: Path, name: str, heading: str) -> None:
    used = [column for column in range(len(cells(name)[0])) if any(row[column] for row in cells(name)[1:])]
    for column in used:
        rows = cells(name)
        rows[0][column] = heading
        assert after(tmp_path, {name: as_text(rows)}) <= BEFORE, cells(name)[0][column]


@pytest.mark.parametrize("name", TABLES)
def test_a_table_cut_short_within_a_row(tmp_path: Path, name: str) -> None:
    whole = FILES[name].rstrip()
    assert after(tmp_path, {name: whole[: whole.rindex(",", 0, len(whole) - 12)]}) <= BEFORE


@settings(deadline=None)
@given(data=st.data())
def test_any_cell_that_says_something_odd(folder: Path, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(TABLES))
    rows = cells(name)
    row = data.draw(st.integers(1, len(rows) - 1))
    column = data.draw(st.sampled_from([place for place, cell in enumerate(rows[row]) if cell]))
    is_id = rows[0][column] == "id"  # under another id it would be another thing, with the faults that it has already
    odd = data.draw(st.sampled_from([word for word in ODD if word not in DENIALS and not (is_id and word != "#REF!")]))
    rows[row][column] = odd
    assert after(folder, {name: as_text(rows)}) <= BEFORE, (name, row, rows[0][column], odd)


def test_what_is_left_out_on_purpose_is_still_a_fault(tmp_path: Path) -> None:
    """The other half: a table in good order that lists less than there should be is held to what it declares."""
    without_seats = after(tmp_path, {"seats.csv": as_text(cells("seats.csv")[:1])})
    assert {"ACC-11 csp (chair)", "ACC-11 drugs (chair)"} <= without_seats - BEFORE
