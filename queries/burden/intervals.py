"""Hours between two bounds: with what is not known of meetings at the least, and at the most, that a profile takes."""

from __future__ import annotations

from collections.abc import Collection
from fractions import Fraction
from typing import NamedTuple

from queries.burden.load_in_words import in_figures
from queries.burden.places import HeldPlace, exact
from queries.burden.results import Interval
from queries.profile import Profile

Range = tuple[Fraction, Fraction]


class Bounds(NamedTuple):
    """The least and the most that is taken for how often and how long a group meets, where that is not known.

    `sources` say where the two come from.
    """

    per_year: Range
    hours: Range
    sources: tuple[str, ...] = ()

    def in_words(self) -> str:
        """Say what is taken, and where it comes from."""
        often, long = (f"{in_figures(least)} to {in_figures(most)}" for least, most in (self.per_year, self.hours))
        sources = "; ".join(dict.fromkeys(self.sources))
        taken = f"{often} meetings a year, and {long} hours a meeting, are taken where these are not evidenced"
        return f"{taken} ({sources})." if sources else f"{taken}."


def bounds_of(profile: Profile) -> Bounds:
    """Return the bounds that a profile sets."""
    often, long = profile.burden.per_year, profile.burden.hours
    return Bounds(_range(often.least, often.most), _range(long.least, long.most), (often.source, long.source))


def _range(least: float, most: float) -> Range:
    return exact(least) or Fraction(0), exact(most) or Fraction(0)


def interval(places: Collection[HeldPlace], bounds: Bounds) -> Interval | None:
    """Return the least and the most hours in meetings of some places; None where one is on a set of unknown number.

    How many groups such a set has nothing bounds, so no most can be told.
    """
    if not all(place.counted for place in places):
        return None
    least, most = (sum((_hours(place, bounds, end) for place in places), Fraction(0)) for end in (0, 1))
    return Interval(least, most)


def _hours(place: HeldPlace, bounds: Bounds, end: int) -> Fraction:
    per_year = bounds.per_year[end] if place.per_year is None else place.per_year
    hours = bounds.hours[end] if place.hours is None else place.hours
    return place.number * per_year * place.attendance * hours
