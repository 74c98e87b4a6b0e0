"""What is wrong with a reply sheet is told with its cell; what people write into cells is understood."""

import zipfile
from pathlib import Path

import openpyxl
import pytest

import sample_data
from graphmodel.answers import NONE, Hidden, check_word
from graphmodel.shorthand import parse
from loaders.problems import LoadError
from loaders.replies import sheet as reply_sheet
from loaders.replies.reading import with_replies
from loaders.structures import load
from loaders.words import date_before, how_often, partial_date
from tests.loaders.reply_sheets import answer, faults, replied

SW = load(sample_data.path("south_worcestershire")).structure


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
        (
            "back.xlsx!Requests!A3: `perhaps` is not one of the words of this column. Choose `yes`, `no, or there is "
            "none` or `not known`, or leave it empty."
        ),
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
        (
            "back.xlsx!Requests!M2: The hidden columns of this row do not fit the structure, so nobody can tell what "
            "it answers. Copy them from the sheet that was sent out, or make a new one."
        ),
        "back.xlsx!Requests!J3: Nothing in the structure is `was-here` any more. Take the answer over by hand.",
    ]


def test_a_sheet_about_another_structure_is_refused_and_one_of_an_earlier_state_is_read(tmp_path: Path) -> None:
    structure = parse("dag: group; csp: partnership")
    other = {**answer("dag", "line", "csp"), Hidden.STRUCTURE: "elsewhere"}
    (fault,) = faults(structure, tmp_path, other)
    assert fault == (
        f"back.xlsx!Requests!N2: The sheet asks about `elsewhere`, and this structure is `{structure.id}`. "
        "Give the file that it was made from."
    )
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
        (text, "no workbook"),
        (bare, "cannot be read"),
        (tmp_path, "a folder"),
    ):
        with pytest.raises(LoadError, match=what):
            with_replies(SW, [path])
    monkeypatch.setattr(reply_sheet, "MAX_BYTES", 10)
    with pytest.raises(LoadError, match="large"):
        with_replies(SW, [plain])


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("2003", "2003"), ("2003-4", "2003-04"), ("2003-04-01", "2003-04-01"), ("1/4/2003", "2003-04-01"),
        ("4/2003", "2003-04"), ("1 April 2003", "2003-04-01"), ("1st april 2003", "2003-04-01"),
        ("Apr 2003", "2003-04"), ("Sept. 2003", "2003-09"), ("31/02/2003", None), ("13/2003", None), ("soon", None),
        ("２００３", "2003"), ("１ April ２００３", "2003-04-01"), ("٢٠٠٣", None), ("1/4/٢٠٠٣", None),
    ],
)  # fmt: skip
def test_dates_are_read_as_the_british_write_them(text: str, read: str | None) -> None:
    assert partial_date(text) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("monthly", (12, None)), ("Quarterly, 2 hours", (4, 2)), ("4/yr", (4, None)), ("twice a year", (2, None)),
        ("six times a year; 90 minutes", (6, 1.5)), ("every six weeks", (8.67, None)), ("2 hours", (None, 2)),
        ("10 meetings per year and half an hour", (10, 0.5)), ("regularly", None), ("", None),
        ("monthly, weekly", None),
    ],
)  # fmt: skip
def test_how_often_is_read_from_words(text: str, read: tuple[float | None, float | None] | None) -> None:
    assert how_often(text) == read


def test_what_busy_people_write_is_understood_or_told_with_its_cell(tmp_path: Path) -> None:
    structure = parse("dag: group; csp: partnership; o: post; f: fund grant; cc: county_council; dag => csp")
    made, told = replied(
        structure,
        tmp_path,
        answer("dag", "chair", "N/A"),
        answer("f", "accountable_body", "cc"),
        answer("dag", "subject", "the figures, monthly"),
        answer("dag", "self_assessment", "website"),
        answer("o", "holder", "Me - Jan Fell"),
        answer("dag", "rhythm", "no idea"),
    )
    assert made.funds[0].accountable_body == "cc"
    assert made.groups[0].claims[0].value == "website"
    assert (made.lines[0].frequency, made.lines[0].claims[0].value) == ("monthly", "the figures")
    assert [person.name for person in made.people] == ["Jan Fell"]
    assert [(one.about, one.what) for one in made.silences] == [("dag", "rhythm")]
    assert told == [
        (
            "/back.xlsx!Requests!B2: `N/A` may mean no, or not known, so it was taken as no answer. "
            "Write no where there is none."
        ),
        (
            "/back.xlsx!Requests!B5: `website` was kept in its words; it does not settle the question. "
            "Take over by hand what follows from it."
        ),
    ]


def test_a_body_that_is_named_by_no_name_is_refused_and_not_a_crash(tmp_path: Path) -> None:
    structure = parse("f: fund grant; cc: county_council")
    (told,) = faults(structure, tmp_path, answer("f", "accountable_body", "The county"))
    assert told.startswith("back.xlsx!Requests!B2: `The county` is no name in the structure.")


def test_what_is_wrong_in_two_cells_of_a_row_is_told_at_once(tmp_path: Path) -> None:
    told = faults(parse("dag: group; csp: group"), tmp_path, answer("dag", "line", "cps", since="soon"))
    assert [one.split(":")[0] for one in told] == ["back.xlsx!Requests!B2", "back.xlsx!Requests!D2"]


@pytest.mark.parametrize(
    ("text", "day", "read"),
    [
        ("yes, done in October", "2026-11-18", "2026-10"), ("18th Nov", "2026-11-18", "2026-11-18"),
        ("19 Nov", "2026-11-18", "2025-11-19"), ("December", "2026-11", "2025-12"), ("soon", "2026-11-18", None),
        ("May", "", None),
    ],
)  # fmt: skip
def test_a_date_without_a_year_is_the_last_one(text: str, day: str, read: str | None) -> None:
    assert date_before(text, day) == read


def test_a_date_may_be_led_in_by_a_word() -> None:
    assert partial_date("since Jan 2024") == "2024-01"
    assert partial_date("done on 1 April 2003") == "2003-04-01"
