"""Audits in a line, for tests: what a structure gives under a profile, by identity."""

from __future__ import annotations

from collections.abc import Collection

from graphmodel.dates import Day
from graphmodel.evidence import EvidenceLevel
from graphmodel.structure import Structure
from queries.audit import audit
from queries.engines.memory import MemoryEngine
from queries.findings.report import Report
from queries.profile import profile
from queries.rule import Rule
from queries.rules import RULES

GUIDANCE_DAY = Day("2003-11-21")


def report_of(
    structure: Structure,
    *,
    named: str = "governance",
    rules: Collection[Rule] = RULES,
    evidence: EvidenceLevel = EvidenceLevel.ASSERTED,
    as_of: Day | None = None,
) -> Report:
    """Audit a structure in memory, as of the given day, its own, or that of the guidance."""
    day = as_of or Day(structure.as_of or GUIDANCE_DAY)
    return audit(MemoryEngine(structure), as_of=day, profile=profile(named), rules=rules, evidence=evidence)


def statuses(report: Report) -> dict[str, str]:
    """Return the status of every finding by its identity."""
    return {finding.identity: str(finding.status) for finding in report.findings}
