"""ACC-09: top bodies that answer to nobody outside the structure."""

from __future__ import annotations

from collections.abc import Iterator

from graphmodel.evidence import What
from queries.case import Case, governance_groups
from queries.outcome import COMING, Outcome, Severity, holds, lacks, not_applicable
from queries.reads import CLAIMS, COMPLETE, ENTITIES, GROUPS, LINES, PARTS
from queries.reads.lines import LineRow
from queries.rule import Example, Family, Nature, Reason, Rule
from queries.ways.lines import facts_of, lines_by_start, steps_of


def check(case: Case) -> Iterator[Outcome]:
    """Look for a way from every top body to somewhere accountability may end."""
    lines = lines_by_start(case)
    above_own = {top for group in case.own for top in case.chains.below_tops.get(group, ())}
    for group in case.groups:
        if group in case.neighbours - above_own:
            yield not_applicable(group, "A neighbour, not part of this partnership.")
        elif case.chains.is_terminus(group):
            yield not_applicable(group, "Accountability may end here.")
        elif not case.chains.is_top(group):
            yield not_applicable(group, "Not a top body.")
        else:
            yield _outside(case, group, lines.get(group, []))


def _outside(case: Case, group: str, lines: list[LineRow]) -> Outcome:
    way = case.chains.way(group)
    if way is not None:
        return holds(
            group, facts_of(case, way), needs=(What.LINE,), path=steps_of(group, way), words={"end": (way.end,)}
        )
    coming = [line for line in lines if line.modality in COMING and case.chains.way(line.finish) is not None]
    if coming:
        return holds(group, (coming[0].fact,), needs=(What.LINE,), words={"end": (coming[0].finish,)})
    beyond = tuple(sorted({line.finish for line in case.chains.up.get(group, ())}))
    if beyond:
        return not_applicable(
            group, "It answers to {beyond}; where that leads is asked by ACC-02.", words={"beyond": beyond}
        )
    return lacks(group, (What.LINE,))


RULE = Rule(
    id="ACC-09",
    title="Top body with no line outward evidenced",
    family=Family.ACCOUNTABILITY,
    nature=Nature.REQUIREMENT,
    severity=Severity.HIGH,
    clauses=("guidance-2003-11-21#2.1.b5.structure", "audit-commission-2005#lines", "practice#bovens"),
    why="Everything below a top body accounts to it; if it accounts to nobody, neither does the rest.",
    remedy=(
        "State to whom it accounts as a whole: the bodies that set it up, a council or its scrutiny committee, a "
        "government office, and the public by an annual report."
    ),
    who="Its chair, with the chief executives of the bodies that set it up.",
    trap=(
        "A copy sent to the Government Office is not accountability, and a seat held by a council is not a "
        "line. A group "
        "that is neither a partnership nor above another is asked by ACC-01. Where accountability may end follows from "
        "the kind of body; it may end, too, at the responsible authorities jointly, recorded as a set of mixed bodies "
        "that has a name. A scrutiny committee must be marked as such an end. A neighbour, such as a local strategic "
        "partnership, is asked only where groups of the partnership answer to it."
    ),
    reads=(GROUPS, ENTITIES, LINES, PARTS, CLAIMS, COMPLETE),
    population=governance_groups,
    check=check,
    properties=("terminus",),
    reasons={
        "met": Reason(
            board="{subject} {subject:answers|answer} to {end}.", audit="A chain of lines runs from {subject} to {end}."
        ),
        "lacks": Reason(
            board="To whom {subject} {subject:answers|answer} as a whole is not evidenced.",
            audit="No line from {subject} to a body where accountability ends is evidenced in the sources read.",
            ask="To whom {subject:does|do} {subject} account as a whole, in what form and how often?",
            fails="{subject} as a whole {subject:answers|answer} to nobody.",
        ),
    },
    examples=(
        Example(
            "accountable to the county council",
            "county: county_council; csp: partnership; csp => county",
            {"csp": "met"},
        ),
        Example(
            "a line that is only planned",
            "county: county_council; csp: partnership; csp => county [planned]",
            {"csp": "partly"},
        ),
        Example("nothing is said", "csp: partnership", {"csp": "query"}),
        Example(
            "a council's seat is not a line",
            "county: county_council; csp: partnership; county on csp",
            {"csp": "query"},
        ),
        Example("a board with groups below it", "eso => board1; board1: board", {"board1": "query", "eso": "na"}),
        Example(
            "its lines are declared complete, and there are none",
            "csp: partnership; complete line of csp",
            {"csp": "fail"},
        ),
        Example("the text says that it answers to nobody", "csp: partnership; denied line of csp", {"csp": "fail"}),
        Example(
            "one source has a line, another denies it",
            "county: county_council; csp: partnership; csp => county; denied line of csp",
            {"csp": "conflict"},
        ),
        Example(
            "a scrutiny committee is a place to end",
            "sc: board terminus; csp: partnership; csp => sc",
            {"csp": "na", "sc": "na"},
        ),
        Example(
            "a line that is planned to a charity",
            "charity: voluntary; csp: partnership; csp => charity [planned]",
            {"csp": "query"},
        ),
        Example(
            "two lines on their way",
            "k: county_council; l: unitary_council; csp: partnership; csp => k [in_development]; csp => l [planned]",
            {"csp": "partly"},
        ),
        Example(
            "the responsible authorities jointly",
            'all: mixed set "Responsible authorities"; csp: partnership; csp => all',
            {"csp": "met"},
        ),
        Example(
            "agencies in general are not",
            'all: mixed set umbrella "All agencies"; csp: partnership; csp => all',
            {"csp": "na"},
        ),
        Example(
            "a police division, which stands for its force",
            "div: police_division; csp: partnership; csp => div",
            {"csp": "met"},
        ),
        Example(
            "a neighbour is not asked",
            "csp: partnership; lsp: partnership functions=local_strategic_partnership",
            {"csp": "query", "lsp": "na"},
        ),
        Example(
            "a neighbour to whom the partnership answers is",
            "csp: partnership; lsp: partnership functions=local_strategic_partnership; csp => lsp",
            {"csp": "na", "lsp": "query"},
        ),
        Example("a group on its own", "eso: group", {"eso": "na"}),
        Example(
            "a line to what has ended is another rule's",
            "pa: police_authority [to=2003-04-01]; csp: partnership; csp => pa; as of 2003-11-21",
            {"csp": "na"},
        ),
        Example(
            "a line to a charity is another rule's",
            "charity: voluntary; csp: partnership; csp => charity",
            {"csp": "na"},
        ),
    ),
)
