"""ACC-02: chains that end before a body where accountability may end."""

from __future__ import annotations

from collections.abc import Iterator

from graphmodel.evidence import What
from queries.case import Case, governance_groups
from queries.outcome import Lists, Outcome, Severity, breaks, holds, not_applicable
from queries.reads import CLAIMS, COMPLETE, ENTITIES, GROUPS, LINES, PARTS
from queries.reads.entities import EntityRow
from queries.rule import Example, Family, Nature, Reason, Rule
from queries.ways.lines import facts_of, steps_of


def check(case: Case) -> Iterator[Outcome]:
    """Report each break once, at the place where the chain stops, with everybody below it."""
    for stop, below in case.chains.ends.items():
        groups = tuple(group for group in below if group in case.groups)
        if stop not in case.groups and not case.neighbours.issuperset(groups):
            yield _broken(case, stop, groups)
    for group in case.groups:
        if group in case.neighbours - case.spoken_of:
            yield not_applicable(group, "A neighbour, not part of this partnership.")
        elif group not in case.spoken_of:
            yield _unbroken(case, group)


def _broken(case: Case, stop: str, below: tuple[str, ...]) -> Outcome:
    """A chain that ends is certain only where no other way is left: for one of those whose line leads there.

    Of the lines to what is not there, only those of things without another way are told here; the others are ACC-04's.
    """
    there = stop in case.present
    into = [line for line in sorted(case.chains.down[stop]) if there or line.start in case.chains.ends[stop]]
    firm = [line for line in into if (case.chains.is_firm if there else case.chains.is_firm_from)(line)] or into
    direct = tuple(sorted({line.start for line in into}))
    reason = _how(case.entities[stop], there=there)
    return breaks(
        (stop,),
        reason,
        tuple(line.fact for line in firm),
        assuming=tuple(_no_other_way(case, start) for start in sorted({line.start for line in firm})),
        affected=tuple(group for group in below if group not in direct),
        covers=direct,
        words={"direct": direct},
        weaker=reason == "not_there" or (reason == "ended" and case.entities[stop].end_modality != "stated"),
    )


def _how(stop: EntityRow, *, there: bool) -> str:
    """Tell in which way a chain stops: it goes no further, or leads to what has ended, or is not there (yet)."""
    if there:
        return "stops"
    return "ended" if stop.current == "no" and not stop.to_come else "not_there"


def _no_other_way(case: Case, start: str) -> Lists:
    """Return the lists of lines that must be complete for the known ways up from here to be all there are."""
    return tuple((step, What.LINE) for step in sorted(case.chains.ways_up(start)))


def _unbroken(case: Case, group: str) -> Outcome:
    chains = case.chains
    way = chains.way(group)
    if way is not None:
        return holds(group, facts_of(case, way), path=steps_of(group, way), words={"end": (way.end,)})
    if not chains.lines_of(group):
        return not_applicable(group, "It has no line to follow.")
    tops = chains.below_tops.get(group, ())
    if tops:
        return not_applicable(
            group, "Its chain runs to {tops}; to whom that answers is asked by ACC-09.", words={"tops": tops}
        )
    return not_applicable(group, "Its lines run in a circle, or to a group that is asked on its own.")


RULE = Rule(
    id="ACC-02",
    title="Chain of accountability breaks off",
    family=Family.ACCOUNTABILITY,
    nature=Nature.PROHIBITION,
    severity=Severity.HIGH,
    clauses=("guidance-2003-11-21#2.1.b5.map", "audit-commission-2005#lines"),
    why="An account that is given to something that is gone, or that itself answers to nobody, is given to nobody.",
    remedy="Complete the last step: point the line to whoever took over, or record to whom the last one answers.",
    who="The chair of the group whose line leads there.",
    trap=(
        "A top partnership has nothing above it by nature: ACC-09 asks it, not this rule, and the groups "
        "below it are not "
        "reported again. A break is reported once, where it is, with everybody it affects. A group with "
        "another way to a "
        "body where accountability ends is not affected; as there may be another way that nobody wrote down, "
        "a break is a "
        "question until the lines are declared complete. Where accountability may end, the page of ACC-09 says."
    ),
    reads=(GROUPS, ENTITIES, LINES, PARTS, CLAIMS, COMPLETE),
    population=governance_groups,
    check=check,
    properties=("terminus", "valid_to"),
    reasons={
        "met": Reason(
            board="{subject} {subject:answers|answer}, step by step, to {end}.",
            audit="A chain of lines runs from {subject} to {end}.",
        ),
        "ended": Reason(
            board="{direct} {direct:answers|answer} to {subject}, which no longer {subject:exists|exist}.",
            audit="The line leads to {subject}, which {subject:has|have} ended.",
            ask="Who took over from {subject}, and {direct:does|do} {direct} answer to them now?",
        ),
        "not_there": Reason(
            board="{direct} {direct:answers|answer} to {subject}, which {subject:was|were} not there on the day.",
            audit="The line leads to {subject}, which {subject:is|are} planned, to come or denied.",
            ask="To whom {direct:did|did} {direct} answer on that day?",
        ),
        "stops": Reason(
            board=(
                "{direct} {direct:answers|answer} to {subject}; to whom {subject} {subject:answers|answer} in turn "
                "is not evidenced."
            ),
            audit="The chain stops at {subject}, which {subject:is|are} not of a kind where accountability ends.",
            ask="To whom {subject:does|do} {subject} answer, or may accountability end there?",
            fails="{direct} {direct:answers|answer} to {subject}, and {subject} {subject:answers|answer} to nobody.",
        ),
    },
    examples=(
        Example(
            "the charity's own lines are not declared complete",
            ("charity: voluntary; eso => charity; complete line of eso"),
            {"charity": "query"},
        ),
        Example(
            "a second line that is only inferred takes nothing away",
            ("charity: voluntary; a => charity; b => charity [inferred]; complete line"),
            {"charity": "fail"},
        ),
        Example(
            "a chain to a county council",
            "county: county_council; csp: partnership; eso => csp; csp => county",
            {"eso": "met"},
        ),
        Example("a chain over an inferred line", "county: county_council; eso => county [inferred]", {"eso": "partly"}),
        Example(
            "a line to an authority that has ended",
            "pa: police_authority [to=2003-04-01]; eso => pa; as of 2003-11-21",
            {"pa": "query"},
        ),
        Example(
            "the same, and no other line",
            "pa: police_authority [to=2003-04-01]; eso => pa; complete line of eso; as of 2003-11-21",
            {"pa": "fail"},
        ),
        Example(
            "that it ended is only inferred",
            "pa: police_authority; claim pa valid_to=2003-04-01 [inferred]; eso => pa; complete line; as of 2003-11-21",
            {"pa": "query"},
        ),
        Example(
            "a partnership that is still to come",
            "csp: partnership [from=2003-04-01]; dag => csp; as of 2003-03-31",
            {"csp": "query"},
        ),
        Example("a group that is only planned", "csp: partnership [planned]; dag => csp", {"csp": "query"}),
        Example("a chain that stops at a charity", "charity: voluntary; eso => charity", {"charity": "query"}),
        Example(
            "the lists say that there is no other way",
            "charity: voluntary; eso => charity; complete line",
            {"charity": "fail"},
        ),
        Example("below a top body that answers to nobody", "csp: partnership; eso => csp", {"eso": "na", "csp": "na"}),
        Example(
            "another way leads to a council",
            "county: county_council; charity: voluntary; eso => charity; eso => county",
            {"eso": "met"},
        ),
        Example(
            "a chain to the responsible authorities jointly",
            'all: mixed set "Responsible authorities"; csp: partnership; eso => csp; csp => all',
            {"eso": "met"},
        ),
        Example(
            "two lines to what has ended, one of them only inferred",
            "pa: police_authority [to=2003-04-01]; a => pa; b => pa [inferred]; complete line; as of 2003-11-21",
            {"pa": "fail"},
        ),
        Example(
            "a neighbour's chain is its own affair",
            "csp: partnership; lsp: partnership functions=local_strategic_partnership; c: voluntary; lsp => c",
            {"lsp": "na", "csp": "na"},
        ),
        Example(
            "a chain that runs through a neighbour",
            "csp: partnership; lsp: partnership functions=local_strategic_partnership; c: voluntary; csp => lsp; "
            "lsp => c",
            {"c": "query"},
        ),
        Example("in a circle", "a => b; b => a", {"a": "na", "b": "na"}),
    ),
)
