"""The partnerships that a structure is about, what belongs to them, and the places they work in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import NamedTuple

from graphmodel.kinds import Function, GroupKind
from queries.case import Case
from queries.partnership.belonging import of_another_task
from queries.reads import AREAS, PARTS, PLACES
from queries.reads.places import PlaceRow
from queries.reads.ties import TieRow

ENGLAND_AND_WALES = ("England", "Wales")
"""The nations that the guidance of 2003, and the Act on crime and disorder, are for."""
ELSEWHERE = "What it asks is asked of partnerships in England and Wales."


class Agenda(NamedTuple):
    """A field of work, as its words stand among the themes of groups, plans and documents."""

    name: str
    function: Function
    words: frozenset[str]


CRIME = Agenda(
    "crime",
    Function.CRIME_AND_DISORDER,
    frozenset({"crime", "crime and disorder", "disorder", "anti social behaviour", "community safety", "burglary"}),
)
DRUGS = Agenda(
    "drugs",
    Function.DRUGS,
    frozenset({"drugs", "drug", "drug misuse", "substance misuse", "alcohol", "drugs and alcohol", "treatment"}),
)
AGENDAS = (CRIME, DRUGS)
"""The two that the guidance of 2003 wants planned as one."""


def partnerships(case: Case) -> tuple[str, ...]:
    """Return the partnerships within no other, ordered by id: together they are what the structure is about.

    A local strategic partnership, a youth offending team and a scrutiny committee are neighbours, not part of it.
    """
    found = {group.fact for group in case.groups.values() if group.kind == GroupKind.PARTNERSHIP}
    inner = {tie.start for tie in case.in_force(PARTS) if tie.start in found and tie.finish in found - {tie.start}}
    apart = {group for group in found if of_another_task(case.groups[group])}
    return tuple(sorted(found - inner - apart)) or tuple(sorted(found - apart))


def within(case: Case, wholes: Iterable[str]) -> frozenset[str]:
    """Return groups with everything that is part of them, or answers to them by lines in force, however far below.

    Teams and meeting series belong too; what has ended does not.
    """
    below: dict[str, list[str]] = defaultdict(list)
    for tie in case.in_force(PARTS):
        below[tie.finish].append(tie.start)
    for line in case.chains.lines:
        below[line.finish].append(line.start)
    found = set(wholes)
    queue = list(found)
    while queue:
        for part in below[queue.pop()]:
            if part not in found and part in case.present:
                found.add(part)
                queue.append(part)
    return frozenset(found)


def agendas(themes: Iterable[str], functions: Collection[str] = ()) -> frozenset[str]:
    """Return the names of the agendas that themes, or what a group is there for, speak of."""
    words = {theme.casefold().replace("_", " ").replace("-", " ").strip() for theme in themes}
    return frozenset(agenda.name for agenda in AGENDAS if words & agenda.words or agenda.function in functions)


def foremost_first(case: Case, groups: Iterable[str]) -> tuple[str, ...]:
    """Put partnerships in order, the one to ask for all of them first: a new one, then one that stands for itself."""
    return tuple(
        sorted(groups, key=lambda group: (case.groups[group].is_new != "true", case.entities[group].set, group))
    )


def of_other_themes(case: Case, groups: Iterable[str]) -> tuple[str, ...]:
    """Return the groups whose themes are given, and speak neither of crime nor of drugs."""
    rows = (case.groups[group] for group in groups)
    return tuple(row.fact for row in rows if row.themes and not agendas(row.themes, row.functions))


def elsewhere(case: Case, groups: Iterable[str]) -> tuple[str, ...]:
    """Return the groups for which guidance for England and Wales is known not to be: every area lies elsewhere."""
    places = Localities(case)
    return tuple(group for group in groups if not places.of((group,)).may_lie_in(*ENGLAND_AND_WALES))


def not_of_both(case: Case, groups: Collection[str]) -> dict[str, str]:
    """Say of groups why they are not asked about crime and drugs as one: by what they are for, or where they are."""
    others = dict.fromkeys(of_other_themes(case, groups), "Neither crime nor drugs is among its themes.")
    return dict.fromkeys(elsewhere(case, groups), ELSEWHERE) | others


class Locality(NamedTuple):
    """Where groups work: the areas they cover, with the ties that say so."""

    areas: tuple[PlaceRow, ...]
    ties: tuple[TieRow, ...]

    @property
    def two_tier(self) -> bool:
        """Whether one of the areas is known to have two tiers of local government."""
        return any(area.authority_type == "two_tier" for area in self.areas)

    @property
    def nations(self) -> frozenset[str]:
        """The nations known."""
        return frozenset(area.nation for area in self.areas if area.nation)

    def may_lie_in(self, *nations: str) -> bool:
        """Tell whether one of the areas lies in one of these nations, or may: one of which it is not known, or none."""
        return not self.areas or any(area.nation in ("", *nations) for area in self.areas)

    def flagged(self, flag: str) -> bool:
        """Tell whether one of the areas has a flag."""
        return any(flag in area.flags for area in self.areas)


class Localities:
    """The places of groups, for those who ask about many."""

    def __init__(self, case: Case) -> None:
        self._areas = {area.fact: area for area in case.in_force(PLACES)}
        self._ties: dict[str, list[TieRow]] = defaultdict(list)
        for tie in case.in_force(AREAS):
            self._ties[tie.start].append(tie)

    def of(self, groups: Iterable[str]) -> Locality:
        """Return the place of groups: the areas that they cover, and no others."""
        ties = tuple(tie for group in sorted(set(groups)) for tie in self._ties.get(group, ()))
        covered = dict.fromkeys(tie.finish for tie in ties)
        return Locality(tuple(self._areas[area] for area in sorted(covered) if area in self._areas), ties)


def place_of(case: Case, groups: Iterable[str]) -> Locality:
    """Return the place of groups: the areas that they cover, and no others."""
    return Localities(case).of(groups)
