"""PRC-01: steps of settling a partnership's arrangements that are not evidenced."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from graphmodel.evidence import What
from graphmodel.kinds import DocumentKind, EventKind
from queries.case import Case
from queries.coverage import leading
from queries.outcome import Outcome, Severity, holds, lacks, not_applicable
from queries.reads import (
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
    SEATS,
)
from queries.reads.documents import DocumentRow
from queries.reads.events import EventRow
from queries.rule import Example, Family, Nature, Reason, Rule
from queries.steps import came_after, steps_of_kind, stood_by, unheard
from queries.wording import day_in_words, joined


class _Step(NamedTuple):
    """A step: its aspect, what is asked for, and how a question names it."""

    kind: EventKind
    aspect: str
    what: What
    asks: str


_FORMALISED = _Step(EventKind.FORMALISED, "in writing", What.FORMALISATION, "put in writing")
_COPIED = _Step(EventKind.COPIED, "copied", What.COPY, "sent in copy to the Government Office")
_AGREED = _Step(EventKind.AGREED, "agreed", What.AGREEMENT, "agreed by the partners")
_CONSULTED = _Step(EventKind.CONSULTED, "consulted", What.CONSULTATION, "put to everybody with a stake beforehand")
_STEPS = (_FORMALISED, _COPIED, _AGREED, _CONSULTED)
_OF_NEW_ONES = (_AGREED, _CONSULTED)
_WRITTEN = (DocumentKind.AGREEMENT, DocumentKind.CONSTITUTION, DocumentKind.TERMS_OF_REFERENCE)


def check(case: Case) -> Iterator[Outcome]:
    """Go through the steps of each partnership; those not evidenced are asked about together."""
    events: dict[str, list[EventRow]] = defaultdict(list)
    for event in case.rows(EVENTS):
        for named in dict.fromkeys((*event.results, *event.subjects, *event.participants)):
            events[named].append(event)
    documents: dict[str, list[DocumentRow]] = defaultdict(list)
    for tie in case.rows(DOCUMENTS):
        if tie.kind in _WRITTEN and tie.status == "agreed" and tie.document_current != "no":
            documents[tie.group].append(tie)
    for partnership in case.population:
        yield from _steps(case, partnership, events, documents.get(partnership, []))


def _steps(
    case: Case, partnership: str, events: Mapping[str, list[EventRow]], documents: list[DocumentRow]
) -> Iterator[Outcome]:
    own = [event for event in events.get(partnership, ()) if partnership in (*event.results, *event.subjects)]
    about = {step: steps_of_kind(case, step.kind, own, events) for step in _STEPS}
    old = stood_by(str(case.settings["guidance_from"]), events.get(partnership, []))
    missing: list[_Step] = []
    for step in _STEPS:
        if about[step]:
            yield _taken(case, partnership, step, about)
        elif case.denied(partnership, step.what) or case.complete(partnership, step.what):
            yield lacks(partnership, (step.what,), aspect=step.aspect, words={"steps": step.asks})
        elif step is _FORMALISED and documents:
            yield _written(case, partnership, documents)
        elif old and step in _OF_NEW_ONES:
            day = day_in_words(str(case.settings["guidance_from"]))
            why = f"Its arrangements are not younger than the guidance of {day}, which asks this of new ones."
            yield not_applicable(partnership, why, aspect=step.aspect)
        else:
            missing.append(step)
    if missing:
        yield _asked(case, partnership, missing)


def _taken(case: Case, partnership: str, step: _Step, about: Mapping[_Step, list[EventRow]]) -> Outcome:
    event = about[step][0]
    words: dict[str, Any] = {"steps": step.asks, "event": (event.fact,)}
    facts = (event.fact, *case.vouching(event.fact, "subjects", "results"))
    reason = "met"
    if step is _CONSULTED:
        not_heard = unheard(case, partnership, event)
        late = came_after(event, about[_AGREED])
        reason = "late" if late else "whom" if not event.participants else "some" if not_heard else "heard"
        words["unheard"] = not_heard
        facts = (*facts, *(agreed.fact for agreed in about[_AGREED] if late))
    weaker = reason not in ("met", "heard")
    return holds(partnership, facts, needs=(step.what,), aspect=step.aspect, reason=reason, weaker=weaker, words=words)


def _written(case: Case, partnership: str, documents: list[DocumentRow]) -> Outcome:
    tie = min(documents, key=lambda tie: (case.weak((tie.fact, tie.document)), tie.fact))
    return holds(
        partnership,
        (tie.fact, tie.document),
        needs=(What.FORMALISATION,),
        aspect=_FORMALISED.aspect,
        reason="document",
        weaker=True,
        words={"document": (tie.document,)},
    )


def _asked(case: Case, partnership: str, missing: list[_Step]) -> Outcome:
    """One question for all steps; before the day by which they were wanted it weighs less."""
    deadline = str(case.settings["deadline"])
    return lacks(
        partnership,
        tuple(step.what for step in missing),
        aspect="steps",
        reason="not_yet" if case.as_of < deadline else "missing",
        severity=Severity.LOW if case.as_of < deadline else None,
        words={"steps": joined(step.asks for step in missing), "day": day_in_words(deadline)},
    )


_CSP = "csp: partnership functions=crime_and_disorder"
_NEW = f"{_CSP}; created by p into csp on 2004-02-01; as of 2004-05-01"
_DONE = (
    f"{_CSP}; p: probation_service; consulted by p about csp on 2004-01-10; agreed by p about csp on 2004-02-01; "
    "formalised by p about csp on 2004-03-01; copied by p about csp on 2004-03-02; as of 2004-05-01"
)
_PROFILE = "dat-cdrp-2003"

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
        "Before the day by which the steps were wanted, the question weighs less."
    ),
    reads=(GROUPS, ENTITIES, EVENTS, ORIGINALS, DOCUMENTS, SEATS, HOMES, HOLDERS, LINES, PARTS, CLAIMS, COMPLETE),
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
        "late": Reason(
            board="Those with a stake in {subject} were heard, but only after the arrangements were agreed.",
            audit="The consultation on {subject} is dated after the agreement: {event}.",
            ask="Was anybody consulted on the arrangements of {subject} before they were finally agreed?",
        ),
        "heard": Reason(
            board="Those with a stake in {subject} were heard on its arrangements.",
            audit="A consultation on the arrangements of {subject} is evidenced: {event}.",
            ask="When was {event}?",
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
            ask="Does {document} hold the arrangements of {subject} in writing?",
        ),
        "lacks": Reason(
            board="Whether the arrangements of {subject} were {steps} is not evidenced.",
            audit="No step is evidenced by which the arrangements of {subject} were {steps}.",
            ask="Were the arrangements of {subject} {steps}, and when?",
            fails="The arrangements of {subject} were not {steps}.",
        ),
        "missing": Reason(
            board="Some steps that were wanted by {day} are not evidenced for {subject}: {steps}.",
            audit="Not evidenced of the arrangements of {subject}, and wanted by {day}: {steps}.",
            ask="When were the arrangements of {subject} {steps}?",
            fails="The arrangements of {subject} were not {steps}.",
        ),
        "not_yet": Reason(
            board="Some steps that are wanted by {day} are not evidenced for {subject} yet: {steps}.",
            audit="Not evidenced of the arrangements of {subject}, and wanted by {day}: {steps}.",
            ask="Were the arrangements of {subject} {steps}, or when are they to be?",
            fails="The arrangements of {subject} were not {steps}.",
        ),
    },
    examples=(
        Example(
            "every step taken",
            _DONE,
            {"csp|agreed": "met", "csp|consulted": "met", "csp|in writing": "met", "csp|copied": "met"},
            profile=_PROFILE,
        ),
        Example("one question for all steps", _CSP, {"csp|steps": "query"}, profile=_PROFILE),
        Example(
            "consulted after the agreement",
            f"{_CSP}; agreed by p about csp on 2004-01; consulted by p about csp on 2004-02; as of 2004-05-01",
            {"csp|agreed": "met", "csp|consulted": "partly", "csp|steps": "query"},
            profile=_PROFILE,
        ),
        Example(
            "older than the guidance",
            f"{_CSP}; integrate a b into csp on 2000-09",
            {"csp|agreed": "na", "csp|consulted": "na", "csp|steps": "query"},
            profile=_PROFILE,
        ),
        Example(
            "one of the members was not heard",
            f"{_CSP}; p: county_council; q: voluntary; p, q on csp; consulted by p about csp on 2003",
            {"csp|consulted": "partly"},
            profile=_PROFILE,
        ),
        Example("younger than the guidance", _NEW, {"csp|steps": "query"}, profile=_PROFILE),
        Example(
            "a founding agreement",
            f"{_CSP}; deed: agreement agreed; deed governs csp",
            {"csp|in writing": "partly", "csp|steps": "query"},
            profile=_PROFILE,
        ),
        Example(
            "a draft, a protocol and what has ended are no written arrangements",
            f"{_CSP}; a: agreement draft; b: protocol agreed; c: agreement agreed [to=2003-01-01]; a, b, c governs csp",
            {"csp|steps": "query"},
            profile=_PROFILE,
        ),
        Example(
            "the text says that nothing was written down",
            f"{_CSP}; denied formalisation of csp",
            {"csp|in writing": "fail", "csp|steps": "query"},
            profile=_PROFILE,
        ),
        Example(
            "written down, and a denial",
            f"{_CSP}; formalised by p about csp on 2003; denied formalisation of csp",
            {"csp|in writing": "conflict"},
            profile=_PROFILE,
        ),
    ),
)
