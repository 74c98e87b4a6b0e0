"""What the case studies ask of bodies: the figures of Gloucestershire and South Worcestershire, at each level."""

from __future__ import annotations

from fractions import Fraction

import pytest

from loaders.structures import load
from queries.burden.intervals import bounds_of
from queries.profile import profile
from sample_data import path
from tests.queries.burden.calculated import body, of, pair, report, row

GLOUCESTERSHIRE = load(path("gloucestershire")).structure
SOUTH_WORCESTERSHIRE = load(path("south_worcestershire")).structure


@pytest.mark.parametrize(
    ("level", "of_the_smaller", "of_all"),
    [("stated", (3, 4), (3, 7)), ("inferred", (4, 6), (4, 8)), ("asserted", (5, 6), (5, 8))],
)
def test_bodies_on_the_partnership_and_on_its_officers_group(
    level: str, of_the_smaller: tuple[int, int], of_all: tuple[int, int]
) -> None:
    one = pair(of(GLOUCESTERSHIRE, level), "gl.eso", "gl.gcsp")
    assert (one.of_the_smaller, one.of_all) == (of_the_smaller, of_all)
    assert row(one.hours, one.unknown, one.flagged) == (0, len(one.shared), False)


@pytest.mark.parametrize(("level", "stands_for"), [("stated", None), ("inferred", 6), ("asserted", 6)])
def test_three_seats_of_each_district_and_eighteen_of_six(level: str, stands_for: int | None) -> None:
    one = body(of(GLOUCESTERSHIRE, level), "gl.districts")
    assert sorted(place.group for place in one.places) == ["gl.eso", "gl.gcsp", "gl.gcsp"]
    assert (one.load.seats, one.stands_for) == (3, stands_for)
    assert row(one.load.hours, one.load.without_hours) == (0, 3)


def test_hours_are_told_between_bounds_where_no_rhythm_is_evidenced() -> None:
    found = of(GLOUCESTERSHIRE, bounds=bounds_of(profile("dat-cdrp-2003")))
    assert row(body(found, "gl.districts").interval) == ((3 * 2 * 1, 3 * 12 * 3),)
    assert row(found.total.hours, found.total.without_hours) == (0, found.total.seats)
    assert found.spread.gini is None


def test_one_or_two_reports_of_a_group_with_two_lines() -> None:
    one = report(of(SOUTH_WORCESTERSHIRE), "sw.dag")
    assert (one.lines, one.reports, one.perhaps_one) == (("sw.csp", "sw.smat"), 2, True)
    assert row(one.a_year, one.without_rhythm) == (0, 2)


def test_chairs_that_count_for_no_known_body_are_told_apart() -> None:
    held = of(GLOUCESTERSHIRE).chairs
    assert (held.number, held.of_body, held.without_body) == (4, {"gl.probation": 1}, 3)


@pytest.mark.parametrize(("chairs", "share"), [("pqrst", Fraction(20, 100)), ("ppppq", Fraction(68, 100))])
def test_concentration_of_five_chairs(chairs: str, share: Fraction) -> None:
    bodies = "; ".join(f"{one}: voluntary" for one in sorted(set(chairs)))
    seats = "; ".join(f"{one} chairs g{number}" for number, one in enumerate(chairs))
    assert Fraction(*of(f"{bodies}; {seats}").chairs.concentration) == share
