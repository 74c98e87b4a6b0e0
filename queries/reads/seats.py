"""Seats: who has a place on which group, in what role and capacity."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, cast

from graphmodel import schema
from graphmodel.index import Index
from graphmodel.relations import Seat
from queries.engines.base import Read
from queries.reads.numbers import known_number
from queries.reads.phrases import current, modality, relation


class SeatRow(NamedTuple):
    """A seat of a member (body, group, post or person) on a group.

    Texts are empty where they are not known, `on_behalf_of` also where nobody is named; `authority` is then None.
    `attendance` is a part of all meetings, `travel` hours for each and `rate` pounds an hour; None where not known.
    `source` is empty where it is that of the whole structure.
    """

    fact: str
    member: str
    group: str
    role: str
    capacity: str
    on_behalf_of: str
    seniority: str
    authority: bool | None
    vacant_since: str
    attendance: float | None
    travel: float | None
    rate: float | None
    source: str
    modality: str
    current: str


def _memory(index: Index) -> Iterator[SeatRow]:
    for seat in cast("tuple[Seat, ...]", index.of_type("seat")):
        key = seat.key
        yield SeatRow(
            key,
            seat.member,
            seat.group,
            seat.role,
            seat.capacity,
            seat.on_behalf_of or "",
            seat.seniority or "",
            seat.authority if isinstance(seat.authority, bool) else None,
            seat.vacant_since or "",
            known_number(seat.attendance),
            known_number(seat.travel),
            known_number(seat.rate),
            seat.evidence.source or "",
            seat.evidence.modality,
            index.current(key),
        )


_CYPHER = f"""
{relation("seat")}
RETURN r.{schema.KEY} AS fact, start.{schema.KEY} AS member, finish.{schema.KEY} AS group,
  coalesce(r.role, 'member') AS role, coalesce(r.capacity, 'unknown') AS capacity,
  coalesce(r.on_behalf_of, '') AS on_behalf_of, coalesce(r.seniority, '') AS seniority,
  CASE WHEN r.authority IS NULL OR toString(r.authority) = 'unknown' THEN null ELSE r.authority END AS authority,
  coalesce(r.vacant_since, '') AS vacant_since, toFloatOrNull(r.attendance) AS attendance,
  toFloatOrNull(r.travel) AS travel, toFloatOrNull(r.rate) AS rate, coalesce(r.evidence_source, '') AS source,
  {modality("r")} AS modality, {current("r")} AS current
"""

SEATS = Read("seats", SeatRow, _memory, _CYPHER)
