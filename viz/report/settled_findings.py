"""Findings that need nobody: what is in order, and what does not apply, in short."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from queries.findings.report import Finding, Report
from queries.rule import Status
from viz.paper import Block, Heading, Table
from viz.report.found import rule_title
from viz.report.words import STATUS_WORDS, Cite


def settled_findings(report: Report, status: Status, cite: Cite, *, audit: bool, with_ids: bool) -> Iterator[Block]:
    """Compose the findings of a status as a table, those that say the same of different subjects in one row.

    `audit` gives the auditor's wording, and `with_ids` names rules by their ids.
    """
    found = report.with_status(status)
    if not found:
        return
    yield Heading(1, f"{STATUS_WORDS[status].heading} ({len(found)})")
    titles = {rule.id: rule.id if with_ids else rule_title(rule, with_id=False) for rule in report.rules}
    rows = [
        (titles[rule], says, "; ".join(finding.subjects[0].name for finding in same), _where(same, report, cite))
        for (rule, says), same in _alike(found, audit=audit)
    ]
    header = ("Rule" if with_ids else "Looked for", "What was found", "Of whom", "Source")
    columns = 4 if any(row[3] for row in rows) else 3
    yield Table(header[:columns], tuple(row[:columns] for row in rows))


def _alike(findings: Iterable[Finding], *, audit: bool) -> list[tuple[tuple[str, str], list[Finding]]]:
    def same(finding: Finding) -> tuple[str, str]:
        return finding.rule, (finding.audit if audit else finding.board) or finding.title

    ordered = sorted(findings, key=lambda finding: (*same(finding), finding.identity))
    return [(key, list(group)) for key, group in groupby(ordered, same)]


def _where(findings: Iterable[Finding], report: Report, cite: Cite) -> str:
    facts = [report.facts[fact] for finding in findings for fact in finding.facts if fact in report.facts]
    places = (", ".join(filter(None, (fact.source and cite(fact.source), fact.locator))) for fact in facts)
    return "; ".join(dict.fromkeys(filter(None, places)))
