"""ACC-06: groups tied to another only by a seat."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from graphmodel.evidence import What
from queries.case import Case, governance_groups
from queries.chains import is_firm
from queries.lines import lines_by_start
from queries.outcome import Outcome, Severity, holds, lacks, not_applicable
from queries.reads import CLAIMS, COMPLETE, ENTITIES, GROUPS, HOLDERS, HOMES, LINES, LINKS, PARTS, SEATS
from queries.rule import Example, Family, Nature, Reason, Rule

_PEOPLE = ("post", "person")


class Tie(NamedTuple):
    """A seat by which a group is tied to another: held by the group itself, by its chair, or by one of its members."""

    strength: int
    group: str
    other: str
    facts: tuple[str, ...]


def check(case: Case) -> Iterator[Outcome]:
    """Name each pair of groups once, by its strongest tie, where the first has no line at all."""
    lines = lines_by_start(case)
    links = sorted(case.in_force(LINKS), key=lambda link: (not is_firm(link), link.fact), reverse=True)
    recorded = {frozenset((link.start, link.finish)): link.fact for link in links}
    pairs: set[frozenset[str]] = set()
    for tie in sorted(_ties(case, {group for group in case.groups if not lines.get(group)})):
        pair = frozenset((tie.group, tie.other))
        if pair not in pairs:
            pairs.add(pair)
            yield _tied(case, tie, recorded.get(pair))
    for group in case.groups:
        if group not in case.spoken_of:
            yield not_applicable(
                group, "It has a line." if lines.get(group) else "No seat ties it to a group it might answer to."
            )


def _tied(case: Case, tie: Tie, recorded: str | None) -> Outcome:
    words = {"group": (tie.group,), "other": (tie.other,)}
    if case.complete(tie.group, What.LINE):
        return not_applicable((tie.group, tie.other), "Its lines are declared complete: the seat carries information.")
    if recorded is not None:
        return holds((tie.group, tie.other), (recorded,), needs=(What.TIE,), context=tie.facts, words=words)
    how = ("itself", "chair", "member")[tie.strength]
    return lacks((tie.group, tie.other), (What.TIE, What.LINE), reason=how, facts=tie.facts, words=words)


def _ties(case: Case, without_line: set[str]) -> Iterator[Tie]:
    """Yield the seats that a group, its chair or a person on it holds on a group that is not below it."""
    seats = case.organisations
    for group in without_line:
        for seat in seats.seats_of.get(group, ()):
            yield from _tie(case, 0, group, seat.group, (seat.fact,))
        for own in seats.seats_on.get(group, ()):
            if case.entities[own.member].type in _PEOPLE:
                who = seats.sitter(own.member)
                for seat in seats.seats_held_by[who.id]:
                    facts = dict.fromkeys((seat.fact, *who.facts, *seats.sitter(seat.member).facts))
                    yield from _tie(case, 1 if own.role == "chair" else 2, group, seat.group, tuple(facts))


def _tie(case: Case, strength: int, group: str, other: str, facts: tuple[str, ...]) -> Iterator[Tie]:
    if other != group and other in case.groups and group not in case.chains.above(other):
        yield Tie(strength, group, other, facts)


RULE = Rule(
    id="ACC-06",
    title="Tied to another group by a seat only",
    family=Family.ACCOUNTABILITY,
    nature=Nature.REQUIREMENT,
    severity=Severity.LOW,
    clauses=("guidance-2003-11-21#2.1.b5.map", "practice#bovens"),
    why="A seat carries information, not an obligation to account; both sides may believe that there is a line.",
    remedy="Confirm whether a line is meant; if so record it, if not record that the tie is for information.",
    who="The chairs of the two groups.",
    trap=(
        "Networks and forums may well stay outside every line: recording that the two work with each other, or are "
        "linked, answers the question. A pair is named once, by its strongest tie, and never where a line or a part "
        "already leads the other way."
    ),
    reads=(GROUPS, ENTITIES, LINES, SEATS, HOMES, HOLDERS, PARTS, LINKS, CLAIMS, COMPLETE),
    population=governance_groups,
    check=check,
    properties=("role",),
    reasons={
        "met": Reason(
            board="What ties {group} to {other} is recorded.", audit="A link beside the seat says what the tie is for."
        ),
        "itself": Reason(
            board=(
                "{group} {group:is|are} represented on {other}; whether {group:it answers|they answer} to it is "
                "not evidenced."
            ),
            audit="{group} {group:has|have} a seat on {other}, and no line.",
            ask="{group:Does|Do} {group} account to {other}, or is {group:its|their} seat there for information?",
            fails="Only a seat ties {group} to {other}, and nothing says what it is for.",
        ),
        "chair": Reason(
            board=(
                "The chair of {group} sits on {other}; whether {group} {group:answers|answer} to it is not evidenced."
            ),
            audit="The chair of {group} has a seat on {other}, and {group} {group:has|have} no line.",
            ask="{group:Does|Do} {group} account to {other}, or is {group:its|their} chair there for information?",
            fails="Only a seat ties {group} to {other}, and nothing says what it is for.",
        ),
        "member": Reason(
            board="A member of {group} sits on {other}; whether {group} {group:answers|answer} to it is not evidenced.",
            audit="A member of {group} has a seat on {other}, and {group} {group:has|have} no line.",
            ask="Does {group} account to {other}, or is the shared member there for information?",
            fails="Only a seat ties {group} to {other}, and nothing says what it is for.",
        ),
    },
    examples=(
        Example(
            "that the other answers to nobody says nothing of the first",
            "csp: partnership; eso: group; eso on csp; denied line of csp",
            {"csp eso": "query"},
        ),
        Example("a team is no group to answer to", "a: group; t: team; a on t", {"a": "na"}),
        Example("represented on a board", "a: partnership; b: board; a on b", {"a b": "query"}),
        Example("its chair sits there", "a: group; b: partnership; ch: post; ch chairs a; ch on b", {"a b": "query"}),
        Example(
            "whoever holds the post of its chair sits there by name",
            "a: group; b: board; ch: post; smith: person; smith holds ch; ch chairs a; smith on b",
            {"a b": "query"},
        ),
        Example(
            "whoever chairs it by name sits there by post",
            "a: group; b: board; smith: person; ch: post; smith holds ch; smith chairs a; ch on b",
            {"a b": "query"},
        ),
        Example(
            "two share the chair's post: who of them sits there is not known",
            "a: group; b: board; ch: post; s: person; t: person; s holds ch; t holds ch; ch chairs a; s on b",
            {"a": "na"},
        ),
        Example("a member sits there", "a: group; b: board; co: post; co on a; co on b", {"a b": "query"}),
        Example("the tie is recorded as a link", "a: partnership; b: board; a on b; a works with b", {"a b": "met"}),
        Example(
            "the link is only inferred", "a: partnership; b: board; a on b; a linked to b [inferred]", {"a b": "partly"}
        ),
        Example(
            "one link is inferred, another stated",
            "a: partnership; b: board; a on b; a linked to b [inferred]; a works with b",
            {"a b": "met"},
        ),
        Example(
            "one link is stated, another inferred",
            "a: partnership; b: board; a on b; a linked to b; a works with b [inferred]",
            {"a b": "met"},
        ),
        Example("a source denies the tie", "a: partnership; b: board; a on b; denied tie of a", {"a b": "fail"}),
        Example(
            "the same, but the seat is only inferred",
            "a: partnership; b: board; a on b [inferred]; denied tie of a",
            {"a b": "query"},
        ),
        Example(
            "a link is stated, and a tie denied",
            "a: board; b: board; a on b; a works with b; denied tie of a",
            {"a b": "conflict"},
        ),
        Example(
            "its lines are declared complete", "a: partnership; b: board; a on b; complete line of a", {"a b": "na"}
        ),
        Example("it has a line", "a: group; b: board; a on b; a => b", {"a": "na"}),
        Example(
            "a body in common ties nothing",
            "a: group; b: board; police: police_force; police on a; police on b",
            {
                "a": "na",
                "b": "na",
            },
        ),
    ),
)
