"""What a calculation rests on that was assumed: what filled something, and what did not, with why."""

from __future__ import annotations

from queries.burden.assumed import AssumedRhythm, AssumedSeat, Assumptions
from queries.burden.rests_on import Assumption, Unused
from tests.queries.burden.calculated import of


def told(text: str, *given: AssumedRhythm | AssumedSeat) -> list[Assumption]:
    rhythms = tuple(one for one in given if isinstance(one, AssumedRhythm))
    seats = tuple(one for one in given if isinstance(one, AssumedSeat))
    return list(of(text, assumptions=Assumptions(rhythms=rhythms, seats=seats)).rests_on)


def test_a_rhythm_fills_only_what_is_not_known() -> None:
    given = AssumedRhythm(groups=("a", "b", "c", "x"), rhythm="quarterly, 2 hours", per_year=4, hours=2, reason="ours")
    words = "quarterly, 2 hours"
    assert told("a: group; b: group per_year=6; c: group per_year=6 hours=1; p on a", given) == [
        Assumption(("a",), (), words, 4, 2, "ours"),
        Assumption(("b",), (), "", None, 2, "ours"),
        Assumption(("c",), (), words, 4, 2, "ours", Unused.KNOWN),
        Assumption(("x",), (), words, 4, 2, "ours", Unused.ELSEWHERE),
    ]


def test_seats_are_told_with_those_who_are_assumed_on_the_same_groups() -> None:
    given = AssumedSeat(members=("p", "q", "r", "x"), groups=("a", "b", "c"), reason="ours")
    found = told(
        "a: group; b: group; c: group; complete membership of c; p: voluntary; q: voluntary; r on a; k on c", given
    )
    assert [(one.members, one.groups, one.unused) for one in found] == [
        (("p", "q"), ("a", "b"), None),
        (("p", "q", "r"), ("c",), Unused.COMPLETE),
        (("r",), ("a",), Unused.KNOWN),
        (("r",), ("b",), None),
        (("x",), ("a", "b", "c"), Unused.ELSEWHERE),
    ]


def test_what_is_of_another_day_fills_nothing() -> None:
    given = AssumedSeat(members=("p",), groups=("a",), valid_from="2004", reason="ours")
    (one,) = told("a: group; p: voluntary; k on a", given)
    assert one.unused is Unused.OTHER_DAY
