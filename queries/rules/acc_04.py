"""ACC-04: lines to what has ended, beside lines that still lead somewhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from graphmodel.evidence import What
from queries.case import Case, governance_groups
from queries.outcome import Outcome, Severity, breaks, not_applicable
from queries.reads import CLAIMS, COMPLETE, ENTITIES, EVENTS, GROUPS, LINES, ORIGINALS, PARTS
from queries.reads.entities import EntityRow
from queries.reads.lines import LineRow
from queries.rule import Example, Family, Nature, Reason, Rule


def check(case: Case) -> Iterator[Outcome]:
    """Name each thing that is gone once, with those that still answer to it although they have another way up."""
    successors = _successors(case)
    for gone, lines in sorted(_dead(case).items()):
        if case.neighbours.issuperset(line.start for line in lines):
            continue
        yield _dead_lines(case, gone, lines, successors.get(gone, ()))
    for group in case.groups:
        if group in case.neighbours - case.spoken_of:
            yield not_applicable(group, "A neighbour, not part of this partnership.")
        elif group not in case.spoken_of and not case.chains.up.get(group):
            yield not_applicable(group, "It has no line to follow.")
        elif group not in case.spoken_of and not case.chains.lines_of(group):
            yield not_applicable(group, "What its only line leads to is asked by ACC-02.")
    yield from case.the_rest("Every line of it leads to something that is there, in what is known.")


def _dead(case: Case) -> dict[str, list[LineRow]]:
    """Return the lines to what has ended or is denied, by that; not those of what ACC-02 says has no other way."""
    found: dict[str, list[LineRow]] = {}
    for gone in case.chains.down:
        if gone not in case.present and _is_gone(case.entities[gone]):
            below = case.chains.ends.get(gone, ())
            told = set(below) if any(group in case.groups for group in below) else set()
            lines = [line for line in sorted(case.chains.down[gone]) if line.start not in told]
            if lines:
                found[gone] = lines
    return found


def _is_gone(row: EntityRow) -> bool:
    """What is planned or still to come may well be answered to one day; what has ended or never was may not."""
    return row.modality == "denied" or (row.current == "no" and not row.to_come)


def _dead_lines(case: Case, gone: str, lines: list[LineRow], successors: tuple[str, ...]) -> Outcome:
    """A line may have ended with what it led to; that it is still one is certain where the lines are complete."""
    firm = [line for line in lines if case.chains.is_firm_from(line)] or lines
    direct = tuple(dict.fromkeys(line.start for line in lines))
    living = {line.finish for start in direct for line in case.chains.lines_of(start)}
    row = case.entities[gone]
    reason = "denied" if row.modality == "denied" else "succeeded" if successors else "ended"
    return breaks(
        (gone,),
        reason,
        tuple(line.fact for line in firm),
        assuming=tuple(((start, What.LINE),) for start in dict.fromkeys(line.start for line in firm)),
        covers=direct,
        words={"direct": direct, "successors": successors, "others": tuple(sorted(living))},
        weaker=reason == "denied" or row.end_modality != "stated",
    )


def _successors(case: Case) -> Mapping[str, tuple[str, ...]]:
    """Return what took over from each thing that a change ended, where that is there on the day."""
    results = {event.fact: event.results for event in case.in_force(EVENTS)}
    found: dict[str, list[str]] = defaultdict(list)
    for row in case.in_force(ORIGINALS):
        if row.continues == "no":
            found[row.original] += [result for result in results.get(row.event, ()) if result in case.present]
    return {original: tuple(dict.fromkeys(new)) for original, new in found.items()}


RULE = Rule(
    id="ACC-04",
    title="A line leads to what has ended",
    family=Family.ACCOUNTABILITY,
    nature=Nature.PROHIBITION,
    severity=Severity.HIGH,
    clauses=("guidance-2003-11-21#2.1.b5.map", "audit-commission-2005#lines"),
    why="A report that goes to something that is gone is read by nobody, and whoever took over does not get it.",
    remedy="Point the line to whoever took over, or record that it ended.",
    who="The chair of the group whose line leads there.",
    trap=(
        "A partnership laid over others ends none of them: only what is recorded as not going on has ended. Where the "
        "line is a group's only way up, ACC-02 reports it as a chain that breaks off, and this rule is silent about "
        "that line; so each line is reported once. A line may have ended together with what it led to, so it is a "
        "question until the lines of the group are declared complete. A line to what is planned or still to come is "
        "no fault."
    ),
    reads=(GROUPS, ENTITIES, LINES, PARTS, EVENTS, ORIGINALS, CLAIMS, COMPLETE),
    population=governance_groups,
    check=check,
    properties=("valid_to",),
    reasons={
        "ended": Reason(
            board=(
                "{direct} {direct:is|are} shown as answering to {subject}, which no longer {subject:exists|exist}, "
                "as well as to {others}."
            ),
            audit="A line leads from {direct} to {subject}, which {subject:has|have} ended; another leads to {others}.",
            ask="Did the line to {subject} end, or does somebody else now receive what {direct} reported there?",
        ),
        "succeeded": Reason(
            board=(
                "{direct} {direct:is|are} shown as answering to {subject}, which no longer {subject:exists|exist}; "
                "{successors} took over."
            ),
            audit="A line leads from {direct} to {subject}, which ended in a change that led to {successors}.",
            ask="{direct:Does|Do} {direct} now answer to {successors}, which took over from {subject}?",
        ),
        "denied": Reason(
            board="{direct} {direct:is|are} shown as answering to {subject}; a source says there is no such thing.",
            audit="A line leads from {direct} to {subject}, whose existence is denied.",
            ask="{subject:Does|Do} {subject} exist, and {direct:does|do} {direct} answer to {subject:it|them}?",
        ),
    },
    examples=(
        Example(
            "one line to a council, one to an authority that has ended",
            "county: county_council; pa: police_authority [to=2003-04-01]; eso => county; eso => pa; as of 2003-11-21",
            {"pa": "query"},
        ),
        Example(
            "the same, and its lines are declared complete",
            "county: county_council; pa: police_authority [to=2003-04-01]; eso => county; eso => pa; "
            "complete line of eso; as of 2003-11-21",
            {"pa": "fail"},
        ),
        Example(
            "that it ended is only inferred",
            "county: county_council; pa: police_authority; claim pa valid_to=2003-04-01 [inferred]; eso => county; "
            "eso => pa; complete line of eso; as of 2003-11-21",
            {"pa": "query"},
        ),
        Example(
            "it was merged into a partnership that is there",
            "county: county_council; old: board; csp: partnership; merge old into csp on 2003-04-01 [continues=no]; "
            "eso => county; eso => old; as of 2003-11-21",
            {"old": "query"},
        ),
        Example(
            "a partnership is laid over one that goes on",
            "county: county_council; old: board; csp: partnership; overlay old=yes into csp on 2003-04-01; "
            "old => county; eso => old; as of 2003-11-21",
            {"eso": "met"},
        ),
        Example(
            "its only line: a chain that breaks off, which is ACC-02's",
            "pa: police_authority [to=2003-04-01]; eso => pa; as of 2003-11-21",
            {"eso": "na"},
        ),
        Example(
            "a partnership that is still to come",
            "county: county_council; csp: partnership [from=2003-04-01]; dag => csp; dag => county; as of 2003-03-31",
            {"dag": "met"},
        ),
        Example(
            "a body of which a source says that there is none",
            "county: county_council; lsp: board [denied]; eso => lsp; eso => county; complete line of eso",
            {"lsp": "query"},
        ),
        Example(
            "a second line that is only inferred takes nothing away",
            "county: county_council; pa: police_authority [to=2003-04-01]; a => county; b => county; a => pa; "
            "b => pa [inferred]; complete line; as of 2003-11-21",
            {"pa": "fail"},
        ),
        Example("every line leads somewhere", "county: county_council; eso => county", {"eso": "met"}),
        Example("no line", "eso: group", {"eso": "na"}),
        Example(
            "a line of a neighbour to what has ended is its own affair",
            "csp: partnership; k: county_council; lsp: partnership functions=local_strategic_partnership; lsp => k; "
            "lsp => x; csp => k; csp => y; x: police_authority [to=2003-04-01]; y: police_authority [to=2003-04-01]; "
            "as of 2003-11-21",
            {"y": "query", "lsp": "na"},
        ),
    ),
)
