"""COV-01: authorities that the law makes responsible, and that nobody is evidenced to sit for."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from graphmodel.evidence import What
from queries.authorities import Duty
from queries.case import Case
from queries.coverage import Asked, Sitting, Tables, asked_of, crime_partnerships, not_placed
from queries.outcome import Outcome, Severity, holds, lacks, not_applicable
from queries.partnerships import Place, Places
from queries.reads import AREAS, CLAIMS, COMPLETE, ENTITIES, GROUPS, HOLDERS, HOMES, LINES, PARTS, PLACES, SEATS
from queries.rule import Example, Family, Nature, Reason, Rule
from queries.wording import joined

_ALL = "authorities"


def check(case: Case) -> Iterator[Outcome]:
    """Go through the authorities of each partnership; what is not known of its area is asked once, beside them."""
    tables, places = Tables(case), Places(case)
    asked: set[str] = set()
    for partnership in case.population:
        place = places.of((partnership,))
        named = asked_of(case, place)
        if not named:
            yield not_applicable(partnership, "The law names no authority for it on the day.", aspect=_ALL)
            continue
        yield from _authorities(partnership, tables, named)
        yield from _place(partnership, place, asked)


def _authorities(partnership: str, tables: Tables, named: tuple[Asked, ...]) -> Iterator[Outcome]:
    for one in named:
        if one.authority.status is Duty.EXPECTED_SOON:
            why = f"The law does not yet make {one.authority.name} a responsible authority. {one.authority.note or ''}"
            yield not_applicable(partnership, why.strip(), aspect=one.authority.name)
    required = [one for one in named if one.authority.status is Duty.REQUIRED]
    sitting = tables.required(partnership, named)
    words = {"wanted": joined(tables.open(sitting))}
    if required and not any(sitting.values()):
        facts = tuple(dict.fromkeys(fact for one in required for fact in one.facts))
        yield lacks(partnership, (What.MEMBERSHIP,), aspect=_ALL, reason="none", facts=facts, words=words)
        return
    for one in required:
        yield _authority(partnership, one, sitting[one.authority.name], words)


def _authority(partnership: str, one: Asked, found: Sitting | None, words: dict[str, str]) -> Outcome:
    name = one.authority.name
    told = {**words, "authority": name}
    if found is None:
        return lacks(partnership, (What.MEMBERSHIP,), aspect=name, facts=one.facts, words=told)
    reason = "general" if found.general else "through" if found.weaker else "met"
    return holds(
        partnership,
        found.facts,
        needs=(What.MEMBERSHIP,),
        aspect=name,
        reason=reason,
        weaker=found.weaker,
        words={**told, "body": found.bodies},
    )


def _place(partnership: str, place: Place, asked: set[str]) -> Iterator[Outcome]:
    """Ask for the area, or for what of it decides who must take part: for each area once."""
    if not place.areas:
        yield lacks(partnership, (What.AREA,), aspect="area", reason="no_area", severity=Severity.LOW)
    for area in not_placed(place):
        if area.fact in asked:
            continue
        asked.add(area.fact)
        reason = "no_nation" if area.authority_type else "no_kind" if area.nation else "neither"
        yield lacks(
            (partnership, area.fact),
            (What.AUTHORITY_TYPE,),
            about=area.fact,
            aspect="kind of area",
            reason=reason,
            severity=Severity.LOW,
            words={"area": (area.fact,)},
        )


_CSP = "csp: partnership functions=crime_and_disorder; csp covers v"
_ENGLAND = f"v: area nation=England authority_type=unitary; {_CSP}"
_TWO_TIER = f"v: area nation=England authority_type=two_tier; {_CSP}"
_ALL_OF_2003 = (
    "uc: unitary_council; force: police_force; pa: police_authority; fa: fire_authority; uc, force, pa, fa on csp"
)
_PCT = "the Primary Care Trust"
_example = partial(Example, profile="dat-cdrp-2003")

RULE = Rule(
    id="COV-01",
    title="Responsible authority not evidenced on the partnership",
    family=Family.COVERAGE,
    nature=Nature.REQUIREMENT,
    severity=Severity.HIGH,
    clauses=(
        "guidance-2003-11-21#1.2.authorities",
        "guidance-2003-11-21#1.2.trusts",
        "crime-and-disorder-act-1998#s5",
        "police-reform-act-2002#s97",
        "letter-2003-10-21#p2.players",
    ),
    why="The law makes these authorities responsible together; one that is not there can agree to nothing.",
    remedy="Invite the authority to name somebody, or record who already sits for it.",
    who="The chair of the partnership, with the chief officer of the authority.",
    trap=(
        "Who is required depends on the day, the nation and the kind of area. The police and the police authority are "
        "two; a division sits for the chief officer. What is said of all agencies together covers each only in part. "
        "One officer may sit for two authorities. A fire service often sits for the fire authority: confirm it."
    ),
    reads=(GROUPS, ENTITIES, SEATS, HOMES, HOLDERS, PARTS, LINES, AREAS, PLACES, CLAIMS, COMPLETE),
    population=crime_partnerships,
    check=check,
    properties=("capacity", "on_behalf_of", "authority_type", "nation"),
    reasons={
        "met": Reason(
            board="{body} {body:takes|take} part in {subject}.",
            audit="A seat on {subject} is evidenced for {authority}: {body}.",
            ask="Who are the members of {subject}, and who among them sits for these: {wanted}?",
        ),
        "through": Reason(
            board="{body} {body:takes|take} part in {subject}; whether for {authority} is not evidenced.",
            audit="A seat of {body} on {subject} is evidenced; whether it is held for {authority} is not.",
            ask="Who are the members of {subject}, and who among them sits for these: {wanted}?",
        ),
        "general": Reason(
            board="{subject} {subject:is|are} said to have everybody at the table; {authority} is not named.",
            audit="{authority} is covered only by what is said in general: {body}.",
            ask="Who are the members of {subject}, and who among them sits for these: {wanted}?",
        ),
        "lacks": Reason(
            board="That {authority} takes part in {subject} is not evidenced.",
            audit="No seat on {subject} is evidenced for {authority}, which the law names on the day.",
            ask="Who are the members of {subject}, and who among them sits for these: {wanted}?",
            fails="Nobody sits on {subject} for {authority}.",
        ),
        "none": Reason(
            board="Which of the authorities that the law names take part in {subject} is not evidenced.",
            audit="No seat on {subject} is evidenced for any of those that the law names on the day: {wanted}.",
            ask="Who are the members of {subject}, and who among them sits for these: {wanted}?",
            fails="Nobody sits on {subject} for any of those that the law names: {wanted}.",
        ),
        "no_area": Reason(
            board="Who must take part depends on the area that {subject} {subject:is|are} for, which is not evidenced.",
            audit="No area of {subject} is recorded; only what the law asks everywhere was looked for.",
            ask="Which area {subject:is|are} {first} for?",
        ),
        "no_kind": Reason(
            board="Who must take part depends on how local government is arranged in {area}, which is not evidenced.",
            audit="Whether {area} has one tier of local government or two is not evidenced.",
            ask="Is {area} a unitary, metropolitan or London borough area, or one with a county and district councils?",
        ),
        "no_nation": Reason(
            board="Who must take part depends on the nation that {area} lies in, which is not evidenced.",
            audit="The nation of {area} is not evidenced.",
            ask="Does {area} lie in England or in Wales?",
        ),
        "neither": Reason(
            board="Who must take part depends on the nation and the kind of local government of {area}: not evidenced.",
            audit="Neither the nation nor the kind of local government of {area} is evidenced.",
            ask="Does {area} lie in England or in Wales, and has it one tier of local government or two?",
        ),
    },
    examples=(
        _example(
            "all four are there",
            f"{_ENGLAND}; {_ALL_OF_2003}",
            {
                "csp|the council for the area": "met",
                "csp|the chief officer of police": "met",
                "csp|the police authority": "met",
                "csp|the fire authority": "met",
                f"csp|{_PCT}": "na",
            },
        ),
        _example("nobody is known", _ENGLAND, {"csp|authorities": "query"}),
        _example(
            "the police are not the police authority",
            f"{_ENGLAND}; uc: unitary_council; pa: police_authority; uc, pa on csp",
            {"csp|the police authority": "met", "csp|the chief officer of police": "query"},
        ),
        _example(
            "a division sits for the chief officer",
            f"{_ENGLAND}; bcu: police_division; bcu on csp",
            {"csp|the chief officer of police": "met", "csp|the police authority": "query"},
        ),
        _example(
            "two tiers need both councils",
            f"{_TWO_TIER}; dc: district_council; dc on csp",
            {"csp|the district or borough council": "met", "csp|the county council": "query"},
        ),
        _example(
            "all agencies together",
            f"{_ENGLAND}; all: mixed umbrella set [asserted]; uc: unitary_council; uc on csp; all on csp [asserted]",
            {"csp|the council for the area": "met", "csp|the police authority": "partly"},
        ),
        _example(
            "members who are not named stand for nobody",
            f"{_ENGLAND}; reps: mixed umbrella set; reps on csp",
            {"csp|authorities": "query"},
        ),
        _example(
            "one officer for two authorities",
            f"{_ENGLAND}; x: post; pa: police_authority; fa: fire_authority; x in pa; x in fa; x on csp",
            {"csp|the police authority": "met", "csp|the fire authority": "met"},
        ),
        _example(
            "the fire service may sit for the authority",
            f"{_ENGLAND}; fs: fire_service; fs on csp",
            {"csp|the fire authority": "partly"},
        ),
        _example(
            "the list of members is complete",
            f"{_ENGLAND}; uc: unitary_council; uc on csp; complete membership of csp",
            {"csp|the council for the area": "met", "csp|the fire authority": "fail"},
        ),
        _example(
            "a complete list, and that the area lies in England only inferred",
            "v: area authority_type=unitary; claim v nation=England [inferred]; uc: unitary_council; "
            "csp: partnership functions=crime_and_disorder; csp covers v; uc on csp; complete membership of csp",
            {"csp|the fire authority": "query"},
        ),
        _example(
            "two sources differ on the kind of area",
            f"{_ENGLAND}; uc: unitary_council; uc on csp; claim v authority_type=two_tier",
            {"csp|the fire authority": "conflict"},
        ),
        _example(
            "the kind of area is asked for once",
            "v: area nation=England; a: partnership; b: partnership; a, b covers v",
            {"a v|kind of area": "query", "a|authorities": "query", "b|authorities": "query"},
        ),
        _example(
            "each by its own area, and each area once",
            "s: area nation=Scotland; v: area; w: area; a: partnership; b: partnership; c: partnership; a covers s; "
            "b covers v; c covers v; c covers w",
            {"a|authorities": "na", "b v|kind of area": "query", "c w|kind of area": "query"},
        ),
        _example(
            "another nation",
            "v: area nation=Scotland authority_type=unitary; csp: partnership; csp covers v",
            {"csp|authorities": "na"},
        ),
        _example("before the law", f"{_ENGLAND}; as of 1997-05-01", {"csp|authorities": "na"}),
        _example(
            "trusts once the order is made", f"{_ENGLAND}; {_ALL_OF_2003}; as of 2004-04-30", {f"csp|{_PCT}": "query"}
        ),
        _example(
            "a health authority in Wales",
            f"v: area nation=Wales authority_type=unitary; {_CSP}; ha: health_authority; ha on csp",
            {"csp|the health authority": "met"},
        ),
    ),
)
