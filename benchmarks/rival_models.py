"""The rival's models: what its author needs of a structure document, row by row."""

from __future__ import annotations

from typing import Literal, TypeAlias

from pydantic import BaseModel, Field

IN_FORCE = ("stated", "inferred", "asserted_general")


class Evidence(BaseModel):
    source: str | None = None
    locator: str | None = None
    modality: str = "stated"
    reason: str | None = None


class Item(BaseModel):
    evidence: Evidence = Evidence()
    valid_from: str | None = None
    valid_to: str | None = None

    def current(self, as_of: str) -> bool:
        begun = self.valid_from is None or self.valid_from <= as_of
        return begun and (self.valid_to is None or self.valid_to > as_of) and self.evidence.modality in IN_FORCE


class Body(Item):
    id: str
    kind: str
    name: str


class Claim(BaseModel):
    property: str
    evidence: Evidence = Evidence()


class Group(Item):
    id: str
    kind: Literal["partnership", "board", "group", "forum", "network", "team", "meeting_series"]
    name: str
    tier: str | None = None
    is_new: bool | None = None
    themes: list[str] = []
    per_year: float | None = None
    hours: float | None = None
    claims: list[Claim] = []


class Post(Item):
    id: str
    name: str


class Document(Item):
    id: str
    kind: str
    name: str
    status: str = "unknown"
    elements: list[str] = []


class Area(Item):
    id: str
    name: str
    authority_type: str | None = None
    nation: str | None = None


class Seat(Item):
    member: str
    group: str
    role: str = "member"
    capacity: str = "unknown"
    on_behalf_of: str | None = None


class Line(Item):
    from_: str = Field(alias="from")
    to: str
    kind: Literal["reports_to", "accountable_to", "delegated_by"]
    subject: str | None = None


class Link(Item):
    type: str
    group: str | None = None
    area: str | None = None
    document: str | None = None
    part: str | None = None
    whole: str | None = None
    post: str | None = None
    home: str | None = None


Node: TypeAlias = Body | Group | Post | Document | Area
NODES: dict[str, type[Node]] = {
    "bodies": Body, "groups": Group, "posts": Post, "documents": Document, "areas": Area,
}  # fmt: skip
ENDS = {
    "covers": ("group", "area"), "part_of": ("part", "whole"),
    "governed_by": ("group", "document"), "post_in": ("post", "home"),
}  # fmt: skip
