"""What counts in a picture: the facts an audit counted at its level of evidence, and what is there on the day."""

from __future__ import annotations

from functools import cached_property

from graphmodel.currency import spans
from graphmodel.dates import EARLIEST, LATEST, Current, Day, Span
from graphmodel.evidence import Evidence, EvidenceLevel, Modality
from graphmodel.index import Index
from graphmodel.relations import Relation
from viz.wording import MODALITIES, NOT_THERE, date

NOT_COUNTED = "not counted"
_PLAIN_IN_ITSELF = frozenset({Modality.IN_DEVELOPMENT, Modality.PLANNED})
"""Whoever reads "planned" knows that it is not counted."""


class Counting:
    """Tells what counts. Without an audit (`level` None) nothing is told of as not counted."""

    def __init__(self, index: Index, level: EvidenceLevel | None = None) -> None:
        self.index = index
        self.audited = level is not None
        self.level = level or EvidenceLevel.ASSERTED

    def admits(self, evidence: Evidence) -> bool:
        """Whether what rests on this counts."""
        return self.level.admits(evidence.modality)

    def is_there(self, entity: str) -> bool:
        """Whether an entity counts and is not over, or yet to come, on the day."""
        return self.admits(self.index.entity[entity].evidence) and self.index.current(entity) is not Current.NO

    def relation(self, relation: Relation) -> bool:
        """Whether a relation counts, between two ends that do."""
        return self.admits(relation.evidence) and self.is_there(relation.start) and self.is_there(relation.finish)

    def tag(self, evidence: Evidence, current: Current = Current.YES, *, counts: bool | None = None) -> str:
        """The word on a line or a box: empty where it is stated, known to hold, and counted."""
        words = [] if evidence.modality is Modality.STATED else [MODALITIES[evidence.modality]]
        counted = self.admits(evidence) if counts is None else counts
        if self.audited and not counted and evidence.modality not in _PLAIN_IN_ITSELF | NOT_THERE:
            words.append(NOT_COUNTED)
        if current is Current.UNKNOWN:
            words.append("may not hold on this date")
        return ", ".join(words)

    def gone(self, entity: str) -> str:
        """Since when an entity is over, or that it is yet to come; empty for one that is, or may be, there."""
        if self.index.current(entity) is not Current.NO:
            return ""
        bounds = self._spans[entity]
        if bounds.start_earliest > self.index.as_of:
            return _dated("not yet there", "from", bounds.start_earliest, bounds.start_latest)
        return _dated("ended", "", bounds.end_earliest, bounds.end_latest)

    @cached_property
    def _spans(self) -> dict[str, Span]:
        return spans(self.index.structure)


def _dated(words: str, before: str, first: Day, last: Day) -> str:
    """The words with their date, as exactly as it is known; without one where it is not."""
    if first == EARLIEST or last == LATEST:
        return words
    shared = first if first == last else first[:7] if first[:7] == last[:7] else first[:4]
    if not last.startswith(shared):
        return f"{words} by {date(last)}"
    return " ".join(part for part in (f"{words}:" if before else words, before, date(shared)) if part)
