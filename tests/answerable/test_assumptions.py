"""The file of assumptions: read with its words and names, or refused with everything that is wrong with it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

import answerable as an
import sample_data
from answerable.assumptions import read_assumptions
from answerable.errors import InputError
from graphmodel import shorthand
from graphmodel.structure import Structure
from queries.burden.assumed import NOTHING, AssumedRhythm, AssumedSeat, Assumptions
from queries.document_schemas import assumptions_schema

WRONG = """\
schema: 1
titel: x
rhythms:
  - groups: [sw.csp_malvren, "south worcestershire community safety partnership"]
    rhythm: often
    reason: ours
  - groups: [sw.csp]
    reason: ours
  - groups: [sw.csp]
    per_year: quarterly
    reason: ours
  - groups: [sw.dist_groups, sw.county]
    rhythm: monthly, 2 hours
    per_year: 4
  - {groups: [sw.dist_groups], rhythm: weekly, reason: ours}
seats:
  - members: [Polise]
    groups: [sw.smat]
    valid_from: 2004
    valid_to: 2003
    reason: " "
  - {members: sw.police, groups: [], reason: ours}
"""
TOLD = """\
wrong.yaml:2:1: A file of assumptions has no field `titel`. Did you mean `title`?
wrong.yaml:4:14: `sw.csp_malvren` is nothing in these structures. Did you mean `sw.csp_malvern`?
wrong.yaml:5:13: `often` does not say how often or how long groups meet. Write it as `quarterly, 2 hours`, \
`6 times a year` or `90 minutes`.
wrong.yaml:7:5: This does not say how often or how long groups meet. Add `rhythm`, such as `quarterly, 2 hours`.
wrong.yaml:10:15: `per_year` cannot be the text `quarterly`. Write a number.
wrong.yaml:12:5: This assumed rhythm has no `reason`. Add it.
wrong.yaml:12:30: `sw.county` is a body. Name a group.
wrong.yaml:13:13: It is said in words and in numbers, and they differ. Keep one of the two.
wrong.yaml:15:15: `sw.dist_groups` is given a rhythm twice. Keep one of them.
wrong.yaml:17:15: `Polise` is nothing in these structures.
wrong.yaml:20:15: It ends before it begins. Correct one of the two dates.
wrong.yaml:21:13: `reason` is empty. Fill it in.
wrong.yaml:22:15: `members` cannot be the text `sw.police`. Write a list.
wrong.yaml:22:34: `groups` is empty. Fill it in."""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def pair() -> tuple[Structure, ...]:
    names = ("south_worcestershire_before", "south_worcestershire")
    return tuple(an.load(sample_data.path(name)) for name in names)


def test_everything_that_is_wrong_is_told_at_once_with_its_place(pair: tuple[Structure, ...]) -> None:
    Path("wrong.yaml").write_text(WRONG, "utf-8")
    with pytest.raises(InputError) as refused:
        read_assumptions("wrong.yaml", *pair)
    assert str(refused.value) == TOLD


@pytest.mark.parametrize(
    ("words", "per_year", "hours"),
    [
        ("quarterly, 2 hours", 4, 2),
        ("monthly", 12, None),
        ("90 minutes", None, 1.5),
        ("6 weekly, 2h", pytest.approx(8.67), 2),
        ("six times a year; 1.5 hours", 6, 1.5),
    ],
)
def test_words_become_numbers(words: str, per_year: float | None, hours: float | None) -> None:
    Path("given.yaml").write_text(f"rhythms: [{{groups: [g], rhythm: '{words}', reason: ours}}]", "utf-8")
    (rhythm,) = read_assumptions("given.yaml").rhythms
    assert (rhythm.per_year, rhythm.hours, rhythm.rhythm) == (per_year, hours, words)


def test_names_and_aliases_become_the_ids_that_each_structure_has_for_them() -> None:
    before = shorthand.parse('p: partnership "The Partnership"; b: police_force "Police"; x: post "Clerk"')
    after = shorthand.parse('p2: partnership "The Partnership"; b: police_force "Police"')
    given = Assumptions(seats=(AssumedSeat(members=("police", "x"), groups=("the partnership",), reason="ours"),))
    (seat,) = read_assumptions(given, before, after).seats
    assert (seat.members, seat.groups) == (("b", "x"), ("p", "p2"))


def test_a_name_that_may_be_one_of_several_things_is_refused() -> None:
    structure = shorthand.parse('p: partnership "Joint group"; q: partnership "Joint Group"')
    given = Assumptions(rhythms=(AssumedRhythm(groups=("joint group",), per_year=4, reason="ours"),))
    with pytest.raises(InputError) as refused:
        read_assumptions(given, structure)
    assert str(refused.value) == "The assumptions: `joint group` may be one of several things. Write `p` or `q`."


def test_no_file_assumes_nothing() -> None:
    assert read_assumptions(None) == NOTHING


@pytest.mark.parametrize("name", sample_data.assumptions())
def test_the_samples_of_assumptions_are_in_order_and_fit_the_schema(name: str, pair: tuple[Structure, ...]) -> None:
    path = sample_data.assumptions_path(name)
    structures = pair if name.startswith("south") else (an.load(sample_data.path("gloucestershire")),)
    assert read_assumptions(path, *structures).title
    document = yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader)
    Draft202012Validator(assumptions_schema()).validate(json.loads(json.dumps(document)))


def test_the_schema_refuses_what_the_reader_refuses() -> None:
    schema = Draft202012Validator(assumptions_schema())
    for wrong in (
        {"rhythms": [{"groups": ["g"], "reason": "ours"}]},
        {"rhythms": [{"groups": [], "per_year": 4, "reason": "ours"}]},
        {"seats": [{"members": ["b"], "groups": ["g"]}]},
        {"schema": 2},
    ):
        assert not schema.is_valid(wrong)
        Path("given.json").write_text(json.dumps(wrong), "utf-8")
        with pytest.raises(InputError):
            read_assumptions("given.json")


def test_a_name_that_is_no_sample_of_assumptions_is_answered_with_those_that_are() -> None:
    with pytest.raises(LookupError, match=r"`torbay` is no sample of assumptions.*gloucestershire_assumed"):
        sample_data.assumptions_path("torbay")
