import datetime as dt
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import sample_data

SAMPLES = sample_data.names()
TORBAY = sample_data.path("torbay")
SW = sample_data.path("south_worcestershire")

PROFILES = "cdp-2022, csp-2011, dat-cdrp-2003, governance or letter-2003-10-21"
ENDINGS = ".txt, .md, .markdown, .html, .htm, .docx, .xlsx, .json or .sarif"

SMALL = """\
id: small
title: A small place
as_of: 2003-11-21
groups:
  - {id: csp, kind: partnership, name: The partnership}
  - {id: dag, kind: group, name: The drugs group}
lines:
  - {kind: accountable_to, from: dag, to: csp}
  - {kind: accountable_to, from: csp, to: dag}
completeness:
  - {of: terms_of_reference}
"""


@pytest.fixture
def small(tmp_path: Path) -> Path:
    file = tmp_path / "small.yaml"
    file.write_text(SMALL, "utf-8")
    return file


Answer = Callable[..., tuple[int, str, str]]


def _in_full(form: str) -> tuple[str, ...]:
    """Ask for the whole report where a terminal shows it in brief."""
    return () if form == "json" else ("--voice", "audit")


def test_the_three_formats_agree_on_the_numbers(answer: Answer) -> None:
    for name in SAMPLES:
        forms = ("text", "markdown", "json")
        told = {form: answer("audit", sample_data.path(name), "--format", form, *_in_full(form))[1] for form in forms}
        found = [finding["status"] for finding in json.loads(told["json"])["findings"]]
        expected = [found.count(status) for status in ("fail", "conflict", "query", "partly", "observed", "met", "na")]
        last_row = re.search(r"^ +All +([\d ]+)$", told["text"], re.MULTILINE)
        assert last_row
        assert [int(number) for number in last_row[1].split()] == expected
        last_row = re.search(r"^\|  \| All \| ([\d| ]+) \|$", told["markdown"], re.MULTILINE)
        assert last_row
        assert [int(number) for number in last_row[1].split("|")] == expected


def test_nothing_fails_in_the_case_studies(answer: Answer) -> None:
    for name in SAMPLES:
        code, out, err = answer("audit", sample_data.path(name))
        assert (code, err) == (0, "")
        assert "Nothing is shown to be out of order" in out


@pytest.mark.parametrize(
    ("fail_on", "counted"),
    [
        ("fail", ["fail"]),
        ("conflict", ["fail", "conflict"]),
        ("query", ["fail", "conflict", "query"]),
        ("observed", ["fail", "conflict", "query", "partly", "observed"]),
        ("never", []),
    ],
)
def test_what_counts_as_a_finding_is_asked_for(answer: Answer, fail_on: str, counted: list[str]) -> None:
    told = json.loads(answer("audit", SW, "--format", "json")[1])
    found = sum(finding["status"] in counted for finding in told["findings"])
    code, _, err = answer("audit", SW, "--fail-on", fail_on)
    if found:
        assert (code, err) == (1, f"answerable: {found} findings of status {fail_on} or worse.\n")
    else:
        assert (code, err) == (0, "")


def test_a_fail_ends_with_1_and_is_told_with_its_working(answer: Answer, small: Path) -> None:
    code, out, err = answer("audit", small)
    assert code == 1
    assert err.startswith("answerable: ")
    assert err.endswith("of status fail.\n")
    assert "Path: The drugs group → The partnership → The drugs group" in out or (
        "Path: The partnership → The drugs group → The partnership" in out
    )
    assert "is declared complete" in out
    assert answer("audit", small, "--fail-on", "never")[0] == 0


def test_day_profile_and_evidence_come_from_the_options_then_the_file(answer: Answer, small: Path) -> None:
    told = answer("audit", small)[1]
    assert "As at                 21 November 2003\n" in told
    assert "Rules                 Any committee structure\n" in told
    assert "(asserted level)\n" in told
    assert "Profile          governance\n" in told
    told = answer(
        "audit",
        small,
        "--voice",
        "audit",
        "--as-of",
        "2004-04-01",
        "--profile",
        "dat-cdrp-2003",
        "--evidence",
        "stated",
    )[1]
    assert "As at                 1 April 2004\n" in told
    assert "(profile dat-cdrp-2003)\n" in told
    assert "Evidence that counts  facts that a source states, and no others (stated level)\n" in told
    assert json.loads(answer("audit", TORBAY, "--format", "json")[1])["profile"] == "dat-cdrp-2003"


def test_the_day_is_today_where_nobody_says_otherwise(answer: Answer, tmp_path: Path) -> None:
    file = tmp_path / "undated.yaml"
    file.write_text("id: undated\ntitle: Undated\n", "utf-8")
    report = json.loads(answer("audit", file, "--format", "json")[1])
    assert report["as_of"] == dt.datetime.now().astimezone().date().isoformat()


def test_all_that_is_wrong_is_told_at_once(answer: Answer, tmp_path: Path) -> None:
    file = tmp_path / "wrong.yaml"
    file.write_text("id: x\ntitle: T\ngroups: [{id: a, name: A, kind: gang}, {id: b, kind: board}]\n", "utf-8")
    options = ("--as-of", "2003-13-45", "--profile", "governence", "--evidence", "weak", "--fail-on", "bad")
    code, out, err = answer("audit", file, *options, "--format", "pdf", "--engine", "sqlite", "--voice", "loud")
    assert (code, out) == (2, "")
    assert err.splitlines()[:8] == [
        "answerable: 9 things are wrong.",
        "`2003-13-45` is not a day. Write year, month and day, such as 2003-11-21.",
        f"The profile cannot be `governence`. It can be {PROFILES}. Did you mean `governance`?",
        "The evidence level cannot be `weak`. It can be stated, inferred or asserted.",
        "--format cannot be `pdf`. It can be text, markdown, html, docx, xlsx, json or sarif.",
        "--voice cannot be `loud`. It can be board, audit or research.",
        "--fail-on cannot be `bad`. It can be fail, conflict, query, partly, observed or never.",
        "--engine cannot be `sqlite`. It can be memory or neo4j.",
    ]
    assert [line.partition(":3:")[0] for line in err.splitlines()[8:]] == [str(file), str(file)]


def test_a_profile_that_only_the_file_names_wrongly(answer: Answer, tmp_path: Path) -> None:
    file = tmp_path / "named.yaml"
    file.write_text("id: x\ntitle: T\nprofile: nonsense\n", "utf-8")
    code, _, err = answer("audit", file)
    assert code == 2
    assert err == (
        f"answerable: The profile cannot be `nonsense`. It can be {PROFILES}. It is the file that names it.\n"
    )
    assert answer("audit", file, "--profile", "governance")[0] == 0


@pytest.mark.parametrize(
    ("name", "begins"), [("r.md", "# Safer"), ("r.json", "{\n"), ("r.txt", "Safer"), ("r", "Safer")]
)
def test_the_name_of_the_output_tells_the_format(answer: Answer, tmp_path: Path, name: str, begins: str) -> None:
    file = tmp_path / name
    assert answer("audit", TORBAY, "-o", file) == (0, "", f"Written: {file}\n")
    assert file.read_text("utf-8").startswith(begins)
    assert list(tmp_path.iterdir()) == [file]


def test_what_is_written_is_what_is_shown(answer: Answer, tmp_path: Path) -> None:
    for form in ("text", "markdown", "json"):
        asked = ("audit", TORBAY, "--format", form, *_in_full(form))
        answer(*asked, "-o", tmp_path / "report")
        assert (tmp_path / "report").read_text("utf-8") == answer(*asked)[1]


def test_an_output_that_is_a_folder_or_in_none(answer: Answer, tmp_path: Path) -> None:
    assert answer("audit", TORBAY, "-o", tmp_path) == (
        2,
        "",
        f"answerable: {tmp_path}: This is a folder, not a file. Name a file in it.\n",
    )
    nowhere = tmp_path / "nowhere" / "r.md"
    assert answer("audit", TORBAY, "-o", nowhere) == (
        2,
        "",
        f"answerable: {nowhere}: There is no folder `{tmp_path / 'nowhere'}`. Make it first.\n",
    )


@pytest.mark.parametrize("link", [False, True])
def test_the_file_that_is_read_is_never_written(answer: Answer, small: Path, link: bool) -> None:
    output = small
    if link:
        output = small.with_name("report.md")
        output.symlink_to(small)
    for form in ((), ("--format", "json")):
        assert answer("audit", small, "-o", output, *form) == (
            2,
            "",
            f"answerable: `{output}` is the file that is read. Choose another name for the report.\n",
        )
    assert small.read_text("utf-8") == SMALL


@pytest.mark.parametrize(
    ("name", "form", "told"),
    [
        ("r.yaml", (), f"a report is written as {ENDINGS}. Let the name end in one of them."),
        ("r.PDF", (), f"a report is written as {ENDINGS}. Let the name end in one of them."),
        ("r.odt", ("text",), f"a report is written as {ENDINGS}. Let the name end in one of them."),
        ("r.log", (), f"a report is written as {ENDINGS}. Let the name end in one of them."),
        ("r.json", ("markdown",), "the name says json and --format says markdown. Change one of the two."),
    ],
)
def test_an_ending_that_promises_something_else(
    answer: Answer, tmp_path: Path, name: str, form: tuple[str, ...], told: str
) -> None:
    output = tmp_path / name
    options = [option for word in form for option in ("--format", word)]
    assert answer("audit", TORBAY, "-o", output, *options) == (2, "", f"answerable: `{output}`: {told}\n")
    assert not output.exists()


def test_an_ending_of_no_format_will_do_where_the_format_is_given(answer: Answer, tmp_path: Path) -> None:
    output = tmp_path / "report.2003"
    assert answer("audit", TORBAY, "-o", output, "--format", "json")[0] == 0
    assert json.loads(output.read_text("utf-8"))


def test_a_dash_is_standard_output(answer: Answer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for form in ((), ("--format", "markdown")):
        assert answer("audit", TORBAY, "-o", "-", *form) == answer("audit", TORBAY, *form)
    assert list(tmp_path.iterdir()) == []


def piped(*arguments: object, **environment: str) -> bytes:
    command = [sys.executable, "-m", "answerable", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, check=True, env={**os.environ, **environment}).stdout


def test_a_pipe_gets_the_same_bytes_whatever_the_terminal_and_the_locale() -> None:
    told = {
        piped("audit", SW, PYTHONHASHSEED="1", COLUMNS="200"),
        piped("audit", SW, PYTHONHASHSEED="2", COLUMNS="40", PYTHONIOENCODING="ascii"),
        piped("audit", SW, PYTHONHASHSEED="3", FORCE_COLOR="1", LC_ALL="C", PYTHONUTF8="0"),
    }
    assert len(told) == 1
    assert max(map(len, told.pop().decode("utf-8").splitlines())) <= 100


@pytest.mark.skipif(sys.platform == "win32", reason="head and /dev/full are not there")
@pytest.mark.parametrize(
    ("after", "code", "err"),
    [
        ("--fail-on query | head -1 >/dev/null; exit ${PIPESTATUS[0]}", 1, "of status query or worse.\n"),
        ("| head -1 >/dev/null; exit ${PIPESTATUS[0]}", 0, ""),
        (">&-", 0, ""),
        (">/dev/full", 2, "answerable: The output cannot be written: No space left on device.\n"),
    ],
)
def test_an_output_that_breaks_off(after: str, code: int, err: str) -> None:
    command = f"{sys.executable} -m answerable audit {SW} {after}"
    ended = subprocess.run(["/bin/bash", "-c", command], capture_output=True, text=True, check=False)
    assert ended.returncode == code
    assert ended.stderr.count("\n") <= 1
    assert ended.stderr.endswith(err)


def test_a_database_that_is_not_there_ends_with_3(answer: Answer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NEO4J_URI", raising=False)
    code, out, err = answer("audit", TORBAY, "--engine", "neo4j")
    assert (code, out) == (3, "")
    assert err.startswith("answerable: NEO4J_URI is not set.")


@pytest.mark.usefixtures("neo4j_environment")
def test_the_database_gives_the_same_report(answer: Answer) -> None:
    for name in SAMPLES:
        file = sample_data.path(name)
        assert answer("audit", file, "--engine", "neo4j", "--format", "json") == answer(
            "audit", file, "--format", "json"
        )
