"""A structure as nodes and relationships with flat properties, and back without loss.

The one mapping behind the networkx graph, GraphML and the Neo4j store. Claims, silences and complete lists become
nodes of their own that name what they are about, because a relationship cannot carry a node.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from graphmodel import schema
from graphmodel.currency import end_modalities, left_open, spans
from graphmodel.dates import ALWAYS, UNKNOWN, Span, span
from graphmodel.entities import Body, Group, Item
from graphmodel.evidence import Claim, Completeness, Record, Scalar
from graphmodel.factids import claim_ids, list_ids, original_ids
from graphmodel.relations import RELATIONS, CarriesPortfolio, Relation
from graphmodel.structure import ENTITY_TABLES, RELATION_TABLES, Structure

Properties = dict[str, Any]
"""Values are text, numbers, booleans or lists of text."""


@dataclass(frozen=True, slots=True)
class Node:
    """A node: its key within the structure, its label and flat properties."""

    key: str
    label: str
    properties: Properties


@dataclass(frozen=True, slots=True)
class Relationship:
    """A relationship between two nodes, by their keys."""

    key: str
    type: str
    start: str
    finish: str
    properties: Properties


@dataclass(frozen=True)
class PropertyGraph:
    """A whole structure: the properties of its head, nodes and relationships."""

    head: Properties
    nodes: tuple[Node, ...] = field(default=())
    relationships: tuple[Relationship, ...] = field(default=())


def to_property_graph(structure: Structure) -> PropertyGraph:
    """Flatten a structure. Derived properties (see `schema.DERIVED`) are added for those who query."""
    flattener = _Flattener(structure)
    head = structure.model_dump(mode="json", by_alias=True, exclude_defaults=True, include=_HEAD)
    return PropertyGraph(head, tuple(flattener.nodes()), tuple(flattener.relationships()))


def from_property_graph(graph: PropertyGraph) -> Structure:
    """Rebuild the structure that a property graph was made from; pydantic's ValidationError if it holds none."""
    return Structure.model_validate(_Builder(graph).document())


_HEAD = {"id", "title", "as_of", "profile", "source", "note"}
_LISTS = {"claims", "originals"}


def flat(record: Record, leave_out: Iterable[str] = ()) -> Properties:
    """Return a record's own properties, its evidence flattened under a prefix; lists of records are left out."""
    content = record.model_dump(mode="json", by_alias=True, exclude_defaults=True, exclude={*_LISTS, *leave_out})
    evidence = content.pop("evidence", {})
    return content | {schema.EVIDENCE + name: value for name, value in evidence.items()}


def unflat(properties: Mapping[str, Any]) -> dict[str, Any]:
    """Undo `flat`, leaving out what was derived."""
    content: dict[str, Any] = {}
    evidence: dict[str, Any] = {}
    for name, value in properties.items():
        if name in schema.DERIVED:
            continue
        if name.startswith(schema.EVIDENCE):
            evidence[name.removeprefix(schema.EVIDENCE)] = value
        else:
            content[name] = value
    return content | ({"evidence": evidence} if evidence else {})


class _Flattener:
    def __init__(self, structure: Structure) -> None:
        self.structure = structure
        self.spans = spans(structure)
        self.open = left_open(structure)
        self.ends = end_modalities(structure)

    def nodes(self) -> Iterator[Node]:
        for table in ENTITY_TABLES:
            for order, entity in enumerate(getattr(self.structure, table)):
                derived = {schema.ORDER: order, **self._bounds(entity.id)}
                if entity.id in self.open:
                    derived[schema.OPEN_SINCE] = self.open[entity.id]
                if entity.id in self.ends:
                    derived[schema.END_MODALITY] = self.ends[entity.id].value
                if isinstance(entity, Body):
                    derived[schema.TERMINUS] = entity.is_terminus
                elif isinstance(entity, Group):
                    derived[schema.TERMINUS] = entity.terminus
                yield Node(entity.id, schema.LABELS[entity.TYPE], flat(entity) | derived)
        yield from self._claims()
        for order, silence in enumerate(self.structure.silences):
            yield Node(f"{schema.SILENCE} {order}", schema.SILENCE, flat(silence) | {schema.ORDER: order})
        lists = self.structure.completeness
        for order, (key, entry) in enumerate(zip(list_ids(lists), lists, strict=True)):
            yield Node(key, schema.COMPLETENESS, flat(entry) | {schema.ORDER: order} | _bounds_of(entry))

    def _claims(self) -> Iterator[Node]:
        for key, item in self.structure.items():
            for order, (fact, claim) in enumerate(zip(claim_ids(key, item.claims), item.claims, strict=True)):
                properties = flat(claim) | {schema.ABOUT: key, schema.ORDER: order} | _bounds_of(claim)
                own = own_value(item, claim.property)
                if own is not None:
                    properties[schema.OWN] = own
                yield Node(fact, schema.CLAIM, properties)

    def relationships(self) -> Iterator[Relationship]:
        for table in RELATION_TABLES:
            for order, relation in enumerate(getattr(self.structure, table)):
                properties = flat(relation, _ends(relation)) | {schema.ORDER: order} | self._bounds(relation.key)
                type_ = schema.TYPES[relation.TYPE]
                yield Relationship(relation.key, type_, relation.start, relation.finish, properties)
        for event in self.structure.events:
            for order, (fact, original) in enumerate(zip(original_ids(event), event.originals, strict=True)):
                properties = flat(original, {"id"}) | {schema.ORDER: order}
                yield Relationship(fact, schema.ORIGINAL, event.id, original.id, properties)

    def _bounds(self, key: str) -> Properties:
        return _named(self.spans[key]) if key in self.spans else {}


def own_value(item: Item, name: str) -> Scalar | list[str] | None:
    """Return the value that an item itself gives one of its properties; None where it gives none or it is unknown."""
    if name not in type(item).model_fields or name in _NOT_VALUES:
        return None
    value: Scalar | tuple[str, ...] | None = getattr(item, name)
    if isinstance(value, tuple):
        return list(value) or None
    if value is False and type(item).model_fields[name].default is False:
        return None  # a switch that is off until somebody turns it on says nothing
    return None if value == UNKNOWN else value.value if isinstance(value, StrEnum) else value


_NOT_VALUES = {"evidence", "claims", "originals"}


def _bounds_of(entry: Claim | Completeness) -> Properties:
    bounds = span(entry.valid_from, entry.valid_to)
    return {} if bounds == ALWAYS else _named(bounds)


def _named(bounds: Span) -> Properties:
    values = (bounds.start_earliest, bounds.start_latest, bounds.end_earliest, bounds.end_latest)
    return dict(zip(schema.SPAN, values, strict=True))


def _ends(relation: Relation) -> set[str]:
    return {relation.START.field, relation.FINISH.field, "type"}


class _Builder:
    """Puts a property graph back together as the plain values of a structure document."""

    def __init__(self, graph: PropertyGraph) -> None:
        self.graph = graph
        self.claims: dict[str, list[tuple[int, dict[str, Any]]]] = defaultdict(list)
        self.originals: dict[str, list[tuple[int, dict[str, Any]]]] = defaultdict(list)
        for node in graph.nodes:
            if node.label == schema.CLAIM:
                content = unflat(node.properties)
                self.claims[content.pop(schema.ABOUT)].append((node.properties[schema.ORDER], content))
        for relationship in graph.relationships:
            if relationship.type == schema.ORIGINAL:
                content = {"id": relationship.finish, **unflat(relationship.properties)}
                self.originals[relationship.start].append((relationship.properties[schema.ORDER], content))

    def document(self) -> dict[str, Any]:
        tables: dict[str, list[tuple[int, dict[str, Any]]]] = defaultdict(list)
        for node in self.graph.nodes:
            if node.label in _TABLE_OF_LABEL:
                tables[_TABLE_OF_LABEL[node.label]].append((node.properties[schema.ORDER], self._entity(node)))
        for relationship in self.graph.relationships:
            if relationship.type in _RELATION_OF_TYPE:
                content = self._relation(relationship)
                tables[_table(content)].append((relationship.properties[schema.ORDER], content))
        return {**self.graph.head, **{table: _in_order(rows) for table, rows in tables.items()}}

    def _entity(self, node: Node) -> dict[str, Any]:
        content = unflat(node.properties)
        if node.key in self.originals:
            content["originals"] = _in_order(self.originals[node.key])
        return self._with_claims(node.key, content)

    def _relation(self, relationship: Relationship) -> dict[str, Any]:
        class_ = _RELATION_OF_TYPE[relationship.type]
        content = {"type": class_.TYPE, class_.START.word: relationship.start, **unflat(relationship.properties)}
        if class_ is not CarriesPortfolio or relationship.finish != relationship.start:
            content[class_.FINISH.word] = relationship.finish
        return self._with_claims(relationship.key, content)

    def _with_claims(self, key: str, content: dict[str, Any]) -> dict[str, Any]:
        return content | ({"claims": _in_order(self.claims[key])} if key in self.claims else {})


def _in_order(rows: list[tuple[int, dict[str, Any]]]) -> list[dict[str, Any]]:
    return [content for _, content in sorted(rows, key=lambda row: row[0])]


def _table(content: dict[str, Any]) -> str:
    table = {"seat": "seats", "line": "lines"}.get(content["type"], "links")
    if table != "links":
        del content["type"]
    return table


_RELATION_OF_TYPE = {schema.TYPES[class_.TYPE]: class_ for class_ in RELATIONS}
_TABLE_OF_LABEL = {
    **{schema.LABELS[class_.TYPE]: table for table, class_ in ENTITY_TABLES.items()},
    schema.SILENCE: "silences",
    schema.COMPLETENESS: "completeness",
}
