"""Evidence requests as pages to send round and as a sheet to fill in."""

from io import BytesIO

import openpyxl

from graphmodel.answers import Entry, Hidden, check_word
from graphmodel.dates import Day
from graphmodel.shorthand import parse
from graphmodel.structure import Structure
from queries.asking.requests import by_agency, requests
from tests.asked import report_of
from viz.book import Book
from viz.paper import Heading, PageBreak, Paper
from viz.privacy import Veil
from viz.requests.book import requests_book
from viz.requests.paper import requests_paper
from viz.writers.text import text
from viz.writers.xlsx import xlsx

STRUCTURE = parse(
    "csp: partnership; cc: county_council; o: post; o in cc; o chairs csp; pct: primary_care_trust; pct on csp; "
    "dag: group; dag => csp; Bloggs: person; Bloggs holds o; silent rhythm of csp; as of 2003-11-21"
)


def made(structure: Structure, *, names: bool = False) -> tuple[Paper, Book]:
    report = report_of(structure)
    pages = by_agency(requests(report, structure), structure, Day(report.as_of))
    veil = Veil(structure, names=names)
    return requests_paper(pages, report, veil), requests_book(pages, report, veil)


def test_each_agency_has_a_page_of_its_own_and_those_with_only_seats_one_together() -> None:
    paper, _ = made(STRUCTURE)
    begins = [
        after.text
        for block, after in zip(paper.blocks, paper.blocks[1:], strict=False)
        if isinstance(block, PageBreak) and isinstance(after, Heading)
    ]
    assert begins == ["cc", "Seats to confirm", "On what grounds we ask"]


def test_a_page_is_a_short_letter() -> None:
    told = text(made(STRUCTURE)[0])
    page = told[told.index("\ncc\n--") : told.index("\nSeats to confirm\n---")]
    assert "For the attention of: o" in page
    assert "as at 21 November 2003. Could you please confirm your seat, send the terms" in " ".join(page.split())
    assert "of reference of csp and dag and answer" in " ".join(page.split())
    assert page.count("Why we ask: Without terms of reference nobody can say") == 1
    assert "- csp: how often it meets" in page
    together = " ".join(told[told.index("\nSeats to confirm\n---") : told.index("\nOn what grounds")].split())
    assert "To: pct" in together
    assert "Could each of you please confirm your seats, and say who sits there for you" in together
    assert "pct csp member yes / no No. " in together


def test_questions_are_numbered_alike_on_paper_and_sheet() -> None:
    paper, book = made(STRUCTURE)
    told = " ".join(text(paper).split())
    questions, _ = book.sheets
    headings = [column.heading for column in questions.columns]
    for row in questions.rows:
        cells = dict(zip(headings, row, strict=True))
        if cells["No."] and cells["what"] == "representative":
            assert f"No. {cells['No.']}:" in told
        elif cells["No."]:
            assert f"- {cells['No.']}: {cells['Question']}" in told


def test_the_sheet_says_what_the_machine_needs_where_nobody_sees_it() -> None:
    _, book = made(STRUCTURE)
    report = report_of(STRUCTURE)
    for sheet in book.sheets:
        headings = [column.heading for column in sheet.columns]
        assert [column.heading for column in sheet.columns if column.hidden] == list(Hidden)
        for row in sheet.rows:
            cells = dict(zip(headings, map(str, row), strict=True))
            about, what, towards = cells[Hidden.ABOUT], cells[Hidden.WHAT], cells[Hidden.TOWARDS]
            assert cells[Hidden.CHECK] == check_word(about, what, towards)
            assert (cells[Hidden.STRUCTURE], cells[Hidden.CONTENT]) == (STRUCTURE.id, report.content)
            assert not any(cells[column.heading] for column in sheet.columns if column.entry)
    assert [column.heading for column in book.sheets[0].columns if column.entry] == list(Entry)


def test_every_seat_of_an_agency_is_there_to_confirm() -> None:
    seats = made(STRUCTURE)[1].sheets[1]
    assert [row[:4] for row in seats.rows] == [("cc", "csp", "chair", "o"), ("pct", "csp", "member", "pct")]


def test_persons_are_not_named_unless_asked_for() -> None:
    structure = parse("csp: partnership; Bloggs: person; Bloggs chairs csp; Bloggs on csp; silent home of Bloggs")
    paper, book = made(structure)
    hidden = text(paper) + repr(book)
    assert "Bloggs" not in hidden
    assert "a person (name not shown)" in hidden
    assert "Bloggs" not in "".join(cell for sheet in book.sheets for row in sheet.rows for cell in map(str, row))
    assert "Bloggs" in text(made(structure, names=True)[0])


def test_where_nothing_is_open_the_paper_says_so() -> None:
    assert "There is nothing to ask and no seat to confirm." in text(made(parse("staff: team"))[0])


def test_a_seat_of_somebody_whose_name_is_not_shown_can_still_be_confirmed() -> None:
    structure = parse("csp: partnership; cc: county_council; Bloggs: person; Bloggs on csp [on_behalf_of=cc]")
    paper, book = made(structure)
    assert "somebody of yours (name not shown)" in " ".join(text(paper).split()) or "Held by" not in text(paper)
    assert [row[3] for row in book.sheets[1].rows] == ["somebody of yours (name not shown)"]


def test_examples_of_dates_are_of_the_year_that_is_asked_about() -> None:
    structure = parse("csp: partnership; t: terms_of_reference agreed; t governs csp; as of 2026-11-16")
    hows = " ".join(str(row[3]) for row in made(structure)[1].sheets[0].rows)
    assert "200" not in hows
    assert "{" not in hows


def test_what_is_to_be_filled_in_is_printed_beside_the_question() -> None:
    sheet = made(STRUCTURE)[1].sheets[0]
    assert [column.heading for column in sheet.columns if not column.printed] == ["Why we ask", "Priority"]
    assert sum(column.width for column in sheet.columns if column.printed and not column.hidden) <= 200
    page = openpyxl.load_workbook(BytesIO(xlsx(made(STRUCTURE)[1])))["Requests"]
    assert page.page_setup.fitToWidth == 1
    assert page.print_area.startswith("'Requests'!$A$1:$M$")
