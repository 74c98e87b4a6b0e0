"""Near-silence on a sheet is no evidence: only who says that there is none, or names them all, can make a fault."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphmodel.answers import NONE, NOT_KNOWN
from graphmodel.evidence import What
from graphmodel.shorthand import parse
from graphmodel.structure import Structure
from loaders.problems import LoadError
from loaders.replies.reading import with_replies
from loaders.words import says_none
from queries.asking.requests import requests
from tests.asked import report_of, statuses
from tests.loaders.reply_sheets import answer, by_hand, faults, replied
from tests.strategies import small_structures

_SHORT = st.sampled_from([None, "yes", NONE, NOT_KNOWN, "n/a", "x", "y"])
_TEXT = st.sampled_from(
    [None, "yes", "nobody", "n/a", "N/A.", "not applicable", "not known", "tbc", "; ;", "dunno; dunno", "csp: n/a", "?"]
)
_WHOLE = st.sampled_from([None, "yes", "x"])


@given(small_structures(), st.data())
@settings(max_examples=40, deadline=None)
def test_a_sheet_makes_no_fault_unless_somebody_says_that_there_is_none(
    tmp_path_factory: pytest.TempPathFactory, structure: Structure, data: st.DataObject
) -> None:
    report = report_of(structure)
    wants = [(one.want.about, one.want.what) for one in requests(report, structure)]
    wants += [(one.id, what) for one in structure.groups for what in What]
    about, what = data.draw(st.sampled_from(wants)) if wants else (structure.id, "line")
    short, text, whole = data.draw(_SHORT), data.draw(_TEXT), data.draw(_WHOLE)
    row = answer(about, what, text, short=short, whole=whole)
    path = by_hand(structure, tmp_path_factory.mktemp("near") / "back.xlsx", row)
    try:
        made = with_replies(structure, [path]).structure
    except LoadError:
        return  # what is refused makes no fault
    before = statuses(report)
    new = {name for name, status in statuses(report_of(made)).items() if status == "fail" != before.get(name)}
    said_none = says_none(short or text or "") or short == "n"
    assert not new or said_none


@pytest.mark.parametrize(
    ("what", "cells", "told"),
    [
        ("membership", {"whole": "yes"}, "C2: It is said that these are all of them, and"),
        ("membership", {"whole": "yes", "short": "yes"}, "C2: It is said that these are all of them"),
        ("membership", {"whole": "yes", "text": "dunno; dunno"}, "C2: It is said that these are all of them"),
        ("membership", {"short": "yes", "text": "nobody"}, "B2: It is said in short `yes`, and here `nobody`."),
        ("line", {"short": NONE, "text": "yes"}, "B2: It is said in short `no, or there is none`, and here `yes`."),
        ("line", {"short": NONE, "text": "not known"}, "B2: It is said in short `no, or there is none`"),
        ("line", {"short": NOT_KNOWN, "text": "none"}, "B2: It is said in short `not known`, and here `none`."),
        ("line", {"short": "yes", "text": "n/a"}, "B2: It is said in short `yes`, and here `n/a`."),
        ("terms_of_reference", {"short": "no", "text": "draft"}, "B2: It is said in short that there is none,"),
        ("rhythm", {"short": "no", "text": "monthly"}, "B2: It is said in short that there is none,"),
        ("line", {"text": "csp", "since": "2004", "until": "2003"}, "E2: It ends before it begins."),
        ("date", {"text": "From 2004 until 2003"}, "B2: It ends before it begins."),
    ],
)  # fmt: skip
def test_cells_that_contradict_each_other_or_say_too_little_are_told(
    tmp_path: Path, what: str, cells: dict[str, str], told: str
) -> None:
    structure = parse("dag: group; csp: partnership")
    (fault,) = faults(structure, tmp_path, answer("dag", what, cells.pop("text", None), **cells))
    assert fault.startswith(f"back.xlsx!Requests!{told}")


@pytest.mark.parametrize(
    "cells",
    [
        {"text": "csp", "whole": "yes"}, {"short": NONE, "whole": "yes"}, {"short": NONE, "text": "none"},
        {"short": NOT_KNOWN, "text": "we ask the council"}, {"text": "csp", "since": "2003-04", "until": "April 2003"},
    ],
)  # fmt: skip
def test_cells_that_agree_are_taken(tmp_path: Path, cells: dict[str, str]) -> None:
    structure = parse("dag: group; csp: partnership")
    made, told = replied(structure, tmp_path, answer("dag", "line", cells.pop("text", None), **cells))
    assert made != structure
    assert told == []


def test_an_answer_about_a_seat_in_the_column_for_words_counts_and_must_not_contradict(tmp_path: Path) -> None:
    structure = parse("csp: partnership; cc: county_council; cc on csp")
    key = structure.seats[0].key
    made, _ = replied(structure, tmp_path, answer(key, "member", "no", until="May 2003"))
    assert made.seats[0].valid_to == "2003-05"
    (fault,) = faults(structure, tmp_path, answer(key, "member", "no", short="yes"))
    assert fault.startswith("back.xlsx!Requests!B2: It is said in short `yes`, and here `no`.")


def test_whether_something_went_on_leaves_other_changes_as_they_are(tmp_path: Path) -> None:
    structure = parse("a: partnership; b: partnership; c: partnership; m: merge a into b; n: merge c into b")
    made, _ = replied(structure, tmp_path, answer("a", "continuation", short=NONE))
    assert [one.originals[0].continues for one in made.events] == ["no", "unknown"]
    assert made.events[1] is structure.events[1]
