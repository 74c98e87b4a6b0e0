"""Which groups would stand apart without somebody: who else is on both, and which bodies others represent on both."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping

from graphmodel.evidence import Modality
from queries.burden.assumed import Supposed

_GENERAL = Modality.ASSERTED_GENERAL.value


class Apart:
    """The groups of one calculation, as people and bodies tie them together."""

    def __init__(self, supposed: Supposed) -> None:
        self._supposed = supposed
        on: dict[str, set[str]] = defaultdict(set)
        by: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        for sitter, group, bodies in _seats(supposed):
            on[sitter].add(group)
            for body in bodies:
                by[body][group].add(sitter)
        together = _Merged()
        for one, there in (*on.items(), *((body, held.keys()) for body, held in by.items())):
            together.join((one, *there))
        self._root = together.root
        self._on: dict[str, list[tuple[str, Collection[str]]]] = defaultdict(list)
        self._by: dict[str, list[tuple[str, Mapping[str, Collection[str]]]]] = defaultdict(list)
        for sitter, there in on.items():
            self._on[together.root(sitter)].append((sitter, there))
        for body, held in by.items():
            self._by[together.root(body)].append((body, held))

    def parts(self, who: str, groups: Collection[str]) -> tuple[frozenset[str], ...]:
        """Return the parts that some groups fall into without somebody, the largest first: those it surely ties.

        Who sits somewhere by a general claim or an assumption alone may not be there: it ties nothing that way.
        """
        merged, root = _Merged(), self._root(who)
        for sitter, there in self._on[root]:
            if sitter != who:
                merged.join((*there, sitter) if sitter in groups else there)
        for body, held in self._by[root]:
            others = [group for group, sitters in held.items() if any(sitter != who for sitter in sitters)]
            merged.join((*others, body) if body in groups and body != who else others)
        found: dict[str, set[str]] = defaultdict(set)
        for group in groups:
            found[merged.root(group)].add(group)
        surely = frozenset(self._surely(who))
        parts = (frozenset(part) for part in found.values() if part & surely)
        return tuple(sorted(parts, key=lambda part: (-len(part), min(part & surely))))

    def _surely(self, who: str) -> Iterator[str]:
        organisations, standing = self._supposed.organisations, self._supposed.known.standing
        for seat in organisations.seats_held_by[who]:
            facts = (seat.fact, *organisations.sitter(seat.member).facts)
            if seat.fact.startswith("seat ") and all(standing(fact)[0] != _GENERAL for fact in facts):
                yield seat.group


def _seats(supposed: Supposed) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Yield who sits on a group, the group, and for which bodies; agencies in general tie nothing together."""
    entities, organisations = supposed.known.entities, supposed.organisations
    for sitter, seats in organisations.seats_held_by.items():
        for seat in seats:
            if seat.group in supposed.groups and sitter != seat.group and not entities[seat.member].umbrella:
                bodies = (one.organisation for one in organisations.of(seat))
                yield sitter, seat.group, tuple(body for body in bodies if not entities[body].umbrella)


class _Merged:
    """Groups put together step by step: each has one of those that it is with for its root."""

    def __init__(self) -> None:
        self._above: dict[str, str] = {}

    def root(self, one: str) -> str:
        while (above := self._above.get(one, one)) != one:
            self._above[one] = self._above.get(above, above)
            one = above
        return one

    def join(self, some: Iterable[str]) -> None:
        roots = [self.root(one) for one in some]
        for other in roots[1:]:
            self._above[self.root(other)] = self.root(roots[0])
