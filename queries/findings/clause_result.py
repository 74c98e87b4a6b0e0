"""What one clause of the source documents comes to in a structure."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from graphmodel.evidence import Record
from queries.clauses import ClauseKind
from queries.rule import Status


class ClauseStanding(StrEnum):
    """What a clause comes to, from worst to best, and then what says nothing of it."""

    FAIL = "fail"
    CONFLICT = "conflict"
    QUERY = "query"
    PARTLY = "partly"
    OBSERVED = "observed"
    NONE_KNOWN = "none_known"
    MET = "met"
    NA = "na"
    NOT_ASKED = "not_asked"


class ClauseResult(Record):
    """A clause with what the rules behind it say; not asked where they say something, but nothing of the clause.

    Of the findings that want evidence, `to_evidence` in number, `evidenced` have some; the others are questions. That
    nothing wrong is known wants none, and shows none. `rules` were asked; `off` are those that rest on the clause and
    that the profile leaves out.
    """

    id: str
    source: str
    place: str
    says: str
    kind: ClauseKind
    note: str | None = None
    standing: ClauseStanding
    counts: dict[Status, int] = Field(default_factory=dict)
    rules: tuple[str, ...] = ()
    off: tuple[str, ...] = ()
    evidenced: int = 0
    to_evidence: int = 0
