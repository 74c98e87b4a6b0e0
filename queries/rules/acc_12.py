"""ACC-12: long chains, wide spans, and lines that run down the tiers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from graphmodel.kinds import AuthorityType, Tier
from queries.case import Case, governance_groups
from queries.outcome import Outcome, Severity, Words, not_applicable, seen
from queries.reads import AREAS, CLAIMS, ENTITIES, GROUPS, LINES, PARTS, PLACES
from queries.rule import Example, Family, Nature, Reason, Rule
from queries.ways.ascent import Ascent, ascent


def check(case: Case) -> Iterator[Outcome]:
    """Look at three conventions: how long a chain is, how many answer to one, and which tier answers to which."""
    yield from _depths(case, ascent(case.chains))
    yield from _spans(case)
    yield from _inversions(case)
    for group in case.groups:
        if group in case.neighbours - case.spoken_of:
            yield not_applicable(group, "A neighbour, not part of this partnership.")
        elif group not in case.spoken_of and not case.chains.lines_of(group) and not case.chains.down.get(group):
            yield not_applicable(group, "No line leads to it or from it.")
    yield from case.the_rest("Its chain is short, few answer to it, and no tier is upside down, in what is known.")


def _depths(case: Case, ways: Ascent) -> Iterator[Outcome]:
    """Name the groups with which a chain becomes long, and how many are below; not each of those below."""
    two_tier = _two_tier(case)
    deep: set[str] = set()
    for thing in sorted(ways.lines, key=lambda thing: ways.lines[thing]):
        above = ways.next[thing]
        if above in two_tier:
            two_tier.add(thing)
        longest = int(case.settings["lines"]) + (int(case.settings["two_tier_more"]) if thing in two_tier else 0)
        if above in deep:
            deep.add(thing)
        elif ways.lines[thing] > longest and thing in case.own:
            deep.add(thing)
            yield _deep(case, ways, thing, longest)


def _two_tier(case: Case) -> set[str]:
    areas = {area.fact for area in case.in_force(PLACES) if area.authority_type == AuthorityType.TWO_TIER}
    return {tie.start for tie in case.in_force(AREAS) if tie.finish in areas}


def _deep(case: Case, ways: Ascent, group: str, longest: int) -> Outcome:
    way = ways.way(group)
    steps = set(pairwise(way))
    lines = (line for thing in way for line in sorted(case.chains.lines_of(thing)))
    facts = tuple(line.fact for line in lines if (line.start, line.finish) in steps)
    words: Words = {"number": str(ways.lines[group]), "longest": str(longest), "way": way}
    return seen((group,), "deep", facts, aspect="depth", words=words)


def _spans(case: Case) -> Iterator[Outcome]:
    for group in case.own:
        below = [line for line in case.chains.down.get(group, ()) if line.start in case.groups]
        groups = tuple(sorted({line.start for line in below} - {group}))
        if len(groups) > case.settings["span"]:
            words: Words = {"number": str(len(groups)), "groups": groups}
            yield seen((group,), "span", tuple(sorted(line.fact for line in below)), aspect="span", words=words)


def _inversions(case: Case) -> Iterator[Outcome]:
    for group, row in case.own.items():
        if row.tier == Tier.STRATEGIC:
            lower: dict[str, list[str]] = defaultdict(list)
            for line in sorted(case.chains.lines_of(group)):
                if _is_operational(case, line.finish):
                    lower[line.finish].append(line.fact)
            for other, facts in lower.items():
                told = (*case.vouching(group, "tier"), *case.vouching(other, "tier"))
                yield seen(
                    (group, other), "inverted", (*facts, *told), aspect="tier",
                    words={"group": (group,), "other": (other,)}, severity=Severity.MEDIUM,
                )  # fmt: skip


def _is_operational(case: Case, thing: str) -> bool:
    return thing in case.groups and case.groups[thing].tier == Tier.OPERATIONAL


RULE = Rule(
    id="ACC-12",
    title="Long chain, wide span or tiers upside down",
    family=Family.ACCOUNTABILITY,
    nature=Nature.OBSERVATION,
    severity=Severity.INFORMATION,
    clauses=("guidance-2003-11-21#3.2.b8", "audit-commission-2009#layers"),
    why="Every further step costs time and detail, and nobody can follow many groups closely.",
    remedy="Take out a step, or bring some of the groups together; where tiers are upside down, turn the line round.",
    who="The chair of the top body.",
    trap=(
        "Four lines and eight groups are conventions, not law. Counties with districts are deeper by nature: where "
        "the area is known to have two tiers of local government, one line more is usual. How many answer to a "
        "council or another body at the end of the chains is not counted. A long chain is named once, where it becomes "
        "long."
    ),
    reads=(GROUPS, ENTITIES, LINES, PARTS, AREAS, PLACES, CLAIMS),
    population=governance_groups,
    check=check,
    properties=("tier",),
    settings={"lines": 4, "span": 8, "two_tier_more": 1},
    reasons={
        "deep": Reason(
            board="From {subject} it takes {number} steps to the end of the chain; more than {longest} are unusual.",
            audit="The shortest way up from {subject} has {number} lines: {way}.",
            ask="Which of the steps between {subject} and the top could be left out?",
        ),
        "span": Reason(
            board="{number} groups answer to {subject} directly.",
            audit="Lines lead to {subject} from {number} groups: {groups}.",
            ask="Can {subject} follow {number} groups closely, or could some of them be brought together?",
        ),
        "inverted": Reason(
            board="{group}, which {group:is|are} strategic, {group:answers|answer} to {other}, which "
            "{other:is|are} operational.",
            audit="A line leads from {group} (strategic) to {other} (operational).",
            ask="Does the line between {group} and {other} run the other way?",
        ),
    },
    examples=(
        Example(
            "five lines to the council",
            "k: county_council; e => d; d => c; c => b; b => a; a => k",
            {"e|depth": "observed", "d": "met"},
        ),
        Example(
            "what lies below a long chain is not named again",
            "k: county_council; f => e; e => d; d => c; c => b; b => a; a => k",
            {"e|depth": "observed", "f": "met"},
        ),
        Example(
            "five lines in a county with districts",
            "k: county_council; v: area two_tier; a covers v; e => d; d => c; c => b; b => a; a => k",
            {"e": "met"},
        ),
        Example(
            "six lines in a county with districts",
            "k: county_council; v: area two_tier; a covers v; f => e; e => d; d => c; c => b; b => a; a => k",
            {"f|depth": "observed", "e": "met"},
        ),
        Example(
            "a shorter way counts", "k: county_council; e => d; d => c; c => b; b => a; a => k; e => k", {"e": "met"}
        ),
        Example(
            "nine groups below one",
            "; ".join(f"{group} => x" for group in "abcdefghi"),
            {"x|span": "observed", "a": "met"},
        ),
        Example(
            "eight groups and a post below one",
            "p: post; p => x; " + "; ".join(f"{group} => x" for group in "abcdefgh"),
            {"x": "met"},
        ),
        Example(
            "nine groups that answer to a council",
            "k: county_council; " + "; ".join(f"{group} => k" for group in "abcdefghi"),
            {"a": "met"},
        ),
        Example(
            "a strategic group below an operational one",
            "a: group strategic; b: group operational; a => b",
            {"a b|tier": "observed"},
        ),
        Example(
            "a strategic group below a tactical one", "a: group strategic; b: group tactical; a => b", {"a": "met"}
        ),
        Example(
            "a neighbour",
            "csp: partnership; k: county_council; lsp: partnership functions=local_strategic_partnership; lsp => k; "
            "csp => k",
            {"lsp": "na", "csp": "met"},
        ),
        Example("no lines", "a: group", {"a": "na"}),
    ),
)
