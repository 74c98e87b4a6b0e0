"""MON-01: plans that no group owns or watches."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from graphmodel.evidence import What
from graphmodel.kinds import PlanKind
from queries.case import Case
from queries.facts.naming import in_short
from queries.outcome import Outcome, Severity, holds, lacks, not_applicable
from queries.partnership.partnerships import partnerships
from queries.reads import CLAIMS, COMPLETE, ENTITIES, GROUPS, PARTS, PLAN_TIES, PLANS
from queries.reads.plans import PlanRow
from queries.reads.ties import TieRow
from queries.rule import Example, Family, Nature, Reason, Rule
from queries.work.plans import asked_together, closed, group_of, parts_in_plans, plan_ids, plans_of_the_day, unsure

_OWNERS = {"owns": "owned", "jointly_accountable_for": "shared", "delivers": "delivered"}
_MONITORS = {"monitors": "monitored", "reported_to": "reported"}
_IN_PART = ("delivered", "reported")


def check(case: Case) -> Iterator[Outcome]:
    """Ask of every plan whose it is, and who watches whether it is carried out."""
    parts = parts_in_plans(case, *_OWNERS, *_MONITORS)
    plans = plans_of_the_day(case).values()
    yield from (not_applicable(plan.fact, "A body pursues it alone.") for plan in plans if plan.single_agency)
    joint = [plan for plan in plans if not plan.single_agency]
    yield from _answered(case, joint, _Part(What.OWNER, "owner", _OWNERS, parts))
    watched = [plan for plan in joint if plan.kind != PlanKind.AUDIT]
    yield from _answered(case, watched, _Part(What.MONITORING, "monitor", _MONITORS, parts))


class _Part(NamedTuple):
    """A part that groups have in plans: what is asked, the ties that answer it, and those that are known."""

    what: What
    aspect: str
    kinds: Mapping[str, str]
    ties: Mapping[str, tuple[TieRow, ...]]


def _answered(case: Case, plans: Iterable[PlanRow], part: _Part) -> Iterator[Outcome]:
    """Say of each plan who has this part in it; ask in one question about all of which nothing is said."""
    silent = []
    for plan in plans:
        held = _held(case, plan.fact, part)
        if held:
            yield held
        else:
            silent.append(plan)
    together = asked_together(case, part.what, silent)
    if together:
        yield _silent(case, together, part)
    yield from (_silent(case, (plan.fact,), part) for plan in silent if plan.fact not in together)


def _silent(case: Case, plans: tuple[str, ...], part: _Part) -> Outcome:
    return lacks(
        plans, (part.what,), reason=f"no_{part.aspect}", aspect=part.aspect, facts=unsure(case, *plans),
        words={
            "plans": in_short(case, plans, "plans"),
            "these": "this" if len(plans) == 1 else "each of these",
            "perhaps": _perhaps(case),
        },
    )  # fmt: skip


def _perhaps(case: Case) -> str:
    """Return the one partnership as the likely answer, where there is only one."""
    found = partnerships(case)
    return f", {case.entities[found[0]].name} or another one," if len(found) == 1 else ""


def _held(case: Case, plan: str, part: _Part) -> Outcome | None:
    """Say who has this part in a plan: by the tie that says it outright, or in part by one that comes near it."""
    what, kinds = part.what, part.kinds
    ties = [tie for kind in kinds for tie in part.ties.get(plan, ()) if tie.type == kind]
    if closed(case, what, plan):
        ties = [tie for tie in ties if kinds[tie.type] not in _IN_PART]
    if not ties:
        return None
    tie = min(ties, key=lambda tie: (kinds[tie.type] in _IN_PART, case.weak((tie.fact,))))
    reason = kinds[tie.type]
    groups = tuple(dict.fromkeys(group_of(one) for one in ties if one.type == tie.type))
    return holds(
        plan,
        (tie.fact, *unsure(case, group_of(tie))),
        needs=(what,),
        reason=reason,
        aspect=part.aspect,
        weaker=reason in _IN_PART,
        words={"group": groups},
    )


RULE = Rule(
    id="MON-01",
    title="Owner or monitor of a plan not evidenced",
    family=Family.MONITORING,
    nature=Nature.REQUIREMENT,
    severity=Severity.MEDIUM,
    clauses=(
        "guidance-2003-11-21#2.1.b5.monitoring",
        "audit-commission-2005#performance",
    ),
    why="A plan that no group owns is nobody's to carry out, and one that nobody watches is found out too late.",
    remedy="Agree which group owns the plan, and which one looks at its progress and how often.",
    who="The chair of the partnership whose plan it is, with its co-ordinator.",
    trap=(
        "A plan that one body pursues alone is not asked. Groups that are jointly accountable for a plan own it "
        "between them. A group that carries a plan out may own it, and one that is told of its progress may watch "
        "it: each answers in part. An audit is asked for its owner only. Plans of which nothing is said share one "
        "question."
    ),
    reads=(PLANS, PLAN_TIES, GROUPS, PARTS, ENTITIES, CLAIMS, COMPLETE),
    population=plan_ids,
    check=check,
    reasons={
        "owned": Reason(
            board="The owner of {subject} is {group}.",
            audit="A group that owns {subject} is evidenced: {group}.",
        ),
        "shared": Reason(
            board="Accountability for {subject} is shared by {group}.",
            audit="Joint accountability for {subject} is evidenced: {group}.",
        ),
        "delivered": Reason(
            board="The work on {subject} is done by {group}; which group owns it is not evidenced.",
            audit="Delivery of {subject} by {group} is evidenced; a group that owns it is not.",
            ask="Which group owns {subject}: {group}, or another one?",
        ),
        "no_owner": Reason(
            board="Which group owns {these} is not evidenced: {plans}.",
            audit="No group that owns {these}, or is jointly accountable for it, is evidenced: {plans}.",
            ask="Which group{perhaps} owns {these}: {plans}?",
            fails="No group owns this: {plans}.",
        ),
        "monitored": Reason(
            board="Progress on {subject} is watched by {group}.",
            audit="A group that monitors {subject} is evidenced: {group}.",
        ),
        "reported": Reason(
            board="Progress on {subject} is reported to {group}; which group watches it is not evidenced.",
            audit="A report on {subject} to {group} is evidenced; a group that monitors it is not.",
            ask="{group:Does|Do} {group} check the progress on {subject}, or does another group?",
        ),
        "no_monitor": Reason(
            board="Which group watches progress on {these} is not evidenced: {plans}.",
            audit="No group that monitors {these} is evidenced in the sources read: {plans}.",
            ask="Which group{perhaps} looks at the progress on {these}, and how often: {plans}?",
            fails="No group watches progress on this: {plans}.",
        ),
    },
    examples=(
        Example(
            "owned and monitored",
            "csp: partnership; p: strategy; csp owns p; csp monitors p",
            {"p|owner": "met", "p|monitor": "met"},
        ),
        Example(
            "the owner is only planned",
            "csp: partnership; p: strategy; csp owns p [planned]",
            {"p|owner": "partly", "p|monitor": "query"},
        ),
        Example(
            "delivered by one group, reported to another",
            "eso: group; csp: partnership; p: delivery_plan; eso delivers p; p reported to csp",
            {"p|owner": "partly", "p|monitor": "partly"},
        ),
        Example(
            "joint accountability for an audit",
            "dat: partnership; csp: partnership; p: audit; dat, csp jointly accountable for p",
            {"p|owner": "met"},
        ),
        Example(
            "writing a part of it is not owning it",
            "csp: partnership; p: strategy; csp contributes to p",
            {"p|owner": "query", "p|monitor": "query"},
        ),
        Example(
            "its owner has ended",
            "old: group [to=2003-04-01]; p: strategy; old owns p; as of 2003-11-21",
            {"p|owner": "query"},
        ),
        Example("a plan of one body alone", "p: delivery_plan single_agency", {"p": "na"}),
        Example(
            "several plans of which nothing is said, in one question",
            "csp: partnership; p: strategy; q: audit; r: delivery_plan; csp owns r",
            {"p q|owner": "query", "p r|monitor": "query", "r|owner": "met"},
        ),
        Example(
            "what is settled of one of them is told apart from the question about the others",
            "p: strategy; q: strategy; r: strategy; complete owner of p; denied owner of q",
            {"p|owner": "fail", "q|owner": "fail", "r|owner": "query"},
        ),
        Example(
            "whether one of them was still there is not known",
            "p: strategy [to=unknown]; q: strategy",
            {"p|owner": "query", "q|owner": "query"},
        ),
        Example("the owners are declared complete", "p: strategy; complete owner of p", {"p|owner": "fail"}),
        Example("a source denies that anybody watches", "p: strategy; denied monitoring of p", {"p|monitor": "fail"}),
        Example(
            "the owners are declared complete, and a group that carries it out is none",
            "eso: group; p: strategy; eso delivers p; complete owner of p",
            {"p|owner": "fail"},
        ),
        Example(
            "owned by one source, denied by another",
            "csp: partnership; p: strategy; csp owns p; denied owner of p",
            {"p|owner": "conflict"},
        ),
        Example(
            "whether it is a plan at all is only inferred",
            "p: strategy [inferred]; complete owner of p",
            {"p|owner": "query"},
        ),
    ),
)
