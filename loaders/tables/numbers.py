"""Numbers as people write them: with words around them, in millions, as a share, as how often, as how long."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

from loaders.tables.taken import Taken, Told
from loaders.words import how_often

_NUMBER = re.compile(r"[-+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:[eE][-+]?\d+)?")
_ABOUT = re.compile(r"(?:approx(?:imately|\.)?|about|around|circa|c\.?|ca\.?|roughly|some|~|±|c )\s*", re.IGNORECASE)
_TIMES_MORE = {"k": 1_000, "thousand": 1_000, "m": 1_000_000, "mn": 1_000_000, "million": 1_000_000, "bn": 10**9,
               "billion": 10**9}  # fmt: skip
_MANY = re.compile(r"(.+?)\s*(k|m|mn|bn|thousand|million|billion)", re.IGNORECASE)
_UNIT = {
    "per_year": r"(?:x|×|times|meetings?|p\.?a\.?)",
    "says_per_year": r"(?:x|×|times|meetings?|p\.?a\.?)",
    "hours": r"(?:h|hrs?|hours?)",
    "fte": r"(?:fte|wte|posts?)",
    "count": r"(?:in all|of them|bodies|members|people|posts)",
    "words": r"words",
    "amount": r"(?:gbp|pounds?|p\.?a\.?)",
}
_OF_ITSELF = {"fte": {"full time": 1, "full-time": 1, "half time": 0.5, "half-time": 0.5}}
_EVERY_SO = re.compile(r"(?:every )?(\d+|[a-z]+)[ -](week|month)ly")
_SO_OFTEN = re.compile(
    r"(?:x|times|meetings) ?(?:a|an|per|each) ?(?=year|annum|month|quarter)|p\.?a\.?$|(?:x|times) ?(?=/)"
)
_SHARES = frozenset({"fte", "share"})
_PER_HOUR = 60
OFTEN = frozenset({"per_year", "says_per_year"})


def bare_number(text: str) -> int | float | None:
    """Return the number that a text is, with or without a pound sign and commas; None where it is none."""
    bare = text.removeprefix("£").strip()
    if not _NUMBER.fullmatch(bare):
        return None
    plain = bare.replace(",", "")
    return int(plain) if plain.lstrip("+-").isdigit() else _finite(float(plain))


def number_of(field: str, text: str) -> Any:
    """Return the number that a text says with words, and that it was taken so; the text where it says none."""
    plain = text.strip().rstrip(".")
    about = _ABOUT.match(plain)
    rest = plain[about.end() :] if about else plain
    number = _said(field, rest)
    if number is None:
        return str(text)
    return Taken(number, text, Told.ABOUT if about else Told.READ)


def _said(field: str, text: str) -> int | float | None:
    if (known := _OF_ITSELF.get(field, {}).get(text.casefold())) is not None:
        return known
    if field in OFTEN and (times := times_a_year(text)) is not None:
        return times
    if field == "hours" and (hours := hours_long(text)) is not None:
        return hours
    if field in _SHARES and text.endswith("%") and (share := bare_number(text[:-1].strip())) is not None:
        return share / 100
    if field in _UNIT:
        text = re.sub(rf"\s*{_UNIT[field]}$", "", text, flags=re.IGNORECASE)
    if (number := bare_number(text)) is not None:
        return number
    many = _MANY.fullmatch(text) if field == "amount" else None
    if many and (number := bare_number(many[1])) is not None:
        return _whole(number * _TIMES_MORE[many[2].casefold()])
    return None


def times_a_year(text: str) -> int | float | None:
    """Return how often a year a text says, as `6 weekly` or `twice a year`; None where it does not say it."""
    plain = " ".join(text.casefold().replace("×", "x").rstrip(".").split())
    if found := _EVERY_SO.fullmatch(plain.replace("bi-", "bi")):
        plain = f"every {found[1]} {found[2]}s"
    plain = _SO_OFTEN.sub(lambda found: " per year" if found[0].startswith("p") else " per ", plain)
    often = how_often(" ".join(plain.split()))
    return None if often is None or often.per_year is None or often.hours is not None else _whole(often.per_year)


def hours_long(text: str) -> int | float | None:
    """Return how many hours a text says, as `2h` or `90 mins`; None where it does not say it."""
    often = how_often(text.casefold().rstrip("."))
    return None if often is None or often.hours is None or often.per_year is not None else _whole(often.hours)


def hours_in(cell: dt.time | dt.timedelta) -> float:
    """Return how long a cell is that a spreadsheet holds as a time: 1:30 is an hour and a half."""
    if isinstance(cell, dt.timedelta):
        return _whole(cell.total_seconds() / _PER_HOUR**2)
    return _whole(cell.hour + cell.minute / _PER_HOUR + cell.second / _PER_HOUR**2)


def _whole(number: float) -> int | float:
    return int(number) if number == number // 1 else number


def _finite(number: float) -> float | None:
    return number if abs(number) != float("inf") else None
