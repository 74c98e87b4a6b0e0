"""The relations that are neither seats nor lines: each its own type, so that none is taken for another."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from graphmodel.amounts import TimesAYear
from graphmodel.evidence import Id
from graphmodel.relation import End, Relation


class Link(Relation):
    """A relation that is neither a seat nor a line. In files, `type` says which."""


class EscalatesTo(Link):
    """Matters that cannot be settled here go there."""

    TYPE: ClassVar[str] = "escalates_to"
    START: ClassVar[End] = End("from_", "group")
    FINISH: ClassVar[End] = End("to", "group", "body", "post")
    type: Literal["escalates_to"] = "escalates_to"
    from_: Id = Field(alias="from")
    to: Id


class PartOf(Link):
    """A group within a group, an area within an area. Not a line."""

    TYPE: ClassVar[str] = "part_of"
    START: ClassVar[End] = End("part", "group", "area")
    FINISH: ClassVar[End] = End("whole", "group", "area")
    type: Literal["part_of"] = "part_of"
    part: Id
    whole: Id


class LineManagedBy(Link):
    """Who manages a post or a team as an employer does. Not a line of accountability between groups."""

    TYPE: ClassVar[str] = "line_managed_by"
    START: ClassVar[End] = End("managed", "post", "group")
    FINISH: ClassVar[End] = End("manager", "post")
    type: Literal["line_managed_by"] = "line_managed_by"
    managed: Id
    manager: Id


class Holds(Link):
    """A person in a post."""

    TYPE: ClassVar[str] = "holds"
    START: ClassVar[End] = End("person", "person")
    FINISH: ClassVar[End] = End("post", "post")
    type: Literal["holds"] = "holds"
    person: Id
    post: Id


class PostIn(Link):
    """The body or group that a post is in: its home."""

    TYPE: ClassVar[str] = "post_in"
    START: ClassVar[End] = End("post", "post")
    FINISH: ClassVar[End] = End("home", "body", "group")
    type: Literal["post_in"] = "post_in"
    post: Id
    home: Id


class CarriesPortfolio(Link):
    """A subject that a post looks after, for a group or (without `group`) at large. Neither a chair nor a line."""

    TYPE: ClassVar[str] = "carries_portfolio"
    START: ClassVar[End] = End("post", "post")
    FINISH: ClassVar[End] = End("group", "group")
    KEYED: ClassVar[tuple[str, ...]] = ("subject",)
    type: Literal["carries_portfolio"] = "carries_portfolio"
    post: Id
    group: Id | None = None
    subject: str | None = None

    @property
    def finish(self) -> str:
        """The group; a portfolio at large ends at the post itself."""
        return self.post if self.group is None else self.group


class GroupAndPlan(Link):
    """A group's part in a plan."""

    START: ClassVar[End] = End("group", "group")
    FINISH: ClassVar[End] = End("plan", "plan")
    group: Id
    plan: Id


class Owns(GroupAndPlan):
    """The group whose plan it is."""

    TYPE: ClassVar[str] = "owns"
    type: Literal["owns"] = "owns"


class Monitors(GroupAndPlan):
    """The group that watches whether a plan is carried out, and how often."""

    TYPE: ClassVar[str] = "monitors"
    type: Literal["monitors"] = "monitors"
    rhythm: str | None = None
    per_year: TimesAYear = None


class Delivers(GroupAndPlan):
    """The group that carries a plan out."""

    TYPE: ClassVar[str] = "delivers"
    type: Literal["delivers"] = "delivers"


class JointlyAccountableFor(GroupAndPlan):
    """A group that shares the accountability for a plan."""

    TYPE: ClassVar[str] = "jointly_accountable_for"
    type: Literal["jointly_accountable_for"] = "jointly_accountable_for"


class ReportedTo(Link):
    """A plan whose progress is reported to a group."""

    TYPE: ClassVar[str] = "reported_to"
    START: ClassVar[End] = End("plan", "plan")
    FINISH: ClassVar[End] = End("group", "group")
    type: Literal["reported_to"] = "reported_to"
    plan: Id
    group: Id


class ContributesTo(Link):
    """Work, or a plan, that feeds a plan or a review."""

    TYPE: ClassVar[str] = "contributes_to"
    START: ClassVar[End] = End("from_", "group", "post", "plan")
    FINISH: ClassVar[End] = End("to", "plan", "event")
    type: Literal["contributes_to"] = "contributes_to"
    from_: Id = Field(alias="from")
    to: Id


class Funds(Link):
    """Money that pays for a group, a plan or a post."""

    TYPE: ClassVar[str] = "funds"
    START: ClassVar[End] = End("fund", "fund")
    FINISH: ClassVar[End] = End("to", "group", "plan", "post")
    type: Literal["funds"] = "funds"
    fund: Id
    to: Id
    amount: float | None = None


class PooledInto(Link):
    """Money put into a pool; `share` is the part of it, from 0 to 1."""

    TYPE: ClassVar[str] = "pooled_into"
    START: ClassVar[End] = End("fund", "fund")
    FINISH: ClassVar[End] = End("pool", "fund")
    type: Literal["pooled_into"] = "pooled_into"
    fund: Id
    pool: Id
    share: float | None = Field(default=None, ge=0, le=1)


class PlansUseOf(Link):
    """A group that plans or discusses how money is used. Weaker than pooling."""

    TYPE: ClassVar[str] = "plans_use_of"
    START: ClassVar[End] = End("group", "group")
    FINISH: ClassVar[End] = End("fund", "fund")
    type: Literal["plans_use_of"] = "plans_use_of"
    group: Id
    fund: Id
    rhythm: str | None = None
    per_year: TimesAYear = None


class LinkedTo(Link):
    """A tie to another partnership, a team or the voluntary sector."""

    TYPE: ClassVar[str] = "linked_to"
    START: ClassVar[End] = End("from_", "group")
    FINISH: ClassVar[End] = End("to", "group", "body")
    type: Literal["linked_to"] = "linked_to"
    from_: Id = Field(alias="from")
    to: Id
    content: str | None = None


class WorksWith(Link):
    """Closer working, without an obligation to account."""

    TYPE: ClassVar[str] = "works_with"
    START: ClassVar[End] = End("from_", "group", "body")
    FINISH: ClassVar[End] = End("to", "group", "body")
    type: Literal["works_with"] = "works_with"
    from_: Id = Field(alias="from")
    to: Id


class CoLocatedWith(Link):
    """Two groups under one roof."""

    TYPE: ClassVar[str] = "co_located_with"
    START: ClassVar[End] = End("from_", "group")
    FINISH: ClassVar[End] = End("to", "group")
    type: Literal["co_located_with"] = "co_located_with"
    from_: Id = Field(alias="from")
    to: Id


class Supports(Link):
    """Staff who serve a group."""

    TYPE: ClassVar[str] = "supports"
    START: ClassVar[End] = End("from_", "post", "group")
    FINISH: ClassVar[End] = End("to", "group")
    type: Literal["supports"] = "supports"
    from_: Id = Field(alias="from")
    to: Id


class Covers(Link):
    """The area a group is for."""

    TYPE: ClassVar[str] = "covers"
    START: ClassVar[End] = End("group", "group")
    FINISH: ClassVar[End] = End("area", "area")
    type: Literal["covers"] = "covers"
    group: Id
    area: Id


class GovernedBy(Link):
    """The document a group works under; a parent's document that also covers a sub-group counts for both."""

    TYPE: ClassVar[str] = "governed_by"
    START: ClassVar[End] = End("group", "group")
    FINISH: ClassVar[End] = End("document", "document")
    type: Literal["governed_by"] = "governed_by"
    group: Id
    document: Id


AnyLink = Annotated[
    EscalatesTo | PartOf | LineManagedBy | Holds | PostIn | CarriesPortfolio | Owns | Monitors | Delivers
    | JointlyAccountableFor | ReportedTo | ContributesTo | Funds | PooledInto | PlansUseOf | LinkedTo | WorksWith
    | CoLocatedWith | Supports | Covers | GovernedBy,
    Field(discriminator="type"),
]  # fmt: skip

LINKS: tuple[type[Link], ...] = (
    EscalatesTo, PartOf, LineManagedBy, Holds, PostIn, CarriesPortfolio, Owns, Monitors, Delivers,
    JointlyAccountableFor, ReportedTo, ContributesTo, Funds, PooledInto, PlansUseOf, LinkedTo, WorksWith,
    CoLocatedWith, Supports, Covers, GovernedBy,
)  # fmt: skip
