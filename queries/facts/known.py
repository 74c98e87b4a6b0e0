"""What is known of a structure as of a day, at a level of evidence: rows, and how firmly each fact stands."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from graphmodel.dates import Day
from graphmodel.evidence import EvidenceLevel, Modality
from graphmodel.kinds import GOVERNANCE_KINDS
from queries.burden.places import HeldPlace, by_organisation, by_sitter, places
from queries.engines.base import Engine, FactId, Head, R, Read
from queries.facts.filled import FILLED
from queries.facts.organisations import Organisations
from queries.facts.said import Said
from queries.outcome import COMING
from queries.partnership.belonging import neighbours
from queries.reads import (
    AREAS,
    CLAIMS,
    COMPLETE,
    DOCUMENTS,
    ENTITIES,
    GROUPS,
    HOLDERS,
    HOMES,
    LINES,
    LINKS,
    MONEY,
    ORIGINALS,
    PARTS,
    PLAN_TIES,
    SEATS,
    STAFF,
)
from queries.reads.entities import EntityRow
from queries.reads.groups import GroupRow
from queries.ways.chains import Chains

_RELATIONS: Mapping[str, Read[Any]] = {
    "line": LINES, "seat": SEATS, "governed_by": DOCUMENTS, "part_of": PARTS, "post_in": HOMES, "holds": HOLDERS,
    "works_with": LINKS, "linked_to": LINKS, "escalates_to": LINKS, "covers": AREAS,
    "line_managed_by": STAFF, "supports": STAFF, "carries_portfolio": STAFF, "co_located_with": STAFF,
    **dict.fromkeys(
        ("owns", "monitors", "delivers", "jointly_accountable_for", "reported_to", "contributes_to"), PLAN_TIES
    ),
    "funds": MONEY, "pooled_into": MONEY, "plans_use_of": MONEY, "original": ORIGINALS,
}  # fmt: skip
"""The read that has the relations of a type, by the word with which their fact ids begin."""
_STATED = ("stated", "yes")
_OF_LINES = ("subject", "kind")
"""What claims about a line must not differ on for it to be firm."""


class Known:
    """Rows that count at a level of evidence, asked of an engine once and shared by all rules."""

    def __init__(self, engine: Engine, as_of: Day, level: EvidenceLevel) -> None:
        self.engine = engine
        self.as_of = as_of
        self.level = level
        self._rows: dict[str, tuple[Any, ...]] = {}
        self._counted: dict[str, tuple[Any, ...]] = {}
        self._in_force: dict[str, tuple[Any, ...]] = {}
        self._stands: dict[str, Mapping[FactId, tuple[str, str]]] = {}

    def all_rows(self, read: Read[R]) -> tuple[R, ...]:
        """Return the rows of a read, whatever they rest on."""
        if read.name not in self._rows:
            rows: tuple[Any, ...] = self.engine.rows(read, self.as_of)
            fill = FILLED.get(read.name)
            self._rows[read.name] = tuple(fill(row, self.said) for row in rows) if fill and self.said.gives else rows
        return self._rows[read.name]

    def rows(self, read: Read[R]) -> tuple[R, ...]:
        """Return the rows that count: in force at the level of evidence, or on their way (in development, planned)."""
        if read.name not in self._counted:
            found = tuple(row for row in self.all_rows(read) if self.counts(row.modality))  # type: ignore[attr-defined]  # any row
            self._counted[read.name] = found
        return self._counted[read.name]

    def in_force(self, read: Read[R]) -> tuple[R, ...]:
        """Return the rows in force at the level of evidence: a chain is not followed along what is only planned."""
        if read.name not in self._in_force:
            found = tuple(row for row in self.all_rows(read) if self.level.admits(row.modality))  # type: ignore[attr-defined]  # any row
            self._in_force[read.name] = found
        return self._in_force[read.name]

    def counts(self, modality: str) -> bool:
        """Tell whether a fact of this modality counts at the level of evidence, or is on its way."""
        return self.level.admits(Modality(modality)) or modality in COMING

    @cached_property
    def entities(self) -> Mapping[str, EntityRow]:
        """Every entity by id, ended and denied ones too, for names and ends."""
        return {row.fact: row for row in self.all_rows(ENTITIES)}

    @cached_property
    def present(self) -> frozenset[str]:
        """The entities that are there on the day, at the level of evidence: not over, to come, planned or denied."""
        return frozenset(row.fact for row in self.in_force(ENTITIES) if row.current != "no")

    def name(self, entity: str) -> str:
        """Return the name of an entity, or of the structure itself; its id where it has none."""
        if entity in self.entities:
            return self.entities[entity].name
        return self.head.title if entity == self.head.id else entity

    @cached_property
    def head(self) -> Head:
        """What the structure says of itself."""
        return self.engine.head()

    def several(self, entity: str) -> bool:
        """Tell whether a name is that of several bodies or groups alike."""
        row = self.entities.get(entity)
        return row is not None and row.set and row.type in ("body", "group")

    @cached_property
    def groups(self) -> Mapping[str, GroupRow]:
        """The governance groups in force that are not known to be over, by id; those left open are not among them."""
        return {row.fact: row for row in self._governance if not row.left_open}

    @cached_property
    def left_open(self) -> tuple[str, ...]:
        """The governance groups that a change leaves in doubt: whether they still exist is asked once, nothing else."""
        return tuple(row.fact for row in self._governance if row.left_open)

    @cached_property
    def to_come(self) -> tuple[str, ...]:
        """The governance groups that are planned, in development, or begin only after the day: not audited."""
        known = {row.fact: row for row in self.all_rows(GROUPS) if row.kind in GOVERNANCE_KINDS}
        return tuple(
            group
            for group, row in known.items()
            if row.modality in COMING or (self.level.admits(Modality(row.modality)) and self.entities[group].to_come)
        )

    @cached_property
    def _governance(self) -> tuple[GroupRow, ...]:
        return tuple(row for row in self.in_force(GROUPS) if row.kind in GOVERNANCE_KINDS and row.current != "no")

    @cached_property
    def chains(self) -> Chains:
        """The lines in force, as chains."""
        return Chains(
            self.in_force(LINES),
            self.in_force(PARTS),
            self.entities,
            self.groups,
            present=self.present,
            contested=self.said.contested(_OF_LINES),
        )

    @cached_property
    def neighbours(self) -> frozenset[str]:
        """The governance groups that stand beside the partnerships, and are not audited as part of them."""
        return neighbours(self.groups, self.chains)

    @cached_property
    def organisations(self) -> Organisations:
        """Who each seat in force counts for."""
        seats = [seat for seat in self.in_force(SEATS) if seat.member in self.present]
        return Organisations(seats, self.in_force(HOMES), self.in_force(HOLDERS), self.entities, self.present)

    @cached_property
    def places(self) -> tuple[HeldPlace, ...]:
        """Who sits on which governance group, each once, with what it costs in a year."""
        return places(self.organisations, self.groups, self.entities)

    @cached_property
    def places_of_organisations(self) -> Mapping[str, tuple[HeldPlace, ...]]:
        """The same by the body that each counts for."""
        return by_organisation(self.places)

    @cached_property
    def places_of_sitters(self) -> Mapping[str, tuple[HeldPlace, ...]]:
        """The same by the person, post or body that sits."""
        return by_sitter(self.places)

    def standing(self, fact: FactId) -> tuple[str, str]:
        """Return how a source speaks of a fact and whether it is current; stated and current where it is no fact."""
        if fact in self.said.standings:
            return self.said.standings[fact]
        relation, space, _ = fact.partition(" ")
        read = _RELATIONS.get(relation) if space else ENTITIES
        return _STATED if read is None else self._standings(read).get(fact, _STATED)

    def _standings(self, read: Read[Any]) -> Mapping[FactId, tuple[str, str]]:
        """Ask only for the reads whose facts somebody asks about: most rules never look at the seats."""
        if read.name not in self._stands:
            # What a change began with has no dates of its own.
            rows = self.all_rows(read)
            self._stands[read.name] = {row[0]: (row.modality, getattr(row, "current", "yes")) for row in rows}
        return self._stands[read.name]

    @cached_property
    def said(self) -> Said:
        """What is said beside the facts: claims, denials, complete lists."""
        return Said(
            self.engine.rows(CLAIMS, self.as_of),
            self.engine.rows(DOCUMENTS, self.as_of),
            self.engine.rows(COMPLETE, self.as_of),
            self.level,
        )
