"""What a proposal breaks, what it leaves to be asked, and what it costs."""

from fractions import Fraction
from pathlib import Path

import sample_data
from answerable.assumptions import read_assumptions
from graphmodel import shorthand
from graphmodel.dates import Day
from graphmodel.evidence import Claim, Evidence, Modality
from loaders.structures import load
from queries.burden.savings import Verdict
from queries.rule import Status
from queries.whatif.change import Change
from queries.whatif.results import Asks, Break, Broken, Heads, Question, Side, WhatIf
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


def test_a_circle_that_was_there_before_is_not_broken_by_the_proposal() -> None:
    round_about = "a: group; b: group; c: board; a => c; c => a; x: group; y: group"
    for proposed in (Change(), merger("x", "y"), merger("a", "b"), change(closes=["b"])):
        assert of(told(round_about, proposed), Broken.CIRCLE) == []
    new = told(f"{round_about}; x => y", change(add_lines=[{"from": "y", "to": "x"}]))
    assert [set(one.about) for one in of(new, Broken.CIRCLE)] == [{"x", "y"}]


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
    assert of(what, Broken.TOO_LARGE) == [Break(Broken.TOO_LARGE, ("joint",), 26, heads=Heads(26, 26))]


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
    assert [_figures(one) for one in merged.before] == [("a", 1, 24), ("b", 2, 8)]
    assert [_figures(one) for one in merged.after] == [("joint", 2, 24)]
    assert {one.who: (float(one.before.hours), float(one.after.hours)) for one in what.savings} == {
        "police": (28, 12),
        "fire": (4, 12),
    }


def _figures(one: Side) -> tuple[str, int, float]:
    return one.group, one.known.seats, float(one.known.hours)


def test_if_a_group_that_is_left_open_goes_on_its_hours_of_today_are_told() -> None:
    what = told(
        "a: group per_year=12 hours=2; b: group per_year=4 hours=2; police on a; police on b",
        merger("b", open_=("a",), per_year=6, hours=2),
    )
    (saving,) = what.savings
    (kept,) = saving.kept
    assert saving.verdict is Verdict.DEPENDS
    assert (kept.group, tuple(map(float, kept.table)), kept.break_even) == ("a", (12, 36), Fraction(20, 24))
    assert "If a goes on, it is taken to meet as before." in saving.conditions


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


def test_a_line_that_is_taken_away_with_nothing_in_its_place_breaks() -> None:
    answers = "a: group; b: group; exec: group; a -> exec; b -> exec; a -> b"
    gone = told(answers, change(remove_lines=[{"from": "b", "to": "exec"}]))
    assert gone.breaks == (Break(Broken.CUT, ("line b exec reports_to -",)),)
    another = told(answers, change(remove_lines=[{"from": "a", "to": "exec"}]))
    assert another.breaks == ()
    instead = change(remove_lines=[{"from": "b", "to": "exec"}], add_lines=[{"from": "b", "to": "a"}])
    assert of(told(answers, instead), Broken.CUT) == []


def test_whoever_holds_a_post_that_sits_is_heard() -> None:
    posts = "a: group; b: group; x: person; po: post; mgr: post; po in police; x holds po; x holds mgr; mgr on a"
    assert of(told(f"{posts}; po on b", merger("a", "b")), Broken.VOICE) == []
    assert of(told(posts, change(closes=["a"])), Broken.VOICE) == [Break(Broken.VOICE, ("x", "a"))]


def test_sets_are_members_by_their_number_known_or_claimed() -> None:
    many = "; ".join(f"m{number} on a" for number in range(20))
    known = told(f"a: group; b: group; dcs: district_council set count=6; dcs on b; {many}", merger("a", "b"))
    assert [one.heads for one in of(known, Broken.TOO_LARGE)] == [Heads(26, 26)]
    structure = shorthand.parse(f"a: group; b: group; dcs: district_council set; dcs on b; {many}")
    claim = Claim(property="count", value=6, evidence=Evidence(modality=Modality.INFERRED, reason="counted on a map"))
    bodies = tuple(one.model_copy(update={"claims": (claim,)}) if one.id == "dcs" else one for one in structure.bodies)
    claimed = told(structure.model_copy(update={"bodies": bodies}), merger("a", "b", per_year=4, hours=2))
    assert [one.heads for one in of(claimed, Broken.TOO_LARGE)] == [Heads(21, 26, claimed=(("dcs", 6),))]
    (side,) = claimed.merged[0].after
    assert (_figures(side), side.likely.seats, float(side.likely.hours)) == (("joint", 21, 168), 26, 208)
    assert not side.known.is_exact
    open_ = told(structure, merger("a", "b", per_year=4, hours=2))
    assert of(open_, Broken.TOO_LARGE) == []
    assert (open_.merged[0].heads, open_.merged[0].after[0].open_) == (Heads(21, 21, open_=("dcs",)), ("dcs",))


def test_where_nobody_is_known_on_a_merged_group_the_seats_are_at_least() -> None:
    what = told("a: group; b: group; police on b", merger("a", "b", per_year=6, hours=2))
    assert [one.at_least for one in what.merged[0].after] == [True]
    full = told("a: group; b: group; police on b; fire on a", merger("a", "b", per_year=6, hours=2))
    assert [one.at_least for one in full.merged[0].after] == [False]


def test_every_entry_of_a_new_group_tells_its_role_and_where_it_comes_from() -> None:
    seats = "a: group; b: group; police chairs a; police on b; x: post; x attends b"
    added = [{"member": "fire", "group": "joint"}]
    what = told(
        f"{seats}; fire: fire_authority",
        Change.model_validate({**merger("a", "b", chair="police").model_dump(by_alias=True), "add_seats": added}),
    )
    assert [(one.member, one.role, one.was, one.added, one.counts) for one in what.merged[0].entries] == [
        ("x", "adviser_in_attendance", (("b", "adviser_in_attendance"),), False, False),
        ("police", "chair", (("a", "chair"), ("b", "member")), False, True),
        ("fire", "member", (), True, True),
    ]


def test_a_rule_that_asks_no_more_settles_nothing() -> None:
    both = "a: group; b: group; top: board; a => top; b => top; " + "; ".join(
        f"m{number} on a; m{number} on b" for number in range(4)
    )
    assert any(finding.rule == "REP-02" for finding in told(both, Change()).reports.before.with_status(Status.OBSERVED))
    moved = told(both, change(move_lines=[{"from": "a", "to": "top", "now": "b"}]))
    assert moved.better == ()


def test_that_nobody_is_asked_who_sat_in_a_seat_that_is_taken_away_settles_nothing() -> None:
    """Who sits for the police is asked; where the seat is taken away nobody asks, and nobody has answered."""
    structure = "a: group; cpo: post; police on a; cpo on a for county"
    taken = told(structure, change(remove_seats=[{"member": "police", "group": "a"}]))
    question = "Who sits on a for police is not evidenced."
    assert question in {one.board for one in taken.reports.before.findings}
    assert question not in {one.board for one in taken.reports.after.findings}
    assert taken.better == ()


def test_a_circle_that_the_new_group_takes_over_is_told() -> None:
    what = told("a: group; b: group; g: group; b -> a; g -> b; a -> g", merger("a", "b"))
    assert of(what, Broken.CIRCLE) == of(what, Broken.FAULT) == []
    assert what.taken_over[0].rule == "ACC-03"


def test_what_is_only_seen_is_no_question() -> None:
    what = told("a: group; b: group; x: post; y: post; x in police; y in police; x on a; y on b", merger("a", "b"))
    seen = [one for one in what.questions if one.observed]
    assert [one.about for one in seen] == [("joint", "police")]


def test_a_second_chair_is_asked_about_in_words_of_the_proposal() -> None:
    added = change(add_seats=[{"member": "police", "group": "a", "role": "chair"}])
    what = told("a: group; county chairs a; police on a", added)
    seats = ("seat county a chair unknown", "seat police a chair unknown")
    assert asked(what, Asks.CHAIRS) == [Question(Asks.CHAIRS, ("a",), seats)]
    says = [*(one.says for one in what.questions), *(one.says for one in what.breaks)]
    assert not [words for words in says if "by different sources" in words]
    assert asked(told("a: group; police on a", added), Asks.CHAIRS) == []


def test_a_line_that_the_proposal_gives_the_new_group_does_not_wait_for_an_answer() -> None:
    answers = "a: group; b: group; board: board; a => board"
    given = {"add_lines": [{"from": "joint", "to": "board", "kind": "accountable_to"}]}
    what = told(answers, Change.model_validate({**merger("b", open_=("a",)).model_dump(by_alias=True), **given}))
    assert asked(what, Asks.FATE) == [Question(Asks.FATE, ("a", "joint"))]
    assert asked(what, Asks.LINE) == []
