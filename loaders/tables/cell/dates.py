"""Dates as people and spreadsheets write them into a column for dates."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Any

from graphmodel.dates import UNKNOWN
from loaders.tables.cell.taken import Taken, Told
from loaders.words import partial_date

if TYPE_CHECKING:
    from loaders.tables.columns import Column

TO_THE_DAY = frozenset({"not_after", "as_of", "meets_on"})
"""The dates that are known to the day, or not at all: they cannot say `unknown`."""

_EXCEL_BEGINS = dt.date(1899, 12, 30)
_SERIAL = re.compile(r"(\d{5})(?:\.\d+)?")
_SERIALS = range(18_264, 73_051)
"""The days from 1950 to 2100, as Excel counts them."""
_SHORT_YEAR = re.compile(r"(\d{1,2})([/. -])(\d{1,2})\2(\d{2})")
_SHORT_IN_WORDS = re.compile(r"((?:\d{1,2}(?:st|nd|rd|th)?[ -])?[A-Za-z]{3,9}\.?)[ '’-]+(\d{2})")
_DASHED = re.compile(r"(\d{1,2})[ -]([A-Za-z]{3,9})[ -](\d{4})|(\d{1,2})-(\d{1,2})-(\d{4})")
_SLASHED = re.compile(r"(\d{4})/(\d{1,2})(?:/(\d{1,2}))?")
_YEARS = re.compile(r"(\d{4})\s*[/–-]\s*(\d{2}|\d{4})")
_WITH_TIME = re.compile(r"(.+?)[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?")
_CENTURY = 100
_THIS_CENTURY_UP_TO = 50


def date_of(column: Column, text: str) -> Any:
    """Return a partial date, what was taken for one, or the text where it is none."""
    if text.casefold() == UNKNOWN:
        return Taken(None, text, Told.NOT_EVIDENCED) if column.field in TO_THE_DAY else UNKNOWN
    if found := partial_date(text):
        return found
    if (serial := _SERIAL.fullmatch(text)) and int(serial[1]) in _SERIALS:
        return Taken((_EXCEL_BEGINS + dt.timedelta(days=int(serial[1]))).isoformat(), text, Told.SERIAL)
    if _is_span(text):
        left = column.field in TO_THE_DAY
        return Taken(None, text, Told.SPAN_LEFT) if left else Taken(UNKNOWN, text, Told.SPAN)
    meant = partial_date(_spelt_out(text))
    if meant is None:
        return str(text)
    return Taken(meant, text, Told.SHORT if _has_short_year(text) else Told.READ)


def _is_span(text: str) -> bool:
    """Tell whether a text may be a year from one spring to the next: `2003/04`, `2003-2004`; `2003-04` is a month."""
    found = _YEARS.fullmatch(text)
    return found is not None and int(found[2]) % _CENTURY == (int(found[1]) + 1) % _CENTURY


def _has_short_year(text: str) -> bool:
    bare = found[1] if (found := _WITH_TIME.fullmatch(text)) else text
    return bool(_SHORT_YEAR.fullmatch(bare) or _SHORT_IN_WORDS.fullmatch(bare))


def _spelt_out(text: str) -> str:
    """Write a date that is short, or in another order, as the day, the month and the year with four figures."""
    if found := _WITH_TIME.fullmatch(text):
        text = found[1]
    if found := _SHORT_YEAR.fullmatch(text):
        return f"{found[1]}/{found[3]}/{_year(found[4])}"
    if found := _DASHED.fullmatch(text):
        return f"{found[1]} {found[2]} {found[3]}" if found[1] else f"{found[4]}/{found[5]}/{found[6]}"
    if found := _SLASHED.fullmatch(text):
        return "-".join(part for part in found.groups() if part)
    if found := _SHORT_IN_WORDS.fullmatch(text):
        return f"{found[1].replace('-', ' ')} {_year(found[2])}"
    return text


def _year(short: str) -> str:
    """Give two figures their century: up to 50 this one, so that no partnership is of 2098."""
    return f"20{short}" if int(short) <= _THIS_CENTURY_UP_TO else f"19{short}"
