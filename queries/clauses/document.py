"""A document of clauses: what one source asks for, each line of it with its place and what sort of line it is."""

from __future__ import annotations

from enum import StrEnum
from typing import Self

from pydantic import Field, model_validator

from graphmodel.dates import Day, FullDate, PartialDate, earliest
from graphmodel.evidence import Record


class ClauseKind(StrEnum):
    """What sort of line a clause is."""

    REQUIREMENT = "requirement"
    EXPECTATION = "expectation"
    EXAMPLE = "example"
    BENEFIT = "benefit"
    PRINCIPLE = "principle"
    FINDING = "finding"
    CONCEPT = "concept"
    STANDARD = "standard"
    GUIDANCE = "guidance"


class Clause(Record):
    """One thing that a source asks for or observes. `id` is source#place; `note` says where it holds, or how softly.

    `dated` is since when it could be read, where that is later than the source; `until` is the last day it holds. A
    rule may look for more than the clause asks: then `aspects` names, by rule, the aspects of its findings that belong
    to the clause.
    """

    id: str = Field(pattern=r"^[^\s#]+#[^\s#]+$")
    source: str = Field(min_length=1)
    place: str = Field(min_length=1)
    says: str = Field(min_length=1)
    kind: ClauseKind
    note: str | None = None
    dated: PartialDate | None = None
    until: FullDate | None = None
    aspects: dict[str, tuple[str, ...]] = Field(default_factory=dict)

    def holds_on(self, day: Day | str) -> bool:
        """Tell whether the clause could be read on a day, and held."""
        begun = self.dated is None or earliest(self.dated) <= str(day)
        return begun and (self.until is None or str(day) <= self.until)


class Clauses(Record):
    """The clauses of one source document, in the order of the source.

    `dated` is the day, month or year of the document. One that speaks to its own kind of partnership in its own time is
    quoted `only_where_named`: by profiles that have it among their sources. Law and general practice hold for all.
    """

    schema_: int = Field(default=1, alias="schema")
    source: str = Field(pattern=r"^[^\s#]+$")
    title: str = Field(min_length=1)
    note: str | None = None
    dated: PartialDate | None = None
    only_where_named: bool = False
    clauses: tuple[Clause, ...]

    def on(self, day: Day | str) -> tuple[Clause, ...]:
        """Return the clauses that could be read on a day and still held; none of a document that is later."""
        there = self.there_on(day)
        return tuple(clause for clause in self.clauses if there and clause.holds_on(day))

    def there_on(self, day: Day | str) -> bool:
        """Tell whether the document could be read on a day."""
        return self.dated is None or earliest(self.dated) <= str(day)

    @model_validator(mode="after")
    def _of_one_source(self) -> Self:
        """Refuse clauses of another source, and ids that stand twice."""
        ids = [clause.id for clause in self.clauses]
        if strangers := [
            clause.id
            for clause in self.clauses
            if clause.source != self.source or not clause.id.startswith(f"{self.source}#")
        ]:
            raise ValueError(f"not of the source {self.source}: {', '.join(strangers)}")
        if twice := sorted({name for name in ids if ids.count(name) > 1}):
            raise ValueError(f"twice: {', '.join(twice)}")
        return self
