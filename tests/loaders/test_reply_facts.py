"""By the sort of question: what an answer makes of a structure."""

from pathlib import Path

import pytest

from graphmodel.answers import NONE, Entry
from graphmodel.entities import Document, Event, Person
from graphmodel.shorthand import parse
from loaders.replies.reading import with_replies
from tests.asked import report_of, statuses
from tests.loaders.reply_sheets import answer, filled, replied, sheet_of


@pytest.mark.parametrize(
    ("text", "question", "given", "expected"),
    [
        ("dag: group; csp: group", ("dag", "line"), "csp", "dag => csp"),
        ("dag: group; a: group; b: board", ("dag", "line"), "a; b", "dag => a; dag => b"),
        ("dag: group; o: post", ("dag", "chair"), "o", "o chairs dag"),
        ("dag: group; o: post", ("dag", "vice_chair"), "o", "o vice-chairs dag"),
        ("dag: group; o: post; cc: county_council", ("dag", "membership"), "o; cc", "o on dag; cc on dag"),
        ("dag: group; o: post", ("dag", "secretariat"), "o", "o supports dag"),
        ("dag: group; cc: county_council", ("dag", "secretariat"), "cc", "cc serves dag"),
        ("dag: group; csp: partnership", ("dag", "part_of"), "csp", "dag part of csp"),
        ("o: post; cc: county_council", ("o", "home"), "cc", "o in cc"),
        ("o: post; j: person", ("o", "holder"), "j", "j holds o"),
        ("o: post; m: post", ("o", "line_manager"), "m", "o managed by m"),
        ("dag: group; p: strategy", ("p", "owner"), "dag", "dag owns p"),
        ("dag: group; p: strategy", ("p", "monitoring"), "dag", "dag monitors p"),
        ("dag: group; p: strategy", ("dag", "monitoring"), "p", "dag monitors p"),
        ("dag: group; lsp: partnership", ("dag", "lsp_link"), "lsp", "dag linked to lsp"),
        ("dag: group; v: area", ("dag", "area"), "v", "dag covers v"),
        ("cc: county_council; dag: group", ("cc", "seat"), "dag", "cc on dag"),
        ("p: strategy; dag: group", ("p", "report"), "dag", "p reported to dag"),
    ],
)
def test_names_become_relations(
    tmp_path: Path, text: str, question: tuple[str, str], given: str, expected: str
) -> None:
    made, told = replied(parse(text), tmp_path, answer(*question, given))
    wanted = {relation.key for relation in parse(f"{text}; {expected}").relations()}
    assert {relation.key for relation in made.relations()} == wanted
    assert all(relation.evidence.source == "reply-1" for relation in made.relations())
    assert told == []


def test_a_holder_who_is_not_in_the_file_is_added_as_a_person(tmp_path: Path) -> None:
    made, _ = replied(parse("o: post"), tmp_path, answer("o", "holder", "Jane Doe"))
    assert [(one.name, one.public_role) for one in made.people] == [("Jane Doe", False)]
    assert made.links[0].key == "holds person-1 o"
    assert isinstance(made.people[0], Person)


def test_how_often_becomes_numbers_beside_the_words(tmp_path: Path) -> None:
    made, told = replied(parse("dag: group"), tmp_path, answer("dag", "rhythm", "quarterly, 2 hours"))
    (dag,) = made.groups
    assert (dag.rhythm, dag.per_year, dag.hours) == ("quarterly, 2 hours", 4, 2)
    assert {claim.property: claim.evidence.source for claim in dag.claims} == dict.fromkeys(
        ("rhythm", "per_year", "hours"), "reply-1"
    )
    made, told = replied(parse("dag: group"), tmp_path, answer("dag", "rhythm", "when needed"))
    assert (made.groups[0].rhythm, made.groups[0].per_year) == ("when needed", None)
    (remark,) = told
    assert remark == (
        "/back.xlsx!Requests!B2: `when needed` does not say how often as a number. "
        "Write it as: quarterly, 2 hours. It was kept in words."
    )


def test_which_line_leads_is_said_on_the_line(tmp_path: Path) -> None:
    structure = parse("dag: group; a: group; b: group; dag => a; dag => b")
    made, _ = replied(structure, tmp_path, answer("dag", "lead", "b"))
    assert [(line.to, line.lead) for line in made.lines] == [("a", None), ("b", True)]
    assert statuses(report_of(made))["ACC-05 dag"] == "met"


@pytest.mark.parametrize(("short", "made_key"), [("yes", "line a b accountable_to -"), (NONE, "works_with a b")])
def test_what_a_seat_is_for_is_settled_either_way(tmp_path: Path, short: str, made_key: str) -> None:
    structure = parse("a: partnership; b: board; a on b")
    made, _ = replied(structure, tmp_path, answer("a", "tie", short=short, towards="b"))
    assert made_key in {relation.key for relation in made.relations()}
    assert not any(status == "query" for name, status in statuses(report_of(made)).items() if name == "ACC-06 a b")


def test_whether_something_went_on_is_settled_in_the_change(tmp_path: Path) -> None:
    structure = parse("a: partnership; b: partnership; m: merge a into b; as of 2004-01-01")
    assert structure.events[0].originals[0].continues == "unknown"
    for short, goes_on in (("yes", "yes"), (NONE, "no")):
        made, _ = replied(structure, tmp_path, answer("a", "continuation", short=short))
        event = made.events[0]
        assert isinstance(event, Event)
        assert (event.originals[0].continues, event.originals[0].evidence.source) == (goes_on, "reply-1")


def test_a_tick_that_these_are_all_declares_the_list_complete(tmp_path: Path) -> None:
    structure = parse("dag: group; o: post")
    made, _ = replied(structure, tmp_path, answer("dag", "membership", "o", whole="yes"))
    assert [(one.of, one.about, one.evidence.source) for one in made.completeness] == [("membership", "dag", "reply-1")]
    without, _ = replied(structure, tmp_path, answer("dag", "membership", "o"))
    assert without.completeness == ()


def test_a_weaker_fact_that_is_confirmed_rests_on_the_reply_and_keeps_what_it_rested_on(tmp_path: Path) -> None:
    structure = parse("dag: group; csp: partnership; dag -> csp [inferred]")
    made, told = replied(structure, tmp_path, answer("dag", "line", "csp"))
    (line,) = made.lines
    assert (line.kind, line.evidence.modality, line.evidence.source) == ("reports_to", "stated", "reply-1")
    assert line.claims[0].evidence == structure.lines[0].evidence
    assert told == []


def test_what_the_structure_says_otherwise_is_kept_beside_and_said(tmp_path: Path) -> None:
    structure = parse("dag: group; csp: partnership; dag => csp; x: post; y: post; x chairs dag; v: area two_tier")
    made, told = replied(
        structure,
        tmp_path,
        answer("dag", "line", short=NONE),
        answer("dag", "chair", "y"),
        answer("v", "authority_type", "unitary"),
    )
    assert told == [
        (
            "/back.xlsx!Requests!B2: The structure has `csp`, and the answer is that there is none. Both are kept, "
            "as a disagreement."
        ),
        "/back.xlsx!Requests!B3: The structure also has `x`. Both are kept.",
        (
            "/back.xlsx!Requests!B4: The structure has `two_tier` as `authority type`, and the answer is `unitary`. "
            "Both are kept, as a disagreement."
        ),
    ]
    assert made.lines == structure.lines
    assert statuses(report_of(made))["ACC-01 dag"] == "conflict"
    assert made.areas[0].authority_type == "two_tier"


def test_contents_of_a_document_are_added_to_those_known(tmp_path: Path) -> None:
    structure = parse("t: terms_of_reference")
    known = structure.documents[0].model_copy(update={"elements": ("chair",)})
    structure = structure.model_copy(update={"documents": (known,)})
    made, told = replied(structure, tmp_path, answer("t", "elements", "membership; quorum"))
    document = made.documents[0]
    assert isinstance(document, Document)
    assert document.elements == ("chair", "membership", "quorum")
    assert told == []


def test_the_steps_of_a_plan_become_milestones(tmp_path: Path) -> None:
    made, _ = replied(
        parse("p: strategy"), tmp_path, answer("p", "milestones", "audit done by 1 April 2004; agreed by May 2004")
    )
    assert [(one.name, one.due, one.plan) for one in made.milestones] == [
        ("audit done", "2004-04-01", "p"), ("agreed", "2004-05", "p"),
    ]  # fmt: skip


def test_seats_are_confirmed_or_denied(tmp_path: Path) -> None:
    structure = parse(
        "csp: partnership; cc: county_council; pct: primary_care_trust; fire: fire_authority; "
        "cc on csp [inferred]; pct on csp; fire on csp"
    )
    keys = {seat.member: (seat.key, "seat") for seat in structure.seats}
    sheet = filled(
        sheet_of(structure, tmp_path / "seats.xlsx"),
        {
            keys["cc"]: {Entry.SHORT: "yes", Entry.ON: "2004-05-01"},
            keys["pct"]: {Entry.SHORT: NONE},
            keys["fire"]: {Entry.UNTIL: "April 2004"},
        },
        "Seats",
    )
    made = with_replies(structure, [sheet])
    cc, pct, fire = made.structure.seats
    assert (cc.evidence.modality, cc.evidence.captured_on) == ("stated", "2004-05-01")
    assert (pct.claims[0].property, pct.claims[0].value, pct.claims[0].evidence.modality) == ("member", "pct", "denied")
    assert fire.valid_to == "2004-04"
    assert [problem.what for problem in made.problems] == ["`pct` is said not to sit on `csp`."]


def test_what_is_about_the_whole_file_goes_into_its_note(tmp_path: Path) -> None:
    structure = parse("dag: group")
    made, told = replied(structure, tmp_path, answer(structure.id, "DAT-01", "All from the minutes of May"))
    assert made.note == "Reply on DAT-01 (back.xlsx, Requests row 2): Answer: All from the minutes of May."
    assert made.model_copy(update={"note": None}) == structure
    assert told == []
    again, _ = replied(made, tmp_path, answer(structure.id, "DAT-01", "All from the minutes of May"))
    assert again == made
