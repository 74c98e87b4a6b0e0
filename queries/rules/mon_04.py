"""MON-04: plans that are not reported back to the group that plans the money."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from functools import partial
from typing import NamedTuple

from graphmodel.evidence import What
from graphmodel.kinds import GroupKind, PlanKind
from queries.case import Case
from queries.facts.naming import in_short
from queries.outcome import COMING, Outcome, Severity, holds, lacks, not_applicable
from queries.reads import CLAIMS, COMPLETE, ENTITIES, FUNDS, GROUPS, LINES, MONEY, PARTS, PLAN_TIES, PLANS
from queries.reads.funds import MoneyRow
from queries.reads.ties import TieRow
from queries.rule import Example, Family, Nature, Reason, Rule
from queries.ways.chains import is_firm
from queries.ways.reach import Reach, Step, onward
from queries.work.money import Planner, planners, ties_of_money
from queries.work.plans import closed, group_of, parts_in_plans, plan_ids, plans_of_the_day, unsure

_HEARS = ("reported_to", "monitors")
_MAY_TELL = ("owns", "delivers")


def population(case: Case) -> tuple[str, ...]:
    """The plans of the day, where a group plans the money."""
    return plan_ids(case) if planners(case) else ()


def check(case: Case) -> Iterator[Outcome]:
    """Follow every plan to a group that plans the money, by way of those that answer to it."""
    all_planners = planners(case)
    if not all_planners:
        return
    steps = onward(_answering(case))
    by_fund = _by_fund(all_planners)
    reaches: dict[str, Reach] = {}
    paid = {tie.finish: tie for tie in reversed(ties_of_money(case, "funds"))}
    parts = parts_in_plans(case, *_HEARS, *_MAY_TELL)
    for plan in plans_of_the_day(case).values():
        if plan.single_agency:
            yield not_applicable(plan.fact, "A body pursues it alone.")
        elif plan.kind == PlanKind.AUDIT:
            yield not_applicable(plan.fact, "An audit is no plan that money is spent on.")
        else:
            pays = paid.get(plan.fact)
            fund = pays.start if pays and pays.start in by_fund else ""
            meant = by_fund.get(fund, all_planners)
            if fund not in reaches:
                reaches[fund] = Reach((planner.group for planner in meant), steps)
            told = _told(case, plan.fact, parts.get(plan.fact, ()), reaches[fund])
            yield told or _untold(case, plan.fact, meant, pays, parts)


def _by_fund(all_planners: Collection[Planner]) -> Mapping[str, tuple[Planner, ...]]:
    """Return, by fund, the groups that plan it: they are the ones to hear of what it pays for."""
    found: dict[str, list[Planner]] = defaultdict(list)
    for planner in all_planners:
        for fund in planner.funds:
            found[fund].append(planner)
    return {fund: tuple(planning) for fund, planning in found.items()}


def _answering(case: Case) -> Iterator[Step]:
    """Yield the ways by which word reaches a group: lines to it, turned round, and its own meetings."""
    for line in case.chains.lines:
        if line.finish in case.present:
            yield Step(line.finish, line.start, line.fact, case.chains.is_firm(line))
    for part in case.in_force(PARTS):
        row = case.entities[part.start]
        if row.type == "group" and row.kind == GroupKind.MEETING_SERIES and part.start in case.present:
            yield Step(part.finish, part.start, part.fact, is_firm(part))


def _told(case: Case, plan: str, ties: tuple[TieRow, ...], reach: Reach) -> Outcome | None:
    """Say by what tie word of a plan gets there; whose plan it is may tell of it, which answers in part."""
    ways = [_Way(tie, *reach.way(group_of(tie))) for tie in ties if group_of(tie) in reach]
    hears = [way for way in ways if way.tie.type in _HEARS or (way.tie.type == "owns" and group_of(way.tie) == way.end)]
    if not hears and closed(case, What.REPORT, plan):
        return None
    found = hears or ways
    if not found:
        return None
    best = min(found, key=lambda way: (case.weak(way.facts), len(way.lines), way.tie.fact))
    words = {"end": (best.end,), "group": (group_of(best.tie),)}
    reason = "met" if hears else "may_tell"
    return holds(plan, best.facts, needs=(What.REPORT,), reason=reason, weaker=not hears, words=words)


class _Way(NamedTuple):
    """A part that a group has in a plan, and the lines from there to a group that plans the money."""

    tie: TieRow
    end: str
    lines: tuple[str, ...]

    @property
    def facts(self) -> tuple[str, ...]:
        return (self.tie.fact, *self.lines[::-1])


def _untold(
    case: Case, plan: str, meant: Collection[Planner], fund: MoneyRow | None, parts: Mapping[str, tuple[TieRow, ...]]
) -> Outcome:
    """Ask whether a plan is reported; where other groups hear of it, their lines would have to be complete as well."""
    others = any(tie.type in _HEARS and tie.modality not in COMING for tie in parts.get(plan, ()))
    sure = [planner for planner in meant if not case.weak(planner.facts)]
    return lacks(
        plan,
        (What.REPORT, What.LINE) if others else (What.REPORT,),
        reason="lacks" if fund is None else "paid",
        facts=(*unsure(case, plan), *(() if sure else [fact for one in meant for fact in one.facts])),
        context=() if fund is None else (fund.fact,),
        words={
            "planners": in_short(case, (planner.group for planner in meant), "groups"),
            **({} if fund is None else {"fund": (fund.start,)}),
        },
        severity=Severity.HIGH if fund is not None and not case.weak((fund.fact,)) else None,
    )


_example = partial(Example, profile="dat-cdrp-2003")
"""The general profile does not ask for this."""

RULE = Rule(
    id="MON-04",
    title="Report of a plan to the group that plans the money not evidenced",
    family=Family.MONITORING,
    nature=Nature.REQUIREMENT,
    severity=Severity.MEDIUM,
    clauses=("guidance-2003-11-21#2.1.b4.reporting", "audit-commission-2005#finance"),
    why="Whoever plans the money can only plan it well if they hear what came of what they paid for.",
    remedy="Put the plan into the reporting calendar of the group that plans the money.",
    who="The group that owns the plan, with whoever services the group that plans the money.",
    trap=(
        "A report to a group that itself answers to the one that plans the money counts, and so does a plan that this "
        "one watches or owns itself. Where no group plans the money, nothing is asked here: FND-01 asks for one."
    ),
    reads=(PLANS, PLAN_TIES, MONEY, FUNDS, GROUPS, LINES, PARTS, ENTITIES, CLAIMS, COMPLETE),
    population=population,
    check=check,
    reasons={
        "met": Reason(
            board="{end} {end:hears|hear} of progress on {subject}.",
            audit="{subject}: a report, or a group that watches or owns it, leads to {end}.",
        ),
        "may_tell": Reason(
            board="The work on {subject} lies with {group}; whether {end} {end:hears|hear} of it is not evidenced.",
            audit="{subject}: a group that owns or delivers it, {group}, leads to {end}; a report is not evidenced.",
            ask="Is progress on {subject} reported to {end}, and how often?",
        ),
        "lacks": Reason(
            board="Whether progress on {subject} is reported to {planners} is not evidenced.",
            audit="No report of {subject} that leads to {planners} is evidenced in the sources read.",
            ask="Is progress on {subject} reported to {planners}, and how often?",
            fails="Progress on {subject} is not reported to {planners}.",
        ),
        "paid": Reason(
            board="{subject}: paid for from {fund}; whether progress is reported to {planners} is not evidenced.",
            audit="{fund} funds {subject}, and no report that leads to {planners} is evidenced in the sources read.",
            ask="Is progress on {subject} reported to {planners}, and how often?",
            fails="{subject}: paid for from {fund}, and progress is not reported to {planners}.",
        ),
    },
    examples=(
        _example(
            "reported to the group that plans the money",
            "fg: group functions=funding; p: delivery_plan; p reported to fg",
            {"p": "met"},
        ),
        _example(
            "reported to a group that answers to it",
            "fg plans use of bsc; eso: group; eso -> fg; p: delivery_plan; p reported to eso",
            {"p": "met"},
        ),
        _example(
            "its own meetings watch the plan",
            "csp: partnership; csp plans use of bsc; m: meeting_series; m part of csp; p: priority; m monitors p",
            {"p": "met"},
        ),
        _example(
            "carried out by a group that answers to it",
            "fg plans use of bsc; eso: group; eso -> fg; p: delivery_plan; eso delivers p",
            {"p": "partly"},
        ),
        _example(
            "the report is only planned",
            "fg plans use of bsc; p: delivery_plan; p reported to fg [planned]",
            {"p": "partly"},
        ),
        _example(
            "the group that plans the money owns the one plan, and carries the other out",
            "fg plans use of bsc; p: delivery_plan; q: delivery_plan; fg owns p; fg delivers q",
            {"p": "met", "q": "partly"},
        ),
        _example(
            "a sub-group is not its meetings",
            "fg plans use of bsc; eso: group; eso part of fg; p: delivery_plan; p reported to eso",
            {"p": "query"},
        ),
        _example(
            "the last step of the way there is only inferred",
            "fg plans use of bsc; eso: group; x: group; eso -> x; x -> fg [inferred]; p: delivery_plan; "
            "p reported to eso",
            {"p": "partly"},
        ),
        _example(
            "reported to a group that plans other money than pays for it",
            "a plans use of f; b plans use of g; f funds p; p: delivery_plan; p reported to b",
            {"p": "query"},
        ),
        _example("nothing is said", "fg plans use of bsc; p: delivery_plan", {"p": "query"}),
        _example(
            "reported to a group that leads elsewhere",
            "fg plans use of bsc; eso: group; p: delivery_plan; p reported to eso; complete report of p",
            {"p": "query"},
        ),
        _example(
            "its reports are declared complete",
            "fg plans use of bsc; bsc funds p; p: delivery_plan; complete report of p",
            {"p": "fail"},
        ),
        _example(
            "its reports are declared complete, and who carries it out is no report",
            "fg plans use of bsc; eso: group; eso -> fg; eso delivers p; p: delivery_plan; complete report of p",
            {"p": "fail"},
        ),
        _example(
            "that there is such a group is only inferred",
            "fg plans use of bsc [inferred]; p: delivery_plan; complete report of p",
            {"p": "query"},
        ),
        _example(
            "reported by one source, denied by another",
            "fg plans use of bsc; p: delivery_plan; p reported to fg; denied report of p",
            {"p": "conflict"},
        ),
        _example("a plan of one body alone", "fg plans use of bsc; p: delivery_plan single_agency", {"p": "na"}),
        _example("an audit", "fg plans use of bsc; p: audit", {"p": "na"}),
    ),
)
