"""ACC-01: groups that answer to nobody above them."""

from __future__ import annotations

from collections.abc import Iterator

from graphmodel.evidence import What
from queries.case import Case, beside, governance_groups
from queries.outcome import Outcome, Severity, holds, lacks, not_applicable
from queries.reads import CLAIMS, COMPLETE, ENTITIES, GROUPS, LINES, PARTS
from queries.rule import Example, Family, Nature, Reason, Rule
from queries.ways.lines import lines_by_start

_ADVISORY = ("forum", "network")


def check(case: Case) -> Iterator[Outcome]:
    """Look for a line out of every group that is not a top body."""
    lines = lines_by_start(case)
    yield from beside(case)
    for group in case.own.values():
        found = lines.get(group.fact)
        if case.chains.is_terminus(group.fact):
            yield not_applicable(group.fact, "Accountability may end here.")
        elif case.chains.is_top(group.fact):
            yield not_applicable(group.fact, "A top body; to whom it answers is asked by ACC-09.")
        elif found:
            yield holds(
                group.fact,
                (found[0].fact,),
                needs=(What.LINE,),
                words={"to": tuple(dict.fromkeys(line.finish for line in found))},
            )
        elif gone := tuple(sorted({line.finish for line in case.chains.up.get(group.fact, ())})):
            yield not_applicable(
                group.fact, "Its line leads to {gone}, which another rule asks about.", words={"gone": gone}
            )
        else:
            severity = Severity.MEDIUM if group.kind in _ADVISORY else None
            yield lacks(group.fact, (What.LINE,), severity=severity)


RULE = Rule(
    id="ACC-01",
    title="No line upward evidenced",
    family=Family.ACCOUNTABILITY,
    nature=Nature.REQUIREMENT,
    severity=Severity.HIGH,
    clauses=("guidance-2003-11-21#2.1.b5.map", "audit-commission-2005#lines"),
    why="A group that answers to nobody can neither be asked what it does nor be backed when it is challenged.",
    remedy="Record to whom the group accounts; if that was never settled, agree it.",
    who="The chair of the group, with the chair of the body it belongs to.",
    trap=(
        "Being part of a partnership, having a seat on it or being managed by one of its officers is not a "
        "line: a file "
        "that means one must say so too (as inferred, with the reason). Top bodies are asked by ACC-09."
    ),
    reads=(GROUPS, ENTITIES, LINES, PARTS, CLAIMS, COMPLETE),
    population=governance_groups,
    check=check,
    reasons={
        "met": Reason(board="{subject} {subject:answers|answer} to {to}.", audit="A line runs from {subject} to {to}."),
        "lacks": Reason(
            board="To whom {subject} {subject:answers|answer} is not evidenced.",
            audit="No line out of {subject} is evidenced in the sources read.",
            ask="To whom {subject:does|do} {subject} report or account, on what, and how often?",
            fails="{subject} {subject:answers|answer} to nobody.",
        ),
    },
    examples=(
        Example("a line to its partnership", "csp: partnership; dag => csp", {"dag": "met", "csp": "na"}),
        Example("a line that is planned", "csp: partnership; dag => csp [planned]", {"dag": "partly"}),
        Example("a line that is inferred", "csp: partnership; dag => csp [inferred]", {"dag": "partly"}),
        Example("part of something, but no line", "csp: partnership; eso: group; eso part of csp", {"eso": "query"}),
        Example("a seat is not a line", "csp: partnership; eso: group; eso on csp", {"eso": "query"}),
        Example("whether the line still held is not known", "dag => csp [to=2003]; as of 2003-04-01", {"dag": "query"}),
        Example("the list of its lines is complete, and empty", "eso: group; complete line of eso", {"eso": "fail"}),
        Example("the text says that it answers to nobody", "eso: group; denied line of eso", {"eso": "fail"}),
        Example(
            "a line is stated, and denied", "csp: partnership; dag => csp; denied line of dag", {"dag": "conflict"}
        ),
        Example(
            "a line to what has ended is another rule's",
            "pa: police_authority [to=2003-04-01]; dag => pa; as of 2003-11-21",
            {"dag": "na"},
        ),
        Example(
            "a top body that is to answer to a council",
            "k: county_council; csp: partnership; csp => k [planned]",
            {"csp": "na"},
        ),
        Example(
            "a group of a neighbour",
            "csp: partnership; lsp: board functions=local_strategic_partnership; health: group; health part of lsp",
            {"lsp": "na", "health": "na"},
        ),
        Example(
            "a group with the task of a neighbour that is part of the partnership",
            "csp: partnership; yos: group functions=youth_offending; yos part of csp",
            {"yos": "query"},
        ),
        Example(
            "a group with the task of a neighbour where there is no partnership to stand beside",
            "yos: group functions=youth_offending",
            {"yos": "query"},
        ),
        Example(
            "a group that has more to do than a neighbour",
            "csp: partnership; yos: group functions=youth_offending+drugs",
            {"yos": "query"},
        ),
        Example("a scrutiny committee", "scrutiny: board terminus", {"scrutiny": "na"}),
    ),
)
