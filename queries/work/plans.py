"""Plans of the day: which there are, who has a part in them, and how one feeds another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping

from graphmodel.evidence import What
from graphmodel.kinds import PlanKind
from queries.case import Case
from queries.outcome import COMING
from queries.reads import PLAN_TIES, PLANS
from queries.reads.funds import FundRow
from queries.reads.plans import PlanRow
from queries.reads.ties import TieRow
from queries.ways.chains import is_firm
from queries.ways.reach import Step


def plans_of_the_day(case: Case) -> Mapping[str, PlanRow]:
    """Return the plans in force that are not known to be over, by id; those only planned are not asked about."""
    return {plan.fact: plan for plan in case.in_force(PLANS) if plan.fact in case.present}


def plan_ids(case: Case) -> tuple[str, ...]:
    """The usual population: every plan of the day."""
    return tuple(sorted(plans_of_the_day(case)))


def strategies(case: Case) -> tuple[PlanRow, ...]:
    """Return the strategies of the day that are not one body's own."""
    return tuple(plan for plan in plans_of_the_day(case).values() if _joint_strategy(plan))


def strategies_to_come(case: Case) -> tuple[str, ...]:
    """Return the strategies that are in development or planned."""
    rows = case.rows(PLANS)
    return tuple(sorted(plan.fact for plan in rows if plan.modality in COMING and _joint_strategy(plan)))


def _joint_strategy(plan: PlanRow) -> bool:
    return plan.kind == PlanKind.STRATEGY and not plan.single_agency


def parts_in_plans(case: Case, *types: str) -> Mapping[str, tuple[TieRow, ...]]:
    """Return, by plan, the ties of some types to groups that are there on the day, the firm ones first."""
    found: dict[str, list[TieRow]] = defaultdict(list)
    for tie in sorted(case.rows(PLAN_TIES), key=_firm_first):
        if tie.type in types and group_of(tie) in case.present:
            found[tie.start if tie.type == _REPORTED else tie.finish].append(tie)
    return {plan: tuple(ties) for plan, ties in found.items()}


_REPORTED = "reported_to"


def group_of(tie: TieRow) -> str:
    """Return the group of a tie between a group and a plan."""
    return tie.finish if tie.type == _REPORTED else tie.start


def _firm_first(tie: TieRow) -> tuple[bool, bool, str]:
    return (not is_firm(tie), tie.modality in COMING, tie.fact)


def feeding(case: Case, plans: Collection[str], *, down: bool = False) -> Iterator[Step]:
    """Yield the ties by which one of these plans contributes to another, from below or, with `down`, from above."""
    kept = set(plans)
    for tie in case.in_force(PLAN_TIES):
        if tie.type == "contributes_to" and tie.start != tie.finish and {tie.start, tie.finish} <= kept:
            ends = (tie.finish, tie.start) if down else (tie.start, tie.finish)
            yield Step(*ends, tie.fact, is_firm(tie))


def closed(case: Case, what: What, *subjects: str) -> bool:
    """Tell whether a list is declared complete, or said not to be: then what only comes near to it answers nothing."""
    return case.complete(subjects[0], what) or any(case.denied(subject, what) for subject in subjects)


def asked_together(case: Case, what: What, rows: Iterable[PlanRow | FundRow]) -> tuple[str, ...]:
    """Return those of which something may be asked in one question: there for certain, with nothing settled."""
    return tuple(sorted(row.fact for row in rows if row.current == "yes" and not closed(case, what, row.fact)))


def unsure(case: Case, *ids: str) -> tuple[str, ...]:
    """Return those that are not stated, or not known to be there on the day: what is said of them is no firmer."""
    return tuple(id_ for id_ in dict.fromkeys(ids) if case.weak((id_,)))
