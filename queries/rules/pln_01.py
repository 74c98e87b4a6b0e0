"""PLN-01: work on crime and on drugs that is not planned together."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import starmap

from graphmodel.evidence import What
from queries.case import Case
from queries.facts.naming import in_short
from queries.outcome import Outcome, Severity, holds, lacks, not_applicable
from queries.partnership.partnerships import foremost_first, not_of_both, partnerships
from queries.reads import AREAS, CLAIMS, COMPLETE, DOCUMENTS, ENTITIES, GROUPS, PARTS, PLACES, PLAN_TIES
from queries.rule import Example, Family, Nature, Reason, Rule
from queries.work.joint_planning import signs
from queries.work.plans import closed


def check(case: Case) -> Iterator[Outcome]:
    """Look for what best shows planning for crime and drugs as one; ask the partnerships together if nothing does."""
    others = not_of_both(case, case.population)
    yield from starmap(not_applicable, others.items())
    together = foremost_first(case, set(case.population) - set(others))
    if not together:
        return
    every = signs(case)
    if closed(case, What.PLANNING, *together):
        every = (sign for sign in every if not sign.in_part or sign.reason in _NAMES_PLANNING)
    found = sorted(every, key=lambda sign: (sign.in_part, case.weak(sign.facts), sign))
    who = {"who": in_short(case, together, "partnerships")}
    if not found:
        yield lacks(together, (What.PLANNING,), words=who)
        return
    best = found[0]
    words = {**who, "by": best.by}
    yield holds(together, best.facts, needs=(What.PLANNING,), reason=best.reason, weaker=best.in_part, words=words)


_NAMES_PLANNING = ("schedule_to_come", "timetable")
"""What is planning in common, if not all that is asked for."""

_example = partial(Example, profile="dat-cdrp-2003")
"""The general profile does not ask for this."""

RULE = Rule(
    id="PLN-01",
    title="Joint planning of crime and drugs work not evidenced",
    family=Family.PLANNING,
    nature=Nature.REQUIREMENT,
    severity=Severity.MEDIUM,
    clauses=(
        "guidance-2003-11-21#2.1.b1.planning",
        "guidance-2003-11-21#2.1.b2.timetable",
        "letter-2003-10-21#p2.planning",
    ),
    why="Work on crime and work on drugs meet the same people; planned apart, each finds out late what the other does.",
    remedy="Agree one planning calendar for both agendas, and hold the meetings that it names.",
    who="The chairs of the partnerships, with their co-ordinators.",
    trap=(
        "A partnership whose ordinary meetings plan both agendas needs no meetings of another name: give it the "
        "function of planning. In a two-tier area the partners are to agree on one timetable, so that meetings alone "
        "answer in part. That planning is coherent, as a source may say in general, shows no meeting."
    ),
    reads=(GROUPS, DOCUMENTS, PARTS, AREAS, PLACES, PLAN_TIES, ENTITIES, CLAIMS, COMPLETE),
    population=partnerships,
    check=check,
    properties=("status",),
    reasons={
        "schedule": Reason(
            board="Work on crime and on drugs is planned to one schedule: {by}.",
            audit="An agreed schedule for both agendas is evidenced: {by}.",
        ),
        "schedule_to_come": Reason(
            board="One planning schedule for crime and drugs is on its way, or not shown to be agreed: {by}.",
            audit="A schedule for both agendas is evidenced; that it is agreed is not: {by}.",
            ask="Has this been agreed, when and by whom: {by}?",
            to_come=True,
        ),
        "schedule_of_one": Reason(
            board="There is a planning schedule; whether it is for crime and drugs alike is not evidenced: {by}.",
            audit="A schedule is evidenced; that it covers both agendas is not: {by}.",
            ask="Does this cover the planning of work on crime and on drugs alike: {by}?",
        ),
        "meetings": Reason(
            board="{by} {by:plans|plan} work on crime and on drugs together.",
            audit="A group or series of meetings that plans for both agendas is evidenced: {by}.",
        ),
        "timetable": Reason(
            board="{by} {by:plans|plan} for crime and drugs together; one timetable for all is not evidenced.",
            audit="Planning for both agendas is evidenced ({by}), an agreed timetable in common is not.",
            ask="Is there one timetable for planning that is agreed by {who}? If so, please send it.",
        ),
        "planner": Reason(
            board="{by} {by:plans|plan}; whether for crime and for drugs alike is not evidenced.",
            audit="A group or series of meetings for planning is evidenced; that it covers both agendas is not: {by}.",
            ask="{by:Does|Do} {by} plan work on crime and on drugs alike?",
        ),
        "purpose": Reason(
            board="{by} {by:is|are} there to plan for crime and drugs together; when that is done is not evidenced.",
            audit="The purpose of {by} names planning for both agendas; meetings or a schedule are not evidenced.",
            ask="When in the year {by:does|do} {by} plan work on crime and on drugs? Is there a schedule?",
        ),
        "meetings_on_plans": Reason(
            board="{by} may be where crime and drugs are planned together; that is not evidenced.",
            audit="{by}: meetings on a plan, of a partnership for both agendas; planning there is not evidenced.",
            ask="Is the work on crime and on drugs planned together there: {by}?",
        ),
        "lacks": Reason(
            board="Meetings or a schedule for planning crime and drugs work together are not evidenced for {who}.",
            audit="No group, meetings or schedule that plan for both agendas are evidenced in the sources read.",
            ask="When and where is work on crime and on drugs planned together by {who}, and to what schedule?",
            fails="Work on crime and work on drugs are not planned together by {who}.",
        ),
    },
    examples=(
        _example(
            "meetings that plan for both",
            "csp: partnership functions=crime_and_disorder+drugs; m: meeting_series functions=planning; m part of csp",
            {"csp": "met"},
        ),
        _example(
            "a partnership whose ordinary meetings do it",
            "csp: partnership functions=crime_and_disorder+drugs+planning",
            {"csp": "met"},
        ),
        _example(
            "an agreed schedule for both",
            "csp: partnership; s: schedule agreed themes=crime+drugs; s governs csp",
            {"csp": "met"},
        ),
        _example(
            "meetings that plan for both, and a schedule in draft",
            "csp: partnership functions=crime_and_disorder+drugs+planning; s: schedule draft themes=crime+drugs; "
            "s governs csp",
            {"csp": "met"},
        ),
        _example(
            "a schedule in draft",
            "csp: partnership; s: schedule draft themes=crime+drugs; s governs csp",
            {"csp": "partly"},
        ),
        _example(
            "a schedule, of what is not said", "csp: partnership; s: schedule agreed; s governs csp", {"csp": "partly"}
        ),
        _example(
            "two tiers: meetings, but no timetable",
            "c: area two_tier; csp: partnership; csp covers c; m: group functions=planning themes=crime+drugs",
            {"csp": "partly"},
        ),
        _example(
            "a group that plans for drugs alone",
            "dat: partnership; g: group functions=planning+drugs",
            {"dat": "query"},
        ),
        _example(
            "a purpose that names both",
            'csp: partnership purpose="planning together on crime and drugs"',
            {"csp": "partly"},
        ),
        _example("nothing is said", "dat: partnership; csp: partnership", {"csp dat": "query"}),
        _example("a partnership for something else", "hp: partnership themes=housing+", {"hp": "na"}),
        _example("in another nation", "sp: partnership; v: area nation=Scotland; sp covers v", {"sp": "na"}),
        _example("planning is declared complete", "csp: partnership; complete planning of csp", {"csp": "fail"}),
        _example(
            "planning is declared complete, and a purpose is none",
            'csp: partnership purpose="planning together on crime and drugs"; complete planning of csp',
            {"csp": "fail"},
        ),
        _example("a source denies it", "csp: partnership; denied planning of csp", {"csp": "fail"}),
        _example(
            "one source has it, another denies it",
            "csp: partnership functions=crime_and_disorder+drugs+planning; denied planning of csp",
            {"csp": "conflict"},
        ),
    ),
)
