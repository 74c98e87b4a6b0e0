"""A structure as linked data in the words of the W3C Organization Ontology, as JSON-LD.

Every fact is a node of its own with its dates and what it rests on. The plain statements of ORG beside it, such as
`org:memberOf` and `org:reportsTo`, have no room for either: they say that something is so, now and without doubt. So
they stand only where a source states a fact, and it and both of its ends are surely in force on the day of the
structure. A seat is no line, and who attends as an adviser is no member.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from graphmodel.currency import left_open, spans
from graphmodel.dates import ALWAYS, UNKNOWN, Current, Day
from graphmodel.entities import Body, Entity, Event, Group
from graphmodel.evidence import EvidenceLevel, Modality
from graphmodel.relations import Holds, PartOf, PostIn, Relation, ReportingLine, Seat
from graphmodel.structure import ENTITY_TABLES
from loaders.exchange import org_words as words
from loaders.tables.columns import EVIDENCE, TABLES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphmodel.evidence import Evidence
    from graphmodel.structure import Structure

Node = dict[str, Any]
_TABLES = {class_.TYPE: table for table, class_ in ENTITY_TABLES.items()} | {"seat": "seats", "line": "lines"}
_AS_ENTITY = {"post": "org:Post", "person": "foaf:Person", "area": "dct:Location", "source": "prov:Entity"}
_NOT_OWN = frozenset({"id", "name", "aliases", "type", "evidence", "claims", "originals"})


def as_org(structure: Structure) -> str:
    """Write a structure as JSON-LD."""
    content = {
        "@context": {**words.CONTEXT, "here": f"urn:answerable:partnership:{words.iri(structure.id)}:"},
        "@graph": list(_Describing(structure).nodes()),
    }
    return json.dumps(content, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


class _Describing:
    def __init__(self, structure: Structure) -> None:
        self._structure = structure
        self._on = None if structure.as_of is None else Day(structure.as_of)
        self._spans = spans(structure)
        self._open = left_open(structure)
        self._entities = {entity.id: entity for entity in structure.entities()}
        self._concepts: dict[str, Node] = {}
        self._plainly: dict[str, dict[str, list[Node]]] = {}

    def nodes(self) -> Iterator[Node]:
        head = self._structure.model_dump(mode="json", include={"as_of", "profile", "note"}, exclude_none=True)
        own = {f"own:{name}": value for name, value in head.items()}
        yield {"@id": "here:", "@type": "own:Structure", "dct:title": self._structure.title, **own}
        facts = [self._relation(relation) for relation in self._structure.relations()]
        for entity in self._structure.entities():
            yield {**self._entity(entity), **self._plainly.get(entity.id, {})}
        yield from facts
        yield from self._concepts.values()

    def _entity(self, entity: Entity) -> Node:
        node: Node = {"@id": _here(entity.id), "@type": [*self._types(entity), f"own:{entity.TYPE.capitalize()}"]}
        node["skos:prefLabel"] = entity.name
        if entity.aliases:
            node["skos:altLabel"] = list(entity.aliases)
        if isinstance(entity, Body | Group):
            kind = self._concept(f"{entity.TYPE}_kind", entity.kind)
            node |= {"org:classification": kind} if self._is_organisation(entity) else {}
        if isinstance(entity, Event):
            node |= self._change(entity)
        return node | self._own(entity, _TABLES[entity.TYPE])

    def _types(self, entity: Entity) -> list[str]:
        if not self._counts(entity.evidence):
            return []
        if isinstance(entity, Event):
            return ["org:ChangeEvent"] if entity.kind in words.CHANGES else []
        if isinstance(entity, Body | Group):
            return [_organisation(entity)] if self._is_organisation(entity) else []
        return [_AS_ENTITY[entity.TYPE]] if entity.TYPE in _AS_ENTITY else []

    def _is_organisation(self, entity: Entity | None) -> bool:
        """Tell whether something is an organisation that there is, and no mere series of meetings."""
        return (
            isinstance(entity, Body | Group)
            and self._counts(entity.evidence)
            and entity.kind not in words.NO_ORGANISATION
        )

    def _change(self, event: Event) -> Node:
        """Tell what an event began with and what came of it; of a change of organisations in the words of ORG too."""
        node: Node = {}
        before = [original.id for original in event.originals]
        if event.originals:
            node["own:original"] = [
                {
                    "own:what": _ref(original.id),
                    "own:continues": original.continues,
                    **self._evidence(original.evidence),
                }
                for original in event.originals
            ]
        if event.kind in words.CHANGES and self._counts(event.evidence):
            sure = [one.id for one in event.originals if self._counts(one.evidence)]
            for word, ids in (("original", [id_ for id_ in before if id_ in sure]), ("resulting", event.results)):
                found = [_ref(id_) for id_ in ids if self._is_organisation(self._entities.get(id_))]
                node |= {f"org:{word}Organization": found} if found else {}
        return node

    def _relation(self, relation: Relation) -> Node:
        types = [f"own:{''.join(part.capitalize() for part in relation.TYPE.split('_'))}"]
        node: Node = {"@id": _here(relation.key), "@type": types}
        node |= {
            f"own:{end.word}": _ref(id_)
            for end, id_ in ((relation.START, relation.start), (relation.FINISH, relation.finish))
        }
        if isinstance(relation, Seat) and self._is_membership(relation):
            types.insert(0, "org:Membership")
            node |= {"org:member": _ref(relation.member), "org:organization": _ref(relation.group)}
            node["org:role"] = self._concept("role", relation.role, "org:Role")
            node |= _during(relation)
        self._say_plainly(relation)
        return node | self._own(relation, _TABLES.get(relation.TYPE, "links"))

    def _is_membership(self, seat: Seat) -> bool:
        return (
            self._counts(seat.evidence)
            and seat.role not in words.NO_MEMBERS
            and self._entities[seat.member].TYPE != "post"  # a member is somebody who acts, and a post does not
            and self._is_organisation(self._entities[seat.group])
        )

    def _say_plainly(self, relation: Relation) -> None:
        """Say of the two ends what ORG has a plain statement for, where it is so without doubt."""
        start, finish = relation.start, relation.finish
        if relation.evidence.modality is not Modality.STATED or not self._holds_now(relation.key):
            return
        if not all(self._holds_now(end) and self._counts(self._entities[end].evidence) for end in (start, finish)):
            return  # what is over, or was never there, is in nothing and answers to nobody
        areas = {self._entities[start].TYPE, self._entities[finish].TYPE} == {"area"}
        whole = self._is_organisation(self._entities[start]) and self._is_organisation(self._entities[finish])
        if isinstance(relation, Seat):
            word = "org:memberOf" if self._is_membership(relation) else ""
        elif isinstance(relation, ReportingLine):
            word = "org:reportsTo" if relation.kind in words.REPORTING else ""
        elif isinstance(relation, PartOf):
            word = "dct:isPartOf" if areas else "org:subOrganizationOf" if whole else ""
        elif isinstance(relation, PostIn):
            word = "org:postIn" if self._is_organisation(self._entities[finish]) else ""
        else:
            word = {Holds.TYPE: "org:holds", "covers": "dct:spatial"}.get(relation.TYPE, "")
        if word:
            said = self._plainly.setdefault(start, {}).setdefault(word, [])
            said += [] if _ref(finish) in said else [_ref(finish)]

    def _counts(self, evidence: Evidence) -> bool:
        return EvidenceLevel.ASSERTED.admits(evidence.modality)

    def _holds_now(self, key: str) -> bool:
        """Tell whether a fact is surely in force on the day of the structure; without a day, if it has no dates."""
        bounds = self._spans.get(key, ALWAYS)
        if self._on is None:
            return bounds == ALWAYS and key not in self._open
        return bounds.current(self._on) is Current.YES and not self._open.get(key, self._on) < self._on

    def _own(self, item: Entity | Relation, table: str) -> Node:
        """Give the fields of an item under our own words."""
        columns = TABLES[table].by_field
        ends = {item.START.word, item.FINISH.word} if isinstance(item, Relation) else set()
        values = item.model_dump(mode="json", by_alias=True, exclude_none=True, exclude=set(_NOT_OWN))
        node: Node = {}
        for name, value in values.items():
            is_off = value is False and type(item).model_fields[name].default is False
            if name not in ends and value != [] and not is_off:
                node[f"own:{name}"] = _refs(value) if columns[name].is_reference else value
        return node | self._evidence(item.evidence)

    def _evidence(self, evidence: Evidence) -> Node:
        source = self._structure.source_of(evidence)
        node: Node = {"prov:hadPrimarySource": _ref(source)} if source else {}
        node["own:modality"] = self._concept("modality", evidence.modality)
        given = evidence.model_dump(mode="json", exclude_none=True, exclude={"source", "modality"})
        return node | {f"own:{EVIDENCE.rstrip('.')}_{name}": value for name, value in given.items()}

    def _concept(self, scheme: str, word: str, *types: str) -> Node:
        found = words.concept(scheme, word, *types)
        self._concepts.setdefault(str(found["@id"]), found)
        return {"@id": found["@id"]}


def _organisation(entity: Body | Group) -> str:
    if isinstance(entity, Group):
        return "org:OrganizationalCollaboration" if entity.kind in words.COLLABORATIONS else "org:Organization"
    if entity.set:
        return "org:Organization"
    formal = "org:FormalOrganization" if entity.kind in words.FORMAL else "org:Organization"
    return "org:OrganizationalUnit" if entity.kind in words.UNITS else formal


def _during(relation: Relation) -> Node:
    """Give the time of a membership, as far as it is known."""
    bounds = {"time:hasBeginning": relation.valid_from, "time:hasEnd": relation.valid_to}
    known = {word: _instant(date) for word, date in bounds.items() if date not in (None, UNKNOWN) if date}
    return {"org:memberDuring": {"@type": "time:Interval", **known}} if known else {}


def _instant(date: str) -> Node:
    word, type_ = {4: ("inXSDgYear", "gYear"), 7: ("inXSDgYearMonth", "gYearMonth")}.get(
        len(date), ("inXSDDate", "date")
    )
    return {"@type": "time:Instant", f"time:{word}": {"@value": date, "@type": f"xsd:{type_}"}}


def _here(id_: str) -> str:
    return f"here:{words.iri(id_)}"


def _ref(id_: str) -> Node:
    return {"@id": _here(id_)}


def _refs(value: str | list[str]) -> Node | list[Node]:
    return [_ref(one) for one in value] if isinstance(value, list) else _ref(value)
