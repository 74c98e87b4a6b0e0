"""What the words of the shorthand stand for: verbs for relations, kinds for entities, words for properties."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from graphmodel.entities import (
    ENTITIES,
    AuthorityType,
    Body,
    BodyKind,
    Document,
    DocumentKind,
    DocumentStatus,
    Entity,
    Event,
    EventKind,
    Fund,
    FundKind,
    Group,
    GroupKind,
    Integration,
    Plan,
    PlanKind,
    Tier,
)
from graphmodel.evidence import Modality
from graphmodel.relations import (
    CarriesPortfolio,
    CoLocatedWith,
    ContributesTo,
    Covers,
    Delivers,
    EscalatesTo,
    Funds,
    GovernedBy,
    Holds,
    JointlyAccountableFor,
    LineManagedBy,
    LinkedTo,
    Monitors,
    Owns,
    PartOf,
    PlansUseOf,
    PooledInto,
    PostIn,
    Relation,
    ReportedTo,
    ReportingLine,
    Seat,
    Supports,
    WorksWith,
)


@dataclass(frozen=True)
class Verb:
    """The words between two ids. `turned` verbs name the relation's second end first."""

    words: tuple[str, ...]
    relation: type[Relation]
    fixed: Mapping[str, str] = field(default_factory=dict)
    turned: bool = False


def _verb(words: str, relation: type[Relation], *, turned: bool = False, **fixed: str) -> Verb:
    return Verb(tuple(words.split()), relation, fixed, turned)


VERBS = (
    _verb("=>", ReportingLine, kind="accountable_to"),
    _verb("->", ReportingLine, kind="reports_to"),
    _verb("~>", ReportingLine, kind="delegated_by"),
    _verb("on", Seat, role="member"),
    _verb("chairs", Seat, role="chair"),
    _verb("vice-chairs", Seat, role="vice_chair"),
    _verb("deputises on", Seat, role="deputy"),
    _verb("attends", Seat, role="adviser_in_attendance"),
    _verb("serves", Seat, role="secretariat"),
    _verb("leads", Seat, role="lead_officer"),
    _verb("answers for", Seat, role="senior_responsible_owner"),
    _verb("escalates to", EscalatesTo),
    _verb("part of", PartOf),
    _verb("managed by", LineManagedBy),
    _verb("holds", Holds),
    _verb("in", PostIn),
    _verb("carries", CarriesPortfolio),
    _verb("owns", Owns),
    _verb("monitors", Monitors),
    _verb("delivers", Delivers),
    _verb("jointly accountable for", JointlyAccountableFor),
    _verb("reported to", ReportedTo),
    _verb("contributes to", ContributesTo),
    _verb("funds", Funds),
    _verb("pooled into", PooledInto),
    _verb("plans use of", PlansUseOf),
    _verb("linked to", LinkedTo),
    _verb("works with", WorksWith),
    _verb("co-located with", CoLocatedWith),
    _verb("supports", Supports),
    _verb("covers", Covers),
    _verb("governs", GovernedBy, turned=True),
    _verb("governed by", GovernedBy),
)

KINDS: dict[tuple[str, ...], tuple[type[Entity], str | None]] = {
    **{(kind.value,): (class_, kind.value) for class_, kinds in (
        (Group, GroupKind), (Body, BodyKind), (Document, DocumentKind), (Plan, PlanKind), (Event, EventKind),
    ) for kind in kinds},
    **{("fund", kind.value): (Fund, kind.value) for kind in FundKind},
    **{(class_.TYPE,): (class_, None) for class_ in ENTITIES if "kind" not in class_.model_fields},
}  # fmt: skip
"""The words after the colon of a declaration: the type of entity, and its kind where it has one."""

DEFAULT_KINDS = {"group": "group", "body": "other", "plan": "strategy", "fund": "grant",
                 "document": "terms_of_reference", "event": "merge"}  # fmt: skip
"""The kind of an entity that no statement declares."""

LIKELIEST = ("post", "group", "body", "plan", "fund", "document", "area", "event", "source", "person", "milestone")
"""Where statements suggest different types for an id that nobody declares, the first of these wins."""

FIELD_WORDS = {"new": "is_new", "decides": "decision_rights", "from": "valid_from", "to": "valid_to", "at": "locator"}
"""Words for properties that are shorter than their names."""

FLAGS = frozenset({
    "set", "umbrella", "terminus", "named", "public_role", "ring_fenced", "lead", "voting", "is_new", "interim",
    "authority", "single_agency",
})  # fmt: skip
"""Properties that are true when only named."""

VALUES: dict[str, type[StrEnum]] = {
    "tier": Tier,
    "status": DocumentStatus,
    "authority_type": AuthorityType,
    "integration": Integration,
}
"""Properties whose values may stand alone, in the declaration of an entity that has them."""

MODALITIES = {"asserted": Modality.ASSERTED_GENERAL, **{modality.value: modality for modality in Modality}}
EVENT_KINDS = frozenset(kind.value for kind in EventKind)
EVENT_PARTS = {"into": "results", "by": "participants", "about": "subjects"}
"""Words in an event, with the list that the ids behind them belong to; before them stand its originals."""

OPENINGS = frozenset({"as", "structure", "complete", "silent", "denied", "claim"})
KEYWORDS = frozenset({*OPENINGS, *EVENT_KINDS, *EVENT_PARTS, "on", "of", "for", "yes", "no"})
"""What a word must be quoted to be."""
