"""The findings of two states beside each other: each is followed through new names and through mergers.

What is asked of a group that came of three is what was asked of the three. Of what one of the files does not tell,
nothing could be asked: no finding is fixed for that.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from queries.differences.difference import Fate, Followed
from queries.findings.baseline import since
from queries.findings.changes import Change, Changed, Since
from queries.findings.report import OPEN, Finding, Report, Want
from queries.rule import Nature, Status


class _Told(NamedTuple):
    """What one side tells: its findings by identity, and the ids of everything in it."""

    findings: Mapping[str, Finding]
    ids: Collection[str]


def findings_since(
    report: Report, earlier: Report, later: Mapping[str, str], then: Collection[str], now: Collection[str]
) -> Since:
    """Return what has become of each finding since an earlier report.

    `later` has what each thing is called, or what it went into, by its earlier id; `then` and `now` are the later ids
    of all that either side tells of. Nothing is said of what the earlier report found of something that is not told of
    now; what is asked of something that was not told of then is asked for the first time. A question that is now put
    to more, or fewer, together is the same question.
    """
    translated = _worst(_with_later_ids(finding, later) for finding in earlier.findings)
    was = {one.identity: one for one in _worst(_put_to_others(tuple(translated), report.findings))}
    found = since(report, earlier.model_copy(update={"findings": tuple(was.values())}))
    is_ = {finding.identity: finding for finding in report.findings}
    sides = (_Told(was, then), _Told(is_, now))
    changes = (_as_can_be_told(changed, *sides, report) for changed in found.changes)
    return found.model_copy(update={"changes": tuple(changes)})


def went_into(groups: Iterable[Followed]) -> dict[str, str]:
    """Return the one group that each group went into that is no more; what was split has no such heir."""
    return {one.group: one.others[0] for one in groups if one.fate is Fate.MERGED and len(one.others) == 1}


def _with_later_ids(finding: Finding, later_ids: Mapping[str, str]) -> Finding:
    def later(word: str) -> str:
        return later_ids.get(word, word)

    subjects = tuple(named.model_copy(update={"id": later(named.id)}) for named in finding.subjects)
    aspect = " ".join(map(later, finding.aspect.split(" ")))
    ids = sorted({named.id for named in subjects})
    return finding.model_copy(
        update={
            "identity": " ".join(filter(None, (finding.rule, *ids, aspect and f"({aspect})"))),
            "subjects": subjects,
            "aspect": aspect,
            "wants": tuple(
                Want(about=later(want.about), what=want.what, towards=tuple(map(later, want.towards)))
                for want in finding.wants
            ),
        }
    )


def _worst(findings: Iterable[Finding]) -> Iterable[Finding]:
    """Of findings that are one now, keep the one that was worst."""
    found: dict[str, Finding] = {}
    for finding in findings:
        other = found.get(finding.identity)
        if other is None or finding.status.rank < other.status.rank:
            found[finding.identity] = finding
    return found.values()


def _put_to_others(earlier: Sequence[Finding], later: Sequence[Finding]) -> Iterator[Finding]:
    """Give a question that is put to more or fewer together now the identity that it has now, where it is plain."""
    then, now = {one.identity for one in earlier}, {one.identity for one in later}
    fresh: dict[tuple[str, str], list[Finding]] = defaultdict(list)
    for finding in later:
        if finding.identity not in then:
            fresh[finding.rule, finding.aspect].append(finding)
    for finding in earlier:
        others = () if finding.identity in now else fresh[finding.rule, finding.aspect]
        near = [one for one in others if _of(one) < _of(finding) or _of(finding) < _of(one)]
        yield finding.model_copy(update={"identity": near[0].identity}) if len(near) == 1 else finding


def _of(finding: Finding) -> frozenset[str]:
    return frozenset(named.id for named in finding.subjects)


def _as_can_be_told(changed: Changed, then: _Told, now: _Told, report: Report) -> Changed:
    was = then.findings.get(changed.identity)
    is_ = now.findings.get(changed.identity)
    if changed.change is Change.FIXED and was is not None and not _is_settled(was, is_, report, now.ids):
        return changed.model_copy(update={"change": Change.NOT_ASKED})
    if changed.change is Change.NEW and is_ is not None and not _of(is_) <= set(then.ids):
        return changed.model_copy(update={"change": Change.FIRST_ASKED})
    return changed


def _is_settled(was: Finding, now: Finding | None, report: Report, told: Collection[str]) -> bool:
    """Tell whether something is in order now, or something that must not be is no more.

    Where nothing is found of a requirement any more, or it applies to nothing, it was not asked: that settles nothing.
    Nor does it where not all that a finding was about is still told of.
    """
    if now is not None:
        return now.status is not Status.NA
    doubtful = {named.id for named in (*report.set_aside, *report.to_come)}
    return report.rule(was.rule).nature != Nature.REQUIREMENT and _of(was) <= set(told) - doubtful


def open_of(report: Report, ids: Collection[str]) -> bool:
    """Tell whether anything is open in a report that is about one of some things."""
    return any(
        finding.status in OPEN and any(named.id in ids for named in finding.subjects) for finding in report.findings
    )
