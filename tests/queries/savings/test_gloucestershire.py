"""Gloucestershire: a county partnership laid over others that go on. The text shows no lesser burden."""

from __future__ import annotations

import pytest

import answerable
import sample_data
from queries.burden.retained import Why, changes
from queries.burden.savings import Saving, Verdict
from tests.queries.savings.beside_each_other import AFTER, BEFORE, GLOUCESTERSHIRE, of_samples, side


@pytest.fixture
def told() -> dict[str, Saving]:
    return of_samples(GLOUCESTERSHIRE, "gloucestershire_assumed")


def test_the_police_attend_eight_series_before_and_eight_or_more_after(told: dict[str, Saving]) -> None:
    police = told["gl.police"]
    assert (police.series_before, police.series_after, police.more_after) == (8, 8, True)
    assert police.verdict is Verdict.NOT_SHOWN


def test_whether_they_still_attend_the_daat_and_the_chief_officers_group_is_asked(told: dict[str, Saving]) -> None:
    asked = {kept.group: (kept.number, kept.each, kept.table, kept.break_even) for kept in told["gl.police"].kept}
    assert asked == {"gl.daat": (1, None, (), None), "gl.cog": (1, None, (), None)}
    assert told["gl.police"].kept[0].why_asked == (
        "Whether Chief Officers Group for Crime and Disorder goes on after the change (County partnership laid over "
        "the existing ones) is not evidenced."
    )


def test_a_district_has_three_seats_after_and_all_have_eighteen_if_they_are_six(told: dict[str, Saving]) -> None:
    districts = told["gl.districts"]
    assert (districts.after.seats, districts.stands_for) == (3, None)
    assert (
        "The figures are for each of the District Councils: 3 known seats after the change for each, 18 in all if they "
        "are 6, as is inferred or claimed."
    ) in districts.conditions
    assert districts.verdict is Verdict.CANNOT_TELL


def test_nobody_is_said_to_save_with_assumptions_or_without() -> None:
    for assumed in (None, "gloucestershire_assumed"):
        verdicts = {saving.verdict for saving in of_samples(GLOUCESTERSHIRE, assumed).values()}
        assert verdicts <= {Verdict.NOT_SHOWN, Verdict.CANNOT_TELL}


def test_without_assumptions_the_police_cannot_be_told() -> None:
    police = of_samples(GLOUCESTERSHIRE)["gl.police"]
    assert (police.series_before, police.series_after, police.verdict) == (0, 2, Verdict.CANNOT_TELL)


def test_a_part_of_what_is_to_come_is_not_taken_to_have_been_there_before(told: dict[str, Saving]) -> None:
    assert (
        "Whether Executive Support Officers group was there before is not evidenced; the figures before leave it out."
    ) in told["gl.police"].conditions


def test_the_daat_and_the_cdrps_go_on_and_the_fate_of_the_chief_officers_group_is_open() -> None:
    structure = answerable.load(sample_data.path("gloucestershire"))
    before, after = side(structure, BEFORE).known, side(structure, AFTER).known
    (overlay,) = changes(before, after, {}, before.groups)
    assert overlay.results == ("gl.gcsp",)
    assert [(kept.group, kept.why) for kept in overlay.kept if kept.why is not Why.PART] == [
        ("gl.cdrps", Why.GOES_ON),
        ("gl.cog", Why.LEFT_OPEN),
        ("gl.daat", Why.GOES_ON),
    ]


def test_a_group_that_counts_as_a_body_is_not_asked_whether_it_sits_on_itself(told: dict[str, Saving]) -> None:
    asked = [said for said in told["gl.daat"].conditions if said.startswith(("Whether it sat", "Whether it sits"))]
    assert len(asked) == 2
    assert not [said for said in asked if "Gloucestershire DAAT" in said]
