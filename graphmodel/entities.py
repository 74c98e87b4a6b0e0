"""The things a partnership is made of: bodies, groups, posts, people, plans, funds, documents, areas, events."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from graphmodel.amounts import Count, FullTimePosts, Hours, TimesAYear, Unknown
from graphmodel.dates import FullDate, PartialDate
from graphmodel.evidence import PLAIN, Claim, Evidence, Id, Record
from graphmodel.kinds import (
    GOVERNANCE_KINDS,
    TERMINUS_KINDS,
    AuthorityType,
    BodyKind,
    DocumentKind,
    DocumentStatus,
    EventKind,
    Function,
    FundKind,
    GroupKind,
    Integration,
    PlanKind,
    Seniority,
    Tier,
)


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
    count: Count = None
    umbrella: bool = False


class Body(SetEntity):
    """An organisation. `terminus` says whether accountability may end here; None leaves it to the kind.

    `fte` is how many full-time posts it has for work in partnerships, so that loads can be held against them.
    """

    TYPE: ClassVar[str] = "body"
    kind: BodyKind
    sector: str | None = None
    terminus: bool | None = None
    fte: FullTimePosts = None

    @property
    def is_terminus(self) -> bool:
        """Whether accountability may end at this body."""
        if self.terminus is not None:
            return self.terminus
        jointly = self.kind is BodyKind.MIXED and self.set and self.named and not self.umbrella
        return jointly or self.kind in TERMINUS_KINDS


class Group(SetEntity):
    """People or bodies who meet or work together, from a partnership to a staff team.

    `per_year` is how often it meets, `hours` how long each time; `rhythm` and `duration` keep the source's words.
    `preparation` is how many hours a member needs before a meeting, `meets_on` the days on which it is known to meet.
    `decision_rights` names what it may decide (``money``, ``statutory``, ...), `functions` what it is there for, and
    `seniority` how senior its members are to be.
    """

    TYPE: ClassVar[str] = "group"
    kind: GroupKind
    tier: Tier | Unknown | None = None
    is_new: bool | Unknown | None = None
    purpose: str | None = None
    themes: tuple[str, ...] = ()
    functions: tuple[Function, ...] = ()
    integration: Integration | None = None
    decision_rights: tuple[str, ...] = ()
    seniority: Seniority | None = None
    rhythm: str | None = None
    per_year: TimesAYear = None
    duration: str | None = None
    hours: Hours = None
    preparation: Hours = None
    meets_on: tuple[FullDate, ...] | None = None
    terminus: bool = False


class Post(SetEntity):
    """An office that somebody holds, such as a co-ordinator or a chair.

    `fte` is how much of a full-time post it is, from 0 to 1 (more for several). `interim` marks a holder for the time
    being, `vacant_since` since when nobody has held it.
    """

    TYPE: ClassVar[str] = "post"
    is_new: bool | Unknown | None = None
    responsible_for: str | None = None
    fte: FullTimePosts = None
    interim: bool | Unknown | None = None
    vacant_since: PartialDate | None = None


class Person(Entity):
    """Somebody by name: private unless in a public role, and never shown unless asked for."""

    TYPE: ClassVar[str] = "person"
    public_role: bool = False


class Plan(SetEntity):
    """Something to be done: a strategy, an audit, a target, an initiative.

    `single_agency` marks one that a body pursues alone, for which no group has to answer.
    """

    TYPE: ClassVar[str] = "plan"
    kind: PlanKind
    themes: tuple[str, ...] = ()
    single_agency: bool = False


class Milestone(Entity):
    """A dated step of a plan."""

    TYPE: ClassVar[str] = "milestone"
    plan: Id
    due: PartialDate | None = None
    done_on: PartialDate | None = None


class Fund(SetEntity):
    """Money. `amount` is in pounds; `ring_fenced` money may be spent only on `restricted_to`.

    `stream` is the programme that it comes from, as rules name it, such as ``bsc``.
    """

    TYPE: ClassVar[str] = "fund"
    kind: FundKind
    stream: str | None = None
    ring_fenced: bool | Unknown | None = None
    restricted_to: str | None = None
    accountable_body: Id | None = None
    amount: float | Unknown | None = None


class Document(SetEntity):
    """Something in writing. `elements` names what it contains, such as ``chair`` or ``accountability``.

    What it says itself of the group it governs stands in `says_members`, `says_chair`, `says_accountable_to` and
    `says_per_year`, so that it can be held against what is otherwise known.
    """

    TYPE: ClassVar[str] = "document"
    kind: DocumentKind
    status: DocumentStatus = DocumentStatus.UNKNOWN
    approved_on: PartialDate | None = None
    not_after: FullDate | None = None
    approved_by: Id | None = None
    review_due: PartialDate | None = None
    elements: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    says_members: tuple[Id, ...] = ()
    says_chair: Id | None = None
    says_accountable_to: tuple[Id, ...] = ()
    says_per_year: float | None = Field(default=None, ge=0, le=10_000)


class Area(Entity):
    """A place that groups cover. `flags` marks what rules ask for, such as ``nrf88``; `adjoins` are its neighbours."""

    TYPE: ClassVar[str] = "area"
    authority_type: AuthorityType | None = None
    nation: Literal["England", "Wales", "Scotland", "Northern Ireland", "unknown"] | None = None
    flags: tuple[str, ...] = ()
    adjoins: tuple[Id, ...] = ()


class Source(Entity):
    """A text that facts come from. `words` is its length, so that figures are not compared blindly."""

    TYPE: ClassVar[str] = "source"
    date: PartialDate | None = None
    words: int | None = Field(default=None, ge=0)
    version: str | None = None
    updates: Id | None = None
    address: str | None = None


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

__all__ = [
    "ENTITIES",
    "GOVERNANCE_KINDS",
    "TERMINUS_KINDS",
    "Area",
    "AuthorityType",
    "Body",
    "BodyKind",
    "Count",
    "Document",
    "DocumentKind",
    "DocumentStatus",
    "Entity",
    "Event",
    "EventKind",
    "Function",
    "Fund",
    "FundKind",
    "Group",
    "GroupKind",
    "Integration",
    "Item",
    "Milestone",
    "Original",
    "Person",
    "Plan",
    "PlanKind",
    "Post",
    "Seniority",
    "SetEntity",
    "Source",
    "Tier",
    "Unknown",
]
