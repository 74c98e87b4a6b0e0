"""What has changed between two reports, finding by finding: the words and the shape of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from enum import StrEnum
from functools import cached_property

from graphmodel.evidence import EvidenceLevel, Record
from queries.rule import Status


class Change(StrEnum):
    """What has become of a finding since an earlier report, what needs a look first."""

    NEW = "new"
    WORSE = "worse"
    LAPSED = "lapsed"
    FIRST_ASKED = "first_asked"
    STILL_OPEN = "still_open"
    BETTER = "better"
    WAIVED = "waived"
    FIXED = "fixed"
    NOT_ASKED = "not_asked"


FRESH = frozenset({Change.NEW, Change.WORSE, Change.LAPSED, Change.FIRST_ASKED})
"""What the earlier report did not have, or not as bad, or accepted: what `--fail-on-new` counts."""


class Changed(Record):
    """A finding and what has become of it. `was` and `now` are its statuses; None where there was or is none of it."""

    identity: str
    rule: str
    change: Change
    was: Status | None = None
    now: Status | None = None
    says: str


class Earlier(Record):
    """The earlier report: of which day it is, and with what it was asked."""

    as_of: str
    version: str
    content: str
    profile: str
    evidence: EvidenceLevel


class Since(Record):
    """What has changed since an earlier report. What is in order now and was then is not told."""

    earlier: Earlier
    changes: tuple[Changed, ...]

    def counts(self) -> dict[Change, int]:
        """Return how many findings have changed in each way, what needs a look first, zeros left out."""
        found = Counter(changed.change for changed in self.changes)
        return {change: found[change] for change in Change if found[change]}

    @cached_property
    def by_identity(self) -> Mapping[str, Changed]:
        """The changes by the identity of their finding."""
        return {changed.identity: changed for changed in self.changes}

    def of(self, *kinds: Change) -> tuple[Changed, ...]:
        """Return the findings that have changed in one of these ways, in the order of the report."""
        return tuple(changed for changed in self.changes if changed.change in kinds)
