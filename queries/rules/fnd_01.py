"""FND-01: money that no group or process plans, decided out of sight, or held by nobody in particular."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from graphmodel.evidence import What
from graphmodel.kinds import DocumentKind, DocumentStatus
from queries.case import Case
from queries.facts.naming import in_short
from queries.outcome import Outcome, Severity, holds, lacks
from queries.partnership.partnerships import foremost_first, partnerships
from queries.reads import CLAIMS, COMPLETE, DOCUMENTS, ENTITIES, FUNDS, GROUPS, MONEY, PARTS
from queries.reads.documents import DocumentRow
from queries.rule import Example, Family, Nature, Reason, Rule
from queries.work.held_money import held_by, money_to_hold
from queries.work.money import Planner, planners
from queries.work.plans import closed

_PROCESS = frozenset({DocumentKind.PROTOCOL, DocumentKind.AGREEMENT})
_OF_MONEY = frozenset({"money", "funding", "finance", "spending"})
_OPENNESS = "public"


def population(case: Case) -> tuple[str, ...]:
    """The partnerships, the groups that plan money, and the money that somebody must hold."""
    members = (*partnerships(case), *(planner.group for planner in planners(case)), *money_to_hold(case))
    return tuple(dict.fromkeys(members))


def check(case: Case) -> Iterator[Outcome]:
    """Ask once who plans the money, each planner where its decisions can be read, and of each pot who holds it."""
    documents = _documents(case)
    together = foremost_first(case, partnerships(case))
    if together:
        yield _group(case, together, documents)
    for planner in planners(case):
        yield _decisions(case, planner, documents.get(planner.group, []))
    yield from held_by(case)


def _documents(case: Case) -> dict[str, list[DocumentRow]]:
    found: dict[str, list[DocumentRow]] = defaultdict(list)
    for tie in sorted(case.rows(DOCUMENTS), key=lambda tie: (case.weak((tie.fact, tie.document)), tie.fact)):
        there = case.counts(tie.document_modality) and tie.document_current != "no"
        if there and tie.group in case.present and tie.status != DocumentStatus.NONE:
            found[tie.group].append(tie)
    return found


def _group(case: Case, together: tuple[str, ...], documents: dict[str, list[DocumentRow]]) -> Outcome:
    """Look for a group that plans the use of money, or for a process in writing; in force before on its way."""
    who = {"who": in_short(case, together, "partnerships")}
    found = sorted(planners(case), key=lambda planner: (case.weak(planner.facts), planner.group))
    ties = [tie for group in sorted(documents) for tie in documents[group] if _is_process(tie)]
    agreed = [tie for tie in ties if tie.status == DocumentStatus.AGREED]
    if found and not (agreed and case.weak(found[0].facts)):
        return _planned(together, found[0], who)
    if ties:
        tie = (agreed or ties)[0]
        facts = (tie.fact, tie.document, *case.vouching(tie.document, "status", "themes"))
        words = {**who, "document": (tie.document,)}
        reason = "process" if agreed else "draft"
        found_in = holds(together, facts, needs=(What.FUNDING_GROUP,), reason=reason, aspect="group", words=words)
        return replace(found_in, weaker=not agreed)
    coming = planners(case, coming=True)
    if coming:
        return _planned(together, coming[0], who)
    return lacks(together, (What.FUNDING_GROUP,), reason="no_group", aspect="group", words=who)


def _is_process(tie: DocumentRow) -> bool:
    return tie.kind in _PROCESS and bool(_OF_MONEY & {theme.casefold() for theme in tie.themes})


def _planned(together: tuple[str, ...], planner: Planner, who: dict[str, str | tuple[str, ...]]) -> Outcome:
    words = {**who, "planner": (planner.group,)}
    return holds(together, planner.facts, needs=(What.FUNDING_GROUP,), reason="group", aspect="group", words=words)


def _decisions(case: Case, planner: Planner, ties: list[DocumentRow]) -> Outcome:
    """Look for the record of what a group decides; terms that promise openness answer in part."""
    records = [tie for tie in ties if tie.kind == DocumentKind.DECISIONS]
    promises = [tie for tie in ties if _OPENNESS in tie.elements and not closed(case, What.DECISIONS, planner.group)]
    if records or promises:
        tie = (records or promises)[0]
        return holds(
            planner.group,
            (tie.fact, tie.document, *case.vouching(tie.document, "elements")),
            needs=(What.DECISIONS,),
            reason="recorded" if records else "promised",
            aspect="decisions",
            weaker=not records,
            words={"document": (tie.document,)},
        )
    facts = planner.facts if case.weak(planner.facts) else ()
    return lacks(
        planner.group, (What.DECISIONS,), reason="no_record", aspect="decisions", facts=facts, severity=Severity.MEDIUM
    )


RULE = Rule(
    id="FND-01",
    title="Planning or holding of the money not evidenced",
    family=Family.FUNDING,
    nature=Nature.REQUIREMENT,
    severity=Severity.HIGH,
    clauses=(
        "guidance-2003-11-21#2.1.b4.funding_group",
        "guidance-2003-11-21#2.1.b4.open_decisions",
        "audit-commission-2005#finance",
        "letter-2003-10-21#p2.funding",
        "audit-commission-2005#openness",
    ),
    why="Money that is not planned together is spent twice or not at all, and nobody can be held to what became of it.",
    remedy="Give one group or process the task of planning the money, publish what it decides, and name who holds it.",
    who="The chairs of the partnerships, with the treasurer of the body that holds the money.",
    trap=(
        "A process in writing does as well as a group. A group that is only said to discuss how money is used plans "
        "it, which is less than pooling it. What goes into a pot is held with the pot, and a body answers for its own "
        "budget. Who holds a pot that nothing is in yet, or several funds under one name, is not asked. That the "
        "decisions of a group cannot be read weighs one step less than that nobody plans the money or holds it."
    ),
    reads=(GROUPS, FUNDS, MONEY, DOCUMENTS, PARTS, ENTITIES, CLAIMS, COMPLETE),
    population=population,
    check=check,
    properties=("accountable_body",),
    reasons={
        "group": Reason(
            board="{planner} {planner:plans|plan} how the money is used.",
            audit="A group that plans the use of money is evidenced: {planner}.",
        ),
        "process": Reason(
            board="How the use of the money is planned is written down: {document}.",
            audit="A process for planning the use of money is evidenced: {document}.",
        ),
        "draft": Reason(
            board="How the use of the money is to be planned is in writing, and not shown to be agreed: {document}.",
            audit="A process for planning the use of money is evidenced; that it is agreed is not: {document}.",
            ask="Has this been agreed, when and by whom: {document}?",
        ),
        "no_group": Reason(
            board="Which group or process plans how the money is used is not evidenced for {who}.",
            audit="No group or process that plans the use of money is evidenced in the sources read.",
            ask="Which group or process plans how the money for the work of {who} is used?",
            fails="No group or process plans how the money for the work of {who} is used.",
        ),
        "recorded": Reason(
            board="What {subject} {subject:decides|decide} on money is on record: {document}.",
            audit="A record of the decisions of {subject} is evidenced: {document}.",
        ),
        "promised": Reason(
            board="{subject} {subject:is|are} bound to be open; where decisions on money can be read is not evidenced.",
            audit="Openness is a heading of {document}; a record of the decisions of {subject} is not evidenced.",
            ask="Where can the decisions of {subject} on money be read?",
        ),
        "no_record": Reason(
            board="Where the decisions of {subject} on money can be read is not evidenced.",
            audit="No record of the decisions of {subject} is evidenced in the sources read.",
            ask="Where can the decisions of {subject} on money be read?",
            fails="The decisions of {subject} on money cannot be read anywhere.",
        ),
        "held": Reason(
            board="{body} {body:holds|hold} this money and {body:answers|answer} for it: {subject}.",
            audit="The accountable body of {subject} is evidenced: {body}.",
        ),
        "not_held": Reason(
            board="Which body holds this money and answers for it is not evidenced: {funds}.",
            audit="No accountable body of {funds} is evidenced in the sources read.",
            ask="Which body holds this money and answers for how it is spent: {funds}?",
            fails="No body answers for this money: {funds}.",
        ),
    },
    examples=(
        Example(
            "a group that plans the money, with decisions on record and a body that holds it",
            "county: county_council; csp: partnership; fg: group; bsc: fund grant accountable_body=county; "
            "fg plans use of bsc; log: decisions; log governs fg",
            {"csp|group": "met", "fg|decisions": "met", "bsc|held": "met"},
        ),
        Example("a group whose function it is", "csp: partnership; fg: group functions=funding", {"csp|group": "met"}),
        Example(
            "a process in writing suffices",
            "csp: partnership; fp: protocol agreed themes=funding+; fp governs csp",
            {"csp|group": "met"},
        ),
        Example(
            "the process is a draft",
            "csp: partnership; fp: protocol draft themes=funding+; fp governs csp",
            {"csp|group": "partly"},
        ),
        Example(
            "a group said outright stands before a process, and a process before a group that is inferred",
            "csp: partnership; a plans use of bsc [inferred]; y plans use of bsc; fp: protocol agreed themes=funding+; "
            "fp governs csp",
            {"csp|group": "met"},
        ),
        Example(
            "a process, and a group that is only inferred",
            "csp: partnership; a plans use of bsc [inferred]; fp: protocol agreed themes=funding+; fp governs csp; "
            "fq: protocol agreed themes=funding+; fq governs csp",
            {"csp|group": "met"},
        ),
        Example(
            "a process that has ended, and one of a group that has",
            "csp: partnership; old: group [to=2003-04-01]; fp: protocol agreed themes=funding+ [to=2003-04-01]; "
            "fp governs csp; fq: protocol agreed themes=funding+; fq governs old",
            {"csp|group": "query"},
        ),
        Example(
            "two groups are to plan it",
            "csp: partnership; a plans use of f [planned]; b plans use of f [planned]",
            {"csp|group": "partly"},
        ),
        Example(
            "two records of decisions, and terms that promise no openness",
            "fg: group functions=funding; log: decisions; log governs fg; old_log: decisions; old_log governs fg; "
            "jcg: group functions=funding; tor: terms_of_reference agreed elements=purpose+chair; tor governs jcg",
            {"fg|decisions": "met", "jcg|decisions": "query"},
        ),
        Example(
            "the plan is only on its way",
            "csp: partnership; csp plans use of f [in_development]",
            {"csp|group": "partly", "f|held": "query"},
        ),
        Example(
            "terms of reference that promise openness",
            "fg: group functions=funding; tor: terms_of_reference agreed elements=public+; tor governs fg",
            {"fg|decisions": "partly"},
        ),
        Example(
            "nothing is said",
            "csp: partnership; dat: partnership; bsc: fund grant",
            {"csp dat|group": "query", "bsc|held": "query"},
        ),
        Example(
            "a source denies that anybody plans it",
            "csp: partnership; denied funding_group of csp",
            {"csp|group": "fail"},
        ),
        Example(
            "the records are declared complete",
            "fg: group functions=funding; complete decisions of fg",
            {"fg|decisions": "fail"},
        ),
        Example(
            "that nobody holds it is declared complete",
            "bsc: fund grant; complete accountable_body of bsc",
            {"bsc|held": "fail"},
        ),
        Example(
            "planned by one source, denied by another",
            "csp: partnership; fg: group functions=funding; denied funding_group of csp",
            {"csp|group": "conflict"},
        ),
        Example("a body's own budget", "f: fund mainstream", {"f|held": "na"}),
        Example(
            "all grants in one question, save one of which it is settled",
            "a: fund grant; b: fund grant; c: fund grant; complete accountable_body of c",
            {"a b|held": "query", "c|held": "fail"},
        ),
        Example(
            "a pot that money is only to go into: who holds the money is asked, not who holds the pot",
            "bsc: fund grant; pot: fund pool; bsc pooled into pot [planned]",
            {"pot|held": "na", "bsc|held": "query"},
        ),
        Example(
            "a pot that some money is in, and more is to go into",
            "a: fund grant; b: fund grant; pot: fund pool; a pooled into pot; b pooled into pot [planned]",
            {"b pot|held": "query"},
        ),
        Example("several funds under one name", "f: fund grant set", {"f|held": "na"}),
        Example(
            "several under one name, or none yet in a pot, and a source says that nobody holds them",
            "f: fund grant set; denied accountable_body of f; g: fund grant; pot: fund pool; "
            "g pooled into pot [planned]; denied accountable_body of pot",
            {"f|held": "fail", "pot|held": "fail"},
        ),
        Example(
            "what is pooled is held with the pot",
            "county: county_council; bsc: fund grant; pot: fund pool accountable_body=county; bsc pooled into pot",
            {"pot|held": "met"},
        ),
    ),
)
