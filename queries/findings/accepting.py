"""A report with its accepted exceptions: what each covers on the day, and what covers nothing any more."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from queries.findings.report import OPEN, Finding, Report
from queries.findings.waivers import Waived, Waiver, holds_on, waived, waiver_text


def accept(report: Report, waivers: Sequence[Waiver]) -> Report:
    """Mark the open findings that an exception in force covers; tell how every exception stands.

    The status of a finding stays what it is. Of several exceptions that cover one finding the first counts. What is
    in order or does not apply needs none: an exception from it is unmatched.
    """
    matches = [tuple(_matching(waiver, report.findings)) for waiver in waivers]
    covered: dict[str, Waived] = {}
    for waiver, found in zip(waivers, matches, strict=True):
        if holds_on(waiver, report.as_of):
            for identity in found:
                covered.setdefault(identity, waived(waiver))
    asked = {rule.id for rule in report.rules}
    return report.model_copy(
        update={
            "findings": tuple(
                finding.model_copy(update={"waived": covered[finding.identity]})
                if finding.identity in covered
                else finding
                for finding in report.findings
            ),
            "waivers": tuple(
                waiver_text(waiver, report.as_of, found, asked=rule_of(waiver) in asked)
                for waiver, found in zip(waivers, matches, strict=True)
            ),
        }
    )


def rule_of(waiver: Waiver) -> str:
    """Return the id of the rule that an exception is from; an identity begins with it."""
    return waiver.rule or (waiver.finding or "").partition(" ")[0]


def _matching(waiver: Waiver, findings: Iterable[Finding]) -> Iterable[str]:
    return (finding.identity for finding in findings if finding.status in OPEN and _covers(waiver, finding))


def _covers(waiver: Waiver, finding: Finding) -> bool:
    if waiver.finding is not None:
        return finding.identity == waiver.finding
    return (
        finding.rule == waiver.rule
        and any(subject.id == waiver.subject for subject in finding.subjects)
        and waiver.aspect in (None, finding.aspect)
    )
