"""The documents that groups work under."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, cast

from graphmodel import schema
from graphmodel.entities import Document
from graphmodel.index import Index
from graphmodel.relations import GovernedBy
from queries.engines.base import Read
from queries.reads.phrases import current, modality, relation


class DocumentRow(NamedTuple):
    """A document (`fact` is the tie to the group). Modality and currency stand for the tie and for the document."""

    fact: str
    group: str
    document: str
    kind: str
    status: str
    elements: tuple[str, ...]
    modality: str
    current: str
    document_modality: str
    document_current: str


def _memory(index: Index) -> Iterator[DocumentRow]:
    for tie in cast("tuple[GovernedBy, ...]", index.of_type("governed_by")):
        document = index.entity[tie.document]
        if isinstance(document, Document):
            yield DocumentRow(
                fact=tie.key,
                group=tie.group,
                document=document.id,
                kind=document.kind,
                status=document.status,
                elements=document.elements,
                modality=tie.evidence.modality,
                current=index.current(tie.key),
                document_modality=document.evidence.modality,
                document_current=index.current(document.id),
            )


_CYPHER = f"""
{relation("governed_by")}
RETURN r.{schema.KEY} AS fact, start.{schema.KEY} AS group, finish.{schema.KEY} AS document, finish.kind AS kind,
  coalesce(finish.status, 'unknown') AS status, coalesce(finish.elements, []) AS elements,
  {modality("r")} AS modality, {current("r")} AS current,
  {modality("finish")} AS document_modality, {current("finish")} AS document_current
"""

DOCUMENTS = Read("documents", DocumentRow, _memory, _CYPHER)
