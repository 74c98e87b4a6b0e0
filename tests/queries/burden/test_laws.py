"""Laws that the figures keep, whatever the structure: hours are neither made nor lost, and names mean nothing."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any, TypeVar

from hypothesis import given
from hypothesis import strategies as st

from graphmodel import shorthand
from graphmodel.structure import Structure
from queries.burden.intervals import Bounds
from tests.queries.burden.calculated import figures, of
from tests.strategies import small_structures

T = TypeVar("T")
Draw = Callable[[st.SearchStrategy[T]], T]
BOUNDS = Bounds((Fraction(2), Fraction(12)), (Fraction(1), Fraction(3)))
BODIES, GROUPS = "pqrst", "abcd"
VERBS = ("on", "chairs", "attends", "serves")
RHYTHMS = ("", " per_year=4", " per_year=12 hours=2", " hours=1.5", " per_year=6 hours=1.5")
WORDS = ("", " tactical", " strategic", " tactical themes=crime")


@st.composite
def statements(draw: Draw[Any]) -> list[str]:
    """Return a structure as statements: each seat counts for one body or for none."""
    of_groups = st.tuples(*(st.tuples(st.sampled_from(WORDS), st.sampled_from(RHYTHMS)) for _ in GROUPS))
    found = [f"{id_}: group{word}{rhythm}" for id_, (word, rhythm) in zip(GROUPS, draw(of_groups), strict=True)]
    found += [f"{id_}: voluntary" for id_ in BODIES]
    found += ["x: post", "y: post", "n: post", "m: person", "x in p", "y in q", "m holds y"]
    found += ["six: district_council set count=6", "some: group set per_year=3 hours=2", "a -> b", "a => c"]
    members = st.sampled_from((*BODIES, "x", "y", "n", "m", "six"))
    seats = st.tuples(members, st.sampled_from(VERBS), st.sampled_from((*GROUPS, "some")))
    return [*found, *(" ".join(seat) for seat in draw(st.lists(seats, unique=True, max_size=16)))]


@given(statements())
def test_hours_of_bodies_and_of_nobody_are_those_of_groups(told: list[str]) -> None:
    found = of("; ".join(told))
    nobody = sum((place.attended or 0) * (place.hours or 0) for place in found.nobody)
    of_bodies = sum((one.load.hours for one in found.bodies), Fraction(0))
    of_groups = sum((one.hours for one in found.groups.values()), Fraction(0))
    assert of_bodies + nobody == of_groups == found.total.hours
    seats = sum(one.load.seats for one in found.bodies) + sum(place.number for place in found.nobody)
    assert seats == sum(one.seats for one in found.groups.values()) == found.total.seats


@given(statements())
def test_shares_of_bodies_make_a_whole(told: list[str]) -> None:
    found = of("; ".join(told))
    shares = [one.share for one in found.bodies if one.share is not None]
    assert sum(shares) == (1 if any(one.load.hours for one in found.bodies) else 0)
    assert all(0 <= one.duplicated <= 1 for one in found.bodies)
    for one in of("; ".join(told), bounds=BOUNDS).bodies:
        assert one.interval is None or one.load.hours <= one.interval.least <= one.interval.most


@given(statements(), st.randoms(use_true_random=False))
def test_the_order_of_statements_changes_nothing(told: list[str], shuffling: Any) -> None:
    shuffled = list(told)
    shuffling.shuffle(shuffled)
    assert of("; ".join(shuffled), bounds=BOUNDS) == of("; ".join(told), bounds=BOUNDS)


@given(statements(), st.permutations((*BODIES, *GROUPS, "x", "y", "n", "m", "six", "some")))
def test_other_ids_change_no_figure(told: list[str], ids: list[str]) -> None:
    new = dict(zip((*BODIES, *GROUPS, "x", "y", "n", "m", "six", "some"), (f"e{id_}" for id_ in ids), strict=True))
    renamed = [" ".join(new.get(word.rstrip(":"), word.rstrip(":")) + ":" * word.endswith(":")
                        for word in statement.split(" ")) for statement in told]  # fmt: skip
    assert figures(of("; ".join(renamed), bounds=BOUNDS)) == figures(of("; ".join(told), bounds=BOUNDS))


@given(statements(), st.sampled_from(BODIES), st.sampled_from(GROUPS))
def test_one_more_seat_never_takes_hours_away(told: list[str], member: str, group: str) -> None:
    more = [*told, *({f"{member} on {group}"} - set(told))]
    before, after = ({one.who: one.load for one in of("; ".join(some)).bodies} for some in (told, more))
    assert before.keys() <= after.keys()
    for who, load in before.items():
        assert after[who].hours >= load.hours
        assert after[who].seats >= load.seats


@given(small_structures())
def test_anything_can_be_worked_out(structure: Structure) -> None:
    found = of(structure, bounds=BOUNDS)
    assert found == of(shorthand.parse(shorthand.write(structure)), bounds=BOUNDS)
    told_of = {one.who for one in (*found.bodies, *found.sitters)}
    told_of |= {one.who for one in found.reports} | {one.who for one in found.gatekeepers}
    assert told_of | found.groups.keys() <= found.names.keys()
    assert found.spread.gini is None or 0 <= found.spread.gini < 1
