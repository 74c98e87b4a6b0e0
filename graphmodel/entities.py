"""The things a partnership is made of: bodies, groups, posts, people, plans, funds, documents, areas, events."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar, Literal

from pydantic import Field

from graphmodel.dates import FullDate, PartialDate
from graphmodel.evidence import PLAIN, Claim, Evidence, Id, Record

Unknown = Literal["unknown"]
Count = int | Unknown


class Item(Record):
    """What every entity and relation carries: its evidence, claims about single properties, and its dates."""

    evidence: Evidence = PLAIN
    claims: tuple[Claim, ...] = ()
    valid_from: PartialDate | None = None
    valid_to: PartialDate | None = None


class Entity(Item):
    """Something with an id and a name. `named` is False where the name is ours, not the source's."""

    TYPE: ClassVar[str]
    id: Id
    name: str = Field(min_length=1, max_length=500)
    aliases: tuple[str, ...] = ()
    named: bool = True


class SetEntity(Entity):
    """An entity that may stand for several alike.

    `count` is how many; `umbrella` marks a set whose members may be entities of their own, so it counts as none.
    """

    set: bool = False
    count: Count | None = None
    umbrella: bool = False


class BodyKind(StrEnum):
    """Kinds of organisation; see `TERMINUS_KINDS` for those at which accountability may end."""

    COUNTY_COUNCIL = "county_council"
    DISTRICT_COUNCIL = "district_council"
    UNITARY_COUNCIL = "unitary_council"
    BOROUGH_COUNCIL = "borough_council"
    POLICE_FORCE = "police_force"
    POLICE_DIVISION = "police_division"
    POLICE_AUTHORITY = "police_authority"
    FIRE_AUTHORITY = "fire_authority"
    FIRE_SERVICE = "fire_service"
    HEALTH_AUTHORITY = "health_authority"
    PRIMARY_CARE_TRUST = "primary_care_trust"
    PROBATION_SERVICE = "probation_service"
    PRISON_SERVICE = "prison_service"
    CONNEXIONS_SERVICE = "connexions_service"
    GOVERNMENT_OFFICE = "government_office"
    HOME_OFFICE = "home_office"
    GOVERNMENT_DEPARTMENT = "government_department"
    EDUCATION = "education"
    HOUSING = "housing"
    VOLUNTARY = "voluntary"
    PRIVATE = "private"
    MIXED = "mixed"
    OTHER = "other"


TERMINUS_KINDS = frozenset({
    BodyKind.COUNTY_COUNCIL, BodyKind.DISTRICT_COUNCIL, BodyKind.UNITARY_COUNCIL, BodyKind.BOROUGH_COUNCIL,
    BodyKind.POLICE_FORCE, BodyKind.POLICE_AUTHORITY, BodyKind.FIRE_AUTHORITY, BodyKind.HEALTH_AUTHORITY,
    BodyKind.PRIMARY_CARE_TRUST, BodyKind.PROBATION_SERVICE, BodyKind.GOVERNMENT_OFFICE, BodyKind.HOME_OFFICE,
})  # fmt: skip
"""Kinds of body at which accountability may end, unless the file says otherwise (RULES 3.4)."""


class Body(SetEntity):
    """An organisation. `terminus` says whether accountability may end here; None leaves it to the kind."""

    TYPE: ClassVar[str] = "body"
    kind: BodyKind
    sector: str | None = None
    terminus: bool | None = None

    @property
    def is_terminus(self) -> bool:
        """Whether accountability may end at this body."""
        return self.kind in TERMINUS_KINDS if self.terminus is None else self.terminus


class GroupKind(StrEnum):
    """Kinds of group. A team is staff and a meeting series a rhythm: neither is a governance group."""

    PARTNERSHIP = "partnership"
    BOARD = "board"
    GROUP = "group"
    FORUM = "forum"
    NETWORK = "network"
    TEAM = "team"
    MEETING_SERIES = "meeting_series"


GOVERNANCE_KINDS = frozenset(GroupKind) - {GroupKind.TEAM, GroupKind.MEETING_SERIES}


class Tier(StrEnum):
    """The layer a group works at (Audit Commission 2009)."""

    STRATEGIC = "strategic"
    TACTICAL = "tactical"
    OPERATIONAL = "operational"


class Group(SetEntity):
    """People or bodies who meet or work together, from a partnership to a staff team.

    `per_year` is how often it meets, `hours` how long each time; `rhythm` and `duration` keep the source's words.
    `decision_rights` names what it may decide (``money``, ``statutory``, ...).
    """

    TYPE: ClassVar[str] = "group"
    kind: GroupKind
    tier: Tier | Unknown | None = None
    is_new: bool | Unknown | None = None
    purpose: str | None = None
    themes: tuple[str, ...] = ()
    decision_rights: tuple[str, ...] = ()
    rhythm: str | None = None
    per_year: float | Unknown | None = None
    duration: str | None = None
    hours: float | Unknown | None = None
    terminus: bool = False


class Post(SetEntity):
    """An office that somebody holds, such as a co-ordinator or a chair."""

    TYPE: ClassVar[str] = "post"
    is_new: bool | Unknown | None = None
    responsible_for: str | None = None


class Person(Entity):
    """Somebody by name: private unless in a public role, and never shown unless asked for."""

    TYPE: ClassVar[str] = "person"
    public_role: bool = False


class PlanKind(StrEnum):
    """What a plan is."""

    STRATEGY = "strategy"
    AUDIT = "audit"
    TARGET = "target"
    DELIVERY_PLAN = "delivery_plan"
    PRIORITY = "priority"
    INITIATIVE = "initiative"


class Plan(SetEntity):
    """Something to be done: a strategy, an audit, a target, an initiative."""

    TYPE: ClassVar[str] = "plan"
    kind: PlanKind
    themes: tuple[str, ...] = ()


class Milestone(Entity):
    """A dated step of a plan."""

    TYPE: ClassVar[str] = "milestone"
    plan: Id
    due: PartialDate | None = None
    done_on: PartialDate | None = None


class FundKind(StrEnum):
    """Where money comes from."""

    MAINSTREAM = "mainstream"
    GRANT = "grant"
    POOL = "pool"
    MIXED = "mixed"


class Fund(SetEntity):
    """Money. `amount` is in pounds; `ring_fenced` money may be spent only on `restricted_to`."""

    TYPE: ClassVar[str] = "fund"
    kind: FundKind
    ring_fenced: bool | Unknown | None = None
    restricted_to: str | None = None
    accountable_body: Id | None = None
    amount: float | Unknown | None = None


class DocumentKind(StrEnum):
    """What a document is."""

    TERMS_OF_REFERENCE = "terms_of_reference"
    PROTOCOL = "protocol"
    AGREEMENT = "agreement"
    ORDER = "order"
    CONSTITUTION = "constitution"


class DocumentStatus(StrEnum):
    """How far a document has come; `none` says that there is no such document."""

    AGREED = "agreed"
    DRAFT = "draft"
    IN_DEVELOPMENT = "in_development"
    NONE = "none"
    UNKNOWN = "unknown"


class Document(SetEntity):
    """Something in writing. `elements` names what it contains (RULES 3.1), such as ``chair`` or ``accountability``."""

    TYPE: ClassVar[str] = "document"
    kind: DocumentKind
    status: DocumentStatus = DocumentStatus.UNKNOWN
    approved_on: PartialDate | None = None
    not_after: FullDate | None = None
    approved_by: Id | None = None
    review_due: PartialDate | None = None
    elements: tuple[str, ...] = ()


class AuthorityType(StrEnum):
    """How local government is arranged in an area."""

    UNITARY = "unitary"
    METROPOLITAN = "metropolitan"
    LONDON_BOROUGH = "london_borough"
    TWO_TIER = "two_tier"
    OTHER = "other"
    UNKNOWN = "unknown"


class Area(Entity):
    """A place that groups cover. `flags` marks what rules ask for, such as ``nrf88``."""

    TYPE: ClassVar[str] = "area"
    authority_type: AuthorityType | None = None
    nation: Literal["England", "Wales", "Scotland", "Northern Ireland", "unknown"] | None = None
    flags: tuple[str, ...] = ()


class Source(Entity):
    """A text that facts come from. `words` is its length, so that figures are not compared blindly."""

    TYPE: ClassVar[str] = "source"
    date: PartialDate | None = None
    words: int | None = Field(default=None, ge=0)
    version: str | None = None
    updates: Id | None = None
    address: str | None = None


class EventKind(StrEnum):
    """Changes of structure, then steps of a process."""

    MERGE = "merge"
    ABSORB = "absorb"
    SPLIT = "split"
    OVERLAY = "overlay"
    INCORPORATE = "incorporate"
    COLOCATE = "colocate"
    INTEGRATE = "integrate"
    RENAME = "rename"
    AGREED = "agreed"
    CONSULTED = "consulted"
    FORMALISED = "formalised"
    COPIED = "copied"
    CREATED = "created"
    STARTED = "started"
    MET = "met"
    APPOINTED = "appointed"
    REVIEWED = "reviewed"


class Original(Record):
    """One of the things that a change began with, and whether it goes on afterwards."""

    id: Id
    continues: Literal["yes", "no", "unknown"] = "unknown"
    evidence: Evidence = PLAIN


class Event(Entity):
    """A change (with `originals` and `results`) or a step (with `participants` and `subjects`).

    `status` is the legal standing of a merger of crime partnerships.
    """

    TYPE: ClassVar[str] = "event"
    kind: EventKind
    date: PartialDate | None = None
    not_after: FullDate | None = None
    originals: tuple[Original, ...] = ()
    results: tuple[Id, ...] = ()
    participants: tuple[Id, ...] = ()
    subjects: tuple[Id, ...] = ()
    status: Literal["informal", "applied", "order_made", "unknown", "not_applicable"] | None = None
    basis: Id | None = None


ENTITIES: tuple[type[Entity], ...] = (
    Body, Group, Post, Person, Plan, Milestone, Fund, Document, Area, Source, Event,
)  # fmt: skip
