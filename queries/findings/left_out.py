"""What a report was told to leave out, and how to leave it out: a report that hides something must say so."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from pydantic import Field

from graphmodel.evidence import Record
from queries.outcome import Severity
from queries.rule import Status


class LeftOut(Record):
    """What was left out because somebody asked for that.

    `rules` are those of the profile that were not asked; `below` is the priority under which open findings are not
    shown, and `findings` how many these are, by rule and status.
    """

    rules: tuple[str, ...] = ()
    below: Severity | None = None
    findings: dict[str, dict[Status, int]] = Field(default_factory=dict)

    @property
    def number(self) -> int:
        """How many findings are not shown."""
        return sum(sum(counts.values()) for counts in self.findings.values())

    def by_status(self) -> dict[Status, int]:
        """How many findings of each status are not shown."""
        found = Counter[Status]()
        for counts in self.findings.values():
            found.update(counts)
        return dict(found)


def counted(hidden: Iterable[tuple[str, Status]]) -> dict[str, dict[Status, int]]:
    """Count findings by rule and status, in the order of both."""
    found: dict[str, Counter[Status]] = defaultdict(Counter)
    for rule, status in hidden:
        found[rule][status] += 1
    return {rule: {status: found[rule][status] for status in Status if found[rule][status]} for rule in sorted(found)}
