"""A workbook that a busy person filled in goes in as it is: the printed understanding, the map and the marked copy."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from typer.testing import CliRunner

from answerable.cli import app
from loaders.structures import Loaded, load
from tests.golden_file import Golden
from tests.loaders.messy.by_hand import by_hand

NAME = "anytown.xlsx"
Run = Callable[..., str]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.chdir(tmp_path)
    Path(NAME).write_bytes(by_hand())

    def run(*arguments: str, code: int) -> str:
        ran = CliRunner().invoke(app, arguments)
        assert ran.exit_code == code, ran.output
        return ran.output

    return run


@pytest.fixture
def loaded(tmp_path: Path) -> Loaded:
    file = tmp_path / NAME
    file.write_bytes(by_hand())
    return load(file)


def test_what_check_prints_of_it(run: Run, golden: Golden) -> None:
    golden.check("tests/loaders/messy/check.txt", run("check", NAME, code=2))


def test_what_other_commands_print_beside_their_result(run: Run, golden: Golden) -> None:
    golden.check("tests/loaders/messy/beside_the_map.txt", run("map", NAME, "-o", "map.svg", code=0))


def test_the_seats_are_those_of_the_matrix(loaded: Loaded) -> None:
    structure = loaded.structure
    names = {one.id: one.name for one in structure.entities()}
    board = {names[seat.member]: seat.role for seat in structure.seats if names[seat.group] == "Safer Anytown Board"}
    assert board["Police"] == "vice_chair"
    assert board["Community Safety Manager"] == "secretariat"
    assert "Probation Service" not in board
    (police,) = [post for post in structure.posts if post.set]
    assert (police.name, police.count) == ("Police representatives", 2)
    chair = next(seat for seat in structure.seats if names[seat.member] == "Cllr M Hughes")
    assert chair.on_behalf_of is not None
    assert names[chair.on_behalf_of] == "Anytown Council"


def test_groups_of_both_tabs_are_the_same_however_they_are_spelt(loaded: Loaded) -> None:
    groups = [group.name.replace("&", "and") for group in loaded.structure.groups]
    assert groups.count("Health and Wellbeing Board") == groups.count("Drugs and Alcohol Group") == 1


def test_nothing_in_it_is_a_fault(run: Run) -> None:
    assert "Nothing is shown to be out of order" in run("audit", NAME, code=0)


def test_the_map_shows_every_group_and_no_name_of_a_person(run: Run) -> None:
    run("map", NAME, "-o", "map.svg", code=0)
    drawn = Path("map.svg").read_text("utf-8")
    assert all(f">{name}<" in drawn for name in ("Safer Anytown Board", "ASB Tasking Group", "Anytown Council"))
    assert "Hughes" not in drawn


def test_every_problem_with_a_cell_is_marked_there(run: Run, loaded: Loaded) -> None:
    run("check", NAME, "--annotate", "to-check.xlsx", code=2)
    copy = openpyxl.load_workbook(io.BytesIO(Path("to-check.xlsx").read_bytes()))
    assert copy["To check"].max_row == 5 + len(loaded.problems)
    commented = {
        f"{sheet.title}!{cell.coordinate}"
        for sheet in copy
        for row in sheet.iter_rows()
        for cell in row
        if cell.comment
    }
    assert commented == {one.where.in_file for one in loaded.problems if one.where.column is not None}
