"""An ordinary answer settles what was asked, so that the same question is not sent again."""

from pathlib import Path

import pytest

from graphmodel.answers import NONE, Entry
from graphmodel.shorthand import parse
from loaders.replies.reading import with_replies
from tests.asked import report_of, statuses
from tests.loaders.reply_sheets import answer, faults, filled, replied, sheet_of


@pytest.mark.parametrize(
    ("text", "given", "finding", "before", "after"),
    [
        (
            "p: strategy; m: milestone plan=p due=2003-09; as of 2003-11-21",
            answer("m", "done_on", "yes, done in October"), "MON-02 p (overdue)", "query", None,
        ),
        (
            "p: strategy", answer("p", "milestones", "Action 1 by 31/03/2004; Action 2 ongoing"),
            "MON-02 p (milestones)", "query", "met",
        ),
        (
            "csp: partnership; t: terms_of_reference agreed review_due=2003-06; t governs csp; as of 2003-11-21",
            answer("t", "review", short="yes", since="July 2003"), "TOR-03 t", "query", "met",
        ),
        ("f: fund grant; cc: county_council", answer("f", "accountable_body", "CC"), "FND-01 f (held)", "query", "met"),
        (
            "csp: partnership; cc: county_council; t: terms_of_reference agreed elements=chair; t governs csp",
            answer("t", "approval", "cc"), "TOR-03 t (approver)", "query", "met",
        ),
        (
            "b: board; f: fund grant; b plans use of f", answer("b", "decisions", "on the website"),
            "FND-01 b (decisions)", "query", "met",
        ),
        (
            "dag: group; fire: fire_authority; fire on dag",
            answer("dag", "representative", "Dr Amin, may decide", towards="fire"),
            "REP-08 dag (people)", "query", "met",
        ),
    ],
)  # fmt: skip
def test_an_answer_settles_what_was_asked(  # noqa: PLR0917  a case of a table
    tmp_path: Path, text: str, given: dict[str, object], finding: str, before: str, after: str | None
) -> None:
    structure = parse(text)
    assert statuses(report_of(structure))[finding] == before
    made, _ = replied(structure, tmp_path, given)
    assert statuses(report_of(made)).get(finding) == after
    again, _ = replied(made, tmp_path, given)
    assert again == made


def test_bodies_before_names_say_for_whom_each_sits(tmp_path: Path) -> None:
    structure = parse("dag: group; fire: fire_authority; cc: county_council; fire on dag; cc on dag; o: post")
    made, told = replied(structure, tmp_path, answer("dag", "representative", "fire: Dr Amin; cc: o; fire: dunno"))
    assert [(seat.member, seat.on_behalf_of) for seat in made.seats[2:]] == [("person-1", "fire"), ("o", "cc")]
    assert told == []
    _, told = replied(structure, tmp_path, answer("dag", "representative", "o"))
    assert told[0].startswith("/back.xlsx!Requests!B2: The answer does not say for which body")


def test_how_often_may_follow_a_name(tmp_path: Path) -> None:
    structure = parse("dag: group; csp: partnership; p: strategy")
    made, told = replied(
        structure, tmp_path, answer("dag", "line", "csp, quarterly"), answer("p", "monitoring", "dag, monthly")
    )
    assert made.lines[0].frequency == "quarterly"
    (monitors,) = [link for link in made.links if link.type == "monitors"]
    assert (monitors.rhythm, monitors.per_year) == ("monthly", 12)
    assert told == []
    made, _ = replied(structure, tmp_path, answer("dag", "line", "csp, the figures, quarterly"))
    assert (made.lines[0].frequency, made.lines[0].claims[0].value) == ("quarterly", "the figures")


def test_people_of_one_name_are_two_unless_the_file_has_one(tmp_path: Path) -> None:
    structure = parse("dag: group; fire: fire_authority; cc: county_council; fire on dag; cc on dag; Okoro: person")
    made, _ = replied(structure, tmp_path, answer("dag", "representative", "fire: Dr A Amin; cc: Dr B Amin"))
    assert [one.name for one in made.people[1:]] == ["Dr A Amin", "Dr B Amin"]
    (told,) = faults(structure, tmp_path, answer("dag", "representative", "Supt Okoro", towards="fire"))
    assert told.endswith("Did you mean `Okoro`?")


def test_a_post_that_is_vacant_has_no_holder(tmp_path: Path) -> None:
    given = answer("o", "holder", "vacant since May 2003", short=NONE)
    made, told = replied(parse("o: post; dag: group; o chairs dag; as of 2003-11-21"), tmp_path, given)
    assert made.posts[0].vacant_since == "2003-05"
    assert made.people == ()
    assert told == []


def test_terms_with_the_day_they_were_agreed_are_agreed(tmp_path: Path) -> None:
    made, _ = replied(parse("dag: group"), tmp_path, answer("dag", "terms_of_reference", short="yes", since="2003"))
    assert (made.documents[0].status, made.documents[0].approved_on) == ("agreed", "2003")


def test_a_seat_that_is_denied_is_a_conflict_or_ends_on_the_day_that_is_given(tmp_path: Path) -> None:
    structure = parse("csp: partnership; cc: county_council; fire: fire_authority; cc on csp; fire on csp")
    keys = {seat.member: (seat.key, "seat") for seat in structure.seats}
    answers = {keys["cc"]: {Entry.SHORT: "no"}, keys["fire"]: {Entry.SHORT: "no", Entry.UNTIL: "31/10/2003"}}
    sheet = filled(sheet_of(structure, tmp_path / "seats.xlsx"), answers, "Seats")
    made = with_replies(structure, [sheet])
    assert [seat.valid_to for seat in made.structure.seats] == [None, "2003-10-31"]
    assert [problem.what for problem in made.problems] == ["`cc` is said not to sit on `csp`."]
    assert "conflict" not in statuses(report_of(structure)).values()
    assert "conflict" in statuses(report_of(made.structure)).values()


@pytest.mark.parametrize(("text", "told"), [("y", 0), ("N/A", 1)])
def test_letters_on_the_sheet_of_seats(tmp_path: Path, text: str, told: int) -> None:
    structure = parse("csp: partnership; cc: county_council; cc on csp [inferred]")
    sheet = filled(
        sheet_of(structure, tmp_path / "seats.xlsx"), {(structure.seats[0].key, "seat"): {Entry.SHORT: text}}, "Seats"
    )
    made = with_replies(structure, [sheet])
    assert made.structure.seats[0].evidence.modality == ("inferred" if told else "stated")
    assert len(made.problems) == told
