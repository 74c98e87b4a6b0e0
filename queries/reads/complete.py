"""Declarations that a list is the whole list."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from graphmodel import schema
from graphmodel.dates import Current, span
from graphmodel.factids import list_ids
from graphmodel.index import Index
from queries.engines.base import Read
from queries.reads.phrases import current, modality, nodes, not_over


class CompleteRow(NamedTuple):
    """A complete list of `what` about an item; `about` is empty where the whole file is meant."""

    fact: str
    about: str
    what: str
    modality: str
    current: str


def _memory(index: Index) -> Iterator[CompleteRow]:
    lists = index.structure.completeness
    for fact, entry in zip(list_ids(lists), lists, strict=True):
        holds = span(entry.valid_from, entry.valid_to).current(index.as_of)
        if holds is not Current.NO:
            yield CompleteRow(fact, entry.about or "", entry.of, entry.evidence.modality, holds)


_CYPHER = f"""
{nodes("n", schema.COMPLETENESS)} AND {not_over("n")}
RETURN n.{schema.KEY} AS fact, coalesce(n.{schema.ABOUT}, '') AS about, n.of AS what,
  {modality("n")} AS modality, {current("n")} AS current
"""

COMPLETE = Read("complete", CompleteRow, _memory, _CYPHER)
