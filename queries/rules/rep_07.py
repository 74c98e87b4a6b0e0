"""REP-07: groups that work together, of which only one has a seat with the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from queries.case import Case
from queries.outcome import Outcome, Severity, not_applicable, seen
from queries.people.interlocks import represented_on
from queries.reads import CLAIMS, ENTITIES, GROUPS, HOLDERS, HOMES, LINES, LINKS, PARTS, SEATS
from queries.rule import Example, Family, Nature, Reason, Rule


def population(case: Case) -> tuple[str, ...]:
    """Return the governance groups that are said to work with another group or body."""
    return tuple(sorted({end for pair in _pairs(case) for end in pair} & case.groups.keys()))


def check(case: Case) -> Iterator[Outcome]:
    """Compare who sits with whom, for each pair that works together and of which neither is above the other."""
    why: dict[str, str] = {}
    compared: set[str] = set()
    for (one, other), facts in sorted(_pairs(case).items()):
        if not {one, other} <= case.groups.keys():
            told = "It works with a body, on which nobody can have a seat."
        elif other in case.chains.above(one) or one in case.chains.above(other):
            told = "One of the two is above the other, which needs no seat in return."
        else:
            compared.update((one, other))
            yield from _one_way(case, one, other, facts)
            continue
        why |= dict.fromkeys((one, other), told)
    for group in case.population:
        if group not in case.spoken_of | compared:
            yield not_applicable(group, why[group])
    yield from case.the_rest("Each has a seat with the other, or neither has, in what is known.")


def _pairs(case: Case) -> dict[tuple[str, str], tuple[str, ...]]:
    """Return the pairs that are said to work together, each once, with the facts that say so."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for link in case.in_force(LINKS):
        if link.type == "works_with" and link.start != link.finish and {link.start, link.finish} <= case.present:
            one, other = sorted((link.start, link.finish))
            found[one, other].append(link.fact)
    return {pair: tuple(sorted(facts)) for pair, facts in found.items()}


def _one_way(case: Case, one: str, other: str, facts: tuple[str, ...]) -> Iterator[Outcome]:
    there, back = represented_on(case, one, other), represented_on(case, other, one)
    if bool(there) != bool(back):
        guest, host = (one, other) if there else (other, one)
        yield seen((one, other), "one_way", (*facts, *there, *back), words={"guest": (guest,), "host": (host,)})


RULE = Rule(
    id="REP-07",
    title="Represented with a partner that is not represented in return",
    family=Family.REPRESENTATION,
    nature=Nature.OBSERVATION,
    severity=Severity.LOW,
    clauses=("practice#reciprocity", "case-studies-2003#cs3.reciprocity", "guidance-2003-11-21#1.7.b2"),
    why="Where two work closely, each should hear of the other's plans while they can still be changed.",
    remedy="Offer a seat in return, or agree a standing report.",
    who="The chairs of the two groups.",
    trap=(
        "Where one group is above the other no seat in return is needed. A group counts with its parts, the posts in "
        "it and its chair. Only seats that are known are counted: the other one may sit there too. A body that is no "
        "group has no seats to give."
    ),
    reads=(GROUPS, ENTITIES, LINES, PARTS, SEATS, HOMES, HOLDERS, LINKS, CLAIMS),
    population=population,
    check=check,
    properties=("on_behalf_of",),
    reasons={
        "one_way": Reason(
            board=(
                "{guest} {guest:is|are} represented on {host}, with which {guest:it works|they work}; that {host} "
                "{host:is|are} represented in return is not evidenced."
            ),
            audit="{guest} and {host} work together; only {guest} {guest:has|have} a known seat with the other.",
            ask="{host:Does|Do} {host} also sit with {guest}, or hear of {guest:its|their} work in another way?",
        ),
    },
    examples=(
        Example(
            "one sits with the other", "a: partnership; b: partnership; a works with b; a on b", {"a b": "observed"}
        ),
        Example(
            "its co-ordinator sits there",
            "a: partnership; b: partnership; a works with b; co: post; co in a; co on b",
            {"a b": "observed"},
        ),
        Example(
            "each sits with the other",
            "a: partnership; b: partnership; a works with b; a on b; b on a",
            {"a": "met", "b": "met"},
        ),
        Example(
            "one sits on the other's board, whose chair sits with it",
            "a: partnership; b: partnership; g: board; g part of b; a works with b; a on g; "
            "ch: post; ch chairs b; ch on a",
            {"a": "met", "b": "met"},
        ),
        Example(
            "a link for information is no closer working",
            "a: partnership; b: partnership; c: partnership; a linked to b; a on b; a works with c; a on c; c on a",
            {"a": "met"},
        ),
        Example(
            "it works with a body, too",
            "a: partnership; b: partnership; p: police_force; a works with b; a works with p; p works with b",
            {"a": "met", "b": "met"},
        ),
        Example("neither sits with the other", "a: partnership; b: partnership; a works with b", {"a": "met"}),
        Example("a sub-group and its parent", "a: group; b: board; a => b; a works with b; a on b", {"a": "na"}),
        Example("a body gives no seats", "a: partnership; p: police_force; a works with p; p on a", {"a": "na"}),
    ),
)
