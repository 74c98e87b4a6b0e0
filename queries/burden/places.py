"""Who sits on which group, each once: what a load is counted from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction
from typing import NamedTuple

from queries.facts.organisations import Organisations, Sitter
from queries.reads.entities import EntityRow
from queries.reads.groups import GroupRow
from queries.reads.seats import SeatRow


class HeldPlace(NamedTuple):
    """Somebody's place on a group, once however many roles they have there.

    `sitter` is who really sits (see `Organisations.sitter`), `organisations` whom they sit for. `number` is how many
    places it stands for: on a set of groups one on each, at least one where it is not known how many they are.
    `attendance` is the part of the meetings somebody comes to, all unless a seat says less; `preparation` and `travel`
    are hours for each meeting and `rate` pounds an hour, None where not known. `assumed` says why of whatever somebody
    assumed for a calculation, and no source says: what rests on it holds only if that does. `evidence` is how firmly
    it is evidenced, where a calculation has looked. `not_there` are the bodies for which it would count, and the
    posts through which it would, if they were there on the day.
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
    attendance: Fraction = Fraction(1)
    preparation: Fraction | None = None
    travel: Fraction | None = None
    rate: Fraction | None = None
    assumed: tuple[str, ...] = ()
    evidence: str = "stated"
    not_there: tuple[str, ...] = ()

    @property
    def attended(self) -> Fraction | None:
        """How many meetings a year that comes to, on all the groups it stands for; None without a rhythm."""
        if self.per_year is None or (self.number == 1 and self.attendance == 1):
            return self.per_year
        return self.number * self.per_year * self.attendance


def places(
    organisations: Organisations, groups: Mapping[str, GroupRow], entities: Mapping[str, EntityRow]
) -> tuple[HeldPlace, ...]:
    """Return the known places on some groups, ordered by who sits and where."""
    seats: dict[tuple[str, str], list[tuple[SeatRow, Sitter]]] = defaultdict(list)
    for seat in organisations.seats:
        if seat.group in groups and not entities[seat.member].umbrella:
            sitter = organisations.sitter(seat.member)
            seats[sitter.id, seat.group].append((seat, sitter))
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
            per_year=exact(groups[group].per_year),
            hours=exact(groups[group].hours),
            attendance=_most([1.0 if seat.attendance is None else seat.attendance for seat, _ in rows]) or Fraction(0),
            preparation=exact(groups[group].preparation),
            travel=_most([seat.travel for seat, _ in rows]),
            rate=_most([seat.rate for seat, _ in rows]),
            facts=tuple(dict.fromkeys([*facts, *(fact for one in organisations_of for fact in one.facts)])),
            not_there=tuple(sorted({one for seat, _ in rows for one in organisations.not_there(seat)})),
        )
        found.append(place)
    return tuple(found)


def _on_each(group: EntityRow, seats: list[tuple[SeatRow, Sitter]], entities: Mapping[str, EntityRow]) -> int | None:
    """Return how many places a place is: one on each of a set of groups, unless as many sit there, one on each."""
    if not group.set or any(entities[seat.member].set for seat, _ in seats):
        return 1
    return group.how_many


def _most(given: list[float | None]) -> Fraction | None:
    """Return the highest of what the seats of one place say: somebody with two seats there comes once."""
    known = [number for number in map(exact, given) if number is not None]
    return max(known, default=None)


def exact(number: float | None) -> Fraction | None:
    """Return a number as it was written: 0.1 is a tenth, and not the nearest that a computer has for it."""
    return None if number is None else Fraction(str(number))


def for_several(place: HeldPlace, sitter: EntityRow) -> bool:
    """Tell whether several sit there for several bodies: how many of them for each is then not known."""
    return sitter.set and len(place.organisations) > 1


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
