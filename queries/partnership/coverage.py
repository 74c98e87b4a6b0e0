"""Who must take part in a partnership on crime: the law's authorities, and who sits there for each of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from graphmodel.dates import earliest
from graphmodel.evidence import Modality
from graphmodel.kinds import BodyKind, EventKind, Function, Tier
from queries.case import Case
from queries.engines.base import FactId
from queries.partnership.authorities import Duty, Required
from queries.partnership.partnerships import Locality, partnerships
from queries.people.vacancies import empty_posts
from queries.reads import EVENTS, ORIGINALS, PARTS
from queries.reads.places import PlaceRow
from queries.reads.seats import SeatRow

_OF_THE_ACT = frozenset({"England", "Wales", ""})
"""The nations that the Act on crime and disorder is for, and one that is not known."""
_OF_ONE_AREA = frozenset({BodyKind.DISTRICT_COUNCIL, BodyKind.BOROUGH_COUNCIL, BodyKind.UNITARY_COUNCIL})
_OF_ANY_KIND = frozenset({"mixed", "other"})


def crime_partnerships(case: Case, function: str = Function.CRIME_AND_DISORDER) -> tuple[str, ...]:
    """Return the groups that are there for crime and disorder (or another function), none of them part of another.

    Where the file says of no group what it is there for, the partnerships that the structure is about are meant.
    """
    found = {group for group, row in case.groups.items() if function in row.functions}
    tops = tuple(sorted(group for group in found if not case.chains.above(group) & found))
    return tops or tuple(sorted(found)) or partnerships(case)


def leading(case: Case, function: str = Function.CRIME_AND_DISORDER) -> tuple[str, ...]:
    """Return the partnerships to ask about common arrangements: those that another one was laid over are left to it."""
    found = crime_partnerships(case, function)
    under = laid_under(case)
    below = {group for top in found for group in under.get(top, ())}
    return tuple(group for group in found if group not in below) or found


def laid_under(case: Case) -> dict[str, frozenset[str]]:
    """Return the partnerships that each one was laid over."""
    found: dict[str, set[str]] = defaultdict(set)
    over = {event.fact: event.results for event in case.in_force(EVENTS) if event.kind == EventKind.OVERLAY}
    for row in case.in_force(ORIGINALS):
        for result in over.get(row.event, ()):
            found[result].add(row.original)
    return {top: frozenset(below) for top, below in found.items()}


def laid_over(case: Case, groups: Collection[str]) -> frozenset[str]:
    """Return what was laid over any of these."""
    return frozenset(top for top, below in laid_under(case).items() if below & set(groups))


def overlays(case: Case) -> frozenset[str]:
    """Return what was laid over partnerships that go on beneath it: a county partnership is not a second one."""
    return frozenset(
        result for event in case.in_force(EVENTS) if event.kind == EventKind.OVERLAY for result in event.results
    )


class Asked(NamedTuple):
    """An authority that the law names for some areas, with the facts that make it do so, and those of known kind."""

    authority: Required
    facts: tuple[FactId, ...]
    areas: tuple[FactId, ...] = ()

    @property
    def each_its_own(self) -> bool:
        """Tell whether each area has one of its own: a county council and a police force are for several."""
        return bool(_OF_ONE_AREA & set(self.authority.kinds))


def asked_of(case: Case, place: Locality) -> tuple[Asked, ...]:
    """Return the authorities that the law names for the areas of a place on the day, each once, in the law's order.

    Of an area whose nation or tier is not known, and where no area is, what holds everywhere is named.
    """
    found: dict[str, Asked] = {}
    for area in of_the_act(place):
        ties = tuple(tie.fact for tie in place.ties if tie.finish == area.fact)
        facts = (*ties, area.fact, *case.vouching(area.fact, "authority_type", "nation"))
        for row in case.profile.required(area.nation or "unknown", area.authority_type or "unknown", case.as_of):
            one = found.setdefault(row.name, Asked(row, facts))
            if area.authority_type:
                found[row.name] = one._replace(areas=(*one.areas, area.fact))
    if not place.areas:
        return tuple(Asked(row, ()) for row in case.profile.required("unknown", "unknown", case.as_of))
    return tuple(found.values())


def of_the_act(place: Locality) -> tuple[PlaceRow, ...]:
    """Return the areas of a place that may lie where the Act on crime and disorder is law."""
    return tuple(area for area in place.areas if area.nation in _OF_THE_ACT)


def not_placed(place: Locality) -> tuple[PlaceRow, ...]:
    """Return the areas of a place whose nation or kind of local government is not known."""
    return tuple(area for area in of_the_act(place) if not (area.nation and area.authority_type))


class Sitting(NamedTuple):
    """Who sits for a kind of body: the facts that say so, and whether they answer only in part, or in general.

    An `empty` seat is one that is recorded as vacant: it answers in part.
    """

    facts: tuple[FactId, ...]
    bodies: tuple[str, ...]
    weaker: bool
    general: bool = False
    empty: bool = False


class Tables:
    """Who sits at the table of each partnership: on itself, or on a strategic group within it."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self._within: dict[str, list[tuple[str, tuple[FactId, ...]]]] = defaultdict(list)
        for tie in case.in_force(PARTS):
            if tie.start in case.groups and case.groups[tie.start].tier == Tier.STRATEGIC:
                self._within[tie.finish].append((tie.start, (tie.fact, *case.vouching(tie.start, "tier"))))

    @cached_property
    def _empty(self) -> frozenset[str]:
        """The posts that nobody holds on the day."""
        return frozenset(post for post, standing in empty_posts(self._case).items() if standing == "vacant")

    def _is_empty(self, seat: SeatRow) -> bool:
        since = seat.vacant_since
        return seat.member in self._empty or bool(since and earliest(since) <= self._case.as_of)

    def of(self, partnership: str) -> list[tuple[str, tuple[FactId, ...]]]:
        """Return the groups where its table is, with what makes each one so."""
        return [(partnership, ()), *self._within.get(partnership, ())]

    def seats(self, partnership: str) -> tuple[SeatRow, ...]:
        """Return the seats at its table that count."""
        on = self._case.organisations.seats_on
        return tuple(seat for group, _ in self.of(partnership) for seat in on.get(group, ()))

    def sitting(self, partnership: str, kinds: Iterable[str], through: Iterable[str] = ()) -> Sitting | None:
        """Return the firmest signs that bodies of these kinds sit there, or one `through` which they may."""
        wanted, indirect = frozenset(kinds), frozenset(through)
        found = [*self._named(partnership, wanted, indirect), *self._in_general(partnership, wanted)]
        if not found:
            return None
        best = min(map(self._firmness, found))
        alike = {one.bodies: one for one in sorted(found, reverse=True) if self._firmness(one) == best}
        return Sitting(
            tuple(dict.fromkeys(fact for _, one in sorted(alike.items()) for fact in one.facts)),
            tuple(sorted(body for bodies in alike for body in bodies)),
            best[1],
            best[0],
            best[2],
        )

    def bodies(self, partnership: str, kinds: Iterable[str]) -> frozenset[str]:
        """Return the bodies of these kinds with a seat there, however firm."""
        return frozenset(body for one in self._named(partnership, frozenset(kinds), ()) for body in one.bodies)

    def required(self, partnership: str, named: Iterable[Asked]) -> dict[str, Sitting | None]:
        """Return who sits there for each authority that the law requires, by the authority's name."""
        authorities = [one.authority for one in named if one.authority.status is Duty.REQUIRED]
        return {one.name: self.sitting(partnership, one.kinds, one.through) for one in authorities}

    def open(self, sitting: Mapping[str, Sitting | None]) -> list[str]:
        """Return the authorities for which nobody is firmly evidenced."""
        return [name for name, one in sitting.items() if one is None or one.weaker or self._case.weak(one.facts)]

    def _named(self, partnership: str, wanted: Collection[str], through: Collection[str]) -> Iterator[Sitting]:
        for group, facts in self.of(partnership):
            for counted in self._case.organisations.on.get(group, ()):
                kind = self._case.entities[counted.organisation].kind
                if counted.organisation in self._case.present and (kind in wanted or kind in through):
                    empty = self._is_empty(counted.seat)
                    about = (counted.seat.fact, counted.seat.member) if empty else ()
                    vouching = tuple(fact for one in about for fact in self._case.vouching(one, "vacant_since"))
                    weaker = kind not in wanted or empty
                    found = (*counted.facts, *facts, *vouching)
                    yield Sitting(found, (counted.organisation,), weaker, empty=empty)

    def _in_general(self, partnership: str, wanted: Collection[str]) -> Iterator[Sitting]:
        """Yield what is said of all agencies together: it covers each of them in part, and none by itself."""
        for group, facts in self.of(partnership):
            for seat in self._case.organisations.seats_on.get(group, ()):
                member = self._case.entities[seat.member]
                general = Modality.ASSERTED_GENERAL in (seat.modality, member.modality)
                if member.umbrella and (member.kind in wanted or (member.kind in _OF_ANY_KIND and general)):
                    yield Sitting((seat.fact, member.fact, *facts), (member.fact,), weaker=True, general=True)

    def _firmness(self, sitting: Sitting) -> tuple[bool, bool, bool, bool]:
        return (sitting.general, sitting.weaker, sitting.empty, self._case.weak(sitting.facts))
