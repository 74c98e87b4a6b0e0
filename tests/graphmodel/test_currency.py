"""From when to when facts hold: by their dates, by claims, by changes; and what a change leaves open."""

from __future__ import annotations

import pytest
from hypothesis import given

from graphmodel.currency import left_open, spans
from graphmodel.dates import EARLIEST, LATEST, Current, Day
from graphmodel.index import Index
from graphmodel.shorthand import parse
from graphmodel.structure import Structure
from tests.strategies import structures

BEFORE, AFTER = Day("2003-03-31"), Day("2003-04-01")


def current(text: str, fact: str, on: Day) -> Current:
    return Index(parse(text), on).current(fact)


def test_what_merged_on_a_day_has_ended_on_that_day() -> None:
    text = "merge a b=yes into c on 2003-04-01 [continues=no]"
    assert [current(text, "a", on) for on in (BEFORE, AFTER)] == [Current.YES, Current.NO]
    assert [current(text, "b", on) for on in (BEFORE, AFTER)] == [Current.YES, Current.YES]


def test_a_merger_in_a_year_leaves_that_year_open() -> None:
    text = "merge a into c on 2003 [continues=no]"
    days = ("2002-12-31", "2003-01-01", "2003-12-30", "2003-12-31")
    assert [current(text, "a", Day(on)) for on in days] == ["yes", "unknown", "unknown", "no"]


def test_an_undated_merger_had_happened_by_the_day_it_is_said_not_to_be_after() -> None:
    text = "merge a into c not_after=2003-03-31 [continues=no]"
    assert [current(text, "a", on) for on in (Day("2003-03-30"), BEFORE)] == [Current.UNKNOWN, Current.NO]


@pytest.mark.parametrize("modality", ["planned", "in_development", "denied", "not_stated"])
def test_a_change_that_has_not_happened_ends_nothing(modality: str) -> None:
    text = f"merge a b=unknown into c on 2003-04-01 [{modality}, continues=no]"
    assert spans(parse(text)) == {}
    assert left_open(parse(text)) == {}


def test_a_change_that_does_not_say_whether_a_group_goes_on_leaves_it_open() -> None:
    structure = parse("merge a=unknown b=no d=yes into c on 2003-04")
    assert left_open(structure) == {"a": "2003-04-01"}
    assert current("merge a=unknown into c on 2003-04", "a", Day("2004-01-01")) is Current.YES
    assert not Index(structure, BEFORE).left_open("a")
    assert Index(structure, AFTER).left_open("a")


def test_nothing_is_open_once_another_change_ended_it() -> None:
    assert left_open(parse("merge a into c on 2003; absorb a into d on 2004 [continues=no]")) == {}


def test_a_claim_gives_the_date_where_the_item_has_none() -> None:
    text = "a: group; claim a valid_to=2003-04-01"
    assert [current(text, "a", on) for on in (BEFORE, AFTER)] == [Current.YES, Current.NO]


def test_the_strongest_claim_counts_and_the_own_date_before_all_claims() -> None:
    claims = 'claim a valid_to=2003-01-01 [asserted]; claim a valid_to=2003-04-01; claim a valid_to="2002" [denied]'
    assert spans(parse(claims))["a"].end_latest == "2003-04-01"
    assert spans(parse(f"a: group [to=2003-05-05]; {claims}"))["a"].end_latest == "2003-05-05"
    assert spans(parse(f"a: group [to=unknown]; {claims}"))["a"].end_latest == "2003-04-01"


@pytest.mark.parametrize("value", ["2003-13", "soon", "yes", "17", "a+b"])
def test_a_claim_about_a_date_that_is_none_says_that_the_date_is_unknown(value: str) -> None:
    bounds = spans(parse(f"claim a valid_to={value}"))["a"]
    assert (bounds.end_earliest, bounds.end_latest) == (EARLIEST, LATEST)


def test_a_change_dates_an_end_that_is_only_known_to_have_come() -> None:
    text = "a: group [to=unknown]; merge a into c on 2003-04-01 [continues=no]"
    assert [current(text, "a", on) for on in (BEFORE, AFTER)] == [Current.YES, Current.NO]


def test_a_relation_has_a_span_of_its_own() -> None:
    text = "a => b [to=2003-04-01]"
    assert [current(text, "line a b accountable_to -", on) for on in (BEFORE, AFTER)] == [Current.YES, Current.NO]


def test_an_unknown_start_lies_before_the_source_spoke() -> None:
    text = "s: source date=2003-03-31; a: group [from=unknown, source=s]"
    assert [current(text, "a", Day(on)) for on in ("2003-03-30", "2003-03-31")] == [Current.UNKNOWN, Current.YES]


def test_the_index_leaves_out_relations_that_are_over_or_have_not_begun() -> None:
    index = Index(parse("a => b [to=2003]; a => c [from=2004]; a => d [from=2003]; a => e"), Day("2003-06-30"))
    assert [line.finish for line in index.leaving("line", "a")] == ["b", "d", "e"]
    assert [line.start for line in index.arriving("line", "e")] == ["a"]
    assert index.of_type("seat") == index.leaving("line", "e") == ()


def test_the_index_keeps_types_apart_and_ended_entities() -> None:
    index = Index(parse("g: group [to=2001]; police on g; g => h; police: police_force"), AFTER)
    assert [seat.start for seat in index.arriving("seat", "g")] == ["police"]
    assert index.leaving("line", "police") == ()
    assert index.entity["g"].name == "g"
    assert index.current("g") is Current.NO


@given(structures())
def test_every_span_is_of_something_and_in_order(structure: Structure) -> None:
    facts = dict(structure.items())
    for fact, bounds in spans(structure).items():
        assert fact in facts
        assert bounds.start_earliest <= bounds.start_latest
        assert bounds.end_earliest <= bounds.end_latest
