"""The formats of a report that are files of their own: HTML, Word, Excel."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

import sample_data

Answer = Callable[..., tuple[int, str, str]]
TORBAY = sample_data.path("torbay")
NAMED = """\
id: named
title: Named
as_of: 2003-11-21
groups:
  - {id: csp, kind: partnership, name: The partnership}
  - {id: dag, kind: group, name: The drugs group}
people:
  - {id: quint.a, name: Aloysia Quint, aliases: [Mrs Quint]}
seats:
  - {member: quint.a, group: csp, role: chair, evidence: {note: "Mrs Quint has done so for years"}}
  - {member: quint.a, group: dag, role: chair}
"""


def words(content: bytes, ending: str) -> str:
    """All that stands in a file, without its packing."""
    if ending == ".docx":
        read = Document(BytesIO(content))
        cells = (cell.text for table in read.tables for row in table.rows for cell in row.cells)
        described = (shape._inline.docPr.get("descr", "") for shape in read.inline_shapes)
        return "\n".join((*(one.text for one in read.paragraphs), *cells, *described))
    if ending == ".xlsx":
        rows = (row for page in load_workbook(BytesIO(content)).worksheets for row in page.iter_rows(values_only=True))
        return "\n".join(str(cell) for row in rows for cell in row if cell is not None)
    return content.decode("utf-8")


@pytest.mark.parametrize("ending", [".html", ".docx", ".xlsx"])
def test_the_name_of_the_output_tells_the_format(answer: Answer, tmp_path: Path, ending: str) -> None:
    file, again = tmp_path / f"report{ending}", tmp_path / "again"
    assert answer("audit", TORBAY, "-o", file) == (0, "", f"Written: {file}\n")
    assert "who answers to whom" in words(file.read_bytes(), ending)
    assert answer("audit", TORBAY, "--format", ending[1:], "-o", again)[0] == 0
    assert again.read_bytes() == file.read_bytes()


@pytest.mark.parametrize("form", ["docx", "xlsx"])
def test_what_is_no_text_goes_to_a_file(answer: Answer, form: str) -> None:
    told = f"answerable: --format {form} makes a file that no terminal can show. Name one: --output report.{form}.\n"
    assert answer("audit", TORBAY, "--format", form) == (2, "", told)
    assert answer("audit", TORBAY, "--format", form, "-o", "-") == (2, "", told)


def test_a_page_may_go_to_standard_output(answer: Answer) -> None:
    code, out, _ = answer("audit", TORBAY, "--format", "html")
    assert code == 0
    assert out.startswith("<!doctype html>\n")
    assert "who answers to whom" in out


@pytest.mark.parametrize("ending", [".html", ".docx", ".xlsx"])
def test_names_of_persons_are_in_no_file_unless_asked_for(answer: Answer, tmp_path: Path, ending: str) -> None:
    file, output = tmp_path / "named.yaml", tmp_path / f"report{ending}"
    file.write_text(NAMED, "utf-8")
    answer("audit", file, "-o", output)
    assert "quint" not in words(output.read_bytes(), ending).casefold()
    answer("audit", file, "-o", output, "--names")
    assert "Aloysia Quint" in words(output.read_bytes(), ending)


def test_the_register_says_whom_to_ask_even_where_persons_are_not_named(answer: Answer, tmp_path: Path) -> None:
    file, output = tmp_path / "named.yaml", tmp_path / "register.xlsx"
    file.write_text(NAMED, "utf-8")
    answer("audit", file, "-o", output)
    questions = load_workbook(output)["Questions"]
    assert [cell.value for cell in questions[1]][3:5] == ["Who is asked", "For the attention of"]
    assert questions.max_row > 1


def test_a_board_gets_its_section_and_an_auditor_the_report(answer: Answer, tmp_path: Path) -> None:
    board, audit = tmp_path / "board.docx", tmp_path / "audit.docx"
    answer("audit", TORBAY, "-o", board)
    answer("audit", TORBAY, "-o", audit, "--voice", "audit")
    assert "The board is asked to:" in words(board.read_bytes(), ".docx")
    told = words(audit.read_bytes(), ".docx")
    assert "The board is asked to:" not in told
    assert "ACC-01" in told
    assert Document(str(audit)).core_properties.author.startswith("answerable ")


def test_a_terminal_shows_a_report_in_brief_and_says_where_the_whole_is(answer: Answer, tmp_path: Path) -> None:
    for name in sample_data.names():
        told = answer("audit", str(sample_data.path(name)), "--fail-on", "never")[1]
        assert len(told.splitlines()) <= 250
        assert "in order" in told.rpartition("Not told here")[2]
        assert "--voice audit" in told
    whole = tmp_path / "whole.txt"
    answer("audit", str(sample_data.path("rochdale")), "-o", str(whole), "--fail-on", "never")
    assert "Does not apply (" in whole.read_text("utf-8")


@pytest.mark.parametrize("ending", ["xlsx", "json", "sarif"])
def test_what_has_no_voice_refuses_one(answer: Answer, tmp_path: Path, ending: str) -> None:
    out = tmp_path / f"report.{ending}"
    code, _, told = answer("audit", str(sample_data.path("rochdale")), "-o", str(out), "--voice", "audit")
    assert (code, out.exists()) == (2, False)
    assert f"--voice audit: {ending} holds all findings as data, in no voice." in told
