"""One structure at one level of evidence, as a comparison looks at it: its own groups and how they are tied."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from functools import cached_property

from graphmodel.evidence import What
from queries.burden.places import HeldPlace
from queries.engines.base import FactId
from queries.facts.known import Known
from queries.reads import PARTS
from queries.reads.groups import GroupRow
from queries.reads.lines import LineRow
from queries.reads.seats import SeatRow

Tie = tuple[str, str]


class Seen:
    """What is known of a structure, without the neighbours that stand beside it. A set of groups is one of them."""

    def __init__(self, known: Known) -> None:
        self.known = known

    @cached_property
    def groups(self) -> Mapping[str, GroupRow]:
        """The governance groups of the structure itself, by id."""
        beside = self.known.neighbours
        return {group: row for group, row in self.known.groups.items() if group not in beside}

    def how_many(self, group: str) -> int | None:
        """Return how many groups an entry stands for; None for a set of which that is not known."""
        row = self.known.entities[group]
        if not row.set:
            return 1
        if row.how_many is not None:
            return row.how_many
        said = self.known.said.given(group, "count")
        return said.value if said is not None and type(said.value) is int else None

    def closed(self, *lists: What) -> bool:
        """Tell whether such lists of every group are declared complete, so that nothing more is to be expected."""
        said = self.known.said
        return bool(self.groups) and all(said.complete(group, what) for group in self.groups for what in lists)

    @cached_property
    def all_groups(self) -> bool:
        """Tell whether the file declares its list of groups complete, and no change leaves one of them in doubt."""
        return self.known.said.complete("", What.GROUPS) is not None and not self.known.left_open

    @cached_property
    def places(self) -> tuple[HeldPlace, ...]:
        """Who sits on which of the groups, each once."""
        return tuple(place for place in self.known.places if place.group in self.groups)

    @cached_property
    def seats(self) -> tuple[SeatRow, ...]:
        """The seats on the groups, in order of their facts, but for those of a name for many who are not told apart."""
        rows = (seat for seat in self.known.organisations.seats if seat.group in self.groups)
        return tuple(sorted(seat for seat in rows if not self.known.entities[seat.member].umbrella))

    @cached_property
    def lines(self) -> tuple[LineRow, ...]:
        """The lines by which the groups answer to what is there on the day."""
        return tuple(sorted(line for group in self.groups for line in self.known.chains.lines_of(group)))

    @cached_property
    def forums(self) -> Mapping[str, tuple[str, ...]]:
        """By group: to whom it answers, each once."""
        found: dict[str, set[str]] = defaultdict(set)
        for line in self.lines:
            if line.finish != line.start:
                found[line.start].add(line.finish)
        return {group: tuple(sorted(forums)) for group, forums in sorted(found.items())}

    @cached_property
    def wholes(self) -> Mapping[str, Mapping[str, FactId]]:
        """By group: the groups that it is a part of, with the fact that says so."""
        found: dict[str, dict[str, FactId]] = defaultdict(dict)
        for part in self.known.in_force(PARTS):
            if part.start in self.groups and part.finish in self.groups and part.start != part.finish:
                found[part.start][part.finish] = part.fact
        return found

    def outermost(self, group: str) -> tuple[str, tuple[FactId, ...]]:
        """Return the whole that a group is in the end a part of, itself where it is of none or of several."""
        here, facts, seen = group, [], {group}
        while len(wholes := self.wholes.get(here, {})) == 1:
            ((here, fact),) = wholes.items()
            if here in seen:
                return group, ()
            seen.add(here)
            facts.append(fact)
        return here, tuple(facts)

    @cached_property
    def represented(self) -> Mapping[Tie, tuple[FactId, ...]]:
        """By two groups: the facts by which the first is represented on the second.

        It is where it sits itself, where somebody sits on its behalf, where a post that is in it does, and where
        whoever chairs it does.
        """
        found: dict[Tie, dict[FactId, None]] = defaultdict(dict)
        for seat in self.seats:
            for group, facts in self._whom(seat):
                if group != seat.group:
                    found[group, seat.group].update(dict.fromkeys(facts))
        return {tie: tuple(facts) for tie, facts in sorted(found.items())}

    def _whom(self, seat: SeatRow) -> Collection[tuple[str, tuple[FactId, ...]]]:
        """Return the groups that a seat speaks for, with the facts that say so."""
        counted = self.known.organisations.of(seat)
        whom = [(one.organisation, one.facts) for one in counted if one.organisation in self.groups]
        sitter = self.known.organisations.sitter(seat.member)
        for chaired, facts in self._chaired.get(sitter.id, ()):
            whom.append((chaired, (*facts, seat.fact, *sitter.facts)))
        return whom

    @cached_property
    def _chaired(self) -> Mapping[str, list[tuple[str, tuple[FactId, ...]]]]:
        """By who sits: the groups that they chair, with the facts that say so."""
        found: dict[str, list[tuple[str, tuple[FactId, ...]]]] = defaultdict(list)
        for seat in self.seats:
            if seat.role == "chair":
                sitter = self.known.organisations.sitter(seat.member)
                found[sitter.id].append((seat.group, (seat.fact, *sitter.facts)))
        return found

    @cached_property
    def families(self) -> Mapping[Tie, tuple[FactId, ...]]:
        """As `represented`, each group taken for the whole that it is in the end a part of."""
        found: dict[Tie, dict[FactId, None]] = defaultdict(dict)
        for (one, other), facts in self.represented.items():
            (whole, through), (across, into) = self.outermost(one), self.outermost(other)
            if whole != across:
                found[whole, across].update(dict.fromkeys((*facts, *through, *into)))
        return {tie: tuple(facts) for tie, facts in sorted(found.items())}

    @cached_property
    def tied(self) -> frozenset[frozenset[str]]:
        """Pairs of groups with a line between them, or of which one is represented on the other."""
        lines = ((line.start, line.finish) for line in self.lines if line.finish in self.groups)
        return frozenset(frozenset(tie) for tie in (*lines, *self.represented) if tie[0] != tie[1])
