"""The default engine: one structure in memory."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cached_property
from operator import itemgetter
from typing import Any

from graphmodel.content import content_hash
from graphmodel.dates import Day
from graphmodel.entities import Entity
from graphmodel.factids import claim_ids, list_ids, original_ids
from graphmodel.index import Index
from graphmodel.propertygraph import flat
from graphmodel.relations import Relation
from graphmodel.structure import Structure
from queries.engines.base import FactId, Head, R, Read, StoredFact


class MemoryEngine:
    """Answers reads from the index of a structure."""

    def __init__(self, structure: Structure) -> None:
        self.structure = structure
        self._indexes: dict[Day, Index] = {}

    def head(self) -> Head:
        """Return what the structure says of itself."""
        known = self.structure
        return Head(known.id, known.title, known.as_of, known.profile, known.source, self._hash)

    @cached_property
    def _hash(self) -> str:
        return content_hash(self.structure)

    def index(self, as_of: Day) -> Index:
        """Return the index as of a day, made once."""
        if as_of not in self._indexes:
            self._indexes[as_of] = Index(self.structure, as_of)
        return self._indexes[as_of]

    def rows(self, read: Read[R], as_of: Day) -> tuple[R, ...]:
        """Return the rows of a read as of a day, ordered by fact."""
        return tuple(sorted(read.memory(self.index(as_of)), key=itemgetter(0)))

    def facts(self, ids: Collection[FactId]) -> Mapping[FactId, StoredFact]:
        """Return the facts with these ids, ordered by id."""
        found: dict[FactId, StoredFact] = {}
        for id_ in sorted(set(ids)):
            if id_ in self._items:
                found[id_] = _item_fact(id_, self._items[id_])
            elif id_ in self._sayings:
                found[id_] = self._sayings[id_]
        return found

    @cached_property
    def _items(self) -> Mapping[FactId, Entity | Relation]:
        return {
            **{entity.id: entity for entity in self.structure.entities()},
            **{relation.key: relation for relation in self.structure.relations()},
        }

    @cached_property
    def _sayings(self) -> Mapping[FactId, StoredFact]:
        """Claims, complete lists and what changes began with, by their fact ids."""
        claims = [
            StoredFact(fact, "claim", about, "", _sorted(flat(claim)))
            for about, item in self._items.items()
            for fact, claim in zip(claim_ids(about, item.claims), item.claims, strict=True)
        ]
        complete = self.structure.completeness
        lists = [
            StoredFact(fact, "completeness", entry.about or "", "", _sorted(flat(entry)))
            for fact, entry in zip(list_ids(complete), complete, strict=True)
        ]
        originals = [
            StoredFact(fact, "original", event.id, original.id, _sorted(flat(original, {"id"})))
            for event in self.structure.events
            for fact, original in zip(original_ids(event), event.originals, strict=True)
        ]
        return {fact.id: fact for fact in (*claims, *lists, *originals)}


def _item_fact(id_: FactId, item: Entity | Relation) -> StoredFact:
    if isinstance(item, Relation):
        properties = flat(item, {item.START.field, item.FINISH.field, "type"})
        return StoredFact(id_, item.TYPE, item.start, item.finish, _sorted(properties))
    return StoredFact(id_, item.TYPE, "", "", _sorted(flat(item)))


def _sorted(properties: Mapping[str, Any]) -> Mapping[str, Any]:
    return dict(sorted(properties.items()))
