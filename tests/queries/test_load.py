"""What seats cost: exact, never filled in, and never less for knowing more."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphmodel import shorthand
from graphmodel.dates import Day
from graphmodel.evidence import EvidenceLevel
from queries.burden.chairs import chairs
from queries.burden.load import Load, load, of_a_year, over_limit, upper_fence
from queries.burden.load_in_words import figures_of, hours_in_words, in_figures
from queries.burden.places import HeldPlace, by_organisation, by_sitter
from queries.engines.memory import MemoryEngine
from queries.facts.known import Known

DAY = Day("2003-11-21")


def places(structure: str) -> tuple[HeldPlace, ...]:
    return Known(MemoryEngine(shorthand.parse(structure)), DAY, EvidenceLevel.ASSERTED).places


def of(structure: str, organisation: str) -> Load:
    return load(by_organisation(places(structure))[organisation])


def plain(one: Load) -> tuple[object, ...]:
    return one.seats, one.meetings, one.hours, one.without_rhythm, one.without_hours


KNOWN = "a: group per_year=4 hours=2; b: group per_year=12 hours=1.5"


def test_seats_meetings_and_hours_of_a_body() -> None:
    one = of(f"{KNOWN}; police: police_force; ci: post; ci in police; police on a; ci on b", "police")
    assert plain(one) == (2, 16, 26, 0, 0)
    assert one.is_exact
    assert one.known_share == (2, 2)


def test_what_is_not_known_is_counted_and_not_filled_in() -> None:
    one = of(f"{KNOWN}; c: group per_year=6; d: group hours=3; p on a; p on c; p on d", "p")
    assert plain(one) == (3, 10, 8, 1, 2)
    assert not one.is_exact
    assert one.known_share == (1, 3)
    assert hours_in_words(one) == (
        "That is at least 8 hours a year in meetings; how often or how long the groups meet is not evidenced for 2 "
        "of 3 seats."
    )


def test_a_seat_counts_for_whom_somebody_sits() -> None:
    held = by_organisation(
        places(f"{KNOWN}; k: county_council; ce: post; ce in k; ce on a for police; ce on b; x on b")
    )
    assert {body: load(some).seats for body, some in held.items()} == {"k": 1, "police": 1, "x": 1}


def test_several_roles_on_one_group_are_one_place() -> None:
    held = by_sitter(places(f"{KNOWN}; ce: post; smith: person; smith holds ce; ce chairs a; smith on a; ce on b"))
    assert {sitter: plain(load(some)) for sitter, some in held.items()} == {"smith": (2, 16, 26, 0, 0)}


def test_support_is_no_seat() -> None:
    assert places(f"{KNOWN}; co: post; co serves a; co attends b; co deputises on b") == ()


@pytest.mark.parametrize(
    ("structure", "expected"),
    [
        ("six: partnership set count=6 per_year=4 hours=2; p on six", (6, 24, 48, 0, 0)),
        ("some: partnership set per_year=4 hours=2; p on some", (1, 4, 8, 0, 0)),
        ("six: partnership set count=6 per_year=4 hours=2; p: district_council set count=6; p on six", (1, 4, 8, 0, 0)),
    ],
)
def test_a_place_on_a_set_of_groups(structure: str, expected: tuple[int, ...]) -> None:
    assert plain(of(structure, "p")) == expected


def test_of_a_set_of_unknown_number_a_load_is_at_least() -> None:
    one = of("some: partnership set per_year=4 hours=2; p on some", "p")
    assert not one.is_exact
    assert hours_in_words(one) == "That is at least 8 hours a year in meetings."


def test_a_share_of_the_year_in_whole_numbers() -> None:
    assert of_a_year(load(by_organisation(places(f"{KNOWN}; p on b"))["p"])) == (18, 1650)
    half = "h: group per_year=3 hours=0.5; p on h"
    assert of_a_year(load(by_organisation(places(half))["p"])) == (3, 3300)


@pytest.mark.parametrize(
    ("structure", "number", "concentration"),
    [
        ("p chairs a; q chairs b; r chairs c; s chairs d; t chairs e", 5, (5, 25)),
        ("p chairs a; p chairs b; p chairs c; p chairs d; q chairs e", 5, (17, 25)),
        ("p chairs a; x: post; x chairs b", 2, (1, 1)),
        ("p on a", 0, (0, 0)),
    ],
)
def test_concentration_of_chairs(structure: str, number: int, concentration: tuple[int, int]) -> None:
    bodies = "; ".join(f"{body}: voluntary" for body in "pqrst")
    held = chairs(places(f"{bodies}; {structure}"))
    assert (held.number, held.concentration) == (number, concentration)


@pytest.mark.parametrize(
    ("seats", "hours", "over"),
    [(0, 0, ""), (2, 0, ""), (1, 0, "seats"), (0, 25.5, "hours"), (0, 26, ""), (1, 1, "seats"), (0, 1, "hours")],
)
def test_limits_that_a_profile_sets(seats: int, hours: float, over: str) -> None:
    some = by_organisation(places(f"{KNOWN}; p on a; p on b"))["p"]
    assert over_limit(some, seats, hours) == over


def test_no_share_of_the_year_where_no_hours_are_known() -> None:
    known, unknown = (load(by_organisation(places(f"{KNOWN}; p on {group}"))["p"]) for group in ("a", "c"))
    seats, hours = "seats of which rhythm and length are known", "hours, of the 1650 of a full-time year"
    assert figures_of(known) == {seats: (1, 1), hours: (8, 1650)}
    assert figures_of(unknown) == {seats: (0, 1)}


def test_a_fence_is_exact() -> None:
    assert upper_fence([3, 3, 3, 4, 7]) == Fraction(4) + Fraction(3, 2)
    assert upper_fence([3, 4, 5, 6]) == Fraction(21, 4) + Fraction(3, 2) * Fraction(3, 2)
    assert upper_fence([3, 3, 3, 3], least_spread=1) == Fraction(9, 2)


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        (Fraction(24), "24"),
        (Fraction(3, 2), "1.5"),
        (Fraction(10, 3), "about 3.33"),
        (Fraction(1, 4), "0.25"),
        (Fraction(-16), "−16"),
        (Fraction(-1, 16), "about −0.06"),
    ],
)
def test_numbers_in_words(number: Fraction, shown: str) -> None:
    assert in_figures(number) == shown


rhythms = st.one_of(st.none(), st.integers(0, 60).map(Fraction))


def place(per_year: Fraction | None, hours: Fraction | None, number: int) -> HeldPlace:
    return HeldPlace(
        "p", "a", ("p",), chairs=False, number=number, counted=True, per_year=per_year, hours=hours, facts=()
    )


@given(st.lists(st.builds(place, rhythms, rhythms, st.integers(1, 6)), max_size=6), st.integers(0, 5), rhythms)
def test_knowing_more_never_makes_a_load_smaller(some: list[HeldPlace], which: int, told: Fraction | None) -> None:
    if which >= len(some):
        return
    row = some[which]
    more = row._replace(per_year=told if row.per_year is None else row.per_year,
                        hours=told if row.hours is None else row.hours)  # fmt: skip
    before, after = load(some), load([*some[:which], more, *some[which + 1 :]])
    assert (after.seats, after.uncounted) == (before.seats, before.uncounted)
    assert after.meetings >= before.meetings
    assert after.hours >= before.hours
    assert after.without_hours <= before.without_hours
    assert after.without_rhythm <= before.without_rhythm


@given(st.lists(st.builds(place, rhythms, rhythms, st.integers(1, 6)), max_size=6))
def test_loads_add_up(some: list[HeldPlace]) -> None:
    whole = load(some)
    assert whole.hours == sum((load([one]).hours for one in some), Fraction(0))
