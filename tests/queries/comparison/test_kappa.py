"""Cohen's kappa, against numbers worked by hand and those of the literature."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from queries.comparison.kappa import NO_TABLE, Fourfold, cohen


@pytest.mark.parametrize(
    ("table", "kappa"),
    [
        # 35 of 50 agree, 25 would by chance: (0.7 - 0.5) / (1 - 0.5)
        ((20, 5, 10, 15), Fraction(2, 5)),
        ((10, 0, 0, 10), Fraction(1)),
        ((0, 10, 10, 0), Fraction(-1)),
        ((25, 25, 25, 25), Fraction(0)),
        ((5, 0, 0, 0), None),
        ((0, 0, 0, 0), None),
    ],
)
def test_kappa_of_a_fourfold_table(table: tuple[int, int, int, int], kappa: Fraction | None) -> None:
    assert Fourfold(*table).kappa == kappa


@pytest.mark.parametrize(("table", "kappa"), [((40, 9, 6, 45), "0.70"), ((80, 10, 5, 5), "0.32")])
def test_the_same_agreement_gives_a_low_kappa_where_one_answer_prevails(
    table: tuple[int, int, int, int], kappa: str
) -> None:
    found = Fourfold(*table)  # both from Feinstein and Cicchetti (1990)
    assert found.agreed == (85, 100)
    assert found.kappa is not None
    assert f"{float(found.kappa):.2f}" == kappa


def test_kappa_of_more_answers_than_two() -> None:
    # 58 of 200 agree; 100 and 80, 60 and 60, 40 and 60 of each answer would agree 14,000 times in 40,000
    shares = {("p", "p"): 50, ("p", "n"): 26, ("p", "x"): 24, ("n", "p"): 24, ("n", "n"): 4, ("n", "x"): 32,
              ("x", "p"): 6, ("x", "n"): 30, ("x", "x"): 4}  # fmt: skip
    observed, expected = Fraction(58, 200), Fraction(100 * 80 + 60 * 60 + 40 * 60, 200 * 200)
    assert cohen(shares) == (observed - expected) / (1 - expected)


def test_positive_agreement_and_prevalence_stand_beside_it() -> None:
    found = Fourfold(10, 2, 3, 85)
    assert (found.positive, found.prevalence, found.whole) == ((20, 25), (75, 100), 100)
    assert Fourfold(1, 2, 3, 4) + Fourfold(1, 1, 1, 1) == Fourfold(2, 3, 4, 5)
    assert sum([Fourfold(1, 0, 0, 0)], start=NO_TABLE) == Fourfold(1, 0, 0, 0)


counts = st.integers(0, 50)


@given(counts, counts, counts, counts)
def test_kappa_is_at_most_one_and_does_not_depend_on_who_is_first(both: int, one: int, other: int, none: int) -> None:
    kappa = Fourfold(both, one, other, none).kappa
    assert kappa == Fourfold(both, other, one, none).kappa == Fourfold(none, one, other, both).kappa
    assert kappa is None or -1 <= kappa <= 1
    assert (kappa == 1) <= (one == other == 0)
