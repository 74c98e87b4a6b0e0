"""What people write into the cells of a sheet: days, how often, how many, none and not known."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from typing import NamedTuple

from graphmodel.answers import NONE, NOT_KNOWN, YES
from graphmodel.dates import earliest, latest
from loaders.names import folded

Cell = str | float | bool | dt.date | dt.datetime | dt.time | dt.timedelta | None

_NONE = frozenset(map(folded, (NONE, "none", "no", "there is none", "there are none", "nobody", "no one", "nothing")))
_NOT_KNOWN = frozenset(
    map(
        folded,
        (NOT_KNOWN, "unknown", "don't know", "do not know", "dunno", "no idea", "not sure", "?", "n/k", "tbc",
         "to be confirmed"),
    )
)  # fmt: skip
_YES = frozenset(map(folded, (YES, "true", "correct", "confirmed", "that is right")))
_TICKS = _YES | {"x", "y", "✓", "✔"}
_NOT_OURS = frozenset(map(folded, ("n/a", "na", "not applicable", "n.a")))
"""Said both where there is none and where nobody cares: it is no answer."""

_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_ISO = re.compile(r"([0-9]{4})(?:-([0-9]{1,2})(?:-([0-9]{1,2}))?)?")
_BRITISH = re.compile(r"(?:([0-9]{1,2})[/.])?([0-9]{1,2})[/.]([0-9]{4})")
_IN_WORDS = re.compile(r"(?:([0-9]{1,2})(?:st|nd|rd|th)? (?:of )?)?([a-z]{3,9})\.?,? ([0-9]{4})")
_NO_YEAR = re.compile(r"(?:([0-9]{1,2})(?:st|nd|rd|th)? (?:of )?)?([a-z]{3,9})\.?")
_BEFORE = re.compile(
    r"(?:yes[,;:]? ?|done |finished |complete[d]? |agreed |since |from |in |on |by |until )+", re.IGNORECASE
)
"""What people write before a date."""

_EVERY = {
    "weekly": 52.0, "fortnightly": 26.0, "monthly": 12.0, "bimonthly": 6.0, "quarterly": 4.0, "termly": 3.0,
    "twice yearly": 2.0, "half yearly": 2.0, "six monthly": 2.0, "yearly": 1.0, "annually": 1.0, "once a year": 1.0,
    "every week": 52.0, "every month": 12.0, "every quarter": 4.0, "every year": 1.0, "twice a year": 2.0,
}  # fmt: skip
_NUMBERS = {word: number for number, word in enumerate(
    ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"), start=1
)} | {"once": 1, "twice": 2, "thrice": 3}  # fmt: skip
_YEAR = {"year": 1.0, "annum": 1.0, "yr": 1.0, "quarter": 4.0, "month": 12.0, "week": 52.0}
_NUMBER = r"(\d+(?:\.\d+)?|[a-z]+)"
_TIMES = re.compile(
    rf"{_NUMBER}(?: times| meetings)?(?: ?/ ?| per | an? | each | every )(year|annum|yr|quarter|month|week)"
)
_EACH = re.compile(rf"every {_NUMBER} (week|month)s?")
_HOURS = re.compile(
    r"(?:for )?(?:about )?(\d+(?:[.,]\d+)?|[a-z]+|half an|an) ?(h|hr|hours?|hrs|minutes?|mins?)(?: each| long)?"
)


class Often(NamedTuple):
    """How often in a year, and how many hours each time; None where it is not said."""

    per_year: float | None = None
    hours: float | None = None


def text_of(cell: Cell) -> str:
    """Return what stands in a cell as text; a whole number has no point."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, dt.datetime):
        return cell.date().isoformat()
    return " ".join(str(cell).split())


def says_none(text: str) -> bool:
    """Tell whether a text says that there is none."""
    return folded(text).rstrip(".") in _NONE


def says_not_known(text: str) -> bool:
    """Tell whether a text says that it is not known."""
    return folded(text).rstrip(".") in _NOT_KNOWN


def says_yes(text: str) -> bool:
    """Tell whether a text says yes and no more."""
    return folded(text).rstrip(".") in _YES


def says_not_ours(text: str) -> bool:
    """Tell whether a text says that a question does not apply."""
    return folded(text).rstrip(".") in _NOT_OURS


def says_vacant(text: str) -> bool:
    """Tell whether a text says that a post is empty."""
    return folded(text).split(" ")[0].rstrip(".,;:") == "vacant"


def is_tick(text: str) -> bool:
    """Tell whether a text ticks a cell."""
    return folded(text) in _TICKS


def partial_date(text: str) -> str | None:
    """Read a date, in figures or in words, as the model writes it; None where it is none. Days come before months."""
    bare = _bare(text)
    if found := _ISO.fullmatch(bare):
        return _dated(found[1], found[2], found[3])
    if found := _BRITISH.fullmatch(bare):
        return _dated(found[3], found[2], found[1])
    if (found := _IN_WORDS.fullmatch(folded(bare))) and (month := _month(found[2])):
        return _dated(found[3], month, found[1])
    return None


BACKWARDS = ("It ends before it begins.", "Correct one of the two dates.")
"""What is wrong with a span of which the end is surely before its beginning, and what is to be done."""


def ends_before(since: str | None, until: str | None) -> bool:
    """Tell whether the last day that an end can mean is before the first that its beginning can."""
    return bool(since and until) and latest(until or "") < earliest(since or "")


def date_before(text: str, day: str) -> str | None:
    """Read a day or month without a year as the last one that is not after a day; None where it is neither."""
    found = _NO_YEAR.fullmatch(folded(_bare(text)))
    month = _month(found[2]) if found else ""
    if not found or not month or not re.match(r"\d{4}-\d{2}", day):
        return None
    this_year = _dated(day[:4], month, found[1])
    if this_year is not None and this_year <= day[: len(this_year)]:
        return this_year
    return _dated(str(int(day[:4]) - 1), month, found[1])


def _bare(text: str) -> str:
    """Leave away what stands before a date; digits of full width are read as others are."""
    plain = unicodedata.normalize("NFKC", text).strip()
    return _BEFORE.sub("", plain, count=1)


def _month(word: str) -> str:
    """Return the number of a month by its name, whole or short; a word that only begins like one is none."""
    begins = [number for number, name in enumerate(_MONTHS, start=1) if name.startswith(word.rstrip("."))]
    return str(begins[0]).zfill(2) if len(begins) == 1 or word == "sept" else ""


def _dated(year: str, month: str | None, day: str | None) -> str | None:
    try:
        dt.date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None
    return "-".join((year, *(part.zfill(2) for part in (month, day) if part)))


def how_often(text: str) -> Often | None:
    """Read ``quarterly, 2 hours``; None where a part of it is not understood, or nothing is said."""
    per_year = hours = None
    for part in filter(None, (part.strip() for part in re.split(r"[,;]| and ", folded(text)))):
        if (times := _times(part)) is not None and per_year is None:
            per_year = times
        elif (long := _long(part)) is not None and hours is None:
            hours = long
        else:
            return None
    return Often(per_year, hours) if (per_year, hours) != (None, None) else None


def _times(part: str) -> float | None:
    if part in _EVERY:
        return _EVERY[part]
    if (found := _TIMES.fullmatch(part)) and (number := _number(found[1])) is not None:
        return number * _YEAR[found[2]]
    if (found := _EACH.fullmatch(part)) and (number := _number(found[1])):
        return round(_YEAR[found[2]] / number, 2)
    return None


def _long(part: str) -> float | None:
    found = _HOURS.fullmatch(part)
    if found is None:
        return None
    number = {"half an": 0.5, "an": 1.0}.get(found[1], _number(found[1].replace(",", ".")))
    return None if number is None else number / 60 if found[2].startswith("min") else number


def _number(word: str) -> float | None:
    if word in _NUMBERS:
        return float(_NUMBERS[word])
    try:
        return float(word)
    except ValueError:
        return None
