"""The engine for a structure that a Neo4j database holds: the server selects and joins, judging is done here."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any, TypeVar

import neo4j

from graphmodel import schema
from graphmodel.dates import Day
from graphmodel.stored import VERSION, NotStoredError, ReplacedError
from queries.engines.base import FactId, Head, R, Read, StoredFact

T = TypeVar("T")
BATCH = 5_000
"""Ids asked for with one statement."""


class Neo4jEngine:
    """Answers reads from the database, of one structure that was pushed there. Errors of the driver are let through.

    Raises NotStoredError as soon as anything is asked of a structure that is not there, and ReplacedError when somebody
    pushed another version after the first question: a report is about one content.
    """

    def __init__(self, driver: neo4j.Driver, structure_id: str, database: str | None = None) -> None:
        self.structure_id = structure_id
        self._driver = driver
        self._database = database

    def head(self) -> Head:
        """Return what the structure says of itself."""
        return self._head

    @cached_property
    def _head(self) -> Head:
        head = self._read(lambda tx: _head(tx, self.structure_id))
        if head is None:
            raise NotStoredError(self.structure_id)
        if head.get(schema.SHAPE) != VERSION:
            raise NotStoredError(self.structure_id, otherwise=True)
        known = {name: head.get(name) for name in ("as_of", "profile", "source")}
        return Head(self.structure_id, head["title"], **known, hash=head[schema.HASH])

    def rows(self, read: Read[R], as_of: Day) -> tuple[R, ...]:
        """Return the rows of a read as of a day, ordered by fact as Python orders text."""
        names: tuple[str, ...] = getattr(read.row, "_fields")  # noqa: B009  a NamedTuple, which no type can ask for
        rows = self._ask(
            lambda tx: [
                read.row(*map(_plain, record.values(*names)))
                for record in tx.run(read.cypher, structure=self.structure_id, as_of=as_of)
            ]
        )
        return tuple(sorted(rows, key=lambda row: str(row[0])))

    def facts(self, ids: Collection[FactId]) -> Mapping[FactId, StoredFact]:
        """Return the facts with these ids, ordered by id; an id that is none is left out."""
        wanted = sorted(set(ids))
        batches = [wanted[first : first + BATCH] for first in range(0, len(wanted), BATCH)]
        found = self._ask(lambda tx: [fact for batch in batches for fact in _facts(tx, self.structure_id, batch)])
        return {fact.id: fact for fact in sorted(found, key=lambda fact: fact.id)}

    def _ask(self, ask: Callable[[neo4j.ManagedTransaction], T]) -> T:
        """Ask, and make sure that what answered is still the version that the head spoke of."""
        expected = self.head().hash

        def asked(tx: neo4j.ManagedTransaction) -> T:
            answer = ask(tx)
            head = _head(tx, self.structure_id)
            if head is None or head[schema.HASH] != expected:
                raise ReplacedError(self.structure_id)
            return answer

        return self._read(asked)

    def _read(self, work: Callable[[neo4j.ManagedTransaction], T]) -> T:
        with self._driver.session(
            database=self._database,
            # Shared with the store, so that on a cluster what was pushed through this driver is there to be read.
            bookmark_manager=self._driver.execute_query_bookmark_manager,
            # A database that holds no fund yet does not know the label, and would say so at every read.
            notifications_min_severity="OFF",
        ) as session:
            return session.execute_read(work)


LABELS = (schema.ENTITY, schema.CLAIM, schema.COMPLETENESS)
"""The labels of the nodes that are facts: silences are none."""
HEAD = f"MATCH (head:{schema.STRUCTURE} {{id: $structure}}) RETURN properties(head) AS head"
TIES = f"""
UNWIND $ties AS tie
MATCH (start:{schema.ENTITY} {{{schema.IN_STRUCTURE}: $structure, {schema.KEY}: tie.start}})
MATCH (finish:{schema.ENTITY} {{{schema.IN_STRUCTURE}: $structure, {schema.KEY}: tie.finish}})
USING INDEX finish:{schema.ENTITY}({schema.IN_STRUCTURE}, {schema.KEY})
MATCH (start)-[r {{{schema.KEY}: tie.id}}]->(finish)
RETURN tie.id AS id, tie.start AS start, tie.finish AS finish, type(r) AS type, properties(r) AS properties
"""
"""Found between its two ends, so that relationships need no index of their own; from one end alone, every seat of a
police force would be looked at for every seat of it that is asked for."""
_ORIGINAL = "original"
_ENTITY_TYPE = {label: type_ for type_, label in schema.LABELS.items()}
_RELATION_TYPE = {type_: name for name, type_ in schema.TYPES.items()} | {schema.ORIGINAL: _ORIGINAL}


def _head(tx: neo4j.ManagedTransaction, structure_id: str) -> dict[str, Any] | None:
    found = tx.run(HEAD, structure=structure_id).single()
    return None if found is None else dict(found["head"])


def _facts(tx: neo4j.ManagedTransaction, structure_id: str, ids: list[FactId]) -> Iterator[StoredFact]:
    for label in LABELS:
        yield from map(_node, tx.run(nodes(label), structure=structure_id, ids=ids))
    yield from map(_tie, tx.run(TIES, structure=structure_id, ties=list(_ties(ids))))


def nodes(label: str) -> str:
    """Return the query for facts that are nodes of a label, by their ids."""
    return (
        f"UNWIND $ids AS id MATCH (n:{label} {{{schema.IN_STRUCTURE}: $structure, {schema.KEY}: id}}) "
        "RETURN id, labels(n) AS labels, properties(n) AS properties"
    )


def _node(record: neo4j.Record) -> StoredFact:
    properties: dict[str, Any] = record["properties"]
    labels = set(record["labels"])
    if schema.CLAIM in labels:
        return StoredFact(record["id"], "claim", properties.pop(schema.ABOUT), "", _own(properties))
    if schema.COMPLETENESS in labels:
        return StoredFact(record["id"], "completeness", properties.get(schema.ABOUT, ""), "", _own(properties))
    (type_,) = (type_ for label, type_ in _ENTITY_TYPE.items() if label in labels)
    return StoredFact(record["id"], type_, "", "", _own(properties))


def _ties(ids: Iterable[FactId]) -> Iterator[dict[str, str]]:
    """Yield those ids that can be natural keys of relations, with the two ends that stand in them."""
    for id_ in ids:
        parts = id_.split(" ")
        if (parts[0] in schema.TYPES or parts[0] == _ORIGINAL) and len(parts) >= _PARTS:
            yield {"id": id_, "start": parts[1], "finish": parts[2]}


_PARTS = 3
"""A natural key begins with the relation's type and the ids of its ends, and ids hold no spaces."""


def _tie(record: neo4j.Record) -> StoredFact:
    return StoredFact(
        record["id"], _RELATION_TYPE[record["type"]], record["start"], record["finish"], _own(record["properties"])
    )


def _own(properties: Mapping[str, Any]) -> dict[str, Any]:
    """Return the properties that were not derived, ordered by name: a database gives them in any order."""
    known = {name: value for name, value in properties.items() if name not in schema.DERIVED}
    return dict(sorted(known.items()))


def _plain(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
