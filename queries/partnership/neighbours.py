"""How a partnership is tied to a neighbour: by being it, having it as a part, a seat, a line, or a link.

A seat on a group within the partnership is a tie too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from typing import Any, NamedTuple

from graphmodel.kinds import GroupKind
from queries.case import Case
from queries.engines.base import FactId, Read
from queries.partnership.coverage import Tables
from queries.reads import (
    AREAS,
    CLAIMS,
    COMPLETE,
    ENTITIES,
    EVENTS,
    GROUPS,
    HOLDERS,
    HOMES,
    LINES,
    LINKS,
    ORIGINALS,
    PARTS,
    PLACES,
    SEATS,
)
from queries.reads.ties import TieRow

READS: tuple[Read[Any], ...] = (
    GROUPS, ENTITIES, SEATS, HOMES, HOLDERS, PARTS, LINES, LINKS, AREAS, PLACES, EVENTS, ORIGINALS, CLAIMS, COMPLETE,
)  # fmt: skip
"""What has to be read to judge by ties to neighbours."""
SELF, PART, SEAT, BELOW, LINE, LINK = "self", "part", "seat", "below", "line", "link"
_ORDER = (PART, SELF, SEAT, BELOW, LINE, LINK)
_OF_LINKS = frozenset({"linked_to", "works_with"})


class Tie(NamedTuple):
    """One tie to a neighbour: how, to whom, and the facts that say so."""

    how: str
    other: str
    facts: tuple[FactId, ...]


class Neighbours:
    """The ties of partnerships to their neighbours, asked for one partnership at a time."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self._tables = Tables(case)
        self._parts: dict[str, list[TieRow]] = defaultdict(list)
        for part in case.in_force(PARTS):
            if part.start in case.present:
                self._parts[part.finish].append(part)
        self._subgroups: dict[str, list[tuple[str, FactId]]] = defaultdict(list)
        for line in case.chains.lines:
            if line.start in case.groups and case.groups[line.start].kind != GroupKind.PARTNERSHIP:
                self._subgroups[line.finish].append((line.start, line.fact))
        self._ends: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
        for link in case.rows(LINKS):
            if link.type in _OF_LINKS:
                self._note(LINK, link.start, link.finish, link.fact)
        for line in case.rows(LINES):
            self._note(LINE, line.start, line.finish, line.fact)

        self._sits: dict[str, list[tuple[str, tuple[FactId, ...]]]] = defaultdict(list)
        for group, counted in case.organisations.on.items():
            for one in counted:
                self._sits[one.organisation].append((group, one.facts))
        self._there: dict[frozenset[str], frozenset[str]] = {}

    def _note(self, how: str, start: str, finish: str, fact: FactId) -> None:
        self._ends[start].append((how, finish, fact))
        self._ends[finish].append((how, start, fact))

    def there_for(self, functions: Collection[str]) -> frozenset[str]:
        """Return the groups and teams that are there for one of these functions and have not ended."""
        wanted = frozenset(functions)
        if wanted not in self._there:
            rows = self._case.rows(GROUPS)
            self._there[wanted] = frozenset(
                row.fact for row in rows if row.current != "no" and wanted & set(row.functions)
            )
        return self._there[wanted]

    def ties(self, partnership: str, others: Collection[str]) -> tuple[Tie, ...]:
        """Return every tie of a partnership to one of these, the firmest and closest first."""
        wanted = frozenset(others)
        found = [*self._itself(partnership, wanted), *self._within(partnership, wanted)]
        return tuple(sorted(found, key=self._firmness))

    def _firmness(self, tie: Tie) -> tuple[bool, int, Tie]:
        return (self._case.weak(tie.facts), _ORDER.index(tie.how), tie)

    def _itself(self, partnership: str, wanted: Collection[str]) -> Iterator[Tie]:
        if partnership in wanted:
            yield Tie(SELF, partnership, (partnership, *self._case.vouching(partnership, "functions")))
        yield from self._seats(partnership, wanted)

    def _within(self, partnership: str, wanted: Collection[str]) -> Iterator[Tie]:
        """Yield what its parts show, however deep, and the links and lines of itself and of its parts.

        Of a group that answers to it, or to its parts, only the seats are looked at.
        """
        way: dict[str, tuple[FactId, ...]] = {partnership: ()}
        queue = [partnership]
        while queue:
            here = queue.pop()
            for how, other, fact in self._ends.get(here, ()):
                if other in wanted and other not in way:
                    yield Tie(how, other, (fact,))
            for part in self._parts.get(here, ()):
                if part.start not in way:
                    way[part.start] = (*way[here], part.fact)
                    queue.append(part.start)
                    if part.start in wanted:
                        yield Tie(PART, part.start, way[part.start])
        yield from self._below(way, wanted)

    def _below(self, parts: Mapping[str, tuple[FactId, ...]], wanted: Collection[str]) -> Iterator[Tie]:
        """Yield the seats of neighbours on the groups within a partnership: its parts, and what answers to them."""
        way = dict(parts)
        queue = list(parts)
        while queue:
            here = queue.pop()
            for counted in self._case.organisations.on.get(here, ()) if way[here] else ():
                if counted.organisation in wanted:
                    yield Tie(BELOW, counted.organisation, (*counted.facts, *way[here]))
            for group, fact in self._subgroups.get(here, ()):
                if group not in way:
                    way[group] = (*way[here], fact)
                    queue.append(group)

    def _seats(self, partnership: str, wanted: Collection[str]) -> Iterator[Tie]:
        """Yield the seats of neighbours at the table of a partnership, and those it has with them."""
        organisations = self._case.organisations
        for group, facts in self._tables.of(partnership):
            for counted in organisations.on.get(group, ()):
                if counted.organisation in wanted:
                    yield Tie(SEAT, counted.organisation, (*counted.facts, *facts))
        for other, facts in self._sits.get(partnership, ()):
            if other in wanted:
                yield Tie(SEAT, other, facts)
        for chair in organisations.seats_on.get(partnership, ()):
            if chair.role == "chair":
                for seat in organisations.seats_of.get(chair.member, ()):
                    if seat.group in wanted:
                        yield Tie(SEAT, seat.group, (seat.fact,))
