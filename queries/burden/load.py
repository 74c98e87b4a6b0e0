"""What seats cost a body, a post or a person: seats, meetings and hours a year, in exact numbers.

Nothing that is not known is filled in. Where a rhythm is not evidenced the figures are lower bounds ("at least"), and
the seats for which something is not known are counted beside them.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from fractions import Fraction
from typing import NamedTuple

from queries.burden.places import HeldPlace

YEAR = 1650
"""Working hours of a full-time year, as they are usually counted."""


class Load(NamedTuple):
    """The load of some places: lower bounds, unless everything is known.

    `hours` are those spent in meetings. `without_rhythm` are the places on groups of which it is not known how often
    they meet, `without_hours` those on groups of which that or the length of a meeting is not known, and `uncounted`
    those on sets of unknown number. `beside` are hours of preparation and travel as far as they are known, and
    `without_beside` the places of which one of the two is not; `cost` is in pounds for the hours of places whose rate
    is known, and `without_rate` are the others.
    """

    seats: int
    meetings: Fraction
    hours: Fraction
    without_rhythm: int
    without_hours: int
    uncounted: int
    beside: Fraction = Fraction(0)
    without_beside: int = 0
    cost: Fraction = Fraction(0)
    without_rate: int = 0
    assumed: tuple[str, ...] = ()

    @property
    def is_exact(self) -> bool:
        """Whether the figures are all there is to it, on the seats that are known; else they are "at least"."""
        return not self.without_hours and not self.uncounted

    @property
    def is_unknown(self) -> bool:
        """Whether there are seats, and the hours of none of them are known: that is no nought."""
        return 0 < self.seats == self.without_hours

    @property
    def known_share(self) -> tuple[int, int]:
        """How many of the seats have both a rhythm and a length of meeting, and how many seats there are."""
        return self.seats - self.without_hours, self.seats


def load(some: Collection[HeldPlace]) -> Load:
    """Return the load of places: known figures count, and what is not known is told as such."""
    meetings = hours = beside = cost = Fraction(0)
    seats = without_rhythm = without_hours = uncounted = without_beside = without_rate = 0
    for place in some:
        seats += place.number
        uncounted += not place.counted
        attended = place.attended
        around = (place.preparation or 0) + (place.travel or 0)
        without_rhythm += place.number if attended is None else 0
        without_hours += place.number if attended is None or place.hours is None else 0
        without_beside += place.number if attended is None or None in (place.preparation, place.travel) else 0
        without_rate += place.number if attended is None or None in (place.hours, place.rate) else 0
        if attended is not None:
            meetings += attended
            hours += attended * (place.hours or 0)
            beside += attended * around if around else 0
            cost += attended * ((place.hours or 0) + around) * place.rate if place.rate else 0
    return Load(
        seats, meetings, hours, without_rhythm, without_hours, uncounted, beside, without_beside, cost, without_rate,
        assumed=tuple(dict.fromkeys(reason for place in some for reason in place.assumed)),
    )  # fmt: skip


def of_a_year(some: Load, year: int = YEAR) -> tuple[int, int]:
    """Return the hours as a share of the working hours of a year, in whole numbers."""
    return some.hours.numerator, some.hours.denominator * year


def over_limit(some: Collection[HeldPlace], seats: float, hours: float) -> str:
    """Tell which of two limits is passed, ``seats`` or ``hours``; empty where neither is. A limit of 0 is none."""
    if 0 < seats < sum(place.number for place in some):
        return "seats"
    return "hours" if hours > 0 and load(some).hours > Fraction(str(hours)) else ""


def upper_fence(values: Collection[int], least_spread: int = 0) -> Fraction:
    """Return the value above which others stand out: the third quartile and one and a half times the spread (Tukey).

    The spread is that between the quartiles, and at least `least_spread`: where all are nearly alike, the next higher
    number is no outlier.
    """
    ordered = sorted(values)
    first, third = _quantile(ordered, Fraction(1, 4)), _quantile(ordered, Fraction(3, 4))
    return third + Fraction(3, 2) * max(third - first, Fraction(least_spread))


def _quantile(ordered: Sequence[int], part: Fraction) -> Fraction:
    """Return a quantile of sorted numbers, between two of them in proportion."""
    place = part * (len(ordered) - 1)
    below = place.numerator // place.denominator
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (place - below) * (ordered[above] - ordered[below])
