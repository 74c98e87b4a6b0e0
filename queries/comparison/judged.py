"""What the audit says of the groups of a structure: for how many a line, terms and a chair are evidenced."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from typing import NamedTuple

from queries.findings.report import Report
from queries.rule import Status

RULES: Mapping[str, tuple[str, ...]] = {"line": ("ACC-01", "ACC-09"), "tor": ("TOR-01",), "chair": ("ACC-11",)}
"""By what is asked for: the rules that ask. One of the first asks top bodies, the other all the rest."""
_ASPECTS: Mapping[str, str] = {"chair": "chair"}


class Judged(NamedTuple):
    """Of how many groups something is asked, and for how many of them it is met, or a query."""

    asked: int
    met: int
    query: int


def judged(report: Report, groups: Collection[str]) -> dict[str, Judged]:
    """Count what a report says of some groups; a group to which a rule does not apply is not asked by it."""
    found: dict[str, dict[str, Status]] = defaultdict(dict)
    asks = {rule: what for what, rules in RULES.items() for rule in rules}
    for finding in report.findings:
        what = asks.get(finding.rule)
        if what is None or finding.aspect != _ASPECTS.get(what, "") or finding.status is Status.NA:
            continue
        for subject in finding.subjects:
            if subject.id in groups:
                found[what].setdefault(subject.id, finding.status)
    return {what: _counted(found[what]) for what in RULES}


def _counted(statuses: Mapping[str, Status]) -> Judged:
    counts = Counter(statuses.values())
    return Judged(len(statuses), counts[Status.MET], counts[Status.QUERY])
