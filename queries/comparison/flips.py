"""Which conclusions of a comparison depend on how weak a fact may be and still count."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from graphmodel.evidence import EvidenceLevel
from queries.comparison.results import Compared, Flip, Metric, Value

MORE, LESS, SAME, NOT_KNOWN = "more", "less", "same", "unknown"


def flips(structures: Sequence[Compared], metrics: Sequence[Metric]) -> tuple[Flip, ...]:
    """Return the pairs of structures that a figure orders in one way at a level of evidence, and otherwise at another.

    Where nothing tells a figure at some level, that level says nothing; the others are still held against each other.
    """
    found = []
    for metric in metrics:
        for one, other in combinations(structures, 2):
            at = {
                level: against(one.values[level][metric.id], other.values[level][metric.id]) for level in EvidenceLevel
            }
            if len(set(at.values()) - {NOT_KNOWN}) > 1:
                found.append(Flip(metric.id, one.id, other.id, at))
    return tuple(found)


def against(one: Value, other: Value) -> str:
    """Say whether the first has more, less or the same, as far as is known; ``unknown`` where one is not known."""
    if one.number is None or other.number is None:
        return NOT_KNOWN
    if one.number == other.number:
        return SAME
    return MORE if one.number > other.number else LESS
