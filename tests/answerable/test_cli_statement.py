import zipfile
from pathlib import Path

import sample_data
from tests.answerable.conftest import Answer

GLOUCESTERSHIRE = sample_data.path("gloucestershire")


def test_a_statement_goes_to_every_format(answer: Answer, tmp_path: Path) -> None:
    files = [tmp_path / f"statement{ending}" for ending in (".docx", ".html", ".md", ".txt")]
    code, out, err = answer("statement", GLOUCESTERSHIRE, *(part for file in files for part in ("-o", file)))
    assert (code, out) == (0, "")
    assert err == "".join(f"Written: {file}\n" for file in files)
    assert zipfile.is_zipfile(files[0])
    assert answer("statement", GLOUCESTERSHIRE).out == files[3].read_text("utf-8")


def test_a_statement_is_of_a_day_and_a_level_of_evidence(answer: Answer) -> None:
    all_evidence = " ".join(answer("statement", GLOUCESTERSHIRE).out.split())
    assert "said in general terms to sit on it" in all_evidence
    stated = " ".join(answer("statement", GLOUCESTERSHIRE, "--evidence", "stated", "--as-of", "2004-01-01").out.split())
    assert "as at 1 January 2004" in stated
    assert "said in general terms to sit on it" not in stated


def test_a_statement_is_no_workbook(answer: Answer, tmp_path: Path) -> None:
    code, out, err = answer("statement", GLOUCESTERSHIRE, "-o", tmp_path / "statement.xlsx")
    assert (code, out) == (2, "")
    assert "the statement is written as .docx, .html, .md or .txt" in err
