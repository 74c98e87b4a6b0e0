"""Plain ties between two entities: parts, homes of posts, holders, areas covered, links. None of them is a line."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from graphmodel import schema
from graphmodel.index import Index
from queries.engines.base import Read
from queries.reads.phrases import current, modality, relation


class TieRow(NamedTuple):
    """A tie from one entity to another; `type` is the relation's."""

    fact: str
    type: str
    start: str
    finish: str
    modality: str
    current: str


def _read(name: str, *types: str) -> Read[TieRow]:
    return Read(name, TieRow, _memory(types), "\nUNION ALL\n".join(_cypher(type_) for type_ in types))


def _memory(types: tuple[str, ...]) -> Callable[[Index], Iterator[TieRow]]:
    def rows(index: Index) -> Iterator[TieRow]:
        for type_ in types:
            for tie in index.of_type(type_):
                key = tie.key
                yield TieRow(key, type_, tie.start, tie.finish, tie.evidence.modality, index.current(key))

    return rows


def _cypher(type_: str) -> str:
    return (
        f"{relation(type_)}\n"
        f"RETURN r.{schema.KEY} AS fact, '{type_}' AS type, start.{schema.KEY} AS start, "
        f"finish.{schema.KEY} AS finish, {modality('r')} AS modality, {current('r')} AS current"
    )


PARTS = _read("parts", "part_of")
HOMES = _read("homes", "post_in")
HOLDERS = _read("holders", "holds")
AREAS = _read("areas", "covers")
LINKS = _read("links", "works_with", "linked_to", "escalates_to")
STAFF = _read("staff", "line_managed_by", "supports", "carries_portfolio", "co_located_with")
PLAN_TIES = _read(
    "plan_ties", "owns", "monitors", "delivers", "jointly_accountable_for", "reported_to", "contributes_to"
)
