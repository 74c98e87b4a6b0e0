"""A membership matrix on the command line: every command for a first picture takes it, and none shows names."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.structures import load
from tests.answerable.conftest import Answer

PLAIN = ",Alpha,Beta\nOne,X,\nTwo,C (J. Smith),X\n"


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("grid.csv").write_text(PLAIN.replace("C (J. Smith)", "X"), encoding="utf-8")
    Path("area.csv").write_text(PLAIN, encoding="utf-8")


def test_a_sheet_that_says_little_is_a_matrix_for_who_says_so(answer: Answer) -> None:
    words = "grid.csv A1:C3 was read as a membership matrix"
    assert words not in answer("check", "grid.csv").out
    told = answer("check", "--matrix", "grid.csv")
    assert (told.code, words in told.out) == (0, True)
    assert answer("new", "--matrix", "--from", "grid.csv", "out.xlsx").code == 0
    assert load("out.xlsx").structure.seats == load("grid.csv", matrix=True).structure.seats
    report = answer("audit", "--matrix", "--format", "json", "grid.csv").out
    assert "alpha" in report
    assert "alpha" not in answer("audit", "--format", "json", "grid.csv").out


def test_its_map_shows_for_whom_a_person_sits_and_no_name(answer: Answer) -> None:
    assert answer("map", "area.csv", "-o", "map.svg", "-o", "map.html").code == 0
    pages = [Path(name).read_text("utf-8") for name in ("map.svg", "map.html")]
    assert all("name not shown" in page and "Alpha" in page and "Smith" not in page for page in pages)
    assert answer("map", "--names", "area.csv", "-o", "named.html").code == 0
    assert "J. Smith, for Two" in Path("named.html").read_text("utf-8")
