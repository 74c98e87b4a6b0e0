"""What every engine can do, and what a read is.

A read selects, joins and counts; it is written twice, in Python over the index and in Cypher, and both must return the
same rows. Judgement (circles, chains, statuses, wording) is never a read's business.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

from graphmodel.dates import Day
from graphmodel.index import Index

FactId = str
"""The id of an entity, the natural key of a relation, or the id of a claim or complete list."""

R = TypeVar("R", bound=tuple[Any, ...])


@dataclass(frozen=True)
class Read(Generic[R]):
    """Something that can be asked of either engine.

    `row` is a NamedTuple whose first field, `fact`, orders the rows; `cypher` returns columns of the same names and
    takes the parameters ``$structure`` and ``$as_of``.
    """

    name: str
    row: type[R]
    memory: Callable[[Index], Iterable[R]]
    cypher: str


@dataclass(frozen=True, slots=True)
class Head:
    """What a structure says of itself, and the hash of its content."""

    id: str
    title: str
    as_of: str | None
    profile: str | None
    source: str | None
    hash: str


@dataclass(frozen=True, slots=True)
class StoredFact:
    """A fact as it stands in the graph: its type, ends and flat properties by name, for a report to put into words.

    `start` and `finish` are empty for an entity; for a claim `start` is what it is about.
    """

    id: FactId
    type: str
    start: str
    finish: str
    properties: Mapping[str, Any]


class Engine(Protocol):
    """One structure that can be asked."""

    def head(self) -> Head:
        """Return what the structure says of itself."""
        ...

    def rows(self, read: Read[R], as_of: Day) -> tuple[R, ...]:
        """Return the rows of a read as of a day, ordered by their first field."""
        ...

    def facts(self, ids: Collection[FactId]) -> Mapping[FactId, StoredFact]:
        """Return the facts with these ids, ordered by id; an id that is none is left out."""
        ...
