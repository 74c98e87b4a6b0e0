"""How unevenly hours are spread: by hand, and within what such a figure can be."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from queries.burden.spread import gini, lorenz
from tests.queries.burden.calculated import GROUPS, of, row

some_hours = st.lists(st.fractions(0, 500), min_size=1, max_size=12)


@pytest.mark.parametrize(
    ("hours", "expected"),
    [
        ([8, 8, 8], Fraction(0)),
        ([0, 24], Fraction(1, 2)),
        ([0, 0, 0, 24], Fraction(3, 4)),
        ([8, 26], Fraction(18, 2 * 34)),
        ([1, 2, 3, 4], Fraction(1, 4)),
        ([], None),
        ([0, 0], None),
    ],
)
def test_gini(hours: list[int], expected: Fraction | None) -> None:
    assert gini([Fraction(one) for one in hours]) == expected


def test_the_curve() -> None:
    assert row(*lorenz([Fraction(8), Fraction(24)])) == ((0, 0), (Fraction(1, 2), Fraction(1, 4)), (1, 1))
    assert lorenz([Fraction(0)]) == ()


def test_who_is_left_out_is_counted() -> None:
    found = of(f"{GROUPS}; p on a; q on a; q on b; q on c; r on c; s on c; t on a").spread
    assert (found.gini, found.bodies, found.partly_known, found.not_known) == (Fraction(2, 7), 3, 1, 2)
    assert found.lorenz[1] == (Fraction(1, 3), Fraction(8, 42))


def test_nothing_known_is_not_all_alike() -> None:
    found = of("p on c; q on c").spread
    assert (found.gini, found.lorenz, found.bodies, found.not_known) == (None, (), 0, 2)


@given(some_hours)
def test_it_is_half_the_mean_difference_as_a_share_of_the_mean(hours: list[Fraction]) -> None:
    share = gini(hours)
    if share is None:
        assert not any(hours)
        return
    differences = sum((abs(one - other) for one in hours for other in hours), Fraction(0))
    assert share == differences / (2 * len(hours) * sum(hours))
    assert 0 <= share < 1


@given(some_hours, st.fractions(min_value=Fraction(1, 100), max_value=100), st.randoms(use_true_random=False))
def test_neither_scale_nor_order_changes_it(hours: list[Fraction], factor: Fraction, shuffling: object) -> None:
    shuffled = sorted(hours, key=lambda _: shuffling.random())  # type: ignore[attr-defined]  # hypothesis' own class
    assert gini([one * factor for one in shuffled]) == gini(hours)


@given(some_hours)
def test_the_curve_sags_below_the_line_and_ends_at_all(hours: list[Fraction]) -> None:
    curve = lorenz(sorted(hours))
    assert all(share <= part for part, share in curve)
    assert not curve or row(curve[0], curve[-1], len(curve)) == ((0, 0), (1, 1), len(hours) + 1)
