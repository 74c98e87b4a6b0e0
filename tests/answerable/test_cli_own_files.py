"""Somebody's own workbook is a conversation: what was understood, what was left out, what was read with a remark."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

import answerable as an

Answer = Callable[..., tuple[int, str, str]]
Rows = list[list[object]]
Tables = dict[str, Rows]

GOOD: Tables = {
    "Groups": [["Name", "Kind"], ["Safety Partnership", "partnership"], ["Drugs Group", "group"]],
    "Bodies": [["Name", "Kind"], ["Anytown Council", "unitary council"]],
    "Lines": [["Who answers", "To whom", "Kind"], ["Drugs Group", "Safety Partnership", "reports to"]],
    "Seats": [["Who sits", "Group"], ["Anytown Council", "Safety Partnership"]],
    "Completeness": [["What is listed in full"], ["chair"]],
}
ODD = "zzqqx"
"""A word that is of no closed list, and near to none."""


def workbook(path: Path, tables: Tables) -> Path:
    book = openpyxl.Workbook()
    for empty in book.worksheets:
        book.remove(empty)
    for name, rows in tables.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


@pytest.fixture
def good(tmp_path: Path) -> Path:
    return workbook(tmp_path / "area.xlsx", GOOD)


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    """One thing to leave out on one sheet and seven on another before it in the alphabet, all alike."""
    funds: Rows = [["Name", "Kind", "Amount in pounds"], ["Grant", "grant", ODD]]
    documents: Rows = [["Name", "Kind", "Approved on"]]
    documents += [[f"Paper {number}", "agreement", ODD] for number in range(2, 9)]
    return workbook(tmp_path / "area.xlsx", {"Funds": funds, **GOOD, "Documents": documents})


def test_a_workbook_in_good_order_says_so(answer: Answer, good: Path) -> None:
    code, out, err = answer("check", good)
    assert (code, err) == (0, "")
    assert out.endswith("\n\nEverything in it was read, and nothing needs a remark.\n")
    assert "To put right" not in out
    assert "lists declared complete" in out


def test_check_tells_everything_sheet_by_sheet_and_ends_with_two(answer: Answer, bad: Path) -> None:
    code, out, err = answer("check", bad)
    assert (code, err) == (2, "")
    headings = [
        line for line in out.splitlines() if line in {"To put right", "Funds", "Documents", "Read with a remark"}
    ]
    assert headings[:3] == ["To put right", "Funds", "Documents"]
    assert [word for word in out.split() if word.startswith("Documents!C")] == [
        f"Documents!C{row}" for row in range(2, 9)
    ]
    assert f"\n    answerable check {bad} --annotate to-check.xlsx\n" in out
    *_, last = out.split("\n\n")
    assert " ".join(last.split()) == (
        "8 things are to be put right, and 1 thing was read with a remark. Until then no list is taken as complete, so "
        "nothing is held against anybody for not being there."
    )


def test_other_commands_tell_it_in_brief_and_go_on(answer: Answer, bad: Path, tmp_path: Path) -> None:
    code, _, err = answer("map", bad, "-o", tmp_path / "map.svg")
    assert code == 0
    lines = err.splitlines()
    assert lines[0] == "answerable: how area.xlsx was read:"
    assert lines[1:4] == [
        "  area.xlsx: 1 thing was read with a remark",
        "  Funds: 1 thing is to be put right",
        "  Documents: 7 things are to be put right",
    ]
    assert lines[4] == f"answerable: `answerable check {bad}` says how."


def test_what_is_made_of_a_part_says_so(answer: Answer, bad: Path, tmp_path: Path) -> None:
    words = "In the file 8 things are still to be put right. What could not be read there is not in this {}."
    other = workbook(tmp_path / "good.xlsx", GOOD)
    for command, what in (("audit", "report"), ("statement", "statement"), ("requests", "list")):
        told = " ".join(answer(command, bad)[1].split())
        assert words.format(what) in told
        assert "still to be put right" not in answer(command, other)[1]
    for ending in ("md", "html"):
        answer("audit", bad, "-o", tmp_path / f"report.{ending}")
        assert words.format("report") in " ".join((tmp_path / f"report.{ending}").read_text("utf-8").split())


@pytest.mark.parametrize(
    "command",
    [
        "burden {bad}", "whatif {bad} --close {group}", "depends {bad} {group}",
        "diff {bad} --from 2003-01-01 --to 2003-02-01",
        "diff {good} {bad}", "diff {bad} {good}", "compare {good} {bad}", "agree {bad} {good}", "agree {good} {bad}",
    ],
)  # fmt: skip
def test_what_comes_of_several_files_names_the_one_that_was_not_read_whole(
    answer: Answer, bad: Path, tmp_path: Path, command: str
) -> None:
    good = workbook(tmp_path / "good.xlsx", GOOD)
    words = "In the file 8 things are still to be put right. What could not be read there is not in this "
    for file, named in ((bad, True), (workbook(tmp_path / "other.xlsx", GOOD), False)):
        meant = {"{bad}": file, "{good}": good, "{group}": "Drugs Group"}
        arguments = [str(meant.get(word, word)) for word in command.split()]
        _, out, _ = answer(*arguments)
        assert (words in " ".join(out.split())) is named
        if named and "{good}" in command:
            assert f"area.xlsx: {words}" in " ".join(out.split())


def test_a_left_out_row_never_turns_silence_into_a_fault(answer: Answer, bad: Path) -> None:
    whole = workbook(bad.with_name("whole.xlsx"), GOOD)
    assert answer("audit", whole)[0] == 1
    assert answer("audit", bad)[0] == 0


def test_the_copy_is_written_beside_the_answer(answer: Answer, bad: Path, tmp_path: Path) -> None:
    marked = tmp_path / "marked.xlsx"
    code, out, err = answer("check", bad, "--annotate", marked)
    assert code == 2
    assert err == f"Written: {marked}\n"
    assert "--annotate" not in out
    book = openpyxl.load_workbook(marked)
    assert book["Documents"]["C2"].comment.text.startswith(f"To put right. “{ODD}” ")
    assert book["To check"]["A2"].value.startswith("8 things are to be put right")


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("area.xlsx", "is the file that is read. Choose another name for the copy."),
        ("copy.csv", "the copy is a workbook. Let the name end in .xlsx."),
        ("nowhere/copy.xlsx", "There is no folder"),
    ],
)
def test_a_copy_goes_where_it_can(answer: Answer, good: Path, tmp_path: Path, name: str, told: str) -> None:
    before = good.read_bytes()
    code, _, err = answer("check", good, "--annotate", tmp_path / name)
    assert code == 2
    assert told in err
    assert good.read_bytes() == before


def test_only_tables_can_be_annotated(answer: Answer, tmp_path: Path) -> None:
    file = tmp_path / "area.yaml"
    file.write_text("id: x\ntitle: T\n", "utf-8")
    code, _, err = answer("check", file, "--annotate", tmp_path / "copy.xlsx")
    assert (code, (tmp_path / "copy.xlsx").exists()) == (2, False)
    assert "Only tables can be annotated: a workbook, a CSV file or a folder of them." in err


def test_an_unknown_profile_hides_nothing_else(answer: Answer, tmp_path: Path) -> None:
    about: Rows = [["Field", "Value"], ["Rules", "nonsense"]]
    code, out, err = answer("check", workbook(tmp_path / "area.xlsx", {"About": about, **GOOD}))
    assert code == 2
    assert "what was understood" in out
    assert "nonsense" in err


def test_python_warns_of_what_was_left_out_first(bad: Path) -> None:
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        structure = an.load(bad)
    assert len(structure.lines) == 1
    texts = [str(one.message) for one in told]
    assert [text.startswith("To put right: ") for text in texts] == [True] * 8 + [False] * (len(texts) - 8)
    assert [problem.warning for problem in an.check(bad)].count(False) == 8


def test_a_document_is_told_as_before(answer: Answer, tmp_path: Path) -> None:
    file = tmp_path / "area.json"
    file.write_text("id: x\ntitle: T\n", "utf-8")
    assert answer("map", file, "-o", tmp_path / "map.svg")[2].startswith(f"answerable: warning: {file}: ")
