"""A report with less in it, because somebody asked for that; what was left out is counted in it."""

from __future__ import annotations

from collections.abc import Iterable

from queries.findings.left_out import LeftOut, counted
from queries.findings.report import OPEN, Report
from queries.outcome import Severity


def leave_out(report: Report, *, below: Severity | None = None, rules_not_asked: Iterable[str] = ()) -> Report:
    """Leave out the open findings `below` a priority, and say so; say also which rules were not asked.

    What is in order or does not apply stays, whatever its priority: it is nothing to act on, and hides nothing.
    """
    steps = tuple(Severity)
    hidden = {
        finding.identity: (finding.rule, finding.status)
        for finding in report.findings
        if below is not None and finding.status in OPEN and steps.index(finding.priority) > steps.index(below)
    }
    left_out = LeftOut(rules=tuple(sorted(rules_not_asked)), below=below, findings=counted(hidden.values()))
    if left_out == LeftOut():
        return report
    shown = tuple(finding for finding in report.findings if finding.identity not in hidden)
    wanted = {fact for finding in shown for fact in (*finding.facts, *finding.context)}
    return report.model_copy(
        update={
            "findings": shown,
            "facts": {fact: told for fact, told in report.facts.items() if fact in wanted},
            "since": _without(report, hidden) if hidden else report.since,
            "left_out": left_out,
        }
    )


def _without(report: Report, hidden: Iterable[str]) -> object:
    if report.since is None:
        return None
    left = set(hidden)
    changes = tuple(changed for changed in report.since.changes if changed.identity not in left)
    return report.since.model_copy(update={"changes": changes})
