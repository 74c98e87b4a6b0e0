"""Chairs on sets of groups: one on each, at least one where it is not known how many, and no concentration then."""

from __future__ import annotations

from tests.queries.burden.calculated import of

SET = "p: voluntary; q: voluntary; h: board; p chairs g; q chairs h; "


def test_who_chairs_each_of_a_set_has_as_many_chairs() -> None:
    held = of(f"{SET}g: group set count=6").chairs
    assert (held.number, held.of_body, held.uncounted) == (7, {"p": 6, "q": 1}, False)
    assert held.known_concentration == (37, 49)


def test_a_set_of_unknown_number_makes_it_at_least() -> None:
    held = of(f"{SET}g: group set").chairs
    assert (held.number, held.of_body, held.at_least, held.uncounted) == (2, {"p": 1, "q": 1}, frozenset({"p"}), True)
    assert held.known_concentration is None


def test_chairs_of_nobody_known_on_a_set_count_as_often() -> None:
    held = of("x: post; g: group set count=3; x chairs g").chairs
    assert (held.number, held.of_body, held.without_body) == (3, {}, 3)
    assert held.known_concentration is None


def test_no_chair_at_all_has_no_concentration() -> None:
    assert of("p: voluntary; p on g").chairs.known_concentration is None
