"""What changes tell of how one thing came of another, between two days."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from graphmodel.dates import UNKNOWN, Day, earliest, latest
from graphmodel.entities import Event, EventKind
from graphmodel.evidence import EvidenceLevel
from graphmodel.factids import original_ids
from queries.differences.renaming import Renaming
from queries.differences.side import Side

_BEGINNINGS = frozenset({EventKind.CREATED, EventKind.STARTED})
"""What happens to a thing when it begins; it is named as subject or taking part, for there is nothing it comes of."""


_MAKING = frozenset({EventKind.MERGE, EventKind.ABSORB, EventKind.SPLIT, EventKind.RENAME})
"""The changes by which something is made of what was there: not, say, one that is laid over it."""


class Origin(NamedTuple):
    """What a change began with: its later id, whether it goes on, and the fact that says so.

    Where that is not evidenced at the level that counts, it is unknown.
    """

    id: str
    continues: str
    fact: str


class Happened(NamedTuple):
    """A change that has happened, with later ids. `first` and `last` are the days between which it did."""

    event: str
    kind: EventKind
    origins: tuple[Origin, ...]
    results: tuple[str, ...]
    begins: tuple[str, ...]
    first: Day
    last: Day

    @property
    def ended(self) -> tuple[str, ...]:
        """What it began with that does not go on."""
        return tuple(origin.id for origin in self.origins if origin.continues == "no")

    @property
    def made_of(self) -> tuple[str, ...]:
        """What its results were made of: of a merger all but what is known to go on, of another change what ended."""
        if self.kind not in _MAKING:
            return self.ended
        return tuple(origin.id for origin in self.origins if origin.continues != "yes")


def changes(before: Side, after: Side, renaming: Renaming) -> tuple[Happened, ...]:
    """Return the changes that either side tells of at its level of evidence, oldest first; the later side knows better.

    None that only began after the later day is among them.
    """
    later = {event.id: _happened(event, after.level, Renaming({})) for event in after.structure.events}
    found = dict(later)
    for event in before.structure.events:
        found.setdefault(renaming.id(event.id), _happened(event, before.level, renaming))
    told = (one for one in found.values() if one is not None and one.first <= after.day)
    return tuple(sorted(told, key=lambda one: (one.first, one.event)))


def _happened(event: Event, level: EvidenceLevel, renaming: Renaming) -> Happened | None:
    if not level.admits(event.evidence.modality):
        return None
    date = event.date or UNKNOWN
    last = event.not_after if date == UNKNOWN and event.not_after else latest(date)
    begins = (*event.subjects, *event.participants) if event.kind in _BEGINNINGS else ()
    return Happened(
        event=renaming.id(event.id),
        kind=event.kind,
        origins=tuple(_origins(event, level, renaming)),
        results=tuple(map(renaming.id, event.results)),
        begins=tuple(map(renaming.id, begins)),
        first=earliest(date),
        last=Day(last),
    )


def _origins(event: Event, level: EvidenceLevel, renaming: Renaming) -> Iterator[Origin]:
    for fact, original in zip(original_ids(event), event.originals, strict=True):
        told = level.admits(original.evidence.modality)
        yield Origin(renaming.id(original.id), original.continues if told else "unknown", fact)
