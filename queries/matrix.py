"""The clause matrix: what each clause of the source documents comes to in a structure, and what that rests on.

A clause is at the worst status that a rule behind it gives. It is met only where something that must be there was seen:
never where no rule asks for it, where nothing was evidenced, where it does not apply, or where a rule that looks for
something wrong merely found none in what is known.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from enum import StrEnum
from typing import TYPE_CHECKING

from pydantic import Field

from graphmodel.dates import Day
from graphmodel.evidence import Record
from queries.clauses import Clause, ClauseKind
from queries.quoted import belongs, gone_through
from queries.rule import Nature, Rule, Status

if TYPE_CHECKING:
    from queries.profile import Profile
    from queries.report import Finding


class Standing(StrEnum):
    """What a clause comes to, from worst to best, and then what says nothing of it."""

    FAIL = "fail"
    CONFLICT = "conflict"
    QUERY = "query"
    PARTLY = "partly"
    OBSERVED = "observed"
    NONE_KNOWN = "none_known"
    MET = "met"
    NA = "na"
    NOT_ASKED = "not_asked"


class ClauseResult(Record):
    """A clause with what the rules behind it say; not asked where they say something, but nothing of the clause.

    Of the findings that want evidence, `to_evidence` in number, `evidenced` have some; the others are questions. That
    nothing wrong is known wants none, and shows none. `rules` were asked; `off` are those that rest on the clause and
    that the profile leaves out.
    """

    id: str
    source: str
    place: str
    says: str
    kind: ClauseKind
    note: str | None = None
    standing: Standing
    counts: dict[Status, int] = Field(default_factory=dict)
    rules: tuple[str, ...] = ()
    off: tuple[str, ...] = ()
    evidenced: int = 0
    to_evidence: int = 0


def matrix(
    findings: Iterable[Finding], rules: Collection[Rule], profile: Profile, as_of: Day | str
) -> tuple[ClauseResult, ...]:
    """Return the result of every clause of the profile's sources that could be read on the day, source by source.

    `rules` are all there are; those that the profile has off are named where a clause rests on them.
    """
    found: dict[str, list[Finding]] = {}
    for finding in findings:
        found.setdefault(finding.rule, []).append(finding)
    return tuple(
        _result(clause, [rule for rule in rules if clause.id in rule.clauses], found, profile)
        for clause in gone_through(profile, as_of)
    )


def _result(
    clause: Clause, behind: Iterable[Rule], found: Mapping[str, Collection[Finding]], profile: Profile
) -> ClauseResult:
    ordered = sorted(behind, key=lambda rule: rule.id)
    asked = [rule for rule in ordered if profile.settings(rule.id).on]
    told = [(rule, finding) for rule in asked for finding in found.get(rule.id, ())]
    given = [(rule, finding) for rule, finding in told if belongs(finding, clause)]
    counts = Counter(finding.status for _, finding in given)
    none_known = sum(finding.status is Status.MET and not _shows(rule) for rule, finding in given)
    to_evidence = counts.total() - counts[Status.NA] - none_known
    return ClauseResult(
        **clause.model_dump(include={"id", "source", "place", "says", "kind", "note"}),
        standing=_standing(counts, none_known) if asked and (given or not told) else Standing.NOT_ASKED,
        counts={status: counts[status] for status in Status if counts[status]},
        rules=tuple(rule.id for rule in asked),
        off=tuple(rule.id for rule in ordered if rule not in asked),
        evidenced=to_evidence - counts[Status.QUERY],
        to_evidence=to_evidence,
    )


def _standing(counts: Mapping[Status, int], none_known: int) -> Standing:
    worst = min(counts, key=lambda status: status.rank, default=Status.NA)
    if worst is Status.MET and counts[Status.MET] == none_known:
        return Standing.NONE_KNOWN
    return Standing(worst.value)


def _shows(rule: Rule) -> bool:
    """Tell whether the rule's `met` shows something; others say by it that nothing of the kind is known."""
    return rule.nature is Nature.REQUIREMENT
