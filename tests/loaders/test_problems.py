"""Problems in the order of the file."""

from __future__ import annotations

import pytest

from graphmodel.place import Location, Problem
from loaders.problems import LoadError, refuse_if_wrong

PROBLEMS = [
    Problem(Location("b.yaml", 2, 1), "third"),
    Problem(Location("a.xlsx", sheet="Seats", row=12), "second"),
    Problem(Location("b.yaml", 10, 1), "fourth", "Do this."),
    Problem(Location("a.xlsx"), "first", warning=True),
    Problem(Location("b.yaml", 2, 1), "third"),
]


def test_problems_are_told_once_each_and_in_order_of_their_places() -> None:
    assert str(LoadError(PROBLEMS)).splitlines() == [
        "a.xlsx: first",
        "a.xlsx!Seats row 12: second",
        "b.yaml:2:1: third",
        "b.yaml:10:1: fourth Do this.",
    ]


def test_sheets_are_told_in_the_order_of_the_workbook() -> None:
    cells = [(sheet, row) for sheet in ("Lines", "Bodies", "Seats") for row in (2, 1)]
    problems = [Problem(Location("a.xlsx", sheet=sheet, row=row), "wrong") for sheet, row in cells]
    about_the_file = Problem(Location("a.xlsx"), "old")
    sheets = [("a.xlsx", "Seats"), ("a.xlsx", "Bodies"), ("a.xlsx", "Lines")]
    assert [str(problem.where) for problem in LoadError([*problems, about_the_file], sheets).problems] == [
        "a.xlsx",
        *(f"a.xlsx!{sheet} row {row}" for sheet in ("Seats", "Bodies", "Lines") for row in (1, 2)),
    ]


def test_only_more_than_a_warning_stops_a_file() -> None:
    assert refuse_if_wrong(PROBLEMS[3:4]) == (PROBLEMS[3],)
    with pytest.raises(LoadError) as raised:
        refuse_if_wrong(PROBLEMS)
    assert len(raised.value.problems) == 4
