"""What is known of a structure as of a day, at a level of evidence: rows, and how firmly each fact stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from functools import cached_property
from typing import Any, NamedTuple

from graphmodel.dates import UNKNOWN, Day
from graphmodel.evidence import EvidenceLevel, Modality, What
from queries.chains import Chains
from queries.engines.base import Engine, FactId, R, Read
from queries.organisations import Organisations
from queries.reads import CLAIMS, COMPLETE, DOCUMENTS, ENTITIES, GROUPS, HOLDERS, HOMES, LINES, LINKS, PARTS, SEATS
from queries.reads.entities import EntityRow
from queries.reads.groups import GroupRow

_COMING = frozenset({Modality.IN_DEVELOPMENT, Modality.PLANNED})
_RELATIONS: Mapping[str, Read[Any]] = {
    "line": LINES, "seat": SEATS, "governed_by": DOCUMENTS, "part_of": PARTS, "post_in": HOMES, "holds": HOLDERS,
    "works_with": LINKS, "linked_to": LINKS, "escalates_to": LINKS,
}  # fmt: skip
"""The read that has the relations of a type, by the word with which their fact ids begin."""
_STATED = ("stated", "yes")
_GOVERNANCE = frozenset({"partnership", "board", "group", "forum", "network"})


class Known:
    """Rows that count at a level of evidence, asked of an engine once and shared by all rules."""

    def __init__(self, engine: Engine, as_of: Day, level: EvidenceLevel) -> None:
        self.engine = engine
        self.as_of = as_of
        self.level = level
        self._rows: dict[str, tuple[Any, ...]] = {}
        self._stands: dict[str, Mapping[FactId, tuple[str, str]]] = {}

    def all_rows(self, read: Read[R]) -> tuple[R, ...]:
        """Return the rows of a read, whatever they rest on."""
        if read.name not in self._rows:
            self._rows[read.name] = self.engine.rows(read, self.as_of)
        return self._rows[read.name]

    def rows(self, read: Read[R]) -> tuple[R, ...]:
        """Return the rows that count: in force at the level of evidence, or on their way (in development, planned)."""
        return tuple(row for row in self.all_rows(read) if self._counts(row))

    def in_force(self, read: Read[R]) -> tuple[R, ...]:
        """Return the rows in force at the level of evidence: a chain is not followed along what is only planned."""
        return tuple(row for row in self.all_rows(read) if self.level.admits(row.modality))  # type: ignore[attr-defined]

    def _counts(self, row: Any) -> bool:
        return self.level.admits(row.modality) or row.modality in _COMING

    @cached_property
    def entities(self) -> Mapping[str, EntityRow]:
        """Every entity by id, ended and denied ones too, for names and ends."""
        return {row.fact: row for row in self.all_rows(ENTITIES)}

    def name(self, entity: str) -> str:
        """Return the name of an entity; its id where it has none."""
        return self.entities[entity].name if entity in self.entities else entity

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
    def _governance(self) -> tuple[GroupRow, ...]:
        return tuple(row for row in self.in_force(GROUPS) if row.kind in _GOVERNANCE and row.current != "no")

    @cached_property
    def chains(self) -> Chains:
        """The lines in force, as chains."""
        return Chains(self.in_force(LINES), self.entities, self.in_force(PARTS), self.groups, self._contested)

    @cached_property
    def organisations(self) -> Organisations:
        """Who each seat in force counts for."""
        return Organisations(self.in_force(SEATS), self.in_force(HOMES), self.in_force(HOLDERS), self.entities)

    def standing(self, fact: FactId) -> tuple[str, str]:
        """Return how a source speaks of a fact and whether it is current; stated and current where it is no fact."""
        relation, space, _ = fact.partition(" ")
        read = _RELATIONS.get(relation) if space else ENTITIES
        return _STATED if read is None else self._standings(read).get(fact, _STATED)

    def _standings(self, read: Read[Any]) -> Mapping[FactId, tuple[str, str]]:
        """Ask only for the reads whose facts somebody asks about: most rules never look at the seats."""
        if read.name not in self._stands:
            self._stands[read.name] = {row[0]: (row.modality, row.current) for row in self.all_rows(read)}
        return self._stands[read.name]

    def denied(self, subject: str, what: What) -> FactId | None:
        """Return the fact by which something is denied of a subject, if there is one."""
        if what is What.TERMS_OF_REFERENCE and subject in self._denied_terms:
            return self._denied_terms[subject]
        return self._denials.get((subject, what))

    @cached_property
    def _denials(self) -> dict[tuple[str, str], FactId]:
        return {
            (claim.about, claim.property): claim.fact
            for claim in reversed(self.all_rows(CLAIMS))
            if claim.modality == Modality.DENIED and claim.value is None and claim.current == "yes"
        }

    @cached_property
    def _denied_terms(self) -> dict[str, FactId]:
        """Collect the groups with a document that stands for there being none."""
        found: dict[str, FactId] = {}
        for tie in reversed(self.all_rows(DOCUMENTS)):
            denied = Modality.DENIED in (tie.modality, tie.document_modality) or tie.status == "none"
            if denied and tie.kind == What.TERMS_OF_REFERENCE and tie.current == "yes":
                found[tie.group] = tie.fact
        return found

    def complete(self, subject: str, what: What) -> FactId | None:
        """Return the declaration that a list of a subject is complete, its own before the file's; None without one."""
        return self._complete.get((subject, what)) or self._complete.get(("", what))

    @cached_property
    def _complete(self) -> dict[tuple[str, str], FactId]:
        """Only what is stated closes a list: that it is complete cannot be inferred."""
        stated = (row for row in self.all_rows(COMPLETE) if row.modality == Modality.STATED and row.current == "yes")
        return {(row.about, row.what): row.fact for row in reversed(tuple(stated))}

    def differing(self, about: str, properties: tuple[str, ...]) -> tuple[FactId, ...]:
        """Return the claims about an item that differ, on one of these properties, from each other or the item."""
        said = self._said.get(about, {})
        return tuple(sorted({fact for name in properties if name in said for fact in _differing(said[name])}))

    @cached_property
    def _contested(self) -> frozenset[FactId]:
        """Collect the items about which claims differ on any property."""
        return frozenset(about for about, said in self._said.items() if any(map(_differing, said.values())))

    @cached_property
    def _said(self) -> dict[FactId, dict[str, list[_Said]]]:
        """Collect what is said of each property: the item's own value, then every claim that gives or denies one."""
        found: dict[FactId, dict[str, list[_Said]]] = defaultdict(lambda: defaultdict(list))
        for claim in self.all_rows(CLAIMS):
            denied = claim.modality == Modality.DENIED
            if (
                claim.current != "yes"
                or claim.value in (None, UNKNOWN)
                or not (denied or self.level.admits(Modality(claim.modality)))
            ):
                continue
            said = found[claim.about][claim.property]
            if not said and claim.own is not None:
                said.append(_Said("", claim.own, denied=False))
            said.append(_Said(claim.fact, claim.value, denied=denied))
        return found


class _Said(NamedTuple):
    """A value given to a property, or denied of it; the item's own value has no fact id."""

    fact: FactId
    value: Any
    denied: bool


def _differing(said: Collection[_Said]) -> list[FactId]:
    """Return the claims among what is said of one property that give different values, or deny one that is given."""
    given = {one.value for one in said if not one.denied}
    denied = {one.value for one in said if one.denied} & given
    return [one.fact for one in said if one.fact and (one.value in denied or (len(given) > 1 and not one.denied))]
