"""The facts behind what hangs on somebody: what each says, from which source, where in it, and how firmly it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from graphmodel.entities import Item
from graphmodel.evidence import Evidence, Modality
from graphmodel.structure import Structure
from queries.engines.memory import MemoryEngine
from queries.wording import sentence
from viz.differences.words import of_several
from viz.whatif.teller import Teller
from viz.wording import MODALITIES


class Said(NamedTuple):
    """A fact in a sentence without a full stop, with its source and the place in it; empty where not told."""

    says: str
    source: str
    place: str
    modality: Modality
    reason: str


class Cited:
    """The facts of a structure, told with what they rest on."""

    def __init__(self, structure: Structure, teller: Teller) -> None:
        """Take in the facts as they are today."""
        self._structure = structure
        self._teller = teller
        self._engine = MemoryEngine(structure)
        self._titles = {source.id: source.name for source in structure.sources}
        self._numbers: dict[str, int] = {}
        self._without_source = False
        self._evidence: Mapping[str, Evidence] = dict(_evidence(structure))

    def facts(self, keys: Iterable[str]) -> Iterator[str]:
        """Say facts in a sentence each, with source and place in brackets."""
        for _, said in self.said(keys):
            yield f"{_large(said.says)}{self._rests(said)}."

    def resting(self, words: str, key: str) -> str:
        """Say words that rest on a fact as it was told, in a sentence with its source and place."""
        return f"{_large(words)}{self._rests(self._with_source(key, words))}."

    def sources(self) -> tuple[str, ...]:
        """Return the sources of all that was told, as they are numbered."""
        told = [f"Source {number}: {name}." for name, number in self._numbers.items()]
        if self._without_source:
            told.append("Of what stands here without a source, none is told.")
        return tuple(told)

    def said(self, keys: Iterable[str]) -> Iterator[tuple[str, Said]]:
        """Return what facts say and rest on, by their keys, in the order of these."""
        wanted = tuple(keys)
        found = self._engine.facts(wanted)
        for key in wanted:
            if key in found:
                fact = found[key]
                words = sentence(fact, self._teller.name)
                if fact.start and self._teller.several(fact.start):
                    words = of_several(words, self._teller.name(fact.start))
                yield key, self._with_source(key, words)

    def _with_source(self, key: str, words: str) -> Said:
        text, evidence = self._teller.text, self._evidence[key]
        source = self._structure.source_of(evidence) or ""
        title = text(self._titles.get(source, source))
        return Said(text(words), title, text(evidence.locator or ""), evidence.modality, text(evidence.reason or ""))

    def _rests(self, said: Said) -> str:
        """Say in brackets what a fact rests on; that it is stated is said by saying nothing else."""
        words = [said.place] if said.place else []
        if said.source:
            number = self._numbers.setdefault(said.source, len(self._numbers) + 1)
            words = [", ".join((f"source {number}", *words))]
        else:
            self._without_source = True
        if said.modality is not Modality.STATED:
            words.append(MODALITIES[said.modality] + (f", because {said.reason}" if said.reason else ""))
        return f" ({'; '.join(words)})" if words else ""


def _evidence(structure: Structure) -> Iterator[tuple[str, Evidence]]:
    items: list[tuple[str, Item]] = [(entity.id, entity) for entity in structure.entities()]
    items += [(relation.key, relation) for relation in structure.relations()]
    return ((key, item.evidence) for key, item in items)


def _large(text: str) -> str:
    return text[:1].upper() + text[1:]
