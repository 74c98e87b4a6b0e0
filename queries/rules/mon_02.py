"""MON-02: plans without dated steps, or with steps that are overdue."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from graphmodel.dates import UNKNOWN, earliest, latest
from graphmodel.evidence import What
from graphmodel.kinds import PlanKind
from queries.case import Case
from queries.facts.naming import in_short
from queries.outcome import Outcome, Severity, breaks, holds, lacks, not_applicable
from queries.reads import CLAIMS, COMPLETE, ENTITIES, EVENTS, GROUPS, MILESTONES, PLAN_TIES, PLANS
from queries.reads.plans import MilestoneRow, PlanRow
from queries.rule import Example, Family, Nature, Reason, Rule
from queries.work.plans import asked_together, plan_ids, plans_of_the_day, unsure
from queries.work.reviews import undated_reviews


def population(case: Case) -> tuple[str, ...]:
    """The plans of the day, and the reviews of plans that have no date."""
    return (*plan_ids(case), *undated_reviews(case))


def check(case: Case) -> Iterator[Outcome]:
    """Ask every plan for dated steps, every step that is due whether it was done, and a review when it will be."""
    steps: dict[str, list[MilestoneRow]] = defaultdict(list)
    for step in sorted(case.rows(MILESTONES), key=lambda step: (case.weak((step.fact,)), step.fact)):
        if step.current != "no":
            steps[step.plan].append(step)
    silent: list[PlanRow] = []
    for plan in plans_of_the_day(case).values():
        if plan.single_agency:
            yield not_applicable(plan.fact, "A body pursues it alone.")
        elif plan.kind == PlanKind.PRIORITY:
            yield not_applicable(plan.fact, "A priority has no steps of its own; the plans that serve it have.")
        elif _is_a_field(case, plan) and plan.fact not in steps:
            yield not_applicable(plan.fact, "It names a field of work; the plans in it have steps.")
        elif plan.fact in steps:
            yield _dated(case, plan.fact, steps[plan.fact])
            yield from _overdue(case, plan.fact, steps[plan.fact])
        else:
            silent.append(plan)
    yield from _without_steps(case, silent)
    for review in undated_reviews(case):
        yield lacks(review, (What.DATE,), reason="review", aspect="review")


def _is_a_field(case: Case, plan: PlanRow) -> bool:
    """Tell whether a name stands for work of one sort, however many undertakings there are."""
    return plan.kind == PlanKind.INITIATIVE and case.entities[plan.fact].set


def _without_steps(case: Case, silent: list[PlanRow]) -> Iterator[Outcome]:
    """Ask in one question for the steps of all plans of which none is known."""
    together = asked_together(case, What.MILESTONES, silent)
    apart = [(plan.fact,) for plan in silent if plan.fact not in together]
    for plans in (*([together] if together else []), *apart):
        facts, words = unsure(case, *plans), {"plans": in_short(case, plans, "plans")}
        yield lacks(plans, (What.MILESTONES,), aspect="milestones", facts=facts, words=words)


def _dated(case: Case, plan: str, steps: list[MilestoneRow]) -> Outcome:
    dated = [step for step in steps if step.due not in ("", UNKNOWN)]
    if dated:
        facts = (dated[0].fact, *case.vouching(dated[0].fact, "due"))
        words = {"number": "one dated step" if len(dated) == 1 else f"{len(dated)} dated steps"}
        return holds(plan, facts, needs=(What.MILESTONES,), aspect="milestones", words=words)
    return lacks(plan, (What.MILESTONES,), reason="undated", aspect="milestones", facts=unsure(case, plan))


def _overdue(case: Case, plan: str, steps: list[MilestoneRow]) -> Iterator[Outcome]:
    """Look at the steps that were due before the day: done since, said not to be done, or nothing said of them."""
    due = [step for step in steps if step.due and latest(step.due) < case.as_of]
    late = [step.fact for step in due if step.done_on and earliest(step.done_on) > case.as_of]
    undone = [step for step in due if not step.done_on]
    denied = [step.fact for step in undone if case.denied(step.fact, "done_on")]
    silent = [step.fact for step in undone if step.fact not in denied]
    if late:
        yield holds(plan, _facts(case, late), reason="late", aspect="late", weaker=True, words=_words(case, late))
    if denied:
        denials = [denial for step in denied if (denial := case.denied(step, "done_on"))]
        outcome = breaks((plan,), "not_done", _facts(case, denied), words=_words(case, denied))
        yield replace(outcome, aspect="not done", context=tuple(denials))
    if silent:
        # A list of steps says what is to be done, not what was: that nothing says so is always a question.
        facts = (*_facts(case, silent), *unsure(case, plan))
        lists = (((plan, What.MILESTONES),),)
        outcome = breaks((plan,), "overdue", facts, assuming=lists, words=_words(case, silent), weaker=True)
        yield replace(outcome, aspect="overdue")


def _facts(case: Case, steps: list[str]) -> tuple[str, ...]:
    return tuple(fact for step in steps for fact in (step, *case.vouching(step, "due", "done_on")))


def _words(case: Case, steps: list[str]) -> dict[str, str | tuple[str, ...]]:
    return {"steps": in_short(case, steps, "steps")}


RULE = Rule(
    id="MON-02",
    title="Dated steps of a plan not evidenced, or overdue",
    family=Family.MONITORING,
    nature=Nature.REQUIREMENT,
    severity=Severity.MEDIUM,
    clauses=(
        "guidance-2003-11-21#2.1.b5.monitoring",
        "guidance-2003-11-21#1.3.audits",
        "guidance-2003-11-21#1.3.strategies",
    ),
    why="Without dates nobody can tell whether a plan is late; without a record of what is done, nobody need say so.",
    remedy="Give the plan a timeline with dated steps, note each step as it is done, and set a date for its review.",
    who="The group that owns the plan, or the partnership whose plan it is.",
    trap=(
        "A step is overdue only on the day that is asked about: one due later is not, however long ago that is now. "
        "That a step is done often goes unsaid, so an overdue one is a question until a source says that it was not "
        "done; that all steps are known says nothing of it. A priority, a plan that one body pursues alone, and a "
        "name for work of one sort are not asked. A review of a group is asked for its date while it is to come."
    ),
    reads=(PLANS, MILESTONES, PLAN_TIES, EVENTS, GROUPS, ENTITIES, CLAIMS, COMPLETE),
    population=population,
    check=check,
    properties=("due", "done_on"),
    reasons={
        "met": Reason(
            board="{subject} {subject:has|have} {number}.",
            audit="Dated milestones of {subject} are evidenced: {number}.",
        ),
        "undated": Reason(
            board="Steps of {subject} are named, but by when each is due is not evidenced.",
            audit="Milestones of {subject} are evidenced, and none of them is dated.",
            ask="By when is each step of {subject} due?",
            fails="The steps of {subject} have no dates.",
        ),
        "lacks": Reason(
            board="The steps of this work, and by when each is due, are not evidenced: {plans}.",
            audit="No dated milestone is evidenced in the sources read: {plans}.",
            ask="What are the steps of this work, and by when is each due: {plans}?",
            fails="There are no dated steps for this work: {plans}.",
        ),
        "late": Reason(
            board="In {subject}, this was overdue on the day that is asked about, and was done later: {steps}.",
            audit="Milestones of {subject} due before the day have a later date of completion: {steps}.",
            ask="Why was this done late: {steps}?",
        ),
        "not_done": Reason(
            board="In {subject}, this was due and has not been done: {steps}.",
            audit="Milestones of {subject} due before the day are said not to be done: {steps}.",
        ),
        "overdue": Reason(
            board="In {subject}, this was due; whether it has been done is not evidenced: {steps}.",
            audit="No date of completion is evidenced for milestones of {subject} due before the day: {steps}.",
            ask="Has this been done, and when: {steps}?",
        ),
        "review": Reason(
            board="A review is intended; for when is not evidenced: {subject}.",
            audit="No date of {subject} is evidenced in the sources read.",
            ask="For when is this review set: {subject}?",
            fails="No date is set for this review: {subject}.",
        ),
    },
    examples=(
        Example(
            "a dated step to come",
            "p: strategy; m: milestone plan=p due=2004-04-01; as of 2003-11-21",
            {"p|milestones": "met"},
        ),
        Example(
            "the date is only inferred",
            "p: strategy; m: milestone plan=p; claim m due=2004-04-01 [inferred]; as of 2003-11-21",
            {"p|milestones": "partly"},
        ),
        Example("no step is known", "p: strategy", {"p|milestones": "query"}),
        Example("a step without a date", "p: strategy; m: milestone plan=p", {"p|milestones": "query"}),
        Example(
            "the milestones are declared complete", "p: strategy; complete milestones of p", {"p|milestones": "fail"}
        ),
        Example("a source says that there are none", "p: audit; denied milestones of p", {"p|milestones": "fail"}),
        Example(
            "one source has a dated step, another denies it",
            "p: audit; m: milestone plan=p due=2004; denied milestones of p; as of 2003-11-21",
            {"p|milestones": "conflict"},
        ),
        Example(
            "sources differ on the date",
            "p: audit; m: milestone plan=p due=2004-04; claim m due=2004-06; as of 2003-11-21",
            {"p|milestones": "conflict"},
        ),
        Example(
            "due, and nothing says that it was done",
            "p: strategy; m: milestone plan=p due=2003-09; as of 2003-11-21",
            {"p|milestones": "met", "p|overdue": "query"},
        ),
        Example(
            "due, and that all steps are known says nothing of its being done",
            "p: strategy; m: milestone plan=p due=2003-09; complete milestones of p; as of 2003-11-21",
            {"p|milestones": "met", "p|overdue": "query"},
        ),
        Example(
            "late only after the day, done on it, due on it, overdue before it, and due later",
            "p: strategy; a: milestone plan=p due=2003-09 done_on=2003-12; as of 2003-11-21; "
            "b: milestone plan=p due=2003-09 done_on=2003-11-21; c: milestone plan=p due=2003-11-21; "
            "d: milestone plan=p due=2003-09; e: milestone plan=p due=2004",
            {"p|late": "partly", "p|overdue": "query"},
        ),
        Example(
            "a date said outright before one that is inferred",
            "p: strategy; a: milestone plan=p due=2004; b: milestone plan=p due=2004 [inferred]; as of 2003-11-21; "
            "q: strategy; c: milestone plan=q due=2004; d: milestone plan=q; claim d due=2004-06-01 [inferred]",
            {"p|milestones": "met", "q|milestones": "met"},
        ),
        Example(
            "due some time in the year of the day",
            "p: strategy; m: milestone plan=p due=2003; as of 2003-11-21",
            {"p|milestones": "met"},
        ),
        Example(
            "due, and a source says that it was not done",
            "p: strategy; m: milestone plan=p due=2003-09; denied done_on of m; as of 2003-11-21",
            {"p|not done": "fail"},
        ),
        Example(
            "the day asked about lies before the date",
            "p: strategy; m: milestone plan=p due=2003-09; denied done_on of m; as of 2003-06-01",
            {"p|milestones": "met"},
        ),
        Example(
            "done, but only after the day that is asked about",
            "p: strategy; m: milestone plan=p due=2003-09 done_on=2003-12; as of 2003-11-21",
            {"p|late": "partly"},
        ),
        Example(
            "a review of the plan has no date",
            "p: delivery_plan; r: reviewed; p contributes to r",
            {"r|review": "query"},
        ),
        Example(
            "a review of a group is intended, and has no date",
            "csp: partnership; r: reviewed by csp about csp [planned]",
            {"r|review": "query"},
        ),
        Example(
            "several plans of which no step is known, in one question",
            "p: strategy; q: delivery_plan; r: strategy; complete milestones of r",
            {"p q|milestones": "query", "r|milestones": "fail"},
        ),
        Example("a name for work of one sort", "p: initiative set", {"p": "na"}),
        Example(
            "work of one sort of which a step is known",
            "p: initiative set; m: milestone plan=p",
            {"p|milestones": "query"},
        ),
        Example("one undertaking", "p: initiative", {"p|milestones": "query"}),
        Example("a plan of one body alone", "p: strategy single_agency", {"p": "na"}),
        Example("a priority", "p: priority", {"p": "na"}),
    ),
)
