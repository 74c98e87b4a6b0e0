"""Dates that may be known only in part, and what follows for whether a fact is current.

A date is written ``2003``, ``2003-04``, ``2003-04-01`` or ``unknown``. Each stands for the interval of days it can
mean; a fact that starts and ends on such dates is current at a day, is not, or cannot be told.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Any, NewType

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema

Day = NewType("Day", str)
"""A full date, ``YYYY-MM-DD``; as text, because it sorts as it should and every engine compares it alike."""

UNKNOWN = "unknown"
EARLIEST = Day("0001-01-01")
LATEST = Day("9999-12-31")
PATTERN = r"^([0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?|unknown)$"
FULL_PATTERN = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"

_PARTS = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


class Current(StrEnum):
    """Whether a fact holds at a day."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


def day(text: str | dt.date) -> Day:
    """Return a full date as a `Day`; ValueError when the text is not one."""
    return Day(dt.date.fromisoformat(str(text)).isoformat())


def earliest(text: str) -> Day:
    """Return the first day a partial date can mean."""
    year, month, date = _split(text)
    return EARLIEST if year is None else Day(f"{year}-{month or '01'}-{date or '01'}")


def latest(text: str) -> Day:
    """Return the last day a partial date can mean."""
    year, month, date = _split(text)
    if year is None:
        return LATEST
    month = month or "12"
    return Day(f"{year}-{month}-{date or calendar.monthrange(int(year), int(month))[1]}")


def months_later(day: Day, months: int) -> Day:
    """Return the day so many months later: the same day of the month, or the last one of a shorter month."""
    years, month = divmod(int(day[5:7]) - 1 + months, 12)
    last = latest(f"{int(day[:4]) + years:04d}-{month + 1:02d}")
    return min(Day(f"{last[:7]}-{day[8:]}"), last)


def _split(text: str) -> tuple[str | None, str | None, str | None]:
    found = _PARTS.fullmatch(text)
    return (found[1], found[2], found[3]) if found else (None, None, None)


@dataclass(frozen=True, slots=True)
class Span:
    """The days between which a fact starts, and the days between which it ends.

    A fact holds from its first day up to the day before its end: what merged on 1 April had ended on 1 April.
    """

    start_earliest: Day = EARLIEST
    start_latest: Day = EARLIEST
    end_earliest: Day = LATEST
    end_latest: Day = LATEST

    def current(self, on: Day) -> Current:
        """Tell whether the fact holds at a day; `Current.UNKNOWN` where the dates leave it open."""
        if self.start_earliest > on or self.end_latest <= on:
            return Current.NO
        if self.start_latest <= on < self.end_earliest:
            return Current.YES
        return Current.UNKNOWN


ALWAYS = Span()


def span(valid_from: str | None, valid_to: str | None, *, known_by: str | None = None) -> Span:
    """Return the span of a fact from its two partial dates; None means that no bound was given.

    `known_by` is the date of the source: what it says in the present tense had started by then, even when since when
    is not known.
    """
    if valid_from is None and valid_to is None:
        return ALWAYS
    start = (EARLIEST, EARLIEST)
    if valid_from is not None:
        start = (earliest(valid_from), latest(valid_from))
        if valid_from == UNKNOWN and known_by is not None:
            start = (EARLIEST, latest(known_by))
    end = (LATEST, LATEST) if valid_to is None else (earliest(valid_to), latest(valid_to))
    return Span(start[0], start[1], end[0], end[1])


def _as_text(value: object) -> object:
    """Accept what YAML and Python give for a date: a year as a number, a `datetime.date`."""
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, int) and not isinstance(value, bool):
        return f"{value:04d}"
    return value


def partial(text: str) -> str:
    """Return a text as the partial date that it is, or `UNKNOWN` where it is none."""
    try:
        return _is_a_date(text) if _PARTS.fullmatch(text) else UNKNOWN
    except ValueError:
        return UNKNOWN


def _is_a_date(text: str) -> str:
    year, month, date = _split(text)
    if year is not None:
        dt.date(int(year), int(month or 1), int(date or 1))
    return text


def _json_schema(pattern: str, *examples: str) -> dict[str, Any]:
    return {"type": "string", "pattern": pattern, "examples": list(examples)}


_YEAR = {"type": "integer", "minimum": 1, "maximum": 9999}
"""The bare year, which YAML reads as a number."""

PartialDate = Annotated[
    str,
    BeforeValidator(_as_text),
    Field(pattern=PATTERN),
    AfterValidator(_is_a_date),
    WithJsonSchema({"anyOf": [_json_schema(PATTERN, "2003", "2003-04", "2003-04-01"), _YEAR]}),
]
"""A date known in part: ``2003``, ``2003-04``, ``2003-04-01`` or ``unknown``."""
FullDate = Annotated[
    str,
    BeforeValidator(_as_text),
    Field(pattern=FULL_PATTERN),
    AfterValidator(_is_a_date),
    WithJsonSchema(_json_schema(FULL_PATTERN, "2003-04-01")),
]
"""A date known to the day."""
