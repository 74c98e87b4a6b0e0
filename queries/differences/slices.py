"""What a structure holds as of a day, as a structure: what is over or still to come is left out.

What an event, a document or a seat tells beside its ends of something that is left out stays as it tells it: the day
changes nothing about a merger that had four originals. So a slice can name things that are not in it.
"""

from __future__ import annotations

from typing import NamedTuple, TypeVar

from graphmodel.dates import Current, Day, span
from graphmodel.entities import Event, Item, Milestone, Source
from graphmodel.evidence import Completeness, Evidence, EvidenceLevel
from graphmodel.index import Index
from graphmodel.relations import CarriesPortfolio, Relation
from graphmodel.structure import ENTITY_TABLES, RELATION_TABLES, Structure

AnyItem = TypeVar("AnyItem", bound=Item)


class Slice(NamedTuple):
    """What a structure holds as of a day, and the fact ids of what is in it and may not have been there that day."""

    structure: Structure
    unknown: tuple[str, ...]


def at(structure: Structure, day: Day, level: EvidenceLevel = EvidenceLevel.ASSERTED) -> Slice:
    """Return what a structure holds as of a day, without what rests on less than a level of evidence.

    What is planned, in development or denied stays, for that is what is told of it. What may or may not have been
    there that day stays too, and is named. A relation goes with either of its ends, a milestone with its plan; events
    and sources stay.
    """
    index = Index(structure, day)
    tables = {table: _entities(index, getattr(structure, table), level) for table in ENTITY_TABLES}
    there = {entity.id for entities in tables.values() for entity in entities}
    tables["milestones"] = tuple(one for one in tables["milestones"] if _plan(one) in there)
    there = {entity.id for entities in tables.values() for entity in entities}
    relations = {
        table: tuple(
            _as_said(relation, day, level)
            for relation in getattr(structure, table)
            if _stays(index, relation, relation.key, level) and _ends(relation) <= there
        )
        for table in RELATION_TABLES
    }
    facts = there | {relation.key for found in relations.values() for relation in found}
    sliced = structure.model_copy(
        update={
            **tables,
            **relations,
            "silences": tuple(one for one in structure.silences if one.about in facts),
            "completeness": tuple(one for one in structure.completeness if _declared(one, facts, day, level)),
        }
    )
    kept = (fact for fact, _ in sliced.items())
    return Slice(sliced, tuple(fact for fact in kept if index.current(fact) is Current.UNKNOWN))


def counts(evidence: Evidence, level: EvidenceLevel) -> bool:
    """Tell whether something is told at a level of evidence: what is on its way or denied is told at every level."""
    return level.admits(evidence.modality) or not EvidenceLevel.ASSERTED.admits(evidence.modality)


def _entities(index: Index, entities: tuple[AnyItem, ...], level: EvidenceLevel) -> tuple[AnyItem, ...]:
    return tuple(
        _as_said(entity, index.as_of, level)
        for entity in entities
        if isinstance(entity, Event | Source) or _stays(index, entity, getattr(entity, "id"), level)  # noqa: B009  an entity
    )


def _stays(index: Index, item: Item, fact: str, level: EvidenceLevel) -> bool:
    return counts(item.evidence, level) and index.current(fact) is not Current.NO


def _as_said(item: AnyItem, day: Day, level: EvidenceLevel) -> AnyItem:
    """Leave out what was said of a property and did not hold that day."""
    claims = tuple(
        claim
        for claim in item.claims
        if counts(claim.evidence, level) and span(claim.valid_from, claim.valid_to).current(day) is not Current.NO
    )
    return item if len(claims) == len(item.claims) else item.model_copy(update={"claims": claims})


def _plan(milestone: Item) -> str:
    return milestone.plan if isinstance(milestone, Milestone) else ""


def _ends(relation: Relation) -> set[str]:
    at_large = isinstance(relation, CarriesPortfolio) and relation.group is None
    return {relation.start} if at_large else {relation.start, relation.finish}


def _declared(entry: Completeness, facts: set[str], day: Day, level: EvidenceLevel) -> bool:
    in_force = span(entry.valid_from, entry.valid_to).current(day) is not Current.NO
    return in_force and counts(entry.evidence, level) and (entry.about is None or entry.about in facts)
