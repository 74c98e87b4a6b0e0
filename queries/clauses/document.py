"""A document of clauses: what one source asks for, each line of it with its place and what sort of line it is."""

from __future__ import annotations

from enum import StrEnum
from typing import Self

from pydantic import Field, model_validator

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

    A rule may look for more than the clause asks: then `aspects` names, by rule, the aspects of its findings that
    belong to the clause.
    """

    id: str = Field(pattern=r"^[^\s#]+#[^\s#]+$")
    source: str = Field(min_length=1)
    place: str = Field(min_length=1)
    says: str = Field(min_length=1)
    kind: ClauseKind
    note: str | None = None
    aspects: dict[str, tuple[str, ...]] = Field(default_factory=dict)


class Clauses(Record):
    """The clauses of one source document, in the order of the source."""

    schema_: int = Field(default=1, alias="schema")
    source: str = Field(pattern=r"^[^\s#]+$")
    title: str = Field(min_length=1)
    note: str | None = None
    clauses: tuple[Clause, ...]

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
