"""TOR-04: terms of reference that say other than the map."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from queries.case import Case
from queries.facts.organisations import COUNTED
from queries.outcome import Outcome, Severity, not_applicable
from queries.people.agents import Agents
from queries.reads import CLAIMS, COMPLETE, DOCUMENTS, ENTITIES, GROUPS, HOLDERS, HOMES, LINES, PARTS, SEATS
from queries.reads.seats import SeatRow
from queries.rule import Example, Family, Nature, Reason, Rule
from queries.terms.governing import documents_of_terms, terms_of
from queries.terms.terms_and_map import Compared
from queries.ways.lines import lines_by_start


def check(case: Case) -> Iterator[Outcome]:
    """Hold what every document says of its group against the seats, lines and meetings that are known of it."""
    agents, lines = Agents(case), lines_by_start(case)
    seats: dict[str, list[SeatRow]] = defaultdict(list)
    for seat in case.rows(SEATS):
        if seat.member in case.present and seat.role in COUNTED:
            seats[seat.group].append(seat)
    for terms in terms_of(case).values():
        compared = Compared(case, terms, agents, seats.get(terms.group, ()), lines.get(terms.group, ()))
        found = () if terms.unwritten else tuple(compared.outcomes())
        yield from found or (not_applicable(terms.document, "What it says of the group was not read."),)


RULE = Rule(
    id="TOR-04",
    title="Terms of reference that say other than the map",
    family=Family.TERMS,
    nature=Nature.REQUIREMENT,
    severity=Severity.MEDIUM,
    clauses=("guidance-2003-11-21#2.1.b5.map", "practice#known_terms"),
    why="Where the terms say one thing and people do another, nobody can rely on either.",
    remedy="Find out which of the two is right, and correct the other: the map now, the terms at their next review.",
    who="The chair of the group, with the officer who services it.",
    trap=(
        "Terms name posts where a map names persons or bodies: a post stands for whoever holds it and for the body it "
        "is in, and a body for its posts. Where several chair, one of them is enough. Two posts may be held by one "
        "person, so they differ for certain only if their holders or their bodies are known. Advisers, deputies and "
        "secretaries are not members. Terms that cover several groups are compared with the one above the others."
    ),
    reads=(GROUPS, ENTITIES, DOCUMENTS, SEATS, LINES, HOMES, HOLDERS, PARTS, CLAIMS, COMPLETE),
    population=documents_of_terms,
    check=check,
    properties=("says_members", "says_chair", "says_accountable_to", "says_per_year"),
    reasons={
        "same_chair": Reason(
            board="{said} {said:chairs|chair} {group}, as the terms of reference say.",
            audit="{subject} names {said} as chair, and the map has that seat.",
        ),
        "no_chair": Reason(
            board="The terms of reference of {group} name {said} as chair; that this is so now is not evidenced.",
            audit="{subject} names {said} as chair; no seat of a chair is evidenced.",
            ask="Who chairs {group}: still {said}, as its terms of reference say?",
            fails="The terms of reference of {group} name {said} as chair, and nobody chairs it.",
        ),
        "chairs": Reason(
            board="The terms of reference of {group} name {said} as chair; what we know is that {known} chairs it.",
            audit="{subject} names {said} as chair; the map has {known}.",
            ask="Who chairs {group}: {said}, as its terms of reference say, or {known}?",
        ),
        "same_members": Reason(
            board="Everybody whom the terms of reference of {group} name sits on it: {said}.",
            audit="Each of those whom {subject} names has a seat on the map: {said}.",
        ),
        "members": Reason(
            board="The terms of reference of {group} name {said}; that {said:it sits|they sit} there is not evidenced.",
            audit="{subject} names {said}; no such seat is evidenced.",
            ask="{said:Does|Do} {said} sit on {group}, as its terms of reference say?",
            fails="The terms of reference of {group} name {said}, who {said:does|do} not sit there.",
        ),
        "other members": Reason(
            board="{known} {known:sits|sit} on {group}; its terms of reference do not name {known:it|them}.",
            audit="The map has a seat of {known}; {subject} does not name {known:it|them}.",
            ask="Should the terms of reference of {group} name {known} too?",
            fails="{known} {known:sits|sit} on {group}; the list in its terms of reference leaves {known:it|them} out.",
        ),
        "same_accountable": Reason(
            board="{group} {group:answers|answer} to {said}, as the terms of reference say.",
            audit="Each line that {subject} names is on the map: to {said}.",
        ),
        "accountable": Reason(
            board="By its terms of reference {group} {group:answers|answer} to {said}; that line is not evidenced.",
            audit="{subject} names {said}; no such line is evidenced.",
            ask="Does {group} answer to {said}, as its terms of reference say: on what, and how often?",
            fails="By its terms of reference {group} {group:answers|answer} to {said}, and it does not.",
        ),
        "other lines": Reason(
            board="{group} {group:answers|answer} to {known}; its terms of reference do not say so.",
            audit="The map has a line to {known}; {subject} does not name {known:it|them}.",
            ask="Should the terms of reference of {group} say that it answers to {known}?",
            fails="{group} {group:answers|answer} to {known}, and its terms of reference leave that out.",
        ),
        "same_frequency": Reason(
            board="{group} {group:meets|meet} {meets} a year, as the terms of reference say.",
            audit="{subject} and the map agree on {meets} a year.",
        ),
        "frequency": Reason(
            board="By its terms of reference {group} {group:meets|meet} {says} a year; what we know is {meets}.",
            audit="{subject} has {says} a year, the map has {meets}.",
            ask="How often a year does {group} meet: {says}, or {meets}?",
        ),
    },
    examples=(
        Example(
            "terms and map agree on everything",
            (
                "police: police_division; csp: partnership per_year=4; cpo: post; cpo chairs csp; police on csp; "
                "csp => county; tor: terms_of_reference agreed says_members=police says_chair=cpo "
                "says_accountable_to=county says_per_year=4; tor governs csp"
            ),
            {"tor|chair": "met", "tor|members": "met", "tor|accountable": "met", "tor|frequency": "met"},
        ),
        Example(
            "the terms name a post, the map the person who holds it",
            (
                "csp: partnership; cpo: post; smith: person; smith holds cpo; smith chairs csp; "
                "tor: terms_of_reference agreed says_chair=cpo; tor governs csp"
            ),
            {"tor|chair": "met"},
        ),
        Example(
            "the terms name a body, the map its officer",
            (
                "csp: partnership; county: county_council; eds: post; eds in county; eds on csp; "
                "tor: terms_of_reference agreed says_members=county; tor governs csp"
            ),
            {"tor|members": "met"},
        ),
        Example(
            "one of two who chair in turn",
            (
                "csp: partnership; a: post; b: post; a chairs csp; b chairs csp; "
                "tor: terms_of_reference agreed says_chair=b; tor governs csp"
            ),
            {"tor|chair": "met"},
        ),
        Example(
            "another person chairs",
            (
                "csp: partnership; smith: person; jones: person; smith chairs csp; "
                "tor: terms_of_reference agreed says_chair=jones; tor governs csp"
            ),
            {"tor|chair": "conflict"},
        ),
        Example(
            "two posts that one person may hold",
            (
                "csp: partnership; cpo: post; manager: post; cpo chairs csp; "
                "tor: terms_of_reference agreed says_chair=manager; tor governs csp"
            ),
            {"tor|chair": "query"},
        ),
        Example(
            "the terms name a chair, the map has none",
            "csp: partnership; cpo: post; tor: terms_of_reference agreed says_chair=cpo; tor governs csp",
            {"tor|chair": "query"},
        ),
        Example(
            "four times a year, or twelve",
            ("csp: partnership per_year=12; tor: terms_of_reference agreed says_per_year=4; tor governs csp"),
            {"tor|frequency": "conflict"},
        ),
        Example(
            "how often it really meets is not known",
            "csp: partnership; tor: terms_of_reference agreed says_per_year=4; tor governs csp",
            {"tor|frequency": "na"},
        ),
        Example(
            "a member on paper only, in a list of seats that is whole",
            (
                "csp: partnership; police: police_division; county: county_council; county on csp; "
                "tor: terms_of_reference agreed says_members=police+county; tor governs csp; "
                "complete membership of csp"
            ),
            {"tor|members": "fail"},
        ),
        Example(
            "a member whom the terms do not name",
            (
                "csp: partnership; police: police_division; county: county_council; county on csp; police on csp; "
                "tor: terms_of_reference agreed says_members=county; tor governs csp"
            ),
            {"tor|members": "met", "tor|other members": "query"},
        ),
        Example(
            "a deputy is not a member",
            (
                "csp: partnership; x: post; x deputises on csp; "
                "tor: terms_of_reference agreed says_members=x; tor governs csp"
            ),
            {"tor|members": "query"},
        ),
        Example(
            "a line on paper only",
            (
                "csp: partnership; county: county_council; tor: terms_of_reference agreed says_accountable_to=county; "
                "tor governs csp"
            ),
            {"tor|accountable": "query"},
        ),
        Example(
            "a line that the terms do not name",
            (
                "csp: partnership; dag: group; dag -> csp; dag -> county; "
                "tor: terms_of_reference agreed says_accountable_to=csp; tor governs dag"
            ),
            {"tor|accountable": "met", "tor|other lines": "query"},
        ),
        Example(
            "the seat is only inferred",
            (
                "csp: partnership; police: police_division; police on csp [inferred]; "
                "tor: terms_of_reference agreed says_members=police; tor governs csp"
            ),
            {"tor|members": "partly"},
        ),
        Example(
            "what they say was not read",
            "csp: partnership; tor: terms_of_reference agreed; tor governs csp",
            {"tor": "na"},
        ),
    ),
)
