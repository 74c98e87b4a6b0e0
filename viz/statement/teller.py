"""What every sentence of a statement is made with: the structure on its day, and the notes it cites."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from graphmodel.claimed import firmest
from graphmodel.currency import fact_id
from graphmodel.dates import Current
from graphmodel.entities import Entity, Group
from graphmodel.evidence import Claim, EvidenceLevel, Modality
from graphmodel.index import Index
from graphmodel.relations import Relation
from viz.statement.words import Notes, Verb, does, is_several, listed, sentence, takes_plural

COMING = frozenset({Modality.IN_DEVELOPMENT, Modality.PLANNED})


@dataclass(frozen=True, slots=True)
class Teller:
    """What every sentence needs: the structure on its day, how weak a fact may be, and the notes."""

    index: Index
    level: EvidenceLevel
    notes: Notes

    def told(self, relations: Iterable[Relation]) -> list[Relation]:
        """Return the relations that are told: in force at the level of evidence, or on their way."""
        return [one for one in relations if self.level.admits(one.evidence.modality) or one.evidence.modality in COMING]

    def leaving(self, type_: str, group: Group) -> list[Relation]:
        """Return the relations of a type that start from a group."""
        return self.told(self.index.leaving(type_, group.id))

    def arriving(self, type_: str, group: Group) -> list[Relation]:
        """Return the relations of a type that lead to a group."""
        return self.told(self.index.arriving(type_, group.id))

    def cite(self, *items: Relation | Entity) -> str:
        """Return the references for what a sentence rests on, after a word where its dates leave it in doubt."""
        doubtful = any(self.index.current(fact_id(item)) is Current.UNKNOWN for item in items)
        doubt = ", though whether that was so on the day cannot be told from the dates given" if doubtful else ""
        return f"{doubt}{self.notes.cite(item.evidence for item in items)}"

    def claimed(self, item: Entity, name: str) -> Claim | None:
        """Return the firmest claim that gives a property a value where the item gives none."""
        if getattr(item, name) not in (None, "unknown"):
            return None
        return firmest(item, name, self.index.as_of, self.level.admits)


def relations(teller: Teller, group: Group, type_: str, verb: Verb) -> Iterator[str]:
    """Yield a sentence for each way of speaking of what a group does to others."""
    for modality, ties in by_modality(teller.leaving(type_, group)):
        others = [teller.index.entity[tie.finish] for tie in ties]
        yield sentence(it(group), does(verb, modality, plural=is_several(group)), listed(others), teller.cite(*ties))


def subjects(teller: Teller, ties: list[Relation], verb: Verb, modality: Modality, *, cited: bool = True) -> str:
    """Return the sentence on what others do to a group."""
    others = list({tie.start: teller.index.entity[tie.start] for tie in ties}.values())
    plural = len(others) > 1 or takes_plural(others[0])
    return sentence(listed(others), does(verb, modality, plural=plural), teller.cite(*ties) if cited else "")


def by_modality(relations: Iterable[Relation]) -> Iterator[tuple[Modality, list[Any]]]:
    found = sorted(relations, key=lambda one: tuple(Modality).index(one.evidence.modality))
    for modality, alike in groupby(found, key=lambda one: one.evidence.modality):
        yield modality, list(alike)


def it(group: Group) -> str:
    return "they" if is_several(group) else "it"


def is_number(number: float | str | None) -> bool:
    return number is not None and number != "unknown"
