"""Where groups work, and whether two of them may meet over the same place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from queries.reads.ties import TieRow
from queries.ways.chains import Chains


class Areas:
    """The areas that groups cover; a group without one works where those above it work."""

    def __init__(self, covers: Iterable[TieRow], chains: Chains) -> None:
        self._chains = chains
        self._own: dict[str, set[str]] = defaultdict(set)
        for tie in covers:
            self._own[tie.start].add(tie.finish)

    def may_meet(self, one: str, other: str) -> bool:
        """Tell whether the areas of two groups overlap: the same, or one within the other; unknown ones may."""
        first, second = self.of(one), self.of(other)
        return not first or not second or bool(first & self._wider(second) or second & self._wider(first))

    def of(self, group: str) -> set[str]:
        """Return the areas a group covers itself; without any, those of what stands above it."""
        own = self._own.get(group)
        return own or {area for above in self._chains.above(group) for area in self._own.get(above, ())}

    def _wider(self, areas: set[str]) -> set[str]:
        return areas | {above for area in areas for above in self._chains.above(area)}
