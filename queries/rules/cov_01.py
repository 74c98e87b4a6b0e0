"""COV-01: authorities that the law makes responsible, and that nobody is evidenced to sit for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from graphmodel.evidence import What
from queries import reads
from queries.case import Case
from queries.outcome import Outcome, Severity, Words, holds, lacks, not_applicable
from queries.partnership.authorities import Duty
from queries.partnership.councils import Districts, asked_of_place
from queries.partnership.coverage import Asked, Sitting, Tables, asked_of, crime_partnerships, laid_over
from queries.partnership.partnerships import Localities
from queries.rule import Example, Family, Nature, Reason, Rule
from queries.wording import joined

_ALL = "authorities"


def check(case: Case) -> Iterator[Outcome]:
    """Go through the authorities of each partnership; what is not known of its area is asked once, beside them."""
    tables, places, districts = Tables(case), Localities(case), Districts(case)
    asked: set[str] = set()
    over = laid_over(case, case.population)
    for partnership in case.population:
        if partnership in over:
            why = "The duty that the law lays on authorities stays with the partnerships that it lies over."
            yield not_applicable(partnership, why, aspect=_ALL)
            continue
        place = places.of((partnership,))
        named = asked_of(case, place)
        if not named:
            yield not_applicable(partnership, "The law names no authority for it on the day.", aspect=_ALL)
            continue
        yield from _authorities(partnership, tables, named, districts)
        yield from asked_of_place(case, partnership, place, asked)


def _authorities(partnership: str, tables: Tables, named: tuple[Asked, ...], districts: Districts) -> Iterator[Outcome]:
    for one in named:
        if one.authority.status is Duty.EXPECTED_SOON:
            why = f"The law does not yet make {one.authority.name} a responsible authority. {one.authority.note or ''}"
            yield not_applicable(partnership, why.strip(), aspect=one.authority.name)
    required = [one for one in named if one.authority.status is Duty.REQUIRED]
    sitting = tables.required(partnership, named)
    words: Words = {"wanted": joined(tables.open(sitting))}
    if required and not any(sitting.values()):
        facts = tuple(dict.fromkeys(fact for one in required for fact in one.facts))
        yield lacks(partnership, (What.MEMBERSHIP,), aspect=_ALL, reason="none", facts=facts, words=words)
        return
    general = [one.authority.name for one in required if (found := sitting[one.authority.name]) and found.general]
    if general:
        yield _in_general(partnership, general, sitting, words)
    for one in required:
        name, found = one.authority.name, sitting[one.authority.name]
        bodies = tables.bodies(partnership, one.authority.kinds)
        if name not in general and found and (short := districts.without_council(one, bodies)):
            told = {**words, "authority": name, "areas": short[0], "body": tuple(sorted(bodies))}
            yield lacks(partnership, (What.MEMBERSHIP,), aspect=name, reason="fewer", facts=short[1], words=told)
        elif name not in general:
            yield _authority(partnership, one, found, words)


def _in_general(partnership: str, names: list[str], sitting: Mapping[str, Sitting | None], words: Words) -> Outcome:
    """One question for all that are covered only by what is said of everybody."""
    found = [one for name in names if (one := sitting[name])]
    bodies = tuple(dict.fromkeys(body for one in found for body in one.bodies))
    return holds(
        partnership,
        tuple(dict.fromkeys(fact for one in found for fact in one.facts)),
        needs=(What.MEMBERSHIP,),
        aspect=_ALL,
        reason="general",
        weaker=True,
        words={**words, "authority": joined(names), "body": bodies},
    )


def _authority(partnership: str, one: Asked, found: Sitting | None, words: Words) -> Outcome:
    name = one.authority.name
    told = {**words, "authority": name}
    if found is None:
        return lacks(partnership, (What.MEMBERSHIP,), aspect=name, facts=one.facts, words=told)
    reason = "empty" if found.empty else "through" if found.weaker else "met"
    told = {**told, "body": found.bodies}
    needs = (What.MEMBERSHIP,)
    return holds(partnership, found.facts, needs=needs, aspect=name, reason=reason, weaker=found.weaker, words=told)


_CSP = "csp: partnership functions=crime_and_disorder; csp covers v"
_ENGLAND = f"v: area nation=England authority_type=unitary; {_CSP}"
_TWO_TIER = f"v: area nation=England authority_type=two_tier; {_CSP}"
_ALL_OF_2003 = (
    "uc: unitary_council; force: police_force; pa: police_authority; fa: fire_authority; uc, force, pa, fa on csp"
)
_COUNCIL, _TRUST = "csp|the council for the area", "csp|the Primary Care Trust"
_DISTRICT, _COUNTY = "csp|the district or borough council", "csp|the county council"
_POLICE, _POLICE_AUTHORITY = "csp|the chief officer of police", "csp|the police authority"
_FIRE = "csp|the fire authority"
_example = partial(Example, profile="dat-cdrp-2003")

_READS = (
    reads.GROUPS, reads.ENTITIES, reads.SEATS, reads.POSTS, reads.HOMES, reads.HOLDERS, reads.PARTS,
    reads.LINES, reads.AREAS, reads.PLACES, reads.EVENTS, reads.ORIGINALS, reads.CLAIMS, reads.COMPLETE,
)  # fmt: skip

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
        "One officer may sit for two authorities. A fire service often sits for the fire authority: confirm it. Each "
        "district has its own council, and as many are wanted as there are areas; which council is for which area is "
        "not looked at. An empty seat counts in part. What lies over partnerships that go on has no duty of its own."
    ),
    reads=_READS,
    population=crime_partnerships,
    check=check,
    properties=("capacity", "on_behalf_of", "authority_type", "nation", "vacant_since"),
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
            board="{subject} {subject:is|are} said to have everybody at the table; not named are {authority}.",
            audit="Covered only by what is said in general of {body}: {authority}.",
            ask="Who are the members of {subject}, and who among them sits for these: {wanted}?",
        ),
        "empty": Reason(
            board="{body} {body:has|have} a seat on {subject} that is recorded as vacant.",
            audit="The seat on {subject} for {authority} is recorded as vacant: {body}.",
            ask="Who are the members of {subject}, and who among them sits for these: {wanted}?",
        ),
        "fewer": Reason(
            board="{subject} {subject:is|are} for {areas}; of their councils only {body} {body:is|are} evidenced.",
            audit="Fewer councils than areas have a seat on {subject}. Areas: {areas}; councils: {body}.",
            ask="Who are the members of {subject}, and which of them is the council for each of {areas}?",
            fails="Of the councils for {areas} only {body} {body:sits|sit} on {subject}.",
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
            board="Who must take part depends on what is not evidenced of {area}: {lacking}.",
            audit="Not evidenced of {area}, and it decides who must take part: {lacking}.",
            ask="{asks}?",
        ),
    },
    examples=(
        _example(
            "all four are there",
            f"{_ENGLAND}; {_ALL_OF_2003}",
            {_COUNCIL: "met", _POLICE: "met", _POLICE_AUTHORITY: "met", _FIRE: "met", _TRUST: "na"},
        ),
        _example("nobody is known", _ENGLAND, {"csp|authorities": "query"}),
        _example(
            "the police are not the police authority",
            f"{_ENGLAND}; uc: unitary_council; pa: police_authority; uc, pa on csp",
            {_POLICE_AUTHORITY: "met", _POLICE: "query"},
        ),
        _example(
            "a division sits for the chief officer",
            f"{_ENGLAND}; bcu: police_division; bcu on csp",
            {_POLICE: "met", _POLICE_AUTHORITY: "query"},
        ),
        _example(
            "each district has its own council",
            f"{_TWO_TIER}; w: area nation=England authority_type=two_tier; csp covers w; x: district_council; "
            "cc: county_council; x, cc on csp; complete membership of csp",
            {_DISTRICT: "fail", _COUNTY: "met"},
        ),
        _example(
            "the councils of all districts in a wider area, and of some of them",
            f"{_TWO_TIER}; a: area; b: area; a part of v; b part of v [inferred]; x: district_council; y: "
            "borough_council; x, y on csp; c: partnership functions=crime_and_disorder; c covers v; y on c; "
            "complete membership of c",
            {_DISTRICT: "met", "c|the district or borough council": "query"},
        ),
        _example(
            "several councils under one name, and two where there are three",
            f"{_TWO_TIER}; a: area; b: area; d: area; a part of v; b part of v; d part of v; x: district_council "
            "set; x on csp; c: partnership functions=crime_and_disorder; c covers v; y: district_council set count=2; "
            "y on c",
            {_DISTRICT: "met", "c|the district or borough council": "query"},
        ),
        _example(
            "an empty seat, and an empty post",
            f"{_ENGLAND}; force: police_force; force on csp [vacant_since=2002]; fa: fire_authority; x: post "
            "vacant_since=2003-01; x in fa; x on csp; pa: police_authority; pa on csp [vacant_since=2004]",
            {_POLICE: "partly", _FIRE: "partly", _POLICE_AUTHORITY: "met"},
        ),
        _example(
            "laid over partnerships that keep the duty",
            f"{_ENGLAND}; a: partnership functions=crime_and_disorder; a covers v; overlay csp=yes into a",
            {"a|authorities": "na", "csp|authorities": "query"},
        ),
        _example(
            "two tiers need both councils",
            f"{_TWO_TIER}; dc: district_council; dc on csp",
            {_DISTRICT: "met", _COUNTY: "query"},
        ),
        _example(
            "all agencies together",
            f"{_ENGLAND}; all: mixed umbrella set [asserted]; uc: unitary_council; uc on csp; all on csp [asserted]",
            {_COUNCIL: "met", "csp|authorities": "partly"},
        ),
        _example(
            "members who are not named stand for nobody",
            f"{_ENGLAND}; reps: mixed umbrella set; reps on csp",
            {"csp|authorities": "query"},
        ),
        _example(
            "one officer for two authorities",
            f"{_ENGLAND}; x: post; pa: police_authority; fa: fire_authority; x in pa; x in fa; x on csp",
            {_POLICE_AUTHORITY: "met", _FIRE: "met"},
        ),
        _example(
            "the fire service may sit for the authority", f"{_ENGLAND}; fs: fire_service; fs on csp", {_FIRE: "partly"}
        ),
        _example(
            "the list of members is complete",
            f"{_ENGLAND}; uc: unitary_council; uc on csp; complete membership of csp",
            {_COUNCIL: "met", _FIRE: "fail"},
        ),
        _example(
            "a complete list, and that the area lies in England only inferred",
            "v: area authority_type=unitary; claim v nation=England [inferred]; uc: unitary_council; "
            "csp: partnership functions=crime_and_disorder; csp covers v; uc on csp; complete membership of csp",
            {_FIRE: "query"},
        ),
        _example(
            "two sources differ on the kind of area",
            f"{_ENGLAND}; uc: unitary_council; uc on csp; claim v authority_type=two_tier",
            {_FIRE: "conflict"},
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
        _example("trusts once the order is made", f"{_ENGLAND}; {_ALL_OF_2003}; as of 2004-04-30", {_TRUST: "query"}),
        _example(
            "a health authority in Wales",
            f"v: area nation=Wales authority_type=unitary; {_CSP}; ha: health_authority; ha on csp",
            {"csp|the health authority": "met"},
        ),
        _example(
            "police in general", f"{_ENGLAND}; p: police_force umbrella set; p on csp", {"csp|authorities": "partly"}
        ),
    ),
)
