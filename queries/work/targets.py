"""Targets, by the agendas that they serve: their own themes, and the strategies that they contribute to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from graphmodel.kinds import PlanKind
from queries.case import Case
from queries.engines.base import FactId
from queries.outcome import COMING
from queries.partnership.partnerships import AGENDAS, agendas
from queries.reads import PLANS
from queries.ways.reach import Reach, onward
from queries.work.plans import feeding, group_of, parts_in_plans, plans_of_the_day

BOTH = frozenset(agenda.name for agenda in AGENDAS)


class Target(NamedTuple):
    """A target with the agendas it serves, each with the facts that say so."""

    plan: str
    by_agenda: Mapping[str, tuple[FactId, ...]]

    @property
    def facts(self) -> tuple[FactId, ...]:
        """What its serving these agendas rests on, the target itself first."""
        return tuple(dict.fromkeys((self.plan, *(fact for facts in self.by_agenda.values() for fact in facts))))


def targets(case: Case) -> tuple[Target, ...]:
    """Return the targets of the day that are not one body's own, by id."""
    plans = plans_of_the_day(case)
    themes = strategies_by_agenda(case)
    steps = onward(feeding(case, plans, down=True))
    below = {agenda: Reach(found, steps) for agenda, found in themes.items()}
    found = []
    for plan in sorted(plans.values()):
        if plan.kind != PlanKind.TARGET or plan.single_agency:
            continue
        by_agenda = dict.fromkeys(sorted(agendas(plan.themes)), case.vouching(plan.fact, "themes"))
        for agenda, reach in below.items():
            if agenda not in by_agenda and plan.fact in reach:
                strategy, facts = reach.way(plan.fact)
                by_agenda[agenda] = (*facts, *themes[agenda][strategy])
        found.append(Target(plan.fact, by_agenda))
    return tuple(found)


def targets_to_come(case: Case) -> tuple[str, ...]:
    """Return the targets for both agendas that are in development or planned."""
    coming = (plan for plan in case.rows(PLANS) if plan.modality in COMING and plan.kind == PlanKind.TARGET)
    return tuple(sorted(plan.fact for plan in coming if agendas(plan.themes) == BOTH))


def strategies_by_agenda(case: Case) -> Mapping[str, Mapping[str, tuple[FactId, ...]]]:
    """Return the strategies for each agenda, by their themes or by what the groups that own them are there for."""
    owners = parts_in_plans(case, "owns")
    found: dict[str, dict[str, tuple[FactId, ...]]] = defaultdict(dict)
    for plan in plans_of_the_day(case).values():
        if plan.kind != PlanKind.STRATEGY:
            continue
        for agenda in agendas(plan.themes):
            found[agenda][plan.fact] = (plan.fact, *case.vouching(plan.fact, "themes"))
        for tie in owners.get(plan.fact, ()):
            group = case.groups.get(group_of(tie))
            for agenda in agendas((), group.functions) if group and not agendas(plan.themes) else ():
                facts = (plan.fact, tie.fact, *case.vouching(group_of(tie), "functions"))
                found[agenda].setdefault(plan.fact, facts)
    return found
