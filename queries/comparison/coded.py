"""What one coder made of a text: facts, each with how firmly it stands and whatever else is said of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any, NamedTuple

from graphmodel.entities import Entity
from graphmodel.evidence import Modality
from graphmodel.relation import Relation
from graphmodel.structure import Structure

_ABSENT = frozenset({Modality.DENIED, Modality.NOT_STATED})


class Fact(NamedTuple):
    """What is coded: a type, and the ends by the ids of the first coder, else by those of the second."""

    type: str
    start: str
    finish: str


class Row(NamedTuple):
    """A fact as it was coded: its modality, and whatever else is said of it."""

    modality: Modality
    values: Mapping[str, Any]


Coded = Mapping[Fact, list[Row]]


def coded(structure: Structure, same: Mapping[str, str]) -> Coded:
    """Return the facts of a structure; `same` says what the second coder's ids are called."""
    found: dict[Fact, list[Row]] = defaultdict(list)
    for relation in structure.relations():
        fact = Fact(relation.TYPE, same.get(relation.start, relation.start), same.get(relation.finish, relation.finish))
        found[fact].append(Row(relation.evidence.modality, values_of(relation, same)))
    for event in structure.events:
        here = same.get(event.id, event.id)
        for original in event.originals:
            fact = Fact("original", here, same.get(original.id, original.id))
            found[fact].append(Row(original.evidence.modality, {"continues": original.continues}))
        for result in event.results:
            found[Fact("result", here, same.get(result, result))].append(Row(event.evidence.modality, {}))
    return {fact: sorted(rows, key=_in_order) for fact, rows in found.items()}


def is_there(*modalities: Modality) -> bool:
    """Tell whether a coder says that something is there: who denies it, or finds it not stated, does not say so."""
    return any(modality not in _ABSENT for modality in modalities)


def there(facts: Coded) -> frozenset[Fact]:
    """Return the facts that a coder says are there."""
    return frozenset(fact for fact, rows in facts.items() if is_there(*(row.modality for row in rows)))


def _in_order(row: Row) -> str:
    return repr(sorted(row.values.items(), key=lambda item: item[0]))


_NOT_SAID = frozenset({"type", "id", "name", "aliases", "named", "evidence", "claims", "originals", "results"})


def values_of(item: Entity | Relation, same: Mapping[str, str]) -> dict[str, Any]:
    """Return what is said of an item, claims too, with the names of the first coder."""
    ends = {item.START.field, item.FINISH.field} if isinstance(item, Relation) else set()
    given = item.model_dump(mode="json", exclude={*_NOT_SAID, *ends})
    said = {name: value for name, value in given.items() if value not in (None, [])}
    said |= {f"claim: {claim.property}": claim.model_dump(mode="json")["value"] for claim in item.claims}
    return {name: _mapped(value, same) for name, value in said.items()}


def _mapped(value: Any, same: Mapping[str, str]) -> Any:
    if isinstance(value, list):
        return sorted((_mapped(one, same) for one in value), key=str)
    return same.get(value, value) if isinstance(value, str) else value
