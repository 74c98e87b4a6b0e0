"""The section for a board's paper, short: what it is asked, the map, what was found, and what to ask of whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TypeAlias

from graphmodel.dates import Day
from graphmodel.index import Index
from graphmodel.structure import Structure
from queries.asking.requests import CO_ORDINATOR, Request
from queries.findings.report import Finding, Report
from queries.outcome import Severity
from queries.rule import Status
from viz.map.board import build_view
from viz.map.board_map import board_map
from viz.paper import Block, Bullets, Definition, Definitions, Heading, Item, PageBreak, Paper, Paragraph, Table
from viz.privacy import Veil
from viz.report.about import about
from viz.report.beside_paper import accepted_blocks, own_profile_blocks, since_blocks
from viz.report.for_a_board import for_a_board
from viz.report.found import by_rule, marks, open_of, rule_title
from viz.report.head import head, in_short, made_by
from viz.report.matrix_paper import clause_summary
from viz.report.register import GroupRow, register
from viz.report.words import STATUS_WORDS

_TOLD = (Status.FAIL, Status.CONFLICT)
_IN_A_LINE = (Status.PARTLY, Status.OBSERVED)
_MOST_LINES, _MOST_GROUPS, _MOST_QUESTIONS = 8, 20, 40
_ELSEWHERE = (
    "The evidence for each finding, what is in order, the map in words and the clauses one by one stand in the report "
    "and in the register, which come from the same file."
)
_Question: TypeAlias = tuple[Severity, str, str]
"""Its priority, whom it goes to where that is known, and its words."""
_FIRST = (Severity.HIGH, Severity.MEDIUM)


def board_paper(
    report: Report, structure: Structure, *, names: bool = False, requests: Sequence[Request] = ()
) -> Paper:
    """Compose the section. `names` shows the names of persons, in the report as well.

    `requests` are the questions of the report with whom to ask; without them each finding's own question is told.
    """
    report = for_a_board(report)
    view = build_view(structure, report, names=names)
    veil = Veil(structure, names=names)
    asked = _asked(report, requests, veil)
    groups = register(view, Index(structure, Day(report.as_of)), veil)
    return Paper(
        f"{veil.text(report.structure.name)}: who answers to whom",
        (
            *head(report, with_ids=False),
            *_purpose(report),
            *in_short(report),
            *since_blocks(report),
            *board_map(view),
            PageBreak(),
            *_groups(groups),
            *(block for status in _TOLD for block in _found(report, status)),
            *(block for status in _IN_A_LINE for block in _in_lines(report, status)),
            *_questions(asked),
            *accepted_blocks(report),
            *clause_summary(report, where="the report"),
            *own_profile_blocks(report, with_ids=False),
            *made_by(report),
            Paragraph(_ELSEWHERE),
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


def _groups(groups: Sequence[GroupRow]) -> Iterator[Block]:
    rows = tuple((row.name, row.chair, row.answers_to, row.terms, row.rhythm) for row in groups[:_MOST_GROUPS])
    if rows:
        yield Heading(1, "The groups")
        header = ("Group", "Chair", "Answers to", "Terms of reference", "How often it meets")
        more = f" The first {len(rows)} of {len(groups)}; the register has them all." if len(groups) > len(rows) else ""
        yield Table(header, rows, f"Groups that are there on the day, from the top down.{more}")


def _found(report: Report, status: Status) -> Iterator[Block]:
    """Tell the findings of a status rule by rule, without the evidence, which the report and the register hold."""
    found = open_of(report, status)
    if found:
        yield Heading(1, f"{STATUS_WORDS[status].heading} ({len(found)})")
        yield Paragraph(STATUS_WORDS[status].means)
    for rule, findings in by_rule(found):
        yield Heading(2, f"{rule_title(report.rule(rule), with_id=False)} ({len(findings)})")
        yield Bullets(tuple(_finding(finding, report) for finding in findings))
        about = (
            ("Why it matters", report.rule(rule).why),
            ("What to do", report.rule(rule).remedy),
            ("Who could", report.rule(rule).who),
        )
        yield Definitions(tuple(Definition(term, text) for term, text in about))


def _finding(finding: Finding, report: Report) -> Item:
    told = (("Because", finding.because), ("Ask", finding.ask))
    children = tuple(Item(text, label=label) for label, text in told if text)
    return Item(f"{finding.board or finding.title} ({marks(finding, report)})", children)


def _in_lines(report: Report, status: Status) -> Iterator[Block]:
    """Tell what is no fault in a line each, the weightiest first, and where it is much how much more there is."""
    found = open_of(report, status)
    if found:
        yield Heading(1, f"{STATUS_WORDS[status].heading} ({len(found)})")
        told = [Item(f"{one.board or one.title} ({marks(one, report)})") for one in found[:_MOST_LINES]]
        more = len(found) - len(told)
        yield Bullets((*told, *((Item(f"and {more} more, in the report."),) if more else ())))


def _questions(asked: Sequence[_Question]) -> Iterator[Block]:
    """Put the questions that matter first under those whom they go to; of the others, say how many go where."""
    told = _told_in_full(asked)
    first = [one for one in asked if one[0] in told]
    rest = Counter(to for priority, to, _ in asked if priority not in told)
    if not asked:
        return
    yield Heading(1, f"Questions to ask{' first' if rest else ''} ({len(first)})")
    yield Paragraph(
        "A question is not a fault. It says what was not evidenced in what was read, and may well be there."
    )
    if first:
        yield Bullets(tuple(_by_addressee(first)))
    if rest:
        yield Paragraph(
            f"{rest.total()} more of lower priority stand in the letters and in the register{_where(rest)}."
        )


def _told_in_full(asked: Sequence[_Question]) -> tuple[Severity, ...]:
    """Return the priorities whose questions are told: the first two, and more of them while a board can read them."""
    steps = tuple(Severity)
    for most in range(len(steps), len(_FIRST), -1):
        if sum(one[0] in steps[:most] for one in asked) <= _MOST_QUESTIONS:
            return steps[:most]
    return _FIRST


def _where(rest: Counter[str]) -> str:
    told = [f"{to} ({number})" for to, number in sorted(rest.items()) if to]
    return f": for {'; '.join(told)}" if told else ""


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
