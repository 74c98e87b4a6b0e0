"""A report as a workbook to filter: findings, clauses, groups, seats, lines and questions, each on a sheet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from graphmodel.structure import Structure
from queries.asking.requests import Request
from queries.findings.report import OPEN, Finding, Report
from viz.book import Book, Cell, Column, Sheet
from viz.privacy import Veil
from viz.report.about import about
from viz.report.matrix_paper import standing_words
from viz.report.register_sheets import Keeper
from viz.report.words import LEVEL_WORDS, PRIORITY_WORDS, STATUS_WORDS
from viz.wording import date


def register_book(
    report: Report, structure: Structure, *, names: bool = False, requests: Sequence[Request] = ()
) -> Book:
    """Compose the workbook of a report on a structure. `names` shows the names of persons, in the report as well.

    `requests` are the questions of the report, with whom to ask; without them each finding's own question is told.
    """
    veil = Veil(structure, names=names)
    keeper = Keeper(report, structure, names=names)
    sheets = (
        _read_me(report),
        _findings(report),
        *([_matrix(report)] if report.matrix else ()),
        keeper.groups(),
        keeper.seats(),
        keeper.lines(),
        _requests(requests) if requests else _asked(report),
        keeper.sources(),
    )
    title = veil.text(f"{report.structure.name}: register and findings")
    return Book(title, tuple(_veiled(sheet, veil) for sheet in sheets), about(report))


def _veiled(sheet: Sheet, veil: Veil) -> Sheet:
    rows = tuple(tuple(veil.text(cell) if isinstance(cell, str) else cell for cell in row) for row in sheet.rows)
    return replace(sheet, rows=rows)


def _read_me(report: Report) -> Sheet:
    rows = [
        ("What this is", f"{report.structure.name}: who answers to whom, as a register to filter and sort."),
        ("As at", date(report.as_of)),
        ("Rules", f"{report.profile_title} (profile {report.profile})"),
        ("Evidence that counts", f"{LEVEL_WORDS[report.evidence]} (level {report.evidence.value})"),
        ("Made by", f"answerable {report.version}"),
        ("Content audited", f"{report.structure.id}, fingerprint {report.content}"),
        *(("Please note", remark) for remark in report.remarks),
        ("How to read it", "Silence is never a fault. What the sources do not say becomes a question to ask."),
        *((f"Status: {status.value}", f"{words.heading}. {words.means}") for status, words in STATUS_WORDS.items()),
        *((f"Sheet: {name}", what) for name, what in _SHEETS.items() if name != "Clauses" or report.matrix),
    ]
    return Sheet("Read me", (Column("Of this workbook", 26), Column("In words", 100)), tuple(rows))


_SHEETS = {
    "Findings": "What each rule says of each group, post or line, the weightiest first.",
    "Clauses": "What each clause of the source documents comes to here.",
    "Groups": "The groups that are there on the day, from the top down.",
    "Seats": "Who sits on which group, in what role and on whose behalf. A seat is not a line of accountability.",
    "Lines": "Who answers to whom: on what, how often, and where it is written.",
    "Questions": "What to ask, and whom.",
    "Sources": "What the facts come from, by the short names used on the other sheets.",
}


_BESIDE = (
    *(("Source and place", 24), ("What to do", 36), ("Accepted until", 14), ("Accepted because", 24)),
    *(("Rule in words", 26), ("Identity", 26)),
)
"""What the sheet of findings has to look up on a screen; a printed page would only become smaller by it."""


def _findings(report: Report) -> Sheet:
    rules = {rule.id: rule for rule in report.rules}
    columns = (
        *(Column("Priority", 14), Column("Status", 10), Column("Rule", 9), Column("About", 28)),
        *(
            Column("What was found", 44),
            Column("What to ask", 44),
            Column("Because", 30),
            Column("Status in words", 20, printed=False),
        ),
        *(Column(heading, width, printed=False) for heading, width in _BESIDE),
    )
    rows = tuple(
        (
            *(PRIORITY_WORDS[finding.priority], finding.status.value, finding.rule),
            "; ".join(subject.name for subject in finding.subjects),
            *(finding.board or finding.title, finding.ask, finding.because, STATUS_WORDS[finding.status].heading),
            _places(finding, report),
            rules[finding.rule].remedy if finding.status in OPEN and finding.rule in rules else "",
            date(finding.waived.review_by) if finding.waived else "",
            f"{finding.waived.owner}: {finding.waived.reason}" if finding.waived else "",
            *(finding.title, finding.identity),
        )
        for finding in report.findings
    )
    return Sheet("Findings", columns, rows)


def _places(finding: Finding, report: Report) -> str:
    facts = [report.facts[fact] for fact in finding.facts if fact in report.facts]
    return "; ".join(dict.fromkeys(", ".join(filter(None, (fact.source, fact.locator))) for fact in facts))


def _matrix(report: Report) -> Sheet:
    columns = (
        *(Column("Source", 18), Column("Place", 20), Column("What it asks", 60), Column("Comes to", 20)),
        *(
            Column("Evidenced", 10),
            Column("Of", 5),
            Column("Findings", 22),
            Column("Rules", 20),
            Column("Left out", 14),
        ),
    )
    rows = tuple(
        (
            result.source,
            result.place,
            " ".join(filter(None, (result.says, result.note))),
            standing_words(result),
            result.evidenced if result.to_evidence else None,
            result.to_evidence or None,
            ", ".join(f"{count} {status.value}" for status, count in result.counts.items()),
            ", ".join(result.rules),
            ", ".join(result.off),
        )
        for result in report.matrix
    )
    return Sheet("Clauses", columns, rows)


def _requests(requests: Iterable[Request]) -> Sheet:
    columns = (
        *(Column("Priority", 13), Column("About", 26), Column("Question", 48), Column("Who is asked", 22)),
        *(Column("For the attention of", 22), Column("Why them", 22), Column("Why we ask", 34), Column("Rules", 13)),
    )
    rows = tuple(
        (
            PRIORITY_WORDS[one.priority] if one.priority else "no rule asks for it",
            *(one.subject.name, one.question, one.to.name, one.attention.name, one.because, one.why),
            ", ".join(one.rules),
        )
        for one in requests
    )
    return Sheet("Questions", columns, rows)


def _asked(report: Report) -> Sheet:
    columns = (Column("Priority", 18), Column("About", 34), Column("Question", 60), Column("Rules", 20))
    return Sheet("Questions", columns, tuple(_questions(report)))


def _questions(report: Report) -> Iterator[tuple[Cell, ...]]:
    for finding in report.findings:
        if finding.ask:
            about = "; ".join(subject.name for subject in finding.subjects)
            yield PRIORITY_WORDS[finding.priority], about, finding.ask, finding.rule
