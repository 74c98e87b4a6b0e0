"""`answerable agree`: two codings of one text held against each other."""

import csv
import io
import json
from pathlib import Path

import pytest

import sample_data
from tests.answerable.conftest import Answer

TORBAY = sample_data.path("torbay")
SECOND = """\
id: second
title: Another reading of Torbay
as_of: "2003-11-21"
groups:
  - {id: tor.sct, kind: partnership, name: Safer Communities Torbay}
  - {id: drugs, kind: team, name: Drugs  Team}
  - {id: crime, kind: team, name: Team for crime}
posts:
  - {id: tor.admin, name: Administrator}
  - {id: tor.csm, name: Community Safety Manager}
people:
  - {id: alison, name: Alison Parnell}
  - {id: quilp, name: Quilp Jones}
links:
  - {type: supports, from: tor.admin, to: drugs}
  - {type: supports, from: tor.admin, to: crime, evidence: {modality: inferred, reason: "so Quilp Jones says"}}
  - {type: holds, person: alison, post: tor.csm}
  - {type: holds, person: quilp, post: tor.admin}
"""


@pytest.fixture
def second(tmp_path: Path) -> Path:
    file = tmp_path / "second.yaml"
    file.write_text(SECOND, "utf-8")
    return file


def _told(answer: Answer, second: Path, file: Path, *options: object) -> dict[str, object]:
    assert answer("agree", TORBAY, second, *options, "-o", file).code == 0
    told = json.loads(file.read_text("utf-8"))
    assert isinstance(told, dict)
    return told


def test_things_are_matched_by_id_by_name_and_as_given(answer: Answer, second: Path, tmp_path: Path) -> None:
    told = _told(answer, second, tmp_path / "a.json", "--names", "--same", "tor.crime_team=crime")
    assert told["matched"] == [
        {"first": "tor.crime_team", "second": "crime", "by": "given"},
        {"first": "tor.sct", "second": "tor.sct", "by": "id"},
        {"first": "tor.admin", "second": "tor.admin", "by": "id"},
        {"first": "tor.csm", "second": "tor.csm", "by": "id"},
        {"first": "tor.drugs_team", "second": "drugs", "by": "name"},
        {"first": "tor.parnell", "second": "alison", "by": "name"},
    ]


def test_agreement_is_counted_by_type(answer: Answer, second: Path, tmp_path: Path) -> None:
    told = _told(answer, second, tmp_path / "a.json", "--same", "tor.crime_team=crime")
    by_type = told["by_type"]
    assert isinstance(by_type, dict)
    assert by_type["supports"] == {"both": 2, "only_one": 0, "only_other": 0, "neither": 0, "kappa": None}
    # two persons by two posts, of which the second coder has two and the first one of them: 3 of 4 agree, 1/2 by chance
    assert by_type["holds"] == {
        "both": 1, "only_one": 0, "only_other": 1, "neither": 2, "kappa": {"part": 1, "whole": 2},
    }  # fmt: skip
    assert by_type["part_of"]["only_one"] == 2


def test_every_difference_is_a_row(answer: Answer, second: Path, tmp_path: Path) -> None:
    answer("agree", TORBAY, second, "--same", "tor.crime_team=crime", "-o", tmp_path / "a.csv")
    rows = list(csv.DictReader(io.StringIO((tmp_path / "a.csv").read_text("utf-8"))))
    assert {"kind": "differs", "fact": "supports", "start": "tor.admin", "start_name": "Administrator",
            "finish": "tor.crime_team", "finish_name": "Crime team", "property": "modality", "first": "stated",
            "second": "inferred", "first_file": TORBAY.name, "second_file": "second.yaml"} in rows  # fmt: skip
    assert sum(1 for row in rows if row["kind"] == "only_one" and row["fact"] == "part_of") == 2


def test_it_is_told_to_read(answer: Answer, second: Path, tmp_path: Path) -> None:
    files = [tmp_path / f"a{ending}" for ending in (".docx", ".html", ".md", ".txt")]
    code, out, _ = answer("agree", TORBAY, second, *(part for file in files for part in ("-o", file)))
    assert (code, out) == (0, "")
    text = answer("agree", TORBAY, second).out
    assert text == files[3].read_text("utf-8")
    told = " ".join(text.split())
    assert "Things were matched by id (3), by name or alias (2) and as given (0)." in told
    assert "In the first alone" in told
    assert "Kappa needs to know how often neither coder coded something." in told


@pytest.mark.parametrize("ending", [".csv", ".json", ".txt", ".html"])
def test_no_person_is_named_unless_asked_for(answer: Answer, second: Path, tmp_path: Path, ending: str) -> None:
    file = tmp_path / f"a{ending}"
    answer("agree", TORBAY, second, "-o", file)
    text = file.read_text("utf-8").casefold()
    assert not any(name in text for name in ("parnell", "alison", "quilp"))
    answer("agree", TORBAY, second, "--names", "-o", file)
    assert "quilp jones" in file.read_text("utf-8").casefold()


def test_what_is_wrong_is_told(answer: Answer, second: Path, tmp_path: Path) -> None:
    code, out, err = answer("agree", TORBAY, second, "--same", "tor.crime_teem=crime", "--same", "tor.sct=tor.admin")
    assert (code, out) == (2, "")
    assert "`tor.crime_teem` is not in the first file. Did you mean `tor.crime_team`?" in err
    assert "`tor.sct` is a group and `tor.admin` a post." in err
    code, _, err = answer("agree", TORBAY, second, "--same", "x", "-o", tmp_path / "a.svg")
    assert code == 2
    assert "an equals sign" in err
    assert "the result is written as .docx, .html, .md, .txt, .csv or .json" in err


TWO = """\
id: two
title: Two of us
as_of: "2003-11-21"
bodies:
  - {{id: county, kind: county_council, name: County}}
  - {{id: police, kind: police_force, name: Police}}
groups:
  - {{id: board, kind: board, name: Board}}
seats:
  - {{member: police, group: board}}
  - {{member: county, group: board{more}}}
"""


def _two(folder: Path, more: str) -> tuple[Path, Path]:
    files = (folder / "ann" / "coding.yaml", folder / "bo" / "coding.yaml")
    for file, text in zip(files, ("", more), strict=True):
        file.parent.mkdir()
        file.write_text(TWO.format(more=text), "utf-8")
    return files


@pytest.mark.parametrize("modality", ["denied", "not_stated"])
def test_what_one_has_and_the_other_denies_is_no_agreement_that_it_is_there(
    answer: Answer, tmp_path: Path, modality: str
) -> None:
    one, other = _two(tmp_path, f", evidence: {{modality: {modality}}}")
    told = " ".join(answer("agree", one, other).out.split())
    assert "Between them they have 2 facts: 1 in both, 1 in the first alone and 0 in the second alone." in told
    assert "Of those in one alone, 1 the other denies, or finds not stated." in told
    assert "In the first (ann/coding.yaml), and denied or found not stated by the second (bo/coding.yaml): 1" in told
    assert f"modality: first stated, second {modality}" in told
    assert "In both, but not alike" not in told


def test_the_two_are_told_apart_by_their_files(answer: Answer, tmp_path: Path) -> None:
    one, other = _two(tmp_path, ", role: chair")
    told = " ".join(answer("agree", one, other).out.split())
    assert told.startswith("Two codings: Two of us (ann/coding.yaml and bo/coding.yaml)")
    assert "The first coding is “Two of us” in ann/coding.yaml, the second “Two of us” in bo/coding.yaml." in told
    answer("agree", one, other, "-o", tmp_path / "a.json", "-o", tmp_path / "a.csv")
    data = json.loads((tmp_path / "a.json").read_text("utf-8"))
    assert (data["first_file"], data["second_file"]) == ("ann/coding.yaml", "bo/coding.yaml")
    (row,) = csv.DictReader(io.StringIO((tmp_path / "a.csv").read_text("utf-8")))
    assert (row["first_file"], row["second_file"], row["property"]) == ("ann/coding.yaml", "bo/coding.yaml", "role")


def test_that_nothing_differs_and_why_there_is_no_kappa_are_said(answer: Answer, tmp_path: Path) -> None:
    one, _ = _two(tmp_path, "")
    told = " ".join(answer("agree", one, one).out.split())
    assert "The two codings do not differ in anything that is compared." in told
    assert "it is not defined: both give one and the same answer throughout" in told
    same = " ".join(answer("agree", TORBAY, TORBAY).out.split())
    assert "beyond chance (Cohen's kappa) it is 1.00" in same


def test_that_nothing_is_in_common_is_said(answer: Answer, tmp_path: Path) -> None:
    one, _ = _two(tmp_path, "")
    told = " ".join(answer("agree", one, TORBAY).out.split())
    assert "No thing in one coding was found in the other, so nothing can agree" in told
    assert "No fact is in both." in told
