"""What must hold of a structure as a whole: ids are unique, references lead somewhere, relations stand once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING

from graphmodel.entities import Area, Document, Event, Fund, Milestone, Source
from graphmodel.relations import CarriesPortfolio, End, Relation, Seat

if TYPE_CHECKING:
    from graphmodel.entities import Entity, Item
    from graphmodel.evidence import Evidence
    from graphmodel.structure import Structure

Path = tuple[str | int, ...]
ANYTHING: frozenset[str] = frozenset()
"""As the wanted types of a reference: any entity will do."""
ON_BEHALF_OF = frozenset({"body", "group"})
"""The types of entity on whose behalf somebody can sit."""


@dataclass(frozen=True, slots=True)
class Flaw:
    """One thing that does not hold, at a path into the document such as ``("seats", 3, "member")``.

    `kind` is ``unknown`` (no entity has this id), ``wrong_type`` (the entity is of another type), ``duplicate_id`` or
    ``duplicate_relation``; `value` is the id or key; `wanted` the entity types that fit; `found` the type that is
    there, or the path of the first bearer.
    """

    path: Path
    kind: str
    value: str
    wanted: frozenset[str] = ANYTHING
    found: str = ""

    def __str__(self) -> str:
        """Say what is wrong in one sentence."""
        wanted = _a(" or ".join(sorted(self.wanted)) or "entity")
        return {
            "unknown": f"`{self.value}` is not {wanted} of this structure.",
            "wrong_type": f"`{self.value}` is {_a(self.found)}; here stands {wanted}.",
            "duplicate_id": f"`{self.value}` stands twice, first at {self.found}.",
            "duplicate_relation": f"`{self.value}` stands twice, first at {self.found}.",
        }[self.kind]


def _a(noun: str) -> str:
    return f"{'an' if noun[:1] in 'aeiou' else 'a'} {noun}"


class StructureError(ValueError):
    """A structure that does not hold together; `flaws` is everything that is wrong with it."""

    def __init__(self, flaws: tuple[Flaw, ...]) -> None:
        super().__init__("\n".join(str(flaw) for flaw in flaws))
        self.flaws = flaws


def flaws(structure: Structure, also: Mapping[str, str] | None = None) -> Iterator[Flaw]:
    """Yield everything wrong with the references of a structure, in the order of its document.

    `also` maps ids that count as known to their entity type (``""`` when not known): a loader names there what it
    had to leave out, so that one bad row does not make others look wrong.
    """
    types = dict(also or {})
    for table, entities in _entity_tables(structure):
        for entity in entities:
            types[entity.id] = entity.TYPE
        yield from _repeated(table, [entity.id for entity in entities], "duplicate_id")
    yield from _shared_ids(structure)
    check = _References(types)
    if structure.source is not None:
        yield from check(("source",), structure.source, {"source"})
    yield from _entity_flaws(check, structure)
    yield from _relation_flaws(check, structure)
    keys = set(types) | {relation.key for relation in structure.relations()}
    for table in ("silences", "completeness"):
        for place, entry in enumerate(getattr(structure, table)):
            if entry.about is not None and entry.about not in keys:
                yield Flaw((table, place, "about"), "unknown", entry.about)
    for place, entry in enumerate(structure.completeness):
        yield from _source(check, ("completeness", place), entry.evidence)


@dataclass(frozen=True)
class _References:
    types: Mapping[str, str]

    def __call__(self, path: Path, value: str, wanted: Collection[str]) -> Iterator[Flaw]:
        found = self.types.get(value)
        if found is None:
            yield Flaw(path, "unknown", value, frozenset(wanted))
        elif wanted and found and found not in wanted:
            yield Flaw(path, "wrong_type", value, frozenset(wanted), found)


def _entity_tables(structure: Structure) -> Iterator[tuple[str, tuple[Entity, ...]]]:
    from graphmodel.structure import ENTITY_TABLES  # noqa: PLC0415  structure calls this module

    for table in ENTITY_TABLES:
        yield table, getattr(structure, table)


def _repeated(table: str, names: list[str], kind: str) -> Iterator[Flaw]:
    if len(set(names)) == len(names):
        return
    first: dict[str, int] = {}
    for place, name in enumerate(names):
        if name in first:
            yield Flaw((table, place), kind, name, found=f"{table}[{first[name]}]")
        else:
            first[name] = place


def _shared_ids(structure: Structure) -> Iterator[Flaw]:
    """Yield ids that stand in more than one table; within one table `_repeated` has them."""
    bearers: dict[str, str] = {}
    for table, entities in _entity_tables(structure):
        for place, entity in enumerate(entities):
            other = bearers.setdefault(entity.id, table)
            if other != table:
                yield Flaw((table, place), "duplicate_id", entity.id, found=other)


def _entity_flaws(check: _References, structure: Structure) -> Iterator[Flaw]:
    for table, entities in _entity_tables(structure):
        for place, entity in enumerate(entities):
            if entity.TYPE in REFERENCES or not _rests_on_the_file_alone(entity):
                yield from _entity_references(check, (table, place), entity)


def _entity_references(check: _References, path: Path, entity: Entity) -> Iterator[Flaw]:
    yield from _sources(check, path, entity)
    for field, wanted in REFERENCES.get(entity.TYPE, {}).items():
        value = getattr(entity, field)
        if isinstance(value, tuple):
            for place, one in enumerate(value):
                yield from check((*path, field, place), one, wanted)
        elif value is not None:
            yield from check((*path, field), value, wanted)
    if isinstance(entity, Event):
        for place, original in enumerate(entity.originals):
            yield from check((*path, "originals", place, "id"), original.id, ANYTHING)
            yield from _source(check, (*path, "originals", place), original.evidence)
        for field in ("results", "participants", "subjects"):
            for place, value in enumerate(getattr(entity, field)):
                yield from check((*path, field, place), value, ANYTHING)


REFERENCES: dict[str, dict[str, frozenset[str]]] = {
    Milestone.TYPE: {"plan": frozenset({"plan"})},
    Fund.TYPE: {"accountable_body": frozenset({"body", "group"})},
    Document.TYPE: {
        "approved_by": frozenset({"group", "body", "post"}),
        "says_members": frozenset({"body", "group", "post", "person"}),
        "says_chair": frozenset({"body", "group", "post", "person"}),
        "says_accountable_to": frozenset({"group", "body", "post"}),
    },
    Area.TYPE: {"adjoins": frozenset({"area"})},
    Source.TYPE: {"updates": frozenset({"source"})},
    Event.TYPE: {"basis": frozenset({"document"})},
}
"""By entity type, the fields that hold the id of another entity, or a list of ids, and the types these may have."""


def _relation_flaws(check: _References, structure: Structure) -> Iterator[Flaw]:
    for table in ("seats", "lines", "links"):
        relations: tuple[Relation, ...] = getattr(structure, table)
        doubtful = _doubtful_classes(check.types, relations)
        for place, relation in enumerate(relations) if doubtful else ():
            if type(relation) in doubtful:
                yield from _relation_references(check, (table, place), relation)
        yield from _repeated(table, [relation.key for relation in relations], "duplicate_relation")


def _doubtful_classes(types: Mapping[str, str], relations: Iterable[Relation]) -> set[type[Relation]]:
    """Return the classes of which a relation may refer to something wrong: nearly always none.

    The ends of a class are looked at all at once, as a set; to look at one relation after the other takes five times as
    long.
    """
    by_class: dict[type[Relation], list[Relation]] = defaultdict(list)
    for relation in relations:
        by_class[type(relation)].append(relation)
    return {class_ for class_, alike in by_class.items() if not _plainly_sound(types, class_, alike)}


def _plainly_sound(types: Mapping[str, str], class_: type[Relation], alike: list[Relation]) -> bool:
    ends = [(class_.START.field, class_.START.types), (class_.FINISH.field, class_.FINISH.types)]
    if class_ is Seat:
        ends.append(("on_behalf_of", ON_BEHALF_OF))
    on_the_file_alone = not any(map(_CLAIMS, alike)) and set(map(_SOURCE, alike)) <= {None}
    return on_the_file_alone and all(
        {types.get(id_) for id_ in set(map(attrgetter(field), alike)) - {None}} <= wanted for field, wanted in ends
    )


_CLAIMS = attrgetter("claims")
_SOURCE = attrgetter("evidence.source")


def _rests_on_the_file_alone(item: Item) -> bool:
    return item.evidence.source is None and not item.claims


def _relation_references(check: _References, path: Path, relation: Relation) -> Iterator[Flaw]:
    ends: tuple[End, ...] = (relation.START, relation.FINISH)
    if isinstance(relation, CarriesPortfolio) and relation.group is None:
        ends = (relation.START,)
    for end in ends:
        yield from check((*path, end.word), getattr(relation, end.field), end.types)
    if isinstance(relation, Seat) and relation.on_behalf_of is not None:
        yield from check((*path, "on_behalf_of"), relation.on_behalf_of, ON_BEHALF_OF)
    yield from _sources(check, path, relation)


def _sources(check: _References, path: Path, item: Item) -> Iterator[Flaw]:
    yield from _source(check, path, item.evidence)
    for place, claim in enumerate(item.claims):
        yield from _source(check, (*path, "claims", place), claim.evidence)


def _source(check: _References, path: Path, evidence: Evidence) -> Iterator[Flaw]:
    if evidence.source is not None:
        yield from check((*path, "evidence", "source"), evidence.source, {"source"})
