"""LNK-02: partnerships whose links with youth justice and with the voluntary sector are not evidenced."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from graphmodel.evidence import What
from graphmodel.kinds import BodyKind, Capacity, Function
from queries.case import Case
from queries.outcome import Outcome, Severity, holds, lacks, not_applicable
from queries.partnership import neighbours
from queries.partnership.coverage import leading, of_the_act
from queries.partnership.neighbours import Neighbours, Tie
from queries.partnership.partnerships import Localities
from queries.rule import Example, Family, Nature, Reason, Rule

_YOUTH = "youth offending team"
_VOLUNTARY = "voluntary sector"


def check(case: Case) -> Iterator[Outcome]:
    """Look for a seat, an incorporation or another tie, for the one and for the other."""
    neighbours, places = Neighbours(case), Localities(case)
    teams = neighbours.there_for((Function.YOUTH_OFFENDING,))
    bodies = frozenset(
        row.fact for row in case.entities.values() if row.kind == BodyKind.VOLUNTARY and row.fact in case.present
    )
    providers = {seat.fact for seat in case.organisations.seats if seat.capacity == Capacity.PROVIDER}
    for partnership in case.population:
        place = places.of((partnership,))
        if place.areas and not of_the_act(place):
            yield not_applicable(partnership, "Youth offending teams are those of England and Wales.", aspect=_YOUTH)
        else:
            yield _youth(partnership, neighbours.ties(partnership, teams))
        yield _voluntary(partnership, neighbours.ties(partnership, bodies), providers)


def _youth(partnership: str, ties: tuple[Tie, ...]) -> Outcome:
    if not ties:
        return lacks(partnership, (What.YOT_LINK,), aspect=_YOUTH, reason="no_youth")
    tie = ties[0]
    reason = "incorporated" if tie.other == partnership else "met"
    return holds(
        partnership, tie.facts, needs=(What.YOT_LINK,), aspect=_YOUTH, reason=reason, words={"other": (tie.other,)}
    )


def _voluntary(partnership: str, ties: tuple[Tie, ...], providers: set[str]) -> Outcome:
    """Who sits as a provider of services speaks for a contract: whether for the sector too has to be asked."""
    if not ties:
        return lacks(
            partnership, (What.VOLUNTARY_LINK,), aspect=_VOLUNTARY, reason="no_voluntary", severity=Severity.LOW
        )
    full = [tie for tie in ties if not set(tie.facts) & providers]
    tie = (full or ties)[0]
    return holds(
        partnership,
        tie.facts,
        needs=(What.VOLUNTARY_LINK,),
        aspect=_VOLUNTARY,
        reason="met" if full else "provider",
        weaker=not full,
        words={"other": (tie.other,)},
    )


_CSP = "csp: partnership functions=crime_and_disorder"
_YOT = f"{_CSP}; yot: team functions=youth_offending"
_CVS = f"{_CSP}; cvs: voluntary"
_example = partial(Example, profile="dat-cdrp-2003")

RULE = Rule(
    id="LNK-02",
    title="Link with youth justice or the voluntary sector not evidenced",
    family=Family.LINKS,
    nature=Nature.REQUIREMENT,
    severity=Severity.MEDIUM,
    clauses=(
        "guidance-2003-11-21#1.7.b1.measures",
        "guidance-2003-11-21#3.2.b7",
        "case-studies-2003#cs4.providers",
    ),
    why="Without these links a partnership misses young people who offend, and those whom voluntary bodies reach.",
    remedy="Agree a seat, a named contact or a standing item; a link needs no seat.",
    who="The chair of the partnership.",
    trap=(
        "A team that is part of the partnership needs no other link. Who sits as a provider of services does not "
        "thereby speak for the voluntary sector. A link, or a seat on a sub-group, counts as well as a seat."
    ),
    reads=neighbours.READS,
    population=leading,
    check=check,
    properties=("functions", "capacity", "on_behalf_of"),
    reasons={
        "met": Reason(
            board="{subject} {subject:is|are} in touch with {other}.",
            audit="A tie between {subject} and {other} is evidenced.",
            ask="How {subject:is|are} {subject} tied to {other}: by a seat, a link, or as one?",
        ),
        "incorporated": Reason(
            board="{subject} {subject:covers|cover} youth justice {subject:itself|themselves}.",
            audit="{subject} {subject:is|are} recorded as there for youth offending too.",
            ask="Is the youth offending team part of {subject}?",
        ),
        "provider": Reason(
            board="{other} {other:sits|sit} on {subject} as a provider; for the sector as a whole nobody is evidenced.",
            audit="The only seat of a voluntary body on {subject} is held as a provider of services: {other}.",
            ask="Does anybody on {subject} speak for the voluntary sector as a whole?",
        ),
        "no_youth": Reason(
            board="A link between {subject} and the youth offending team is not evidenced.",
            audit="No seat, part or link ties {subject} to a youth offending team in the sources read.",
            ask="How {subject:is|are} {subject} tied to the youth offending team?",
            fails="{subject} {subject:has|have} no link with the youth offending team.",
        ),
        "no_voluntary": Reason(
            board="A link between {subject} and the voluntary sector is not evidenced.",
            audit="No seat of a voluntary body on {subject} or a group of it, and no link with one, is evidenced.",
            ask="Who speaks for the voluntary sector on {subject}, or how else is it involved?",
            fails="{subject} {subject:has|have} no link with the voluntary sector.",
        ),
    },
    examples=(
        _example("a seat", f"{_YOT}; yot on csp", {"csp|youth offending team": "met"}),
        _example("as a part of it", f"{_YOT}; yot part of csp", {"csp|youth offending team": "met"}),
        _example(
            "the partnership does the work itself",
            "scp: partnership functions=crime_and_disorder+youth_offending",
            {"scp|youth offending team": "met"},
        ),
        _example(
            "its head sits for it",
            f"{_YOT}; h: post; h in yot; h on csp [inferred]",
            {"csp|youth offending team": "partly"},
        ),
        _example("nothing known", _CSP, {"csp|youth offending team": "query", "csp|voluntary sector": "query"}),
        _example(
            "in another nation", f"{_CSP}; v: area nation=Scotland; csp covers v", {"csp|youth offending team": "na"}
        ),
        _example("a voluntary body", f"{_CVS}; cvs on csp", {"csp|voluntary sector": "met"}),
        _example("linked, without a seat", f"{_CVS}; csp linked to cvs", {"csp|voluntary sector": "met"}),
        _example(
            "a voluntary body on a sub-group, and on what answers to it",
            f"{_CVS}; b: partnership functions=crime_and_disorder; w: voluntary; g: group; g part of csp; cvs on g; "
            "h: group; i: group; h => b; i => h; w on i",
            {"csp|voluntary sector": "met", "b|voluntary sector": "met"},
        ),
        _example(
            "a provider on a sub-group",
            f"{_CVS}; g: group; g part of csp; cvs on g as provider",
            {"csp|voluntary sector": "partly"},
        ),
        _example(
            "a seat on another partnership that answers to it is no tie",
            f"{_CVS}; b: partnership functions=crime_and_disorder; cvs on b; b => csp",
            {"csp|voluntary sector": "query"},
        ),
        _example(
            "a voluntary body that sits as a provider",
            f"{_CVS}; cvs on csp as provider",
            {"csp|voluntary sector": "partly"},
        ),
        _example(
            "a provider is not the sector",
            f"{_CSP}; firm: private; firm on csp as provider",
            {"csp|voluntary sector": "query"},
        ),
        _example(
            "the text denies it",
            f"{_CSP}; denied voluntary_link of csp; denied yot_link of csp",
            {"csp|youth offending team": "fail", "csp|voluntary sector": "fail"},
        ),
        _example(
            "a seat, and a denial",
            f"{_YOT}; yot on csp; denied yot_link of csp",
            {"csp|youth offending team": "conflict"},
        ),
        _example(
            "one of two is certain",
            f"{_CVS}; w: voluntary; cvs on csp; w on csp [inferred]",
            {"csp|voluntary sector": "met"},
        ),
    ),
)
