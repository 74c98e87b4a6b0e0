"""The parts that are looked for in every structure, and by what it is told who plays them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from graphmodel.kinds import Function, GroupKind, Tier
from queries.comparison.seen import Seen
from queries.reads import EVENTS, GROUPS, HOMES, PLAN_TIES, SEATS, STAFF
from queries.reads import PARTS as PART_TIES
from queries.reads.groups import GroupRow
from queries.reads.ties import TieRow

_CRIME, _DRUGS = str(Function.CRIME_AND_DISORDER), str(Function.DRUGS)
_CHANGES = frozenset({"merge", "absorb", "integrate", "incorporate", "overlay"})


class Troupe:
    """Everybody in a structure who may play a part: groups of any kind, posts and bodies that are there on the day."""

    def __init__(self, seen: Seen) -> None:
        self.seen = seen
        self.known = seen.known

    @cached_property
    def groups(self) -> Mapping[str, GroupRow]:
        """Groups of any kind, teams and meetings too, by id, that are not over."""
        rows = (row for row in self.known.in_force(GROUPS) if row.fact in self.known.present)
        return {row.fact: row for row in sorted(rows)}

    @cached_property
    def nameable(self) -> Mapping[str, str]:
        """Groups and posts with their names, for those who are matched by name alone."""
        rows = (self.known.entities[one] for one in sorted(self.known.present))
        return {row.fact: row.name for row in rows if row.type in ("group", "post")}

    @cached_property
    def main(self) -> tuple[str, ...]:
        """The partnership that the structure is about: what a change came to, else the best tied one at the top."""
        tops = [
            group for group, row in self.seen.groups.items()
            if row.kind == GroupKind.PARTNERSHIP and self.known.chains.is_top(group)
        ]  # fmt: skip
        results = {one for event in self.known.in_force(EVENTS) if event.kind in _CHANGES for one in event.results}
        return tuple(sorted(tops, key=lambda group: (group not in results, *self._weight(group), group))[:1])

    def _weight(self, group: str) -> tuple[bool, int, int]:
        parts, seats = self.known.chains.parts, self.known.organisations.seats_on
        crime = _CRIME in self.seen.groups[group].functions
        return not crime, -len(parts.get(group, ())), -len(seats.get(group, ()))

    @cached_property
    def inside(self) -> frozenset[str]:
        """The parts of the main partnership."""
        return frozenset(part for main in self.main for part in self.known.chains.parts.get(main, ()))

    def strand(self, function: str) -> tuple[str, ...]:
        """Return the partnerships for crime, or those for drugs, beside or within the main one."""
        return tuple(
            group for group, row in self.groups.items()
            if row.kind == GroupKind.PARTNERSHIP and group not in self.main
            and frozenset(row.functions) & {_CRIME, _DRUGS} == {function}
        )  # fmt: skip

    def at_tier(self, tier: str) -> tuple[str, ...]:
        """Return the groups and series of meetings at a tier, but for the main partnership."""
        return tuple(group for group, row in self.groups.items() if row.tier == tier and group not in self.main)

    @cached_property
    def delivering(self) -> tuple[str, ...]:
        """Return the groups that carry work out: at the operational tier, or said to deliver something."""
        plans = {tie.start for tie in self.known.in_force(PLAN_TIES) if tie.type == "delivers"}
        return tuple(
            group for group in self.seen.groups
            if group not in self.main and (group in plans or self._delivers(self.groups[group]))
        )  # fmt: skip

    def _delivers(self, row: GroupRow) -> bool:
        return row.tier == Tier.OPERATIONAL or row.purpose.casefold().startswith("deliver")

    def team(self, function: str) -> tuple[str, ...]:
        """Return the staff teams for something: those said to be, and those that are part of its partnership."""
        within = {tie.start for tie in self.known.in_force(PART_TIES) if tie.finish in self.strand(function)}
        return tuple(
            group for group, row in self.groups.items()
            if row.kind == GroupKind.TEAM and (row.functions == (function,) or group in within)
        )  # fmt: skip

    def for_function(self, function: str) -> tuple[str, ...]:
        """Return the groups of any kind that are for one thing alone."""
        return tuple(group for group, row in self.groups.items() if row.functions == (function,))

    def with_role(self, groups: Iterable[str], role: str) -> tuple[str, ...]:
        """Return who has a role on some groups, persons left out: a part is played by a post, a body or a group."""
        wanted = frozenset(groups)
        rows = (seat for seat in self.known.in_force(SEATS) if seat.group in wanted and seat.role == role)
        return tuple(sorted({seat.member for seat in rows if self.known.entities[seat.member].type != "person"}))

    def posts(self, groups: Iterable[str], subjects: str = "") -> tuple[str, ...]:
        """Return single posts that are in some groups, or carry a portfolio for one or on a subject."""
        wanted = frozenset(groups)
        found = [tie for tie in self.known.in_force(HOMES) if tie.finish in wanted]
        found += [tie for tie in self.known.in_force(STAFF) if _looks_after(tie, wanted, subjects)]
        return tuple(sorted({tie.start for tie in found if self._is_one_post(tie.start)}))

    def _is_one_post(self, one: str) -> bool:
        row = self.known.entities[one]
        return row.type == "post" and not row.set and one in self.known.present

    @cached_property
    def drugs_lead(self) -> tuple[str, ...]:
        """Who co-ordinates or leads on drugs: posts in that partnership, with a portfolio of it, or that manage it."""
        strand = self.strand(_DRUGS)
        teams = frozenset((*strand, *self.team(_DRUGS)))
        managers = {tie.finish for tie in self.known.in_force(STAFF)
                    if tie.type == "line_managed_by" and tie.start in teams}  # fmt: skip
        return tuple(sorted({*self.posts(strand, "drug"), *filter(self._is_one_post, managers)}))

    @cached_property
    def managers(self) -> tuple[str, ...]:
        """Who runs or oversees the main partnership: posts in it or with a portfolio of it, but no chair of it."""
        chairs = {*self.with_role(self.main, "chair"), *self.with_role(self.main, "vice_chair")}
        return tuple(post for post in self.posts(self.main) if post not in chairs)

    @cached_property
    def bodies(self) -> Mapping[str, tuple[str, ...]]:
        """Organisations by kind, but for those that stand for others as well."""
        found: dict[str, list[str]] = defaultdict(list)
        for one in sorted(self.known.present):
            row = self.known.entities[one]
            if row.type == "body" and not row.umbrella:
                found[row.kind].append(one)
        return {kind: tuple(ones) for kind, ones in found.items()}


def _looks_after(tie: TieRow, groups: frozenset[str], subject: str) -> bool:
    if tie.type != "carries_portfolio":
        return False
    return tie.finish in groups or (bool(subject) and subject in tie.fact.rpartition(" ")[2].casefold())


class Sought(NamedTuple):
    """A part that is looked for: its name, by what it is told who plays it, and who does."""

    name: str
    how: str
    chosen: Callable[[Troupe], tuple[str, ...]]


def _of_kinds(*kinds: str) -> Callable[[Troupe], tuple[str, ...]]:
    def chosen(troupe: Troupe) -> tuple[str, ...]:
        return tuple(sorted(one for kind in kinds for one in troupe.bodies.get(kind, ())))

    return chosen


_BODIES: Mapping[str, tuple[str, ...]] = {
    "County council": ("county_council",),
    "District councils": ("district_council",),
    "Council": ("unitary_council", "borough_council"),
    "Police": ("police_force", "police_division"),
    "Police authority": ("police_authority", "police_and_crime_commissioner"),
    "Fire": ("fire_authority", "fire_service"),
    "Health": ("primary_care_trust", "health_authority", "clinical_commissioning_group", "integrated_care_board",
               "local_health_board"),
    "Probation": ("probation_service",),
    "Connexions": ("connexions_service",),
    "Government Office": ("government_office",),
}  # fmt: skip

SOUGHT: tuple[Sought, ...] = (
    Sought("The partnership", "place: the top partnership, where changes led or most is tied", lambda one: one.main),
    Sought("Crime partnership", "kind and function: a partnership for crime and disorder alone",
           lambda one: one.strand(_CRIME)),
    Sought("Drugs partnership", "kind and function: a partnership for drugs alone", lambda one: one.strand(_DRUGS)),
    Sought("Strategic group", "tier: strategic", lambda one: one.at_tier(Tier.STRATEGIC)),
    Sought("Tactical group", "tier: tactical", lambda one: one.at_tier(Tier.TACTICAL)),
    Sought("Groups that carry work out", "tier, purpose and plans: operational, or said to deliver something",
           lambda one: one.delivering),
    Sought("Commissioning group", "function: commissioning", lambda one: one.for_function(Function.COMMISSIONING)),
    Sought("Crime team", "kind, function and place: staff for crime work", lambda one: one.team(_CRIME)),
    Sought("Drugs team", "kind, function and place: staff for drugs work", lambda one: one.team(_DRUGS)),
    Sought("Youth offending team", "function: youth offending",
           lambda one: one.for_function(Function.YOUTH_OFFENDING)),
    Sought("Chair of the partnership", "role: chairs the partnership", lambda one: one.with_role(one.main, "chair")),
    Sought("Vice-chair of the partnership", "role: vice-chair of the partnership",
           lambda one: one.with_role(one.main, "vice_chair")),
    Sought("Drugs lead", "place: a post in the drugs partnership, with a portfolio of drugs, or that manages its staff",
           lambda one: one.drugs_lead),
    Sought("Partnership manager", "place: a post in the partnership or with a portfolio of it",
           lambda one: one.managers),
    *(Sought(name, f"kind: {' or '.join(kind.replace('_', ' ') for kind in kinds)}", _of_kinds(*kinds))
      for name, kinds in _BODIES.items()),
)  # fmt: skip
"""The parts, in the order in which they are looked for: whoever has one is looked at for no later one."""


def sought(troupes: Mapping[str, Troupe]) -> Iterator[tuple[Sought, dict[str, tuple[str, ...]]]]:
    """Yield every part with who may play it in each structure."""
    for part in SOUGHT:
        yield part, {structure: part.chosen(troupe) for structure, troupe in troupes.items()}
