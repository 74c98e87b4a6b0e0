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
    """A document (`fact` is the tie to the group). Modality and currency stand for the tie and for the document.

    Dates are partial and, like other texts, empty where not given. The fields that begin with ``says`` are what the
    document itself says of the group.
    """

    fact: str
    group: str
    document: str
    kind: str
    status: str
    elements: tuple[str, ...]
    themes: tuple[str, ...]
    approved_on: str
    approved_by: str
    review_due: str
    says_members: tuple[str, ...]
    says_chair: str
    says_accountable_to: tuple[str, ...]
    says_per_year: float | None
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
                themes=document.themes,
                approved_on=document.approved_on or "",
                approved_by=document.approved_by or "",
                review_due=document.review_due or "",
                says_members=document.says_members,
                says_chair=document.says_chair or "",
                says_accountable_to=document.says_accountable_to,
                says_per_year=document.says_per_year,
                modality=tie.evidence.modality,
                current=index.current(tie.key),
                document_modality=document.evidence.modality,
                document_current=index.current(document.id),
            )


_CYPHER = f"""
{relation("governed_by")}
RETURN r.{schema.KEY} AS fact, start.{schema.KEY} AS group, finish.{schema.KEY} AS document, finish.kind AS kind,
  coalesce(finish.status, 'unknown') AS status, coalesce(finish.elements, []) AS elements,
  coalesce(finish.themes, []) AS themes, coalesce(finish.approved_on, '') AS approved_on,
  coalesce(finish.approved_by, '') AS approved_by, coalesce(finish.review_due, '') AS review_due,
  coalesce(finish.says_members, []) AS says_members, coalesce(finish.says_chair, '') AS says_chair,
  coalesce(finish.says_accountable_to, []) AS says_accountable_to,
  toFloatOrNull(finish.says_per_year) AS says_per_year,
  {modality("r")} AS modality, {current("r")} AS current,
  {modality("finish")} AS document_modality, {current("finish")} AS document_current
"""

DOCUMENTS = Read("documents", DocumentRow, _memory, _CYPHER)
