import zipfile
from pathlib import Path

import openpyxl
import pytest

import sample_data
from graphmodel.answers import Entry, Hidden
from tests.answerable.conftest import Answer

SW = sample_data.path("south_worcestershire")

NAMED = """\
id: named
title: A place
as_of: 2003-11-21
groups: [{id: csp, kind: partnership, name: The partnership}]
people: [{id: bloggs, name: Jo Bloggs}]
posts: [{id: ch, name: Director}]
seats: [{member: ch, group: csp, role: chair}, {member: bloggs, group: csp}]
links: [{type: holds, person: bloggs, post: ch}]
"""


@pytest.fixture
def named(tmp_path: Path) -> Path:
    file = tmp_path / "named.yaml"
    file.write_text(NAMED, "utf-8")
    return file


def test_requests_go_to_every_format_and_say_so(answer: Answer, tmp_path: Path) -> None:
    files = [tmp_path / f"requests{ending}" for ending in (".docx", ".html", ".md", ".txt", ".xlsx")]
    outputs = [part for file in files for part in ("-o", file)]
    code, out, err = answer("requests", SW, *outputs)
    assert (code, out) == (0, "")
    assert err == "".join(f"Written: {file}\n" for file in files)
    assert zipfile.is_zipfile(files[0])
    assert zipfile.is_zipfile(files[4])
    assert answer("requests", SW).out == files[3].read_text("utf-8")
    assert "what we would like to know" in files[1].read_text("utf-8")
    assert files[2].read_text("utf-8").startswith("# South Worcestershire")


def test_where_requests_cannot_go_is_said(answer: Answer, tmp_path: Path, named: Path) -> None:
    code, out, err = answer("requests", named, "-o", tmp_path / "requests.pdf", "-o", named, "--as-of", "soon")
    assert (code, out) == (2, "")
    assert "the list of requests is written as .docx, .html, .md, .txt or .xlsx" in err
    assert "is the file that is read" in err
    assert "`soon` is not a day" in err
    assert not (tmp_path / "requests.pdf").exists()


@pytest.mark.parametrize("command", ["requests", "statement", "map"])
def test_where_one_of_several_cannot_go_none_is_written(
    answer: Answer, tmp_path: Path, named: Path, command: str
) -> None:
    good, nowhere = tmp_path / "out.html", tmp_path / "nowhere" / "out.html"
    code, out, err = answer(command, named, "-o", good, "-o", nowhere)
    assert (code, out) == (2, "")
    assert err == f"answerable: {nowhere}: There is no folder `{nowhere.parent}`. Make it first.\n"
    assert not good.exists()


def test_names_are_shown_only_when_asked_for(answer: Answer, named: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "requests.xlsx"
    answer("requests", named, "-o", sheet)
    with zipfile.ZipFile(sheet) as packed:
        assert not any(word in packed.read(part) for part in packed.namelist() for word in (b"Bloggs", b"bloggs"))
    for command in ("requests", "statement"):
        assert "Bloggs" not in answer(command, named).out
    assert "Jo Bloggs" in answer("statement", named, "--names").out


def _reply(sheet: Path, text: str) -> str:
    """Answer the first question about a line, and give the cell in which the answer stands."""
    book = openpyxl.load_workbook(sheet)
    table = book["Requests"]
    rows = list(table.iter_rows())
    top = next(row for row in rows if any(cell.value == Entry.ANSWER for cell in row))
    columns = {cell.value: place for place, cell in enumerate(top)}
    cell = next(row for row in rows if row[columns[Hidden.WHAT]].value == "line")[columns[Entry.ANSWER]]
    cell.value = text
    book.save(sheet)
    return cell.coordinate


def test_replies_come_back_into_a_new_file(answer: Answer, tmp_path: Path) -> None:
    sheet, updated = tmp_path / "replies.xlsx", tmp_path / "updated.yaml"
    answer("requests", SW, "-o", sheet)
    before = SW.read_bytes()
    _reply(sheet, "County Council")
    code, out, err = answer("replies", SW, sheet, "-o", updated)
    assert (code, out, err) == (0, "", f"Written: {updated}\n")
    assert SW.read_bytes() == before
    assert "Reply sheet replies.xlsx" in updated.read_text("utf-8")
    assert answer("check", updated).code == 0
    assert answer("replies", SW, sheet).out == updated.read_text("utf-8")
    code, out, err = answer("replies", updated, sheet, "-o", tmp_path / "again.yaml")
    assert "answerable: warning: " in err
    assert "made from an earlier state" in err
    assert (tmp_path / "again.yaml").read_text("utf-8") == updated.read_text("utf-8")


def test_replies_that_cannot_be_used_write_nothing(answer: Answer, tmp_path: Path) -> None:
    sheet, updated = tmp_path / "replies.xlsx", tmp_path / "updated.yaml"
    answer("requests", SW, "-o", sheet)
    cell = _reply(sheet, "County Counsil")
    code, out, err = answer("replies", SW, sheet, "-o", updated)
    assert (code, out) == (2, "")
    assert f"answerable: {sheet}!Requests!{cell}: `County Counsil` is no name in the structure. Did you mean" in err
    assert not updated.exists()
    for place in (SW, sheet):
        code, _, err = answer("replies", SW, sheet, "-o", place)
        assert code == 2
        assert "is the file that is read" in err
    code, _, err = answer("replies", SW, tmp_path / "nowhere.xlsx", "-o", updated)
    assert code == 2
    assert "There is no such file." in err
