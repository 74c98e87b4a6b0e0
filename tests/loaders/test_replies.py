"""A reply sheet filled in as people do, read back: nothing is dropped, and nothing else changes."""

import datetime as dt
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import sample_data
from graphmodel.answers import FORMS, NONE, NOT_KNOWN, Entry, Kind, form
from graphmodel.evidence import Modality, What
from graphmodel.place import Problem
from graphmodel.shorthand import parse
from graphmodel.structure import Structure
from graphmodel.veiled import veiled_ids
from loaders.problems import LoadError
from loaders.replies.reading import with_replies
from loaders.structures import load
from queries.asking.requests import requests
from tests.asked import report_of, statuses
from tests.loaders.reply_sheets import answer, filled, replied, sheet_of
from tests.strategies import small_structures

SW = load(sample_data.path("south_worcestershire")).structure


def test_a_reply_sheet_goes_once_round(tmp_path: Path) -> None:
    sheet = filled(
        sheet_of(SW, tmp_path / "sw.xlsx"),
        {
            ("sw.strategic", "line"): {
                Entry.ANSWER: "south worcestershire  COMMUNITY safety partnership",
                Entry.SOURCE: "Minutes of the Strategic Group", Entry.PLACE: "item 4", Entry.SINCE: "April 2003",
                Entry.BY: "A clerk", Entry.ON: dt.date(2004, 5, 1),
            },
            ("sw.smat_board", "line"): {Entry.SHORT: NONE},
            ("sw.dag", "terms_of_reference"): {Entry.ANSWER: "agreed", Entry.SINCE: "1 October 2003"},
            ("sw.dist_groups", "chair"): {Entry.ANSWER: "new post: Chair of each area group"},
            ("sw.strategic", "chair"): {Entry.SHORT: NOT_KNOWN},
        },
    )  # fmt: skip
    before = statuses(report_of(SW, named="dat-cdrp-2003"))
    after_replies = with_replies(SW, [sheet])
    assert after_replies.problems == ()
    new = after_replies.structure
    after = statuses(report_of(new, named="dat-cdrp-2003"))
    assert (before["ACC-01 sw.strategic"], after["ACC-01 sw.strategic"]) == ("query", "met")
    assert (before["ACC-01 sw.smat_board"], after["ACC-01 sw.smat_board"]) == ("query", "fail")
    assert (before["TOR-01 sw.dag"], after["TOR-01 sw.dag"]) == ("query", "met")
    assert (before["ACC-11 sw.dist_groups (chair)"], after["ACC-11 sw.dist_groups (chair)"]) == ("query", "met")
    assert after["ACC-11 sw.strategic (chair)"] == "query"

    (line,) = [one for one in new.lines if one.from_ == "sw.strategic"]
    sources = {source.id: source.name for source in new.sources}
    assert sources[line.evidence.source or ""] == "Minutes of the Strategic Group"
    assert (line.to, line.valid_from, line.evidence.locator) == ("sw.csp", "2003-04", "item 4")
    assert (line.evidence.captured_on, line.evidence.captured_by) == ("2004-05-01", "A clerk")
    (terms,) = [one for one in new.documents if one.id not in {old.id for old in SW.documents}]
    assert (terms.status, terms.approved_on, terms.name) == (
        "agreed", "2003-10-01", "Terms of reference of South Worcestershire Drug and Alcohol Group",
    )  # fmt: skip
    assert sources[terms.evidence.source or ""] == "Reply sheet sw.xlsx"
    assert terms.evidence.locator is not None
    assert terms.evidence.locator.startswith("Requests row ")

    # Everything else is as it was.
    assert new.bodies == SW.bodies
    assert new.links[: len(SW.links)] == SW.links
    assert new.seats[: len(SW.seats)] == SW.seats
    assert [one for one in new.groups if one.id != "sw.smat_board"] == [
        one for one in SW.groups if one.id != "sw.smat_board"
    ]
    gone = set(SW.silences) - set(new.silences)
    assert {(one.about, one.what) for one in gone} == {
        ("sw.strategic", "line"), ("sw.smat_board", "line"), ("sw.dag", "terms_of_reference"),
        ("sw.dist_groups", "chair"),
    }  # fmt: skip


@given(small_structures())
@settings(max_examples=15)
def test_an_empty_reply_sheet_changes_nothing(tmp_path_factory: pytest.TempPathFactory, structure: Structure) -> None:
    path = tmp_path_factory.mktemp("empty") / "empty.xlsx"
    made = with_replies(structure, [sheet_of(structure, path)])
    assert made.structure is structure
    assert made.problems == ()


def _in_words(text: str) -> dict[Entry, Any]:
    return {Entry.ANSWER: text}


@given(small_structures(), st.data())
@settings(max_examples=25)
def test_reading_a_sheet_twice_changes_no_more_than_once(
    tmp_path_factory: pytest.TempPathFactory, structure: Structure, data: st.DataObject
) -> None:
    wants = [(one.want.about, one.want.what) for one in requests(report_of(structure), structure)]
    chosen = data.draw(st.lists(st.sampled_from(wants), unique=True, max_size=3)) if wants else []
    path = sheet_of(structure, tmp_path_factory.mktemp("twice") / "twice.xlsx", names=True)
    none: dict[Entry, Any] = {Entry.SHORT: NONE}
    words: dict[Kind, dict[Entry, Any]] = {
        Kind.DATE: {Entry.SINCE: "2003"},
        Kind.NUMBER: {Entry.ANSWER: 3},
        Kind.FREQUENCY: {Entry.ANSWER: "monthly"},
    }
    names = st.sampled_from([entity.name for entity in structure.entities()] or ["nobody"])
    new = st.sampled_from(["new post: Chief", "new post: Chief; new group: Area", "Dr Amin", "new person: Fell"])
    said = st.one_of(st.just(none), st.one_of(names, new).map(_in_words))
    filled(path, {want: words[kind] if (kind := form(want[1]).kind) in words else data.draw(said) for want in chosen})
    try:
        once = with_replies(structure, [path]).structure
    except LoadError:
        return
    assert with_replies(once, [path]).structure == once


_TWO = "csp: partnership; cc: county_council; silent home of {0}; silent home of bea; bea: person; {0}: person"


def test_the_names_of_persons_are_no_part_of_the_sheet_and_it_still_finds_its_way_back(tmp_path: Path) -> None:
    structure = parse(_TWO.format("bloggs"))
    path = _home_of("bloggs", structure, tmp_path)
    with zipfile.ZipFile(path) as packed:
        assert not any(b"bloggs" in packed.read(part).lower() for part in packed.namelist())
    made = with_replies(structure, [path]).structure
    assert {one.id: len(one.claims) for one in made.people} == {"bloggs": 1, "bea": 0}


def test_a_reply_about_a_person_stays_with_the_person_whoever_joins_or_leaves(tmp_path: Path) -> None:
    before = parse(_TWO.format("alice"))
    sheet = _home_of("alice", before, tmp_path)
    joined = parse("aaron: person; zoe: person; cc: county_council; bea: person; alice: person", id=before.id)
    made = with_replies(joined, [sheet]).structure
    assert {one.id: len(one.claims) for one in made.people} == {"aaron": 0, "zoe": 0, "bea": 0, "alice": 1}
    left = parse("aaron: person; cc: county_council; bea: person", id=before.id)
    with pytest.raises(LoadError) as refused:
        with_replies(left, [sheet])
    assert [problem.what for problem in refused.value.problems if not problem.warning] == [
        "This row is about a person who is not in the structure under the id that they had."
    ]


def test_an_id_that_stands_in_for_a_person_never_means_another_who_has_it_for_an_id(tmp_path: Path) -> None:
    before = parse(_TWO.format("alice"))
    sheet = _home_of("alice", before, tmp_path)
    later = parse(f"{veiled_ids(before)['alice']}: person; alice: person; cc: county_council", id=before.id)
    with pytest.raises(LoadError, match="do not fit the structure"):
        with_replies(later, [sheet])


def test_a_sheet_with_names_may_have_a_person_whose_id_is_a_number(tmp_path: Path) -> None:
    structure = parse(_TWO.format("person-1"))
    made = with_replies(structure, [_home_of("person-1", structure, tmp_path, names=True)]).structure
    assert {one.id: len(one.claims) for one in made.people} == {"bea": 0, "person-1": 1}


def _home_of(person: str, structure: Structure, tmp_path: Path, *, names: bool = False) -> Path:
    """Answer on a sheet as it is sent out where a person works."""
    about = person if names else veiled_ids(structure)[person]
    path = sheet_of(structure, tmp_path / "out.xlsx", names=names)
    return filled(path, {(about, "home"): {Entry.ANSWER: "cc"}})


@pytest.mark.parametrize("what", What)
def test_no_answer_is_dropped(tmp_path: Path, what: What) -> None:
    """Whatever is asked of whatever kind of thing: an answer leaves a trace with its source, or is refused."""
    structure = parse(
        "dag: group; csp: partnership; cc: county_council; o: post; p: strategy; t: terms_of_reference; "
        "e: merge; v: area; dag => csp; as of 2003-11-21"
    )
    texts = {Kind.NUMBER: "3", Kind.DATE: "May 2003", Kind.FREQUENCY: "monthly", Kind.DOCUMENT: "agreed"}
    refused: list[Problem] = []
    for entity in structure.entities():
        for text in (texts.get(form(what).kind, "csp"), "new post: Chief", "Some words", "yes"):
            try:
                made, _ = replied(structure, tmp_path, answer(entity.id, what, text))
            except LoadError as error:
                refused.extend(error.problems)
            else:
                assert made != structure
    assert all(problem.where.column for problem in refused)


@pytest.mark.parametrize("what", [what for what in What if what not in (What.TIE, What.CONTINUATION)])
def test_there_is_none_becomes_a_denied_claim(tmp_path: Path, what: What) -> None:
    made, _ = replied(parse("dag: group"), tmp_path, answer("dag", what, short=NONE))
    (claim,) = made.groups[0].claims
    assert (claim.property, claim.value, claim.evidence.modality) == (what, None, Modality.DENIED)


@pytest.mark.parametrize("what", What)
def test_not_known_leaves_a_silence_and_nothing_else(tmp_path: Path, what: What) -> None:
    structure = parse("dag: group")
    for cell in ({"short": NOT_KNOWN}, {"text": "Not known."}):
        made, told = replied(structure, tmp_path, answer("dag", what, **cell))
        assert [(one.about, one.what) for one in made.silences] == [("dag", what)]
        assert made.model_copy(update={"silences": ()}) == structure
        assert told == []


def test_every_form_of_an_answer_is_about_something_that_can_be_asked() -> None:
    assert set(FORMS) - set(What) == {"done_on", "member", "approved_by", "on_behalf_of"}
