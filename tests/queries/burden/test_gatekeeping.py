"""Without whom groups lose touch, and what is measured of it."""

from __future__ import annotations

from fractions import Fraction
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from queries.burden.gatekeeping import MOST
from queries.people.gatekeepers import gatekeepers, pieces
from tests.queries.burden.calculated import of

TIED = "ce: post; ce on a; ce on b; p on a; q on b"


def test_one_post_ties_two_groups() -> None:
    (one,) = of(f"{TIED}; complete membership").gatekeepers
    assert (one.who, one.cut, one.pairs_lost, one.pairs) == ("ce", ("b",), 1, 1)
    assert (one.closed, one.groups, one.well_known) == (2, 2, True)
    # Of the six pairs of the four others, four lead through it: p and a on the one side, q and b on the other.
    assert one.betweenness == Fraction(4, 6)
    assert (one.constraint, one.effective_size) == (0.5, 2.0)


def test_pairs_of_groups_that_lose_touch() -> None:
    """Of six pairs of four groups, three are lost without the first and three without the second."""
    text = "x: post; y: post; x on a; x on b; y on b; y on c; p on c; p on d; q on c; q on d"
    found = [(one.who, one.cut, one.pairs_lost, one.pairs) for one in of(text).gatekeepers]
    assert found == [("y", ("c",), 4, 6), ("x", ("a",), 3, 6)]


def test_three_parts() -> None:
    (one,) = of("x: post; x on a; x on b; x on c").gatekeepers
    assert (one.cut, one.pairs_lost, one.pairs) == (("b", "c"), 3, 3)


def test_on_how_much_it_rests_is_said() -> None:
    (one,) = of(f"{TIED}; complete membership of a").gatekeepers
    assert (one.closed, one.groups, one.well_known) == (1, 2, False)


@pytest.mark.parametrize(("complete", "well_known"), [(6, False), (7, True)])
def test_seven_in_ten_lists_are_enough(complete: int, well_known: bool) -> None:
    text = "; ".join([f"ce on g{n}" for n in range(10)] + [f"complete membership of g{n}" for n in range(complete)])
    (one,) = of(f"ce: post; {text}").gatekeepers
    assert one.well_known is well_known


def test_where_a_second_tie_is_nobody_is_told_of() -> None:
    assert of(f"{TIED}; p on b").gatekeepers == ()


def test_one_name_for_several_is_passed_over() -> None:
    assert of("ch: post set; ch on a; ch on b").gatekeepers == ()


@pytest.mark.parametrize(("others", "measured"), [(MOST - 3, True), (MOST - 2, False)])
def test_large_webs_are_not_measured_further(others: int, measured: bool) -> None:
    seats = "; ".join(f"p{number} on a" for number in range(others))
    (one,) = of(f"ce: post; ce on a; ce on b; {seats}").gatekeepers
    assert (one.betweenness is not None) is measured
    assert (one.constraint is not None, one.effective_size is not None) == (measured, measured)
    assert one.pairs_lost == 1


@given(st.sets(st.tuples(st.sampled_from("uvwxyz"), st.sampled_from(("a", "b", "c", "d"))), min_size=2), st.randoms())
def test_the_order_of_seats_changes_no_tie(seats: set[tuple[str, str]], random: Random) -> None:
    for _, inside in pieces(seats):
        shuffled = random.sample(inside, len(inside))
        assert gatekeepers(shuffled, set("abcd")) == gatekeepers(inside, set("abcd"))


def test_several_webs_at_once_are_refused() -> None:
    with pytest.raises(ValueError, match="one web at a time"):
        gatekeepers([("x", "a"), ("y", "b")], {"a", "b"})


def test_a_body_that_others_sit_for_on_both_sides_ties_them_too() -> None:
    """As REP-06 has it: whoever else sits for a body on both sides keeps the groups together."""
    text = "ce: post; ce on a; ce on b; p: police_force; x: post; y: post; x in p; y in p; x on a; y on b"
    assert of(text).gatekeepers == ()
    assert [one.who for one in of(f"{text}; ce on c").gatekeepers] == ["ce"]
    third = "ce: post; ce on a; ce on b; p: police_force; x: post; y: post; x in p; y in p; x on a; y on c"
    assert of(f"{third}; z: post; z on c; z on b").gatekeepers == ()


def test_its_own_body_is_no_second_tie_where_it_sends_nobody_else() -> None:
    assert [one.who for one in of("p: police_force; ce: post; ce in p; ce on a; ce on b").gatekeepers] == ["ce"]


@pytest.mark.parametrize(("how", "ties"), [("", ["p"]), (" [inferred]", ["p"]), (" [asserted_general]", [])])
def test_a_general_claim_makes_nobody_the_only_tie(how: str, ties: list[str]) -> None:
    assert [one.who for one in of(f"p: police_force; p on a; p on b{how}").gatekeepers] == ties
