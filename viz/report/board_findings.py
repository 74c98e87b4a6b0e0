"""Findings as a board reads them: what was found, what to ask, why it matters and who could put it right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from queries.findings.report import Finding, Named, Report, RuleText
from queries.rule import Status
from viz.paper import Block, Bullets, Definition, Definitions, Item
from viz.report.five_cs import based_on, criterion
from viz.report.found import beside, marks, told_by_rule
from viz.report.words import Cite, fact_words, ratio

_ARROW = " → "


def board_findings(report: Report, status: Status, cite: Cite) -> Iterator[Block]:
    """Compose the findings of a status, rule by rule, each rule with its reasons once."""

    def tell(rule: RuleText, findings: Sequence[Finding]) -> Iterator[Block]:
        yield Bullets(tuple(_finding(finding, report, cite) for finding in findings))
        yield Definitions(tuple(_about(rule, findings, cite)))

    return told_by_rule(report, status, tell, with_ids=False)


def _finding(finding: Finding, report: Report, cite: Cite) -> Item:
    says = finding.board or finding.title
    return Item(f"{says} ({marks(finding, report)})", tuple(_working(finding, says, report, cite)))


def _working(finding: Finding, says: str, report: Report, cite: Cite) -> Iterator[Item]:
    if finding.ask:
        yield Item(finding.ask, label="Ask")
    if finding.because:
        yield Item(finding.because, label="Because")
    if any(subject.name.casefold() not in says.casefold() for subject in finding.subjects):
        yield Item(_names(finding.subjects), label="About")
    if finding.affected:
        yield Item(_names(finding.affected), label="Also covers")
    if finding.path:
        yield Item(_ARROW.join(step.name for step in finding.path), label="Path")
    for figure in finding.figures:
        yield Item(ratio(figure, report.evidence), label=figure.name.replace("_", " ").capitalize())
    yield from _facts("Rests on", finding.facts, report, cite)
    yield from _facts("Also known, without settling it", beside(finding), report, cite)


def _facts(label: str, ids: Sequence[str], report: Report, cite: Cite) -> Iterator[Item]:
    known = [report.facts[fact] for fact in ids if fact in report.facts]
    if len(known) == 1:
        yield Item(fact_words(known[0], cite), label=label)
    elif known:
        yield Item("", tuple(Item(fact_words(fact, cite)) for fact in known), label=label)


def _names(named: Iterable[Named]) -> str:
    return "; ".join(one.name for one in named)


def _about(rule: RuleText, findings: Iterable[Finding], cite: Cite) -> Iterator[Definition]:
    yield Definition("Why it matters", rule.why)
    yield Definition("What to do", rule.remedy)
    yield Definition("Who could", rule.who)
    if quoted := based_on(rule, findings):
        yield Definition("Based on", " ".join(criterion(clause, cite) for clause in quoted))
