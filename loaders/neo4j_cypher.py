"""The statements of the Neo4j store and the rows they are given, put together from `graphmodel.schema` and no value."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graphmodel import schema
from graphmodel.propertygraph import Node, Properties, Relationship
from graphmodel.stored import VERSION

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

KEYED = (schema.ENTITY, schema.CLAIM, schema.SILENCE, schema.COMPLETENESS)
"""The labels of which every node of a structure has one; each has a constraint, whose index finds its nodes."""

CONSTRAINTS = {
    "answerable_structure": f"FOR (n:{schema.STRUCTURE}) REQUIRE n.id IS UNIQUE",
    **{
        f"answerable_{label.lower()}": f"FOR (n:{label}) REQUIRE (n.{schema.IN_STRUCTURE}, n.{schema.KEY}) IS UNIQUE"
        for label in KEYED
    },
}

_HEAD = f"(head:{schema.STRUCTURE} {{id: $structure}})"
_SAME = f"head.{schema.HASH} = $hash AND head.{schema.SHAPE} = {VERSION}"
_LABELS = {*schema.LABELS.values(), schema.CLAIM, schema.SILENCE, schema.COMPLETENESS}
_ENTITIES = set(schema.LABELS.values())

HEADS = f"MATCH (head:{schema.STRUCTURE}) RETURN properties(head) AS head"
HEAD = f"MATCH {_HEAD} RETURN properties(head) AS head"
SET_HEAD = f"MATCH {_HEAD} SET head = $head"
DROP_HEAD = f"MATCH {_HEAD} DELETE head RETURN true"
IS_SAME = f"MATCH {_HEAD} WHERE {_SAME} RETURN true"
HOLD = f"""
MERGE {_HEAD} SET head.held = true WITH head REMOVE head.held
RETURN head.{schema.HASH} IS NULL AS new, coalesce({_SAME}, false) AS same
"""
"""Writing to the head takes its lock, so that a second push of the structure waits here until the first is done."""


def all_of(label: str) -> str:
    """Return the match of every node of a structure with one of the keyed labels, found through the constraint's index.

    A composite index answers only where something is asked of each of its properties.
    """
    return f"MATCH (n:{label} {{{schema.IN_STRUCTURE}: $structure}}) WHERE n.{schema.KEY} IS NOT NULL"


CLEAR = tuple(f"{all_of(label)} DETACH DELETE n" for label in KEYED)
NODES = tuple(f"{all_of(label)} RETURN labels(n) AS labels, properties(n) AS properties" for label in KEYED)
_TYPES = "|".join((*schema.TYPES.values(), schema.ORIGINAL))
RELATIONSHIPS = (
    f"{all_of(schema.ENTITY)} MATCH (n)-[r:{_TYPES}]->(finish:{schema.ENTITY}) "
    f"RETURN n.{schema.KEY} AS start, finish.{schema.KEY} AS finish, type(r) AS type, properties(r) AS properties"
)

CREATE_NODES = (
    "UNWIND $rows AS row CREATE (n:$(row.labels)) SET n = row.properties "
    f"RETURN n.{schema.KEY} AS key, elementId(n) AS place"
)
CREATE_RELATIONSHIPS = (
    "UNWIND $rows AS row "
    "MATCH (start) WHERE elementId(start) = row.start MATCH (finish) WHERE elementId(finish) = row.finish "
    "CREATE (start)-[r:$(row.type)]->(finish) SET r = row.properties"
)
"""Ends are found by the database's own ids: where a transaction has removed a version, each look into the index goes
through all that was removed, and to replace a national structure takes ten times as long."""


def node_row(structure_id: str, node: Node) -> dict[str, Any]:
    """Return what `CREATE_NODES` needs of a node."""
    labels = [schema.ENTITY, node.label] if node.label in _ENTITIES else [node.label]
    properties = {**node.properties, schema.IN_STRUCTURE: structure_id, schema.KEY: node.key}
    return {"labels": labels, "properties": properties}


def relationship_row(places: Mapping[str, str], tie: Relationship) -> dict[str, Any]:
    """Return what `CREATE_RELATIONSHIPS` needs of a relationship, of which both ends have a place. Raises KeyError."""
    properties = {**tie.properties, schema.KEY: tie.key}
    return {"start": places[tie.start], "finish": places[tie.finish], "type": tie.type, "properties": properties}


def node(labels: Iterable[str], properties: Properties) -> Node:
    """Return a node as it was before it was written, without labels that others gave it. Raises ValueError."""
    own = dict(properties)
    (label,) = (label for label in labels if label in _LABELS)
    own.pop(schema.IN_STRUCTURE)
    return Node(own.pop(schema.KEY), label, own)


def relationship(type_: str, start: str, finish: str, properties: Properties) -> Relationship:
    """Return a relationship as it was before it was written."""
    own = dict(properties)
    return Relationship(own.pop(schema.KEY), type_, start, finish, own)
