"""What seats cost each body, post and person: numbers worked by hand."""

from __future__ import annotations

from fractions import Fraction

import pytest

from tests.queries.burden.calculated import GROUPS, body, of, row, sitter


def test_seats_meetings_and_hours() -> None:
    found = of(f"{GROUPS}; police: police_force; ci: post; ci in police; police on a; ci on b; police on c")
    one = body(found, "police")
    assert row(one.load.seats, one.load.meetings, one.load.hours) == (3, 16, 26)
    assert (one.load.without_rhythm, one.load.without_hours, one.load.known_share) == (1, 1, (2, 3))
    assert [place.group for place in one.places] == ["b", "a", "c"]
    assert row(sitter(found, "ci").load.seats, sitter(found, "ci").load.hours) == (1, 18)
    assert [one.who for one in found.sitters] == ["ci"]


def test_preparation_travel_and_cost_stand_beside_the_hours() -> None:
    one = body(of("a: group per_year=4 hours=2 preparation=1; p on a [attendance=0.5, travel=0.5, rate=20]"), "p").load
    assert row(one.meetings, one.hours, one.beside, one.cost) == (2, 4, 3, 140)
    assert (one.without_beside, one.without_rate) == (0, 0)


def test_what_is_not_known_of_preparation_and_rates_is_counted() -> None:
    one = body(of("a: group per_year=4 hours=2; b: group per_year=4 preparation=1; p on a [rate=20]; p on b"), "p").load
    assert row(one.hours, one.beside, one.cost) == (8, 4, 160)
    assert (one.without_hours, one.without_beside, one.without_rate) == (1, 2, 1)


def test_shares_add_up_to_all_hours_of_all_bodies() -> None:
    found = of(f"{GROUPS}; p on a; q on a; q on b; r on c")
    assert {one.who: one.share for one in found.bodies} == {
        "p": Fraction(8, 34), "q": Fraction(26, 34), "r": None,
    }  # fmt: skip
    assert [one.share for one in of("p on c").bodies] == [None]


def test_hours_for_each_full_time_post() -> None:
    found = of(f"{GROUPS}; p: voluntary fte=0.5; q: voluntary fte=0; ce: post fte=0.1; p on a; q on a; r on a; ce on b")
    assert {one.who: one.per_fte for one in found.bodies} == {"p": 16, "q": None, "r": None}
    assert sitter(found, "ce").per_fte == 180
    assert body(of("p: voluntary fte=0.5; p on c"), "p").per_fte is None


def test_who_services_or_advises_has_no_seat_for_it() -> None:
    found = of(f"{GROUPS}; k: county_council; co: post; co in k; co serves a; co attends b; co attends a; k on c")
    one = body(found, "k")
    assert (one.load.seats, one.supporting, one.attends) == (1, 2, ("a", "b"))
    other = sitter(found, "co")
    assert (other.load.seats, other.supporting, other.attends, other.places) == (0, 2, ("a", "b"), ())
    assert (found.total.seats, found.spread.not_known) == (1, 1)
    assert (other.load.is_unknown, one.load.is_unknown) == (False, True)


def test_who_attends_counts_by_place_and_only_on_governance_groups() -> None:
    text = "k: county_council; co: post; cp: post; co in k; cp in k; co serves a; cp serves a; co serves t; t: team"
    one = body(of(f"{text}; all: post umbrella set; all attends b for k"), "k")
    assert row(one.supporting, one.attends) == (2, ("a",))


def test_agencies_in_general_bear_nothing_of_their_own() -> None:
    found = of("all: mixed umbrella set; all on a; all attends b; p on a")
    assert [one.who for one in found.bodies] == ["p"]
    assert found.total.seats == 1


@pytest.mark.parametrize(
    ("declared", "level", "stands_for"),
    [
        ("p: district_council", "stated", 1),
        ("p: district_council set", "asserted", None),
        ("p: district_council set count=6", "stated", 6),
        ("p: district_council set; claim p count=6 [inferred]", "stated", None),
        ("p: district_council set; claim p count=6 [inferred]", "inferred", 6),
        ("p: district_council set; claim p count=unknown", "asserted", None),
        ('p: district_council set; claim p count="a few"', "asserted", None),
        ("p: district_council set count=5; claim p count=6 [inferred]", "asserted", 5),
    ],
)
def test_how_many_an_entry_stands_for(declared: str, level: str, stands_for: int | None) -> None:
    one = body(of(f"{declared}; a: group per_year=4 hours=2; p on a", level), "p")
    assert one.stands_for == stands_for
    assert one.load.hours == 8  # of each


@pytest.mark.parametrize(("level", "seats", "hours"), [("stated", 1, 8), ("inferred", 3, 24)])
def test_a_seat_on_each_of_a_set_whose_number_is_claimed(level: str, seats: int, hours: int) -> None:
    one = body(of("s: group set per_year=4 hours=2; claim s count=3 [inferred]; p on s", level), "p")
    assert row(one.load.seats, one.load.hours, one.load.uncounted) == (seats, hours, int(level == "stated"))


def test_a_body_with_a_post_of_each_of_several() -> None:
    """Two seats of each district on one group, and one of each on another: three each, eighteen of all six."""
    six = "d: district_council set count=6; ce: post set count=6; ch: post set count=6; ce in d; ch in d"
    one = body(of(f"{GROUPS}; {six}; ce on a; ch on a; d on b"), "d")
    assert row(one.load.seats, one.stands_for, one.load.hours) == (3, 6, 2 * 8 + 18)


def test_days_on_which_two_groups_of_one_person_meet() -> None:
    days = "a: group meets_on=2003-12-01+2004-03-01; b: group meets_on=2004-03-01+2003-12-02; c: group"
    found = of(f"{days}; ce: post; p: voluntary; q: voluntary; ce on a; ce on b; ce on c; p on a; q on b")
    assert sitter(found, "ce").clashes == (("2004-03-01", "a", "b"),)
    assert body(found, "p").clashes == ()


def test_the_chair_may_count_for_more_and_it_is_said() -> None:
    text = f"{GROUPS}; p: voluntary; q: voluntary; p chairs a; q on a; p on b"
    assert body(of(text), "p").load.hours == 26
    found = of(text, chair_factor=3)
    assert row(body(found, "p").load.hours, body(found, "q").load.hours) == (24 + 18, 8)
    assert row(found.chair_factor, of(text).chair_factor) == (3, 1)
    assert body(found, "p").load.meetings == 16


def test_seats_that_count_for_nobody() -> None:
    found = of(f"{GROUPS}; x: post; x on a; p on a")
    assert [place.sitter for place in found.nobody] == ["x"]
    assert row(found.total.hours, body(found, "p").load.hours) == (16, 8)


def test_groups_and_the_whole() -> None:
    found = of(f"{GROUPS}; p on a; q on a; q on b; q on c")
    assert {group: row(one.seats, one.hours) for group, one in found.groups.items()} == {
        "a": (2, 16), "b": (1, 18), "c": (1, 0),
    }  # fmt: skip
    assert row(found.total.seats, found.total.hours, found.total.without_hours) == (4, 34, 1)


def test_everybody_who_is_told_of_has_a_name() -> None:
    found = of('a: group "Alpha"; p: voluntary "Pea"; ce: post "Chief"; ce chairs a for p; a -> x; x: other "Ex"')
    assert found.names == {"a": "Alpha", "ce": "Chief", "p": "Pea", "x": "Ex"}


def test_several_who_sit_for_several_bodies_count_for_none_with_a_number() -> None:
    """Members of two councils sit there: how many of each nobody says, so neither has a seat more than its own."""
    members = "m: post set; m in d; m in e; d: district_council; e: district_council"
    found = of(f"{GROUPS}; {members}; m chairs a; d on a; d on b; x: post; x in d; x in e; x on b")
    assert row(body(found, "d").load.seats, body(found, "d").load.hours) == (3, 8 + 18 + 18)
    assert row(body(found, "e").load.seats, body(found, "e").load.hours) == (1, 18)
    assert [[place.sitter for place in one.unshared] for one in found.bodies] == [["m"], ["m"]]
    assert row(found.total.seats, found.nobody, found.chairs.of_body, found.chairs.without_body) == (4, (), {}, 1)
    (pair,) = found.pairs
    assert row(pair.shared, pair.hours, pair.unknown) == (("d", "e"), 8, 1)


def test_several_of_one_body_count_for_it() -> None:
    one = body(of(f"{GROUPS}; m: post set; m in d; d: district_council; m on a"), "d")
    assert row(one.load.hours, one.unshared) == (8, ())


def test_a_body_with_no_other_seat_is_told_without_one() -> None:
    found = of(f"{GROUPS}; m: post set; m in d; m in e; d: district_council; e: district_council; m on a; p on a")
    assert [(one.who, one.load.seats, len(one.unshared)) for one in found.bodies] == [
        ("d", 0, 1), ("e", 0, 1), ("p", 1, 0),
    ]  # fmt: skip
    assert found.spread.bodies == 1


@pytest.mark.parametrize(
    ("seats", "evidence"),
    [
        ("p on a", "stated"),
        ("p on a [inferred]", "inferred"),
        ("p on a [asserted_general]", "asserted_general"),
        ("x: post; x in p [inferred]; x on a", "inferred"),
        ("x: post; x in p [inferred]; x on a [asserted_general]", "asserted_general"),
        ("x: post; x in p; x in q [inferred]; x on a", "stated"),
        ("s: group set; claim s count=3 [inferred]; p on s", "inferred"),
    ],
)
def test_a_place_is_as_firm_as_the_weakest_fact_that_it_is_known_by(seats: str, evidence: str) -> None:
    (place,) = body(of(f"{GROUPS}; p: police_force; q: voluntary; {seats}"), "p").places
    assert place.evidence == evidence


def test_how_firmly_the_number_of_a_set_is_known_is_told() -> None:
    given = ("count=6", "; claim p count=6 [inferred]", "; claim p count=6 [asserted_general]", "")
    found = (body(of(f"{GROUPS}; p: district_council set {one}; p on a"), "p") for one in given)
    assert [one.number_is for one in found] == ["stated", "inferred", "asserted_general", "stated"]


def test_two_seats_of_one_place_say_the_higher_of_both() -> None:
    once = "a: group per_year=4 hours=2; k: county_council; co: post; ann: person; co in k; ann holds co; "
    for seats, meetings in (
        ("co on a [attendance=0.5]; ann on a", 4),
        ("co on a; ann on a [attendance=0.5]", 4),
        ("co on a [attendance=0.5]; ann on a [attendance=0.25]", 2),
    ):
        found = of(once + seats)
        assert row(found.total.seats, found.total.meetings, body(found, "k").load.meetings) == (1, meetings, meetings)
    said = of(f"{once}co on a [travel=1, rate=20]; ann on a [travel=2]").total
    assert row(said.beside, said.cost, said.without_rate) == (8, 20 * (8 + 8), 0)
