"""South Worcestershire: three district partnerships became one, and area groups were kept. To the number."""

from __future__ import annotations

from fractions import Fraction

import pytest

import answerable
import sample_data
from graphmodel.evidence import EvidenceLevel
from queries.burden.retained import Change, Retained, Why, changes
from queries.burden.savings import Numbered, Verdict
from queries.facts.known import Known
from queries.reads import LINES
from tests.queries.savings.beside_each_other import AFTER, BEFORE, SOUTH_WORCESTERSHIRE, hours, of_samples, side, table

ON_ALL_THREE = ("sw.county", "sw.fire_auth", "sw.police", "sw.police_auth", "sw.probation", "sw.yot")
COUNCILS = ("sw.dc_malvern", "sw.dc_worcester", "sw.dc_wychavon")
EQUAL, MONTHLY = "south_worcestershire_equal", "south_worcestershire_monthly"


@pytest.mark.parametrize(
    ("assumed", "after", "break_even"),
    [(EQUAL, [8, 16, 24, 32], 2), (MONTHLY, [8, 32, 56, 80], Fraction(2, 3))],
)
def test_what_a_body_on_all_three_saves_depends_on_the_area_groups(
    assumed: str, after: list[int], break_even: Fraction
) -> None:
    told = of_samples(SOUTH_WORCESTERSHIRE, assumed)
    for body in ON_ALL_THREE:
        (kept,) = told[body].kept
        assert hours(told[body]) == (24, 8)
        assert (kept.group, kept.number, kept.number_from) == ("sw.dist_groups", 3, Numbered.CLAIMED)
        assert table(kept) == (after, break_even)
        assert told[body].verdict is Verdict.DEPENDS


def test_with_the_later_rhythm_one_area_group_is_already_more_than_before() -> None:
    saving = of_samples(SOUTH_WORCESTERSHIRE, MONTHLY)["sw.police"]
    assert [now > saving.before.hours for now in saving.kept[0].table] == [False, True, True, True]


@pytest.mark.parametrize(("assumed", "after"), [(EQUAL, [8, 16]), (MONTHLY, [8, 32])])
def test_a_district_council_saves_nothing_and_may_have_its_own_area_group_on_top(
    assumed: str, after: list[int]
) -> None:
    told = of_samples(SOUTH_WORCESTERSHIRE, assumed)
    for council in COUNCILS:
        (kept,) = told[council].kept
        assert hours(told[council]) == (8, 8)
        assert (kept.number, kept.number_from, *table(kept)) == (1, Numbered.OWN, after, 0)
        assert told[council].verdict is Verdict.NOT_SHOWN
        assert told[council].more_after


def test_a_body_with_seats_of_unknown_rhythm_afterwards_cannot_be_told_and_has_no_table() -> None:
    saving = of_samples(SOUTH_WORCESTERSHIRE, EQUAL)["sw.smat"]
    assert (hours(saving), saving.after.without_hours, saving.verdict) == ((24, 8), 2, Verdict.CANNOT_TELL)
    assert [(kept.table, kept.break_even) for kept in saving.kept] == [((), None)]


def test_without_assumptions_nothing_can_be_told_and_no_figure_is_given() -> None:
    told = of_samples(SOUTH_WORCESTERSHIRE)
    for body in (*ON_ALL_THREE, "sw.smat"):
        assert (told[body].verdict, told[body].kept, hours(told[body])) == (Verdict.CANNOT_TELL, (), (0, 0))
    for council in COUNCILS:
        assert told[council].verdict is Verdict.NOT_SHOWN
        assert [(kept.each, kept.table, kept.break_even) for kept in told[council].kept] == [(None, (), None)]


def test_no_body_is_ever_said_to_save() -> None:
    for assumed in (None, EQUAL, MONTHLY):
        assert {saving.verdict for saving in of_samples(SOUTH_WORCESTERSHIRE, assumed).values()} <= {
            Verdict.DEPENDS, Verdict.NOT_SHOWN, Verdict.CANNOT_TELL
        }  # fmt: skip


def test_every_figure_carries_its_conditions_in_words() -> None:
    assert of_samples(SOUTH_WORCESTERSHIRE, MONTHLY)["sw.police"].conditions == (
        (
            "Assumed: each is taken to have sat on all three district partnerships; on which of them it did is not "
            "evidenced"
        ),
        "Assumed: each district partnership is taken to have met four times a year, for two hours; no source says so",
        (
            "Assumed: the partnership is taken to meet four times a year, as a page that it published in later years "
            "has it, and for two hours, which is a guess"
        ),
        (
            "Assumed: each area group is taken to meet every month, as the same later page has it for meetings in the "
            "districts, and for two hours, which is a guess"
        ),
        (
            "How many of the District area groups it attends after the change is not evidenced. District area groups "
            "were there before and are there after the change (Three district partnerships become one)."
        ),
        "How many District area groups there are is not stated; that they are 3 is inferred, or claimed.",
        "Whether it attended District area groups before is not evidenced either; it is taken not to have.",
        (
            "Whether it sits on South Worcestershire Drug and Alcohol Group or Strategic Group after is not evidenced; "
            "the figures count no seat there."
        ),
    )


def test_at_the_level_of_what_is_stated_no_council_is_known_to_sit_anywhere() -> None:
    stated = of_samples(SOUTH_WORCESTERSHIRE, EQUAL, level=EvidenceLevel.STATED)
    assert {(body, saving.verdict) for body, saving in stated.items()} == {
        (body, Verdict.CANNOT_TELL) for body in ("sw.county", "sw.fire_auth", "sw.police", "sw.police_auth",
                                                 "sw.probation", "sw.smat", "sw.yot")
    }  # fmt: skip


class TestTheFacts:
    """The table of facts, as far as the two files hold it."""

    @pytest.fixture
    def before(self) -> Known:
        return side(answerable.load(sample_data.path("south_worcestershire_before")), BEFORE).known

    @pytest.fixture
    def after(self) -> Known:
        return side(answerable.load(sample_data.path("south_worcestershire")), AFTER).known

    def test_three_partnerships_became_one_and_area_groups_were_kept(self, before: Known, after: Known) -> None:
        originals = ("sw.csp_malvern", "sw.csp_worcester", "sw.csp_wychavon")
        assert list(changes(before, after, {}, before.groups)) == [
            Change(
                event="sw.merger",
                originals=originals,
                results=("sw.csp",),
                kept=(Retained("sw.dist_groups", Why.PART, "sw.csp"),),
                touched=frozenset({*originals, "sw.csp", "sw.dist_groups", "sw.strategic"}),
            )
        ]
        assert [set(originals) & known.groups.keys() for known in (before, after)] == [set(originals), set()]

    def test_the_number_of_area_groups_is_not_stated_and_three_are_inferred(self, before: Known, after: Known) -> None:
        for known in (before, after):
            claimed = known.said.given("sw.dist_groups", "count")
            assert known.entities["sw.dist_groups"].how_many is None
            assert claimed is not None
            assert (claimed.value, claimed.modality) == (3, "inferred")

    def test_the_strategic_group_and_the_drug_and_alcohol_group_are_told_of_only_after(
        self, before: Known, after: Known
    ) -> None:
        assert after.groups.keys() - before.groups.keys() == {"sw.csp", "sw.strategic", "sw.dag"}
        assert before.groups.keys() & after.groups.keys() == {"sw.smat", "sw.smat_board", "sw.dist_groups"}

    def test_lines_are_told_of_only_after_and_they_are_the_two_of_one_group(self, before: Known, after: Known) -> None:
        assert before.rows(LINES) == ()
        assert [(line.start, line.finish) for line in after.rows(LINES)] == [
            ("sw.dag", "sw.csp"),
            ("sw.dag", "sw.smat"),
        ]

    def test_the_ties_to_the_smat_are_told_of_only_after(self, before: Known, after: Known) -> None:
        assert {(place.sitter, place.group) for place in before.places} == {
            ("sw.dc_malvern", "sw.csp_malvern"),
            ("sw.dc_wychavon", "sw.csp_wychavon"),
            ("sw.dc_worcester", "sw.csp_worcester"),
        }
        after_only = {("sw.smat_coord", "sw.dag"), ("sw.smat", "sw.strategic"), ("sw.chair", "sw.smat_board")}
        assert {(place.sitter, place.group) for place in after.places} >= {*after_only, ("sw.smat_coord", "sw.csp")}

    def test_seven_bodies_on_three_partnerships_would_be_twenty_one_seats_and_are_seven_now(self) -> None:
        told = of_samples(SOUTH_WORCESTERSHIRE, EQUAL)
        seven = [told[body] for body in (*ON_ALL_THREE, "sw.smat")]
        assert sum(saving.before.seats for saving in seven) == 21
        assert sum(saving.after.seats for saving in seven) == 7 + 2, "the SMAT has two of its own besides"

    def test_the_councils_had_a_seat_each_and_have_one_each_and_elected_members(self) -> None:
        told = of_samples(SOUTH_WORCESTERSHIRE)
        assert [(told[body].before.seats, told[body].after.seats) for body in COUNCILS] == [(1, 1)] * 3
        for body in COUNCILS:
            assert (
                "Elected Members of the district councils sit for several bodies; how many for each is not evidenced, "
                "and no figure counts them."
            ) in told[body].conditions

    def test_the_statutory_standing_of_the_merger_is_not_evidenced(self, after: Known) -> None:
        assert after.entities["sw.merger"].current == "yes"
        assert answerable.load(sample_data.path("south_worcestershire")).events[0].status == "unknown"
