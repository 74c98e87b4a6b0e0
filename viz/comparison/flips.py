"""Which conclusions of a comparison turn with the level of evidence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from graphmodel.evidence import EvidenceLevel
from queries.comparison.results import Comparison, Flip
from viz.comparison.words import LEVELS
from viz.paper import Block, Heading, Paragraph, Table

_AGAINST: Mapping[str, str] = {
    "more": "higher in the first",
    "less": "higher in the second",
    "same": "the same",
    "unknown": "not evidenced of both",
}


def flip_blocks(comparison: Comparison, titles: Mapping[str, str]) -> Iterator[Block]:
    """Tell which figures put which structures in another order at another level."""
    yield Heading(1, "Which conclusions turn with the level of evidence")
    if not comparison.flips:
        yield Paragraph("None: each figure puts the structures in the same order at every level, as far as known.")
        return
    yield Paragraph("Nobody should build on these without saying at which level they were read.")
    names = {metric.id: metric.name for metric in comparison.metrics}
    header = ("Figure", "First", "Second", *(LEVELS[level].capitalize() for level in EvidenceLevel))
    yield Table(header, tuple(_row(flip, names, titles) for flip in comparison.flips))


def _row(flip: Flip, names: Mapping[str, str], titles: Mapping[str, str]) -> tuple[str, ...]:
    at = (_AGAINST[flip.at.get(level, "unknown")] for level in EvidenceLevel)
    return names.get(flip.metric, flip.metric), titles[flip.one], titles[flip.other], *at
