"""The validated whole: one partnership's entities, relations, silences and complete lists."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Literal, Self

from pydantic import Field, ValidationInfo, model_validator

from graphmodel.dates import FullDate
from graphmodel.entities import (
    Area,
    Body,
    Document,
    Entity,
    Event,
    Fund,
    Group,
    Item,
    Milestone,
    Person,
    Plan,
    Post,
    Source,
)
from graphmodel.evidence import Completeness, Evidence, Id, Record, Silence
from graphmodel.relations import AnyLink, Relation, ReportingLine, Seat

if TYPE_CHECKING:
    import datetime as dt

    import networkx as nx

SCHEMA = 1
"""The version of the structure document; changes are additive, anything else comes with a migration."""

UNCHECKED: dict[str, Any] = {"unchecked": True}
"""A validation context under which references are not checked, for a loader that wants all problems at once."""


class Structure(Record):
    """One partnership as far as it is known.

    `as_of` is the day the file describes, `profile` the rules it is meant to be read with, `source` the source of
    every fact that names no other. References are checked: a structure that exists has no dangling ends.
    """

    schema_: Literal[1] = Field(default=1, alias="schema")
    id: Id
    title: str = Field(min_length=1, max_length=500)
    as_of: FullDate | None = None
    profile: str | None = None
    source: Id | None = None
    note: str | None = None
    sources: tuple[Source, ...] = ()
    bodies: tuple[Body, ...] = ()
    groups: tuple[Group, ...] = ()
    posts: tuple[Post, ...] = ()
    people: tuple[Person, ...] = ()
    plans: tuple[Plan, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    funds: tuple[Fund, ...] = ()
    documents: tuple[Document, ...] = ()
    areas: tuple[Area, ...] = ()
    events: tuple[Event, ...] = ()
    seats: tuple[Seat, ...] = ()
    lines: tuple[ReportingLine, ...] = ()
    links: tuple[AnyLink, ...] = ()
    silences: tuple[Silence, ...] = ()
    completeness: tuple[Completeness, ...] = ()

    @model_validator(mode="after")
    def _holds_together(self, info: ValidationInfo) -> Self:
        from graphmodel.checks import StructureError, flaws  # noqa: PLC0415  checks reads Structure

        if not (info.context or {}).get("unchecked"):
            found = tuple(flaws(self))
            if found:
                raise StructureError(found)
        return self

    def entities(self) -> Iterator[Entity]:
        """Yield every entity, table by table, in the order of the file."""
        for table in ENTITY_TABLES:
            yield from getattr(self, table)

    def relations(self) -> Iterator[Relation]:
        """Yield every relation: seats, lines, then links, in the order of the file."""
        for table in RELATION_TABLES:
            yield from getattr(self, table)

    def items(self) -> Iterator[tuple[str, Item]]:
        """Yield everything that carries evidence with its fact id: an entity's id, a relation's natural key."""
        for entity in self.entities():
            yield entity.id, entity
        for relation in self.relations():
            yield relation.key, relation

    def document(self) -> dict[str, Any]:
        """Return the structure as plain JSON values, defaults left out: what a file of it holds."""
        content = self.model_dump(mode="json", by_alias=True, exclude_defaults=True)
        for relation, row in zip(self.links, content.get("links", ()), strict=True):
            row["type"] = relation.TYPE
        return {
            "schema": SCHEMA,
            **{key: _rows(value) if isinstance(value, list) else value for key, value in content.items()},
        }

    def source_of(self, evidence: Evidence) -> str | None:
        """Return the id of the source that a piece of evidence names, or else of the file's own."""
        return evidence.source or self.source

    def graph(
        self, as_of: str | dt.date | None = None, evidence: str | None = None, *, sources: bool = False
    ) -> nx.MultiDiGraph[str]:
        """Return the structure as a networkx graph that can be written as GraphML or GEXF: entities are nodes.

        `as_of` leaves out what is not there on that day, `evidence` (``stated``, ``inferred`` or ``asserted``) what
        rests on less; `sources` keeps the sources as nodes. See `graphmodel.graph` for the attributes.
        """
        from graphmodel.graph import multidigraph  # noqa: PLC0415  networkx is imported late

        return multidigraph(self, as_of=as_of, evidence=evidence, sources=sources)


_FIRST = ("type", "id", "kind", "name")
_LAST = ("valid_from", "valid_to", "evidence", "claims")


def _rows(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Put what names a row first and what it rests on last, as a reader wants them."""
    return [
        {
            key: row[key]
            for key in (*_FIRST, *(key for key in row if key not in _FIRST and key not in _LAST), *_LAST)
            if key in row
        }
        for row in rows
    ]


ENTITY_TABLES: dict[str, type[Entity]] = {
    "sources": Source, "bodies": Body, "groups": Group, "posts": Post, "people": Person, "plans": Plan,
    "milestones": Milestone, "funds": Fund, "documents": Document, "areas": Area, "events": Event,
}  # fmt: skip
RELATION_TABLES = ("seats", "lines", "links")
