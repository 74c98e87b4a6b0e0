"""What a box is, by its name: a group, a body, a post, a person, money, or a plan."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from graphmodel.kinds import BodyKind, FundKind, PlanKind
from loaders.guesses.guesses import body_kind, group_kind, looks_like_group, looks_like_person, looks_like_post
from loaders.names import folded

if TYPE_CHECKING:
    from collections.abc import Mapping

_FUND = re.compile(r"(?:.* )?(?:funds?|funding|grants?|budgets?|pool)(?: \(.*\))?")
_PLAN = re.compile(r"(?:.* )?(?:strategy|strategies|plans?|audit)(?: \d{4}.*| \(.*\))?")
_BODY = re.compile(r"(?:.* )?(?:council|authority|trust|services?|agency|department|association|ltd|limited|office)s?")
"""What a name ends in that is no more than that of a body."""
_ABBREVIATION = re.compile(r"[A-Z&]{2,6}s?")


_FUND_KINDS = {"pool": FundKind.POOL, "grant": FundKind.GRANT}
_PLAN_KINDS = {"strateg": PlanKind.STRATEGY, "audit": PlanKind.AUDIT}


class What(NamedTuple):
    """The table that a thing belongs to, its kind where the table has kinds, and whether its name tells so."""

    table: str
    kind: str = ""
    is_told: bool = True


def what_is(name: str) -> What:
    """Tell what a box is; a group where its name does not tell."""
    plain = folded(name)
    if looks_like_group(name):
        return What("groups", group_kind(name))
    if looks_like_post(name):
        return What("posts")
    if _FUND.fullmatch(plain):
        return What("funds", _first(plain, _FUND_KINDS, FundKind.MIXED))
    if _PLAN.fullmatch(plain):
        return What("plans", _first(plain, _PLAN_KINDS, PlanKind.DELIVERY_PLAN))
    kind = body_kind(name)
    if kind is not BodyKind.OTHER or _BODY.fullmatch(plain):
        return What("bodies", kind)
    return What("people") if looks_like_person(name) else What("groups", group_kind(name), is_told=False)


def who_is(name: str) -> What:
    """Tell what somebody is who has a role; a person where nothing says otherwise, for a person is kept private."""
    found = what_is(name)
    if found.is_told and found.table in ("groups", "bodies", "posts", "people"):
        return found
    return What("posts") if _ABBREVIATION.fullmatch(name) else What("people")


def _first(plain: str, kinds: Mapping[str, str], otherwise: str) -> str:
    return next((kind for word, kind in kinds.items() if word in plain), otherwise)
