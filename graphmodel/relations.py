"""How the things of a partnership stand to each other. Relations are separate types: a seat is never a line.

Every class names its two ends (`START`, `FINISH`) and the entity types that may stand there; `KEYED` names the
attributes that, with the ends, make its natural key.
"""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from graphmodel.amounts import Hours, PartOfAll, PoundsAnHour, TimesAYear, Unknown
from graphmodel.dates import PartialDate
from graphmodel.evidence import Id
from graphmodel.kinds import Capacity, LineKind, Role, Seniority
from graphmodel.links import (
    LINKS,
    AnyLink,
    CarriesPortfolio,
    CoLocatedWith,
    ContributesTo,
    Covers,
    Delivers,
    EscalatesTo,
    Funds,
    GovernedBy,
    GroupAndPlan,
    Holds,
    JointlyAccountableFor,
    LineManagedBy,
    Link,
    LinkedTo,
    Monitors,
    Owns,
    PartOf,
    PlansUseOf,
    PooledInto,
    PostIn,
    ReportedTo,
    Supports,
    WorksWith,
)
from graphmodel.relation import AGENTS, End, Relation


class Seat(Relation):
    """Somebody's place on a group, on whose behalf, in what capacity. A seat is not a line.

    `authority` says whether its holder may bind those they sit for, `vacant_since` since when nobody has filled it.
    `attendance` is the part of the meetings that its holder comes to, from 0 to 1, `travel` how many hours they are on
    the way for each, and `rate` what an hour of theirs costs, in pounds.
    """

    TYPE: ClassVar[str] = "seat"
    START: ClassVar[End] = End("member", "body", "group", "post", "person")
    FINISH: ClassVar[End] = End("group", "group")
    KEYED: ClassVar[tuple[str, ...]] = ("role", "capacity")
    member: Id
    group: Id
    role: Role = Role.MEMBER
    capacity: Capacity = Capacity.UNKNOWN
    on_behalf_of: Id | None = None
    voting: bool | Unknown | None = None
    seniority: Seniority | None = None
    authority: bool | Unknown | None = None
    vacant_since: PartialDate | None = None
    attendance: PartOfAll = None
    travel: Hours = None
    rate: PoundsAnHour = None


class ReportingLine(Relation):
    """Who answers to whom: on what subject, how often, in what form, and whether this line leads among several.

    `per_year` is how often it reports, and `report` names what it hands over: lines of one group with the same name
    there are served by one report.
    """

    TYPE: ClassVar[str] = "line"
    START: ClassVar[End] = End("from_", "group", "post")
    FINISH: ClassVar[End] = End("to", "group", "body", "post")
    KEYED: ClassVar[tuple[str, ...]] = ("kind", "subject")
    from_: Id = Field(alias="from")
    to: Id
    kind: LineKind
    subject: str | None = None
    frequency: str | None = None
    per_year: TimesAYear = None
    report: str | None = None
    form: str | None = None
    powers: str | None = None
    lead: bool | Unknown | None = None


RELATIONS: tuple[type[Relation], ...] = (Seat, ReportingLine, *LINKS)

__all__ = [
    "AGENTS",
    "LINKS",
    "RELATIONS",
    "AnyLink",
    "Capacity",
    "CarriesPortfolio",
    "CoLocatedWith",
    "ContributesTo",
    "Covers",
    "Delivers",
    "End",
    "EscalatesTo",
    "Funds",
    "GovernedBy",
    "GroupAndPlan",
    "Holds",
    "JointlyAccountableFor",
    "LineKind",
    "LineManagedBy",
    "Link",
    "LinkedTo",
    "Monitors",
    "Owns",
    "PartOf",
    "PlansUseOf",
    "PooledInto",
    "PostIn",
    "Relation",
    "ReportedTo",
    "ReportingLine",
    "Role",
    "Seat",
    "Supports",
    "WorksWith",
]
