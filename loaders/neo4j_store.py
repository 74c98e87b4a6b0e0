"""The Neo4j store: many structures side by side in one database, each under its own id.

A structure is a head node, its entities, claims, silences and complete lists as nodes that carry ``structure`` and
``key``, and its relations as relationships between entities (`graphmodel.propertygraph` says what each holds). Values
go in as parameters only. Errors of the driver are let through: whoever opened the connection puts them into words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import starmap
from typing import Any, TypeVar

import neo4j

from graphmodel import schema
from graphmodel.content import content_hash
from graphmodel.propertygraph import PropertyGraph, from_property_graph, to_property_graph
from graphmodel.stored import VERSION, NotStoredError
from graphmodel.structure import SCHEMA, Structure
from loaders import neo4j_cypher as cypher

T = TypeVar("T")
BATCH = 5_000
"""Rows sent with one statement: large enough that the way there and back does not count, small enough to hold twice."""


@dataclass(frozen=True, slots=True)
class Stored:
    """A structure that the database holds, as its head has it."""

    id: str
    title: str
    as_of: str | None
    profile: str | None
    hash: str


class CannotBeStoredError(ValueError):
    """A structure with a value that the database cannot take."""


class NotWholeError(RuntimeError):
    """What was read back is not what was pushed."""

    def __init__(self, structure_id: str) -> None:
        super().__init__(
            f"What the database holds as `{structure_id}` is not what was pushed: it was changed by other means, or "
            "replaced while it was read. Pull it again, and if that does not help push it again."
        )


def push(driver: neo4j.Driver, structure: Structure, database: str | None = None) -> bool:
    """Store a structure under its id, in place of what stood there; return whether anything had to be written.

    One transaction holds it all: a push that is broken off leaves the old version whole, and of two at once the second
    waits for the first. The server keeps that transaction in memory, which is what limits the size of a structure.
    Raises CannotBeStoredError.
    """
    return next(push_each(driver, [structure], database))


def push_each(driver: neo4j.Driver, structures: Iterable[Structure], database: str | None = None) -> Iterator[bool]:
    """Store structures one after the other, each as `push` does, and yield of each whether it was written."""
    prepared = False
    with _session(driver, database) as session:
        for structure in structures:
            digest = content_hash(structure)
            if session.execute_read(_is_same, structure.id, digest):
                yield False
                continue
            content = to_property_graph(structure)
            _check(structure.id, content)
            if not prepared:
                _prepare(session)
                prepared = True
            yield session.execute_write(_replace, structure.id, content, digest)


def pull(driver: neo4j.Driver, structure_id: str, database: str | None = None) -> Structure:
    """Return a stored structure, equal to the one that was pushed. Raises NotStoredError and NotWholeError."""
    with _session(driver, database) as session:
        head, nodes, ties = session.execute_read(_read, structure_id)
    digest = head.pop(schema.HASH, None)
    head.pop(schema.SHAPE, None)
    try:
        content = PropertyGraph(head, tuple(starmap(cypher.node, nodes)), tuple(starmap(cypher.relationship, ties)))
        structure = from_property_graph(content)
    except (ValueError, LookupError, TypeError) as error:
        raise NotWholeError(structure_id) from error
    if content_hash(structure) != digest:
        raise NotWholeError(structure_id)
    return structure


def stored(driver: neo4j.Driver, database: str | None = None) -> tuple[Stored, ...]:
    """Return what the database holds, ordered by id."""
    with _session(driver, database) as session:
        heads = session.execute_read(lambda tx: [record["head"] for record in tx.run(cypher.HEADS)])
    found = [
        Stored(head["id"], head["title"], head.get("as_of"), head.get("profile"), head[schema.HASH]) for head in heads
    ]
    return tuple(sorted(found, key=lambda head: head.id))


def drop(driver: neo4j.Driver, structure_id: str, database: str | None = None) -> None:
    """Remove a structure, whole. Raises NotStoredError."""
    with _session(driver, database) as session:
        session.execute_write(_drop, structure_id)


def _session(driver: neo4j.Driver, database: str | None) -> neo4j.Session:
    return driver.session(
        database=database,
        # Shared by all sessions of the driver, so that on a cluster whoever pushed can read what was pushed.
        bookmark_manager=driver.execute_query_bookmark_manager,
        # A new database does not know our labels yet, and would say so at every statement.
        notifications_min_severity="OFF",
    )


def _prepare(session: neo4j.Session) -> None:
    """Make the constraints that are not there; looking first, because making one takes a lock even where it is."""
    there = session.execute_read(lambda tx: {record["name"] for record in tx.run("SHOW CONSTRAINTS YIELD name")})
    for name, constraint in cypher.CONSTRAINTS.items():
        if name not in there:
            session.run(f"CREATE CONSTRAINT {name} IF NOT EXISTS {constraint}").consume()


def _is_same(tx: neo4j.ManagedTransaction, structure_id: str, digest: str) -> bool:
    return tx.run(cypher.IS_SAME, structure=structure_id, hash=digest).single() is not None


def _replace(tx: neo4j.ManagedTransaction, structure_id: str, content: PropertyGraph, digest: str) -> bool:
    held = tx.run(cypher.HOLD, structure=structure_id, hash=digest).single(strict=True)
    if held["same"]:
        return False
    if not held["new"]:
        _clear(tx, structure_id)
    places: dict[str, str] = {}
    for nodes in _batches(content.nodes):
        rows = [cypher.node_row(structure_id, node) for node in nodes]
        places.update((record["key"], record["place"]) for record in tx.run(cypher.CREATE_NODES, rows=rows))
    for ties in _batches(content.relationships):
        rows = [cypher.relationship_row(places, tie) for tie in ties]
        tx.run(cypher.CREATE_RELATIONSHIPS, rows=rows).consume()
    head = {**content.head, "schema": SCHEMA, schema.HASH: digest, schema.SHAPE: VERSION}
    tx.run(cypher.SET_HEAD, structure=structure_id, head=head).consume()
    return True


def _batches(whole: Sequence[T]) -> Iterator[Sequence[T]]:
    for first in range(0, len(whole), BATCH):
        yield whole[first : first + BATCH]


def _clear(tx: neo4j.ManagedTransaction, structure_id: str) -> None:
    for statement in cypher.CLEAR:
        tx.run(statement, structure=structure_id).consume()


def _read(tx: neo4j.ManagedTransaction, structure_id: str) -> tuple[dict[str, Any], list[Any], list[Any]]:
    """Return the head, and what `cypher.node` needs of each node and `cypher.relationship` of each tie."""
    found = tx.run(cypher.HEAD, structure=structure_id).single()
    if found is None:
        raise NotStoredError(structure_id)
    nodes = [
        record.values("labels", "properties")
        for statement in cypher.NODES
        for record in tx.run(statement, structure=structure_id)
    ]
    records = tx.run(cypher.RELATIONSHIPS, structure=structure_id)
    return found["head"], nodes, [record.values("type", "start", "finish", "properties") for record in records]


def _drop(tx: neo4j.ManagedTransaction, structure_id: str) -> None:
    _clear(tx, structure_id)
    if tx.run(cypher.DROP_HEAD, structure=structure_id).single() is None:
        raise NotStoredError(structure_id)


_LARGEST = 2**63 - 1
_LONGEST = 8_000
"""Bytes: what an index of Neo4j takes as a key, structure's id and item's key together, with a little to spare."""


def _check(structure_id: str, content: PropertyGraph) -> None:
    """Refuse what the database would refuse, while the place can still be named."""
    named = [(node.key, node.properties) for node in content.nodes]
    named += [(tie.key, tie.properties) for tie in content.relationships]
    for key, properties in named:
        if len(f"{structure_id}{key}".encode()) > _LONGEST:
            raise CannotBeStoredError(
                f"`{key[:60]}…` has a subject or property too long for a database: at most 7,500 bytes."
            )
        for name, value in properties.items():
            if isinstance(value, int) and not -_LARGEST <= value <= _LARGEST:
                raise CannotBeStoredError(f"`{name}` of `{key}` is {value}: a database takes whole numbers up to 2⁶³.")
