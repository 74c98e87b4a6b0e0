"""One structure on both engines, and what tells them apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import unified_diff
from itertools import product
from typing import Any

import neo4j

from graphmodel.dates import Day
from graphmodel.evidence import EvidenceLevel
from graphmodel.factids import claim_ids, list_ids, original_ids
from graphmodel.shorthand import write
from graphmodel.structure import Structure
from loaders.neo4j_store import push
from queries.audit import audit
from queries.catalogue import rules
from queries.engines.base import Engine, R, Read, StoredFact
from queries.engines.memory import MemoryEngine
from queries.engines.neo4j import Neo4jEngine
from queries.profile import profile, profile_ids

ASSERTED = EvidenceLevel.ASSERTED


@dataclass(frozen=True)
class Pair:
    """A structure, in memory and in the database."""

    name: str
    structure: Structure
    memory: MemoryEngine
    database: Neo4jEngine


def stored(driver: neo4j.Driver, structure: Structure, name: str = "random") -> Pair:
    """Push a structure and return it on both engines."""
    push(driver, structure)
    return Pair(name, structure, MemoryEngine(structure), Neo4jEngine(driver, structure.id))


def differences(pair: Pair, reads: Sequence[Read[Any]], days: Sequence[Day]) -> Iterator[str]:
    """Say where a read gives other rows, or in another order, or other types of value, from memory and database."""
    for read in reads:
        for day in days:
            ours, theirs = (exact_rows(engine, read, day) for engine in (pair.memory, pair.database))
            if ours != theirs:
                yield f"`{read.name}` as of {day} of {pair.name}\n{_apart(ours, theirs)}\n{write(pair.structure)}"


def different_facts(pair: Pair) -> Iterator[str]:
    """Say where the head, or a fact, or the order of its properties differs."""
    if pair.database.head() != pair.memory.head():
        yield f"{pair.database.head()} is not {pair.memory.head()}"
    ids = fact_ids(pair.structure)
    ours, theirs = (
        [_exact_fact(fact) for fact in engine.facts(ids).values()] for engine in (pair.memory, pair.database)
    )
    if ours != theirs:
        yield f"facts of {pair.name}\n{_apart(ours, theirs)}\n{write(pair.structure)}"


def different_reports(pair: Pair, days: Sequence[Day], levels: Sequence[EvidenceLevel] = (ASSERTED,)) -> Iterator[str]:
    """Say where a report, asked with any profile, is not the same text from memory and database."""
    engines = (Remembering(pair.memory), Remembering(pair.database))
    for name, day, level in product(profile_ids(), days, levels):
        ours, theirs = (
            audit(engine, as_of=day, profile=profile(name), rules=rules(), evidence=level).to_json().splitlines()
            for engine in engines
        )
        if ours != theirs:
            apart = "\n".join(unified_diff(ours, theirs, "memory", "Neo4j", lineterm=""))
            yield f"the report of {pair.name} by `{name}` as of {day}\n{apart}\n{write(pair.structure)}"


class Remembering:
    """An engine that is asked for the rows of a day once: they are the same for every profile."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._rows: dict[tuple[str, Day], tuple[Any, ...]] = {}
        self.head = engine.head
        self.facts = engine.facts

    def rows(self, read: Read[R], as_of: Day) -> tuple[R, ...]:
        if (read.name, as_of) not in self._rows:
            self._rows[read.name, as_of] = self._engine.rows(read, as_of)
        return self._rows[read.name, as_of]


def fact_ids(structure: Structure) -> list[str]:
    """Return the ids of everything in a structure that can be a fact, and of some things that cannot."""
    items = [key for key, _ in structure.items()]
    claims = [claim for key, item in structure.items() for claim in claim_ids(key, item.claims)]
    lists = [*list_ids(structure.completeness), "Completeness nothing"]
    originals = [fact for event in structure.events for fact in original_ids(event)]
    nothing = ["nothing #nothing", "Silence 0", "original m 0", "seat nobody nowhere member unknown", "line", ""]
    return [*items, *claims, *lists, *originals, *nothing]


def exact(value: Any) -> Any:
    """Return a value with its type, since to Python 1, 1.0 and True are equal; a text is a text, enumerated or not."""
    if isinstance(value, str):
        return str(value)
    if isinstance(value, tuple | list):
        return type(value).__name__, tuple(map(exact, value))
    return type(value).__name__, repr(value)


def exact_rows(engine: Engine, read: Read[Any], day: Day) -> list[tuple[Any, ...]]:
    """Return the rows of a read with the types of their values."""
    return [tuple(map(exact, row)) for row in engine.rows(read, day)]


def _exact_fact(fact: StoredFact) -> tuple[Any, ...]:
    properties = tuple((name, exact(value)) for name, value in fact.properties.items())
    return fact.id, fact.type, fact.start, fact.finish, properties


def _apart(ours: list[tuple[Any, ...]], theirs: list[tuple[Any, ...]]) -> str:
    here, there = Counter(ours), Counter(theirs)
    said = [f"  in memory only: {row}" for row in here - there] + [f"  in Neo4j only: {row}" for row in there - here]
    return "\n".join(said) or "  the rows are the same, but not their order"
