"""The clause matrix: what each clause of the source documents comes to in a structure, and what that rests on.

A clause is at the worst status that a rule behind it gives. It is met only where something that must be there was seen:
never where no rule asks for it, where nothing was evidenced, where it does not apply, or where a rule that looks for
something wrong merely found none in what is known.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from enum import StrEnum
from typing import TYPE_CHECKING

from pydantic import Field

from graphmodel.evidence import Record
from queries.clauses import Clause, ClauseKind, clauses
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


def matrix(findings: Iterable[Finding], rules: Collection[Rule], profile: Profile) -> tuple[ClauseResult, ...]:
    """Return the result of every clause of the profile's sources and of every rule asked, source by source.

    `rules` are all there are; those that the profile has off are named where a clause rests on them.
    """
    found: dict[str, list[Finding]] = {}
    for finding in findings:
        found.setdefault(finding.rule, []).append(finding)
    behind = {clause.id: [rule for rule in rules if clause.id in rule.clauses] for clause in clauses().values()}
    return tuple(_result(clause, behind[clause.id], found, profile) for clause in _of_interest(behind, profile))


def _of_interest(behind: Mapping[str, list[Rule]], profile: Profile) -> Iterator[Clause]:
    """Yield the clauses of the profile's sources as the profile orders these, then those that other rules rest on."""
    for source in profile.sources:
        yield from (clause for clause in clauses().values() if clause.source == source)
    for clause in clauses().values():
        if clause.source not in profile.sources and any(profile.settings(rule.id).on for rule in behind[clause.id]):
            yield clause


def _result(
    clause: Clause, behind: Iterable[Rule], found: Mapping[str, Collection[Finding]], profile: Profile
) -> ClauseResult:
    ordered = sorted(behind, key=lambda rule: rule.id)
    asked = [rule for rule in ordered if profile.settings(rule.id).on]
    told = [(rule, finding) for rule in asked for finding in found.get(rule.id, ())]
    given = [(rule, finding) for rule, finding in told if _belongs(finding, clause)]
    counts = Counter(finding.status for _, finding in given)
    none_known = sum(finding.status is Status.MET and not _shows(rule) for rule, finding in given)
    to_evidence = counts.total() - counts[Status.NA] - none_known
    return ClauseResult(
        **clause.model_dump(exclude={"aspects"}),
        standing=_standing(counts, none_known) if asked and (given or not told) else Standing.NOT_ASKED,
        counts={status: counts[status] for status in Status if counts[status]},
        rules=tuple(rule.id for rule in asked),
        off=tuple(rule.id for rule in ordered if rule not in asked),
        evidenced=to_evidence - counts[Status.QUERY],
        to_evidence=to_evidence,
    )


def _belongs(finding: Finding, clause: Clause) -> bool:
    """Tell whether a finding is about what the clause asks; that a rule does not apply at all is about everything."""
    wanted = clause.aspects.get(finding.rule, (finding.aspect,))
    return finding.aspect in wanted or (finding.status is Status.NA and not finding.aspect)


def _standing(counts: Mapping[Status, int], none_known: int) -> Standing:
    worst = min(counts, key=lambda status: status.rank, default=Status.NA)
    if worst is Status.MET and counts[Status.MET] == none_known:
        return Standing.NONE_KNOWN
    return Standing(worst.value)


def _shows(rule: Rule) -> bool:
    """Tell whether the rule's `met` shows something; others say by it that nothing of the kind is known."""
    return rule.nature is Nature.REQUIREMENT
