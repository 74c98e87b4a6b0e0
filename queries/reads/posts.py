"""Posts, with what rules ask of a post itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from graphmodel import schema
from graphmodel.index import Index
from queries.engines.base import Read
from queries.reads.numbers import known_number
from queries.reads.phrases import current, modality, nodes


class PostRow(NamedTuple):
    """A post, ended ones too. `fte` is its part of full time. None and empty texts stand for what is not known."""

    fact: str
    responsible_for: str
    is_new: str
    fte: float | None
    interim: bool | None
    vacant_since: str
    modality: str
    current: str


def _memory(index: Index) -> Iterator[PostRow]:
    for post in index.structure.posts:
        yield PostRow(
            fact=post.id,
            responsible_for=post.responsible_for or "",
            is_new="" if post.is_new in (None, "unknown") else str(post.is_new).lower(),
            fte=known_number(post.fte),
            interim=post.interim if isinstance(post.interim, bool) else None,
            vacant_since=post.vacant_since or "",
            modality=post.evidence.modality,
            current=index.current(post.id),
        )


_CYPHER = f"""
{nodes("n", schema.ENTITY, schema.LABELS["post"])}
RETURN n.{schema.KEY} AS fact, coalesce(n.responsible_for, '') AS responsible_for,
  CASE WHEN n.is_new IS NULL OR toString(n.is_new) = 'unknown' THEN '' ELSE toString(n.is_new) END AS is_new,
  toFloatOrNull(n.fte) AS fte,
  CASE WHEN n.interim IS NULL OR toString(n.interim) = 'unknown' THEN null ELSE n.interim END AS interim,
  coalesce(n.vacant_since, '') AS vacant_since, {modality("n")} AS modality, {current("n")} AS current
"""

POSTS = Read("posts", PostRow, _memory, _CYPHER)
