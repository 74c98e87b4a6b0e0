"""`answerable new`: the workbook to begin with, and what is said when it is made."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook

import sample_data
from loaders.structures import load
from loaders.workbook.template import blank, with_example

Answer = Callable[..., tuple[int, str, str]]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_it_makes_the_example_and_says_what_to_do(answer: Answer, here: Path) -> None:
    assert answer("new", "my area.xlsx") == (
        0,
        "",
        'Written: my area.xlsx\nIt holds an example to write over. See it drawn: answerable map "my area.xlsx"\n',
    )
    assert (here / "my area.xlsx").read_bytes() == with_example()


def test_without_a_name_it_is_my_area(answer: Answer, here: Path) -> None:
    assert answer("new")[0] == 0
    assert [file.name for file in here.iterdir()] == ["my-area.xlsx"]


def test_the_example_is_drawn_as_it_comes(answer: Answer, here: Path) -> None:
    answer("new")
    code, out, err = answer("map", "my-area.xlsx", "-o", "map.svg")
    assert (code, out) == (0, "")
    assert "`answerable check my-area.xlsx` says how." in err
    assert "This is the example, South Worcestershire" in " ".join(answer("check", "my-area.xlsx")[1].split())
    picture = (here / "map.svg").read_text("utf-8")
    assert all(
        words in picture for words in ("South Worcestershire Safer Communities Partnership", "chairs", "reports to")
    )


def test_a_blank_one(answer: Answer, here: Path) -> None:
    assert answer("new", "--blank", "a.xlsx") == (
        0,
        "",
        "Written: a.xlsx\nFill in the sheets Bodies and Groups, then: answerable check a.xlsx\n",
    )
    assert (here / "a.xlsx").read_bytes() == blank()


def test_a_file_that_is_there_stays(answer: Answer, here: Path) -> None:
    (here / "a.xlsx").write_text("mine")
    assert answer("new", "a.xlsx") == (
        2,
        "",
        "answerable: a.xlsx: This file is there already. Choose another name, or write over it with --force.\n",
    )
    assert (here / "a.xlsx").read_text() == "mine"
    assert answer("new", "a.xlsx", "--force")[0] == 0
    assert (here / "a.xlsx").read_bytes() == with_example()


def test_all_that_is_wrong_is_told_at_once(answer: Answer, here: Path) -> None:
    (here / "a.yaml").write_text(sample_data.path("torbay").read_text("utf-8"), "utf-8")
    code, out, err = answer("new", "nowhere/a.ods", "--blank", "--from", "a.yaml")
    assert (code, out) == (2, "")
    assert err.splitlines() == [
        "answerable: 3 things are wrong.",
        "A workbook is either blank or filled --from a file. Leave out one of the two.",
        "nowhere/a.ods: This is no name of a workbook. Let it end in .xlsx.",
        f"nowhere/a.ods: There is no folder `{here / 'nowhere'}`. Make it first.",
    ]


def test_what_is_read_is_never_written_over(answer: Answer, here: Path) -> None:
    answer("new", "a.xlsx")
    before = (here / "a.xlsx").read_bytes()
    code, _, err = answer("new", "--from", "a.xlsx", "a.xlsx", "--force")
    assert (code, "is the file that is read" in err) == (2, True)
    assert (here / "a.xlsx").read_bytes() == before


@pytest.mark.usefixtures("here")
def test_it_is_filled_from_what_there_is(answer: Answer) -> None:
    given = sample_data.path("torbay")
    code, out, err = answer("new", "--from", given, "t.xlsx")
    assert (code, out) == (0, "")
    assert err.splitlines() == [
        "Written: t.xlsx",
        "Next: 12 cells of 3 groups to fill in, marked on the sheet Groups and listed on the sheet Next.",
    ]
    assert load("t.xlsx").structure == load(given).structure
    assert load_workbook("t.xlsx").sheetnames[:3] == ["Read me", "Next", "About"]


def test_where_all_is_known_it_says_so(answer: Answer, here: Path) -> None:
    (here / "a.yaml").write_text(
        "schema: 1\nid: a\ntitle: A\ngroups:\n  - {id: b, kind: board, name: B, valid_to: 2001}\n", "utf-8"
    )
    assert answer("new", "--from", "a.yaml", "a.xlsx")[2] == (
        "Written: a.xlsx\n"
        "Next: to whom each group answers, its terms of reference, its chair and how often it meets are known.\n"
    )


@pytest.mark.usefixtures("here")
def test_what_was_understood_is_told_before(answer: Answer) -> None:
    answer("new", "a.xlsx")
    page = load_workbook("a.xlsx")
    page["Groups"]["B2"] = "no such kind"
    page.save("b.xlsx")
    code, _, err = answer("new", "--from", "b.xlsx", "c.xlsx")
    assert code == 0
    assert 0 < err.index("`answerable check b.xlsx` says how.") < err.index("Written: c.xlsx")
    assert "no such kind" in answer("check", "b.xlsx")[1]


def test_what_cannot_be_read_makes_nothing(answer: Answer, here: Path) -> None:
    code, out, err = answer("new", "--from", "nothing.yaml", "a.xlsx")
    assert (code, out, "nothing.yaml" in err) == (2, "", True)
    assert not (here / "a.xlsx").exists()


def test_a_text_that_no_cell_holds_is_told(answer: Answer, here: Path) -> None:
    group = f"  - {{id: g, kind: group, name: G, purpose: {'x' * 40000}}}\n"
    (here / "a.yaml").write_text(f"schema: 1\nid: a\ntitle: A\ngroups:\n{group}", "utf-8")
    code, _, err = answer("new", "--from", "a.yaml", "a.xlsx")
    assert (code, "`Purpose` of `G` is longer" in err) == (2, True)
    assert not (here / "a.xlsx").exists()
