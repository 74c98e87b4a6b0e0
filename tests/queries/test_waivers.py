"""Accepted exceptions: what they cover, until when, and that none is forgotten."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.documents import read_text_as
from loaders.problems import LoadError
from queries.findings.accepting import accept
from queries.findings.report import OPEN, Report
from queries.findings.waivers import Waiver, Waivers, WaiverStanding
from queries.rule import Status
from tests.asked import statuses
from tests.viz.a_report import REPORT

WHO = {
    "owner": "The chair",
    "reason": "It was settled by letter.",
    "agreed_on": "2003-10-01",
    "review_by": "2004-10-01",
}
CONFLICT, QUERY, MET, NA = "TOR-99 dag", "TOR-99 jcg", "ACC-98 eso (again)", "TOR-99 team"


def waiver(**parts: str) -> Waiver:
    return Waiver.model_validate({**WHO, **parts})


def standings(*waivers: Waiver, report: Report = REPORT) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(one.covers, one.standing.value, one.findings) for one in accept(report, waivers).waivers]


def accepted(*waivers: Waiver) -> list[str]:
    return [finding.identity for finding in accept(REPORT, waivers).findings if finding.waived]


def test_a_waived_finding_keeps_its_status_and_says_who_accepts_it_until_when() -> None:
    told = accept(REPORT, [waiver(finding=QUERY)])
    found = next(finding for finding in told.findings if finding.identity == QUERY)
    assert found.status is Status.QUERY
    assert found.waived is not None
    assert found.waived.model_dump() == WHO
    assert statuses(told) == statuses(REPORT)
    assert [finding for finding in told.findings if finding.identity != QUERY] == [
        finding for finding in REPORT.findings if finding.identity != QUERY
    ]


def test_by_identity_or_by_rule_and_subject_and_aspect() -> None:
    assert accepted(waiver(finding=QUERY)) == [QUERY]
    assert accepted(waiver(rule="TOR-99", subject="jcg")) == [QUERY]
    assert accepted(waiver(rule="ACC-98", subject="dag")) == ["ACC-98 csp dag"]
    assert accepted(waiver(rule="TOR-99", subject="jcg", aspect="")) == [QUERY]
    assert standings(waiver(rule="TOR-99", subject="jcg", aspect="chair")) == [("TOR-99 jcg (chair)", "unmatched", ())]


@pytest.mark.parametrize("identity", [MET, NA, "TOR-99 nobody"])
def test_what_is_in_order_does_not_apply_or_is_not_there_needs_none(identity: str) -> None:
    assert standings(waiver(finding=identity)) == [(identity, "unmatched", ())]
    assert accepted(waiver(finding=identity)) == []


@pytest.mark.parametrize(
    ("agreed_on", "review_by", "standing"),
    [
        ("2003-11-21", "2003-11-21", WaiverStanding.IN_FORCE),
        ("2003-10-01", "2003-11-20", WaiverStanding.EXPIRED),
        ("2003-11-22", "2004-11-20", WaiverStanding.NOT_YET),
    ],
)
def test_whether_it_holds_is_judged_on_the_day_of_the_report(
    agreed_on: str, review_by: str, standing: WaiverStanding
) -> None:
    one = waiver(finding=QUERY, agreed_on=agreed_on, review_by=review_by)
    assert standings(one) == [(QUERY, standing.value, (QUERY,))]
    assert accepted(one) == ([QUERY] if standing is WaiverStanding.IN_FORCE else [])


def test_of_a_rule_that_was_not_asked_nothing_is_known() -> None:
    assert standings(waiver(finding="ACC-01 dag")) == [("ACC-01 dag", "not_asked", ())]


def test_the_first_that_holds_counts_and_an_expired_one_before_it_does_not() -> None:
    old = waiver(finding=QUERY, owner="Old", review_by="2003-11-01")
    first, second = waiver(finding=QUERY, owner="First"), waiver(finding=QUERY, owner="Second")
    told = accept(REPORT, [old, first, second])
    assert {finding.waived.owner for finding in told.findings if finding.waived} == {"First"}
    assert [one.standing.value for one in told.waivers] == ["expired", "in_force", "in_force"]


@settings(deadline=None)
@given(st.lists(st.sampled_from([finding.identity for finding in REPORT.findings]), max_size=8))
def test_exactly_the_open_findings_named_are_marked_and_nothing_else_changes(named: list[str]) -> None:
    told = accept(REPORT, [waiver(finding=identity) for identity in named])
    open_ones = {finding.identity for finding in REPORT.findings if finding.status in OPEN}
    assert {finding.identity for finding in told.findings if finding.waived} == set(named) & open_ones
    assert [finding.model_copy(update={"waived": None}) for finding in told.findings] == list(REPORT.findings)
    assert len(told.waivers) == len(named)


def test_everything_wrong_with_the_file_is_told() -> None:
    text = (
        "waivers:\n- {finding: TOR-01 csp, owner: ' ', reason: '', agreed_on: 2003-10, review_by: 2004-10-01}\n"
        "- {finding: TOR-01 csp, reson: long ago}\n"
    )
    with pytest.raises(LoadError) as raised:
        read_text_as(text, Waivers, "waivers.yaml")
    assert str(raised.value).splitlines() == [
        "waivers.yaml:2:32: `owner` is empty. Fill it in.",
        "waivers.yaml:2:45: `reason` is empty. Fill it in.",
        "waivers.yaml:2:60: `2003-10` is not a full date. Write a full date, such as 2003-11-21.",
        "waivers.yaml:3:3: This waiver has no `agreed_on`. Add it.",
        "waivers.yaml:3:3: This waiver has no `owner`. Add it.",
        "waivers.yaml:3:3: This waiver has no `reason`. Add it.",
        "waivers.yaml:3:3: This waiver has no `review_by`. Add it.",
        "waivers.yaml:3:25: A waiver has no field `reson`. Did you mean `reason`?",
    ]
