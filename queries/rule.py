"""What a rule is. A badly made one cannot be imported."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from queries.engines.base import Read
from queries.outcome import Outcome, Severity

if TYPE_CHECKING:
    from queries.case import Case


class Family(StrEnum):
    """What a rule is about."""

    TERMS = "Terms of reference"
    ACCOUNTABILITY = "Accountability chain"
    REPRESENTATION = "Representation burden"
    MONITORING = "Monitoring, plans and milestones"
    PLANNING = "Joint planning"
    COVERAGE = "Statutory coverage"
    FUNDING = "Funding"
    LINKS = "Links"
    STAFFING = "Staffing"
    PROCESS = "Process"
    EVIDENCE = "Evidence"


class Nature(StrEnum):
    """Something must be there; something must not be; a pattern worth knowing, never a fault."""

    REQUIREMENT = "requirement"
    PROHIBITION = "prohibition"
    OBSERVATION = "observation"


class Status(StrEnum):
    """What an audit says of a subject, from worst to best."""

    FAIL = "fail"
    CONFLICT = "conflict"
    QUERY = "query"
    PARTLY = "partly"
    OBSERVED = "observed"
    MET = "met"
    NA = "na"

    @property
    def rank(self) -> int:
        """The place in the order of statuses, 0 for the worst."""
        return _RANKS[self]


_RANKS = {status: rank for rank, status in enumerate(Status)}


MUST_SHOW: Mapping[Nature, frozenset[Status]] = {
    Nature.REQUIREMENT: frozenset({Status.MET, Status.PARTLY, Status.QUERY, Status.FAIL, Status.NA, Status.CONFLICT}),
    Nature.PROHIBITION: frozenset({Status.MET, Status.QUERY, Status.FAIL, Status.NA}),
    Nature.OBSERVATION: frozenset({Status.OBSERVED, Status.MET, Status.NA}),
}
"""The statuses a rule of each nature can give, and so must have a worked example for."""


@dataclass(frozen=True)
class Reason:
    """One reason in three voices: for a board, for an auditor, and as the question to ask; `ask` may be empty.

    `fails` is what a board is told once it is certain: that there is none, where `board` says that none was evidenced.
    `to_come` marks words that themselves say that something is still to come. Places in braces are filled by the
    outcome's words; ``{subject}`` is always there.
    """

    board: str
    audit: str
    ask: str = ""
    fails: str = ""
    to_come: bool = False


@dataclass(frozen=True)
class Example:
    """A structure in shorthand and what the rule gives for it: ``"a b"`` or ``"a|chair"`` (with aspect) to a status."""

    title: str
    structure: str
    gives: Mapping[str, str]
    profile: str = "governance"


@dataclass(frozen=True)
class Rule:
    """One rule, with everything about it: what it reads, what it says, and how that is put into words.

    `properties` are the ones whose values it judges by: claims that differ on them make a `conflict`. `who` says who
    could put it right. `population` gives the subjects; `check` must say something of every one of them.
    """

    id: str
    title: str
    family: Family
    nature: Nature
    severity: Severity
    clauses: tuple[str, ...]
    why: str
    remedy: str
    who: str
    trap: str
    reads: tuple[Read[Any], ...]
    population: Callable[[Case], tuple[str, ...]]
    check: Callable[[Case], Iterator[Outcome]]
    reasons: Mapping[str, Reason]
    examples: tuple[Example, ...]
    properties: tuple[str, ...] = ()
    settings: Mapping[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Refuse a rule that is badly made, with everything that is wrong with it."""
        wrong = tuple(_wrong_with(self))
        if wrong:
            raise RuleError(f"{self.id}: " + "; ".join(wrong))


class RuleError(Exception):
    """A rule is badly made, or did not do what a rule must."""


def _wrong_with(rule: Rule) -> Iterator[str]:
    if not re.fullmatch(r"[A-Z]{3}-\d{2}", rule.id):
        yield "its id is not three capitals, a hyphen and two digits"
    for name in ("title", "why", "remedy", "who", "trap", "clauses", "reads", "reasons", "examples"):
        if not getattr(rule, name):
            yield f"it has no {name}"
    shown = {status for example in rule.examples for status in example.gives.values()}
    for status in sorted(shown - set(Status)):
        yield f"`{status}` is not a status"
    for status in sorted(MUST_SHOW[rule.nature] - shown):
        yield f"it has no example that gives `{status}`"
    if rule.nature is Nature.OBSERVATION and Status.FAIL in shown:
        yield "an observation is never a fault"
