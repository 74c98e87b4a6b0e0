"""Numbers as people write them: with words around them, in millions, as a share, as how often, as how long."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Any

from loaders.tables.cell.taken import Taken, Told
from loaders.words import how_often

if TYPE_CHECKING:
    from collections.abc import Callable

_NUMBER = re.compile(r"[-+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:[eE][-+]?\d+)?")
_ABOUT = re.compile(r"(?:approx(?:imately|\.)?|about|around|circa|c\.?|ca\.?|roughly|some|~|±|c )\s*", re.IGNORECASE)
_TIMES_MORE = {"k": 1_000, "thousand": 1_000, "m": 1_000_000, "mn": 1_000_000, "million": 1_000_000, "bn": 10**9,
               "billion": 10**9}  # fmt: skip
_MANY = re.compile(r"(.+?)\s*(k|m|mn|bn|thousand|million|billion)", re.IGNORECASE)
_UNIT = {
    "per_year": r"(?:x|×|times|meetings?|p\.?a\.?)",
    "says_per_year": r"(?:x|×|times|meetings?|p\.?a\.?)",
    "hours": r"(?:h|hrs?|hours?)",
    "preparation": r"(?:h|hrs?|hours?)",
    "travel": r"(?:h|hrs?|hours?)",
    "rate": r"(?:gbp|pounds?|an hour|per hour|/ ?h(?:our)?)",
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
_PER_HOUR = 60


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
    known = _OF_ITSELF.get(field, {}).get(text.casefold())
    if known is None and field in _IN_WORDS:
        known = _IN_WORDS[field](text)
    if known is None and field in _UNIT:
        known = bare_number(re.sub(rf"\s*{_UNIT[field]}$", "", text, flags=re.IGNORECASE))
    return bare_number(text) if known is None else known


def _share(text: str) -> float | None:
    share = bare_number(text[:-1].strip()) if text.endswith("%") else None
    return None if share is None else share / 100


def _money(text: str) -> float | None:
    many = _MANY.fullmatch(text)
    number = bare_number(many[1]) if many else None
    return None if many is None or number is None else _whole(number * _TIMES_MORE[many[2].casefold()])


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


_IN_WORDS: dict[str, Callable[[str], float | None]] = {
    "per_year": times_a_year,
    "says_per_year": times_a_year,
    "hours": hours_long,
    "preparation": hours_long,
    "travel": hours_long,
    "attendance": _share,
    "fte": _share,
    "share": _share,
    "amount": _money,
}
"""How the numbers of a column are said in words."""
