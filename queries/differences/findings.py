"""The findings of two states beside each other: each is followed through new names and through mergers.

What is asked of a group that came of three is what was asked of the three. Of what one of the files does not tell,
nothing could be asked: no finding is fixed for that.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from queries.differences.difference import Fate, Followed
from queries.differences.side import Side
from queries.findings.baseline import since
from queries.findings.changes import Change, Changed, Since
from queries.findings.report import OPEN, Finding, Report, Want
from queries.rule import Nature, Status


class Told(NamedTuple):
    """What one side tells of: the later ids of everything in it, and the keys of the ties that hold there."""

    ids: Collection[str]
    ties: Collection[str] = ()


class _Both(NamedTuple):
    """The findings of both sides by identity, as the later ids have them, with what each side tells of."""

    was: Mapping[str, Finding]
    is_: Mapping[str, Finding]
    then: Told
    now: Told


def ties(side: Side, later: Mapping[str, str]) -> frozenset[str]:
    """Return the keys of the seats, lines and other ties that a side tells to hold, with later ids."""
    relations = side.slice.structure.relations()
    return frozenset(
        _with_later(relation.key, later) for relation in relations if side.level.admits(relation.evidence.modality)
    )


def findings_since(report: Report, earlier: Report, later: Mapping[str, str], then: Told, now: Told) -> Since:
    """Return what has become of each finding since an earlier report.

    `later` has what each thing is called, or what it went into, by its earlier id; `then` and `now` are what either
    side tells of, by later ids. Nothing is said of what the earlier report found of something that is not told of
    now; what is asked of something that was not told of then is asked for the first time. A question that is now put
    to more, or fewer, together is the same question.
    """
    translated = _worst(_with_later_ids(finding, later) for finding in earlier.findings)
    was = {one.identity: one for one in _worst(_put_to_others(tuple(translated), report.findings))}
    found = since(report, earlier.model_copy(update={"findings": tuple(was.values())}))
    is_ = {finding.identity: finding for finding in report.findings}
    both = _Both(was, is_, then, now)
    changes = (_as_can_be_told(changed, both, report) for changed in found.changes)
    return found.model_copy(update={"changes": tuple(changes)})


def went_into(groups: Iterable[Followed]) -> dict[str, str]:
    """Return the one group that each group went into that is no more; what was split has no such heir."""
    return {one.group: one.others[0] for one in groups if one.fate is Fate.MERGED and len(one.others) == 1}


def _with_later_ids(finding: Finding, later_ids: Mapping[str, str]) -> Finding:
    def later(word: str) -> str:
        return later_ids.get(word, word)

    subjects = tuple(named.model_copy(update={"id": later(named.id)}) for named in finding.subjects)
    aspect = _with_later(finding.aspect, later_ids)
    ids = sorted({named.id for named in subjects})
    return finding.model_copy(
        update={
            "identity": " ".join(filter(None, (finding.rule, *ids, aspect and f"({aspect})"))),
            "subjects": subjects,
            "aspect": aspect,
            "facts": tuple(_with_later(fact, later_ids) for fact in finding.facts),
            "wants": tuple(
                Want(about=later(want.about), what=want.what, towards=tuple(map(later, want.towards)))
                for want in finding.wants
            ),
        }
    )


def _with_later(words: str, later: Mapping[str, str]) -> str:
    return " ".join(later.get(word, word) for word in words.split(" "))


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


def _as_can_be_told(changed: Changed, both: _Both, report: Report) -> Changed:
    was, is_ = both.was.get(changed.identity), both.is_.get(changed.identity)
    if changed.change is Change.FIXED and was is not None and not _is_settled(was, is_, report, both):
        return changed.model_copy(update={"change": Change.NOT_ASKED})
    if changed.change is Change.NEW and is_ is not None and _is_first_asked(is_, both):
        return changed.model_copy(update={"change": Change.FIRST_ASKED})
    return changed


def _is_first_asked(now: Finding, both: _Both) -> bool:
    """Tell whether something could not be asked before: what it is about, or what brings it up, was not told of."""
    if not _of(now) <= set(both.then.ids):
        return True
    if now.status not in _QUESTIONS:
        return False
    behind = {want.about for want in now.wants} | set(now.facts)
    words = {word for fact in behind for word in fact.split(" ")}
    return bool(words & set(both.now.ids) - set(both.then.ids))


def _is_settled(was: Finding, now: Finding | None, report: Report, both: _Both) -> bool:
    """Tell whether something is in order now, or something that must not be is no more.

    Where nothing is found of a requirement any more, or it applies to nothing, it was not asked: that settles nothing.
    Nor does it where not all that a finding was about is still told of, or where the seat or line that a question was
    put about is there no more, and nothing has come that answers it.
    """
    if now is not None:
        return now.status is not Status.NA and not _lost_its_ground(was, now, both)
    doubtful = {named.id for named in (*report.set_aside, *report.to_come)}
    return report.rule(was.rule).nature != Nature.REQUIREMENT and _of(was) <= set(both.now.ids) - doubtful


def _lost_its_ground(was: Finding, now: Finding, both: _Both) -> bool:
    lost = {fact for fact in was.facts if " " in fact} - set(both.now.ties)
    come = set(now.facts) - set(both.then.ties) - set(both.then.ids)
    return was.status in _QUESTIONS and bool(lost) and not come


_QUESTIONS = frozenset({Status.QUERY, Status.PARTLY})


def open_of(report: Report, ids: Collection[str]) -> bool:
    """Tell whether anything is open in a report that is about one of some things."""
    return any(
        finding.status in OPEN and any(named.id in ids for named in finding.subjects) for finding in report.findings
    )
