"""What a fact rests on: sources, evidence, claims about single properties, silences and complete lists."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from graphmodel.dates import PartialDate

Id = Annotated[str, StringConstraints(min_length=1, max_length=120, pattern=r"^[^\s\x00-\x1f\x7f|]+$")]
"""A name for the machine: no spaces, no control characters, no ``|``."""
FactId = Annotated[str, StringConstraints(min_length=1)]
"""What names an item: the id of an entity, or the natural key of a relation, which holds spaces."""


class Record(BaseModel):
    """The manners of every part of the model: immutable, and no key that we do not know."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", populate_by_name=True, hide_input_in_errors=True, allow_inf_nan=False
    )


class Modality(StrEnum):
    """How a source speaks of a fact; the order is from strong to weak."""

    STATED = "stated"
    INFERRED = "inferred"
    ASSERTED_GENERAL = "asserted_general"
    IN_DEVELOPMENT = "in_development"
    PLANNED = "planned"
    DENIED = "denied"
    NOT_STATED = "not_stated"


class EvidenceLevel(StrEnum):
    """How weak a fact may be and still count."""

    STATED = "stated"
    INFERRED = "inferred"
    ASSERTED = "asserted"

    def admits(self, modality: Modality) -> bool:
        """Tell whether a fact in force, of this modality, counts at this level."""
        return modality in _ADMITTED[self]


_ADMITTED = {
    EvidenceLevel.STATED: frozenset({Modality.STATED}),
    EvidenceLevel.INFERRED: frozenset({Modality.STATED, Modality.INFERRED}),
    EvidenceLevel.ASSERTED: frozenset({Modality.STATED, Modality.INFERRED, Modality.ASSERTED_GENERAL}),
}


class Evidence(Record):
    """Where a fact comes from and how firmly it stands there.

    A `source` that is None is the source given once for the file. `reason` says why an inferred fact was inferred;
    `note` is ours, `quote` a short quotation.
    """

    source: Id | None = None
    locator: str | None = None
    modality: Modality = Modality.STATED
    reason: str | None = None
    note: str | None = None
    quote: str | None = Field(default=None, max_length=300)
    captured_on: PartialDate | None = None
    captured_by: str | None = None


PLAIN = Evidence()
"""Stated by the source of the file, at no particular place."""

Scalar = bool | int | float | str
ClaimValue = Scalar | tuple[str, ...] | None


class Claim(Record):
    """Evidence about one property of the item it stands on.

    Two claims that differ and hold at the same date are a conflict; one that is denied is an evidenced absence.
    """

    property: str = Field(min_length=1)
    value: ClaimValue = None
    evidence: Evidence = PLAIN
    valid_from: PartialDate | None = None
    valid_to: PartialDate | None = None


class What(StrEnum):
    """What can be silent, denied or declared complete about a subject."""

    TERMS_OF_REFERENCE = "terms_of_reference"
    LINE = "line"
    CHAIR = "chair"
    VICE_CHAIR = "vice_chair"
    MEMBERSHIP = "membership"
    PART_OF = "part_of"
    CONTINUATION = "continuation"
    PREDECESSORS = "predecessors"
    NAME = "name"
    COUNT = "count"
    DATE = "date"
    RHYTHM = "rhythm"
    HOME = "home"
    HOLDER = "holder"
    LINE_MANAGER = "line_manager"
    REPRESENTATIVE = "representative"
    LEAD = "lead"
    SUBJECT = "subject"
    OWNER = "owner"
    MONITORING = "monitoring"
    MILESTONES = "milestones"
    JOINT_PLAN = "joint_plan"
    SELF_ASSESSMENT = "self_assessment"
    CONTENT = "content"
    FUNDING = "funding"
    FUNDING_GROUP = "funding_group"
    POOLING = "pooling"
    LSP_LINK = "lsp_link"
    YOT_LINK = "yot_link"
    VOLUNTARY_LINK = "voluntary_link"
    PCT_LINK = "pct_link"
    NEIGHBOURHOOD_RENEWAL = "neighbourhood_renewal"
    STATUTORY_ORDER = "statutory_order"
    FORMALISATION = "formalisation"
    SECRETARIAT = "secretariat"
    POSTS = "posts"
    GROUPS = "groups"
    AUTHORITY_TYPE = "authority_type"
    SEAT = "seat"
    TIE = "tie"
    ELEMENTS = "elements"
    APPROVAL = "approval"
    REVIEW = "review"
    LEAD_OFFICER = "lead_officer"
    SENIOR_RESPONSIBLE_OWNER = "senior_responsible_owner"
    FREQUENCY = "frequency"
    POWERS = "powers"
    SENIORITY = "seniority"
    AUTHORITY = "authority"
    REPORT = "report"
    STRATEGY = "strategy"
    TARGETS = "targets"
    PLANNING = "planning"
    DECISIONS = "decisions"
    ACCOUNTABLE_BODY = "accountable_body"
    AREA = "area"
    AGREEMENT = "agreement"
    CONSULTATION = "consultation"
    COPY = "copy"
    STAFF = "staff"


class Silence(Record):
    """What the sources do not say of something: a question to ask, never a fault."""

    about: FactId
    what: What
    note: str | None = None


class Completeness(Record):
    """The declaration that a list is the whole list: the only thing that lets silence become `fail`.

    `about` is the item whose list it is; None means every item of the file. `of` is what was listed.
    """

    of: What
    about: FactId | None = None
    evidence: Evidence = PLAIN
    valid_from: PartialDate | None = None
    valid_to: PartialDate | None = None
