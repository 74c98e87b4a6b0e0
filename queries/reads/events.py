"""What happened: changes with what they began with, and steps of a process."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from graphmodel import schema
from graphmodel.factids import original_ids
from graphmodel.index import Index
from queries.engines.base import Read
from queries.reads.phrases import current, modality, nodes, whenever


class EventRow(NamedTuple):
    """A change or a step, whenever it happened. Dates are partial; texts are empty where not given.

    `status` is the legal standing of a merger, `basis` the document that it rests on.
    """

    fact: str
    kind: str
    date: str
    not_after: str
    status: str
    basis: str
    results: tuple[str, ...]
    participants: tuple[str, ...]
    subjects: tuple[str, ...]
    modality: str
    current: str


class OriginalRow(NamedTuple):
    """One of the things that a change began with; `continues` is ``yes``, ``no`` or ``unknown``."""

    fact: str
    event: str
    original: str
    continues: str
    modality: str


def _events(index: Index) -> Iterator[EventRow]:
    for event in index.structure.events:
        yield EventRow(
            fact=event.id,
            kind=event.kind,
            date=event.date or "",
            not_after=event.not_after or "",
            status=event.status or "",
            basis=event.basis or "",
            results=event.results,
            participants=event.participants,
            subjects=event.subjects,
            modality=event.evidence.modality,
            current=index.current(event.id),
        )


def _originals(index: Index) -> Iterator[OriginalRow]:
    for event in index.structure.events:
        for fact, original in zip(original_ids(event), event.originals, strict=True):
            yield OriginalRow(fact, event.id, original.id, original.continues, original.evidence.modality)


_EVENTS = f"""
{nodes("n", schema.ENTITY, schema.LABELS["event"])}
RETURN n.{schema.KEY} AS fact, n.kind AS kind, coalesce(n.date, '') AS date, coalesce(n.not_after, '') AS not_after,
  coalesce(n.status, '') AS status, coalesce(n.basis, '') AS basis, coalesce(n.results, []) AS results,
  coalesce(n.participants, []) AS participants, coalesce(n.subjects, []) AS subjects,
  {modality("n")} AS modality, {current("n")} AS current
"""
_ORIGINALS = f"""
{whenever(schema.ORIGINAL)}
RETURN r.{schema.KEY} AS fact, start.{schema.KEY} AS event, finish.{schema.KEY} AS original,
  coalesce(r.continues, 'unknown') AS continues, {modality("r")} AS modality
"""

EVENTS = Read("events", EventRow, _events, _EVENTS)
ORIGINALS = Read("originals", OriginalRow, _originals, _ORIGINALS)
