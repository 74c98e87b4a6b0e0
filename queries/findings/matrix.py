"""The clause matrix: what each clause of the source documents comes to in a structure, and what that rests on.

A clause is at the worst status that a rule behind it gives. It is met only where something that must be there was seen:
never where no rule asks for it, where nothing was evidenced, where it does not apply, or where a rule that looks for
something wrong merely found none in what is known.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping

from graphmodel.dates import Day
from queries.clauses import Clause
from queries.findings.clause_result import ClauseResult, ClauseStanding
from queries.findings.quoted import belongs, gone_through
from queries.findings.report import Finding
from queries.profile import Profile
from queries.rule import Nature, Rule, Status


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
        standing=_standing(counts, none_known) if asked and (given or not told) else ClauseStanding.NOT_ASKED,
        counts={status: counts[status] for status in Status if counts[status]},
        rules=tuple(rule.id for rule in asked),
        off=tuple(rule.id for rule in ordered if rule not in asked),
        evidenced=to_evidence - counts[Status.QUERY],
        to_evidence=to_evidence,
    )


def _standing(counts: Mapping[Status, int], none_known: int) -> ClauseStanding:
    worst = min(counts, key=lambda status: status.rank, default=Status.NA)
    if worst is Status.MET and counts[Status.MET] == none_known:
        return ClauseStanding.NONE_KNOWN
    return ClauseStanding(worst.value)


def _shows(rule: Rule) -> bool:
    """Tell whether the rule's `met` shows something; others say by it that nothing of the kind is known."""
    return rule.nature is Nature.REQUIREMENT
