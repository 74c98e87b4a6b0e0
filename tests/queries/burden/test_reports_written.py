"""Reports written in a year: one that serves two boards is one, where that is said."""

from __future__ import annotations

import pytest

from tests.queries.burden.calculated import of, report, row

TWO = "g: group; x: other; y: other"


@pytest.mark.parametrize(
    ("lines", "reports", "a_year", "without_rhythm", "perhaps_one"),
    [
        ("g -> x; g -> y", 2, 0, 2, True),
        ("g -> x [per_year=4]; g -> y [per_year=2]", 2, 6, 0, True),
        ('g -> x [per_year=4, report="Joint"]; g -> y [per_year=2, report="joint"]', 1, 4, 0, False),
        ('g -> x [per_year=4, report="Joint"]; g -> y [report="Joint"]', 1, 4, 0, False),
        ('g -> x [report="Joint"]; g -> y [report="Joint"]', 1, 0, 1, False),
        ('g -> x [per_year=4, report="One"]; g -> y [per_year=2, report="Other"]', 2, 6, 0, False),
        ('g -> x [per_year=4, report="One"]; g -> y [per_year=2]', 2, 6, 0, True),
        ("g -> x [per_year=4]", 1, 4, 0, False),
    ],
)
def test_reports(lines: str, reports: int, a_year: int, without_rhythm: int, perhaps_one: bool) -> None:
    one = report(of(f"{TWO}; {lines}"), "g")
    assert row(one.reports, one.a_year, one.without_rhythm) == (reports, a_year, without_rhythm)
    assert one.perhaps_one is perhaps_one


def test_to_whom_the_lines_go() -> None:
    assert report(of(f"{TWO}; g -> y; g => x; g => y"), "g").lines == ("x", "y", "y")


def test_posts_write_and_teams_do_not() -> None:
    found = of("g: group; p: post; t: team; p -> g; t -> g")
    assert [one.who for one in found.reports] == ["p"]


def test_a_line_that_is_only_planned_asks_for_nothing_yet() -> None:
    assert of(f"{TWO}; g -> x [planned]").reports == ()
