"""Which groups a difference touches, and what has to be known of them before less, the same or more is said."""

from __future__ import annotations

from fractions import Fraction

import pytest

from graphmodel import shorthand
from queries.burden.assumed import AssumedRhythm, Assumptions
from queries.burden.savings import Verdict
from tests.queries.savings.beside_each_other import hours, of, table, told

ALPHA = "a: partnership per_year=4 hours=2"
BETA = "b: group per_year=6 hours=2"
GAMMA = "g: group per_year=12 hours=1"
FIRE = "fire: fire_authority; fire on a; fire on g"
BEFORE = f"{ALPHA}; {BETA}; {GAMMA}; {FIRE}"


def meeting(alpha: int = 4, beta: int = 6, gamma: str = GAMMA) -> str:
    return f"a: partnership per_year={alpha} hours=2; b: group per_year={beta} hours=2; {gamma}; {FIRE}"


@pytest.mark.parametrize(
    ("after", "known", "expected"),
    [
        (meeting(2, 12), "", Verdict.CANNOT_TELL),
        (meeting(2, 12), "complete membership of b", Verdict.LESS),
        (meeting(2, 12), "complete seat of fire", Verdict.LESS),
        (meeting(2), "", Verdict.LESS),
        (meeting(4, 12), "", Verdict.NOT_SHOWN),
        (meeting(4, 12), "complete membership of b", Verdict.SAME),
        (meeting(6, 2), "", Verdict.NOT_SHOWN),
        (meeting(6, 2), "complete membership of b", Verdict.MORE),
        (meeting(2).replace("b: group per_year=6 hours=2", "b: group per_year=6 hours=3"), "", Verdict.CANNOT_TELL),
        (meeting(2).replace("b: group per_year=6", "b: group set count=3 per_year=6"), "", Verdict.CANNOT_TELL),
    ],
)
def test_of_a_group_that_costs_other_hours_it_has_to_be_known_who_sits_there(
    after: str, known: str, expected: Verdict
) -> None:
    saving = told(f"{BEFORE}; {known}", f"{after}; {known}")["fire"]
    assert saving.verdict is expected
    asked = "Whether it sits on b after is not evidenced; the figures count no seat there."
    assert (asked in saving.conditions) is (expected in (Verdict.CANNOT_TELL, Verdict.NOT_SHOWN))


def test_a_group_that_is_over_can_only_lower_a_load_so_less_stays_less() -> None:
    after = f"{meeting(2)}; i: group per_year=6 hours=1 [to=2003-05]"
    saving = told(f"{BEFORE}; i: group per_year=6 hours=1", after)["fire"]
    assert (saving.verdict, hours(saving), saving.more_before) == (Verdict.LESS, (20, 16), True)
    assert "Whether it sat on i before is not evidenced; the figures count no seat there." in saving.conditions
    at_least = told(f"{BEFORE}; i: group; fire on i", after.replace("per_year=6 hours=1 [", "["))["fire"]
    assert (at_least.verdict, at_least.more_before) == (Verdict.LESS, True)
    assert told(BEFORE, f"{meeting(2)}; n: group [from=2003-05]")["fire"].verdict is Verdict.CANNOT_TELL


@pytest.mark.parametrize("later", [" [to=2003-06]", ""])
def test_a_seat_that_is_told_to_be_over_is_not_asked_about(later: str) -> None:
    after = f"{ALPHA}; {BETA}; {GAMMA}; fire: fire_authority; fire on a; fire on g{later}"
    saving = told(BEFORE, after if later else after.replace("; fire on g", ""))["fire"]
    asked = "Whether it sits on g after is not evidenced; the figures count no seat there."
    assert (asked in saving.conditions, saving.verdict) == (
        (False, Verdict.LESS) if later else (True, Verdict.CANNOT_TELL)
    )


def test_a_group_of_which_the_later_file_does_not_tell_is_called_by_its_name() -> None:
    before = f'{ALPHA}; g: group per_year=12 hours=1 "Gamma"; {FIRE}'
    saving = told(before, f"{ALPHA}; fire: fire_authority; fire on a")["fire"]
    assert "Whether it sits on Gamma after is not evidenced; the figures count no seat there." in saving.conditions


def test_of_many_groups_the_first_are_named_and_the_others_counted() -> None:
    groups = "; ".join(f"n{number}: group per_year=1 hours=1 [from=2003-05]" for number in range(12))
    (asked,) = told(BEFORE, f"{meeting()}; {groups}")["fire"].conditions
    assert asked == (
        "Whether it sits on n0, n1, n10, n11, n2, n3, n4, n5 or 4 others after is not evidenced; the figures count no "
        "seat there."
    )


MERGED = "n: partnership per_year=4 hours=2; m: merge a b into n on 2003-06"
BOTH = "police: police_force; police on a; police on b"


def test_a_group_left_open_is_taken_to_meet_as_before_and_its_hours_are_told() -> None:
    before = f"{ALPHA}; {BETA}; {BOTH}"
    saving = told(before, f"{ALPHA}; {BETA}; {MERGED}; police: police_force; police on n")["police"]
    assert [(one.group, one.each, *table(one), one.as_before) for one in saving.kept] == [
        ("a", 8, [8, 16], Fraction(12, 8), True),
        ("b", 12, [8, 20], Fraction(1), True),
    ]
    assert "If a goes on, it is taken to meet as before." in saving.conditions
    assert not [text for text in saving.conditions if text.startswith("How often")]
    silent = told(before, f"a: partnership; b: group; {MERGED}; police: police_force; police on n")["police"]
    assert silent.kept == saving.kept
    other = told(before, f"{ALPHA.replace('4', '5')}; {BETA}; {MERGED}; police: police_force; police on n")["police"]
    assert [(one.each == each, one.as_before) for one, each in zip(other.kept, (10, 12), strict=True)] == [
        (True, False),
        (True, True),
    ]


def test_groups_that_cost_alike_are_told_of_together() -> None:
    three = "; ".join(f"{one}: partnership per_year=4 hours=2; police on {one}" for one in "abc")
    after = "n: partnership per_year=4 hours=2; m: merge a b c into n on 2003-06; police: police_force; police on n"
    saving = told(f"police: police_force; {three}", f"a: partnership; b: partnership; c: partnership; {after}")[
        "police"
    ]
    (kept,) = saving.kept
    assert (kept.groups, kept.number, *table(kept)) == (("a", "b", "c"), 3, [8, 16, 24, 32], 2)
    assert [f"Whether it attends {one} after" in " ".join(saving.conditions) for one in "abc"] == [True] * 3


def test_a_figure_carries_what_it_rests_on() -> None:
    rhythm = AssumedRhythm(groups=("a", "b"), per_year=4, hours=2, reason="we think so")
    before = shorthand.parse(f"a: partnership; b: group; {BOTH}")
    after = shorthand.parse(f"a: partnership; b: group; {MERGED}; police: police_force; police on n")
    saving = of(before, after, Assumptions(rhythms=(rhythm,)))["police"]
    (kept,) = saving.kept
    assert (kept.assumed, saving.assumed, *table(kept)) == (("we think so",), ("we think so",), [8, 16, 24], 1)
    assert told(f"{ALPHA}; {BETA}; {BOTH}", f"{ALPHA}; {BETA}; {MERGED}; {BOTH}")["police"].assumed == ()


@pytest.mark.parametrize(("known", "silent"), [("", True), ("complete membership", False)])
def test_silence_is_no_nought(known: str, silent: bool) -> None:
    saving = told(f"{ALPHA}; fire: fire_authority; {known}", f"{ALPHA}; fire: fire_authority; fire on a; {known}")
    assert (saving["fire"].silent_before, saving["fire"].silent_after) == (silent, False)


def test_a_body_on_nothing_that_differs_is_not_touched() -> None:
    both = told(f"{BEFORE}; {BOTH}", f"{meeting(4, 12)}; {BOTH}")
    assert {body: saving.touched for body, saving in both.items()} == {"fire": False, "police": True}
