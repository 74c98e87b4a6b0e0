"""Findings as an auditor writes them: each on its own, in criteria, condition, cause, effect and recommendation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from queries.findings.report import Finding, Report, RuleText
from queries.rule import Status
from viz.paper import Block, Bullets, Heading, Item
from viz.report.five_cs import five_cs
from viz.report.found import marks, told_by_rule
from viz.report.words import Cite


def audit_findings(report: Report, status: Status, cite: Cite) -> Iterator[Block]:
    """Compose the findings of a status, rule by rule, each in the five Cs."""

    def tell(_rule: RuleText, findings: Sequence[Finding]) -> Iterator[Block]:
        for finding in findings:
            yield Heading(3, f"{_subjects(finding)} ({marks(finding, report)})")
            yield Bullets(tuple(_parts(finding, report, cite)))

    return told_by_rule(report, status, tell, with_ids=True)


def _subjects(finding: Finding) -> str:
    """Name whom a finding is about, and which of several findings about them it is."""
    names = "; ".join(subject.name for subject in finding.subjects)
    return f"{names}: {finding.aspect.replace('_', ' ')}" if finding.aspect else names


def _parts(finding: Finding, report: Report, cite: Cite) -> Iterator[Item]:
    parts = five_cs(finding, report, cite)
    yield _several("Criteria", parts.criteria)
    facts = tuple(Item(fact) for fact in parts.rests_on)
    if parts.beside:
        facts = (*facts, Item("", tuple(Item(fact) for fact in parts.beside), label="Also known, without settling it"))
    yield Item(parts.condition, facts, label="Condition")
    yield Item(parts.cause, label="Cause")
    yield Item(parts.effect, label="Effect")
    yield _several("Recommendation", parts.recommendation)


def _several(label: str, texts: tuple[str, ...]) -> Item:
    if len(texts) == 1:
        return Item(texts[0], label=label)
    return Item("", tuple(map(Item, texts)), label=label)
