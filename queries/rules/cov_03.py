"""COV-03: areas that no crime and disorder partnership is evidenced for, or more than one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from functools import partial

from graphmodel.evidence import What
from graphmodel.kinds import Function
from queries.case import Case
from queries.coverage import overlays
from queries.outcome import Outcome, Severity, differs, holds, lacks, not_applicable
from queries.reads import AREAS, CLAIMS, COMPLETE, ENTITIES, EVENTS, GROUPS, LINES, PARTS, PLACES
from queries.reads.places import PlaceRow
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
    partnerships = {group for group, row in case.groups.items() if Function.CRIME_AND_DISORDER in row.functions}
    covers: dict[str, list[TieRow]] = defaultdict(list)
    for tie in case.in_force(AREAS):
        if tie.start in partnerships:
            covers[tie.finish].append(tie)
    rows = {area.fact: area for area in case.in_force(PLACES)}
    wholes: dict[str, list[TieRow]] = defaultdict(list)
    for tie in case.in_force(PARTS):
        if tie.start in rows:
            wholes[tie.start].append(tie)
    over = overlays(case)
    for area in case.population:
        if rows[area].nation not in _OF_THE_ACT:
            yield not_applicable(area, "The areas of crime and disorder partnerships are those of England and Wales.")
        elif not covers:
            yield not_applicable(area, "No crime and disorder partnership is recorded with the area that it is for.")
        else:
            yield _area(case, area, *_nearest(area, covers, wholes), over)
    yield from _adjoining(case, covers, wholes, rows)


def _nearest(
    area: str, covers: Mapping[str, list[TieRow]], wholes: Mapping[str, list[TieRow]]
) -> tuple[list[TieRow], tuple[str, ...]]:
    """Return who covers an area itself, else the nearest wider area that anybody covers, and the ties on the way."""
    level: dict[str, tuple[str, ...]] = {area: ()}
    seen = {area}
    while level:
        found = sorted((tie, here) for here in level for tie in covers.get(here, ()))
        if found:
            return [tie for tie, _ in found], level[found[0][1]]
        up = {tie.finish: (*way, tie.fact) for here, way in level.items() for tie in wholes.get(here, ())}
        level = {wider: way for wider, way in up.items() if wider not in seen}
        seen |= set(level)
    return [], ()


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


def _adjoining(
    case: Case,
    covers: Mapping[str, list[TieRow]],
    wholes: Mapping[str, list[TieRow]],
    rows: Mapping[str, PlaceRow],
) -> Iterator[Outcome]:
    """Of a partnership for several areas, tell whether they adjoin; where any neighbours are not known, say nothing."""
    inner: dict[str, list[str]] = defaultdict(list)
    for part, ties in wholes.items():
        for tie in ties:
            inner[tie.finish].append(part)
    under: dict[str, dict[str, str]] = defaultdict(dict)
    for area, ties in covers.items():
        for tie in ties:
            for part in inner.get(area) or [area]:
                under[tie.start].setdefault(part, tie.fact)
    for partnership, areas in sorted(under.items()):
        _, *others = areas
        if not others or case.entities[partnership].set or not all(rows[area].adjoins for area in areas):
            continue
        joined_up = _hang_together(areas, rows)
        yield holds(
            partnership,
            tuple(
                dict.fromkeys((*areas.values(), *(claim for area in areas for claim in case.vouching(area, "adjoins"))))
            ),
            aspect="neighbours",
            reason="adjoin" if joined_up else "apart",
            weaker=not joined_up,
            words={"areas": tuple(sorted(areas))},
        )


def _hang_together(areas: Collection[str], rows: Mapping[str, PlaceRow]) -> bool:
    """Tell whether each area can be reached from the others over common borders, whichever side names them."""
    beside: dict[str, set[str]] = defaultdict(set)
    for area in areas:
        for other in rows[area].adjoins:
            beside[area].add(other)
            beside[other].add(area)
    first, *_ = areas
    found, queue = {first}, [first]
    while queue:
        for other in beside[queue.pop()] & set(areas) - found:
            found.add(other)
            queue.append(other)
    return found == set(areas)


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
        "partnership are held against each other only where the neighbours of all of them are recorded."
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
            "areas that adjoin, and areas that do not",
            f"{_CDRP}; a: partnership functions=crime_and_disorder; v: area adjoins=w; w: area adjoins=v; "
            "x: area adjoins=y; y: area adjoins=x; z: area adjoins=y; cdrp covers v; cdrp covers w; a covers x; "
            "a covers z",
            {"cdrp|neighbours": "met", "a|neighbours": "partly"},
        ),
    ),
)
