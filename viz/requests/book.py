"""Evidence requests as a reply sheet: a workbook to fill in, which loads back as facts with source and date."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graphmodel.answers import NOT_KNOWN, REPLIES, SEATS, SHORT, YES, Entry, Hidden, check_word, how_to_answer
from queries.asking.requests import Agency, Request
from queries.findings.report import Report
from queries.outcome import Severity
from viz.book import Book, Cell, Column, Sheet
from viz.privacy import Veil
from viz.report.about import about
from viz.requests.paper import held_by, numbered, seat_words
from viz.text import clean
from viz.wording import date

_PRIORITIES = {
    Severity.HIGH: "high", Severity.MEDIUM: "medium", Severity.LOW: "low", Severity.INFORMATION: "for information",
    None: "if you know it",
}  # fmt: skip
_WIDTHS = {Entry.SHORT: 12, Entry.ANSWER: 30, Entry.SOURCE: 18}
"""Together with the questions no wider than what a printed page holds."""
_CHOICES = {Entry.SHORT: SHORT, Entry.WHOLE: (YES,)}
_HIDDEN = tuple(Column(heading, 10, hidden=True) for heading in Hidden)


def requests_book(agencies: Sequence[Agency], report: Report, veil: Veil) -> Book:
    """Compose the reply sheet: a row for each question, and one for each seat to confirm."""
    return Book(
        clean(veil.text(f"{report.structure.name}: reply sheet")),
        (
            Sheet(REPLIES, _columns(tuple(Entry)), tuple(_questions(agencies, report, veil)), _intro(report)),
            Sheet(SEATS, _seat_columns(), tuple(_seats(agencies, report, veil)), _intro(report)),
        ),
        about(report),
    )


def _intro(report: Report) -> tuple[str, ...]:
    return (
        f"Fill in what you know, as at {date(report.as_of)}; leave the rest empty. “{NOT_KNOWN}” is a good answer.",
        "Use the names as they stand in the questions. Say where it is written, who answers, and on what day.",
    )


def _columns(entries: Sequence[Entry]) -> tuple[Column, ...]:
    return (
        Column("No.", 5),
        Column("Who is asked", 16),
        Column("Question", 38),
        Column("How to answer", 22),
        *(Column(entry, _WIDTHS.get(entry, 9), _CHOICES.get(entry, ()), entry=True) for entry in entries),
        Column("Why we ask", 50, printed=False),
        Column("Priority", 14, printed=False),
        *_HIDDEN,
    )


def _questions(agencies: Sequence[Agency], report: Report, veil: Veil) -> Iterator[tuple[Cell, ...]]:
    numbers = numbered(agencies)
    for asked in (True, False):
        for agency in agencies:
            for request in agency.asked() if asked else agency.also():
                yield (
                    numbers.get(request),
                    clean(veil.text(agency.name)),
                    clean(veil.text(request.question)),
                    how_to_answer(request.want.what, report.as_of),
                    *("" for _ in Entry),
                    clean(veil.text(request.why)),
                    _PRIORITIES[request.priority],
                    *_machine(request, report, veil),
                )


def _machine(request: Request, report: Report, veil: Veil) -> tuple[Cell, ...]:
    want = request.want
    return _key(want.about, want.what, want.towards, report, veil)


def _key(about: str, what: str, towards: Sequence[str], report: Report, veil: Veil) -> tuple[Cell, ...]:
    """Write what the machine needs; another id stands in for a person where names are not shown."""
    known, others = _by_number(about, veil), _by_number(" ".join(towards), veil)
    check = check_word(about, what, " ".join(towards))
    return known, what, others, check, report.structure.id, report.content


def _by_number(key: str, veil: Veil) -> str:
    return " ".join(map(veil.id, key.split(" ")))


_OF_SEATS = (Entry.SHORT, Entry.UNTIL, Entry.SOURCE, Entry.PLACE, Entry.BY, Entry.ON)


def _seat_columns() -> tuple[Column, ...]:
    return (
        Column("Who is asked", 24),
        Column("Group", 40),
        Column("As", 18),
        Column("Held by", 32),
        *(Column(entry, _WIDTHS.get(entry, 12), _CHOICES.get(entry, ()), entry=True) for entry in _OF_SEATS),
        *_HIDDEN,
    )


def _seats(agencies: Sequence[Agency], report: Report, veil: Veil) -> Iterator[tuple[Cell, ...]]:
    for agency in agencies:
        for seat in agency.seats:
            shown = (veil.text(agency.name), veil.text(seat.group.name), seat_words(seat.role))
            yield (
                *map(clean, (*shown, held_by(seat.member, veil))),
                *("" for _ in _OF_SEATS),
                *_key(seat.key, "seat", (), report, veil),
            )
