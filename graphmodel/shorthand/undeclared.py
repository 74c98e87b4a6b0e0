"""What an id stands for that statements mention and none declares."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graphmodel.entities import ENTITIES, Entity
from graphmodel.shorthand.grammar import DEFAULT_KINDS, LIKELIEST
from graphmodel.shorthand.words import Statement

EVERY_TYPE = frozenset(class_.TYPE for class_ in ENTITIES)
_CLASSES: Mapping[str, type[Entity]] = {class_.TYPE: class_ for class_ in ENTITIES}


@dataclass(frozen=True, slots=True)
class Mention:
    """An id in a statement: the types of entity that fit there, and the likeliest of them (or none)."""

    statement: Statement
    id: str
    types: frozenset[str] = EVERY_TYPE
    likely: str = ""


def undeclared(mentions: Iterable[Mention], declared: Mapping[str, str]) -> list[Entity]:
    """Return the entities that are mentioned only, in the order in which they first are.

    `declared` gives the type of the others by id; a `ShorthandError` if one of them stands where it does not fit.
    """
    by_id: dict[str, list[Mention]] = {}
    for mention in mentions:
        if mention.id not in declared:
            by_id.setdefault(mention.id, []).append(mention)
        elif declared[mention.id] not in mention.types:
            wanted = " or ".join(sorted(mention.types))
            raise mention.statement.error(f"expected a {wanted}, but `{mention.id}` is a {declared[mention.id]}")
    return [usual(_type(found), id_) for id_, found in by_id.items()]


def usual(type_: str, id_: str) -> Entity:
    """Return the entity that an id is taken for: nothing is known of it but its type."""
    row = {"id": id_, "name": id_} | ({"kind": DEFAULT_KINDS[type_]} if type_ in DEFAULT_KINDS else {})
    return _CLASSES[type_].model_validate(row | ({"plan": id_} if type_ == "milestone" else {}))


def _type(mentions: list[Mention]) -> str:
    fitting = frozenset.intersection(*(mention.types for mention in mentions))
    if not fitting:
        wanted = " and ".join(sorted({" or ".join(sorted(mention.types)) for mention in mentions}))
        raise mentions[-1].statement.error(f"expected one type for `{mentions[-1].id}`, but it is used as {wanted}")
    likely = {mention.likely for mention in mentions} & fitting
    return next((type_ for type_ in LIKELIEST if type_ in likely), "group" if "group" in fitting else min(fitting))
