"""Findings as a researcher reads them: the rule, the facts it rests on by their ids, and how firmly each stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from queries.findings.report import FactText, Figure, Finding, Report, RuleText
from queries.rule import Status
from viz.paper import Block, Definition, Definitions, Heading, Paragraph, Table
from viz.report.found import beside, marks, told_by_rule
from viz.report.words import level_words


def research_findings(report: Report, status: Status) -> Iterator[Block]:
    """Compose the findings of a status, rule by rule, each with the rows it rests on."""

    def tell(rule: RuleText, findings: Sequence[Finding]) -> Iterator[Block]:
        yield Paragraph(f"Asked of {rule.population}. {rule.why}")
        for finding in findings:
            yield Heading(3, finding.identity)
            yield Definitions(tuple(_entries(finding, report)))
            yield from _rows(finding, report)

    return told_by_rule(report, status, tell, with_ids=True)


def _entries(finding: Finding, report: Report) -> Iterator[Definition]:
    yield Definition("Says", finding.audit or finding.board or finding.title)
    yield Definition("Status", f"{finding.status.value} ({marks(finding, report)}); at the {_level(report)}")
    if finding.because:
        yield Definition("Because", finding.because)
    yield Definition("Subjects", ", ".join(subject.id for subject in finding.subjects))
    if finding.path:
        yield Definition("Path", " → ".join(step.id for step in finding.path))
    if finding.affected:
        yield Definition("Affected", ", ".join(group.id for group in finding.affected))
    for figure in finding.figures:
        yield Definition(figure.name.replace("_", " ").capitalize(), fraction(figure, report))


def fraction(figure: Figure, report: Report) -> str:
    """Write a ratio as a fraction of its counts, with the level of evidence."""
    return f"{figure.part}/{figure.whole}, {_level(report)}"


def _level(report: Report) -> str:
    return level_words(report.evidence)


def _rows(finding: Finding, report: Report) -> Iterator[Block]:
    used = [(fact, "rests on it") for fact in finding.facts] + [(fact, "context") for fact in beside(finding)]
    rows = tuple(_row(report.facts[fact], use) for fact, use in used if fact in report.facts)
    if rows:
        yield Table(("Fact", "Use", "Modality", "Current", "Source"), rows)


def _row(fact: FactText, use: str) -> tuple[str, ...]:
    source = ", ".join(filter(None, (fact.source, fact.locator))) or "none given"
    dates = f"{fact.valid_from or ''}/{fact.valid_to or ''}" if fact.valid_from or fact.valid_to else ""
    return fact.id, use, fact.modality, " ".join(filter(None, (fact.current, dates))), source
