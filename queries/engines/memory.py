"""The default engine: one structure in memory."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from functools import cached_property
from typing import Any

from graphmodel import schema
from graphmodel.content import content_hash
from graphmodel.dates import Day
from graphmodel.index import Index
from graphmodel.propertygraph import claim_id, flat
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
        return tuple(sorted(read.memory(self.index(as_of)), key=_fact))

    def facts(self, ids: Collection[FactId]) -> Mapping[FactId, StoredFact]:
        """Return the facts with these ids, ordered by id."""
        found = sorted(self._stored(set(ids)), key=lambda fact: fact.id)
        return {fact.id: replace(fact, properties=dict(sorted(fact.properties.items()))) for fact in found}

    def _stored(self, wanted: set[FactId]) -> list[StoredFact]:
        found: list[StoredFact] = []
        about = {fact.rpartition(" #")[0] for fact in wanted}
        for entity in self.structure.entities():
            if entity.id in wanted:
                found.append(StoredFact(entity.id, entity.TYPE, "", "", flat(entity)))
            if entity.id in about:
                found.extend(_claims(entity.id, entity.claims, wanted))
        for relation in self.structure.relations():
            key = relation.key
            if key in wanted:
                leave_out = {relation.START.field, relation.FINISH.field, "type"}
                found.append(StoredFact(key, relation.TYPE, relation.start, relation.finish, flat(relation, leave_out)))
            if key in about:
                found.extend(_claims(key, relation.claims, wanted))
        for order, entry in enumerate(self.structure.completeness):
            key = f"{schema.COMPLETENESS} {order}"
            if key in wanted:
                found.append(StoredFact(key, "completeness", entry.about or "", "", flat(entry)))
        return found


def _claims(about: str, claims: Collection[Any], wanted: set[FactId]) -> list[StoredFact]:
    return [
        StoredFact(claim_id(about, order), "claim", about, "", flat(claim))
        for order, claim in enumerate(claims)
        if claim_id(about, order) in wanted
    ]


def _fact(row: tuple[Any, ...]) -> str:
    return str(row[0])
