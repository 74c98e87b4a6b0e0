"""Which entities of two codings of one text are the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from rapidfuzz import utils

from graphmodel.entities import Entity, Source
from graphmodel.structure import Structure


class Match(NamedTuple):
    """Entities that are the same: the id of the first coder, by that of the second.

    `how` says of each id of the second by what it was matched: ``given``, ``id`` or ``name``. `apart` has the ids that
    both gave to different things, with what the second's is called instead.
    """

    same: Mapping[str, str]
    how: Mapping[str, str]
    apart: Mapping[str, str]

    @property
    def ids(self) -> Mapping[str, str]:
        """What each id of the second coder is called, where it is not its own."""
        return {**self.apart, **self.same}


def matched(one: Structure, other: Structure, given: Mapping[str, str]) -> Match:
    """Match the entities of two structures: as given, by first id to second, else by id, else by name or alias.

    Only things of one type are the same, and names match only where one thing alone on each side has them.
    """
    mine, theirs = _entities(one), _entities(other)
    same: dict[str, str] = {}
    how: dict[str, str] = {}
    taken: set[str] = set()

    def match(second: str, first: str, by: str) -> None:
        if second not in same and first not in taken and mine[first].TYPE == theirs[second].TYPE:
            same[second], how[second] = first, by
            taken.add(first)

    for first, second in given.items():
        match(second, first, "given")
    for id_ in theirs:
        if id_ in mine:
            match(id_, id_, "id")
    left = _by_name(entity for id_, entity in mine.items() if id_ not in taken)
    for (type_, name), ids in _by_name(entity for id_, entity in theirs.items() if id_ not in same).items():
        found = left.get((type_, name), ())
        if len(found) == len(ids) == 1:
            match(next(iter(ids)), next(iter(found)), "name")
    return Match(same, how, {id_: f"{id_} (2)" for id_ in theirs if id_ not in same and id_ in mine})


def plain_name(name: str) -> str:
    """Return a name without capitals, marks and double spaces, by which it is the same as another."""
    return " ".join(utils.default_process(name).split())


def _entities(structure: Structure) -> dict[str, Entity]:
    return {entity.id: entity for entity in structure.entities() if not isinstance(entity, Source)}


def _by_name(entities: Iterable[Entity]) -> dict[tuple[str, str], dict[str, None]]:
    found: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    for entity in entities:
        for name in (entity.name, *entity.aliases):
            found[entity.TYPE, plain_name(name)][entity.id] = None
    return found
