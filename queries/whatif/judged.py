"""What two audits, before and after a proposal, come to when they are held beside each other."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

from graphmodel.dates import Current
from graphmodel.index import Index
from queries.findings.baseline import since
from queries.findings.changes import FRESH, Change, Changed
from queries.findings.report import Finding
from queries.rule import Status
from queries.whatif.change import Fate
from queries.whatif.results import Reports
from queries.whatif.told import Applied

_OPEN = frozenset({Status.FAIL, Status.CONFLICT, Status.QUERY, Status.PARTLY, Status.OBSERVED})
_FAULTS = frozenset({Status.FAIL, Status.CONFLICT})
_OF_THE_FILE = "DAT-"
"""Rules about how well a file is evidenced say nothing of a proposal."""


class Judged(NamedTuple):
    """Findings sorted by what a proposal has to do with them.

    `faults` are new and beyond a question, `lost` were in order before, `asked` are new questions and observations,
    `taken_over` were asked of a merged group before, and `better` are settled, in the words of then.
    """

    faults: tuple[Finding, ...]
    lost: tuple[Finding, ...]
    asked: tuple[Finding, ...]
    taken_over: tuple[Finding, ...]
    better: tuple[str, ...]


def judged(told: Applied, reports: Reports) -> Judged:
    """Sort what has changed from the one report to the other."""
    changes = [one for one in since(reports.after, reports.before).changes if not one.rule.startswith(_OF_THE_FILE)]
    after = {finding.identity: finding for finding in reports.after.findings}
    inherited = _Inherited(told, reports)
    fresh = [after[one.identity] for one in changes if one.change in FRESH and one.identity in after]
    was = {finding.identity: inherited.status(finding) for finding in fresh}
    faults = [one for one in fresh if one.status in _FAULTS and was[one.identity] not in _FAULTS]
    others = [finding for finding in fresh if finding not in faults]
    lost = [one for one in others if one.status is Status.QUERY and was[one.identity] is Status.MET]
    over = [one for one in others if was[one.identity] in _OPEN]
    return Judged(
        faults=tuple(faults),
        lost=tuple(lost),
        asked=tuple(one for one in others if one not in lost and one not in over),
        taken_over=tuple(over),
        better=tuple(_better(told, reports, changes)),
    )


class _Inherited:
    """What a finding about a new group was before, of the groups that it is made of."""

    def __init__(self, told: Applied, reports: Reports) -> None:
        self._was: dict[tuple[str, str, tuple[str, ...]], list[Status]] = {}
        for finding in reports.before.findings:
            subjects = tuple(sorted({told.into.get(named.id, named.id) for named in finding.subjects}))
            self._was.setdefault((finding.rule, finding.aspect, subjects), []).append(finding.status)

    def status(self, finding: Finding) -> Status | None:
        """Return the worst status that it had; None where nothing was said."""
        subjects = tuple(sorted(named.id for named in finding.subjects))
        found = self._was.get((finding.rule, finding.aspect, subjects), [])
        return min(found, key=lambda status: status.rank, default=None)


def _better(told: Applied, reports: Reports, changes: list[Changed]) -> Iterator[str]:
    """Yield what is settled: the rule is in order now with what it was open for, and did not only lose its object."""
    gone = {group for group, fate in told.fates.items() if fate in (Fate.ENDS, Fate.UNKNOWN)}
    about = {finding.identity: finding for finding in reports.before.findings}
    index = Index(told.structure, told.day)
    stands = {key for key, _ in told.structure.items() if index.current(key) is not Current.NO}
    in_order = {
        (finding.rule, named.id)
        for finding in reports.after.findings
        if finding.status is Status.MET
        for named in finding.subjects
    }
    for one in changes:
        finding = about.get(one.identity)
        if one.change not in (Change.FIXED, Change.BETTER) or finding is None or _rests_on(finding, gone):
            continue
        if any(fact in told.cut and fact.startswith("seat ") for fact in finding.facts):
            continue  # that nobody is asked who sits there is no gain where nobody sits there any more
        if one.change is Change.FIXED and _is_still_so(finding, stands):
            continue  # the rule asks no more, as where one group now answers to the other, and what it saw goes on
        if one.change is Change.BETTER or all((one.rule, named.id) in in_order for named in finding.subjects):
            yield one.says


def _is_still_so(finding: Finding, stands: Collection[str]) -> bool:
    """Tell whether all that was seen of who sits where is so afterwards; lines and what answers to what are another."""
    seen = [fact for fact in finding.facts if " " in fact]
    return (
        finding.status is Status.OBSERVED
        and any(fact.startswith("seat ") for fact in seen)
        and all(fact in stands and not fact.startswith("line ") for fact in seen)
    )


def _rests_on(finding: Finding, gone: set[str]) -> bool:
    """Tell whether a finding is about what goes, or spoke of it: then it went with it, and nothing is settled."""
    named = {one.id for one in (*finding.subjects, *finding.affected)}
    return bool(gone & named) or any(gone & set(fact.split(" ")) for fact in finding.facts)
