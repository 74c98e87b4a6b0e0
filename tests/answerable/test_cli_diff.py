"""`answerable diff`: next year's file against last year's, and one file at two days."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

import answerable
import sample_data
from graphmodel.structure import Structure
from queries.differences.difference import Fate
from tests.answerable.conftest import Answer

GLOUCESTERSHIRE = sample_data.path("gloucestershire")
BEFORE = sample_data.path("south_worcestershire_before")
AFTER = sample_data.path("south_worcestershire")
DAYS = ("--from", "2003-03-31", "--to", "2003-11-21")
LAST = """\
id: small
title: A small place
as_of: 2003-11-21
bodies:
  - {id: pct, kind: primary_care_trust, name: The trust}
groups:
  - {id: csp, kind: partnership, name: The partnership, per_year: 4, hours: 2}
  - {id: dag, kind: group, name: The drugs group, evidence: {modality: inferred, reason: by its minutes}}
people:
  - {id: jo.bloggs, name: Jo Bloggs, evidence: {captured_by: Kim Smith, note: Jo Bloggs says so}}
posts:
  - {id: coord, name: Co-ordinator}
seats:
  - {member: pct, group: csp}
  - {member: pct, group: dag}
lines:
  - {kind: reports_to, from: dag, to: csp}
links:
  - {type: holds, person: jo.bloggs, post: coord}
"""
CHANGES = (
    ("as_of: 2003-11-21", "as_of: 2004-11-21"),
    ("per_year: 4", "per_year: 6"),
    ("{kind: reports_to, from: dag, to: csp}", "{kind: accountable_to, from: dag, to: csp}"),
    (", evidence: {modality: inferred, reason: by its minutes}", ""),
    ("  - {member: pct, group: dag}\n", ""),
)


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    """Write last year's file, and this year's with four rows changed (one gives two: a line of another kind)."""
    text = LAST
    for was, now in CHANGES:
        assert was in text
        text = text.replace(was, now)
    last, this = tmp_path / "last.yaml", tmp_path / "this.yaml"
    last.write_text(LAST, "utf-8")
    this.write_text(text, "utf-8")
    return last, this


def told(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return found


def lines(difference: dict[str, Any]) -> list[tuple[Any, ...]]:
    """Return the rows of a patch in short."""
    return [
        (
            row["table"],
            row["turn"],
            row["key"],
            *((field["name"], field["was"], field["now"]) for field in row["fields"]),
        )
        for row in difference["patch"]["rows"]
    ]


ROWS = [
    ("groups", "changed", "csp", ("per_year", 4.0, 6.0)),
    ("groups", "changed", "dag", ("evidence", {"modality": "inferred", "reason": "by its minutes"}, None)),
    ("seats", "removed", "seat pct dag member unknown"),
    ("lines", "added", "line dag csp accountable_to -"),
    ("lines", "removed", "line dag csp reports_to -"),
]


@pytest.mark.parametrize("ending", [".yaml", ".xlsx", ".json"])
def test_five_changed_rows_are_five_lines_in_any_form_of_file(
    answer: Answer, files: tuple[Path, Path], tmp_path: Path, ending: str
) -> None:
    kept = []
    for file in files:
        kept.append(file.with_name(f"{file.stem}-kept{ending}"))
        answerable.save(answerable.load(file), kept[-1])
    output = tmp_path / "difference.json"
    assert answer("diff", *kept, "-o", output).code == 0
    assert lines(told(output)) == ROWS
    assert told(output)["patch"]["head"] == [{"name": "as_of", "was": "2003-11-21", "now": "2004-11-21"}]


def test_the_text_tells_what_was_and_what_is(answer: Answer, files: tuple[Path, Path]) -> None:
    code, out, err = answer("diff", *files)
    assert (code, err) == (0, "")
    for sentence in (
        "A small place: what is different between 21 November 2003 and 21 November 2004",
        "Meets 6 times a year (was: 4)",
        "The drugs group: in the earlier file only: The trust.",
    ):
        assert sentence in " ".join(out.split())


def test_every_format_tells_the_same(answer: Answer, tmp_path: Path) -> None:
    outputs = [
        tmp_path / f"difference{ending}" for ending in (".docx", ".html", ".md", ".txt", ".json", ".svg", ".png")
    ]
    code, out, err = answer("diff", GLOUCESTERSHIRE, *DAYS, *(part for path in outputs for part in ("-o", path)))
    assert (code, out) == (0, "")
    assert err == "".join(f"Written: {path}\n" for path in outputs)
    assert zipfile.is_zipfile(outputs[0])
    assert outputs[3].read_text("utf-8") == answer("diff", GLOUCESTERSHIRE, *DAYS).out
    assert outputs[5].read_text("utf-8").startswith("<svg")
    assert outputs[6].read_bytes().startswith(b"\x89PNG")
    again = tmp_path / "again.json"
    answer("diff", GLOUCESTERSHIRE, *DAYS, "-o", again)
    assert again.read_bytes() == outputs[4].read_bytes()


def test_the_document_has_the_days_and_what_became_of_groups(answer: Answer, tmp_path: Path) -> None:
    output = tmp_path / "difference.json"
    answer("diff", GLOUCESTERSHIRE, *DAYS, "-o", output)
    found = told(output)
    assert (found["schema"], found["version"], found["level"]) == (1, answerable.__version__, "asserted")
    assert [found[side]["as_of"] for side in ("before", "after")] == ["2003-03-31", "2003-11-21"]
    fates = {one["group"]: one["fate"] for one in found["groups"]}
    assert {"gl.gcsp": "new", "gl.cog": "left_open", "gl.daat": "kept", "gl.cdrps": "kept"}.items() <= fates.items()
    assert found["names"]["gl.cog"] == "Chief Officers Group for Crime and Disorder"
    police = next(one for one in found["savings"] if one["who"] == "gl.police")
    # That no seat is told of before is no nought; of two seats whose rhythms nobody knows the hours are not known.
    assert [police[side]["seats"] for side in ("before", "after")] == [None, 2]
    assert [police[side]["hours"] for side in ("before", "after")] == [None, None]


def test_what_one_file_does_not_tell_of_is_asked_and_never_called_closed(answer: Answer, tmp_path: Path) -> None:
    output = tmp_path / "difference.json"
    code, _, err = answer("diff", BEFORE, AFTER, "-o", output)
    assert code == 0
    assert err == (
        "answerable: warning: The two files go by different ids, `south_worcestershire_before` and "
        f"`south_worcestershire`. They are compared as one structure all the same.\nWritten: {output}\n"
    )
    fates = {one["group"]: one["fate"] for one in told(output)["groups"]}
    assert (fates["sw.strategic"], fates["sw.dag"], fates["sw.csp_malvern"]) == ("not_told", "not_told", "merged")
    text = " ".join(answer("diff", AFTER, BEFORE, "--from", "2003-03-31", "--to", "2003-03-31").out.split())
    assert "closed" not in text


def test_names_of_persons_are_nowhere_unless_asked_for(
    answer: Answer, files: tuple[Path, Path], tmp_path: Path
) -> None:
    last, this = files
    this.write_text(this.read_text("utf-8").replace("jo.bloggs", "jo.b").replace("small", "smaller"), "utf-8")
    outputs = [tmp_path / f"difference{ending}" for ending in (".html", ".md", ".txt", ".json", ".svg")]
    every = [part for path in outputs for part in ("-o", path)]
    err = answer("diff", last, this, *every).err
    for text in (err, *(path.read_text("utf-8") for path in outputs)):
        for word in ("Bloggs", "bloggs", "jo.b", "Kim Smith"):
            assert word not in text
    assert "--not-same person-" in " ".join(outputs[2].read_text("utf-8").split())
    answer("diff", last, this, "--names", *every)
    assert "Jo Bloggs" in outputs[3].read_text("utf-8")


def test_a_stand_in_can_be_said_not_to_be_the_same(answer: Answer, files: tuple[Path, Path], tmp_path: Path) -> None:
    last, this = files
    this.write_text(this.read_text("utf-8").replace("jo.bloggs", "jo.b"), "utf-8")
    output = tmp_path / "difference.json"
    answer("diff", last, this, "-o", output)
    (remark,) = (one for one in told(output)["remarks"] if "--not-same" in one)
    pair = remark.rpartition(" ")[2].rstrip(".")
    assert answer("diff", last, this, "--not-same", pair, "-o", output).code == 0
    turns = [row["turn"] for row in told(output)["patch"]["rows"] if row["table"] == "people"]
    assert turns == ["added", "removed"]


def test_what_goes_by_another_id_is_the_same_where_it_is_said(
    answer: Answer, files: tuple[Path, Path], tmp_path: Path
) -> None:
    last, this = files
    this.write_text(
        this.read_text("utf-8").replace("dag", "sub").replace("The drugs group", "Substance group"), "utf-8"
    )
    output = tmp_path / "difference.json"
    answer("diff", last, this, "-o", output)
    assert {one["group"]: one["fate"] for one in told(output)["groups"]} == {
        "csp": "kept",
        "dag": "not_told",
        "sub": "not_told",
    }
    assert answer("diff", last, this, "--same", "The drugs group=sub", "-o", output).code == 0
    assert [(one["group"], one["fate"], one["others"]) for one in told(output)["groups"]] == [
        ("csp", "kept", []),
        ("dag", "renamed", ["sub"]),
    ]
    assert told(output)["patch"]["renamed"] == {"dag": "sub"}


def test_it_ends_with_1_only_where_that_is_asked_for(answer: Answer, files: tuple[Path, Path]) -> None:
    last, this = files
    assert answer("diff", last, this, "--fail-on", "fail").code == 0
    this.write_text(
        this.read_text("utf-8").replace("lines:\n", "lines:\n  - {kind: accountable_to, from: csp, to: dag}\n"), "utf-8"
    )
    assert answer("diff", last, this).code == 0
    code, _, err = answer("diff", last, this, "--fail-on", "query")
    assert (code, "of status query or worse.\n" in err) == (1, True)


def wrong(told: tuple[int, str, str]) -> str:
    code, out, err = told
    assert (code, out) == (2, "")
    return err


def test_days_that_do_not_fit(answer: Answer, files: tuple[Path, Path]) -> None:
    last, this = files
    assert wrong(answer("diff", last)) == (
        "answerable: One file is compared with itself at two days. Give the earlier one with --from, or a second "
        "file.\n"
    )
    assert wrong(answer("diff", last, "--from", "2004-01-01", "--to", "2003-01-01")) == (
        "answerable: The day to compare from, 2004-01-01, is after the day to compare to, 2003-01-01. Change them "
        "round.\n"
    )
    assert wrong(answer("diff", last, "--from", "2003-11-21")) == (
        "answerable: Both days are 2003-11-21: one file is the same on one day. Give two days.\n"
    )
    assert wrong(answer("diff", this, last)) == (
        "answerable: The first file is as of 2004-11-21, the second of 2003-11-21: that is the wrong way round. Name "
        "the earlier file first, or give the days with --from and --to.\n"
    )
    assert wrong(answer("diff", last, this, "--from", "soon")) == (
        "answerable: `soon` is not a day. Write year, month and day, such as 2003-11-21.\n"
    )


def test_files_that_do_not_fit(answer: Answer, files: tuple[Path, Path], tmp_path: Path) -> None:
    last, this = files
    assert wrong(answer("diff", last, last)) == (
        f"answerable: Both are the same file, `{last}`. To compare it at two days, name it once and give --from and "
        "--to.\n"
    )
    assert wrong(answer("diff", last, this, "-o", this)) == (
        f"answerable: `{this}` is the file that is read. Choose another name for the difference.\n"
    )
    assert wrong(answer("diff", last, this, "-o", tmp_path / "difference.xlsx")) == (
        f"answerable: `{tmp_path / 'difference.xlsx'}`: the difference is written as .docx, .html, .md, .txt, .json, "
        ".svg or .png. Let the name end in one of them.\n"
    )
    told = wrong(answer("diff", last, this, "-o", tmp_path / "difference.pdf"))
    assert "For a PDF, write .docx or .html and save or print that." in told
    absent = tmp_path / "absent.yaml"
    assert f"{absent}" in wrong(answer("diff", absent, tmp_path / "neither.yaml"))


def test_all_that_is_wrong_with_what_is_said_to_be_the_same_is_told_at_once(
    answer: Answer, files: tuple[Path, Path]
) -> None:
    options = {
        "--same": ("The drug group=csp", "dag", "dag=pct", "csp=csp", "dag=csp"),
        "--not-same": ("dag=csp",),
    }
    given = [part for option, pairs in options.items() for pair in pairs for part in (option, pair)]
    assert wrong(answer("diff", *files, *given)).splitlines() == [
        (
            "answerable: --same `The drug group=csp`: There is no `The drug group` in the earlier file that is a "
            "body, a group, a post or a person. Did you mean The drugs group (dag)?"
        ),
        "--same `dag`: write what it was and what it is, as ids or names: --same OLD=NEW.",
        "--same `dag=pct`: the one is a group, the other a body. They cannot be the same.",
        "--same `csp=csp`: it has the same id in both files and is taken for the same. Leave it out.",
        "--same `dag=csp`: `csp` is in the earlier file as well, so the two are not one.",
        "--same: `dag` of the earlier file is given twice. One thing is one.",
        "--same: `csp` of the later file is given twice. One thing is one.",
    ]
    assert wrong(answer("diff", *files, "--not-same", "dag=csp")) == (
        "answerable: --not-same `dag=csp`: these are not taken for the same. Leave it out.\n"
    )


def test_python_gives_the_difference_with_names() -> None:
    structure = answerable.load(GLOUCESTERSHIRE)
    found = answerable.diff(structure, from_="2003-03-31", to="2003-11-21", profile="dat-cdrp-2003")
    assert {one.group: one.fate for one in found.groups}["gl.gcsp"] is Fate.NEW
    with pytest.raises(answerable.AnswerableError, match="One file is compared with itself at two days"):
        answerable.diff(structure)


def test_a_structure_of_ones_own_and_assumptions(tmp_path: Path) -> None:
    before = Structure.model_validate(
        {
            "id": "s",
            "title": "A place",
            "as_of": "2003-01-01",
            "bodies": [{"id": "pct", "name": "The trust", "kind": "primary_care_trust"}],
            "groups": [{"id": "g", "name": "The group", "kind": "group"}],
            "seats": [{"member": "pct", "group": "g"}],
        }
    )
    after = before.model_copy(update={"as_of": "2004-01-01"})
    assumed = tmp_path / "assumed.yaml"
    assumed.write_text("rhythms:\n  - {groups: [g], per_year: 4, hours: 2, reason: as the others do}\n", "utf-8")
    (saving,) = answerable.diff(before, after, assume=assumed).savings
    assert [saving.before.hours, saving.after.hours] == [8, 8]
    assert any("as the others do" in condition for condition in saving.conditions)
