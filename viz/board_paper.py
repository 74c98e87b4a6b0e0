"""The section for a board's paper: what it is asked, the map and its words, what was found, and what is to be asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from graphmodel.dates import Day
from graphmodel.index import Index
from graphmodel.structure import Structure
from queries.outcome import Severity
from queries.report import Report
from queries.requests import Request
from queries.rule import Status
from viz.about import About
from viz.beside_paper import accepted_blocks, since_blocks
from viz.board import build_view
from viz.board_findings import board_findings
from viz.found import open_of
from viz.map_blocks import map_pages
from viz.matrix_paper import matrix_blocks
from viz.paper import Block, Bullets, Heading, Item, PageBreak, Paper, Paragraph, Table
from viz.privacy import Veil
from viz.register import GroupRow, register
from viz.report_head import head, summary
from viz.report_paper import by_number, reading_blocks, source_blocks
from viz.report_words import Cite
from viz.wording import date

_TOLD = (Status.FAIL, Status.CONFLICT, Status.PARTLY, Status.OBSERVED)
_FIRST = frozenset({Severity.HIGH, Severity.MEDIUM})


def board_paper(
    report: Report, structure: Structure, *, names: bool = False, requests: Sequence[Request] = ()
) -> Paper:
    """Compose the section. `names` shows the names of persons, in the report as well.

    `requests` are the questions of the report with whom to ask; without them each finding's own question is told.
    """
    view = build_view(structure, report, names=names)
    veil, cite = Veil(structure, names=names), by_number(report)
    groups = register(view, Index(structure, Day(report.as_of)), veil)
    return Paper(
        f"{veil.text(report.structure.name)}: who answers to whom",
        (
            *head(report, with_ids=False),
            *_purpose(report),
            *summary(report, with_ids=False),
            *since_blocks(report),
            *map_pages(view),
            *_groups(groups),
            *(block for status in _TOLD for block in board_findings(report, status, cite)),
            *_questions(report, requests, veil),
            *accepted_blocks(report),
            *_appendix(report, cite),
        ),
        About(f"Who answers to whom, as at {date(report.as_of)}", f"answerable {report.version}", report.as_of),
    )


def _purpose(report: Report) -> Iterator[Block]:
    yield Heading(1, "What this is for")
    yield Paragraph(
        "The board can see here who answers to whom, on what evidence, and where nobody has said. It is written from "
        "what the partners have in writing; what is not written there is asked, not judged."
    )
    yield Paragraph("The board is asked to:")
    yield Bullets(tuple(map(Item, _asked_of_the_board(report))))


def _asked_of_the_board(report: Report) -> Iterator[str]:
    counts = report.counts()
    yield "agree that the map shows the structure as it is, or say what is to be put right;"
    if counts.get(Status.FAIL) or counts.get(Status.CONFLICT):
        yield "decide who puts right what is shown to be out of order, or on what the evidence disagrees, and by when;"
    if counts.get(Status.QUERY):
        yield "settle who answers the questions below, and by when;"
    yield "say when it wants to see this again."


def _groups(groups: Iterable[GroupRow]) -> Iterator[Block]:
    rows = tuple((row.name, row.purpose, row.chair, row.answers_to, row.terms, row.rhythm) for row in groups)
    if rows:
        yield PageBreak(wide=True)
        yield Heading(1, "The groups")
        header = ("Group", "Purpose", "Chair", "Answers to", "Terms of reference", "How often it meets")
        yield Table(header, rows, "Groups that are there on the day, from the top down")
        yield PageBreak()


def _questions(report: Report, requests: Sequence[Request], veil: Veil) -> Iterator[Block]:
    asked = _asked(report, requests, veil)
    if not asked:
        return
    first = [one for one in asked if one[0] in _FIRST]
    rest = [one for one in asked if one[0] not in _FIRST]
    yield Heading(1, f"Questions to ask ({len(asked)})")
    yield Paragraph(
        "A question is not a fault. It says what was not evidenced in what was read, and may well be there."
    )
    for heading, questions in (("To ask first", first), ("To ask as well", rest)):
        if questions:
            yield Heading(2, f"{heading} ({len(questions)})")
            yield Bullets(tuple(_by_addressee(questions)))


def _asked(report: Report, requests: Sequence[Request], veil: Veil) -> list[tuple[Severity, str, str]]:
    """Return every question as its priority, whom it goes to where that is known, and its words."""
    if requests:
        return [(one.priority, veil.text(one.to.name), veil.text(one.question)) for one in requests if one.priority]
    told = [(finding.priority, "", finding.ask) for finding in open_of(report, Status.QUERY) if finding.ask]
    return list(dict.fromkeys(told))


def _by_addressee(questions: Sequence[tuple[Severity, str, str]]) -> Iterator[Item]:
    for to, found in groupby(sorted(questions, key=lambda one: one[1]), key=lambda one: one[1]):
        items = tuple(Item(question) for _, _, question in found)
        if to:
            yield Item(f"({len(items)})", items, label=to)
        else:
            yield from items


def _appendix(report: Report, cite: Cite) -> Iterator[Block]:
    yield PageBreak()
    yield from matrix_blocks(report, with_ids=False)
    yield from source_blocks(report, cite)
    yield from reading_blocks(report, with_ids=False)
