"""What a proposal breaks, what it leaves to be asked, and what it costs."""

from fractions import Fraction
from pathlib import Path

import sample_data
from answerable.assumptions import read_assumptions
from graphmodel.dates import Day
from loaders.structures import load
from queries.burden.savings import Verdict
from queries.whatif.change import Change
from queries.whatif.results import Asks, Break, Broken, Question, WhatIf
from tests.queries.whatif.proposals import change, merger, told

ASSUMED = Path(sample_data.__file__).parent / "assumptions"
DISTRICTS = ("sw.csp_malvern", "sw.csp_wychavon", "sw.csp_worcester")
SEVEN = ("sw.county", "sw.fire_auth", "sw.police", "sw.police_auth", "sw.probation", "sw.smat", "sw.yot")


def of(what: WhatIf, kind: Broken) -> list[Break]:
    return [one for one in what.breaks if one.kind is kind]


def asked(what: WhatIf, kind: Asks) -> list[Question]:
    return [one for one in what.questions if one.kind is kind]


def test_a_chain_that_reaches_no_end_any_more_is_told_once_for_each_group() -> None:
    county = "a: group; b: group; board: board; county: county_council; a => board; b => board; board => county"
    assert of(told(county, merger("a", "b")), Broken.CHAIN) == []
    closed = told(county, change(closes=["board"]))
    assert of(closed, Broken.CHAIN) == [Break(Broken.CHAIN, ("a", "county")), Break(Broken.CHAIN, ("b", "county"))]
    kept = told(county, merger("a", goes_on=("b",)))
    assert of(kept, Broken.CHAIN) == []
    assert [one.about for one in asked(kept, Asks.LINE)] == []


def test_a_merger_that_closes_a_circle_says_so() -> None:
    what = told("a: group; b: group; c: board; a => c; c => b", merger("a", "b"))
    assert [set(one.about) for one in of(what, Broken.CIRCLE)] == [{"c", "joint"}]


def test_who_is_heard_nowhere_any_more_is_told() -> None:
    what = told("a: group; b: group; police on a; fire on a; fire on b", change(closes=["a"]))
    assert of(what, Broken.VOICE) == [Break(Broken.VOICE, ("police", "a"))]


def test_a_plan_that_loses_its_owner_is_told_and_one_that_is_handed_over_is_not() -> None:
    plans = "a: group; b: group; p: strategy; a owns p"
    assert of(told(plans, change(closes=["a"])), Broken.PLAN) == [Break(Broken.PLAN, ("p",), says="owns")]
    assert of(told(plans, merger("a", "b")), Broken.PLAN) == []


def test_a_group_of_more_than_twenty_five_is_told() -> None:
    many = "; ".join(f"m{number} on {'a' if number % 2 else 'b'}" for number in range(26))
    what = told(f"a: group; b: group; {many}", merger("a", "b"))
    assert of(what, Broken.TOO_LARGE) == [Break(Broken.TOO_LARGE, ("joint",), 26)]


def test_it_is_asked_what_becomes_of_each_group_and_what_stays_with_it_until_then() -> None:
    what = told("a: group; b: group; board: board; a => board; b => board", merger("b", open_=("a",)))
    assert asked(what, Asks.FATE) == [Question(Asks.FATE, ("a", "joint"), ("line a board accountable_to -",))]


def test_of_a_new_group_its_chair_its_line_its_terms_and_its_rhythm_are_asked() -> None:
    what = told("a: group; b: group; tor: terms_of_reference agreed; tor governs a; x: post; x chairs a; x on c",
                merger("a", "b"))  # fmt: skip
    assert asked(what, Asks.CHAIR) == [Question(Asks.CHAIR, ("joint",), ("seat x a chair unknown",))]
    assert asked(what, Asks.LINE) == [Question(Asks.LINE, ("joint",))]
    assert asked(what, Asks.TERMS) == [Question(Asks.TERMS, ("joint",), ("tor",))]
    assert asked(what, Asks.RHYTHM) == [Question(Asks.RHYTHM, ("joint",))]
    assert asked(what, Asks.POST) == [Question(Asks.POST, ("x", "a"), ("c",))]
    settled = told("a: group; b: group; a => county; county: county_council; x: post",
                   merger("a", "b", chair="x", per_year=4, hours=2))  # fmt: skip
    assert {one.kind for one in settled.questions} & {Asks.CHAIR, Asks.LINE, Asks.RHYTHM} == set()


def test_a_question_of_a_merged_group_is_taken_over_and_not_called_settled() -> None:
    what = told("a: group; b: group; a => x; a => y; x: board; y: board", merger("a", "b"))
    assert "ACC-05 joint" in {finding.identity.partition(" (")[0] for finding in what.taken_over}
    assert what.better == ()


def test_the_seats_of_the_union_are_counted_and_their_hours() -> None:
    what = told(
        "a: group per_year=12 hours=2; b: group per_year=4 hours=1; police on a; police on b; fire on b",
        merger("a", "b", per_year=6, hours=2),
    )
    (merged,) = what.merged
    assert [(group, load.seats, float(load.hours)) for group, load in merged.before] == [("a", 1, 24), ("b", 2, 8)]
    assert [(group, load.seats, float(load.hours)) for group, load in merged.after] == [("joint", 2, 24)]
    assert {one.who: (float(one.before.hours), float(one.after.hours)) for one in what.savings} == {
        "police": (28, 12),
        "fire": (4, 12),
    }


def test_if_a_group_that_is_left_open_goes_on_its_hours_of_today_are_told() -> None:
    what = told(
        "a: group per_year=12 hours=2; b: group per_year=4 hours=2; police on a; police on b",
        merger("b", open_=("a",), per_year=6, hours=2),
    )
    (saving,) = what.savings
    (kept,) = saving.kept
    assert saving.verdict is Verdict.DEPENDS
    assert (kept.group, tuple(map(float, kept.table)), kept.break_even) == ("a", (12, 36), Fraction(20, 24))
    assert "If a goes on, it is taken to meet as it does today." in saving.conditions


def _south_worcestershire(assumed: str) -> WhatIf:
    structure = load(sample_data.path("south_worcestershire_before")).structure
    proposed = merger(*DISTRICTS, into="sw.csp", keeps=["sw.dist_groups"])
    assumptions = read_assumptions(ASSUMED / f"south_worcestershire_{assumed}.yaml")
    return told(structure, proposed, Day("2003-03-31"), assumptions)


def test_south_worcestershire_saves_nothing_from_two_area_groups_on_at_equal_rhythm() -> None:
    savings = {one.who: one for one in _south_worcestershire("equal").savings}
    for body in SEVEN:
        (kept,) = savings[body].kept
        assert (float(savings[body].before.hours), tuple(map(float, kept.table)), kept.break_even) == (
            24,
            (8, 16, 24, 32),
            Fraction(2),
        )
        assert savings[body].verdict is Verdict.DEPENDS
        assert savings[body].conditions


def test_south_worcestershire_is_worse_from_one_monthly_area_group_on() -> None:
    savings = {one.who: one for one in _south_worcestershire("monthly").savings}
    for body in SEVEN:
        (kept,) = savings[body].kept
        assert (tuple(map(float, kept.table)), kept.break_even) == ((8, 32, 56, 80), Fraction(2, 3))
    for council in ("sw.dc_malvern", "sw.dc_wychavon", "sw.dc_worcester"):
        assert (float(savings[council].before.hours), float(savings[council].after.hours)) == (8, 8)


def test_gloucestershire_gives_no_ground_for_a_saving() -> None:
    structure = load(sample_data.path("gloucestershire")).structure
    what = told(structure, merger("gl.jcg", "gl.ypjcg", per_year=6, hours=2))
    assert {one.verdict for one in what.savings} <= {Verdict.NOT_SHOWN, Verdict.CANNOT_TELL}


def test_a_change_of_nothing_changes_nothing() -> None:
    what = told("a: group; police on a; a => county", Change())
    assert (what.breaks, what.questions, what.better, what.taken_over) == ((), (), (), ())
