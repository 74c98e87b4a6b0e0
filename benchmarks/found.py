"""What the three audits found, in one form for our report, for the rival's and for the list of what was sown.

Three definitions make them comparable. *Without terms of reference* are the groups that TOR-01 asks about or faults:
those under no document that is, or may serve as, terms of reference. A *broken chain* is the body at which it stops
(ACC-02), with the groups that reach no other end; what stops at a group is ACC-01's. *Circles* and *alike* are sets of
groups (ACC-03, REP-02).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from benchmarks.faults import BROKEN, CIRCLE, DUPLICATED, TERMS, Sown

FAULTY = frozenset({"fail", "conflict", "query", "observed"})


class Found(NamedTuple):
    """Ids of groups and bodies: sorted lists of sorted lists, so that two of them compare as JSON too."""

    without_terms: list[str]
    broken: list[list[Any]]
    circles: list[list[str]]
    alike: list[list[str]]


def of_sown(sown: Iterable[Sown]) -> Found:
    """Return what there is to find."""
    return _found([(fault.rule, fault.subjects, (*fault.direct, *fault.affected)) for fault in sown])


def of_report(report: Any) -> Found:
    """Return what a report of ours says: every finding that faults, asks about or observes something."""
    return _found([
        (finding.rule, _ids(finding.subjects), (*direct(finding), *_ids(finding.affected)))
        for finding in report.findings
        if finding.status in FAULTY
    ])  # fmt: skip


def of_outcomes(judged: Iterable[tuple[str, Any, str]]) -> Found:
    """Return what rules said, each saying with its rule and status, before it is put into words."""
    return _found([
        (rule, tuple(sorted(outcome.subjects)), (*direct(outcome), *outcome.affected))
        for rule, outcome, status in judged
        if status in FAULTY
    ])  # fmt: skip


def direct(finding: Any) -> tuple[str, ...]:
    """Return whose lines a finding or outcome rests on; after its type, a fact about a line names who answers by it."""
    return tuple(sorted({fact.split(" ")[1] for fact in finding.facts if fact.startswith("line ")}))


def _ids(names: Iterable[Any]) -> tuple[str, ...]:
    return tuple(named.id for named in names)


def of_rival(
    without_terms: Iterable[str],
    broken: Mapping[str, Iterable[str]],
    circles: Iterable[Iterable[str]],
    alike: Iterable[Iterable[str]],
) -> Found:
    """Return what the rival's audits say."""
    return Found(
        sorted(without_terms),
        sorted([stop, sorted(groups)] for stop, groups in broken.items()),
        sorted(sorted(circle) for circle in circles),
        sorted(sorted(pair) for pair in alike),
    )


def _found(faults: list[tuple[str, tuple[str, ...], tuple[str, ...]]]) -> Found:
    def of(rule: str) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
        return [(subjects, affected) for named, subjects, affected in faults if named == rule]

    return of_rival(
        (subjects[0] for subjects, _ in of(TERMS)),
        {subjects[0]: affected for subjects, affected in of(BROKEN)},
        (subjects for subjects, _ in of(CIRCLE)),
        (subjects for subjects, _ in of(DUPLICATED)),
    )
