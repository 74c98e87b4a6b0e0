"""Claims about single properties, each beside the value that the item itself gives."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from graphmodel import schema
from graphmodel.dates import Current, span
from graphmodel.factids import claim_ids
from graphmodel.index import Index
from graphmodel.propertygraph import own_value
from queries.engines.base import Read
from queries.reads.phrases import current, modality, nodes, not_over


class ClaimRow(NamedTuple):
    """A claim about a property; `own` is the item's own value, None where it gives none. Lists come as tuples."""

    fact: str
    about: str
    property: str
    value: Any
    own: Any
    modality: str
    current: str


def _memory(index: Index) -> Iterator[ClaimRow]:
    for about, item in index.structure.items():
        for fact, claim in zip(claim_ids(about, item.claims), item.claims, strict=True):
            holds = span(claim.valid_from, claim.valid_to).current(index.as_of)
            if holds is not Current.NO:
                yield ClaimRow(
                    fact=fact,
                    about=about,
                    property=claim.property,
                    value=claim.value,
                    own=_plain(own_value(item, claim.property)),
                    modality=claim.evidence.modality,
                    current=holds,
                )


def _plain(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


_CYPHER = f"""
{nodes("n", schema.CLAIM)} AND {not_over("n")}
RETURN n.{schema.KEY} AS fact, n.{schema.ABOUT} AS about, n.property AS property, n.value AS value,
  n.{schema.OWN} AS own, {modality("n")} AS modality, {current("n")} AS current
"""

CLAIMS = Read("claims", ClaimRow, _memory, _CYPHER)
