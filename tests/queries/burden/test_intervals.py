"""Hours between the least and the most that is taken where something is not known."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from queries.burden.intervals import Bounds, bounds_of, interval
from queries.burden.load import load
from queries.burden.places import HeldPlace
from queries.profile import ProfileDocument, profile, profile_ids, whole
from tests.queries.burden.calculated import GROUPS, body, of, row

BOUNDS = Bounds((Fraction(2), Fraction(12)), (Fraction(1), Fraction(3)), ("ours", "ours"))


@pytest.mark.parametrize(
    ("seats", "least", "most"),
    [
        ("p on a", 8, 8),
        ("p on c", 2 * 1, 12 * 3),
        ("d: group per_year=6; p on d", 6 * 1, 6 * 3),
        ("d: group hours=2.5; p on d", 2 * 2.5, 12 * 2.5),
        ("p on a; p on c [attendance=0.5]", 8 + 1, 8 + 18),
        ("d: group set count=3 hours=2; p on d", 3 * 2 * 2, 3 * 12 * 2),
        ("d: group per_year=0; p on d", 0, 0),
    ],
)
def test_between_bounds(seats: str, least: float, most: float) -> None:
    found = body(of(f"{GROUPS}; {seats}", bounds=BOUNDS), "p").interval
    assert found is not None
    assert row(*found) == (least, most)


def test_how_many_groups_there_are_has_no_bounds() -> None:
    assert body(of("d: group set per_year=4 hours=2; p on d; p on c", bounds=BOUNDS), "p").interval is None


def test_none_without_bounds_and_the_bounds_are_told_with_their_source() -> None:
    assert (body(of("p on c"), "p").interval, of("p on c").bounds) == (None, "")
    assert of("p on c", bounds=BOUNDS).bounds == (
        "2 to 12 meetings a year, and 1 to 3 hours a meeting, are taken where these are not evidenced (ours)."
    )


def test_the_figures_themselves_do_not_move() -> None:
    text = f"{GROUPS}; p on a; p on c; q on b"
    plain, asked = of(text), of(text, bounds=BOUNDS)
    assert [one._replace(interval=None) for one in asked.bodies] == list(plain.bodies)
    assert (asked.total, asked.spread, asked.pairs) == (plain.total, plain.spread, plain.pairs)


@pytest.mark.parametrize("name", profile_ids())
def test_each_profile_has_bounds_and_says_where_they_come_from(name: str) -> None:
    bounds = bounds_of(profile(name))
    assert row(bounds.per_year, bounds.hours) == ((2, 12), (1, 3))
    assert all("a convention of ours" in source for source in bounds.sources)


def test_a_profile_of_ones_own_sets_its_own() -> None:
    often = {"least": 4, "most": 6, "from": "our constitution"}
    own = ProfileDocument.model_validate({"extends": "governance", "burden": {"per_year": often}})
    bounds = bounds_of(whole(own, profile("governance")))
    assert row(bounds.per_year, bounds.hours, bounds.sources[0]) == ((4, 6), (1, 3), "our constitution")
    with pytest.raises(ValidationError, match="the least, 7, is more than the most, 6"):
        ProfileDocument.model_validate({"burden": {"per_year": often | {"least": 7}}})


rhythms = st.one_of(st.none(), st.integers(2, 12).map(Fraction))
lengths = st.one_of(st.none(), st.integers(1, 3).map(Fraction))


def place(per_year: Fraction | None, hours: Fraction | None, number: int) -> HeldPlace:
    return HeldPlace(
        "p", "a", ("p",), chairs=False, number=number, counted=True, per_year=per_year, hours=hours, facts=()
    )


@given(st.lists(st.builds(place, rhythms, lengths, st.integers(1, 4)), max_size=5), st.integers(2, 12))
def test_whatever_turns_out_within_the_bounds_lies_between_them(places: list[HeldPlace], often: int) -> None:
    found = interval(places, BOUNDS)
    assert found is not None
    filled = [
        one._replace(per_year=Fraction(often) if one.per_year is None else one.per_year, hours=one.hours or Fraction(2))
        for one in places
    ]
    assert load(places).hours <= found.least <= load(filled).hours <= found.most
