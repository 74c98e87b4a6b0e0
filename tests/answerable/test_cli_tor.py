"""`answerable tor`: drafts to read, to edit and to send round."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import docx
import pytest

from answerable import __version__
from graphmodel.dates import Day
from loaders.structures import load
from queries.profile import Depth
from sample_data import path
from viz.terms.paper import Options, terms_paper
from viz.writers.docx_styles import ASIDE
from viz.writers.text import text

Answer = Callable[..., tuple[int, str, str]]
WORCESTER = path("south_worcestershire")
DAG = "South Worcestershire Drug and Alcohol Group"


def drafted(group: str, depth: Depth) -> str:
    structure = load(WORCESTER).structure
    (meant,) = (one for one in structure.groups if one.id == group)
    return text(terms_paper(structure, meant, Options(Day("2003-11-21"), depth)))


@pytest.mark.parametrize("group", ["sw.dag", DAG, "south worcestershire  drug-and-alcohol group"])
def test_a_group_by_id_or_name(answer: Answer, group: str) -> None:
    assert answer("tor", WORCESTER, group) == (0, drafted("sw.dag", Depth.STANDARD), "")


def test_a_group_by_alias_and_depth(answer: Answer) -> None:
    assert answer("tor", WORCESTER, "Substance Misuse Action Team", "--depth", "full") == (
        0, drafted("sw.smat", Depth.FULL), "",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("group", "told"),
    [
        ("Strategc Group", "Did you mean Strategic Group (sw.strategic)?"),
        ("drug and alcohl group", f"Did you mean {DAG} (sw.dag)?"),
        ("zzz", "There are: South Worcestershire Community Safety Partnership (sw.csp), "),
    ],
)
def test_a_group_that_is_not_there(answer: Answer, group: str, told: str) -> None:
    code, out, err = answer("tor", WORCESTER, group)
    assert (code, out) == (2, "")
    assert f"There is no partnership, board, group, forum or network `{group}` in this file. {told}" in err


@pytest.mark.parametrize(
    ("name", "told"),
    [
        (
            "sw.yot",
            "Youth Offending Team (sw.yot) is a team: terms of reference are drafted for a partnership, board, ",
        ),
        ("SMAT co-ordinator", "SMAT co-ordinator (sw.smat_coord) is a post: terms of reference are drafted for"),
    ],
)
def test_what_is_there_and_has_no_terms_of_reference(answer: Answer, name: str, told: str) -> None:
    code, out, err = answer("tor", WORCESTER, name)
    assert (code, out) == (2, "")
    assert told in err


def test_every_group_there_is_is_named(answer: Answer, tmp_path: Path) -> None:
    file = tmp_path / "many.yaml"
    groups = "".join(f"  - {{id: g{number}, kind: group, name: Group {number}}}\n" for number in range(12))
    file.write_text(f"schema: 1\nid: many\ntitle: Many\ngroups:\n{groups}")
    err = answer("tor", file, "zzz")[2]
    assert [number for number in range(12) if f"Group {number} (g{number})" not in err] == []


def test_a_word_file_says_what_it_is(answer: Answer, tmp_path: Path) -> None:
    files = {
        "tor": tmp_path / "tor.docx",
        "statement": tmp_path / "statement.docx",
        "requests": tmp_path / "asked.docx",
    }
    assert answer("tor", WORCESTER, "sw.dag", "-o", files["tor"])[0] == 0
    assert answer("statement", WORCESTER, "-o", files["statement"])[0] == 0
    assert answer("requests", WORCESTER, "-o", files["requests"])[0] == 0
    told = {name: docx.Document(str(file)).core_properties for name, file in files.items()}
    assert {(one.author, one.created and one.created.date().isoformat()) for one in told.values()} == {
        (f"answerable {__version__}", "2003-11-21")
    }
    assert told["tor"].title == f"Terms of reference: {DAG}"
    assert {name: one.subject for name, one in told.items()} == {
        "tor": f"Draft terms of reference of {DAG}",
        "statement": "Who accounts to whom, as at 21 November 2003",
        "requests": "Who answers to whom, as at 21 November 2003",
    }


def test_a_name_that_two_groups_have(answer: Answer, tmp_path: Path) -> None:
    file = tmp_path / "two.yaml"
    file.write_text(
        "schema: 1\nid: two\ntitle: Two\ngroups:\n"
        "  - {id: a, kind: board, name: The board}\n  - {id: b, kind: board, name: The Board}\n"
    )
    code, _, err = answer("tor", file, "the board")
    assert code == 2
    assert "`the board` may be The board (a) or The Board (b). Give the id." in err


def test_every_fault_of_the_options_is_told_at_once(answer: Answer) -> None:
    code, out, err = answer("tor", WORCESTER, "sw.dag", "--depth", "ful", "--as-of", "soon", "-o", "draft.pdf")
    assert (code, out) == (2, "")
    assert "--depth cannot be `ful`. It can be light, standard or full. Did you mean `full`?" in err
    assert "`soon` is not a day." in err
    assert "`draft.pdf`: the draft is written as .docx, .html, .md or .txt." in err


def test_a_word_file_whose_reasons_can_be_taken_out_by_their_style(answer: Answer, tmp_path: Path) -> None:
    file = tmp_path / "draft.docx"
    assert answer("tor", WORCESTER, "sw.dag", "--depth", "light", "-o", file) == (0, "", f"Written: {file}\n")
    lines = docx.Document(BytesIO(file.read_bytes())).paragraphs
    headings = [line.text for line in lines if line.style is not None and line.style.name == "Heading 1"]
    assert headings == [
        "1. Purpose", "2. Membership", "3. Chair and vice-chair", "4. Accountability and reporting",
        "5. How long it lasts", "What still has to be agreed",
    ]  # fmt: skip
    asides = [line.text for line in lines if line.style is not None and line.style.name == ASIDE]
    assert sum(aside.startswith("Why this heading: ") for aside in asides) == 5


@pytest.mark.parametrize(
    ("ending", "aside"),
    [
        (".md", "\n> Why this heading: "),
        (".html", '<p class="aside">Why this heading: '),
        (".txt", "\nWhy this heading: "),
    ],
)
def test_reasons_stand_apart_in_every_format(answer: Answer, tmp_path: Path, ending: str, aside: str) -> None:
    file = tmp_path / f"draft{ending}"
    assert answer("tor", WORCESTER, "sw.dag", "--depth", "light", "-o", file)[0] == 0
    assert file.read_text("utf-8").count(aside) == 5


@pytest.mark.parametrize("ending", [".md", ".html", ".txt"])
def test_without_reasons(answer: Answer, tmp_path: Path, ending: str) -> None:
    file = tmp_path / f"draft{ending}"
    assert answer("tor", WORCESTER, "sw.dag", "--no-notes", "-o", file)[0] == 0
    written = file.read_text("utf-8")
    assert "SMAT co-ordinator" in written
    assert "Why this heading" not in written


def test_the_file_that_is_read_is_never_written(answer: Answer, tmp_path: Path) -> None:
    file = tmp_path / "structure.yaml"
    file.write_bytes(Path(WORCESTER).read_bytes())
    code, _, err = answer("tor", file, "sw.dag", "-o", file)
    assert code == 2
    assert "is the file that is read" in err
