"""MON-01: plans that no group owns or watches."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from graphmodel.evidence import What
from graphmodel.kinds import PlanKind
from queries.case import Case
from queries.outcome import Outcome, Severity, holds, lacks, not_applicable
from queries.plans import closed, group_of, parts_in_plans, plan_ids, plans_of_the_day, unsure
from queries.reads import CLAIMS, COMPLETE, ENTITIES, PLAN_TIES, PLANS
from queries.reads.ties import TieRow
from queries.rule import Example, Family, Nature, Reason, Rule

_OWNERS = {"owns": "owned", "jointly_accountable_for": "shared", "delivers": "delivered"}
_MONITORS = {"monitors": "monitored", "reported_to": "reported"}
_IN_PART = ("delivered", "reported")
_Parts = Mapping[str, tuple[TieRow, ...]]


def check(case: Case) -> Iterator[Outcome]:
    """Ask of every plan whose it is, and who watches whether it is carried out."""
    parts = parts_in_plans(case, *_OWNERS, *_MONITORS)
    for plan in plans_of_the_day(case).values():
        if plan.single_agency:
            yield not_applicable(plan.fact, "A body pursues it alone.")
            continue
        yield _answered(case, plan.fact, What.OWNER, parts, _OWNERS)
        if plan.kind != PlanKind.AUDIT:
            yield _answered(case, plan.fact, What.MONITORING, parts, _MONITORS)


def _answered(case: Case, plan: str, what: What, parts: _Parts, kinds: Mapping[str, str]) -> Outcome:
    """Say who has this part in a plan: by the tie that says it outright, or in part by one that comes near it."""
    aspect = "owner" if what is What.OWNER else "monitor"
    ties = [tie for kind in kinds for tie in parts.get(plan, ()) if tie.type == kind]
    if closed(case, what, plan):
        ties = [tie for tie in ties if kinds[tie.type] not in _IN_PART]
    if not ties:
        return lacks(plan, (what,), reason=f"no_{aspect}", aspect=aspect, facts=unsure(case, plan))
    tie = min(ties, key=lambda tie: (kinds[tie.type] in _IN_PART, case.weak((tie.fact,))))
    reason = kinds[tie.type]
    groups = tuple(dict.fromkeys(group_of(one) for one in ties if one.type == tie.type))
    return holds(
        plan,
        (tie.fact, *unsure(case, group_of(tie))),
        needs=(what,),
        reason=reason,
        aspect=aspect,
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
        "guidance-2003-11-21#2.1.b5.audits",
        "audit-commission-2005#performance",
    ),
    why="A plan that no group owns is nobody's to carry out, and one that nobody watches is found out too late.",
    remedy="Agree which group owns the plan, and which one looks at its progress and how often.",
    who="The chair of the partnership whose plan it is, with its co-ordinator.",
    trap=(
        "A plan that one body pursues alone is not asked. Groups that are jointly accountable for a plan own it "
        "between them. A group that carries a plan out may own it, and one that is told of its progress may watch "
        "it: each answers in part. An audit is asked for its owner only."
    ),
    reads=(PLANS, PLAN_TIES, ENTITIES, CLAIMS, COMPLETE),
    population=plan_ids,
    check=check,
    reasons={
        "owned": Reason(
            board="The owner of {subject} is {group}.",
            audit="A group that owns {subject} is evidenced: {group}.",
            ask="Which group owns {subject}?",
        ),
        "shared": Reason(
            board="Accountability for {subject} is shared by {group}.",
            audit="Joint accountability for {subject} is evidenced: {group}.",
            ask="Which group owns {subject}?",
        ),
        "delivered": Reason(
            board="The work on {subject} is done by {group}; which group owns it is not evidenced.",
            audit="Delivery of {subject} by {group} is evidenced; a group that owns it is not.",
            ask="Which group owns {subject}: {group}, or another one?",
        ),
        "no_owner": Reason(
            board="Which group owns {subject} is not evidenced.",
            audit="No group that owns {subject}, or is jointly accountable for it, is evidenced in the sources read.",
            ask="Which group owns {subject}?",
            fails="No group owns {subject}.",
        ),
        "monitored": Reason(
            board="Progress on {subject} is watched by {group}.",
            audit="A group that monitors {subject} is evidenced: {group}.",
            ask="Which group looks at the progress on {subject}, and how often?",
        ),
        "reported": Reason(
            board="Progress on {subject} is reported to {group}; which group watches it is not evidenced.",
            audit="A report on {subject} to {group} is evidenced; a group that monitors it is not.",
            ask="{group:Does|Do} {group} check the progress on {subject}, or does another group?",
        ),
        "no_monitor": Reason(
            board="Which group watches progress on {subject} is not evidenced.",
            audit="No group that monitors {subject} is evidenced in the sources read.",
            ask="Which group looks at the progress on {subject}, and how often?",
            fails="No group watches progress on {subject}.",
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
