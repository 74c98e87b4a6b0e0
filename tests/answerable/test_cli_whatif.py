"""`answerable whatif`: what a proposed change would do, as a board reads it."""

import re
import zipfile
from pathlib import Path

import pytest

import answerable
import sample_data
from queries.whatif.change import Change
from tests.answerable.conftest import Answer
from tests.answerable.proposal_place import laid_out
from tests.golden_file import Golden

MERGER = ("--merge", "JCG,ypjcg", "--into", "joint", "--name", "One Commissioning Group", "--rhythm", "6/yr, 2h")
DISTRICTS = ("sw.csp_malvern", "sw.csp_wychavon", "sw.csp_worcester")


def test_a_proposal_is_told_to_a_board(answer: Answer, golden: Golden, tmp_path: Path) -> None:
    area = laid_out(tmp_path)
    code, out, err = answer("whatif", area, *MERGER, "--close", "JCG", "--continues", "Young People's Group=2/yr, 1h")
    assert (code, err) == (0, "")
    golden.check("tests/answerable/expected/whatif.txt", out)


def test_what_is_not_said_of_a_group_is_asked_first(answer: Answer, golden: Golden, tmp_path: Path) -> None:
    code, out, _ = answer("whatif", laid_out(tmp_path), *MERGER)
    assert code == 0
    golden.check("tests/answerable/expected/whatif_asked.txt", out)


def test_what_breaks_is_told(answer: Answer, golden: Golden, tmp_path: Path) -> None:
    code, out, _ = answer("whatif", laid_out(tmp_path), "--close", "Board", "--add-line", "jcg accountable_to county")
    assert code == 0
    golden.check("tests/answerable/expected/whatif_breaks.txt", out)


def test_a_change_may_come_from_a_file(answer: Answer, golden: Golden, tmp_path: Path) -> None:
    code, out, _ = answer("whatif", laid_out(tmp_path), "--change", tmp_path / "change.yaml")
    assert code == 0
    golden.check("tests/answerable/expected/whatif_change.txt", out)


def test_the_names_of_persons_are_shown_when_asked_for(answer: Answer, tmp_path: Path) -> None:
    command = ("whatif", laid_out(tmp_path), *MERGER, "--close", "jcg", "--close", "ypjcg")
    hidden, shown = answer(*command).out, answer(*command, "--names").out
    assert "Bloggs" not in hidden
    assert "jo.bloggs" not in hidden
    assert "Jo Bloggs" in shown


def test_the_paper_and_what_would_be_go_to_files(answer: Answer, tmp_path: Path) -> None:
    area = laid_out(tmp_path)
    files = [tmp_path / name for name in ("paper.docx", "paper.html", "paper.md", "paper.txt", "after.yaml")]
    outputs = [part for file in files for part in ("-o", file)]
    code, out, err = answer("whatif", area, *MERGER, "--close", "jcg", "--close", "ypjcg", *outputs)
    assert (code, out) == (0, "")
    written = "".join(f"Written: {file}\n" for file in files)
    assert err == f"{written}Names of persons are in it.\n"
    assert zipfile.is_zipfile(files[0])
    after = answerable.load(files[-1])
    assert {line.from_ for line in after.lines if line.to == "board"} == {"jcg", "ypjcg", "joint"}
    report = answerable.audit(after)
    assert "ACC-01 joint" not in {one.identity for one in report.with_status("query", "fail")}  # type: ignore[arg-type]  # a status is its word


def test_all_that_is_wrong_is_told_at_once(answer: Answer, tmp_path: Path) -> None:
    code, out, err = answer(
        "whatif", laid_out(tmp_path), "--merge", "JGC,ypjcg", "--into", "joint", "--rhythm", "now and then",
        "--close", "bord", "--move-line", "jcg to board", "--add-line", "jcg reports_to nobody",
    )  # fmt: skip
    assert (code, out) == (2, "")
    assert err == (
        "answerable: `jcg to board` cannot be understood. Write it as “a > b to c”.\n"
        "There is no `JGC` in this file that is a group. Did you mean Joint Commissioning Group (jcg)?\n"
        "How often “now and then” is cannot be read. Write it such as “6/yr, 2h” or “monthly, 90 minutes”.\n"
        "There is no `bord` in this file that is a group. Did you mean Board (board)?\n"
        "There is no `nobody` in this file that is a body, a group or a post.\n"
    )


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--merge", "jcg,ypjcg"), "A merger needs both: --merge with the groups, and --into with what they become."),
        (("--continues", "board"), "`board` is not merged: nothing has to be said of whether it continues."),
        (("--merge", "jcg", "--into", "jcg"), "Joint Commissioning Group (jcg) cannot be merged into itself alone."),
        (("--remove-line", "ypjcg > county"), "There is no line from Young People's Group (ypjcg) to County Council"),
        (("--merge", "police,jcg", "--into", "x"), "Police (police) is a body: here stands a group."),
        (("--from", "tomorrow"), "`tomorrow` is not a day."),
        (("--merge", "jcg,ypjcg", "--into", "x", "--seats", "all"),
         "`all` is no rule for the seats. Write `keep-capacities` or `one-per-organisation`.\n"),
        ((), "Nothing is proposed. Say what would change: --merge with --into,"),
        (("--keep", "jcg", "--name", "Foo"), "--name is said of a merger: give --merge with the groups"),
        (("--keep", "jcg", "--name", "Foo"), "--keep is said of a merger"),
        (("--rhythm", "6/yr, 2h"), "--rhythm is said of a merger"),
        (("--merge", "jcg", "--into", "x"), "a merger needs two groups at least. Name the others too."),
        (("--merge", "jcg,ypjcg,jcg", "--into", "x"),
         "Joint Commissioning Group (jcg) is named twice among the groups that are merged. Name each once.\n"),
        (("--merge", "jcg;ypjcg", "--into", "x"), "`jcg;ypjcg`: several groups are written with commas between"),
        (("--merge", "jcg,ypjcg", "--into", "x", "--close", "JCG", "--continues", "jcg"),
         "`JCG` is closed and goes on as well (--close and --continues). Say one of the two.\n"),
        (("--remove-seat", "Fire Authority on ypjcg"),
         "Fire Authority (fire) is there through a person: name who sits.\n"),
        (("--remove-seat", "county on board"), "There is no seat of County Council (county) on Board (board).\n"),
        (("-o", "after.pdf"), "`after.pdf`: the result is written as .docx, .html, .md, .txt, .yaml, .json or .xlsx."),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_refused(answer: Answer, tmp_path: Path, options: tuple[str, ...], told: str) -> None:
    code, out, err = answer("whatif", laid_out(tmp_path), *options)
    assert (code, out) == (2, "")
    assert told in err


def test_names_that_mean_nobody_are_told_with_the_other_faults_of_a_file(answer: Answer, tmp_path: Path) -> None:
    area, file = laid_out(tmp_path), tmp_path / "wrong.yaml"
    file.write_text(
        "schema: 1\nfrom: soon\nmerges: [{groups: [jcg, ypjgc], into: joint, chiar: police}]\ncloses: [Bord, joint]\n"
        "move_lines: [{from: jcg, to: board, now: nobody}]\n",
        "utf-8",
    )
    code, _, err = answer("whatif", area, "--change", file)
    assert code == 2
    assert err == (
        f"answerable: {file}:2:7: `soon` is not a full date. Write a full date, such as 2003-11-21.\n"
        f"{file}:3:25: There is no `ypjgc` in the structure that is a group. "
        "Did you mean Young People's Group (ypjcg)?\n"
        f"{file}:3:46: A merge has no field `chiar`. Did you mean `chair`?\n"
        f"{file}:4:10: There is no `Bord` in the structure that is a group. Did you mean Board (board)?\n"
        f"{file}:5:42: There is no `nobody` in the structure that is a body, a group or a post.\n"
    )


def test_a_line_that_passes_on_is_not_called_new(answer: Answer, tmp_path: Path) -> None:
    line = ("--add-line", "joint accountable_to board")
    out = answer("whatif", laid_out(tmp_path), *MERGER, "--close", "jcg", "--close", "ypjcg", *line).out
    assert "One Commissioning Group is accountable to Board: no new line, as today" in out
    assert "a new line" not in out


def test_a_group_that_is_over_by_then_cannot_be_merged(answer: Answer) -> None:
    options = ("--merge", ",".join(DISTRICTS), "--into", "sw.csp", "--from", "2003-04-01")
    code, _, err = answer("whatif", sample_data.path("south_worcestershire_before"), *options)
    assert code == 2
    assert "is not there on 1 April 2003: nothing is to be done with it." in err


def test_from_python(tmp_path: Path) -> None:
    what = answerable.whatif(answerable.load(laid_out(tmp_path)), tmp_path / "change.yaml")
    assert {saving.who: (float(saving.before.hours), float(saving.after.hours)) for saving in what.savings} == {
        "county": (60, 14), "fire": (20, 22), "police": (36, 14),
    }  # fmt: skip
    nothing = answerable.whatif(what.applied.structure, Change())
    assert nothing.applied.structure == what.applied.structure


def test_what_is_assumed_of_something_else_is_told_and_not_used(answer: Answer) -> None:
    three = ("sw.csp_malvern", "sw.csp_wychavon", "sw.csp_worcester")
    code, out, err = answer(
        "whatif", sample_data.path("south_worcestershire_before"), "--merge", ",".join(three), "--into", "new",
        "--rhythm", "4/yr, 2h", "--keep", "sw.dist_groups", *(word for one in three for word in ("--close", one)),
        "--assume", sample_data.assumptions_path("south_worcestershire_equal"),
    )  # fmt: skip
    unused = "`sw.csp` is nothing in this structure, so what is assumed of it is not used."
    assert (code, err) == (0, f"answerable: warning: {unused}\n")
    assert re.search(r"^Fire Authority +8 +16 +24 +32 +as much with 2, more with more$", out, re.MULTILINE)
    assert "The new group has no name of its own yet." in " ".join(out.split())
