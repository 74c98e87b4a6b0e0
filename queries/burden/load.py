"""What seats cost a body, a post or a person: seats, meetings and hours a year, in exact numbers.

Nothing that is not known is filled in. Where a rhythm is not evidenced the figures are lower bounds ("at least"), and
the seats for which something is not known are counted beside them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from queries.facts.organisations import Organisations, Sitter
from queries.reads.entities import EntityRow
from queries.reads.groups import GroupRow
from queries.reads.seats import SeatRow

YEAR = 1650
"""Working hours of a full-time year, as they are usually counted."""


class HeldPlace(NamedTuple):
    """Somebody's place on a group, once however many roles they have there.

    `sitter` is who really sits (see `Organisations.sitter`), `organisations` whom they sit for. `number` is how many
    places it stands for: on a set of groups one on each, at least one where it is not known how many they are.
    """

    sitter: str
    group: str
    organisations: tuple[str, ...]
    chairs: bool
    number: int
    counted: bool
    per_year: Fraction | None
    hours: Fraction | None
    facts: tuple[str, ...]


class Load(NamedTuple):
    """The load of some places: lower bounds, unless everything is known.

    `without_rhythm` are the places on groups of which it is not known how often they meet, `without_hours` those on
    groups of which that or the length of a meeting is not known, and `uncounted` those on sets of unknown number.
    """

    seats: int
    meetings: Fraction
    hours: Fraction
    without_rhythm: int
    without_hours: int
    uncounted: int

    @property
    def is_exact(self) -> bool:
        """Whether the figures are all there is to it, on the seats that are known; else they are "at least"."""
        return not self.without_hours and not self.uncounted

    @property
    def known_share(self) -> tuple[int, int]:
        """How many of the seats have both a rhythm and a length of meeting, and how many seats there are."""
        return self.seats - self.without_hours, self.seats


def places(
    organisations: Organisations, groups: Mapping[str, GroupRow], entities: Mapping[str, EntityRow]
) -> tuple[HeldPlace, ...]:
    """Return the known places on some groups, ordered by who sits and where."""
    seats: dict[tuple[str, str], list[tuple[SeatRow, Sitter]]] = defaultdict(list)
    for seat in organisations.seats:
        if seat.group in groups and not entities[seat.member].umbrella:
            sitter = organisations.sitter(seat.member)
            seats[sitter.id, seat.group].append((seat, sitter))
    rhythms = {group: (_exact(row.per_year), _exact(row.hours)) for group, row in groups.items()}
    found = []
    for (sitter_id, group), rows in sorted(seats.items()):
        rows.sort()
        organisations_of = [one for seat, _ in rows for one in organisations.of(seat)]
        facts = [fact for seat, sitter in rows for fact in (seat.fact, *sitter.facts)]
        number = _on_each(entities[group], rows, entities)
        place = HeldPlace(
            sitter=sitter_id,
            group=group,
            organisations=tuple(sorted({one.organisation for one in organisations_of})),
            chairs=any(seat.role == "chair" for seat, _ in rows),
            number=number or 1,
            counted=number is not None,
            per_year=rhythms[group][0],
            hours=rhythms[group][1],
            facts=tuple(dict.fromkeys([*facts, *(fact for one in organisations_of for fact in one.facts)])),
        )
        found.append(place)
    return tuple(found)


def _on_each(group: EntityRow, seats: list[tuple[SeatRow, Sitter]], entities: Mapping[str, EntityRow]) -> int | None:
    """Return how many places a place is: one on each of a set of groups, unless as many sit there, one on each."""
    if not group.set or any(entities[seat.member].set for seat, _ in seats):
        return 1
    return group.how_many


def _exact(number: float | None) -> Fraction | None:
    """Return a number as it was written: 0.1 is a tenth, and not the nearest that a computer has for it."""
    return None if number is None else Fraction(str(number))


def by_organisation(all_places: Iterable[HeldPlace]) -> dict[str, tuple[HeldPlace, ...]]:
    """Return the places that count for each body; one held for several counts for each of them."""
    return _grouped(all_places, lambda place: place.organisations)


def by_sitter(all_places: Iterable[HeldPlace]) -> dict[str, tuple[HeldPlace, ...]]:
    """Return the places of each person, post or body that sits."""
    return _grouped(all_places, lambda place: (place.sitter,))


def _grouped(
    all_places: Iterable[HeldPlace], keys: Callable[[HeldPlace], tuple[str, ...]]
) -> dict[str, tuple[HeldPlace, ...]]:
    found: dict[str, list[HeldPlace]] = defaultdict(list)
    for place in all_places:
        for key in keys(place):
            found[key].append(place)
    return {key: tuple(rows) for key, rows in sorted(found.items())}


def load(some: Collection[HeldPlace]) -> Load:
    """Return the load of places in hours of attendance: known figures count, and what is not known is told as such."""
    meetings = hours = Fraction(0)
    seats = without_rhythm = without_hours = uncounted = 0
    for place in some:
        seats += place.number
        uncounted += not place.counted
        without_rhythm += place.number if place.per_year is None else 0
        without_hours += place.number if place.per_year is None or place.hours is None else 0
        if place.per_year is not None:
            times = place.per_year if place.number == 1 else place.number * place.per_year
            meetings += times
            hours += times * place.hours if place.hours is not None else 0
    return Load(seats, meetings, hours, without_rhythm, without_hours, uncounted)


def of_a_year(some: Load, year: int = YEAR) -> tuple[int, int]:
    """Return the hours as a share of the working hours of a year, in whole numbers."""
    return some.hours.numerator, some.hours.denominator * year


class Chairs(NamedTuple):
    """Who holds the chairs: how many there are, how many each body has, and how many count for no known body."""

    number: int
    of_body: Mapping[str, int]
    without_body: int

    @property
    def concentration(self) -> tuple[int, int]:
        """The sum of the squared shares of the bodies that are known (Herfindahl and Hirschman), in whole numbers."""
        return sum(count * count for count in self.of_body.values()), sum(self.of_body.values()) ** 2


def chairs(all_places: Iterable[HeldPlace]) -> Chairs:
    """Count the chairs among places, by the body that each counts for; a set of groups with one chair each is one."""
    of_body: dict[str, int] = defaultdict(int)
    number = without_body = 0
    for place in all_places:
        if place.chairs:
            number += 1
            without_body += not place.organisations
            for organisation in place.organisations:
                of_body[organisation] += 1
    return Chairs(number, dict(sorted(of_body.items())), without_body)


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
