"""ACC-03: groups that account to each other in a circle."""

from __future__ import annotations

from collections.abc import Iterator

from graphmodel.evidence import What
from queries.case import Case, governance_groups
from queries.outcome import Outcome, Severity, breaks, not_applicable
from queries.reads import CLAIMS, COMPLETE, ENTITIES, GROUPS, LINES, PARTS
from queries.rule import Example, Family, Nature, Reason, Rule
from queries.ways.circles import Circle


def check(case: Case) -> Iterator[Outcome]:
    """Name every circle once; a group without lines has nothing that could be one."""
    for circle in case.chains.circles:
        if not case.neighbours.issuperset(group for group in circle.groups if group in case.groups):
            yield _broken(circle, leads_out=case.chains.leads_out(circle))
    for group in case.groups:
        if group in case.neighbours - case.spoken_of:
            yield not_applicable(group, "A neighbour, not part of this partnership.")
        elif group not in case.spoken_of and not case.chains.lines_of(group):
            yield not_applicable(group, "It has no line to follow.")
    yield from case.the_rest("No circle in what is known.")


def _broken(circle: Circle, *, leads_out: bool) -> Outcome:
    """Lines on different subjects are a circle only if nothing else is reported along them, which must be known.

    Those along which one only informs the other are none, as long as it is really only that.
    """
    assuming = () if circle.one_subject else (tuple((group, What.SUBJECT) for group in circle.groups),)
    return breaks(
        circle.groups,
        _reason(circle, leads_out=leads_out),
        tuple(line.fact for line in circle.lines),
        path=circle.path,
        assuming=assuming,
        severity=Severity.LOW if circle.informing else None if circle.one_subject else Severity.MEDIUM,
        weaker=circle.informing,
        words={"way": circle.path},
    )


def _reason(circle: Circle, *, leads_out: bool) -> str:
    if circle.informing:
        return "informing"
    if not circle.one_subject:
        return "different_subjects"
    if len(circle.groups) == 1:
        return "itself"
    return "circle" if leads_out else "closed"


RULE = Rule(
    id="ACC-03",
    title="Accountability runs in a circle",
    family=Family.ACCOUNTABILITY,
    nature=Nature.PROHIBITION,
    severity=Severity.HIGH,
    clauses=("guidance-2003-11-21#2.1.b5.map", "practice#org-ontology"),
    why="Nobody outside the circle can ask any of the groups to answer for what it does.",
    remedy="Agree which group is the forum, and turn the other line into an exchange of information.",
    who="The chairs of the groups in the circle, together.",
    trap=(
        "Two groups that only inform each other are often drawn as reporting both ways: where the subject of a line "
        "says that it is for information, that is asked, and never a fault. What a report is called makes no other "
        "subject of it. Lines on different subjects "
        "(money one way, treatment the other) are asked about, never called a fault, unless the subjects of the lines "
        "are declared complete."
    ),
    reads=(GROUPS, ENTITIES, LINES, PARTS, CLAIMS, COMPLETE),
    population=governance_groups,
    check=check,
    properties=("subject",),
    reasons={
        "circle": Reason(
            board="{subject} answer to each other in a circle.",
            audit="The lines run in a circle.",
            ask="Which of {subject} is the one that the others answer to?",
        ),
        "closed": Reason(
            board="{subject} answer to each other in a circle, and to nobody else.",
            audit="The lines run in a circle, and no line leads out of it.",
            ask="Which of {subject} is the one that the others answer to, and to whom does it answer in turn?",
        ),
        "itself": Reason(
            board="{subject} {subject:is|are} recorded as answering to {subject:itself|themselves}.",
            audit="A line runs from {subject} back to {subject}.",
            ask="To whom {subject:does|do} {subject} answer?",
        ),
        "informing": Reason(
            board="{subject} are drawn as answering to each other, where one at least only informs the other.",
            audit="The lines run in a circle, of which one at least is for information.",
            ask="Do {subject} answer to each other, or is it enough that they work with each other?",
        ),
        "different_subjects": Reason(
            board="{subject} answer to each other, on different subjects.",
            audit="The lines run in a circle, but on different subjects.",
            ask="On which subjects does each of {subject} answer to the other?",
        ),
    },
    examples=(
        Example("two boards answer to each other", "a => b; b => a", {"a b": "fail"}),
        Example("a longer way round", "a => b; b => c; c => a; d => a", {"a b c": "fail", "d": "met"}),
        Example("a group that answers to itself", "a => a", {"a": "fail"}),
        Example("one of the lines is only inferred", "a => b; b => a [inferred]", {"a b": "query"}),
        Example(
            "whether a line still held is not known", "a => b; b => a [to=2003]; as of 2003-04-01", {"a b": "query"}
        ),
        Example(
            "money one way, treatment the other", "a => b [subject=money]; b => a [subject=treatment]", {"a b": "query"}
        ),
        Example(
            "two that inform each other",
            'a => b [subject=information]; b => a [subject="for information only"]',
            {"a b": "query"},
        ),
        Example(
            "one answers, the other informs in return",
            "a => b [subject=crime]; b => a [subject=information]",
            {"a b": "query"},
        ),
        Example(
            "one subject in two ways of putting it",
            'a => b [subject=performance]; b => a [subject="the performance report"]',
            {"a b": "fail"},
        ),
        Example(
            "a circle of neighbours",
            "csp: partnership; y: board functions=youth_offending; s: board functions=scrutiny; y => s; s => y",
            {"y": "na", "s": "na"},
        ),
        Example("a plain chain", "a => b; county: county_council; b => county", {"a": "met", "b": "met"}),
        Example("nothing to follow", "a: board", {"a": "na"}),
    ),
)
