"""A reply sheet filled in as people do, read back: every answer a fact with its source, or a problem with its cell."""

import datetime as dt
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import sample_data
from graphmodel.answers import FORMS, NONE, NOT_KNOWN, Entry, Hidden, Kind, check_word, form
from graphmodel.content import content_hash
from graphmodel.entities import Document, Event, Person
from graphmodel.evidence import Modality, What
from graphmodel.shorthand import parse
from graphmodel.structure import Structure
from loaders import reply_sheet
from loaders.problems import LoadError
from loaders.replies import with_replies
from loaders.reply_words import how_often, partial_date
from loaders.structures import load
from queries.requests import by_agency, requests
from tests.asked import report_of, statuses
from tests.strategies import small_structures
from viz.privacy import Veil
from viz.requests_book import requests_book
from viz.writers.xlsx import xlsx

SW = load(sample_data.path("south_worcestershire")).structure
Given = dict[tuple[str, str], dict[Entry, Any]]
Fill = Callable[..., Path]


def sheet_of(structure: Structure, path: Path, *, names: bool = False) -> Path:
    report = report_of(structure)
    agencies = by_agency(requests(report, structure), structure, report_day(structure))
    path.write_bytes(xlsx(requests_book(agencies, report, Veil(structure, names=names))))
    return path


def report_day(structure: Structure) -> Any:
    return report_of(structure).as_of


def filled(path: Path, answers: Given, sheet: str = "Requests") -> Path:
    """Write answers into the rows that ask for them, by what the hidden columns say."""
    book = openpyxl.load_workbook(path)
    table = book[sheet]
    top = next(row for row in table.iter_rows() if any(cell.value == Entry.SHORT for cell in row))
    columns = {cell.value: cell.column for cell in top}
    rows = {
        (table.cell(row, columns[Hidden.ABOUT]).value, table.cell(row, columns[Hidden.WHAT]).value): row
        for row in range(top[0].row + 1, table.max_row + 1)
    }
    for key, entries in answers.items():
        for entry, value in entries.items():
            table.cell(rows[key], columns[entry]).value = value
    book.save(path)
    return path


def by_hand(structure: Structure, path: Path, *rows: dict[str, Any]) -> Path:
    """Write a sheet of whatever questions a test wants answered, with the hidden columns in order."""
    book = openpyxl.Workbook()
    table = book.active
    assert table is not None
    table.title = "Requests"
    headings = [*Entry, *Hidden]
    table.append([str(heading) for heading in headings])
    for row in rows:
        about, what, towards = row["about"], row["what"], row.get("towards", "")
        whole = {
            Hidden.CHECK: check_word(about, what, towards),
            Hidden.STRUCTURE: structure.id,
            Hidden.CONTENT: content_hash(structure),
            **row,
        }
        table.append([whole.get(heading) for heading in headings])
    book.save(path)
    return path


def replied(structure: Structure, tmp_path: Path, *rows: dict[str, Any]) -> tuple[Structure, list[str]]:
    made = with_replies(structure, [by_hand(structure, tmp_path / "back.xlsx", *rows)])
    return made.structure, [str(problem).replace(str(tmp_path), "") for problem in made.problems]


def answer(about: str, what: str, text: object = None, **entries: object) -> dict[str, Any]:
    named = {Entry[name.upper()]: value for name, value in entries.items() if name != "towards"}
    return {"about": about, "what": what, "towards": entries.get("towards", ""), Entry.ANSWER: text, **named}


def faults(structure: Structure, tmp_path: Path, *rows: dict[str, Any]) -> list[str]:
    with pytest.raises(LoadError) as refused:
        with_replies(structure, [by_hand(structure, tmp_path / "back.xlsx", *rows)])
    return [str(problem).replace(f"{tmp_path}/", "") for problem in refused.value.problems]


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
        ("sw.strategic", "line"), ("sw.smat_board", "line"), ("sw.dag", "terms_of_reference"), ("sw.dist_groups", "chair")
    }  # fmt: skip


@given(small_structures())
@settings(max_examples=15)
def test_an_empty_reply_sheet_changes_nothing(tmp_path_factory: pytest.TempPathFactory, structure: Structure) -> None:
    path = tmp_path_factory.mktemp("empty") / "empty.xlsx"
    made = with_replies(structure, [sheet_of(structure, path)])
    assert made.structure is structure
    assert made.problems == ()


@given(small_structures(), st.data())
@settings(max_examples=15)
def test_reading_a_sheet_twice_changes_no_more_than_once(
    tmp_path_factory: pytest.TempPathFactory, structure: Structure, data: st.DataObject
) -> None:
    wants = [(one.want.about, one.want.what) for one in requests(report_of(structure), structure)]
    chosen = data.draw(st.lists(st.sampled_from(wants), unique=True)) if wants else []
    path = sheet_of(structure, tmp_path_factory.mktemp("twice") / "twice.xlsx", names=True)
    words = {
        Kind.DATE: {Entry.SINCE: "2003"},
        Kind.NUMBER: {Entry.ANSWER: 3},
        Kind.FREQUENCY: {Entry.ANSWER: "monthly"},
    }
    filled(path, {want: words.get(form(want[1]).kind, {Entry.SHORT: NONE}) for want in chosen})
    once = with_replies(structure, [path]).structure
    assert with_replies(once, [path]).structure == once


def test_the_names_of_persons_are_no_part_of_the_sheet_and_it_still_finds_its_way_back(tmp_path: Path) -> None:
    structure = parse("csp: partnership; Bloggs: person; Bloggs on csp")
    path = sheet_of(structure, tmp_path / "names.xlsx")
    with zipfile.ZipFile(path) as packed:
        assert not any(b"Bloggs" in packed.read(part) for part in packed.namelist())
    made, _ = replied(structure, tmp_path, answer("seat person-1 csp member unknown", "capacity", "officer"))
    assert made.seats[0].claims[0].value == "officer"


@pytest.mark.parametrize("what", What)
def test_no_answer_is_dropped(tmp_path: Path, what: What) -> None:
    """Whatever is asked of whatever kind of thing: an answer leaves a trace with its source, or is refused."""
    structure = parse(
        "dag: group; csp: partnership; cc: county_council; o: post; p: strategy; t: terms_of_reference; "
        "e: merge; v: area; dag => csp; as of 2003-11-21"
    )
    texts = {Kind.NUMBER: "3", Kind.DATE: "May 2003", Kind.FREQUENCY: "monthly", Kind.DOCUMENT: "agreed"}
    for entity in structure.entities():
        for text in (texts.get(form(what).kind, "csp"), "new post: Chief", "Some words", "yes"):
            try:
                made, _ = replied(structure, tmp_path, answer(entity.id, what, text))
            except LoadError as error:
                assert all(problem.where.column for problem in error.problems)
            else:
                assert made != structure


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


@pytest.mark.parametrize(
    ("text", "about", "what", "given", "expected"),
    [
        ("dag: group; csp: group", "dag", "line", "csp", "dag => csp"),
        ("dag: group; a: group; b: board", "dag", "line", "a; b", "dag => a; dag => b"),
        ("dag: group; o: post", "dag", "chair", "o", "o chairs dag"),
        ("dag: group; o: post", "dag", "vice_chair", "o", "o vice-chairs dag"),
        ("dag: group; o: post; cc: county_council", "dag", "membership", "o; cc", "o on dag; cc on dag"),
        ("dag: group; o: post", "dag", "secretariat", "o", "o supports dag"),
        ("dag: group; cc: county_council", "dag", "secretariat", "cc", "cc serves dag"),
        ("dag: group; csp: partnership", "dag", "part_of", "csp", "dag part of csp"),
        ("o: post; cc: county_council", "o", "home", "cc", "o in cc"),
        ("o: post; j: person", "o", "holder", "j", "j holds o"),
        ("o: post; m: post", "o", "line_manager", "m", "o managed by m"),
        ("dag: group; p: strategy", "p", "owner", "dag", "dag owns p"),
        ("dag: group; p: strategy", "p", "monitoring", "dag", "dag monitors p"),
        ("dag: group; p: strategy", "dag", "monitoring", "p", "dag monitors p"),
        ("dag: group; lsp: partnership", "dag", "lsp_link", "lsp", "dag linked to lsp"),
        ("dag: group; v: area", "dag", "area", "v", "dag covers v"),
        ("cc: county_council; dag: group", "cc", "seat", "dag", "cc on dag"),
        ("p: strategy; dag: group", "p", "report", "dag", "p reported to dag"),
    ],
)
def test_names_become_relations(tmp_path: Path, text: str, about: str, what: str, given: str, expected: str) -> None:
    made, told = replied(parse(text), tmp_path, answer(about, what, given))
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
    assert told == [
        "/back.xlsx!Requests!B2: `when needed` does not say how often as a number. "
        "Write it as: quarterly, 2 hours. It was kept in words."
    ]


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
        "/back.xlsx!Requests!B2: The structure has `csp`, and the answer is that there is none. Both are kept, as a "
        "disagreement.",
        "/back.xlsx!Requests!B3: The structure also has `x`. Both are kept.",
        "/back.xlsx!Requests!B4: The structure has `two_tier` as `authority type`, and the answer is `unitary`. Both "
        "are kept, as a disagreement.",
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


def test_everything_that_is_wrong_is_told_at_once_with_its_cell(tmp_path: Path) -> None:
    structure = parse("dag: group; csp: partnership; csq: partnership; e: merge")
    told = faults(
        structure,
        tmp_path,
        answer("dag", "line", "cspp"),
        answer("dag", "chair", short="perhaps"),
        answer("dag", "part_of", "csp", short=NONE),
        answer("e", "date", "soon"),
        answer("dag", "count", "a few"),
        answer("dag", "membership", short="yes"),
        answer("dag", "line", "csp", since="31 April 2004"),
    )
    assert told == [
        "back.xlsx!Requests!B2: `cspp` is no name in the structure. Did you mean `csp`?",
        "back.xlsx!Requests!A3: `perhaps` is not one of the words of this column. Choose `yes`, `no, or there is "
        "none` or `not known`, or leave it empty.",
        "back.xlsx!Requests!B4: It is said in short that there is none, and here `csp`. Empty one of the two.",
        "back.xlsx!Requests!B5: `soon` is no date that is understood. Write 2003, April 2003 or 1 April 2003.",
        "back.xlsx!Requests!B6: `a few` is no whole number. Write it in figures.",
        "back.xlsx!Requests!B7: The answer is yes, but it does not say who or what. Name them.",
        "back.xlsx!Requests!D8: `31 April 2004` is no date that is understood. Write 2003, April 2003 or 1 April 2003.",
    ]


def test_hidden_columns_that_were_changed_are_noticed(tmp_path: Path) -> None:
    structure = parse("dag: group; csp: partnership")
    changed = {**answer("dag", "line", "csp"), Hidden.CHECK: check_word("csp", "line", "")}
    gone = answer("was-here", "line", "csp")
    assert faults(structure, tmp_path, changed, gone) == [
        "back.xlsx!Requests!M2: The hidden columns of this row were changed, so nobody can tell what it answers. "
        "Copy them from the sheet that was sent out.",
        "back.xlsx!Requests!J3: Nothing in the structure is `was-here` any more. Take the answer over by hand.",
    ]


def test_a_sheet_about_another_structure_is_refused_and_one_of_an_earlier_state_is_read(tmp_path: Path) -> None:
    structure = parse("dag: group; csp: partnership")
    other = {**answer("dag", "line", "csp"), Hidden.STRUCTURE: "elsewhere"}
    assert faults(structure, tmp_path, other) == [
        f"back.xlsx!Requests!N2: The sheet asks about `elsewhere`, and this structure is `{structure.id}`. "
        "Give the file that it was made from."
    ]
    earlier = {**answer("dag", "line", "csp"), Hidden.CONTENT: "0" * 16}
    made, told = replied(structure, tmp_path, earlier)
    assert len(made.lines) == 1
    assert told == [
        "/back.xlsx: The sheet was made from an earlier state of the structure; each answer went to what it asks of."
    ]


def test_what_is_no_reply_sheet_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = tmp_path / "plain.xlsx"
    openpyxl.Workbook().save(plain)
    text = tmp_path / "text.xlsx"
    text.write_text("no zip", "utf-8")
    bare = tmp_path / "bare.xlsx"
    with zipfile.ZipFile(bare, "w") as packed:
        packed.writestr("a.txt", "nothing")
    for path, what in (
        (plain, "not a reply sheet"),
        (text, "no .xlsx"),
        (bare, "cannot be read"),
        (tmp_path, "a folder"),
    ):
        with pytest.raises(LoadError, match=what):
            with_replies(SW, [path])
    bomb = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/workbook.xml", b" " * (reply_sheet.MAX_UNPACKED + 1))
    assert bomb.stat().st_size < reply_sheet.MAX_BYTES
    with pytest.raises(LoadError, match="unpacks to far more"):
        with_replies(SW, [bomb])
    monkeypatch.setattr(reply_sheet, "MAX_BYTES", 10)
    with pytest.raises(LoadError, match="large"):
        with_replies(SW, [plain])


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


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("2003", "2003"), ("2003-4", "2003-04"), ("2003-04-01", "2003-04-01"), ("1/4/2003", "2003-04-01"),
        ("4/2003", "2003-04"), ("1 April 2003", "2003-04-01"), ("1st april 2003", "2003-04-01"),
        ("Apr 2003", "2003-04"), ("Sept. 2003", "2003-09"), ("31/02/2003", None), ("13/2003", None), ("soon", None),
    ],
)  # fmt: skip
def test_dates_are_read_as_the_british_write_them(text: str, read: str | None) -> None:
    assert partial_date(text) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("monthly", (12, None)), ("Quarterly, 2 hours", (4, 2)), ("4/yr", (4, None)), ("twice a year", (2, None)),
        ("six times a year; 90 minutes", (6, 1.5)), ("every six weeks", (8.67, None)), ("2 hours", (None, 2)),
        ("10 meetings per year and half an hour", (10, 0.5)), ("regularly", None), ("", None), ("monthly, weekly", None),
    ],
)  # fmt: skip
def test_how_often_is_read_from_words(text: str, read: tuple[float | None, float | None] | None) -> None:
    assert how_often(text) == read


def test_every_form_of_an_answer_is_about_something_that_can_be_asked() -> None:
    assert set(FORMS) <= set(What)
