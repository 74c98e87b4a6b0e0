"""A structure as of a day, in plain dictionaries: what is there, what stands at either end of what.

Plain dictionaries because every audit walks them many times; a networkx view of a national structure takes a hundred
times as long.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property

from graphmodel.currency import end_modalities, left_open, spans
from graphmodel.dates import Current, Day
from graphmodel.entities import Entity
from graphmodel.relations import Relation
from graphmodel.structure import Structure

NOTHING: tuple[Relation, ...] = ()


class Index:
    """The entities and relations of a structure that have not ended, or not yet begun, by a day."""

    def __init__(self, structure: Structure, as_of: Day) -> None:
        self.structure = structure
        self.as_of = as_of
        self._spans = spans(structure)
        self._open = left_open(structure)

    def current(self, fact: str) -> Current:
        """Tell whether an entity or relation, by fact id, holds on the day."""
        bounds = self._spans.get(fact)
        return Current.YES if bounds is None else bounds.current(self.as_of)

    def to_come(self, fact: str) -> bool:
        """Tell whether an entity or relation begins only after the day."""
        bounds = self._spans.get(fact)
        return bounds is not None and bounds.start_earliest > self.as_of

    def left_open(self, entity: str) -> bool:
        """Tell whether a change leaves it open that this entity still exists on the day."""
        since = self._open.get(entity)
        return since is not None and since <= self.as_of

    def end_modality(self, entity: str) -> str:
        """Return how firmly it stands that an entity has ended; empty where it has no end."""
        return self._end_modalities.get(entity, "")

    @cached_property
    def _end_modalities(self) -> Mapping[str, str]:
        return end_modalities(self.structure)

    @cached_property
    def entity(self) -> Mapping[str, Entity]:
        """Every entity by id, ended ones too: relations may still point at them."""
        return {entity.id: entity for entity in self.structure.entities()}

    @cached_property
    def relations(self) -> Mapping[str, tuple[Relation, ...]]:
        """Relations by type, in the order of the file, without those that are over or have not begun."""
        found: dict[str, list[Relation]] = defaultdict(list)
        bounded = self._spans
        for relation in self.structure.relations():
            if not bounded or self.current(relation.key) is not Current.NO:
                found[relation.TYPE].append(relation)
        return {type_: tuple(relations) for type_, relations in found.items()}

    def of_type(self, type_: str) -> tuple[Relation, ...]:
        """Return the relations of one type."""
        return self.relations.get(type_, NOTHING)

    def leaving(self, type_: str, entity: str) -> tuple[Relation, ...]:
        """Return the relations of one type whose first end is this entity: the lines a group answers by."""
        return self._ends[0].get((type_, entity), NOTHING)

    def arriving(self, type_: str, entity: str) -> tuple[Relation, ...]:
        """Return the relations of one type whose second end is this entity: the seats on a group."""
        return self._ends[1].get((type_, entity), NOTHING)

    @cached_property
    def _ends(self) -> tuple[dict[tuple[str, str], tuple[Relation, ...]], ...]:
        starts: dict[tuple[str, str], list[Relation]] = defaultdict(list)
        finishes: dict[tuple[str, str], list[Relation]] = defaultdict(list)
        for type_, relations in self.relations.items():
            for relation in relations:
                starts[type_, relation.start].append(relation)
                finishes[type_, relation.finish].append(relation)
        return tuple({end: tuple(found) for end, found in side.items()} for side in (starts, finishes))
