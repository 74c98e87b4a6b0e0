"""Money of the day: which funds there are, what is put into one pot, and which groups plan how it is used."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from graphmodel.kinds import Function
from queries.case import Case
from queries.chains import is_firm
from queries.engines.base import FactId
from queries.outcome import COMING
from queries.reads import FUNDS, GROUPS, MONEY
from queries.reads.funds import FundRow
from queries.reads.ties import TieRow


def funds_of_the_day(case: Case) -> Mapping[str, FundRow]:
    """Return the funds in force that are not known to be over, by id."""
    return {fund.fact: fund for fund in case.in_force(FUNDS) if fund.fact in case.present}


def ties_of_money(case: Case, type_: str, *, coming: bool = False) -> tuple[TieRow, ...]:
    """Return the ties of one type between what is there on the day, firm ones first, planned ones if asked for."""
    rows = case.rows(MONEY) if coming else case.in_force(MONEY)
    found = (tie for tie in rows if tie.type == type_ and {tie.start, tie.finish} <= case.present)
    return tuple(sorted(found, key=lambda tie: (not is_firm(tie), tie.modality in COMING, tie.fact)))


class Planner(NamedTuple):
    """A group that plans how money is used: the facts that make it one, and the funds it plans, where that is known."""

    group: str
    facts: tuple[FactId, ...]
    funds: frozenset[str]


def planners(case: Case, *, coming: bool = False) -> tuple[Planner, ...]:
    """Return the groups that are there to plan how money is used, or do plan it, by id."""
    facts: dict[str, list[FactId]] = {}
    funds: dict[str, set[str]] = defaultdict(set)
    for tie in ties_of_money(case, "plans_use_of", coming=coming):
        facts.setdefault(tie.start, [tie.fact])
        funds[tie.start].add(tie.finish)
    for group in case.in_force(GROUPS):
        if Function.FUNDING in group.functions and group.fact in case.present:
            own = [group.fact, *case.vouching(group.fact, "functions")]
            if group.fact not in facts or case.weak(facts[group.fact]):
                facts[group.fact] = own
    return tuple(Planner(group, tuple(facts[group]), frozenset(funds[group])) for group in sorted(facts))
