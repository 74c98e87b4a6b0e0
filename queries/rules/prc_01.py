"""PRC-01: steps of settling a partnership's arrangements that are not evidenced."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from graphmodel.evidence import What
from queries.case import Case
from queries.outcome import Outcome, Says, Severity, holds, lacks, not_applicable
from queries.partnership.coverage import leading
from queries.partnership.partnerships import ELSEWHERE, ENGLAND_AND_WALES, Localities
from queries.reads import (
    AREAS,
    CLAIMS,
    COMPLETE,
    DOCUMENTS,
    ENTITIES,
    EVENTS,
    GROUPS,
    HOLDERS,
    HOMES,
    LINES,
    ORIGINALS,
    PARTS,
    PLACES,
    SEATS,
)
from queries.reads.documents import DocumentRow
from queries.reads.events import EventRow
from queries.rule import Example, Family, Nature, Reason, Rule
from queries.wording import day_in_words, joined
from queries.work import steps
from queries.work.steps import Step, Timing, came_after, first_in_time, stood_by, timing, unheard

_OF_NEW_ONES = (steps.AGREED, steps.CONSULTED)


def check(case: Case) -> Iterator[Outcome]:
    """Go through the steps of each partnership; those not evidenced are asked about together."""
    day = str(case.settings["guidance_from"])
    if case.as_of < day:
        why = f"The guidance that asks for these steps is of {day_in_words(day)}."
        yield from (not_applicable(group, why, aspect="steps") for group in case.population)
        return
    events = steps.named_in(case.rows(EVENTS))
    documents = steps.in_writing(case)
    places = Localities(case)
    for partnership in case.population:
        place = places.of((partnership,))
        if not place.may_lie_in(*ENGLAND_AND_WALES):
            yield not_applicable(partnership, ELSEWHERE, aspect="steps")
            continue
        wanted = [step for step in steps.STEPS if step is not steps.COPIED or place.may_lie_in("England")]
        yield from _steps(case, partnership, wanted, events, documents.get(partnership, []))


def _steps(
    case: Case,
    partnership: str,
    wanted: list[Step],
    events: Mapping[str, list[EventRow]],
    documents: list[DocumentRow],
) -> Iterator[Outcome]:
    own = [event for event in events.get(partnership, ()) if partnership in (*event.results, *event.subjects)]
    about = {step: steps.steps_of_kind(case, step.kind, own, events) for step in wanted}
    old = stood_by(str(case.settings["guidance_from"]), events.get(partnership, []))
    missing: list[Step] = []
    for step in wanted:
        if about[step]:
            yield _taken(case, partnership, step, about)
        elif case.denied(partnership, step.what) or case.complete(partnership, step.what):
            yield lacks(partnership, (step.what,), aspect=step.aspect, words={"steps": step.asks})
        elif step is steps.FORMALISED and documents:
            yield _written(case, partnership, documents)
        elif old and step in _OF_NEW_ONES:
            day = day_in_words(str(case.settings["guidance_from"]))
            why = f"The arrangements were in place by {day}, the day of the guidance, which asks this of new ones."
            yield not_applicable(partnership, why, aspect=step.aspect)
        else:
            missing.append(step)
    if missing:
        yield _asked(case, partnership, missing)


def _taken(case: Case, partnership: str, step: Step, about: Mapping[Step, list[EventRow]]) -> Outcome:
    deadline = str(case.settings["deadline"])
    event = first_in_time(case, about[step], deadline)
    when = timing(case, event, deadline)
    words: dict[str, Any] = {"steps": step.asks, "event": (event.fact,), "day": day_in_words(deadline)}
    facts = (event.fact, *case.vouching(event.fact, "subjects", "results", "date"))
    if when is Timing.UNDATED and not case.denied(partnership, step.what):
        return Outcome(
            Says.BREAKS, (partnership,), step.aspect, "undated", facts, needs=(step.what,), words=words, weaker=True
        )
    reason = "met" if when is Timing.IN_TIME else str(when)
    if step is steps.CONSULTED and when is not Timing.TO_COME:
        not_heard = unheard(case, partnership, event)
        late = came_after(event, about[steps.AGREED])
        reason = "afterwards" if late else "whom" if not event.participants else "some" if not_heard else reason
        words["unheard"] = not_heard
        facts = (*facts, *(agreed.fact for agreed in about[steps.AGREED] if late))
    needs = (step.what,)
    return holds(
        partnership, facts, needs=needs, aspect=step.aspect, reason=reason, weaker=reason != "met", words=words
    )


def _written(case: Case, partnership: str, documents: list[DocumentRow]) -> Outcome:
    tie = min(documents, key=lambda tie: (case.weak((tie.fact, tie.document)), tie.fact))
    return holds(
        partnership,
        (tie.fact, tie.document),
        needs=(What.FORMALISATION,),
        aspect=steps.FORMALISED.aspect,
        reason="document",
        weaker=True,
        words={"document": (tie.document,)},
    )


def _asked(case: Case, partnership: str, missing: list[Step]) -> Outcome:
    """One question for all steps; before the day by which they were wanted it weighs less."""
    deadline = str(case.settings["deadline"])
    when = "or when are they to be" if case.as_of < deadline else "and when"
    return lacks(
        partnership,
        tuple(step.what for step in missing),
        aspect="steps",
        reason="missing",
        severity=Severity.LOW if case.as_of < deadline else None,
        words={"steps": joined(step.asks for step in missing), "day": day_in_words(deadline), "when": when},
    )


_CSP = "csp: partnership functions=crime_and_disorder"
_DONE = (
    f"{_CSP}; p: probation_service; consulted by p about csp on 2004-01-10; agreed by p about csp on 2004-02-01; "
    "formalised by p about csp on 2004-03-01; copied by p about csp on 2004-03-02; as of 2004-05-01"
)
_example = partial(Example, profile="dat-cdrp-2003")

_READS = (
    GROUPS, ENTITIES, EVENTS, ORIGINALS, DOCUMENTS, SEATS, HOMES, HOLDERS, LINES, PARTS, AREAS, PLACES, CLAIMS,
    COMPLETE,
)  # fmt: skip

RULE = Rule(
    id="PRC-01",
    title="Steps of settling the arrangements not evidenced",
    family=Family.PROCESS,
    nature=Nature.REQUIREMENT,
    severity=Severity.MEDIUM,
    clauses=(
        "guidance-2003-11-21#9.1",
        "guidance-2003-11-21#9.1.agreed",
        "guidance-2003-11-21#9.1.consulted",
        "guidance-2003-11-21#9.2",
        "case-studies-2003#cs4.process",
    ),
    why="Arrangements that nobody wrote down or was asked about are remembered differently by everybody.",
    remedy="Put the arrangements in writing, and send the Government Office a copy.",
    who="The chair of the partnership, with its lead officer.",
    trap=(
        "Consultation comes before the final agreement. Arrangements that stood before the guidance are asked for the "
        "written copy only. An agreed document counts in part until somebody confirms that it is the arrangements. "
        "Before the day by which the steps were wanted, the question weighs less; a step taken after it counts "
        "in part. Wales has no Government Offices, and so no copy. Before the guidance nothing of this was asked."
    ),
    reads=_READS,
    population=leading,
    check=check,
    properties=("date", "subjects", "status"),
    settings={"deadline": "2004-04-01", "guidance_from": "2003-11-21"},
    reasons={
        "met": Reason(
            board="The arrangements of {subject} were {steps}.",
            audit="This step is evidenced for {subject}: {event}.",
            ask="When were the arrangements of {subject} {steps}?",
        ),
        "to_come": Reason(
            board="The arrangements of {subject} are still to be {steps}.",
            audit="This step is recorded for a day to come: {event}.",
            ask="Are the arrangements of {subject} {steps} yet, or when are they to be?",
            to_come=True,
        ),
        "undated": Reason(
            board="Whether the arrangements of {subject} were {steps} by {day} is not evidenced.",
            audit="This step is evidenced for {subject}; whether it was taken by {day} is not: {event}.",
            ask="On what day were the arrangements of {subject} {steps}?",
        ),
        "late": Reason(
            board="The arrangements of {subject} were {steps}, but only after {day}.",
            audit="This step is dated after {day}, by which it was wanted: {event}.",
            ask="Is the day right on which the arrangements of {subject} were {steps}, after {day}?",
        ),
        "afterwards": Reason(
            board="Those affected by {subject} were heard, but only after the arrangements were agreed.",
            audit="The consultation on {subject} is dated after the agreement: {event}.",
            ask="Was anybody consulted on the arrangements of {subject} before they were finally agreed?",
        ),
        "whom": Reason(
            board="There was a consultation on {subject}; who was heard is not evidenced.",
            audit="A consultation is evidenced, without those who took part: {event}.",
            ask="Who was consulted on the arrangements of {subject}?",
        ),
        "some": Reason(
            board="There was a consultation on {subject}; that {unheard} {unheard:was|were} heard is not evidenced.",
            audit="Not among those recorded as consulted, and known to sit on {subject}: {unheard}.",
            ask="{unheard:Was|Were} {unheard} consulted on the arrangements of {subject} too?",
        ),
        "document": Reason(
            board="{subject} {subject:has|have} something in writing; whether it is its arrangements is not evidenced.",
            audit="{document} is agreed; whether it is what puts the arrangements in writing is not evidenced.",
            ask="Are the arrangements of {subject} in writing there: {document}?",
        ),
        "lacks": Reason(
            board="Whether the arrangements of {subject} were {steps} is not evidenced.",
            audit="No step is evidenced by which the arrangements of {subject} were {steps}.",
            ask="Were the arrangements of {subject} {steps}, and when?",
            fails="The arrangements of {subject} were not {steps}.",
        ),
        "missing": Reason(
            board="Some steps that the guidance wants by {day} are not evidenced for {subject}: {steps}.",
            audit="Not evidenced of the arrangements of {subject}, and wanted by {day}: {steps}.",
            ask="Were the arrangements of {subject} {steps}, {when}?",
            fails="The arrangements of {subject} were not {steps}.",
        ),
    },
    examples=(
        _example(
            "every step taken",
            _DONE,
            {"csp|agreed": "met", "csp|consulted": "met", "csp|in writing": "met", "csp|copied": "met"},
        ),
        _example("one question for all steps", _CSP, {"csp|steps": "query"}),
        _example("before the guidance", f"{_CSP}; as of 2003-11-20", {"csp|steps": "na"}),
        _example(
            "in Scotland nothing is asked, and in Wales no copy",
            f"a: partnership functions=crime_and_disorder; s: area nation=Scotland; a covers s; {_CSP}; "
            "w: area nation=Wales; csp covers w",
            {"a|steps": "na", "csp|steps": "query"},
        ),
        _example("on the last day", f"{_CSP}; as of 2004-04-01", {"csp|steps": "query"}),
        _example(
            "steps that are still to come",
            f"{_CSP}; copied by p about csp on 2004-03; consulted by p about csp on 2004-01",
            {"csp|copied": "partly", "csp|consulted": "partly"},
        ),
        _example(
            "on the last day, too late, and on a day not known",
            f"{_CSP}; copied by p about csp on 2004-04-01; formalised by p about csp on 2004-04-02; "
            "agreed by p about csp; consulted by p about csp on 2004-04-03; as of 2004-05-01",
            {"csp|copied": "met", "csp|in writing": "partly", "csp|agreed": "query", "csp|consulted": "partly"},
        ),
        _example(
            "whom the consultation is about was heard",
            f"{_CSP}; dat: partnership functions=drugs; p: county_council; p, dat on csp; "
            "consulted by p about csp dat on 2003",
            {"csp|consulted": "met"},
        ),
        _example(
            "consulted after the agreement",
            f"{_CSP}; agreed by p about csp on 2004-01; consulted by p about csp on 2004-02; as of 2004-05-01",
            {"csp|agreed": "met", "csp|consulted": "partly", "csp|steps": "query"},
        ),
        _example(
            "older than the guidance",
            f"{_CSP}; integrate a b into csp on 2000-09",
            {"csp|agreed": "na", "csp|consulted": "na", "csp|steps": "query"},
        ),
        _example(
            "one of the members was not heard",
            f"{_CSP}; p: county_council; q: voluntary; p, q on csp; consulted by p about csp on 2003",
            {"csp|consulted": "partly"},
        ),
        _example(
            "a founding agreement",
            f"{_CSP}; deed: agreement agreed; deed governs csp",
            {"csp|in writing": "partly", "csp|steps": "query"},
        ),
        _example(
            "a draft, a protocol and what has ended are no written arrangements",
            f"{_CSP}; a: agreement draft; b: protocol agreed; c: agreement agreed [to=2003-01-01]; a, b, c governs csp",
            {"csp|steps": "query"},
        ),
        _example(
            "the text says that nothing was written down",
            f"{_CSP}; denied formalisation of csp",
            {"csp|in writing": "fail", "csp|steps": "query"},
        ),
        _example(
            "written down, and a denial",
            f"{_CSP}; formalised by p about csp on 2003; denied formalisation of csp",
            {"csp|in writing": "conflict"},
        ),
    ),
)
