"""The section for a board's paper: what it is asked, the map and its words, what was found, and what is to be asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import TypeAlias

from graphmodel.dates import Day
from graphmodel.index import Index
from graphmodel.structure import Structure
from queries.outcome import Severity
from queries.report import Finding, Report
from queries.requests import CO_ORDINATOR, Request
from queries.rule import Status
from viz.beside_paper import accepted_blocks, since_blocks
from viz.board import build_view
from viz.for_a_board import for_a_board
from viz.found import by_rule, marks, open_of, rule_title
from viz.map_blocks import map_in_words, map_page
from viz.matrix_paper import matrix_blocks, not_asked
from viz.paper import Block, Bullets, Definition, Definitions, Heading, Item, PageBreak, Paper, Paragraph, Table
from viz.privacy import Veil
from viz.register import GroupRow, register
from viz.report_about import about
from viz.report_head import head, summary
from viz.report_paper import by_number, reading_blocks, source_blocks
from viz.report_words import STATUS_WORDS

_TOLD = (Status.FAIL, Status.CONFLICT, Status.PARTLY, Status.OBSERVED)
_MORE = "Further questions"
_Question: TypeAlias = tuple[Severity, str, str]
"""Its priority, whom it goes to where that is known, and its words."""
_FIRST = frozenset({Severity.HIGH, Severity.MEDIUM})


def board_paper(
    report: Report, structure: Structure, *, names: bool = False, requests: Sequence[Request] = ()
) -> Paper:
    """Compose the section. `names` shows the names of persons, in the report as well.

    `requests` are the questions of the report with whom to ask; without them each finding's own question is told.
    """
    report = for_a_board(report)
    view = build_view(structure, report, names=names)
    veil, cite = Veil(structure, names=names), by_number(report)
    asked = _asked(report, requests, veil)
    first = [one for one in asked if one[0] in _FIRST]
    rest = [one for one in asked if one[0] not in _FIRST]
    groups = register(view, Index(structure, Day(report.as_of)), veil)
    return Paper(
        f"{veil.text(report.structure.name)}: who answers to whom",
        (
            *head(report, with_ids=False),
            *_purpose(report),
            *_in_brief(report),
            *since_blocks(report),
            *map_page(view),
            *_groups(groups),
            *(block for status in _TOLD for block in _found(report, status)),
            *_questions(first, rest),
            *accepted_blocks(report),
            *_more_questions(rest),
            *map_in_words(view),
            *matrix_blocks(report, with_ids=False),
            *not_asked(report, with_ids=False),
            *source_blocks(report, cite),
            *reading_blocks(report, with_ids=False),
        ),
        about(report),
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


def _in_brief(report: Report) -> Iterator[Block]:
    """Say what was found without the table of rules, which a board need not read."""
    yield from (block for block in summary(report, with_ids=False) if not isinstance(block, Table))
    counts = report.counts()
    if counts:
        rows = ((STATUS_WORDS[status].heading, str(number)) for status, number in counts.items())
        yield Table(("What was found", "How many"), tuple(rows))


def _groups(groups: Iterable[GroupRow]) -> Iterator[Block]:
    rows = tuple((row.name, row.purpose, row.chair, row.answers_to, row.terms, row.rhythm) for row in groups)
    if rows:
        yield PageBreak(wide=True)
        yield Heading(1, "The groups")
        header = ("Group", "Purpose", "Chair", "Answers to", "Terms of reference", "How often it meets")
        yield Table(header, rows, "Groups that are there on the day, from the top down")
        yield PageBreak()


def _found(report: Report, status: Status) -> Iterator[Block]:
    """Tell the findings of a status rule by rule, without the evidence, which the report and the register hold."""
    found = open_of(report, status)
    rules = {rule.id: rule for rule in report.rules}
    if found:
        yield Heading(1, f"{STATUS_WORDS[status].heading} ({len(found)})")
        yield Paragraph(STATUS_WORDS[status].means)
    for rule, findings in by_rule(found):
        yield Heading(2, f"{rule_title(rules[rule], with_id=False)} ({len(findings)})")
        yield Bullets(tuple(_finding(finding, report) for finding in findings))
        about = (
            ("Why it matters", rules[rule].why),
            ("What to do", rules[rule].remedy),
            ("Who could", rules[rule].who),
        )
        yield Definitions(tuple(Definition(term, text) for term, text in about))


def _finding(finding: Finding, report: Report) -> Item:
    told = (("Because", finding.because), ("Ask", finding.ask))
    children = tuple(Item(text, label=label) for label, text in told if text)
    return Item(f"{finding.board or finding.title} ({marks(finding, report)})", children)


def _questions(first: Sequence[_Question], rest: Sequence[_Question]) -> Iterator[Block]:
    if not first and not rest:
        return
    yield Heading(1, f"Questions to ask first ({len(first)})")
    yield Paragraph(
        "A question is not a fault. It says what was not evidenced in what was read, and may well be there."
        + (f" {len(rest)} more stand under “{_MORE}”." if rest else "")
    )
    if first:
        yield Bullets(tuple(_by_addressee(first)))


def _more_questions(rest: Sequence[_Question]) -> Iterator[Block]:
    if rest:
        yield Heading(1, f"{_MORE} ({len(rest)})")
        yield Bullets(tuple(_by_addressee(rest)))


def _asked(report: Report, requests: Sequence[Request], veil: Veil) -> list[_Question]:
    if requests:
        return [
            (one.priority, veil.text(one.to.name or CO_ORDINATOR), veil.text(one.question))
            for one in requests
            if one.priority
        ]
    told = [(finding.priority, "", finding.ask) for finding in open_of(report, Status.QUERY) if finding.ask]
    return list(dict.fromkeys(told))


def _by_addressee(questions: Sequence[_Question]) -> Iterator[Item]:
    for to, found in groupby(sorted(questions, key=lambda one: one[1]), key=lambda one: one[1]):
        items = tuple(Item(question) for _, _, question in found)
        if to:
            yield Item(f"({len(items)})", items, label=to)
        else:
            yield from items
