"""COV-02: partners that are expected and that the law does not name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import partial
from typing import NamedTuple

from graphmodel.evidence import What
from graphmodel.kinds import BodyKind, Capacity, Function
from queries.case import Case
from queries.engines.base import FactId
from queries.outcome import Outcome, Says, Severity, holds, lacks, not_applicable
from queries.partnership import neighbours
from queries.partnership.authorities import Duty, Partner
from queries.partnership.coverage import Asked, Sitting, Tables, asked_of, leading, of_the_act
from queries.partnership.neighbours import Neighbours
from queries.partnership.partnerships import Localities, Locality
from queries.reads import POSTS
from queries.rule import Example, Family, Nature, Reason, Rule
from queries.wording import joined


def population(case: Case) -> tuple[str, ...]:
    """Return the partnerships to ask: those that are there for what the profile is about."""
    return leading(case, str(case.settings["function"]))


def check(case: Case) -> Iterator[Outcome]:
    """Ask each partnership once, for all expected partners that no other rule asks about."""
    ties, places = _ties(case), Localities(case)
    for partnership in case.population:
        place = places.of((partnership,))
        if place.areas and not of_the_act(place):
            yield not_applicable(partnership, "The partners expected are those of England and Wales.")
            continue
        named = asked_of(case, place) if case.profile.settings("COV-01").on else ()
        expected = _expected(case, named, place)
        found = {partner.name: _found(case, partnership, partner, ties) for partner in expected}
        wanted = [name for name, sitting in found.items() if sitting is None]
        facts = tuple(dict.fromkeys(fact for one in found.values() if one for fact in one.facts))
        if not expected:
            yield not_applicable(partnership, "No partner is expected of it beyond those that other rules ask about.")
        elif wanted:
            yield _lacking(case, partnership, facts, joined(wanted))
        else:
            weaker = any(one.weaker for one in found.values() if one)
            words = {"wanted": joined(found)}
            yield holds(partnership, facts, needs=(What.MEMBERSHIP,), weaker=weaker, words=words)


def _lacking(case: Case, partnership: str, facts: tuple[FactId, ...], wanted: str) -> Outcome:
    """No law requires these: a list of seats that is complete still leaves open how else they are involved."""
    needs, words = (What.MEMBERSHIP,), {"wanted": wanted}
    if case.complete(partnership, What.MEMBERSHIP) and not case.denied(partnership, What.MEMBERSHIP):
        return Outcome(Says.BREAKS, (partnership,), "", "no_seat", context=facts, words=words, weaker=True)
    return lacks(partnership, needs, context=facts, words=words)


class _Ties(NamedTuple):
    """Who may be tied to a partnership: who sits at its table, its neighbours, and the bodies there by kind."""

    tables: Tables
    neighbours: Neighbours
    bodies: Mapping[str, frozenset[str]]


def _ties(case: Case) -> _Ties:
    bodies: dict[str, set[str]] = defaultdict(set)
    for body in case.present:
        bodies[case.entities[body].kind].add(body)
    return _Ties(Tables(case), Neighbours(case), {kind: frozenset(found) for kind, found in bodies.items()})


def _expected(case: Case, named: tuple[Asked, ...], place: Locality) -> list[Partner]:
    """Return the partners to look for here; one that the law requires on the day, or a link rule asks for, is not."""
    required = {kind for one in named if one.authority.status is Duty.REQUIRED for kind in one.authority.kinds}
    if case.profile.settings("LNK-02").on:
        required.add(BodyKind.VOLUNTARY)
    linked = {Function.LOCAL_STRATEGIC_PARTNERSHIP} if case.profile.settings("LNK-01").on else set()
    linked |= {Function.YOUTH_OFFENDING} if case.profile.settings("LNK-02").on else set()
    return [
        partner
        for partner in case.profile.expected
        if partner.applies(place.nations, case.as_of)
        and not set(partner.kinds) & required
        and not set(partner.functions) & linked
    ]


def _found(case: Case, partnership: str, partner: Partner, ties: _Ties) -> Sitting | None:
    """Return the firmest sign of a partner: a seat or any other tie; of an elected member, a seat."""
    if partner.elected:
        seats = [seat for seat in ties.tables.seats(partnership) if seat.capacity == Capacity.ELECTED_MEMBER]
        seats.sort(key=lambda seat: (case.weak((seat.fact,)), seat.fact))
        return Sitting((seats[0].fact,), (), weaker=False) if seats else None
    others = ties.neighbours.there_for(partner.functions).union(*(ties.bodies.get(kind, ()) for kind in partner.kinds))
    known = ties.neighbours.ties(partnership, others)
    if known:
        return Sitting(known[0].facts, (), weaker=False)
    return ties.tables.sitting(partnership, partner.kinds) if partner.kinds else None


_CSP = "csp: partnership functions=crime_and_disorder"
_OTHERS = "prob: probation_service; dat: partnership functions=drugs; cllr: post; prob on csp; dat works with csp"
_example = partial(Example, profile="dat-cdrp-2003")

RULE = Rule(
    id="COV-02",
    title="Expected partners not evidenced",
    family=Family.COVERAGE,
    nature=Nature.REQUIREMENT,
    severity=Severity.LOW,
    clauses=(
        "guidance-2003-11-21#3.1",
        "crime-and-disorder-act-1998#s5.cooperating",
        "letter-2003-10-21#p2.players",
        "cdp-guidance-2022#members",
        "cdp-guidance-2022#elected",
    ),
    why="What a partnership decides has to be carried out by more bodies than the law makes responsible.",
    remedy="Invite them, or agree another way of working together; not every partner needs a seat.",
    who="The chair of the partnership.",
    trap=(
        "None of them is required, and every seat costs somebody time: they are asked about together, once a "
        "partnership, at a low weight. A partner that the law requires on the day, or that a rule on links asks about, "
        "is not asked about here. An elected member counts by capacity, the others by any tie: a seat there or on a "
        "sub-group, a link, a line. That the list of seats is complete shows no fault; only a denial of members does."
    ),
    reads=(*neighbours.READS, POSTS),
    population=population,
    check=check,
    properties=("capacity", "on_behalf_of", "functions"),
    settings={"function": "crime_and_disorder"},
    reasons={
        "met": Reason(
            board="{subject} {subject:works|work} with all the partners expected beyond those that the law names.",
            audit="Each of these is evidenced on {subject} or tied to it: {wanted}.",
            ask="Who are the members of {subject}, and whom does each of them sit for?",
        ),
        "lacks": Reason(
            board="Some partners that are usually involved are not evidenced for {subject}: {wanted}.",
            audit="No seat on {subject}, and no other tie to it, is evidenced for: {wanted}. None of them is required.",
            ask="Are these members of {subject}, or involved in another way: {wanted}?",
            fails="These take no part in {subject}: {wanted}.",
        ),
        "no_seat": Reason(
            board="These have no seat on {subject}; that they are involved in another way is not evidenced: {wanted}.",
            audit="Not among the members of {subject}, nor tied to it otherwise: {wanted}. None of them is required.",
            ask="{subject:Does|Do} {subject} work with these in another way than by a seat: {wanted}?",
        ),
    },
    examples=(
        _example(
            "all of them, each in its own way",
            f"{_CSP}; {_OTHERS}; pct: primary_care_trust; pct on csp; cllr on csp as elected_member",
            {"csp": "met"},
        ),
        _example("one question for all", f"{_CSP}; {_OTHERS}", {"csp": "query"}),
        _example(
            "a councillor who sits as an officer is no elected member",
            f"{_CSP}; {_OTHERS}; pct: primary_care_trust; pct on csp; cllr on csp as officer",
            {"csp": "query"},
        ),
        _example(
            "one of them is only inferred",
            f"{_CSP}; {_OTHERS}; pct: primary_care_trust; pct on csp [inferred]; cllr on csp as elected_member",
            {"csp": "partly"},
        ),
        _example("the list of members is complete", f"{_CSP}; {_OTHERS}; complete membership of csp", {"csp": "query"}),
        _example("the text says that it has no members", f"{_CSP}; denied membership of csp", {"csp": "fail"}),
        _example(
            "sources differ on the capacity",
            f"{_CSP}; {_OTHERS}; pct: primary_care_trust; pct on csp; cllr on csp as elected_member; "
            'claim "seat cllr csp member elected_member" capacity=officer',
            {"csp": "conflict"},
        ),
        _example(
            "a trust that the law requires is asked about with the authorities",
            f"{_CSP}; {_OTHERS}; cllr on csp as elected_member; v: area nation=England; csp covers v; as of 2005-01-01",
            {"csp": "met"},
        ),
        _example(
            "each by its own area",
            "s: area nation=Scotland; a: partnership; b: partnership; a covers s",
            {"a": "na", "b": "query"},
        ),
        _example(
            "a link and a seat on a sub-group are ways to be involved",
            f"{_CSP}; {_OTHERS}; pct: primary_care_trust; csp linked to pct; cllr on csp as elected_member; "
            "b: partnership functions=crime_and_disorder; prob on b; dat works with b; cllr on b as elected_member; "
            "g: group; g part of b; pct on g",
            {"csp": "met", "b": "met"},
        ),
        _example(
            "trusts are those of England, and of their time",
            f"{_CSP}; {_OTHERS}; cllr on csp as elected_member; v: area nation=Wales; csp covers v; as of 2003-11-21",
            {"csp": "met"},
        ),
        _example(
            "trusts have come to an end",
            f"{_CSP}; {_OTHERS}; cllr on csp as elected_member; as of 2013-04-01",
            {"csp": "met"},
        ),
        _example("in another nation", f"{_CSP}; v: area nation=Scotland; csp covers v", {"csp": "na"}),
        _example(
            "all agencies together, and one elected member of two for certain",
            f"{_CSP}; dat: partnership functions=drugs; dat works with csp; x: post; y: post; "
            "x, y on csp as elected_member; all: mixed umbrella set [asserted]; all on csp [asserted]",
            {"csp": "partly"},
        ),
        _example(
            "two elected members, one of them for certain",
            f"{_CSP}; {_OTHERS}; pct: primary_care_trust; pct on csp; x: post; cllr on csp as elected_member; "
            "x on csp as elected_member [inferred]",
            {"csp": "met"},
        ),
    ),
)
