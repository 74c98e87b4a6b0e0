"""What each fact rests on, and what the sources are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from graphmodel import schema
from graphmodel.entities import Item
from graphmodel.index import Index
from queries.engines.base import Read
from queries.reads.phrases import current, modality, nodes, relation


class RestRow(NamedTuple):
    """What an entity or relation rests on; `source` is empty where it is that of the file. Texts may be empty."""

    fact: str
    source: str
    locator: str
    captured_on: str
    modality: str
    current: str


class SourceRow(NamedTuple):
    """A source. `date` is partial and empty where not given, `words` None."""

    fact: str
    date: str
    words: int | None
    modality: str
    current: str


def _rests(index: Index) -> Iterator[RestRow]:
    items: list[tuple[str, Item]] = [(entity.id, entity) for entity in index.structure.entities()]
    items += [(relation.key, relation) for relations in index.relations.values() for relation in relations]
    for fact, item in items:
        rests = item.evidence
        yield RestRow(
            fact=fact,
            source=rests.source or "",
            locator=rests.locator or "",
            captured_on=rests.captured_on or "",
            modality=rests.modality,
            current=index.current(fact),
        )


def _sources(index: Index) -> Iterator[SourceRow]:
    for source in index.structure.sources:
        yield SourceRow(source.id, source.date or "", source.words, source.evidence.modality, index.current(source.id))


def _what_it_rests_on(name: str) -> str:
    given = ", ".join(
        f"coalesce({name}.{schema.EVIDENCE}{field}, '') AS {field}" for field in ("source", "locator", "captured_on")
    )
    return f"RETURN {name}.{schema.KEY} AS fact, {given}, {modality(name)} AS modality, {current(name)} AS current"


_RESTS = "\nUNION ALL\n".join(
    (
        f"{nodes('n', schema.ENTITY)}\n{_what_it_rests_on('n')}",
        *(f"{relation(type_)}\n{_what_it_rests_on('r')}" for type_ in schema.TYPES),
    )
)
_SOURCES = f"""
{nodes("n", schema.ENTITY, schema.LABELS["source"])}
RETURN n.{schema.KEY} AS fact, coalesce(n.date, '') AS date, toIntegerOrNull(n.words) AS words,
  {modality("n")} AS modality, {current("n")} AS current
"""

RESTS = Read("rests", RestRow, _rests, _RESTS)
SOURCES = Read("sources", SourceRow, _sources, _SOURCES)
