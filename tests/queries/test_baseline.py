"""A report beside an earlier one: each open finding is told once, and nothing is fixed that was not asked."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from queries.findings.baseline import since
from queries.findings.changes import FRESH, Change
from queries.findings.filters import leave_out
from queries.findings.report import OPEN, Report, Want
from queries.findings.waivers import Waived
from queries.outcome import Severity
from queries.rule import Status
from tests.viz.a_report import REPORT

ONE = "TOR-99 jcg"
ACCEPTED = Waived(owner="The chair", reason="Known.", agreed_on="2003-10-01", review_by="2004-10-01")


def with_one(status: Status | None, *, waived: bool = False) -> Report:
    """Return a report whose one finding has this status, or that has none."""
    one = next(finding for finding in REPORT.findings if finding.identity == ONE)
    found = one.model_copy(update={"status": status, "waived": ACCEPTED if waived else None})
    return REPORT.model_copy(update={"findings": (found,) if status else ()})


def change(then: Report, now: Report) -> str | None:
    told = since(now, then).changes
    assert len(told) <= 1
    return told[0].change.value if told else None


@pytest.mark.parametrize(
    ("was", "now", "expected"),
    [
        (None, Status.QUERY, "new"),
        (Status.MET, Status.QUERY, "new"),
        (Status.NA, Status.FAIL, "new"),
        (Status.QUERY, Status.QUERY, "still_open"),
        (Status.QUERY, Status.FAIL, "worse"),
        (Status.QUERY, Status.CONFLICT, "worse"),
        (Status.FAIL, Status.QUERY, "better"),
        (Status.QUERY, Status.PARTLY, "better"),
        (Status.QUERY, Status.MET, "fixed"),
        (Status.FAIL, Status.NA, "fixed"),
        (Status.QUERY, None, "fixed"),
        (Status.MET, Status.NA, None),
        (None, Status.MET, None),
        (Status.MET, None, None),
    ],
)
def test_what_has_become_of_a_finding(was: Status | None, now: Status | None, expected: str | None) -> None:
    assert change(with_one(was), with_one(now)) == expected


def test_what_is_accepted_now_is_told_as_that_and_what_was_and_is_not_any_more_is_told_too() -> None:
    assert change(with_one(Status.QUERY), with_one(Status.QUERY, waived=True)) == "waived"
    assert change(with_one(None), with_one(Status.FAIL, waived=True)) == "waived"
    assert change(with_one(Status.QUERY, waived=True), with_one(Status.QUERY)) == "lapsed"
    assert change(with_one(Status.QUERY, waived=True), with_one(Status.FAIL)) == "worse"
    assert change(with_one(Status.QUERY, waived=True), with_one(Status.MET)) == "fixed"


def test_what_was_not_asked_is_neither_fixed_nor_new() -> None:
    nothing_asked = with_one(None).model_copy(update={"rules": ()})
    assert change(with_one(Status.QUERY), nothing_asked) == "not_asked"
    assert change(nothing_asked, with_one(Status.QUERY)) == "first_asked"


def test_what_the_earlier_report_left_out_is_asked_for_the_first_time() -> None:
    then = leave_out(with_one(Status.QUERY), below=Severity.MEDIUM)
    assert then.findings == ()
    assert change(then, with_one(Status.QUERY)) == "first_asked"


STATUSES = st.sampled_from([None, *Status])


@settings(deadline=None)
@given(st.tuples(STATUSES, STATUSES), st.tuples(STATUSES, STATUSES))
def test_every_open_finding_then_or_now_is_told_exactly_once(
    before: tuple[Status | None, ...], after: tuple[Status | None, ...]
) -> None:
    names = ("TOR-99 jcg", "TOR-99 eso")
    then, now = (
        REPORT.model_copy(
            update={
                "findings": tuple(
                    finding.model_copy(update={"status": status})
                    for finding in REPORT.findings
                    for name, status in zip(names, pair, strict=True)
                    if finding.identity == name and status
                )
            }
        )
        for pair in (before, after)
    )
    told = since(now, then)
    was_or_is_open = {finding.identity for report in (then, now) for finding in report.with_status(*OPEN)}
    assert sorted(one.identity for one in told.changes) == sorted(was_or_is_open)
    assert sum(told.counts().values()) == len(told.changes)
    assert {one.identity for one in told.of(Change.FIXED)} == {
        finding.identity for finding in then.with_status(*OPEN)
    } - {finding.identity for finding in now.with_status(*OPEN)}


def test_a_report_beside_itself_has_nothing_new() -> None:
    told = since(REPORT, REPORT)
    assert told.of(*FRESH) == ()
    assert {one.change for one in told.changes} == {Change.STILL_OPEN}


def test_a_want_that_is_told_of_another_group_is_still_the_same() -> None:
    one = next(finding for finding in REPORT.findings if finding.identity == ONE)
    wants = (Want(about="clerk", what="holder"),)
    then, now = (
        REPORT.model_copy(
            update={"findings": (one.model_copy(update={"identity": f"TOR-99 {group}", "wants": wants}),)}
        )
        for group in ("jcg", "other")
    )
    assert [told.change for told in since(now, then).changes] == [Change.STILL_OPEN]
    another = now.findings[0].model_copy(update={"wants": (Want(about="chair", what="holder"),)})
    told = since(now.model_copy(update={"findings": (another,)}), then).changes
    assert [one.change for one in told] == [Change.NEW, Change.FIXED]


@pytest.mark.parametrize("below", Severity)
def test_what_is_left_out_is_counted(below: Severity) -> None:
    told = leave_out(REPORT, below=below)
    steps = list(Severity)
    kept = [
        finding
        for finding in REPORT.findings
        if finding.status not in OPEN or steps.index(finding.priority) <= steps.index(below)
    ]
    assert list(told.findings) == kept
    assert told.left_out is not None
    assert told.left_out.number == len(REPORT.findings) - len(kept)
    assert told.left_out.below is below


def test_facts_and_changes_of_what_is_left_out_go_with_it() -> None:
    compared = REPORT.model_copy(update={"since": since(REPORT, REPORT)})
    told = leave_out(compared, below=Severity.HIGH)
    assert set(told.facts) == {"line csp dag", "line dag csp", "seat"}
    assert told.since is not None
    assert [one.identity for one in told.since.changes] == ["ACC-98 csp dag"]


def test_nothing_left_out_is_the_same_report() -> None:
    assert leave_out(REPORT) is REPORT
