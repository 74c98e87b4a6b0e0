"""The public networkx graph of a structure, for researchers: plain values only, so that it can be written as it is."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from typing import TYPE_CHECKING, Any, get_args

import networkx as nx

from graphmodel.currency import fact_id, left_open, spans
from graphmodel.dates import ALWAYS, UNKNOWN, Current, Day, day
from graphmodel.entities import Body, Entity, Event, Group, Item, Original, Source
from graphmodel.evidence import EvidenceLevel
from graphmodel.factids import original_ids
from graphmodel.schema import EVIDENCE, OPEN_SINCE, SPAN, TERMINUS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from graphmodel.evidence import Evidence
    from graphmodel.relation import Relation
    from graphmodel.structure import Structure

Attributes = dict[str, Any]
"""Text, numbers, true and false; what is not known or not given is not there."""

BETWEEN = "; "
"""Stands between the items of a list, which GraphML and GEXF do not know."""


def multidigraph(
    structure: Structure,
    *,
    as_of: str | dt.date | None = None,
    evidence: str | None = None,
    sources: bool = False,
) -> nx.MultiDiGraph[str]:
    """Return entities as nodes, by id, and relations as edges, each with a whole number of its own as its key.

    A node says what it is in `entity` (``group``), an edge in `relation` (``seat``, ``line``, ``part_of``) and under
    which id the tool knows it in `fact`. Other attributes have the names of the document, those of its evidence with
    ``evidence_`` before them, and what goes without saying is filled in. Every kind of relation is in it: filter by
    `relation` before following lines, for a seat is not a line.

    With `as_of`, what is over on that day or has not begun is left out; `current` says ``yes``, or ``unknown`` where
    the dates leave it open. With `evidence` (``stated``, ``inferred`` or ``asserted``), what rests on less is left
    out. An edge goes with either of its ends. Sources are nodes only with `sources`. Names of persons are in it.
    Raises ValueError where the day or the level is none.
    """
    asked = _Asked(structure, as_of, evidence)
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(**asked.head())
    for entity in structure.entities():
        if asked.keeps(entity) and (sources or not isinstance(entity, Source)):
            graph.add_node(entity.id, **asked.node(entity))
    edges = (edge for edge in asked.edges() if edge[0] in graph and edge[1] in graph)
    for number, (start, finish, values) in enumerate(edges):
        graph.add_edge(start, finish, key=number, **values)
    return graph


class _Asked:
    """What was asked of a structure, and what that makes of its items."""

    def __init__(self, structure: Structure, as_of: str | dt.date | None, evidence: str | None) -> None:
        self._structure = structure
        self._on = None if as_of is None else day(as_of)
        self._level = None if evidence is None else EvidenceLevel(evidence)
        self._spans = spans(structure)
        self._open = left_open(structure)

    def head(self) -> Attributes:
        names = {"id", "title", "as_of", "profile", "source", "note"}
        asked = {"as_of": self._on, "evidence": self._level and self._level.value}
        return _plain(self._structure.model_dump(include=names) | {name: word for name, word in asked.items() if word})

    def keeps(self, item: Item) -> bool:
        return self._counts(item.evidence) and self._current(fact_id(item)) is not Current.NO

    def node(self, entity: Entity) -> Attributes:
        values = {"entity": entity.TYPE, "label": entity.name, **self._own(entity, {"id", "originals", "terminus"})}
        if isinstance(entity, Body):
            values[TERMINUS] = entity.is_terminus
        elif isinstance(entity, Group):
            values[TERMINUS] = entity.terminus
        return _plain(values | self._dates(entity.id))

    def edges(self) -> Iterator[tuple[str, str, Attributes]]:
        for relation in filter(self.keeps, self._structure.relations()):
            yield relation.start, relation.finish, self._edge(relation)
        for event in filter(self.keeps, self._structure.events):
            yield from self._changes(event)

    def _edge(self, relation: Relation) -> Attributes:
        ends = {"type", relation.START.field, relation.FINISH.field}
        values = {"relation": relation.TYPE, "fact": relation.key, **self._own(relation, ends)}
        return _plain(values | self._dates(relation.key))

    def _changes(self, event: Event) -> Iterator[tuple[str, str, Attributes]]:
        for fact, original in zip(original_ids(event), event.originals, strict=True):
            if self._counts(original.evidence):
                values = {"relation": "original", "fact": fact}
                yield event.id, original.id, _plain(values | self._own(original, {"id"}))

    def _counts(self, evidence: Evidence) -> bool:
        return self._level is None or self._level.admits(evidence.modality)

    def _current(self, key: str) -> Current | None:
        if self._on is None:
            return None
        current = self._spans.get(key, ALWAYS).current(self._on)
        in_doubt = current is Current.YES and key in self._open and self._open[key] <= self._on
        return Current.UNKNOWN if in_doubt else current

    def _own(self, item: Item | Original, leave_out: set[str]) -> Attributes:
        values = item.model_dump(mode="json", by_alias=True, exclude={"evidence", "claims", *leave_out})
        for name in _measured(type(item)) & values.keys():
            if values[name] == UNKNOWN:
                del values[name]
        given = item.evidence.model_dump(mode="json") | {"source": self._structure.source_of(item.evidence)}
        return values | {EVIDENCE + name: value for name, value in given.items()}

    def _dates(self, key: str) -> Attributes:
        bounds = self._spans.get(key)
        days: dict[str, Day | None] = {OPEN_SINCE: self._open.get(key)}
        if bounds is not None:
            days |= {name: getattr(bounds, name) for name in SPAN}
        return {**days, "current": self._current(key)}


@cache
def _measured(class_: type[Item | Original]) -> frozenset[str]:
    """Return the fields of a number or yes-or-no that may be `unknown` instead: no attribute can be of two sorts."""
    return frozenset(
        name
        for name, info in class_.model_fields.items()
        if not {bool, int, float}.isdisjoint(get_args(info.annotation))
    )


def _plain(values: Mapping[str, Any]) -> Attributes:
    return {name: plain for name, value in values.items() if (plain := _as_plain(value)) not in (None, "")}


def _as_plain(value: Any) -> Any:
    if isinstance(value, list | tuple):
        return _writable(BETWEEN.join(value))
    return _writable(value) if isinstance(value, str) else value


def _writable(text: str) -> str:
    """Leave out the characters that no XML may hold; a word of a closed list becomes plain text."""
    return _UNWRITABLE.sub("", str(text))


_UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
