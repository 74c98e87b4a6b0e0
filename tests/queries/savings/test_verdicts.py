"""What may be said of a body: less, the same or more only of what is all known; never a saving on what is not."""

from __future__ import annotations

from fractions import Fraction

import pytest

from graphmodel import shorthand
from queries.burden.assumed import AssumedRhythm, AssumedSeat, Assumptions
from queries.burden.savings import Numbered, Verdict
from tests.queries.savings.beside_each_other import hours, of, table, told

P_AND_Q = "p: partnership per_year=4 hours=2; q: partnership per_year=4 hours=2"
TWO = f"{P_AND_Q}; b: police_force; b on p; b on q"
MERGED = "p: partnership; q: partnership; r: partnership per_year=4 hours=2; m: merge p q into r on 2003-04-01"
ENDED = f"{MERGED} [continues=no]; b: police_force"


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        (f"{ENDED}; b on r; complete membership", Verdict.LESS),
        (f"{ENDED}; complete membership", Verdict.LESS),
        (f"{ENDED.replace('per_year=4', 'per_year=8')}; b on r; complete membership", Verdict.SAME),
        (f"{ENDED.replace('per_year=4', 'per_year=9')}; b on r; complete membership", Verdict.MORE),
        (f"{ENDED}; b on r", Verdict.LESS),
        (ENDED, Verdict.CANNOT_TELL),
        (f"{ENDED.replace('per_year=4 ', '')}; b on r; complete membership", Verdict.CANNOT_TELL),
        (f"{ENDED.replace('per_year=4', 'per_year=12')}; b on r; n: board", Verdict.NOT_SHOWN),
        (f"{ENDED}; b on r; n: board", Verdict.CANNOT_TELL),
        (f"{ENDED}; b on r; n: board; complete membership of n", Verdict.LESS),
        (f"{ENDED}; b on r; n: board; complete seat of b", Verdict.LESS),
        (f"{MERGED} [continues=yes]; b: police_force; b on r", Verdict.DEPENDS),
        (f"{MERGED} [continues=yes]; b: police_force; b on r; complete membership", Verdict.LESS),
    ],
)
def test_less_the_same_or_more_is_said_only_of_what_is_all_known(after: str, expected: Verdict) -> None:
    assert told(TWO, after)["b"].verdict is expected


def test_what_is_known_before_must_be_all_as_well() -> None:
    after = f"{ENDED}; b on r; complete membership"
    rhythm_unknown = TWO.replace("q: partnership per_year=4", "q: partnership")
    assert told(rhythm_unknown, after)["b"].verdict is Verdict.CANNOT_TELL
    one_seat_known = f"{P_AND_Q}; b: police_force; b on p"
    assert told(one_seat_known, after)["b"].verdict is Verdict.NOT_SHOWN
    assert told(f"{one_seat_known}; complete membership", after)["b"].verdict is Verdict.SAME


def test_an_original_that_goes_on_is_asked_about_and_one_whose_end_is_evidenced_is_not() -> None:
    after = "p: partnership per_year=2 hours=2; q: partnership; r: partnership per_year=4 hours=2; "
    saving = told(TWO, f"{after}m: merge p=yes q=no into r on 2003-04-01; b: police_force; b on r")["b"]
    (asked,) = saving.kept
    assert (asked.group, asked.number, *table(asked)) == ("p", 1, [8, 12], 2)
    assert asked.why_asked == "p goes on after the change (m)."
    assert saving.verdict is Verdict.DEPENDS


def test_a_part_that_was_there_before_is_asked_about_however_deep_and_a_new_one_is_not() -> None:
    before = f"{TWO}; x: group; y: group"
    after = "n: group; n part of r; x: group; y: group per_year=1 hours=1; x part of r; y part of x"
    asked = told(before, f"{ENDED}; b on r; {after}")["b"].kept
    assert [one.group for one in asked] == ["x", "y"]


def test_a_seat_on_a_kept_group_that_is_known_or_excluded_is_not_asked_about() -> None:
    before, part = f"{TWO}; x: group; complete membership", "x: group per_year=1 hours=1; x part of r"
    saving = told(before, f"{ENDED}; b on r; {part}; b on x; complete membership")["b"]
    assert (saving.kept, hours(saving), saving.verdict) == ((), (16, 9), Verdict.LESS)
    saving = told(before, f"{ENDED}; b on r; {part}; complete membership of x")["b"]
    assert (saving.kept, saving.verdict) == ((), Verdict.LESS)


def test_a_body_that_sat_on_nothing_that_was_merged_is_not_asked_about_what_was_kept() -> None:
    after = f"{ENDED}; x: group; x part of r; u: board; c: probation_service; c on u"
    saving = told(f"{TWO}; x: group; u: board; c: probation_service; c on u", after)["c"]
    assert (saving.kept, saving.verdict) == ((), Verdict.NOT_SHOWN)


@pytest.mark.parametrize(
    ("kept_set", "number", "source"),
    [
        ("d: group set count=5", 5, Numbered.KNOWN),
        ("d: group set; claim d count=4 [inferred]", 4, Numbered.CLAIMED),
        ("d: group set", 2, Numbered.ORIGINALS),
    ],
)
def test_how_many_a_set_of_kept_groups_is_taken_for(kept_set: str, number: int, source: Numbered) -> None:
    before = f"{TWO}; {kept_set}; c: probation_service; c on p"
    after = f"{ENDED}; b on r; c: probation_service; c on r; {kept_set}; d part of r".replace(
        "d: group set", "d: group set per_year=2 hours=1"
    )
    both = told(before, after)
    (asked,) = both["b"].kept
    assert (asked.number, asked.number_from) == (number, source)
    assert table(asked) == ([8 + 2 * attended for attended in range(number + 1)], 4)
    (own,) = both["c"].kept
    assert (own.number, own.number_from) == ((1, Numbered.OWN) if number == 2 else (number, source))


def test_a_break_even_in_parts_and_one_that_is_passed_already() -> None:
    before = f"{TWO}; d: group; c: probation_service; c on p"
    after = f"{ENDED}; b on r; c: probation_service; c on r; d: group per_year=12 hours=1; d part of r"
    both = told(before, after.replace("r: partnership per_year=4", "r: partnership per_year=5"))
    assert both["b"].kept[0].break_even == Fraction(1, 2)
    assert both["c"].kept[0].break_even == 0
    assert both["c"].verdict is Verdict.NOT_SHOWN


def test_nothing_changed_is_the_same_whatever_is_not_known() -> None:
    structure = f"{TWO}; u: board; b on u; c: probation_service; c on u"
    both = told(structure, structure)
    assert {body: (saving.verdict, saving.kept) for body, saving in both.items()} == {
        "b": (Verdict.SAME, ()),
        "c": (Verdict.SAME, ()),
    }


def test_a_body_with_no_seat_before_and_after_gets_nothing() -> None:
    assert set(told(f"{TWO}; c: probation_service", f"{ENDED}; b on r; c: probation_service")) == {"b"}


def test_a_seat_that_is_told_of_on_one_day_only_is_no_saving() -> None:
    before, after = f"{TWO}; u: board per_year=12 hours=1; b on u", f"{ENDED}; b on r; u: board per_year=12 hours=1"
    saving = told(before, f"{after}; complete membership of r")["b"]
    assert (hours(saving), saving.verdict) == ((28, 8), Verdict.CANNOT_TELL)
    assert "Whether it sits on u after is not evidenced; the figures count no seat there." in saving.conditions
    assert told(before, f"{after}; complete membership")["b"].verdict is Verdict.LESS


def test_a_seat_of_which_it_is_not_known_whether_it_has_begun_is_not_counted() -> None:
    after = f"{ENDED.replace('per_year=4', 'per_year=12')}; b on r [from=2003]; complete membership"
    saving = told(TWO, after)["b"]
    assert saving.after.seats == 0


def test_a_change_before_the_first_day_or_after_the_second_asks_nothing() -> None:
    for when in ("2001", "2004-05"):
        after = f"{TWO}; x: group; x part of p; r: partnership; m: merge p=yes q=yes into r on {when}"
        assert told(f"{TWO}; x: group; x part of p", after)["b"].kept == ()


def test_only_changes_that_bring_together_ask() -> None:
    before, after = (
        f"{TWO}; x: group",
        f"{TWO}; x: group; x part of p; r: partnership; m: split p=yes into r on 2003-05",
    )
    assert told(before, after)["b"].kept == ()
    assert [one.group for one in told(before, after.replace("split", "overlay"))["b"].kept] == ["x"]


def test_an_assumption_fills_only_what_is_not_known_and_stands_in_the_conditions() -> None:
    rhythm = AssumedRhythm(groups=("p", "q", "r"), per_year=12, hours=3, reason="we think so")
    seat = AssumedSeat(members=("b",), groups=("p", "q"), valid_to="2003-04-01", reason="it must have")
    given = Assumptions(rhythms=(rhythm,), seats=(seat,))
    before = shorthand.parse(
        "p: partnership per_year=4 hours=2; q: partnership; ci: post; b: police_force; ci in b; ci on p"
    )
    after = shorthand.parse(f"{ENDED}; b on r; complete membership")
    saving = of(before, after, given)["b"]
    assert (hours(saving), saving.before.seats) == ((8 + 36, 8), 2)
    assert saving.conditions[:2] == ("Assumed: it must have", "Assumed: we think so")


def test_a_seat_is_not_assumed_where_the_list_of_members_is_complete() -> None:
    seat = AssumedSeat(members=("b",), groups=("p", "q"), reason="it must have")
    before = shorthand.parse(f"{P_AND_Q}; b: police_force; complete membership of p")
    after = shorthand.parse(f"{ENDED}; b on r")
    assert hours(of(before, after, Assumptions(seats=(seat,)))["b"]) == (8, 8)


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        ("", Verdict.CANNOT_TELL),
        ("; u: board per_year=12 hours=1 [to=2003]", Verdict.CANNOT_TELL),
        ("; u: board; s: rename u=unknown into r on 2003-05", Verdict.CANNOT_TELL),
        ("; u: board [to=2003-05]", Verdict.LESS),
    ],
)
def test_a_group_that_is_not_told_of_any_more_is_not_taken_to_have_ended(after: str, expected: Verdict) -> None:
    before = f"{TWO}; u: board per_year=12 hours=1; b on u"
    saving = told(before, f"{ENDED}; b on r; complete membership{after}")["b"]
    assert (hours(saving), saving.verdict) == ((28, 8), expected)
    assert saving.more_after is (expected is not Verdict.LESS)


def test_an_end_that_the_earlier_file_foretells_is_an_end() -> None:
    before = f"{TWO}; u: board per_year=12 hours=1 [to=2003-05]; b on u"
    assert told(before, f"{ENDED}; b on r; complete membership")["b"].verdict is Verdict.LESS


@pytest.mark.parametrize(
    ("group", "expected"),
    [
        ("u: board per_year=12 hours=1", Verdict.NOT_SHOWN),
        ("u: board per_year=12 hours=1 new", Verdict.MORE),
        ("u: board per_year=12 hours=1 [from=2003-06]", Verdict.MORE),
    ],
)
def test_a_group_that_was_not_told_of_before_is_not_taken_to_be_new(group: str, expected: Verdict) -> None:
    saving = told(TWO, f"{ENDED}; b on r; {group}; b on u; complete membership")["b"]
    assert (hours(saving), saving.verdict) == ((16, 20), expected)
    asked = "Whether u was there before is not evidenced; the figures before leave it out."
    assert (asked in saving.conditions) is (expected is Verdict.NOT_SHOWN)
