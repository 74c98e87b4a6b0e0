"""`answerable depends`: what hangs on one post, body, group or person."""

import json
import zipfile
from pathlib import Path

import pytest

import answerable
import sample_data
from queries.whatif.depends import Hangs
from tests.answerable.conftest import Answer
from tests.answerable.hanging_place import put_in
from tests.answerable.proposal_place import laid_out
from tests.golden_file import Golden


@pytest.mark.parametrize(
    ("who", "expected"), [("Board", "group"), ("County Council", "body"), ("Commissioning manager", "post")]
)
def test_what_hangs_on_one_is_told(answer: Answer, golden: Golden, tmp_path: Path, who: str, expected: str) -> None:
    code, out, err = answer("depends", laid_out(tmp_path), who)
    assert (code, err) == (0, "")
    golden.check(f"tests/answerable/expected/depends_{expected}.txt", out)


def test_the_co_ordinator_of_south_worcestershire(answer: Answer, golden: Golden) -> None:
    code, out, err = answer("depends", sample_data.path("south_worcestershire"), "SMAT co-ordinator")
    assert (code, err) == (0, "")
    golden.check("tests/answerable/expected/depends_co_ordinator.txt", out)


def test_a_person_is_named_only_when_asked_for(answer: Answer, tmp_path: Path) -> None:
    area = laid_out(tmp_path)
    hidden, shown = answer("depends", area, "Jo Bloggs").out, answer("depends", area, "jo.bloggs", "--names").out
    assert "Bloggs" not in hidden
    assert "what hangs on a person (name not shown)" in hidden
    assert "Jo Bloggs chairs Young People's Group" in shown


def test_a_name_that_is_not_there_is_told_with_the_nearest_and_no_person(answer: Answer, tmp_path: Path) -> None:
    area = laid_out(tmp_path)
    code, out, err = answer("depends", area, "Comissioning manager")
    assert (code, out) == (2, "")
    assert err == (
        "answerable: There is no `Comissioning manager` in this file that is a body, a group, a post or a person. "
        "Did you mean Commissioning manager (manager)?\n"
    )
    assert answer("depends", area, "Jo Blogs").err == (
        "answerable: There is no `Jo Blogs` in this file that is a body, a group, a post or a person.\n"
    )
    assert "Treatment plan (plan) is a plan: here stands" in answer("depends", area, "Treatment plan").err


def test_what_is_over_has_nothing_hanging_on_it(answer: Answer) -> None:
    code, _, err = answer("depends", sample_data.path("south_worcestershire"), "sw.csp_malvern")
    assert code == 2
    assert "is not there on 21 November 2003." in err


def test_the_paper_goes_to_every_format(answer: Answer, tmp_path: Path) -> None:
    area = laid_out(tmp_path)
    files = [tmp_path / f"depends{ending}" for ending in (".docx", ".html", ".md", ".txt")]
    code, out, err = answer("depends", area, "Board", *(part for file in files for part in ("-o", file)))
    assert (code, out) == (0, "")
    assert err == "".join(f"Written: {file}\n" for file in files)
    assert zipfile.is_zipfile(files[0])
    assert answer("depends", area, "Board").out == files[3].read_text("utf-8")


def test_from_python(tmp_path: Path) -> None:
    found = answerable.depends(answerable.load(laid_out(tmp_path)), "Commissioning manager")
    assert [(thread.how, thread.what) for thread in found.threads] == [(Hangs.CHAIR, "jcg"), (Hangs.STAFF, "ypjcg")]
    assert found.unaffected == ("board",)


@pytest.mark.parametrize(
    ("who", "expected"),
    [
        ("ann.privy", "holder_of_posts"),
        ("Drugs Group", "group_of_everything"),
        ("cy.none", "nobody"),
        ("Local groups", "part"),
        ("Manager", "manager"),
    ],
)
def test_what_hangs_on_whoever_is_told_with_its_facts(
    answer: Answer, golden: Golden, tmp_path: Path, who: str, expected: str
) -> None:
    code, out, err = answer("depends", put_in(tmp_path), who)
    assert (code, err) == (0, "")
    golden.check(f"tests/answerable/expected/depends_{expected}.txt", out)


@pytest.mark.parametrize("who", ["ann.privy", "bo.second", "Drugs Group", "county", "manager", "Board", "districts"])
def test_nothing_is_below_that_is_not_in_short(answer: Answer, tmp_path: Path, who: str) -> None:
    answer("depends", put_in(tmp_path), who, "-o", tmp_path / "d.md")
    short, *sections = (tmp_path / "d.md").read_text("utf-8").split("\n## ")[1:]
    no_loss = ("What would have to be asked", "What is not affected", "Sources")
    told = [section for section in sections if not section.startswith(no_loss)]
    lines = [line for line in short.splitlines() if line.startswith("- ")]
    assert len([line for line in lines if not line.startswith("- Nothing that is known is left")]) == len(told) > 0


def test_every_way_of_hanging_has_its_line_in_short() -> None:
    from viz.whatif.depends_sections import SHORT

    assert set(SHORT) == set(Hangs)


def test_a_post_that_somebody_else_holds_or_that_stands_for_several_is_not_empty(tmp_path: Path) -> None:
    found = answerable.depends(answerable.load(put_in(tmp_path)), "ann.privy")
    assert found.empty == ("manager", "officer")
    assert [(one.what, one.others) for one in found.threads if one.how is Hangs.KEPT] == [
        ("shared", ("bo.second",)), ("wardens", ()),
    ]  # fmt: skip
    assert {one.about[0] for one in found.unheard} == {"probation"}
    assert found.voices == ()
    assert "locals" in found.unaffected
    assert not {"board", "crime", "young"} & {*found.unaffected}


def test_it_is_data_too_and_names_no_person_unless_asked_for(answer: Answer, golden: Golden, tmp_path: Path) -> None:
    area, file = put_in(tmp_path), tmp_path / "d.json"
    assert answer("depends", area, "Ann Privy", "-o", file).code == 0
    text = file.read_text("utf-8")
    assert not any(name in text.casefold() for name in ("ann.privy", "ann privy", "bo.second"))
    golden.check("tests/answerable/expected/depends.json", text)
    answer("depends", area, "Ann Privy", "--names", "-o", file)
    told = json.loads(file.read_text("utf-8"))
    assert told["who"] == "ann.privy"
    assert told["names"]["bo.second"] == "Bo Second"
    assert {fact for one in told["threads"] for fact in one["facts"]} <= told["facts"].keys()
    assert (
        "the paper is written as .docx, .html, .md, .txt or .json"
        in answer("depends", area, "Board", "-o", tmp_path / "d.xlsx").err
    )
