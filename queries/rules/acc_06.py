"""ACC-06: groups tied to another only by a seat."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from graphmodel.evidence import What
from graphmodel.kinds import GroupKind, Tier
from queries.case import Case, beside, governance_groups
from queries.outcome import Outcome, Severity, Words, holds, lacks, not_applicable
from queries.reads import CLAIMS, COMPLETE, ENTITIES, GROUPS, HOLDERS, HOMES, LINES, LINKS, PARTS, SEATS
from queries.reads.groups import GroupRow
from queries.rule import Example, Family, Nature, Reason, Rule
from queries.ways.chains import is_firm
from queries.ways.lines import lines_by_start

_PEOPLE = ("post", "person")
_OUTSIDE = (GroupKind.FORUM, GroupKind.NETWORK)
_TIERS = tuple(Tier)
_KINDS = (GroupKind.PARTNERSHIP, GroupKind.BOARD, GroupKind.GROUP)
_MEMBER = 2


class SeatTie(NamedTuple):
    """A seat by which a group is tied to another: held by the group itself, by its chair, or by one of its members."""

    strength: int
    group: str
    other: str
    facts: tuple[str, ...]


def check(case: Case) -> Iterator[Outcome]:
    """Ask every group without a line once what the seats mean that tie it to others, by the strongest of them."""
    lines = lines_by_start(case)
    links = sorted(case.in_force(LINKS), key=lambda link: (not is_firm(link), link.fact), reverse=True)
    recorded = {frozenset((link.start, link.finish)): link.fact for link in links}
    yield from beside(case)
    for group, row in case.own.items():
        if lines.get(group):
            yield not_applicable(group, "It has a line.")
        elif case.chains.is_top(group):
            yield not_applicable(group, "A top body; to whom it answers is asked by ACC-09.")
        elif row.kind in _OUTSIDE:
            yield not_applicable(group, "A forum or network may well stay outside every line.")
        elif ties := sorted(_ties(case, group)):
            yield _tied(case, group, ties, recorded)
        else:
            yield not_applicable(group, "No seat ties it to a group it might answer to.")


def _tied(case: Case, group: str, ties: list[SeatTie], recorded: Mapping[frozenset[str], str]) -> Outcome:
    if case.complete(group, What.LINE) or case.denied(group, What.LINE):
        return not_applicable(group, "It is known to have no line: the seats carry information.")
    told = {tie.other: link for tie in ties if (link := recorded.get(frozenset((group, tie.other)))) is not None}
    left = [tie for tie in ties if tie.other not in told]
    if not left:
        words: Words = {"others": tuple(told)}
        facts = tuple(dict.fromkeys(fact for tie in ties for fact in tie.facts))
        return holds(group, tuple(told.values()), needs=(What.TIE,), context=facts, words=words)
    firm = [tie for tie in left if not case.weak(tie.facts)] or left
    strongest = [tie for tie in firm if tie.strength == firm[0].strength]
    return lacks(
        group,
        # A denial speaks of the tie; what is asked is whether there is a line, as ACC-01 asks.
        (What.TIE,) if case.denied(group, What.TIE) else (What.LINE,),
        reason=("itself", "chair", "member")[firm[0].strength],
        facts=tuple(dict.fromkeys(fact for tie in strongest for fact in tie.facts)),
        words={"others": tuple(dict.fromkeys(tie.other for tie in strongest))},
    )


def _ties(case: Case, group: str) -> Iterator[SeatTie]:
    """Yield the seats that a group, its chair or a person on it holds on a group that it might answer to."""
    seats = case.organisations
    for seat in seats.seats_of.get(group, ()):
        yield from _tie(case, 0, group, seat.group, (seat.fact,))
    for own in seats.seats_on.get(group, ()):
        if case.entities[own.member].type in _PEOPLE:
            who = seats.sitter(own.member)
            # The chair of another group sits here for that group, which ties it to this one and not this one to it.
            for seat in (one for one in seats.seats_held_by[who.id] if own.role == "chair" or one.role != "chair"):
                facts = dict.fromkeys((seat.fact, *who.facts, *seats.sitter(seat.member).facts))
                # Whoever chairs both ties neither to the other: only where it is the higher does that say anything.
                strength = 1 if own.role == "chair" and seat.role != "chair" else _MEMBER
                yield from _tie(case, strength, group, seat.group, tuple(facts))


def _tie(case: Case, strength: int, group: str, other: str, facts: tuple[str, ...]) -> Iterator[SeatTie]:
    may = _may_be_above(case, group, other)
    if other != group and may and (strength < _MEMBER or _stands_higher(case.groups[other], case.groups[group])):
        yield SeatTie(strength, group, other, facts)


def _may_be_above(case: Case, group: str, other: str) -> bool:
    """Tell whether a group might answer to another: one of its own, no forum, not on a lower tier, nor below it."""
    row = case.own.get(other)
    if row is None or row.kind in _OUTSIDE or group in case.chains.above(other):
        return False
    own_tier = case.groups[group].tier
    return not (own_tier and row.tier) or _TIERS.index(Tier(row.tier)) <= _TIERS.index(Tier(own_tier))


def _stands_higher(one: GroupRow, other: GroupRow) -> bool:
    """Tell whether a group is on a higher tier than another or, where tiers do not tell, of a weightier kind."""
    kinds = [_KINDS.index(GroupKind(row.kind)) for row in (one, other)]
    tiers = [_TIERS.index(Tier(row.tier)) for row in (one, other)] if one.tier and other.tier else kinds
    ours, theirs = zip(tiers, kinds, strict=True)
    return ours < theirs


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
        "Networks and forums may well stay outside every line: they are not asked, and nobody is asked whether it "
        "answers to one, nor to a group on a lower tier. A top body is asked by ACC-09 alone. A group is asked once, "
        "by the strongest of its ties, together with ACC-01's question; a member whom it shares with a "
        "group that stands no higher says nothing, nor does the chair of another group who sits on it. Recording "
        "that the two work with each other, or "
        "are linked, answers it."
    ),
    reads=(GROUPS, ENTITIES, LINES, SEATS, HOMES, HOLDERS, PARTS, LINKS, CLAIMS, COMPLETE),
    population=governance_groups,
    check=check,
    properties=("role",),
    reasons={
        "met": Reason(
            board="What ties {subject} to {others} is recorded.",
            audit="A link beside the seat says what the tie is for.",
        ),
        "itself": Reason(
            board=(
                "{subject} {subject:is|are} represented on {others}; whether {subject:it answers|they answer} there is "
                "not evidenced."
            ),
            audit="{subject} {subject:has|have} a seat on {others}, and no line.",
            ask="{subject:Does|Do} {subject} account to {others}, or is the seat there for information?",
            fails="Only a seat ties {subject} to {others}, and nothing says what it is for.",
        ),
        "chair": Reason(
            board=(
                "The chair of {subject} sits on {others}; whether {subject} {subject:answers|answer} there is not "
                "evidenced."
            ),
            audit="The chair of {subject} has a seat on {others}, and {subject} {subject:has|have} no line.",
            ask="{subject:Does|Do} {subject} account to {others}, or is the chair there for information?",
            fails="Only a seat ties {subject} to {others}, and nothing says what it is for.",
        ),
        "member": Reason(
            board=(
                "A member of {subject} sits on {others}; whether {subject} {subject:answers|answer} there is not "
                "evidenced."
            ),
            audit="A member of {subject} has a seat on {others}, and {subject} {subject:has|have} no line.",
            ask="{subject:Does|Do} {subject} account to {others}, or is the shared member there for information?",
            fails="Only a seat ties {subject} to {others}, and nothing says what it is for.",
        ),
    },
    examples=(
        Example(
            "the chair of a partnership who sits on a board",
            "csp: partnership; smat: board; eso: group; eso => csp; x chairs csp; x on smat",
            {"smat": "na"},
        ),
        Example(
            "that the other answers to nobody says nothing of the first",
            "csp: partnership; eso: group; eso on csp; denied line of csp",
            {"eso": "query", "csp": "na"},
        ),
        Example("a team is no group to answer to", "a: group; t: team; a on t", {"a": "na"}),
        Example("represented on a board", "a: group; b: board; a on b", {"a": "query", "b": "na"}),
        Example("a top body is asked by another rule", "a: partnership; b: board; a on b", {"a": "na"}),
        Example("a forum", "a: forum; b: board; a on b", {"a": "na"}),
        Example("a seat on a forum or a network", "a: group; b: forum; c: network; a on b; a on c", {"a": "na"}),
        Example("a seat on a lower tier", "a: board strategic; b: group tactical; a on b", {"a": "na"}),
        Example("a seat on the same tier", "a: board tactical; b: group tactical; a on b", {"a": "query"}),
        Example("a seat on a higher tier", "a: board operational; b: group tactical; a on b", {"a": "query"}),
        Example(
            "a neighbour is neither asked nor answered to",
            "csp: partnership; a: group; y: board functions=youth_offending; y on csp; a on y",
            {"a": "na", "y": "na"},
        ),
        Example("its chair sits there", "a: group; b: partnership; ch: post; ch chairs a; ch on b", {"a": "query"}),
        Example(
            "whoever holds the post of its chair sits there by name",
            "a: forum; a2: group; b: board; ch: post; smith: person; smith holds ch; ch chairs a2; smith on b",
            {"a2": "query"},
        ),
        Example(
            "whoever chairs it by name sits there by post",
            "a: group; b: board; smith: person; ch: post; smith holds ch; smith chairs a; ch on b",
            {"a": "query"},
        ),
        Example(
            "two share the chair's post: who of them sits there is not known",
            "a: group; b: board; ch: post; s: person; t: person; s holds ch; t holds ch; ch chairs a; s on b",
            {"a": "na"},
        ),
        Example("a member sits there", "a: group; b: board; co: post; co on a; co on b", {"a": "query", "b": "na"}),
        Example(
            "a member of two groups of one standing",
            "a: group; b: group; c: board tactical; d: board tactical; co: post; co on a; co on b; co on c; co on d; "
            "a works with c; b works with c; a works with d; b works with d",
            {"a": "met", "b": "met", "c": "na", "d": "na"},
        ),
        Example(
            "one post chairs two groups of one standing",
            "a: group; b: group; co: post; co chairs a; co chairs b",
            {"a": "na", "b": "na"},
        ),
        Example(
            "a member who also sits on a higher tier",
            "a: board tactical; b: group strategic; co: post; co on a; co on b",
            {"a": "query", "b": "na"},
        ),
        Example(
            "one member who sits on three others is one question",
            "a: group; b: partnership; c: partnership; d: partnership; co: post; co on a; co on b; co on c; co on d",
            {"a": "query", "b": "na"},
        ),
        Example(
            "its chair says more than a member",
            "a: group; b: board; c: board; ch: post; co: post; ch chairs a; ch on b; co on a; co on c; b => c",
            {"a": "query"},
        ),
        Example(
            "what is certain says more than what is not",
            "a: group; b: board; c: board; co: post; b => c; a on b [inferred]; co on a; co on c; denied tie of a",
            {"a": "fail"},
        ),
        Example("the tie is recorded as a link", "a: group; b: board; a on b; a works with b", {"a": "met"}),
        Example(
            "one of two ties is recorded",
            "a: group; b: board; c: board; a on b; a on c; a works with b",
            {"a": "query"},
        ),
        Example("the link is only inferred", "a: group; b: board; a on b; a linked to b [inferred]", {"a": "partly"}),
        Example(
            "one link is inferred, another stated",
            "a: group; b: board; a on b; a linked to b [inferred]; a works with b",
            {"a": "met"},
        ),
        Example(
            "one link is stated, another inferred",
            "a: group; b: board; a on b; a linked to b; a works with b [inferred]",
            {"a": "met"},
        ),
        Example("a source denies the tie", "a: group; b: board; a on b; denied tie of a", {"a": "fail"}),
        Example(
            "the same, but the seat is only inferred",
            "a: group; b: board; a on b [inferred]; denied tie of a",
            {"a": "query"},
        ),
        Example(
            "a link is stated, and a tie denied",
            "a: board; b: board; a on b; a works with b; denied tie of a",
            {"a": "conflict"},
        ),
        Example("its lines are declared complete", "a: group; b: board; a on b; complete line of a", {"a": "na"}),
        Example("it is said to answer to nobody", "a: group; b: board; a on b; denied line of a", {"a": "na"}),
        Example("it has a line", "a: group; b: board; a on b; a => b", {"a": "na"}),
        Example("a seat on what is below it", "a: board; b: group; c: group; b => a; b part of c; a on b", {"a": "na"}),
        Example(
            "a body in common ties nothing",
            "a: group; b: board; police: police_force; police on a; police on b",
            {"a": "na", "b": "na"},
        ),
    ),
)
