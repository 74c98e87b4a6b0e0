"""Groups that share bodies: hours spent on both, by hand, and one judgement with the rule that tells of such pairs."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given

from graphmodel import shorthand
from graphmodel.structure import Structure
from queries.audit import audit
from queries.burden.doubled import Limits
from queries.burden.duplicated import MOST
from queries.burden.results import Burden
from queries.engines.memory import MemoryEngine
from queries.findings.report import Report
from queries.profile import ProfileDocument, profile, whole
from queries.rules import rep_02
from tests.asked import report_of
from tests.queries.burden.calculated import DAY, body, of, pair, row
from tests.strategies import small_structures

TWO = "a: group tactical per_year=4 hours=2; b: group tactical per_year=12 hours=2"
FOUR = "; ".join(f"{who} on {group}" for who in "pqrs" for group in "ab")
EXAMPLES = [(example.title, example.structure) for example in rep_02.RULE.examples]


def test_hours_spent_on_both_are_the_lesser_for_each_body() -> None:
    found = of(f"{TWO}; {FOUR}; t on b")
    one = pair(found, "a", "b")
    assert (one.shared, one.on_one, one.on_other) == (("p", "q", "r", "s"), 4, 5)
    assert (one.of_the_smaller, one.of_all) == ((4, 4), (4, 5))
    assert row(one.hours, one.unknown, one.flagged) == (32, 0, True)
    assert {one.who: one.duplicated for one in found.bodies} == dict.fromkeys("pqrs", Fraction(8, 32)) | {"t": 0}


def test_two_seats_of_a_body_on_one_of_them_count_there() -> None:
    found = of(f"{TWO}; {FOUR}; x: post; x in p; x on a")
    assert pair(found, "a", "b").hours == 16 + 3 * 8
    assert body(found, "p").duplicated == Fraction(16, 40)


@pytest.mark.parametrize(
    ("other", "hours", "unknown"),
    [
        ("b: group tactical", 0, 4),
        ("b: group tactical per_year=0 hours=2", 0, 0),
        ("b: group tactical per_year=12", 0, 4),
    ],
)
def test_where_one_of_them_is_not_known(other: str, hours: int, unknown: int) -> None:
    one = pair(of(f"a: group tactical per_year=4 hours=2; {other}; {FOUR}"), "a", "b")
    assert row(one.hours, one.unknown) == (hours, unknown)


def test_the_lesser_is_told_where_the_other_is_at_least_as_much() -> None:
    """On a set of unknown number the hours are at least 24; on the other they are 8, and that is the lesser."""
    text = "a: group tactical per_year=4 hours=2; b: group tactical set per_year=12 hours=2"
    one = pair(of(f"{text}; {FOUR}"), "a", "b")
    assert row(one.hours, one.unknown) == (32, 0)
    alike = pair(of(f"{text.replace('=12', '=4')}; {FOUR}"), "a", "b")
    assert row(alike.hours, alike.unknown) == (32, 0)
    turned = pair(of(f"{text.replace('=12', '=2')}; {FOUR}"), "a", "b")
    assert row(turned.hours, turned.unknown) == (16, 4)


def test_a_part_of_all_hours_is_at_most_all_of_them() -> None:
    groups = "; ".join(f"{group}: group tactical per_year=4 hours=2" for group in "abcd")
    seats = "; ".join(f"{who} on {group}" for who in "pqrs" for group in "abcd")
    found = of(f"{groups}; {seats}")
    assert len(found.pairs) == 6
    assert [one.duplicated for one in found.bodies] == [1, 1, 1, 1]


def test_pairs_that_are_not_flagged_are_told_too() -> None:
    found = of(f"{TWO}; p on a; p on b; q on b; r on c")
    assert [row(one.one, one.other, one.shared, one.hours, one.flagged) for one in found.pairs] == [
        ("a", "b", ("p",), 8, False)
    ]
    assert body(found, "p").duplicated == 0


def test_people_on_both() -> None:
    text = "x: post; y: post; m: person; m holds y; z: post set; x on a for p; x on b for p; y on a for p; m on b for p"
    assert pair(of(f"{TWO}; {text}; z on a; z on b; w: post; w on a for p"), "a", "b").persons == ("m", "x")


def test_who_sits_everywhere_makes_no_pair_alone() -> None:
    seats = [f"p on g{number:03}" for number in range(MOST + 1)]
    assert of("; ".join(seats)).pairs == ()
    found = of("; ".join([*seats, "q on g000", "q on g001"]))
    assert [(one.one, one.other, one.shared) for one in found.pairs] == [("g000", "g001", ("p", "q"))]
    assert len(of("; ".join(seats[:MOST])).pairs) == MOST * (MOST - 1) // 2


@pytest.mark.parametrize("text", [text for _, text in EXAMPLES], ids=[name for name, _ in EXAMPLES])
def test_flagged_are_those_that_the_rule_tells_of(text: str) -> None:
    agree(of(text), report_of(shorthand.parse(text), rules=(rep_02.RULE,)))


LOW = {"settings": {"shared_bodies": {"value": 1, "from": "ours"}, "overlap": {"value": 0.5, "from": "ours"}}}
LENIENT = whole(ProfileDocument.model_validate({"rules": {"REP-02": LOW}}), profile("governance"))


@given(small_structures())
def test_the_rule_and_the_figures_agree_on_anything(structure: Structure) -> None:
    report = audit(MemoryEngine(structure), as_of=DAY, profile=LENIENT, rules=(rep_02.RULE,))
    agree(of(structure, limits=Limits(1, 0.5)), report)


def test_limits_are_those_that_are_asked() -> None:
    text = f"{TWO}; p on a; p on b; q on a; q on b; r on a"
    assert not pair(of(text), "a", "b").flagged
    assert pair(of(text, limits=Limits(2, 0.75)), "a", "b").flagged


def agree(found: Burden, report: Report) -> None:
    told = {tuple(one.id for one in finding.subjects) for finding in report.findings if len(finding.subjects) > 1}
    assert {(one.one, one.other) for one in found.pairs if one.flagged} == told
