"""COV-03: areas that no crime and disorder partnership is evidenced for, or more than one."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from functools import partial

from graphmodel.evidence import What
from queries.case import Case
from queries.outcome import Outcome, Says, Severity, differs, holds, lacks, not_applicable, seen
from queries.partnership.cover import Cover, hang_together, nearest
from queries.partnership.coverage import overlays
from queries.reads import AREAS, CLAIMS, COMPLETE, ENTITIES, EVENTS, GROUPS, LINES, PARTS, PLACES
from queries.reads.ties import TieRow
from queries.rule import Example, Family, Nature, Reason, Rule

_OF_THE_ACT = ("England", "Wales", "")


def smallest(case: Case) -> tuple[str, ...]:
    """Return the areas on record that hold no other: districts where they are recorded, else the whole."""
    areas = {area.fact for area in case.in_force(PLACES) if area.current != "no"}
    wider = {tie.finish for tie in case.in_force(PARTS) if tie.start in areas}
    return tuple(sorted(areas - wider))


def check(case: Case) -> Iterator[Outcome]:
    """Count the partnerships of each area at the nearest level; one laid over others is not a second."""
    cover = Cover(case)
    over = overlays(case)
    for area in case.population:
        row = cover.areas[area]
        if row.nation not in _OF_THE_ACT:
            yield not_applicable(area, "The areas of crime and disorder partnerships are those of England and Wales.")
        elif not cover.partnerships:
            yield not_applicable(area, "No crime and disorder partnership is recorded with the area that it is for.")
        else:
            yield _one_area(case, area, cover, over)
    yield from _adjoining(case, cover)
    yield from _pairing(case, cover, over)


def _one_area(case: Case, area: str, cover: Cover, over: Collection[str]) -> Outcome:
    ties, way = nearest(area, cover.partnerships, cover.wholes)
    kind = cover.areas[area].authority_type
    perhaps_county = kind in ("", "two_tier") and area not in cover.wholes
    if perhaps_county and not ties and area in cover.teams:
        why = "A drug action team is recorded for it and no other partnership: it is read as a county."
        return not_applicable(area, why)
    known = _area(case, area, ties, way, over)
    return _district_or_county(case, area, known) if perhaps_county and kind else known


def _district_or_county(case: Case, area: str, known: Outcome) -> Outcome:
    """Two tiers, and no other area within it or around it: what it is decides how many partnerships it has."""
    if known.reason == "met":
        return replace(known, reason="met_if_district", weaker=True, severity=Severity.LOW)
    if known.says is Says.LACKS and not case.complete(area, What.AREA):
        return replace(known, reason="district", severity=Severity.MEDIUM)
    if known.says is Says.LACKS or known.reason == "several":
        reason = "district" if known.says is Says.LACKS else "several_if_district"
        return replace(known, says=Says.BREAKS, reason=reason, severity=Severity.MEDIUM, weaker=True)
    return known


def _area(case: Case, area: str, ties: list[TieRow], way: tuple[str, ...], over: Collection[str]) -> Outcome:
    under = [tie for tie in ties if tie.start not in over]
    sets = [tie for tie in under if case.entities[tie.start].set]
    several = [tie for tie in sets or under if not case.chains.above(tie.start) & {other.start for other in under}]
    if not several:
        facts = tuple(tie.fact for tie in ties)
        return lacks(area, (What.AREA,), reason="only_over" if ties else "lacks", context=facts)
    words = {"partnership": tuple(sorted(tie.start for tie in several))}
    facts = tuple(fact for tie in several for fact in (tie.fact, *case.vouching(tie.start, "functions")))
    if len(several) > 1:
        return differs((area,), "several", (*facts, *way), words=words, severity=Severity.MEDIUM)
    reason = "parts" if sets else "met"
    return holds(area, (*facts, *way), needs=(What.AREA,), reason=reason, words=words)


def _adjoining(case: Case, cover: Cover) -> Iterator[Outcome]:
    """Of a partnership for several areas, tell whether they adjoin; where any neighbours are not known, say nothing."""
    for partnership, areas in sorted(cover.under().items()):
        if case.entities[partnership].set or not all(cover.areas[area].adjoins for area in areas):
            continue
        joined_up = hang_together(areas, cover.areas)
        claims = (claim for area in areas for claim in case.vouching(area, "adjoins"))
        yield holds(
            partnership,
            tuple(dict.fromkeys((*areas.values(), *claims))),
            aspect="neighbours",
            reason="adjoin" if joined_up else "apart",
            weaker=not joined_up,
            words={"areas": tuple(sorted(areas))},
        )


def _pairing(case: Case, cover: Cover, over: Collection[str]) -> Iterator[Outcome]:
    """Tell how many crime and disorder partnerships face each drug action team that is not one itself."""
    for team, found in sorted(cover.facing().items()):
        known = {group: facts for group, facts in sorted(found.items()) if group not in over}
        if not known or any(case.entities[one].set for one in (team, *known)):
            continue
        yield seen(
            (team,),
            "pairing",
            tuple(dict.fromkeys(fact for facts in known.values() for fact in facts)),
            aspect="pairing",
            figures={"partnerships": (len(known), 1)},
            words={"partnerships": tuple(known), "number": str(len(known))},
            severity=Severity.INFORMATION,
        )


_CDRP = "cdrp: partnership functions=crime_and_disorder"
_TWO = f"{_CDRP}; v: area; w: area; cdrp covers v"
_OVER = "csp: partnership functions=crime_and_disorder; csp covers v"
_example = partial(Example, profile="dat-cdrp-2003")

RULE = Rule(
    id="COV-03",
    title="Area without exactly one crime and disorder partnership",
    family=Family.COVERAGE,
    nature=Nature.REQUIREMENT,
    severity=Severity.HIGH,
    clauses=("crime-and-disorder-act-1998#s5.areas", "guidance-2003-11-21#1.4.pairing", "letter-2003-10-21#p4"),
    why="An area without a partnership has nobody who answers for its strategy; with two, nobody knows which.",
    remedy="Correct the areas on record, or agree which partnership the area belongs to.",
    who="The chairs of the partnerships, with the council of the area.",
    trap=(
        "A county partnership laid over those of the districts is not a second one, nor is a sub-group. A partnership "
        "for a wider area covers the districts in it. Only areas on record are looked at, and areas of one "
        "partnership are held against each other only where the neighbours of all of them are recorded. A county has "
        "no such partnership: where an area of two tiers may be one, that is asked. How many partnerships face a drug "
        "action team is told, and is no fault."
    ),
    reads=(GROUPS, ENTITIES, AREAS, PLACES, PARTS, LINES, EVENTS, CLAIMS, COMPLETE),
    population=smallest,
    check=check,
    properties=("functions", "nation"),
    reasons={
        "met": Reason(
            board="{subject} {subject:has|have} one crime and disorder partnership: {partnership}.",
            audit="{partnership} {partnership:covers|cover} {subject}, and no other of its kind does.",
            ask="Is {partnership} the crime and disorder partnership for {subject}?",
        ),
        "parts": Reason(
            board="{partnership} cover {subject}, each a part of it.",
            audit="{partnership} cover {subject} between them; which part each is for is not looked at.",
            ask="Do {partnership} between them cover the whole of {subject}, each place once?",
        ),
        "lacks": Reason(
            board="Which crime and disorder partnership is for {subject} is not evidenced.",
            audit="None of the crime and disorder partnerships on record covers {subject}, or an area that it lies in.",
            ask="Which crime and disorder partnership is for {subject}?",
            fails="{subject} {subject:has|have} no crime and disorder partnership.",
        ),
        "only_over": Reason(
            board="Only a partnership laid over others is evidenced for {subject}; its own is not.",
            audit="What covers {subject} was laid over other partnerships, and none of those is recorded for it.",
            ask="Which crime and disorder partnership is for {subject} itself?",
            fails="{subject} {subject:has|have} no crime and disorder partnership of its own.",
        ),
        "several": Reason(
            board="{partnership} are each recorded as the crime and disorder partnership for {subject}.",
            audit="More than one crime and disorder partnership covers {subject}, none of them within another.",
            ask="Which of {partnership} is the crime and disorder partnership for {subject}?",
        ),
        "district": Reason(
            board="No crime and disorder partnership is evidenced for {subject}; if it is a county, it has none.",
            audit="Nobody covers {subject}. A district has its own partnership, a county has those of its districts.",
            ask="Is {subject} a district, and which crime and disorder partnership is for it, or is it a county?",
            fails="{subject} {subject:has|have} no crime and disorder partnership.",
        ),
        "met_if_district": Reason(
            board="{partnership} {partnership:is|are} for {subject}; whether that is a district or a county is open.",
            audit="{partnership} {partnership:covers|cover} {subject}; a county would have one for each district.",
            ask="Is {subject} a district, or a county whose districts have partnerships of their own?",
        ),
        "several_if_district": Reason(
            board="{partnership} are each recorded for {subject}; whether that is a district or a county is open.",
            audit="More than one covers {subject}: a fault if it is a district, and as it should be if it is a county.",
            ask="Is {subject} a district, or a county whose districts have these partnerships: {partnership}?",
        ),
        "pairing": Reason(
            board="{subject} {subject:works|work} beside {partnerships} ({number} to 1).",
            audit="Crime and disorder partnerships in the area of {subject}: {number} ({partnerships}).",
        ),
        "adjoin": Reason(
            board="The areas of {subject} adjoin.", audit="The areas of {subject} adjoin each other: {areas}."
        ),
        "apart": Reason(
            board="The areas of {subject} are not all recorded as neighbours of each other.",
            audit="By the neighbours on record, {areas} do not hang together.",
            ask="Do {areas} adjoin each other?",
        ),
    },
    examples=(
        _example("one area, one partnership", f"{_CDRP}; v: area; cdrp covers v", {"v": "met"}),
        _example(
            "a partnership for a wider area",
            f"{_CDRP}; v part of s; w part of s; s: area; v: area; w: area; cdrp covers s",
            {"v": "met", "w": "met"},
        ),
        _example("an area that none covers", _TWO, {"v": "met", "w": "query"}),
        _example("the list of areas is complete", f"{_TWO}; complete area of w", {"w": "fail"}),
        _example("two for the same area", f"{_CDRP}; {_OVER}; v: area; cdrp covers v", {"v": "conflict"}),
        _example(
            "one of the two is only inferred", f"{_CDRP}; {_OVER}; v: area; cdrp covers v [inferred]", {"v": "query"}
        ),
        _example(
            "a county partnership laid over those of the districts",
            f"{_CDRP}; {_OVER}; v: area; cdrp covers v; overlay cdrp=yes into csp",
            {"v": "met"},
        ),
        _example(
            "a county partnership beside those of the districts",
            f"{_CDRP}; csp: partnership functions=crime_and_disorder; k: area; v: area; v part of k; csp covers k; "
            "cdrp covers v",
            {"v": "met"},
        ),
        _example(
            "a sub-group is not a second",
            f"{_CDRP}; v: area; cdrp covers v; sub: group functions=crime_and_disorder; sub part of cdrp; sub covers v",
            {"v": "met"},
        ),
        _example("that it covers it is only inferred", f"{_CDRP}; v: area; cdrp covers v [inferred]", {"v": "partly"}),
        _example("no partnership has an area on record", f"{_CDRP}; v: area", {"v": "na"}),
        _example(
            "two tiers, and the area may be a county",
            f"{_CDRP}; t: partnership functions=drugs; v: area two_tier; w: area two_tier; x: area two_tier; "
            "y: area two_tier; cdrp covers v; t covers w; complete area of x",
            {"v": "partly", "w": "na", "x": "query", "y": "query"},
        ),
        _example(
            "several, and the area may be a county",
            f"{_CDRP}; {_OVER}; v: area two_tier; cdrp covers v",
            {"v": "query"},
        ),
        _example(
            "two districts of a county with one drug action team",
            f"{_CDRP}; {_OVER}; k: area; v: area two_tier; w: area two_tier; v part of k; w part of k; cdrp covers w; "
            "t: partnership functions=drugs; t covers k; s: partnership functions=drugs set; s covers k",
            {"v": "met", "w": "met", "t|pairing": "observed"},
        ),
        _example(
            "areas that adjoin, and areas that do not",
            f"{_CDRP}; a: partnership functions=crime_and_disorder; v: area adjoins=w; w: area adjoins=v; "
            "x: area adjoins=y; y: area adjoins=x; z: area adjoins=y; cdrp covers v; cdrp covers w; a covers x; "
            "a covers z; b: partnership functions=crime_and_disorder; o: area; p: area; b covers o; b covers p",
            {"cdrp|neighbours": "met", "a|neighbours": "partly"},
        ),
    ),
)
