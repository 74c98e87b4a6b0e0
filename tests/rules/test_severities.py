"""How much a finding matters, and what an observation says of hours: what no worked example shows."""

import pytest

from graphmodel import shorthand
from queries.findings.report import Finding
from tests.asked import report_of

FOUR_ON_BOTH = "; ".join(f"{body} on {group}" for body in "pqrs" for group in "ab")
TIE = "p: police_force; ce: post; ce on a; ce on b; x: post; x in p; x on a"
MEDIUM_CIRCLE = "a => b [subject=money]; b => a [subject=treatment]"


def finding(structure: str, identity: str, named: str = "governance") -> Finding:
    report = report_of(shorthand.parse(structure), named=named)
    (found,) = (one for one in report.findings if one.identity == identity)
    return found


@pytest.mark.parametrize(
    ("structure", "identity", "severity"),
    [
        ("a: group", "ACC-01 a", "high"),
        ("a: forum", "ACC-01 a", "medium"),
        ("a => b; b => a", "ACC-03 a b", "high"),
        (MEDIUM_CIRCLE, "ACC-03 a b", "medium"),
        ("a: group", "ACC-11 a (chair)", "medium"),
        ("a: group; p: post; p chairs a", "ACC-11 p (holder)", "information"),
        ("a -> b [subject=information]; b -> a", "ACC-03 a b", "low"),
        ("a: group strategic", "ACC-11 a (deputy)", "low"),
        ("a: group", "TOR-01 a", "medium"),
        ("a: group decides=money", "TOR-01 a", "high"),
        (f"a: group tactical; b: group tactical; {FOUR_ON_BOTH}", "REP-02 a b", "medium"),
        (f"a: group; b: group; {FOUR_ON_BOTH}", "REP-02 a b", "low"),
        (f"a: group tactical themes=crime; b: group tactical themes=drugs; {FOUR_ON_BOTH}", "REP-02 a b", "low"),
        (f"a: group tactical themes=crime; b: group tactical; {FOUR_ON_BOTH}", "REP-02 a b", "medium"),
        (f"{TIE}; q on b; complete membership", "REP-06 ce", "low"),
        (f"{TIE}; y: post; y in p; y on b; complete membership", "REP-06 ce", "information"),
        ("a: group; d: voluntary; x: post; y: post; x in d; y in d; x on a; y on a", "REP-05 a d", "low"),
    ],
)
def test_severity(structure: str, identity: str, severity: str) -> None:
    assert finding(structure, identity).severity == severity


def test_a_retained_group_is_one_step_softer_where_the_profile_says_so() -> None:
    assert finding("a: group retained", "TOR-01 a", "dat-cdrp-2003").severity == "low"
    assert finding("a: group retained", "TOR-01 a").severity == "medium"
    said = "a: group; claim a is_new=no [inferred]"
    assert finding(said, "TOR-01 a", "dat-cdrp-2003").severity == "medium"


def test_a_question_has_the_priority_one_step_below() -> None:
    assert finding("a: group", "ACC-01 a").priority == "medium"
    assert finding("a: group; complete line", "ACC-01 a").priority == "high"


def test_hours_are_told_only_where_both_rhythms_are_known() -> None:
    known = f"a: group tactical per_year=4 hours=2; b: group tactical per_year=12 hours=2; {FOUR_ON_BOTH}"
    assert "Up to 32 hours a year" in finding(known, "REP-02 a b").board
    unknown = f"a: group tactical per_year=4 hours=2; b: group tactical hours=2; {FOUR_ON_BOTH}"
    assert "cannot be told" in finding(unknown, "REP-02 a b").board
