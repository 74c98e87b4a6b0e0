"""The default engine: one structure in memory."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cached_property
from operator import itemgetter
from typing import Any

from graphmodel import schema
from graphmodel.content import content_hash
from graphmodel.dates import Day
from graphmodel.entities import Entity
from graphmodel.evidence import Record
from graphmodel.index import Index
from graphmodel.propertygraph import claim_id, flat
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
                type_, about, said = self._sayings[id_]
                found[id_] = StoredFact(id_, type_, about, "", _sorted(flat(said)))
        return found

    @cached_property
    def _items(self) -> Mapping[FactId, Entity | Relation]:
        return {
            **{entity.id: entity for entity in self.structure.entities()},
            **{relation.key: relation for relation in self.structure.relations()},
        }

    @cached_property
    def _sayings(self) -> Mapping[FactId, tuple[str, str, Record]]:
        """Claims and complete lists, by their fact ids, each with its type and the id of what it is about."""
        claims = {
            claim_id(about, order): ("claim", about, claim)
            for about, item in self._items.items()
            for order, claim in enumerate(item.claims)
        }
        lists = {
            f"{schema.COMPLETENESS} {order}": ("completeness", entry.about or "", entry)
            for order, entry in enumerate(self.structure.completeness)
        }
        return {**claims, **lists}


def _item_fact(id_: FactId, item: Entity | Relation) -> StoredFact:
    if isinstance(item, Relation):
        properties = flat(item, {item.START.field, item.FINISH.field, "type"})
        return StoredFact(id_, item.TYPE, item.start, item.finish, _sorted(properties))
    return StoredFact(id_, item.TYPE, "", "", _sorted(flat(item)))


def _sorted(properties: Mapping[str, Any]) -> Mapping[str, Any]:
    return dict(sorted(properties.items()))
