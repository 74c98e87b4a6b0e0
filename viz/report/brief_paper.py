"""A report for a terminal: what is out of order and what to ask, in a few lines each; the rest is counted."""

from __future__ import annotations

from collections.abc import Iterator

from queries.findings.report import Finding, Report
from queries.rule import Status
from viz.paper import Block, Bullets, Definition, Definitions, Heading, Item, Paper, Paragraph
from viz.report.beside_paper import accepted_blocks, own_profile_blocks, since_blocks
from viz.report.for_a_board import for_a_board
from viz.report.found import by_rule, marks, open_of, rule_title
from viz.report.head import head, in_short, made_by, not_asked_rules
from viz.report.matrix_paper import clause_summary
from viz.report.words import PRIORITY_WORDS, STATUS_WORDS

_IN_FULL = (Status.FAIL, Status.CONFLICT)
_IN_A_LINE = (Status.PARTLY, Status.OBSERVED)
_WHERE = "a file (-o report.html, report.md or report.xlsx) and in --voice audit"


def brief_paper(report: Report) -> Paper:
    """Compose a report in brief: it fits on a few screens, and says where the whole of it is."""
    report = for_a_board(report)
    return Paper(
        f"{report.structure.name}: who answers to whom",
        (
            *head(report, with_ids=False),
            *in_short(report),
            *since_blocks(report),
            *(block for status in _IN_FULL for block in _with_reasons(report, status)),
            *_questions(report),
            *(block for status in _IN_A_LINE for block in _in_a_line(report, status)),
            *accepted_blocks(report),
            *clause_summary(report, where=_WHERE),
            *own_profile_blocks(report, with_ids=False),
            *not_asked_rules(report),
            *made_by(report),
            *_elsewhere(report),
        ),
    )


def _with_reasons(report: Report, status: Status) -> Iterator[Block]:
    """Tell each finding with what makes it so, and each rule with why it matters and what to do."""
    found = open_of(report, status)
    if found:
        yield Heading(1, f"{STATUS_WORDS[status].heading} ({len(found)})")
    for rule, findings in by_rule(found):
        yield Bullets(tuple(Item(_told(one, report), _because(one)) for one in findings))
        told = (("Why it matters", report.rule(rule).why), ("What to do", report.rule(rule).remedy))
        yield Definitions(tuple(Definition(term, text) for term, text in told))


def _because(finding: Finding) -> tuple[Item, ...]:
    path = " → ".join(step.name for step in finding.path)
    told = (("Because", finding.because), ("Ask", finding.ask), ("Path", path))
    return tuple(Item(text, label=label) for label, text in told if text)


def _questions(report: Report) -> Iterator[Block]:
    """Ask the questions, the weightiest first; what a rule asks of several stands under its title."""
    found = open_of(report, Status.QUERY)
    if found:
        yield Heading(1, f"{STATUS_WORDS[Status.QUERY].heading} ({len(found)})")
    for rule, findings in by_rule(found):
        label = f"{rule_title(report.rule(rule), with_id=False)} ({PRIORITY_WORDS[findings[0].priority]})"
        yield Bullets((Item("", tuple(Item(_asked(one, report)) for one in findings), label=label),))


def _asked(finding: Finding, report: Report) -> str:
    changed = f" ({marks(finding, report)})" if report.since else ""
    return f"{finding.ask or finding.board or finding.title}{changed}"


def _in_a_line(report: Report, status: Status) -> Iterator[Block]:
    found = open_of(report, status)
    if found:
        yield Heading(1, f"{STATUS_WORDS[status].heading} ({len(found)})")
        yield Bullets(tuple(Item(_told(one, report)) for one in found))


def _told(finding: Finding, report: Report) -> str:
    return f"{finding.board or finding.title} ({marks(finding, report)})"


def _elsewhere(report: Report) -> Iterator[Block]:
    counts = report.counts()
    settled = [f"{counts[one]} {words}" for one, words in _SETTLED if counts.get(one)]
    beside = len(report.set_aside) + len(report.to_come)
    settled += [f"{beside} not audited"] if beside else []
    yield Heading(1, "The rest")
    told = f"Not told here: {', '.join(settled)}. " if settled else ""
    yield Paragraph(f"{told}All of it, with the evidence for each finding, stands in {_WHERE}.")


_SETTLED = ((Status.MET, "in order"), (Status.NA, "to which a rule does not apply"))
