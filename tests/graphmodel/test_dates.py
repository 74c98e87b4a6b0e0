"""Partial dates as intervals, and what follows for whether a fact is current."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from graphmodel.dates import (
    ALWAYS,
    Current,
    Day,
    FullDate,
    PartialDate,
    day,
    earliest,
    latest,
    months_later,
    partial,
    span,
)
from tests.strategies import days, maybe, partial_dates

APRIL_1 = Day("2003-04-01")
READ = TypeAdapter(PartialDate)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2003", "2003-01-01", "2003-12-31"),
        ("2003-04", "2003-04-01", "2003-04-30"),
        ("2004-02", "2004-02-01", "2004-02-29"),
        ("2003-04-01", "2003-04-01", "2003-04-01"),
        ("unknown", "0001-01-01", "9999-12-31"),
    ],
)
def test_a_partial_date_is_the_interval_of_days_it_can_mean(text: str, first: str, last: str) -> None:
    assert (earliest(text), latest(text)) == (first, last)


@pytest.mark.parametrize(
    ("valid_from", "valid_to", "current"),
    [
        ("2003", None, Current.UNKNOWN),
        ("2003-04", None, Current.UNKNOWN),
        ("2003-04-01", None, Current.YES),
        ("2003-04-02", None, Current.NO),
        ("2002", None, Current.YES),
        ("2004", None, Current.NO),
        (None, "2003", Current.UNKNOWN),
        (None, "2003-04-01", Current.NO),
        (None, "2003-04-02", Current.YES),
        (None, "2003-03", Current.NO),
        (None, "unknown", Current.UNKNOWN),
        ("unknown", None, Current.UNKNOWN),
        ("2002", "2003-05", Current.YES),
        (None, None, Current.YES),
    ],
)
def test_whether_a_fact_holds_on_1_april_2003(valid_from: str | None, valid_to: str | None, current: Current) -> None:
    assert span(valid_from, valid_to).current(APRIL_1) is current


def test_what_a_source_says_in_the_present_tense_had_started_by_its_date() -> None:
    known = span("unknown", None, known_by="2003-03")
    assert known.current(APRIL_1) is Current.YES
    assert known.current(Day("2003-03-30")) is Current.UNKNOWN


def test_no_bounds_is_always() -> None:
    assert span(None, None, known_by="2003") is ALWAYS


@given(maybe(partial_dates()), maybe(partial_dates()), days())
def test_a_fact_holds_for_sure_only_if_it_does_whatever_its_dates_mean(
    valid_from: str | None, valid_to: str | None, on: Day
) -> None:
    """Narrow each date to one day it can mean: what is yes or no must stay so."""
    whole = span(valid_from, valid_to).current(on)
    starts = [None] if valid_from is None else [earliest(valid_from), latest(valid_from)]
    ends = [None] if valid_to is None else [earliest(valid_to), latest(valid_to)]
    narrowed = {span(start, end).current(on) for start in starts for end in ends}
    assert Current.UNKNOWN not in narrowed
    if whole is not Current.UNKNOWN:
        assert narrowed == {whole}


@pytest.mark.parametrize(
    ("given_", "text"), [(2003, "2003"), (dt.date(2003, 4, 1), "2003-04-01"), ("2003-04", "2003-04")]
)
def test_dates_are_read_as_yaml_and_python_give_them(given_: object, text: str) -> None:
    assert READ.validate_python(given_) == text


@pytest.mark.parametrize(
    "text", ["2003-13", "2003-02-29", "2003-00", "0000", "20030401", "April 2003", "2003-4", "", "٢٠٠٣", True, "2003\n"]
)
def test_what_is_no_date_is_refused(text: object) -> None:
    with pytest.raises(ValidationError):
        READ.validate_python(text)


@pytest.mark.parametrize("text", ["2003", "2003-04", "unknown", "2003-02-30"])
def test_a_full_date_is_known_to_the_day(text: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(FullDate).validate_python(text)


def test_a_text_that_is_no_date_counts_as_unknown() -> None:
    assert [partial(text) for text in ("2003-04", "2003-13", "soon", "unknown")] == ["2003-04", *["unknown"] * 3]


@given(st.dates(min_value=dt.date(1000, 1, 1)))
def test_a_day_sorts_as_the_date_does(date: dt.date) -> None:
    assert (day(date) < APRIL_1) == (date < dt.date(2003, 4, 1))
    assert day(str(date)) == day(date)


def test_a_day_is_not_a_partial_date() -> None:
    with pytest.raises(ValueError, match="Invalid isoformat"):
        day("2003-04")


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        ("2003-11-21", 24, "2005-11-21"),
        ("2003-11-21", 2, "2004-01-21"),
        ("2003-12-31", 2, "2004-02-29"),
        ("2003-01-31", 1, "2003-02-28"),
        ("2003-12-01", 12, "2004-12-01"),
        ("2003-11-21", 0, "2003-11-21"),
        ("9999-01-15", 24, "9999-12-15"),
    ],
)
def test_months_later_is_the_same_day_or_the_last_of_a_shorter_month(start: str, months: int, end: str) -> None:
    assert months_later(Day(start), months) == end
