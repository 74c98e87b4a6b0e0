"""Whom somebody means by an id, a name, an alias, or something near one; all that is wrong is told at once."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from answerable.papers import choice_of
from loaders.names import Names
from viz.text import clean

if TYPE_CHECKING:
    from graphmodel.structure import Structure

_WORDS = {"body": "a body", "group": "a group", "post": "a post", "person": "a person"}
_NEVER_MEANT = frozenset({"source", "event"})


class Meant:
    """The entities of a structure by what they are called. `wrong` is all that could not be found, in sentences.

    Persons are found by their own names, and never suggested: a suggestion would tell a name that nobody asked for.
    """

    def __init__(self, structure: Structure, where: str = "this file") -> None:
        """Take in what everything is called, and what the structure is called in a message."""
        self._where = where
        entities = [entity for entity in structure.entities() if entity.TYPE not in _NEVER_MEANT]
        self._types = {entity.id: entity.TYPE for entity in entities}
        self._names = {entity.id: entity.name for entity in entities}
        self._called = [(one.id, word) for one in entities for word in (one.id, one.name, *one.aliases)]
        self._known = Names(self._called)
        self.wrong: list[str] = []

    def also(self, id_: str, name: str, type_: str = "group") -> None:
        """Take in something that a proposal makes."""
        self._types.setdefault(id_, type_)
        self._names.setdefault(id_, name)
        for word in (id_, name):
            self._called.append((id_, word))
            self._known.add(id_, word)

    @property
    def types(self) -> Mapping[str, str]:
        """The types of entities by id."""
        return self._types

    def name(self, id_: str) -> str:
        """Return a name for a message."""
        return f"{clean(self._names[id_])} ({id_})" if self._types[id_] != "person" else "a person"

    def found(self, called: str, types: Collection[str]) -> str | None:
        """Return the id of the only one of some types that is called so; None where there is none, or several."""
        if self._types.get(called) in types:
            return called
        same = [id_ for id_ in self._known.same(called) if self._types[id_] in types]
        return same[0] if len(same) == 1 else None

    def meant(self, called: str, types: Collection[str]) -> str:
        """Return the id of who is meant; what was given, with a sentence in `wrong`, where that cannot be told."""
        found = self.found(called, types)
        if found is None:
            self.wrong.append(self._why_not(called, types))
        return found or called

    def _why_not(self, called: str, types: Collection[str]) -> str:
        known = (called,) if called in self._types else self._known.same(called)
        fitting = [id_ for id_ in known if self._types[id_] in types]
        wanted = choice_of(words) if len(words := _wanted(types)) > 1 else words[0]
        if len(fitting) > 1:
            return f"`{clean(called)}` may be {choice_of(map(self.name, fitting))}. Give the id."
        if known:
            return f"{self.name(known[0])} is a {self._types[known[0]]}: here stands {wanted}."
        of_type = Names((id_, word) for id_, word in self._called if self._types[id_] in {*types} - {"person"})
        near = of_type.nearest(called)
        if not near:
            return f"There is no `{clean(called)}` in {self._where} that is {wanted}."
        told = [self.name(id_) for id_ in near]
        guess = choice_of(told) if len(told) > 1 else told[0]
        return f"There is no `{clean(called)}` in {self._where} that is {wanted}. Did you mean {guess}?"


def _wanted(types: Collection[str]) -> list[str]:
    return [word for type_, word in _WORDS.items() if type_ in types] or [f"a {choice_of(sorted(types))}"]
