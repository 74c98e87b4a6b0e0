"""What replies change in a structure: entities and relations added, evidence made firmer, claims set beside.

Nothing is taken out but a silence that somebody has ended. The structure that was read stays as it is.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import chain
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from graphmodel.entities import Entity, Item, Source
from graphmodel.evidence import Claim, Completeness, Evidence, Modality, Silence, What
from graphmodel.relations import Relation
from graphmodel.structure import ENTITY_TABLES, RELATION_TABLES, Structure
from loaders.names import Names, folded

if TYPE_CHECKING:
    from collections.abc import Collection

    from graphmodel.evidence import ClaimValue
    from graphmodel.place import Problem

_TABLE_OF = {class_.TYPE: table for table, class_ in ENTITY_TABLES.items()}


class Changes:
    """A structure on its way to the next one."""

    def __init__(self, structure: Structure) -> None:
        """Take the structure that was asked about."""
        self.read = structure
        self.problems: list[Problem] = []
        self._tables: dict[str, list[Item]] = {
            table: list(getattr(structure, table)) for table in (*ENTITY_TABLES, *RELATION_TABLES)
        }
        self._note = structure.note
        self._silences: dict[tuple[str, str], tuple[Silence, ...]] = {}
        for one in structure.silences:
            key = (one.about, str(one.what))
            self._silences[key] = (*self._silences.get(key, ()), one)
        self._complete = list(structure.completeness)
        self._completed = {(one.about, str(one.of)) for one in structure.completeness}
        self._places: dict[str, tuple[str, int]] = {}
        self._at: dict[tuple[str, str], list[tuple[str, int]]] = defaultdict(list)
        for table, items in self._tables.items():
            for place, item in enumerate(items):
                self._places.setdefault(_key(item), (table, place))
                self._note_ends(item, table, place)
        self._known: dict[frozenset[str], Names] = {}
        self._titles: dict[str, str] = {}
        for source in self.entities("source"):
            self._note_titles(source)
        self._numbers: Counter[str] = Counter()

    def structure(self) -> Structure:
        """Return the changed structure; the one that was read where nothing has changed."""
        tables: dict[str, Any] = {table: tuple(items) for table, items in self._tables.items()}
        tables |= {
            "silences": tuple(chain.from_iterable(self._silences.values())),
            "completeness": tuple(self._complete),
            "note": self._note,
        }
        if all(getattr(self.read, table) == rows for table, rows in tables.items()):
            return self.read
        kept = {name: getattr(self.read, name) for name in self.read.model_fields_set}
        return Structure.model_validate({**kept, **tables})

    def item(self, key: str) -> Item | None:
        """Return an entity or relation by its fact id."""
        found = self._places.get(key)
        return self._tables[found[0]][found[1]] if found else None

    def entity(self, id_: str) -> Entity | None:
        """Return an entity by its id."""
        found = self.item(id_)
        return found if isinstance(found, Entity) else None

    def name(self, key: str) -> str:
        """Name an entity, or the one that a relation starts from."""
        entity = self.entity(key.split(" ")[1] if " " in key else key)
        return entity.name if entity else key

    def add(self, item: Item) -> None:
        """Add an entity or relation that is not there yet."""
        if isinstance(item, Relation):
            table = {"seat": "seats", "line": "lines"}.get(item.TYPE, "links")
        else:
            table = _TABLE_OF[getattr(item, "TYPE", "")]
        place = len(self._tables[table])
        self._places[_key(item)] = (table, place)
        self._tables[table].append(item)
        self._note_ends(item, table, place)
        if isinstance(item, Entity):
            for types, names in self._known.items():
                if getattr(item, "TYPE", "") in types:
                    for word in _words(item):
                        names.add(item.id, word)

    def put(self, key: str, item: Item) -> None:
        """Put a changed item in the place of the one with this fact id; the id itself must not change."""
        table, place = self._places[key]
        self._tables[table][place] = item

    def relations(self, type_: str, *, at: str) -> list[Any]:
        """Return the relations of a type that start or end at an entity, as they are by now."""
        return [self._tables[table][place] for table, place in self._at.get((type_, at), ())]

    def entities(self, type_: str) -> tuple[Any, ...]:
        """Return the entities of a type."""
        return tuple(self._tables[_TABLE_OF[type_]])

    def claim(self, key: str, property_: str, value: ClaimValue, evidence: Evidence, **dates: str | None) -> bool:
        """Set a claim beside an item; False where the very same stands there already, by whatever source."""
        item = self.item(key)
        if item is None:
            return False
        made = Claim(property=property_, value=value, evidence=evidence, **dates)
        if any(_alike(claim, made) for claim in item.claims):
            return False
        self.put(key, item.model_copy(update={"claims": (*item.claims, made)}))
        return True

    def set(self, key: str, property_: str, value: object) -> bool:
        """Give a property the value that nobody had given it; False where the model takes no such value."""
        item = self.item(key)
        if item is None or property_ not in type(item).model_fields:
            return True
        try:
            changed = type(item).model_validate({**fields_of(item), property_: value})
        except ValidationError:
            return False
        if _key(changed) == key:  # a property that a relation is known by stays a claim
            self.put(key, changed)
        return True

    def confirm(self, relation: Relation, evidence: Evidence, **dates: str | None) -> None:
        """Let a relation rest on what a reply says; what it rested on before stands beside it as a claim."""
        word, other = relation.FINISH.word, relation.finish
        if relation.evidence == evidence:
            return
        if relation.evidence.modality is Modality.STATED:
            self.claim(relation.key, word, other, evidence, **dates)
            return
        before = Claim(property=word, value=other, evidence=relation.evidence)
        self.put(relation.key, relation.model_copy(update={"evidence": evidence, "claims": (*relation.claims, before)}))

    def silence(self, about: str, what: str, note: str) -> None:
        """Leave a thing not stated, with a word that somebody was asked."""
        if what in set(What) and (about, what) not in self._silences:
            self._silences[about, what] = (Silence(about=about, what=What(what), note=note),)

    def end_silence(self, about: str, what: str) -> None:
        """Take out the silence that a reply has ended."""
        self._silences.pop((about, what), None)

    def note(self, text: str) -> None:
        """Add to the note of the whole structure what is about no single item of it."""
        if text not in (self._note or ""):
            self._note = f"{self._note} {text}" if self._note else text

    def complete(self, about: str, what: str, evidence: Evidence) -> bool:
        """Declare a list complete; False where it is not one that can be declared so."""
        if what not in set(What):
            return False
        if (about, what) not in self._completed:
            self._completed.add((about, what))
            self._complete.append(Completeness(of=What(what), about=about, evidence=evidence))
        return True

    def source(self, title: str, date: str | None = None) -> str:
        """Return the id of the source with this title, made where there is none."""
        if known := self._titles.get(folded(title)):
            return known
        made = Source(id=self.new_id("reply"), name=title[:500], date=date)
        self.add(made)
        self._note_titles(made)
        return made.id

    def new_id(self, stem: str) -> str:
        """Return an id that nothing has yet."""
        self._numbers[stem] += 1
        while f"{stem}-{self._numbers[stem]}" in self._places:
            self._numbers[stem] += 1
        return f"{stem}-{self._numbers[stem]}"

    def names(self, types: Collection[str]) -> Names:
        """Return the names by which things of these types are known."""
        wanted = frozenset(types)
        if wanted not in self._known:
            found = [entity for type_ in types for entity in self.entities(type_)]
            self._known[wanted] = Names((entity.id, word) for entity in found for word in _words(entity))
        return self._known[wanted]

    def _silent(self) -> tuple[Silence, ...]:
        """Return the silences that are left, in the order in which they were read."""
        left = tuple(chain.from_iterable(self._silences.values()))
        return self.read.silences if set(left) == set(self.read.silences) else left

    def _note_ends(self, item: Item, table: str, place: int) -> None:
        if isinstance(item, Relation):
            for end in dict.fromkeys((item.start, item.finish)):
                self._at[item.TYPE, end].append((table, place))

    def _note_titles(self, source: Entity) -> None:
        for word in _words(source):
            self._titles.setdefault(folded(word), source.id)


def fields_of(item: Item) -> dict[str, Any]:
    """Return the fields of an item with their values, and nothing that was worked out from them."""
    return {name: getattr(item, name) for name in type(item).model_fields}


def _words(entity: Entity) -> tuple[str, ...]:
    """Return the words by which an entity is known."""
    return (entity.id, entity.name, *entity.aliases)


def _key(item: Item) -> str:
    return item.key if isinstance(item, Relation) else str(getattr(item, "id"))  # noqa: B009  an entity has one


def _alike(one: Claim, other: Claim) -> bool:
    same = ("property", "value", "valid_from", "valid_to")
    return one.evidence == other.evidence and all(getattr(one, name) == getattr(other, name) for name in same)
