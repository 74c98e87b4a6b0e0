"""Everything that has a name, but for sources: bodies, groups, posts, people, plans, funds, documents, and so on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from graphmodel import schema
from graphmodel.entities import Body, Entity, Group, SetEntity
from graphmodel.index import Index
from queries.engines.base import Read
from queries.reads.numbers import known_number
from queries.reads.phrases import current, modality, nodes


class EntityRow(NamedTuple):
    """An entity, ended ones too, and those `to_come`. `end_modality` says how firmly it stands that it ended.

    `how_many` is how many a set stands for, and `fte` how many full-time posts a body has for partnerships, or what
    part of one a post is; None where that is not known. `approved_on` is when a document was agreed.
    """

    fact: str
    type: str
    kind: str
    name: str
    aliases: tuple[str, ...]
    terminus: bool
    umbrella: bool
    set: bool
    how_many: int | None
    fte: float | None
    approved_on: str
    modality: str
    current: str
    to_come: bool
    end_modality: str
    left_open: bool


_TYPES = ("body", "group", "post", "person", "plan", "milestone", "fund", "document", "area", "event")


def _memory(index: Index) -> Iterator[EntityRow]:
    for entity in index.structure.entities():
        if entity.TYPE in _TYPES:
            several = entity if isinstance(entity, SetEntity) else None
            yield EntityRow(
                fact=entity.id,
                type=entity.TYPE,
                kind=vars(entity).get("kind", ""),
                name=entity.name,
                aliases=entity.aliases,
                terminus=_may_end_at(entity),
                umbrella=several is not None and several.umbrella,
                set=several is not None and several.set,
                how_many=several.count if several is not None and isinstance(several.count, int) else None,
                fte=known_number(vars(entity).get("fte")),
                approved_on=vars(entity).get("approved_on") or "",
                modality=entity.evidence.modality,
                current=index.current(entity.id),
                to_come=index.to_come(entity.id),
                end_modality=index.end_modality(entity.id),
                left_open=index.left_open(entity.id),
            )


def _may_end_at(entity: Entity) -> bool:
    return entity.is_terminus if isinstance(entity, Body) else isinstance(entity, Group) and entity.terminus


_LABELS = ", ".join(f"'{schema.LABELS[type_]}'" for type_ in _TYPES)
_CYPHER = f"""
{nodes("n", schema.ENTITY)}
UNWIND [label IN labels(n) WHERE label IN [{_LABELS}]] AS label
RETURN n.{schema.KEY} AS fact, toLower(label) AS type, coalesce(n.kind, '') AS kind, n.name AS name,
  coalesce(n.aliases, []) AS aliases,
  coalesce(n.{schema.TERMINUS}, false) AS terminus, coalesce(n.umbrella, false) AS umbrella,
  coalesce(n.set, false) AS set, toIntegerOrNull(n.count) AS how_many,
  toFloatOrNull(n.fte) AS fte,
  coalesce(n.approved_on, '') AS approved_on,
  {modality("n")} AS modality, {current("n")} AS current,
  coalesce(n.{schema.START_EARLIEST} > $as_of, false) AS to_come,
  coalesce(n.{schema.END_MODALITY}, '') AS end_modality, coalesce(n.{schema.OPEN_SINCE} <= $as_of, false) AS left_open
"""

ENTITIES = Read("entities", EntityRow, _memory, _CYPHER)
