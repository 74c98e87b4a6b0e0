"""`answerable burden`: whole outputs, in every format, and what it refuses."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

import answerable
import sample_data
from answerable.burden_document import Head, burden_json
from answerable.burden_files import Told, contents
from graphmodel import shorthand
from graphmodel.content import content_hash
from graphmodel.structure import Structure
from queries.profile import DEFAULT
from tests.answerable.conftest import Answer

GLOUCESTERSHIRE = sample_data.path("gloucestershire")
PLACE = """\
schema: 1
id: place
title: A place
as_of: 2003-11-21
bodies:
  - {id: police, kind: police_force, name: The Police, aliases: [Constabulary], fte: 0.5}
  - {id: trust, kind: voluntary, name: The Trust}
  - {id: council, kind: county_council, name: The Council}
groups:
  - {id: a, kind: board, name: Board A, per_year: 4, hours: 2, preparation: 1, meets_on: [2003-12-01]}
  - {id: b, kind: board, name: Board B, per_year: 12, hours: 1.5, meets_on: [2003-12-01, 2004-01-05]}
  - {id: c, kind: board, name: Board C}
posts:
  - {id: ci, name: The inspector}
people:
  - {id: jo.bloggs, name: Jo Bloggs}
links:
  - {type: post_in, post: ci, home: police}
  - {type: holds, person: jo.bloggs, post: ci}
seats:
  - {member: ci, group: a, role: chair, capacity: unknown}
  - {member: ci, group: b, role: member, capacity: unknown}
  - {member: police, group: c, role: member, capacity: unknown}
  - {member: trust, group: a, role: member, capacity: unknown}
  - {member: council, group: c, role: secretariat, capacity: unknown}
lines:
  - {kind: reports_to, from: a, to: b, per_year: 4}
"""
ASSUMED = """\
title: A place, if C is quarterly
rhythms:
  - {groups: [c], rhythm: "quarterly, 2 hours", reason: "As Board A does, says Jo Bloggs."}
"""


@pytest.fixture
def place(tmp_path: Path) -> Path:
    path = tmp_path / "place.yaml"
    path.write_text(PLACE, "utf-8")
    return path


def document(answer: Answer, place: Path, *options: object) -> dict[str, Any]:
    out = place.with_name("burden.json")
    assert answer("burden", place, *options, "-o", out) == (0, "", f"Written: {out}\n")
    found: dict[str, Any] = json.loads(out.read_text("utf-8"))
    return found


def pair(part: int, whole: int = 1) -> dict[str, int]:
    return {"part": part, "whole": whole}


def test_the_load_of_a_body_in_a_document(answer: Answer, place: Path) -> None:
    found = document(answer, place)
    assert {name: found[name] for name in ("schema", "title", "as_of", "evidence", "bounds", "assumed")} == {
        "schema": 1, "title": "A place", "as_of": "2003-11-21", "evidence": "asserted", "bounds": None, "assumed": [],
    }  # fmt: skip
    (police,) = (body for body in found["bodies"] if body["id"] == "police")
    places = police.pop("places")
    assert police == {
        "id": "police", "name": "The Police", "stands_for": 1, "stands_for_evidence": "stated", "seats": 3,
        "meetings": pair(16), "hours": pair(26),
        "beside": pair(4), "cost": None, "without_rhythm": 1, "without_hours": 1, "without_beside": 3,
        "without_rate": 3, "on_sets_of_unknown_number": 0, "exact": False, "assumed": [], "supporting": 0,
        "attends": [], "share": pair(13, 17), "per_fte": pair(52), "duplicated": pair(0), "interval": None,
        "clashes": [{"day": "2003-12-01", "groups": ["a", "b"]}], "unshared": [],
    }  # fmt: skip
    assert [(place["group"], place["hours"]) for place in places] == [("a", pair(2)), ("b", pair(3, 2)), ("c", None)]


def test_the_rest_of_the_document(answer: Answer, place: Path) -> None:
    found = document(answer, place)
    assert [(one["id"], one["seats"], one["attends"]) for one in found["bodies"]] == [
        ("council", 0, ["c"]), ("police", 3, []), ("trust", 1, []),
    ]  # fmt: skip
    assert [(one["id"], one["name"], one["hours"]) for one in found["groups"]] == [
        ("a", "Board A", pair(16)), ("b", "Board B", pair(18)), ("c", "Board C", None),
    ]  # fmt: skip
    assert (found["total"]["seats"], found["total"]["hours"], found["nobody"]) == (4, pair(34), [])
    assert (found["spread"]["gini"], found["spread"]["bodies"]) == (pair(9, 34), 2)
    assert [(one["groups"], one["shared"], one["of_all"], one["hours"], one["flagged"]) for one in found["pairs"]] == [
        (["a", "b"], ["police"], pair(1, 2), pair(8), False),
        (["a", "c"], ["police"], pair(1, 2), None, False),
        (["b", "c"], ["police"], pair(1), None, False),
    ]  # fmt: skip
    assert found["chairs"] == {
        "number": 1, "of_body": {"police": 1}, "at_least": [], "without_body": 0, "exact": True,
        "concentration": pair(1),
    }  # fmt: skip
    assert found["reports"] == [
        {"id": "a", "name": "Board A", "lines": ["b"], "reports": 1, "perhaps_one": False, "a_year": pair(4),
         "without_rhythm": 0, "not_there": []}
    ]  # fmt: skip


def test_persons_are_hidden_unless_they_are_asked_for(answer: Answer, place: Path) -> None:
    for options, shown in (((), False), (("--names",), True)):
        files = [place.with_name(f"out{ending}") for ending in (".md", ".html", ".txt", ".json", ".svg")]
        assert answer("burden", place, *options, *(part for file in files for part in ("-o", file))).code == 0
        told = {file.suffix: file.read_text("utf-8") for file in files}
        assert {ending for ending, text in told.items() if "Bloggs" in text or "jo.bloggs" in text} == (
            set(told) - {".svg"} if shown else set()
        )
    assert document(answer, place)["people"][0]["name"] == "a person (name not shown)"
    assert document(answer, place, "--names")["people"][0]["id"] == "jo.bloggs"


def test_the_same_bytes_each_time(answer: Answer, place: Path) -> None:
    made = []
    for number in range(2):
        files = [place.with_name(f"{number}{ending}") for ending in (".json", ".pdf", ".svg", ".docx", ".xlsx")]
        answer("burden", place, "--intervals", *(part for file in files for part in ("-o", file)))
        made.append([file.read_bytes() for file in files])
    assert made[0] == made[1]


def test_every_format(answer: Answer, place: Path) -> None:
    endings = (".docx", ".html", ".md", ".txt", ".xlsx", ".json", ".svg", ".png", ".pdf")
    files = [place.with_name(f"burden{ending}") for ending in endings]
    code, out, err = answer("burden", place, *(part for file in files for part in ("-o", file)))
    assert (code, out, err) == (0, "", "".join(f"Written: {file}\n" for file in files))
    kinds = dict(zip(endings, (file.read_bytes() for file in files), strict=True))
    assert zipfile.is_zipfile(files[0])
    assert zipfile.is_zipfile(files[4])
    assert kinds[".pdf"].startswith(b"%PDF")
    assert kinds[".png"].startswith(b"\x89PNG")
    assert answer("burden", place).out == kinds[".txt"].decode()
    assert b"<svg" in kinds[".svg"]
    assert b"image/svg+xml" in kinds[".html"]


def test_one_figure_or_the_other(answer: Answer, place: Path) -> None:
    groups, hours, neither = (place.with_name(f"{name}.svg") for name in ("groups", "hours", "neither"))
    assert answer("burden", place, "--figure", "groups", "-o", groups).code == 0
    assert answer("burden", place, "--figure", "hours", "-o", hours).code == 0
    assert answer("burden", place, "-o", neither).code == 0
    assert neither.read_bytes() == groups.read_bytes() != hours.read_bytes()


def test_a_body_by_id_name_or_alias(answer: Answer, place: Path) -> None:
    by_id, by_name, by_alias = (answer("burden", place, "--body", name) for name in
                                ("police", "the police", "Constabulary"))  # fmt: skip
    assert by_id == by_name == by_alias
    assert by_id.out.startswith("What is asked of The Police\n") or by_id.out.startswith(
        "What is asked of the Police\n"
    )
    assert "at least 26 hours a year" in " ".join(by_id.out.split())


def test_several_bodies_have_a_page_each(answer: Answer, place: Path) -> None:
    out = answer("burden", place, "--body", "trust", "--body", "police", "--body", "The Trust").out
    assert [line for line in out.splitlines() if line.startswith("What is asked of")] == [
        "What is asked of the Trust", "What is asked of the Police",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--body", "polcie"), "There is no `polcie` in this file that is a body or a group. Did you mean The Police"),
        (("--body", "Board A"), "No seat of Board A (a) on a group is known at this day."),
        (("--body", "polcie", "--body", "nobody"), "There is no `nobody` in this file that is a body or a group."),
        (("--figure", "bars"), "The figure cannot be `bars`. It can be groups or hours."),
        (("--evidence", "hearsay"), "The evidence level cannot be `hearsay`."),
        (("--as-of", "soon"), "`soon` is not a day."),
        (("--assume", "nowhere.yaml"), "nowhere.yaml"),
    ],
)
def test_what_is_refused(answer: Answer, place: Path, options: tuple[str, ...], told: str) -> None:
    code, out, err = answer("burden", place, *options)
    assert (code, out) == (2, "")
    assert told in err
    assert "Bloggs" not in err


def test_an_ending_that_says_nothing(answer: Answer, place: Path) -> None:
    code, _, err = answer("burden", place, "-o", place.with_name("burden.doc"))
    assert code == 2
    assert "the burden is written as .docx, .html, .md, .txt, .xlsx, .json, .svg, .pdf or .png" in err
    code, _, err = answer("burden", place, "--body", "police", "-o", place.with_name("burden.svg"))
    assert code == 2
    assert "the page of a body is written as .docx, .html, .md or .txt" in err
    assert not place.with_name("burden.svg").exists()


def test_neither_the_file_nor_the_assumptions_are_overwritten(answer: Answer, place: Path) -> None:
    assumed = place.with_name("assumed.json")
    assumed.write_text("{}", "utf-8")
    code, _, err = answer("burden", place, "--assume", assumed, "-o", assumed)
    assert (code, assumed.read_text("utf-8")) == (2, "{}")
    assert "is the file that is read" in err


def test_what_is_assumed_is_conditional_and_says_why(answer: Answer, place: Path) -> None:
    assumed = place.with_name("assumed.yaml")
    assumed.write_text(ASSUMED, "utf-8")
    found = document(answer, place, "--assume", assumed)
    (police,) = (body for body in found["bodies"] if body["id"] == "police")
    assert (found["title"], found["supposing"]) == ("A place", "A place, if C is quarterly")
    assert (police["hours"], police["exact"]) == (pair(34), True)
    assert found["assumptions"] == [{
        "groups": ["c"], "members": [], "rhythm": "quarterly, 2 hours", "per_year": 4, "hours": 2,
        "reason": "As Board A does, says a person (name not shown).", "unused": None,
    }]  # fmt: skip
    assert found["assumed"] == police["assumed"] == ["As Board A does, says a person (name not shown)."]
    told = " ".join(answer("burden", place, "--assume", assumed).out.split())
    assert told.startswith("A place: what seats ask of bodies ===")
    assert "With what is assumed: A place, if C is quarterly." in told
    assert "- Board C: quarterly, 2 hours (As Board A does, says a person (name not shown).)" in told
    assert "34 (conditional)" in told
    assert "Bloggs" not in told


def test_bounds_are_asked_for(answer: Answer, place: Path) -> None:
    found = document(answer, place, "--intervals")
    (police,) = (body for body in found["bodies"] if body["id"] == "police")
    assert police["interval"] == {"least": pair(26 + 2), "most": pair(26 + 36)}
    assert found["bounds"].startswith("2 to 12 meetings a year, and 1 to 3 hours a meeting, are taken where these are")


def test_nothing_to_draw(answer: Answer, tmp_path: Path) -> None:
    empty = tmp_path / "empty.yaml"
    empty.write_text("{schema: 1, id: e, title: Empty, groups: [{id: a, kind: board, name: A}]}", "utf-8")
    code, _, err = answer("burden", empty, "-o", tmp_path / "out.svg")
    assert code == 2
    assert "There is nothing to draw" in err
    assert answer("burden", empty).code == 0


def test_it_is_of_a_day_and_a_level_of_evidence(answer: Answer) -> None:
    asked = answer("burden", GLOUCESTERSHIRE, "--evidence", "stated", "--as-of", "2004-01-01").out
    assert "As at 1 January 2004, 18 seats" in " ".join(asked.split())
    assert "20 seats" in answer("burden", GLOUCESTERSHIRE).out


def test_from_python() -> None:
    structure: Structure = shorthand.parse("a: group per_year=4 hours=2; p on a; q on c; q on a [inferred]")
    found = answerable.burden(structure, as_of="2003-11-21")
    assert {one.who: int(one.load.hours) for one in found.bodies} == {"p": 8, "q": 8}
    stated = answerable.burden(structure, as_of="2003-11-21", evidence="stated", intervals=True)
    assert [one.load.is_unknown for one in stated.bodies] == [False, True]
    assert stated.bodies[1].interval is not None
    assert answerable.burden(structure, as_of="2003-11-21", chair_factor=2).chair_factor == 2
    with pytest.raises(answerable.AnswerableError, match="cannot be `hearsay`"):
        answerable.burden(structure, evidence="hearsay")


def test_what_is_assumed_of_something_else_is_remarked_on_where_any_of_it_applies(answer: Answer, place: Path) -> None:
    assumed = place.with_name("assumed.yaml")
    rhythm = '{groups: [%s], rhythm: "quarterly, 2 hours", reason: ours}'
    assumed.write_text(f"rhythms: [{rhythm % 'c, elsewhere, Board D'}, {rhythm % 'a'}]", "utf-8")
    code, out, err = answer("burden", place, "--assume", assumed)
    assert code == 0
    assert "`elsewhere` is nothing in this structure, so what is assumed of it is not used." in " ".join(err.split())
    assert "Did you mean `a`, `b` or `c`?" in " ".join(err.split())
    told = " ".join(out.split())
    assert "- Board C: quarterly, 2 hours (ours)" in told
    assert "- Not used, because it is known: Board A: quarterly, 2 hours" in told
    assert "not there in this file at this day: elsewhere and Board D: quarterly, 2 hours" in told
    assumed.write_text(f"rhythms: [{rhythm % 'elsewhere'}]", "utf-8")
    code, out, err = answer("burden", place, "--assume", assumed)
    assert (code, out) == (2, "")
    assert "`elsewhere` is nothing in this structure." in err


def test_a_figure_without_a_picture_is_refused(answer: Answer, place: Path) -> None:
    out = place.with_name("burden.docx")
    code, _, err = answer("burden", place, "--figure", "hours", "-o", out)
    assert code == 2
    assert "The figure `hours` is drawn into a picture." in err
    assert not out.exists()


def test_the_page_of_a_body_is_no_pdf_and_nothing_else_is_written_either(answer: Answer, place: Path) -> None:
    page = place.with_name("police.docx")
    code, _, err = answer("burden", place, "--body", "police", "-o", page, "-o", place.with_name("police.pdf"))
    assert code == 2
    assert "A .docx or .html can be printed to a PDF. Nothing was written." in " ".join(err.split())
    assert not page.exists()


def test_a_document_says_by_what_and_from_what_it_was_made(answer: Answer, place: Path) -> None:
    found = document(answer, place)
    assert list(found)[:5] == ["schema", "version", "profile", "content", "not_whole"]
    structure = answerable.load(place)
    assert (found["version"], found["content"]) == (answerable.__version__, content_hash(structure))
    assert (found["profile"], found["not_whole"]) == (DEFAULT, None)
    assert document(answer, place, "--profile", "csp-2011")["profile"] == "csp-2011"
    told = burden_json(answerable.burden(structure), structure, Head("1", "own", "In the file 1 thing is wrong."))
    assert json.loads(told)["not_whole"] == "In the file 1 thing is wrong."


def test_a_figure_says_that_not_all_of_the_file_could_be_read(tmp_path: Path, place: Path) -> None:
    structure = answerable.load(place)
    for notice in ("In the file 1 thing is wrong.", ""):
        told = Told(answerable.burden(structure), structure, "", notice=notice, figure="hours")
        ((_, drawn),) = contents(tmp_path / "hours.svg", told)
        assert ("Not all of the file could be read" in str(drawn)) is bool(notice)
