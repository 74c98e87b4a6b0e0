"""PLN-02: targets that do not join crime and drugs."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import partial
from itertools import starmap

from graphmodel.evidence import What
from graphmodel.kinds import GroupKind
from queries.case import Case
from queries.facts.naming import in_short
from queries.outcome import Outcome, Severity, holds, lacks, not_applicable
from queries.partnership.partnerships import CRIME, DRUGS, agendas, foremost_first, not_of_both, partnerships, place_of
from queries.reads import AREAS, CLAIMS, COMPLETE, ENTITIES, GROUPS, PARTS, PLACES, PLAN_TIES, PLANS
from queries.rule import Example, Family, Nature, Reason, Rule
from queries.ways.reach import Reach, onward
from queries.work.plans import closed, feeding, group_of, parts_in_plans, plans_of_the_day
from queries.work.targets import BOTH, Target, strategies_by_agenda, targets, targets_to_come


def check(case: Case) -> Iterator[Outcome]:
    """Look for a target that serves both agendas; in two tiers, for what the drugs targets do in every district."""
    others = not_of_both(case, case.population)
    yield from starmap(not_applicable, others.items())
    together = foremost_first(case, set(case.population) - set(others))
    if together:
        known = targets(case)
        yield _joint(case, together, known)
        if place_of(case, together).two_tier:
            yield from _districts(case, known)


def _joint(case: Case, together: tuple[str, ...], known: Collection[Target]) -> Outcome:
    who = {"who": in_short(case, together, "partnerships")}
    joint = [target for target in known if target.by_agenda.keys() >= BOTH]
    if joint:
        best = min(joint, key=lambda target: (case.weak(target.facts), target.plan))
        words = {**who, "target": (best.plan,)}
        return holds(together, best.facts, needs=(What.TARGETS,), reason="joint", words=words)
    coming = targets_to_come(case)
    if coming:
        words = {**who, "target": in_short(case, coming, "targets")}
        return holds(together, coming, needs=(What.TARGETS,), reason="coming", words=words)
    crime, drugs = (strategies_by_agenda(case).get(agenda.name, {}) for agenda in (CRIME, DRUGS))
    in_both = sorted(crime.keys() & drugs.keys())
    if in_both and not known and not closed(case, What.TARGETS, *together):
        facts = tuple(dict.fromkeys((*crime[in_both[0]], *drugs[in_both[0]])))
        words = {**who, "strategy": (in_both[0],)}
        return holds(together, facts, needs=(What.TARGETS,), reason="in_strategy", weaker=True, words=words)
    if known:
        words = {**who, "targets": in_short(case, (target.plan for target in known), "targets")}
        return lacks(together, (What.TARGETS,), reason="apart", words=words)
    return lacks(together, (What.TARGETS,), words=who)


def _districts(case: Case, known: Collection[Target]) -> Iterator[Outcome]:
    """Ask once which district partnerships the drugs targets of the county do not reach, where any are known."""
    drugs = [target for target in known if DRUGS.name in target.by_agenda]
    crime_only = [
        group.fact
        for group in case.groups.values()
        if group.kind == GroupKind.PARTNERSHIP and agendas(group.themes, group.functions) == {CRIME.name}
    ]
    if not drugs or not crime_only:
        return
    reach = Reach((target.plan for target in drugs), onward(feeding(case, plans_of_the_day(case))))
    facts: dict[str, tuple[str, ...]] = {}
    for plan, ties in parts_in_plans(case, "owns", "jointly_accountable_for", "delivers").items():
        if plan in reach:
            for tie in ties:
                facts.setdefault(group_of(tie), (tie.fact, *reach.way(plan)[1]))
    districts = tuple(sorted(crime_only))
    left = [group for group in districts if group not in facts]
    if left:
        words = {"left": in_short(case, left, "partnerships")}
        yield lacks(districts, (What.TARGETS,), about=left[0], reason="unreached", aspect="districts", words=words)
    else:
        rests = tuple(dict.fromkeys(fact for group in districts for fact in facts[group]))
        yield holds(districts, rests, needs=(What.TARGETS,), reason="reached", aspect="districts")


_example = partial(Example, profile="dat-cdrp-2003")
"""The general profile does not ask for this."""

_COUNTY = (
    "c: area two_tier; dat: partnership functions=drugs; dat covers c; t: target themes=drugs+; "
    "north: partnership functions=crime_and_disorder; "
)

RULE = Rule(
    id="PLN-02",
    title="Targets that join crime and drugs not evidenced",
    family=Family.PLANNING,
    nature=Nature.REQUIREMENT,
    severity=Severity.MEDIUM,
    clauses=(
        "guidance-2003-11-21#2.1.b2.targets",
        "guidance-2003-11-21#2.1.b2.two_tier_targets",
        "letter-2003-10-21#p2.planning",
    ),
    why="What is measured is what gets done: without a target in common, each side works to its own.",
    remedy="Agree targets that serve the crime and the drugs strategy, and write them into both.",
    who="The chairs of the partnerships, with those who own the strategies.",
    trap=(
        "One integrated strategy may hold the targets of both: where it is known and no target is, that answers in "
        "part. A target need not name both agendas, if it contributes to a strategy for each."
    ),
    reads=(PLANS, PLAN_TIES, GROUPS, PARTS, AREAS, PLACES, ENTITIES, CLAIMS, COMPLETE),
    population=partnerships,
    check=check,
    reasons={
        "joint": Reason(
            board="This target serves the work on crime and on drugs: {target}.",
            audit="A target tied to both agendas is evidenced: {target}.",
        ),
        "coming": Reason(
            board="Targets for crime and drugs together are on their way: {target}.",
            audit="In development or planned, for both agendas: {target}.",
            ask="When will this be agreed: {target}?",
            to_come=True,
        ),
        "in_strategy": Reason(
            board="One strategy is for crime and drugs together; what targets it sets is not evidenced: {strategy}.",
            audit="A strategy for both agendas is evidenced, and no target: {strategy}.",
            ask="Which targets does this set for crime and drugs together: {strategy}?",
        ),
        "apart": Reason(
            board="Targets are known; that any of them serves crime and drugs together is not evidenced: {targets}.",
            audit="Of the targets evidenced, none is tied to both agendas: {targets}.",
            ask="Which of these, or which other target, serves the work on crime and on drugs alike: {targets}?",
            fails="No target serves crime and drugs together, among these: {targets}.",
        ),
        "lacks": Reason(
            board="Targets that serve crime and drugs together are not evidenced for {who}.",
            audit="No target is evidenced in the sources read.",
            ask="Which targets of {who} serve the work on crime and on drugs alike?",
            fails="No target of {who} serves crime and drugs together.",
        ),
        "reached": Reason(
            board="The drugs targets of the county are taken up by {subject}.",
            audit="Every crime partnership of the county has a plan that a drugs target feeds: {subject}.",
        ),
        "unreached": Reason(
            board="How the drugs targets of the county are taken up is not evidenced for {left}.",
            audit="No plan that a drugs target feeds is evidenced for {left}.",
            ask="In which targets are the drugs targets of the county taken up by {left}?",
            fails="The drugs targets of the county are not taken up by {left}.",
        ),
    },
    examples=(
        _example("a target for both", "csp: partnership; t: target themes=crime+drugs", {"csp": "met"}),
        _example(
            "a target that serves a strategy for each",
            "csp: partnership; c: strategy themes=crime+; d: strategy themes=drugs+; t: target; "
            "t contributes to c; t contributes to d",
            {"csp": "met"},
        ),
        _example(
            "a target in one strategy for both",
            "csp: partnership; s: strategy themes=crime+drugs; t: target; t contributes to s",
            {"csp": "met"},
        ),
        _example(
            "a strategy for both, and no target known",
            "csp: partnership; s: strategy themes=crime+drugs",
            {"csp": "partly"},
        ),
        _example(
            "a target for both in development",
            "csp: partnership; t: target themes=crime+drugs [in_development]",
            {"csp": "partly"},
        ),
        _example(
            "two strategies for both, one of them only inferred, and no target known",
            "csp: partnership; s: strategy themes=crime+drugs; t: strategy themes=crime+drugs [inferred]",
            {"csp": "partly"},
        ),
        _example(
            "a strategy for one, and no target known", "csp: partnership; s: strategy themes=crime+", {"csp": "query"}
        ),
        _example("no target is known", "csp: partnership; dat: partnership", {"csp dat": "query"}),
        _example(
            "a target for each, and none for both",
            "csp: partnership; t: target themes=crime+; u: target themes=drugs+",
            {"csp": "query"},
        ),
        _example("the targets are declared complete", "csp: partnership; complete targets of csp", {"csp": "fail"}),
        _example(
            "one source has such a target, another denies it",
            "csp: partnership; t: target themes=crime+drugs; denied targets of csp",
            {"csp": "conflict"},
        ),
        _example("a partnership for something else", "hp: partnership themes=housing+", {"hp": "na"}),
        _example("in another nation", "sp: partnership; v: area nation=Scotland; sp covers v", {"sp": "na"}),
        _example(
            "two tiers: a district takes up the drugs target",
            _COUNTY + "u: target themes=crime+; t contributes to u; north owns u",
            {"north|districts": "met"},
        ),
        _example(
            "two tiers: that it takes up the drugs target is only inferred",
            _COUNTY + "u: target themes=crime+; t contributes to u [inferred]; north owns u",
            {"north|districts": "partly"},
        ),
        _example(
            "two tiers: of two districts, the targets of the one that is asked for both are declared complete",
            _COUNTY + "south: partnership functions=crime_and_disorder; complete targets of north",
            {"north south|districts": "fail"},
        ),
        _example(
            "two tiers: of a district nothing is said", _COUNTY, {"north|districts": "query", "dat north": "query"}
        ),
        _example(
            "two tiers: its targets are declared complete",
            _COUNTY + "complete targets of north",
            {"north|districts": "fail"},
        ),
    ),
)
