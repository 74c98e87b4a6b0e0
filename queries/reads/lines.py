"""Lines: who answers to whom. Nothing else counts as a line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, cast

from graphmodel import schema
from graphmodel.index import Index
from graphmodel.relations import ReportingLine
from queries.engines.base import Read
from queries.reads.numbers import known_number
from queries.reads.phrases import current, modality, relation


class LineRow(NamedTuple):
    """A line from who answers to who is answered to. Texts are empty, `lead` and `per_year` None where not known."""

    fact: str
    start: str
    finish: str
    kind: str
    subject: str
    frequency: str
    per_year: float | None
    report: str
    form: str
    powers: str
    lead: bool | None
    modality: str
    current: str


def _memory(index: Index) -> Iterator[LineRow]:
    for line in cast("tuple[ReportingLine, ...]", index.of_type("line")):
        yield LineRow(
            fact=line.key,
            start=line.from_,
            finish=line.to,
            kind=line.kind,
            subject="" if line.subject in (None, "unknown") else str(line.subject),
            frequency=line.frequency or "",
            per_year=known_number(line.per_year),
            report=line.report or "",
            form=line.form or "",
            powers=line.powers or "",
            lead=line.lead if isinstance(line.lead, bool) else None,
            modality=line.evidence.modality,
            current=index.current(line.key),
        )


_CYPHER = f"""
{relation("line")}
RETURN r.{schema.KEY} AS fact, start.{schema.KEY} AS start, finish.{schema.KEY} AS finish, r.kind AS kind,
  CASE WHEN r.subject IS NULL OR r.subject = 'unknown' THEN '' ELSE r.subject END AS subject,
  coalesce(r.frequency, '') AS frequency, toFloatOrNull(r.per_year) AS per_year,
  coalesce(r.report, '') AS report, coalesce(r.form, '') AS form, coalesce(r.powers, '') AS powers,
  CASE WHEN r.lead IS NULL OR toString(r.lead) = 'unknown' THEN null ELSE r.lead END AS lead,
  {modality("r")} AS modality, {current("r")} AS current
"""

LINES = Read("lines", LineRow, _memory, _CYPHER)
