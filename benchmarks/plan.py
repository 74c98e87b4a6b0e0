"""The shape of one partnership before it is written out: groups, who sits on them, to whom they answer.

Faults are sown into this shape, so that a fault looks in the document like everything around it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random
from typing import Any

Row = dict[str, Any]

THEMES = (
    "burglary", "drug_treatment", "young_people", "domestic_violence", "antisocial_behaviour",
    "vehicle_crime", "prolific_offenders", "alcohol", "communities", "prevention",
)  # fmt: skip
NATIONAL = ("treatment_agency", "prison_service", "victim_charity")
"""Bodies that sit on every partnership in the country: whoever compares all pairs of their groups takes the square."""
REGIONS = 9
COUNTY = 8
"""Partnerships to a county, whose agencies sit on every one of them."""
COUNTY_AGENCIES = ("council", "police", "police_authority", "fire", "probation", "connexions")
LOCAL_AGENCIES = ("district", "division", "pct")
SPECIALISTS = 3
"""Bodies that sit on one sub-group and nowhere else of its kind: they keep honest groups from looking alike."""


@dataclass
class GroupPlan:
    """One group: where it stands, to whom it answers, who sits on it, and what is known of its terms of reference."""

    id: str
    kind: str
    tier: str
    themes: list[str]
    area: str
    part_of: str | None = None
    lines: list[Row] = field(default_factory=list)
    seats: list[str] = field(default_factory=list)
    terms: str = "own"
    """``own``, ``parent``, ``draft``, ``agreement``, ``silent``, ``declared`` (a list without any) or ``denied``."""


@dataclass
class Plan:
    """One partnership: its groups, and the rows that faults add."""

    number: int
    random: Random
    groups: list[GroupPlan] = field(default_factory=list)
    extra: dict[str, list[Row]] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """The beginning of every id of this partnership."""
        return f"p{self.number:04d}"

    @property
    def top(self) -> GroupPlan:
        """The partnership itself."""
        return self.groups[0]

    @property
    def board(self) -> GroupPlan:
        """The board between the partnership and its sub-groups."""
        return self.groups[1]

    @property
    def subgroups(self) -> list[GroupPlan]:
        """The groups that answer to the board, in order."""
        return [group for group in self.groups if group.kind == "group"]

    def add(self, table: str, row: Row) -> None:
        """Add a row to a table of the document."""
        self.extra.setdefault(table, []).append(row)


def county(number: int) -> str:
    """Return the beginning of the ids of a partnership's county."""
    return f"c{number // COUNTY:03d}"


def region(number: int) -> str:
    """Return the id of the Government Office of a partnership's county."""
    return f"government_office_{number // COUNTY % REGIONS + 1}"


def planned(number: int, seed: int) -> Plan:
    """Return the sound shape of one partnership: every chain ends at a council, every group has terms of reference.

    About 12.5 groups and 125 seats. A partnership of one number and seed has the same shape in a structure of any size.
    """
    plan = Plan(number, Random(f"{seed}/{number}"))
    random = plan.random
    themes = random.sample(THEMES, random.randint(6, 10))
    plan.groups = [_partnership(plan, themes), _board(plan, themes)]
    plan.groups.extend(_subgroup(plan, theme, place) for place, theme in enumerate(themes))
    plan.groups.extend(_forum(plan, themes, place) for place in range(random.randint(1, 2)))
    plan.groups.append(GroupPlan(f"{plan.id}.team", "team", "operational", [], f"{plan.id}.area", f"{plan.id}.top"))
    return plan


def _partnership(plan: Plan, themes: list[str]) -> GroupPlan:
    group = GroupPlan(f"{plan.id}.top", "partnership", "strategic", themes[:3], f"{plan.id}.area")
    group.lines = [_line(group.id, f"{plan.id}.district", "accountable_to")]
    group.seats = [
        *_local(plan), *_agencies(plan, len(COUNTY_AGENCIES)), region(plan.number), *NATIONAL,
        *(f"{plan.id}.residents_{place}" for place in range(3)),
    ]  # fmt: skip
    return group


def _board(plan: Plan, themes: list[str]) -> GroupPlan:
    group = GroupPlan(f"{plan.id}.board", "board", "strategic", themes[:2], f"{plan.id}.area", f"{plan.id}.top")
    group.lines = [_line(group.id, f"{plan.id}.top", "reports_to")]
    group.seats = [*_local(plan), *_agencies(plan, 3), *(f"{plan.id}.residents_{place}" for place in range(3))]
    return group


def _subgroup(plan: Plan, theme: str, place: int) -> GroupPlan:
    tier = "tactical" if place % 2 else "operational"
    group = GroupPlan(f"{plan.id}.{theme}", "group", tier, [theme], f"{plan.id}.area", f"{plan.id}.board")
    group.lines = [_line(group.id, f"{plan.id}.board", "reports_to")]
    group.seats = [
        *_local(plan),
        *_agencies(plan, 2),
        *(_specialist(plan, theme, number) for number in range(SPECIALISTS)),
    ]
    group.terms = plan.random.choices(("own", "parent", "draft", "agreement"), (12, 6, 1, 1))[0]
    return group


def _forum(plan: Plan, themes: list[str], place: int) -> GroupPlan:
    """A forum of providers: not asked for terms of reference, and with no line, which is no fault of its chain."""
    group = GroupPlan(f"{plan.id}.forum_{place}", "forum", "operational", [], f"{plan.id}.area", f"{plan.id}.top")
    group.seats = [*(_specialist(plan, theme, place) for theme in themes), *NATIONAL]
    group.terms = "none asked"
    return group


def _local(plan: Plan) -> list[str]:
    return [f"{plan.id}.{agency}" for agency in LOCAL_AGENCIES]


def _agencies(plan: Plan, number: int) -> list[str]:
    return [f"{county(plan.number)}.{agency}" for agency in plan.random.sample(COUNTY_AGENCIES, number)]


def _specialist(plan: Plan, theme: str, number: int) -> str:
    return f"{plan.id}.{theme}_{number}"


def _line(start: str, finish: str, kind: str) -> Row:
    return {"from": start, "to": finish, "kind": kind}
