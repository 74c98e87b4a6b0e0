"""Names and facts of a proposal as they are shown: no names of persons unless asked for."""

from __future__ import annotations

from collections.abc import Iterable

from graphmodel.entities import Entity
from graphmodel.structure import Structure
from queries.engines.memory import MemoryEngine
from queries.wording import joined, sentence
from viz.privacy import HIDDEN, Veil


class Teller:
    """Tells what stands in a structure as it is, or as it would be."""

    def __init__(self, before: Structure, after: Structure, *, names: bool) -> None:
        """Take in both sides; what is on both goes by the name that it has before."""
        self.veil = Veil(before, names=names)
        self._entities: dict[str, Entity] = {
            **{entity.id: entity for entity in after.entities()},
            **{entity.id: entity for entity in before.entities()},
        }
        self._before = frozenset(entity.id for entity in before.entities())
        self._engines = (MemoryEngine(after), MemoryEngine(before))

    def name(self, id_: str) -> str:
        """Return the name of something."""
        if self.veil.hides(id_):
            return HIDDEN
        entity = self._entities.get(id_)
        return self.veil.text(entity.name) if entity else id_

    def is_new(self, id_: str) -> bool:
        """Tell whether something is there only as it would be."""
        return id_ not in self._before

    def type(self, id_: str) -> str:
        """Return the type of something."""
        return self._entities[id_].TYPE

    def entity(self, id_: str) -> Entity:
        """Return an entity as it is before, or else as it would be."""
        return self._entities[id_]

    def several(self, id_: str) -> bool:
        """Tell whether a name is that of several alike."""
        entity = self._entities.get(id_)
        return bool(getattr(entity, "set", False))

    def names(self, ids: Iterable[str]) -> str:
        """Return names as a sentence lists them."""
        return joined(self.name(id_) for id_ in ids)

    def text(self, text: str) -> str:
        """Return a text without names of persons."""
        return self.veil.text(text)

    def facts(self, keys: Iterable[str]) -> tuple[str, ...]:
        """Return what relations say, a sentence each without a full stop, in the order of their keys."""
        wanted = tuple(keys)
        found = {key: fact for engine in self._engines for key, fact in engine.facts(wanted).items()}
        return tuple(self.veil.text(sentence(found[key], self.name)) for key in wanted if key in found)
