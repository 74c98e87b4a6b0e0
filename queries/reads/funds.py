"""Money: where it comes from, and what it may be spent on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from graphmodel import schema
from graphmodel.index import Index
from queries.engines.base import Read
from queries.reads.phrases import current, modality, nodes, relation


class FundRow(NamedTuple):
    """A fund, ended ones too. `amount` is in pounds. None and empty texts stand for what is not known."""

    fact: str
    kind: str
    stream: str
    ring_fenced: bool | None
    restricted_to: str
    accountable_body: str
    amount: float | None
    modality: str
    current: str


class MoneyRow(NamedTuple):
    """What money is for, where it is put, or who plans its use; `type` is the relation's.

    `share` is the part of a fund that is pooled, from 0 to 1; `amount` is what is paid, in pounds; None where unknown.
    """

    fact: str
    type: str
    start: str
    finish: str
    share: float | None
    amount: float | None
    modality: str
    current: str


def _memory(index: Index) -> Iterator[FundRow]:
    for fund in index.structure.funds:
        yield FundRow(
            fact=fund.id,
            kind=fund.kind,
            stream=fund.stream or "",
            ring_fenced=fund.ring_fenced if isinstance(fund.ring_fenced, bool) else None,
            restricted_to=fund.restricted_to or "",
            accountable_body=fund.accountable_body or "",
            amount=None if fund.amount is None or isinstance(fund.amount, str) else float(fund.amount),
            modality=fund.evidence.modality,
            current=index.current(fund.id),
        )


_CYPHER = f"""
{nodes("n", schema.ENTITY, schema.LABELS["fund"])}
RETURN n.{schema.KEY} AS fact, n.kind AS kind, coalesce(n.stream, '') AS stream,
  CASE WHEN n.ring_fenced IS NULL OR toString(n.ring_fenced) = 'unknown' THEN null ELSE n.ring_fenced END
    AS ring_fenced,
  coalesce(n.restricted_to, '') AS restricted_to, coalesce(n.accountable_body, '') AS accountable_body,
  toFloatOrNull(n.amount) AS amount, {modality("n")} AS modality, {current("n")} AS current
"""


def _ties(index: Index) -> Iterator[MoneyRow]:
    for type_ in _TIES:
        for tie in index.of_type(type_):
            share, amount = (vars(tie).get(name) for name in ("share", "amount"))
            key = tie.key
            yield MoneyRow(key, type_, tie.start, tie.finish, share, amount, tie.evidence.modality, index.current(key))


_TIES = ("funds", "pooled_into", "plans_use_of")
_CYPHER_OF_TIES = "\nUNION ALL\n".join(
    f"{relation(type_)}\n"
    f"RETURN r.{schema.KEY} AS fact, '{type_}' AS type, start.{schema.KEY} AS start, finish.{schema.KEY} AS finish, "
    f"r.share AS share, r.amount AS amount, "
    f"{modality('r')} AS modality, {current('r')} AS current"
    for type_ in _TIES
)

FUNDS = Read("funds", FundRow, _memory, _CYPHER)
MONEY = Read("money", MoneyRow, _ties, _CYPHER_OF_TIES)
