"""What terms of reference say, heading by heading: which of it a group needs, why, and wording to begin from. Data.

`terms_of_reference.json` holds the headings. `depth_of` says how much a group needs, `wanted` which headings that is.
"""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum
from functools import cache
from importlib import resources
from typing import NamedTuple

from pydantic import Field

from graphmodel.evidence import Record
from graphmodel.kinds import Function, GroupKind, Tier
from queries.profile import Depth


class Need(StrEnum):
    """How much a heading matters."""

    CORE = "core"
    RECOMMENDED = "recommended"
    CONDITIONAL = "conditional"


class Condition(StrEnum):
    """What makes a heading core, at any depth, that otherwise is not."""

    MONEY = "money"
    PROVIDERS = "providers"
    CASES = "cases"


class Who(StrEnum):
    """Who could say what is not known: those it accounts to, whoever chairs, whoever services it."""

    ABOVE = "above"
    CHAIR = "chair"
    SERVICES = "services"


class Element(Record):
    """One heading of terms of reference.

    `depths` are those at which it is wanted whatever the group does; `core_when` is what makes it core at every depth.
    `sources` are clauses by id. `counterpart` is where a map has the same. `wording` is sentences with places; a place
    that is not known is left open with the words of `blanks`, and a sentence with one that has none is left out.
    `asks` says the same in words that stand alone, where those of `blanks` do not.
    """

    id: str = Field(pattern=r"^[a-z_]+$")
    heading: str = Field(min_length=1)
    need: Need
    core_when: tuple[Condition, ...] = ()
    depths: tuple[Depth, ...]
    why: str = Field(min_length=1)
    sources: tuple[str, ...] = Field(min_length=1)
    counterpart: str = Field(min_length=1)
    who: Who
    wording: tuple[str, ...] = ()
    blanks: dict[str, str] = Field(default_factory=dict)
    asks: dict[str, str] = Field(default_factory=dict)

    def asked(self, place: str) -> str:
        """Return what is not known where a place is open, in words that stand alone."""
        return self.asks.get(place, self.blanks[place])


class Elements(Record):
    """Every heading, in the order in which terms of reference have them."""

    schema_: int = Field(alias="schema")
    title: str
    note: str
    elements: tuple[Element, ...]


class Wanted(NamedTuple):
    """The headings that terms of reference should have: those that matter most, and the others."""

    core: tuple[Element, ...]
    others: tuple[Element, ...]

    @property
    def all(self) -> tuple[Element, ...]:
        """Return both, in the order of a document."""
        chosen = {element.id for element in (*self.core, *self.others)}
        return tuple(element for element in elements() if element.id in chosen)


@cache
def elements() -> tuple[Element, ...]:
    """Return every heading, in order."""
    content = resources.files("queries.terms").joinpath("terms_of_reference.json").read_bytes()
    return Elements.model_validate_json(content).elements


def wanted(depth: Depth, conditions: Collection[Condition] = ()) -> Wanted:
    """Return the headings that terms of reference of a depth should have, where the conditions hold."""
    core, others = [], []
    for element in elements():
        if set(element.core_when) & set(conditions) or (element.need is Need.CORE and depth in element.depths):
            core.append(element)
        elif depth in element.depths:
            others.append(element)
    return Wanted(tuple(core), tuple(others))


def depth_of(kind: str, tier: str | None, decision_rights: Collection[str], otherwise: Depth) -> Depth:
    """Return how much the terms of a group should say.

    Full where it decides money or carries out a duty in law; light for a small task group, that is an operational one
    that is neither partnership nor board; `otherwise` for every other.
    """
    if _WEIGHTY & set(decision_rights):
        return Depth.FULL
    if tier == Tier.OPERATIONAL and kind not in (GroupKind.PARTNERSHIP, GroupKind.BOARD):
        return Depth.LIGHT
    return otherwise


def conditions_of(
    decision_rights: Collection[str], functions: Collection[str], *, funds: bool, providers: bool
) -> frozenset[Condition]:
    """Return the conditions that hold of a group: it handles money, providers commission there, it discusses cases.

    `funds` says whether it plans the use of any, `providers` whether any provider of services sits on it.
    """
    money = funds or "money" in decision_rights or Function.FUNDING in functions
    commissions = "money" in decision_rights or Function.COMMISSIONING in functions
    found = {
        Condition.MONEY: money,
        Condition.PROVIDERS: providers and commissions,
        Condition.CASES: "cases" in decision_rights,
    }
    return frozenset(condition for condition, holds in found.items() if holds)


_WEIGHTY = frozenset({"money", "statutory"})
