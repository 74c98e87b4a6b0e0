"""Districts and their councils: each has its own, and what of an area decides who must take part."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator

from graphmodel.evidence import What
from queries.case import Case
from queries.engines.base import FactId
from queries.outcome import Outcome, Severity, lacks
from queries.partnership.coverage import Asked, not_placed
from queries.partnership.partnerships import Locality
from queries.reads import PARTS
from queries.reads.ties import TieRow
from queries.wording import joined

_WHERE = {
    "the nation": "does it lie in England or in Wales",
    "the kind of local government": "has it one council for all, or a county and district councils",
}


class Districts:
    """The smallest areas on record, for those who ask how many councils a wider one has."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self._parts: dict[str, list[TieRow]] = defaultdict(list)
        for tie in case.in_force(PARTS):
            self._parts[tie.finish].append(tie)

    def without_council(self, one: Asked, bodies: Collection[str]) -> tuple[tuple[str, ...], tuple[FactId, ...]] | None:
        """Return the areas that one council each is wanted for and the facts that say so, where there are fewer."""
        areas = self.of(one.areas) if one.each_its_own else {}
        if not bodies or self._number(bodies) >= len(areas):
            return None
        ways = tuple(fact for way in areas.values() for fact in way)
        return tuple(sorted(areas)), tuple(dict.fromkeys((*one.facts, *ways)))

    def _number(self, bodies: Collection[str]) -> int:
        """Count bodies; where several go by one name and their number is not known, there are enough of them."""
        rows = [self._case.entities[body] for body in bodies]
        return sum((row.how_many or sys.maxsize) if row.set else 1 for row in rows)

    def of(self, areas: Iterable[str]) -> dict[str, tuple[FactId, ...]]:
        """Return the smallest areas within these, and those that are so themselves, with the ties on the way."""
        way: dict[str, tuple[FactId, ...]] = dict.fromkeys(areas, ())
        queue = list(way)
        found: dict[str, tuple[FactId, ...]] = {}
        while queue:
            here = queue.pop()
            parts = self._parts.get(here, [])
            if not parts:
                found[here] = way[here]
            for tie in parts:
                if tie.start not in way:
                    way[tie.start] = (*way[here], tie.fact)
                    queue.append(tie.start)
        return found


def asked_of_place(case: Case, partnership: str, place: Locality, asked: set[str]) -> Iterator[Outcome]:
    """Ask for the area, or for what of it decides who must take part: for each area once."""
    if not place.areas:
        yield lacks(partnership, (What.AREA,), aspect="area", reason="no_area", severity=Severity.LOW)
    for area in not_placed(place):
        if area.fact in asked:
            continue
        asked.add(area.fact)
        lacking = [what for what, given in zip(_WHERE, (area.nation, area.authority_type), strict=True) if not given]
        name = case.entities[area.fact].name
        yield lacks(
            (partnership, area.fact),
            (What.AUTHORITY_TYPE,),
            about=area.fact,
            aspect="kind of area",
            reason="no_kind",
            severity=Severity.LOW,
            words={
                "area": (area.fact,),
                "lacking": joined(lacking),
                "asks": f"{name}: {joined(_WHERE[what] for what in lacking)}",
            },
        )
