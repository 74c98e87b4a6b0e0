"""The default engine: one structure in memory."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cached_property
from typing import Any

from graphmodel import schema
from graphmodel.content import content_hash
from graphmodel.dates import Day
from graphmodel.entities import Entity
from graphmodel.evidence import Claim, Record
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
        return tuple(sorted(read.memory(self.index(as_of)), key=_fact))

    def facts(self, ids: Collection[FactId]) -> Mapping[FactId, StoredFact]:
        """Return the facts with these ids, ordered by id."""
        return {id_: _stored(id_, *self._facts[id_]) for id_ in sorted(set(ids)) if id_ in self._facts}

    @cached_property
    def _facts(self) -> Mapping[FactId, tuple[str, Record]]:
        """Everything that is a fact, by its id, each with the id of what a claim or complete list is about."""
        found: dict[FactId, tuple[str, Record]] = {}
        for about, item in self.structure.items():
            found[about] = ("", item)
            for order, claim in enumerate(item.claims):
                found[claim_id(about, order)] = (about, claim)
        for order, entry in enumerate(self.structure.completeness):
            found[f"{schema.COMPLETENESS} {order}"] = (entry.about or "", entry)
        return found


def _stored(id_: FactId, about: str, fact: Record) -> StoredFact:
    if isinstance(fact, Relation):
        properties = flat(fact, {fact.START.field, fact.FINISH.field, "type"})
        return StoredFact(id_, fact.TYPE, fact.start, fact.finish, dict(sorted(properties.items())))
    type_ = fact.TYPE if isinstance(fact, Entity) else "claim" if isinstance(fact, Claim) else "completeness"
    return StoredFact(id_, type_, about, "", dict(sorted(flat(fact).items())))


def _fact(row: tuple[Any, ...]) -> str:
    return str(row[0])
