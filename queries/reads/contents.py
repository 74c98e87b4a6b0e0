"""What links to others consist of, as their sources say it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, cast

from graphmodel import schema
from graphmodel.index import Index
from graphmodel.relations import LinkedTo
from queries.engines.base import Read
from queries.reads.phrases import current, modality, relation


class ContentRow(NamedTuple):
    """A link and what it consists of; `content` is empty where that is not said."""

    fact: str
    start: str
    finish: str
    content: str
    modality: str
    current: str


def _memory(index: Index) -> Iterator[ContentRow]:
    for link in cast("tuple[LinkedTo, ...]", index.of_type("linked_to")):
        yield ContentRow(
            link.key, link.start, link.finish, link.content or "", link.evidence.modality, index.current(link.key)
        )


_CYPHER = f"""
{relation("linked_to")}
RETURN r.{schema.KEY} AS fact, start.{schema.KEY} AS start, finish.{schema.KEY} AS finish,
  coalesce(r.content, '') AS content, {modality("r")} AS modality, {current("r")} AS current
"""

CONTENTS = Read("contents", ContentRow, _memory, _CYPHER)
