"""One side of a comparison: a structure as of a day, at a level of evidence."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from graphmodel.content import content_hash
from graphmodel.currency import spans
from graphmodel.dates import ALWAYS, Day, Span
from graphmodel.entities import Entity
from graphmodel.evidence import EvidenceLevel
from graphmodel.structure import Structure
from queries.differences.difference import State
from queries.differences.slices import Slice, at
from queries.engines.memory import MemoryEngine
from queries.facts.known import Known


class Side:
    """A structure as of a day: what it holds then, what it knows, and everything that it tells of at all."""

    def __init__(self, structure: Structure, day: Day, level: EvidenceLevel) -> None:
        self.structure = structure
        self.day = day
        self.level = level
        self.engine = MemoryEngine(structure)
        self.index = self.engine.index(day)
        self.known = Known(self.engine, day, level)

    @cached_property
    def slice(self) -> Slice:
        """What the structure holds as of the day."""
        return at(self.structure, self.day, self.level)

    @cached_property
    def told(self) -> Mapping[str, Entity]:
        """The entities that it holds as of the day, planned and denied ones too, by id."""
        return {entity.id: entity for entity in self.slice.structure.entities()}

    @cached_property
    def groups(self) -> Mapping[str, Entity]:
        """The groups that are there on the day, as far as is known."""
        found = self.slice.structure.groups
        return {group.id: group for group in found if self.level.admits(group.evidence.modality)}

    def bounds(self, entity: str) -> Span:
        """Return from when to when an entity is there, all taken together."""
        return self._spans.get(entity, ALWAYS)

    @cached_property
    def _spans(self) -> Mapping[str, Span]:
        return spans(self.structure)

    @property
    def state(self) -> State:
        """Which structure and day this is."""
        return State(self.structure.id, self.structure.title, self.day, content_hash(self.structure))
