"""MON-03: plans that are not tied to one overarching strategy."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from graphmodel.evidence import What
from graphmodel.kinds import PlanKind
from queries.case import Case
from queries.facts.naming import in_short
from queries.outcome import Outcome, Severity, breaks, holds, lacks, not_applicable
from queries.partnership.partnerships import ELSEWHERE, elsewhere, foremost_first, partnerships, place_of
from queries.reads import AREAS, CLAIMS, COMPLETE, ENTITIES, GROUPS, PARTS, PLACES, PLAN_TIES, PLANS
from queries.rule import Example, Family, Nature, Reason, Rule
from queries.ways.reach import Reach, onward
from queries.work.plans import feeding, plan_ids, plans_of_the_day, strategies, strategies_to_come, unsure


def population(case: Case) -> tuple[str, ...]:
    """The plans of the day, and the partnerships, of which the strategy over all of them is asked."""
    return (*plan_ids(case), *partnerships(case))


def check(case: Case) -> Iterator[Outcome]:
    """Look for the one strategy, then for what ties each plan to it."""
    if (everywhere := partnerships(case)) and everywhere == elsewhere(case, everywhere):
        yield from (not_applicable(one, ELSEWHERE) for one in case.population)
        return
    plans = plans_of_the_day(case)
    roots = _roots(case)
    below = Reach(roots, onward(feeding(case, plans, down=True)))
    beside = Reach(roots, onward(feeding(case, plans)))
    yield from _one_strategy(case, roots, below)
    for plan in plans.values():
        if plan.fact in roots:
            yield not_applicable(plan.fact, "It is itself a strategy that serves no other.")
        elif plan.single_agency:
            yield not_applicable(plan.fact, "A body pursues it alone.")
        elif plan.kind == PlanKind.AUDIT:
            yield not_applicable(plan.fact, "An audit says how things are; the strategies follow from it.")
        elif plan.fact in below or plan.fact in beside:
            root, facts = (below if plan.fact in below else beside).way(plan.fact)
            facts = (*facts, *unsure(case, root))
            yield holds(plan.fact, facts, needs=(What.STRATEGY,), reason="tied", words={"root": (root,)})
        else:
            yield _untied(case, plan.fact, roots)


def _untied(case: Case, plan: str, roots: tuple[str, ...]) -> Outcome:
    """Ask what a plan does for the strategy, once it is known which one that is."""
    if not roots:
        return not_applicable(plan, "No strategy that it could serve is known.")
    told = case.complete(plan, What.STRATEGY) or case.denied(plan, What.STRATEGY)
    if _several(case, roots) and not told:
        return not_applicable(plan, "Which strategy stands above the others is to be settled first.")
    facts = (*unsure(case, plan), *(() if _firm(case, roots) else roots))
    return lacks(
        plan, (What.STRATEGY,), reason="untied", facts=facts, words={"roots": in_short(case, roots, "strategies")}
    )


def _roots(case: Case) -> tuple[str, ...]:
    """Return the strategies that contribute to no other one."""
    ids = {plan.fact for plan in strategies(case)}
    serving = {step.start for step in feeding(case, ids)}
    return tuple(sorted(ids - serving))


def _several(case: Case, roots: Collection[str]) -> bool:
    return len(roots) > 1 or any(case.entities[root].set for root in roots)


def _firm(case: Case, roots: Collection[str]) -> tuple[str, ...]:
    return tuple(root for root in roots if not case.weak((root,)))


def _one_strategy(case: Case, roots: tuple[str, ...], below: Reach) -> Iterator[Outcome]:
    """Ask the partnerships together for the strategy over all plans, unless there is exactly one."""
    together = foremost_first(case, partnerships(case))
    if not together:
        return
    severity = Severity.INFORMATION if place_of(case, together).two_tier else None
    words = {"roots": in_short(case, roots, "strategies"), "who": in_short(case, together, "partnerships")}
    if _several(case, roots):
        facts = firm if _several(case, firm := _firm(case, roots)) else roots
        lists = tuple((one, What.STRATEGY) for one in (together[0], *facts))
        yield breaks(together, "several", facts, assuming=(lists,), words=words, severity=severity)
    elif roots:
        others = [plan.fact for plan in strategies(case) if plan.fact in below]
        facts = tuple(dict.fromkeys((*roots, *(fact for other in others for fact in below.way(other)[1]))))
        yield holds(together, facts, needs=(What.STRATEGY,), reason="one", words=words)
    elif coming := strategies_to_come(case):
        words = {**words, "roots": in_short(case, coming, "strategies")}
        yield holds(together, coming, needs=(What.STRATEGY,), reason="coming", words=words)
    else:
        yield lacks(together, (What.STRATEGY,), reason="none", words=words, severity=severity)


RULE = Rule(
    id="MON-03",
    title="Tie of a plan to one overarching strategy not evidenced",
    family=Family.MONITORING,
    nature=Nature.REQUIREMENT,
    severity=Severity.MEDIUM,
    clauses=(
        "guidance-2003-11-21#2.1.b3.strategy",
        "guidance-2003-11-21#2.1.b3.consistent",
        "guidance-2003-11-21#2.1.b3.two_tier",
    ),
    why="Plans that serve no common aim pull in different directions, and nobody can say which comes first.",
    remedy="Agree one strategy or mission statement, and say in each plan what it does for it.",
    who="The chairs of the partnerships, with those who own the plans.",
    trap=(
        "A plan may complement the strategy instead of coming under it: what the strategy feeds is tied to it as well, "
        "and a tie by way of other plans counts. In a two-tier area a common statement is for consideration only. "
        "While several strategies stand side by side, that is asked once and not of every plan. An audit, and a plan "
        "that one body pursues alone, are not asked."
    ),
    reads=(PLANS, PLAN_TIES, GROUPS, PARTS, AREAS, PLACES, ENTITIES, CLAIMS, COMPLETE),
    population=population,
    check=check,
    reasons={
        "tied": Reason(
            board="What {subject} {subject:does|do} for {root} is recorded.",
            audit="{subject} and {root} are tied to each other, directly or by way of other plans.",
            ask="What does {subject} do for {root}?",
        ),
        "untied": Reason(
            board="How {subject} fits with {roots} is not evidenced.",
            audit="Nothing in the sources read ties {subject} to {roots}.",
            ask="What does {subject} do for {roots}?",
            fails="Nothing ties {subject} to {roots}.",
        ),
        "one": Reason(
            board="One strategy stands above the others: {roots}.",
            audit="Exactly one strategy contributes to no other: {roots}.",
        ),
        "coming": Reason(
            board="A strategy for all is on its way: {roots}.",
            audit="No strategy is in force; in development or planned: {roots}.",
            ask="When will this be agreed, and by whom: {roots}?",
            to_come=True,
        ),
        "several": Reason(
            board="Strategies stand side by side; what guides them all is not evidenced: {roots}.",
            audit="More than one strategy contributes to no other: {roots}.",
            ask="Which strategy or mission statement guides all of these: {roots}?",
            fails="No one strategy or mission statement stands above the others: {roots}.",
        ),
        "none": Reason(
            board="It is not evidenced which strategy or mission statement guides the plans of {who}.",
            audit="No strategy of {who} is evidenced in the sources read.",
            ask="Which strategy or mission statement guides the plans of {who}?",
            fails="No strategy or mission statement guides the plans of {who}.",
        ),
    },
    examples=(
        Example(
            "one strategy, and a plan under it",
            "csp: partnership; s: strategy; p: delivery_plan; p contributes to s",
            {"csp": "met", "p": "met", "s": "na"},
        ),
        Example(
            "by way of another plan",
            "s: strategy; p: delivery_plan; t: target; t contributes to p; p contributes to s",
            {"t": "met"},
        ),
        Example(
            "a plan that the strategy feeds complements it",
            "s: strategy; lnrs: delivery_plan; s contributes to lnrs",
            {"lnrs": "met"},
        ),
        Example(
            "the tie is only inferred",
            "s: strategy; p: delivery_plan; p contributes to s [inferred]",
            {"p": "partly"},
        ),
        Example("nothing ties it", "s: strategy; p: delivery_plan", {"p": "query"}),
        Example(
            "its ties are declared complete", "s: strategy; p: delivery_plan; complete strategy of p", {"p": "fail"}
        ),
        Example(
            "tied by one source, denied by another",
            "s: strategy; p: delivery_plan; p contributes to s; denied strategy of p",
            {"p": "conflict"},
        ),
        Example("no strategy is known", "csp: partnership; p: delivery_plan", {"csp": "query", "p": "na"}),
        Example("the strategies are declared complete", "csp: partnership; complete strategy of csp", {"csp": "fail"}),
        Example("a strategy in development", "csp: partnership; s: strategy [in_development]", {"csp": "partly"}),
        Example("two strategies side by side", "csp: partnership; s: strategy; t: strategy", {"csp": "query"}),
        Example(
            "two, and everything about strategies is declared complete",
            "csp: partnership; s: strategy; t: strategy; complete strategy",
            {"csp": "fail"},
        ),
        Example(
            "one strategy serves the other",
            "csp: partnership; s: strategy; t: strategy; t contributes to s",
            {"csp": "met", "t": "met"},
        ),
        Example("several strategies under one name", "csp: partnership; s: strategy set", {"csp": "query"}),
        Example(
            "while two stand side by side, their plans are not asked",
            "csp: partnership; s: strategy; t: strategy; p: delivery_plan",
            {"csp": "query", "p": "na"},
        ),
        Example(
            "that there is such a strategy is only inferred",
            "s: strategy [inferred]; p: delivery_plan; complete strategy of p",
            {"p": "query"},
        ),
        Example(
            "two strategies for certain, and a third that is only inferred",
            "csp: partnership; s: strategy; t: strategy; u: strategy [inferred]; complete strategy",
            {"csp": "fail"},
        ),
        Example(
            "two side by side, and it is settled that a plan serves neither",
            "csp: partnership; s: strategy; t: strategy; p: delivery_plan; complete strategy of p",
            {"p": "fail"},
        ),
        Example(
            "that one strategy serves the other is only inferred",
            "csp: partnership; s: strategy; t: strategy; t contributes to s [inferred]",
            {"csp": "partly", "t": "partly"},
        ),
        Example("a plan of one body alone", "s: strategy; p: delivery_plan single_agency", {"p": "na"}),
        Example(
            "in another nation",
            "sp: partnership; v: area nation=Scotland; sp covers v; p: delivery_plan; sp owns p",
            {"sp": "na", "p": "na"},
        ),
    ),
)
