"""What in a report counts against it: by that a command ends well or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from queries.findings.report import Report


def what_counts(report: Report, fail_on: str, *, new_only: bool) -> str:
    """Say how many findings are as bad as `fail_on`, or worse; empty where none is.

    What is accepted does not count, and with `new_only` only what is new beside an earlier report does.
    """
    if fail_on == "never":
        return ""
    from queries.findings.changes import FRESH
    from queries.rule import Status

    worst = Status(fail_on)
    fresh = {changed.identity for changed in report.since.of(*FRESH)} if report.since and new_only else None
    found = sum(
        finding.status.rank <= worst.rank and finding.waived is None and (fresh is None or finding.identity in fresh)
        for finding in report.findings
    )
    if not found:
        return ""
    new = "new " if new_only else ""
    words = fail_on if fail_on == "fail" else f"{fail_on} or worse"
    return f"{found} {new}{'finding' if found == 1 else 'findings'} of status {words}."
