"""Which crime and disorder partnerships, and which drug action teams, are for which areas."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping

from graphmodel.kinds import Function
from queries.case import Case
from queries.engines.base import FactId
from queries.reads import AREAS, PARTS, PLACES
from queries.reads.places import PlaceRow
from queries.reads.ties import TieRow


class Cover:
    """The areas on record, what they lie in, and the partnerships and teams that cover each."""

    def __init__(self, case: Case) -> None:
        self.areas: Mapping[str, PlaceRow] = {area.fact: area for area in case.in_force(PLACES)}
        self.partnerships: dict[str, list[TieRow]] = defaultdict(list)
        self.teams: dict[str, list[TieRow]] = defaultdict(list)
        self.wholes: dict[str, list[TieRow]] = defaultdict(list)
        for tie in case.in_force(AREAS):
            functions = case.groups[tie.start].functions if tie.start in case.groups else ()
            if Function.CRIME_AND_DISORDER in functions:
                self.partnerships[tie.finish].append(tie)
            elif Function.DRUGS in functions:
                self.teams[tie.finish].append(tie)
        for tie in case.in_force(PARTS):
            if tie.start in self.areas:
                self.wholes[tie.start].append(tie)

    def under(self) -> Mapping[str, Mapping[str, FactId]]:
        """Return the areas of each partnership for several, or their parts, with the tie that says so."""
        inner: dict[str, list[str]] = defaultdict(list)
        for part, ties in self.wholes.items():
            for tie in ties:
                inner[tie.finish].append(part)
        found: dict[str, dict[str, FactId]] = defaultdict(dict)
        for area, ties in self.partnerships.items():
            for tie in ties:
                for part in inner.get(area) or [area]:
                    found[tie.start].setdefault(part, tie.fact)
        return {partnership: areas for partnership, areas in found.items() if len(areas) > 1}

    def facing(self) -> Mapping[str, Mapping[str, tuple[FactId, ...]]]:
        """Return the partnerships in the area of each team that is not one itself, with the facts that say so."""
        found: dict[str, dict[str, tuple[FactId, ...]]] = defaultdict(dict)
        for area, ties in self.partnerships.items():
            teams, way = nearest(area, self.teams, self.wholes)
            for team in teams:
                for tie in ties:
                    found[team.start].setdefault(tie.start, (tie.fact, team.fact, *way))
        return found


def nearest(
    area: str, covers: Mapping[str, list[TieRow]], wholes: Mapping[str, list[TieRow]]
) -> tuple[list[TieRow], tuple[str, ...]]:
    """Return who covers an area itself, else the nearest wider area that anybody covers, and the ties on the way."""
    level: dict[str, tuple[str, ...]] = {area: ()}
    seen = {area}
    while level:
        found = sorted((tie, here) for here in level for tie in covers.get(here, ()))
        if found:
            return [tie for tie, _ in found], level[found[0][1]]
        up = {tie.finish: (*way, tie.fact) for here, way in level.items() for tie in wholes.get(here, ())}
        level = {wider: way for wider, way in up.items() if wider not in seen}
        seen |= set(level)
    return [], ()


def hang_together(areas: Collection[str], rows: Mapping[str, PlaceRow]) -> bool:
    """Tell whether each area can be reached from the others over common borders, whichever side names them."""
    beside: dict[str, set[str]] = defaultdict(set)
    for area in areas:
        for other in rows[area].adjoins:
            beside[area].add(other)
            beside[other].add(area)
    first, *_ = areas
    found, queue = {first}, [first]
    while queue:
        for other in beside[queue.pop()] & set(areas) - found:
            found.add(other)
            queue.append(other)
    return found == set(areas)
