"""How a proposal is written into a structure: everything new in it rests on the proposal, and says so.

The new facts are stated: by the proposal, a source of its own. They are not planned facts of the partnership, which no
chain is followed along, for then nobody could see what the proposal would do; nor are they inferred, as nothing is
concluded. What is carried over from a merged group is as firm as it was there, and no firmer.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

from graphmodel.dates import Current, Day
from graphmodel.entities import Entity, Item, Source
from graphmodel.evidence import Claim, ClaimValue, Evidence, Modality
from graphmodel.index import Index
from graphmodel.relations import Relation
from graphmodel.structure import ENTITY_TABLES, RELATION_TABLES, Structure

ItemT = TypeVar("ItemT", bound=Item)
_TABLE_OF = {class_.TYPE: table for table, class_ in ENTITY_TABLES.items()}
_THERE = frozenset(Modality) - {Modality.DENIED, Modality.NOT_STATED}
_FIRMEST = tuple(Modality)


class Proposal:
    """A structure on its way to what is proposed: entities by id and relations by natural key, in order."""

    def __init__(self, structure: Structure, day: Day, title: str) -> None:
        """Take in a structure as it is, the day of the change, and what the proposal is called."""
        self.before = structure
        self.day = day
        self.index = Index(structure, day)
        self.entities: dict[str, Entity] = {entity.id: entity for entity in structure.entities()}
        self.relations: dict[str, Relation] = {relation.key: relation for relation in structure.relations()}
        self._keys_before = frozenset(self.relations)
        self.source = self.free_id("proposal")
        self.entities[self.source] = Source(
            id=self.source, name=title or "Proposed change", date=day, evidence=Evidence(source=self.source)
        )

    def free_id(self, wanted: str) -> str:
        """Return an id that nothing bears: the one that is wanted, or else with a number."""
        numbered = (f"{wanted}-{number}" for number in range(2, len(self.entities) + 3))
        return next(id_ for id_ in (wanted, *numbered) if id_ not in self.entities)

    def evidence(self, *, note: str | None = None, as_firm_as: Evidence | None = None) -> Evidence:
        """Return the evidence of what the proposal says; as firm as other evidence, where it is carried over."""
        if as_firm_as is None:
            return Evidence(source=self.source, locator=_PLACE, note=note)
        return Evidence(
            source=self.source,
            locator=_PLACE,
            modality=as_firm_as.modality,
            reason=as_firm_as.reason,
            note=note or as_firm_as.note,
        )

    def holds(self, key: str, item: Item) -> bool:
        """Tell whether something may be there on the day, whatever it rests on: only that can end or be carried."""
        return self.index.current(key) is not Current.NO and item.evidence.modality in _THERE

    def touching(self, id_: str) -> tuple[Relation, ...]:
        """Return the relations of what is there on the day that have something at an end, in order."""
        return tuple(
            relation for relation in self.relations.values() if id_ in ends(relation) and self.stands(relation.key)
        )

    def stands(self, key: str) -> bool:
        """Tell whether a relation may be there, as far as the proposal is written."""
        relation = self.relations[key]
        return not self._is_ended(relation) and (key not in self._keys_before or self.holds(key, relation))

    def _is_ended(self, relation: Relation) -> bool:
        return any(claim.property == "valid_to" and claim.value == self.day for claim in relation.claims)

    def end(self, key: str) -> None:
        """Let an entity or a relation be over from the day of the change."""
        if key in self.relations and key not in self._keys_before:
            del self.relations[key]
        elif key in self.relations:
            self.relations[key] = self.saying(self.relations[key], {"valid_to": self.day})
        elif key in self.entities:
            self.entities[key] = self.saying(self.entities[key], {"valid_to": self.day})

    def saying(self, item: ItemT, values: Mapping[str, ClaimValue]) -> ItemT:
        """Return an item of which the proposal says something in the place of what was said: as claims of its own."""
        kept = tuple(claim for claim in item.claims if claim.property not in values)
        said = tuple(Claim(property=name, value=value, evidence=self.evidence()) for name, value in values.items())
        own = {name: None for name in values if name in type(item).model_fields}
        return item.model_copy(update={**own, "claims": (*kept, *said)})

    def add(self, relation: Relation) -> str:
        """Put in a relation, and return its key; of two alike the firmer stays."""
        there = self.relations.get(relation.key)
        if there is None or not self.stands(relation.key) or weaker(there, relation):
            self.relations[relation.key] = relation
        return relation.key

    def carried(self, relation: Relation, ends: Mapping[str, str | None], note: str) -> Relation:
        """Return a relation with other ends, as firm as it was, from the day on where it is known to hold then."""
        since: dict[str, str | None] = {}
        if self.index.current(relation.key) is Current.YES:
            since["valid_from"] = self.day
        claims = tuple(
            claim.model_copy(update={"evidence": self.evidence(as_firm_as=claim.evidence)})
            for claim in relation.claims
            if not (since and claim.property == "valid_from")
        )
        evidence = self.evidence(note=note, as_firm_as=relation.evidence)
        return relation.model_copy(update={**ends, **since, "claims": claims, "evidence": evidence})

    def structure(self, completeness: Iterable[object]) -> Structure:
        """Return what would be, as a structure of its own."""
        before = self.before
        tables: dict[str, list[object]] = {table: [] for table in (*ENTITY_TABLES, *RELATION_TABLES)}
        for entity in self.entities.values():
            tables[_TABLE_OF[entity.TYPE]].append(entity)
        for relation in self.relations.values():
            tables[_RELATIONS.get(relation.TYPE, "links")].append(relation)
        head = {
            "id": f"{before.id[:_ROOM]}.proposed",
            "title": f"{before.title[:_ROOM_OF_TITLE]}, as proposed",
            "as_of": self.day,
            "note": " ".join(filter(None, (before.note, _NOTE))),
        }
        kept = {name: getattr(before, name) for name in ("profile", "source", "silences")}
        return Structure.model_validate({**kept, **head, **tables, "completeness": tuple(completeness)})


_RELATIONS = {"seat": "seats", "line": "lines"}
_PLACE = "proposed"
_ROOM = 110
_ROOM_OF_TITLE = 480
_NOTE = "It is what a proposal would make of it: nothing of that is decided."


def ends(relation: Relation) -> tuple[str | None, ...]:
    """Return everything that a relation ties: its two ends, and on whose behalf somebody sits."""
    return (relation.start, relation.finish, getattr(relation, "on_behalf_of", None))


def weaker(one: Relation, other: Relation) -> bool:
    """Tell whether one relation rests on weaker evidence than another."""
    return _FIRMEST.index(one.evidence.modality) > _FIRMEST.index(other.evidence.modality)
