"""A report beside an earlier one of the same structure: what is new, what is fixed, and what could not be compared."""

from __future__ import annotations

from collections.abc import Iterator

from queries.findings.changes import Change, Changed, Earlier, Since
from queries.findings.report import OPEN, Finding, Report, Want
from queries.outcome import Severity


def since(report: Report, earlier: Report) -> Since:
    """Return what has changed since an earlier report, in which everything has the ids that it has now.

    A finding is `fixed` where its rule was asked again and found it in order, or not at all; where the rule was not
    asked, nothing is said of it.
    """
    return Since(
        earlier=Earlier(
            as_of=earlier.as_of,
            version=earlier.version,
            content=earlier.content,
            profile=earlier.profile,
            evidence=earlier.evidence,
        ),
        changes=tuple(_changes(report, earlier)),
    )


def _changes(report: Report, earlier: Report) -> Iterator[Changed]:
    matched = _matched(report, earlier)
    met_again = {was.identity for was in matched.values()}
    for finding in report.findings:
        was = matched.get(finding.identity)
        change = _change(finding, was, earlier)
        if change is not None:
            yield _changed(finding, change, was, finding)
    asked = {rule.id for rule in report.rules}
    for was in earlier.findings:
        if was.status in OPEN and was.identity not in met_again:
            yield _changed(was, Change.FIXED if was.rule in asked else Change.NOT_ASKED, was, None)


def _matched(report: Report, earlier: Report) -> dict[str, Finding]:
    """Return by its identity now what each finding was: the one of that identity, or else one that wants the same.

    What somebody else is asked for first, since a post serves another group as well, is no news: it is still that post.
    """
    then = {finding.identity: finding for finding in earlier.findings}
    matched: dict[str, Finding] = {}
    for finding in report.findings:
        was = then.get(finding.identity)
        if was is not None:
            matched[finding.identity] = was
    met_again = {was.identity for was in matched.values()}
    loose: dict[object, list[Finding]] = {}
    for was in earlier.findings:
        if was.status in OPEN and was.wants and was.identity not in met_again:
            loose.setdefault(_wanted(was), []).append(was)
    for finding in report.findings:
        if finding.status in OPEN and finding.identity not in matched and loose.get(_wanted(finding)):
            matched[finding.identity] = loose[_wanted(finding)].pop(0)
    return matched


def _wanted(finding: Finding) -> tuple[str, str, tuple[Want, ...]]:
    return finding.rule, finding.aspect, finding.wants


def _change(finding: Finding, was: Finding | None, earlier: Report) -> Change | None:
    """Return what has become of a finding; None where it is in order now and was not open then."""
    was_open = was is not None and was.status in OPEN
    if finding.status not in OPEN:
        return Change.FIXED if was_open else None
    if finding.waived is not None:
        return Change.WAIVED
    if was is None or not was_open:
        return Change.NEW if was is not None or _asked_in(earlier, finding) else Change.FIRST_ASKED
    if finding.status.rank != was.status.rank:
        return Change.WORSE if finding.status.rank < was.status.rank else Change.BETTER
    return Change.LAPSED if was.waived is not None else Change.STILL_OPEN


def _asked_in(earlier: Report, finding: Finding) -> bool:
    """Tell whether an earlier report would have shown a finding: it asked the rule, and did not leave this out."""
    if finding.rule not in {rule.id for rule in earlier.rules}:
        return False
    below = earlier.left_out.below if earlier.left_out else None
    steps = tuple(Severity)
    return below is None or steps.index(finding.priority) <= steps.index(below)


def _changed(told: Finding, change: Change, was: Finding | None, now: Finding | None) -> Changed:
    return Changed(
        identity=told.identity,
        rule=told.rule,
        change=change,
        was=was.status if was else None,
        now=now.status if now else None,
        says=(was or told).board if change is Change.FIXED else told.board,
    )
