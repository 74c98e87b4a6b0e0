"""ACC-05: groups that answer to several, without a lead."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from graphmodel.evidence import What
from queries.case import Case, beside, governance_groups
from queries.outcome import COMING, Outcome, Severity, holds, lacks, not_applicable
from queries.people.interlocks import ties_between
from queries.reads import CLAIMS, COMPLETE, DOCUMENTS, ENTITIES, GROUPS, HOLDERS, HOMES, LINES, LINKS, PARTS, SEATS
from queries.reads.documents import DocumentRow
from queries.reads.lines import LineRow
from queries.reads.ties import TieRow
from queries.rule import Example, Family, Nature, Reason, Rule
from queries.ways.lines import lines_by_start
from queries.ways.topics import topic

_SEVERAL = 2
_SETTLES = "accountability"


def check(case: Case) -> Iterator[Outcome]:
    """Ask every group with several principals which one leads, unless something settles it."""
    lines = lines_by_start(case)
    documents: dict[str, list[DocumentRow]] = defaultdict(list)
    for tie in case.rows(DOCUMENTS):
        documents[tie.group].append(tie)
    escalations: dict[str, list[TieRow]] = defaultdict(list)
    for link in case.in_force(LINKS):
        if link.type == "escalates_to":
            escalations[link.start].append(link)
    yield from beside(case)
    for group in case.own:
        known = [
            line for line in lines.get(group, []) if line.modality not in COMING and not case.chains.in_a_circle(line)
        ]
        if len({line.finish for line in known}) < _SEVERAL:
            yield not_applicable(group, "It answers to one at most, in what is known.")
        else:
            yield _several(case, group, known, documents[group], escalations[group])


def _several(
    case: Case, group: str, lines: list[LineRow], documents: list[DocumentRow], escalations: list[TieRow]
) -> Outcome:
    principals = tuple(sorted({line.finish for line in lines}))
    words = {"principals": principals}
    facts = tuple(sorted(line.fact for line in lines))
    settled = (
        _lead(case, lines)
        or _split(case, lines)
        or _written(case, documents)
        or _arbiter(case, escalations, principals)
    )
    ties = tuple(
        dict.fromkeys(
            tie for one, other in combinations(principals, 2) for tie in ties_between(case, group, one, other)
        )
    )
    if settled:
        reason, resting_on = settled
        return holds(group, resting_on, needs=(What.LEAD,), reason=reason, context=ties, words=words)
    reason = "leads" if any(line.lead for line in lines) else "lacks"  # a single one would have settled it
    return lacks(group, (What.LEAD, What.LINE), reason=reason, facts=facts, context=ties, words=words)


Settled = tuple[str, tuple[str, ...]] | None


def _lead(case: Case, lines: list[LineRow]) -> Settled:
    leads = [line for line in lines if line.lead]
    if len({line.finish for line in leads}) != 1:
        return None
    lead = leads[0].fact
    return ("lead", (lead, *case.vouching(lead, "lead")))


def _split(case: Case, lines: list[LineRow]) -> Settled:
    """Subjects are split when each is known and none is reported to more than one principal."""
    told: dict[str, set[str]] = defaultdict(set)
    for line in lines:
        told[topic(line.subject)].add(line.finish)
    if "" in told or any(len(principals) > 1 for principals in told.values()):
        return None
    return ("split", tuple(fact for line in lines for fact in (line.fact, *case.vouching(line.fact, "subject"))))


def _written(case: Case, documents: list[DocumentRow]) -> Settled:
    """A document settles it that says how the group accounts; one that is merely there does not."""
    settling = [
        tie
        for tie in documents
        if _SETTLES in tie.elements
        and tie.status not in ("none", "unknown")
        and tie.document_current != "no"
        and case.counts(tie.document_modality)
    ]
    if not settling:
        return None
    tie = min(settling, key=lambda tie: (tie.status != "agreed", tie.modality != "stated", tie.fact))
    return (
        "written" if tie.status == "agreed" else "drafted",
        (tie.fact, tie.document, *case.vouching(tie.document, "elements")),
    )


def _arbiter(case: Case, escalations: list[TieRow], principals: tuple[str, ...]) -> Settled:
    """An arbiter is a common superior of all principals, two lines up at most, that the group may go to."""
    for link in escalations:
        below = [_line_to(case, principal, link.finish) for principal in principals]
        if None not in below:
            return ("arbiter", (link.fact, *(line.fact for line in below if line is not None)))
    return None


def _line_to(case: Case, start: str, finish: str) -> LineRow | None:
    """Return the firmest line from a principal to the arbiter: the second of the two hops from the group."""
    lines = [line for line in case.chains.lines_of(start) if line.finish == finish]
    return min(lines, key=lambda line: (not case.chains.is_firm(line), line.fact), default=None)


RULE = Rule(
    id="ACC-05",
    title="Several principals, and no lead evidenced",
    family=Family.ACCOUNTABILITY,
    nature=Nature.REQUIREMENT,
    severity=Severity.MEDIUM,
    clauses=("guidance-2003-11-21#2.1.b5.map", "guidance-2003-11-21#3.2.b8", "practice#koppell"),
    why="To answer to two boards can be good closer working; without a lead, the group must choose whom to disappoint.",
    remedy=(
        "Name the lead board, or say which subject goes to which; agree one report that serves both, and where a "
        "disagreement goes."
    ),
    who="The chairs of the boards that it answers to, together.",
    trap=(
        "Answering to several is not a fault: it is asked only what settles it. A lead, a split of subjects, "
        "a document "
        "that says how the group accounts, or an agreed arbiter clears it. Ties between the principals are "
        "listed; they "
        "inform, and lower nothing."
    ),
    reads=(GROUPS, ENTITIES, LINES, DOCUMENTS, SEATS, HOMES, HOLDERS, PARTS, LINKS, CLAIMS, COMPLETE),
    population=governance_groups,
    check=check,
    properties=("lead", "subject", "elements"),
    reasons={
        "lacks": Reason(
            board="{subject} {subject:answers|answer} to {principals}; which of them leads is not evidenced.",
            audit=(
                "{subject} {subject:has|have} lines to {principals}; no lead, split of subjects, document or "
                "arbiter settles between them."
            ),
            ask=(
                "To which of {principals} {subject:does|do} {subject} answer first, on what to each, and where "
                "does a disagreement go?"
            ),
            fails="{subject} {subject:answers|answer} to {principals}, and none of them leads.",
        ),
        "leads": Reason(
            board="{subject} {subject:answers|answer} to {principals}, and more than one of them is said to lead.",
            audit="More than one line is marked as the lead.",
            ask="Which one of {principals} leads for {subject}?",
        ),
        "lead": Reason(
            board="{subject} {subject:answers|answer} to {principals}, and one of them leads.",
            audit="One line is marked as the lead.",
        ),
        "split": Reason(
            board="{subject} {subject:answers|answer} to {principals}, to each on a subject of its own.",
            audit="The subjects of the lines are known and do not overlap.",
        ),
        "written": Reason(
            board="How {subject} {subject:answers|answer} to {principals} is set down in writing.",
            audit="An agreed document says how the group accounts.",
        ),
        "drafted": Reason(
            board=(
                "How {subject} {subject:answers|answer} to {principals} is set down in a document that is not "
                "yet agreed."
            ),
            audit="A document that is not yet agreed says how the group accounts.",
            ask="When will the document on how {subject} {subject:accounts|account} be agreed?",
        ),
        "arbiter": Reason(
            board="Where {principals} differ over {subject}, it is agreed who decides.",
            audit="The group may go to a common superior of its principals.",
        ),
    },
    examples=(
        Example(
            "only the leads are declared complete", "dag -> csp; dag -> smat; complete lead of dag", {"dag": "query"}
        ),
        Example("one of the lines is only planned", "dag -> csp; dag -> smat [planned]", {"dag": "na"}),
        Example(
            "one of the lines is only inferred",
            "dag -> csp; dag -> smat [inferred]; complete line; complete lead",
            {
                "dag": "query",
            },
        ),
        Example("one subject is not known", "dag -> csp [subject=crime]; dag -> smat", {"dag": "query"}),
        Example(
            "a document whose status is not known",
            ("dag -> csp; dag -> smat; p: protocol elements=accountability; p governs dag"),
            {"dag": "query"},
        ),
        Example(
            "a superior of one board alone is no arbiter",
            ("dag -> csp; dag -> smat; csp => lsp; dag escalates to lsp"),
            {"dag": "query"},
        ),
        Example("two boards, and nothing settles it", "dag -> csp; dag -> smat", {"dag": "query"}),
        Example(
            "lines and leads are declared complete",
            "dag -> csp; dag -> smat; complete line of dag; complete lead of dag",
            {
                "dag": "fail",
            },
        ),
        Example("the text says that neither leads", "dag -> csp; dag -> smat; denied lead of dag", {"dag": "fail"}),
        Example("one leads", "dag -> csp [lead]; dag -> smat", {"dag": "met"}),
        Example("both are said to lead", "dag -> csp [lead]; dag -> smat [lead]", {"dag": "query"}),
        Example(
            "one leads by two lines, of which one is inferred",
            "dag => csp [lead, inferred]; dag -> csp [lead]; dag -> smat",
            {"dag": "met"},
        ),
        Example(
            "a document that is agreed counts before a draft",
            "dag -> csp; dag -> smat; p: protocol draft elements=accountability; p governs dag; "
            "q: protocol agreed elements=accountability; q governs dag",
            {"dag": "met"},
        ),
        Example(
            "a document that is stated counts before one that is inferred",
            "dag -> csp; dag -> smat; p: protocol agreed elements=accountability; p governs dag [inferred]; "
            "q: protocol agreed elements=accountability; q governs dag",
            {"dag": "met"},
        ),
        Example(
            "an arbiter of whom one board's line is inferred",
            "dag -> csp; dag -> smat; csp => k [inferred]; smat => k; dag escalates to k",
            {"dag": "partly"},
        ),
        Example(
            "an arbiter with a second line that is inferred",
            "dag -> csp; dag -> smat; csp => k [inferred]; csp -> k; smat => k; dag escalates to k",
            {"dag": "met"},
        ),
        Example(
            "one is said to lead, but only inferred", "dag -> csp [lead, inferred]; dag -> smat", {"dag": "partly"}
        ),
        Example(
            "the same subject, called a report to one of them",
            'dag -> csp [subject=performance]; dag -> smat [subject="the performance report"]',
            {"dag": "query"},
        ),
        Example(
            "each on its own subject", "dag -> csp [subject=crime]; dag -> smat [subject=treatment]", {"dag": "met"}
        ),
        Example(
            "the same subject to both", "dag -> csp [subject=crime]; dag -> smat [subject=crime]", {"dag": "query"}
        ),
        Example(
            "terms of reference say how it accounts",
            ("dag -> csp; dag -> smat; tor: terms_of_reference agreed elements=accountability; tor governs dag"),
            {"dag": "met"},
        ),
        Example(
            "terms of reference of unknown content settle nothing",
            ("dag -> csp; dag -> smat; tor: terms_of_reference agreed; tor governs dag"),
            {"dag": "query"},
        ),
        Example(
            "a common superior decides",
            "dag -> csp; dag -> smat; csp => lsp; smat => lsp; dag escalates to lsp",
            {"dag": "met"},
        ),
        Example(
            "a lead is stated, and denied", "dag -> csp [lead]; dag -> smat; denied lead of dag", {"dag": "conflict"}
        ),
        Example("one line", "dag -> csp", {"dag": "na"}),
        Example(
            "ties between the boards lower nothing",
            (
                "dag -> csp; dag -> smat; co: post; co chairs dag; co on csp; co in smat; ch: post; ch "
                "chairs csp; ch on smat"
            ),
            {"dag": "query"},
        ),
    ),
)
