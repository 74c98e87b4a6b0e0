"""Places that groups cover, with what rules ask of a place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from graphmodel import schema
from graphmodel.index import Index
from queries.engines.base import Read
from queries.reads.phrases import current, modality, nodes


class PlaceRow(NamedTuple):
    """An area. `authority_type` and `nation` are empty where not known; `adjoins` are the ids of its neighbours."""

    fact: str
    authority_type: str
    nation: str
    flags: tuple[str, ...]
    adjoins: tuple[str, ...]
    modality: str
    current: str


def _memory(index: Index) -> Iterator[PlaceRow]:
    for area in index.structure.areas:
        yield PlaceRow(
            fact=area.id,
            authority_type="" if area.authority_type in (None, "unknown") else str(area.authority_type),
            nation="" if area.nation in (None, "unknown") else str(area.nation),
            flags=area.flags,
            adjoins=area.adjoins,
            modality=area.evidence.modality,
            current=index.current(area.id),
        )


_CYPHER = f"""
{nodes("n", schema.ENTITY, schema.LABELS["area"])}
RETURN n.{schema.KEY} AS fact,
  CASE WHEN n.authority_type IS NULL OR n.authority_type = 'unknown' THEN '' ELSE n.authority_type END
    AS authority_type,
  CASE WHEN n.nation IS NULL OR n.nation = 'unknown' THEN '' ELSE n.nation END AS nation,
  coalesce(n.flags, []) AS flags, coalesce(n.adjoins, []) AS adjoins,
  {modality("n")} AS modality, {current("n")} AS current
"""

PLACES = Read("places", PlaceRow, _memory, _CYPHER)
