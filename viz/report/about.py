"""What every file made from a report says of itself."""

from __future__ import annotations

from queries.findings.report import Report
from viz.about import About
from viz.wording import date


def about(report: Report) -> About:
    """Return what a file made from a report says of itself."""
    return About(f"Who answers to whom, as at {date(report.as_of)}", f"answerable {report.version}", report.as_of)
