"""Faults of the evidence itself: a handful of findings, however large the file."""

from __future__ import annotations

import pytest

from graphmodel import shorthand
from graphmodel.dates import Day
from queries.rules import RULES, dat_01
from tests.asked import report_of, statuses
from tests.rules.kept import asked, sown


@pytest.mark.parametrize(
    ("gone", "more", "gives"),
    [
        ("", "x: group [captured_on=2003-10-01]", {"DAT-01 example": None, "DAT-01 example (order)": "fail"}),
        ("", "x: group [captured_on=2003]", {}),  # that year holds days after the source was written
        ("", "x: group set", {"DAT-01 example": None, "DAT-01 example (counts)": "query"}),
        ("", "x: group set; claim x count=3", {}),
        ("", "x: group set count=3", {}),
        ("", "x: meeting_series set", {}),
        ("", "x: mixed set umbrella", {}),
        ("", 'x: voluntary "The CVS"', {"DAT-01 example": None, "DAT-01 example (names)": "query"}),
        ("", 'x: private "CVS"', {}),  # another kind of body
        (
            "structure source=doc;",
            "x: group [source=doc]",
            {"DAT-01 example": None, "DAT-01 example (sources)": "query"},
        ),
        (
            "",
            "claim csp colour=red; claim csp colour=blue",
            {"DAT-01 example": None, "DAT-01 example (claims)": "conflict"},
        ),
    ],
)
def test_is_caught_once_where_all_else_is_well(gone: str, more: str, gives: dict[str, str | None]) -> None:
    assert sown(gone, more) == gives


def test_what_a_rule_judges_by_is_left_to_that_rule() -> None:
    text = "structure source=s; s: source; csp: partnership; claim csp is_new=yes; claim csp is_new=no"
    found = {finding.rule for finding in report_of(shorthand.parse(text)).findings if finding.status == "conflict"}
    assert found == {"TOR-01"}
    assert all("colour" not in rule.properties for rule in RULES)


def test_evidence_ages_by_the_day_that_is_asked_about() -> None:
    structure = shorthand.parse("structure source=s; s: source date=2003-01-01; a: group [captured_on=2003-11-21]")
    given = {
        day: statuses(report_of(structure, rules=[dat_01.RULE], as_of=Day(day)))
        for day in ("2003-11-22", "2004-11-21", "2004-11-22")
    }
    assert given == {
        "2003-11-22": {"DAT-01 example": "met"},
        "2004-11-21": {"DAT-01 example": "met"},
        "2004-11-22": {"DAT-01 example (age)": "query"},
    }


def test_a_large_file_gives_no_more_findings_than_a_small_one() -> None:
    rows = "; ".join(f"g{number}: group set [captured_on=2001]" for number in range(300))
    text = f"structure source=s; s: source date=2003-01-01; {rows}; as of 2005-01-01"
    report = report_of(shorthand.parse(text), rules=[dat_01.RULE])
    assert statuses(report) == {"DAT-01 example (order)": "fail", "DAT-01 example (counts)": "query"}
    assert all(len(finding.facts) <= 20 for finding in report.findings)
    assert "300 things" in next(one.board for one in report.findings if one.aspect == "order")


def test_a_file_without_any_source_is_told_so_and_asked_nothing() -> None:
    assert asked(shorthand.parse("a: group"), "governance") == {"DAT-01 example (sources)": "na"}


def test_the_structure_is_named_by_its_title() -> None:
    text = 'structure source=s title="The whole of it"; s: source date=2003-06-01; a: group [captured_on=2003-05-01]'
    report = report_of(shorthand.parse(text), rules=[dat_01.RULE])
    assert [(one.subjects[0].name, str(one.status)) for one in report.findings] == [("The whole of it", "fail")]
