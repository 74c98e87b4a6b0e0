"""DAT-01: what makes the evidence itself hard to rely on."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator

from graphmodel.dates import earliest, latest, months_later
from queries.case import Case
from queries.engines.base import FactId
from queries.outcome import Outcome, Says, Severity, not_applicable
from queries.reads import AREAS, CLAIMS, ENTITIES, RESTS, SOURCES
from queries.reads.entities import EntityRow
from queries.reads.rests import RestRow
from queries.rule import Example, Family, Nature, Reason, Rule
from queries.wording import day_in_words

_MOST = 20
"""Facts that a finding names one by one: a report must not grow with what is wrong in a large file."""
_NAMED = 3
"""Things that a sentence names: the others are among the facts."""


def whole_file(case: Case) -> tuple[str, ...]:
    """Return the structure itself: the evidence is looked at as a whole, one finding for each kind of fault."""
    return (case.head.id,)


def check(case: Case) -> Iterator[Outcome]:
    """Look for each kind of fault, and say each once for the whole file."""
    rests = [row for row in case.in_force(RESTS) if row.current != "no"]
    sourced = bool(case.head.source) or any(row.source for row in rests)
    if not sourced:
        why = "No source is named, so that nothing can be traced to one."
        yield not_applicable(case.head.id, why, aspect="sources")
    elif not case.head.source:
        yield from _found(case, "sources", [row.fact for row in rests if not row.source])
    if any(row.locator for row in rests):
        of_a_source = (row for row in rests if row.source or case.head.source)
        yield from _found(case, "places", [row.fact for row in of_a_source if not row.locator])
    yield from _dates(case, rests)
    yield from _found(case, "names", _alike(case))
    yield from _found(case, "counts", _uncounted(case))
    yield from _claims(case)
    yield from case.the_rest("Nothing of the kind in what is known.")


def _found(case: Case, aspect: str, facts: Collection[FactId], *, certain: bool = False) -> Iterator[Outcome]:
    """Bundle what is wrong in one way. Only what cannot be so is certain; the rest is for somebody to confirm."""
    if facts:
        shown = tuple(facts)[:_MOST]
        which = _told_of(case, shown)
        yield Outcome(
            Says.BREAKS,
            (case.head.id,),
            aspect,
            aspect,
            shown,
            words={
                "number": str(len(facts)),
                "things": "One thing" if len(facts) == 1 else f"{len(facts)} things",
                "all": which,
                "which": which[:_NAMED],
                "more": ", to begin with" if len(which) > _NAMED or len(facts) > len(shown) else "",
                "limit": day_in_words(_limit(case)),
            },
            weaker=not certain,
        )


def _told_of(case: Case, facts: Collection[FactId]) -> tuple[str, ...]:
    """Return the things that facts are about: themselves, or what a relation starts from; else the whole."""
    starts = (fact if fact in case.entities else [*fact.split(" "), ""][1] for fact in facts)
    return tuple(dict.fromkeys(start for start in starts if start in case.entities)) or (case.head.id,)


def _dates(case: Case, rests: list[RestRow]) -> Iterator[Outcome]:
    """Look at when facts were recorded: long ago, or before the source that they are said to come from was written."""
    written = {row.fact: earliest(row.date) for row in case.in_force(SOURCES) if row.date}
    dated = [row for row in rests if row.captured_on]
    limit = _limit(case)
    early = [row for row in dated if latest(row.captured_on) < written.get(row.source or case.head.source or "", "")]
    firm = [row.fact for row in early if not case.weak((row.fact,))]
    yield from _found(case, "order", firm or [row.fact for row in early], certain=bool(firm))
    apart = {row.fact for row in early}
    aged = [row.fact for row in dated if row.fact not in apart and latest(row.captured_on) < limit]
    yield from _found(case, "age", aged)


def _limit(case: Case) -> str:
    """Return the day before which what was recorded has aged, so many months before the day that is asked about."""
    return months_later(case.as_of, -int(case.settings["months"]))


def _alike(case: Case) -> list[FactId]:
    """Return bodies of one kind, and groups for one place, that go by the same name: perhaps one under two ids.

    Another name of one counts where it is the name of the other: many have the same abbreviation.
    """
    areas: dict[str, list[str]] = defaultdict(list)
    for tie in case.in_force(AREAS):
        areas[tie.start].append(tie.finish)
    alike: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    also: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for row in case.in_force(ENTITIES):
        if row.type in ("body", "group") and row.fact in case.present:
            for place in areas.get(row.fact) or [row.kind if row.type == "body" else ""]:
                alike[row.type, _plain(row.name), place].add(row.fact)
                for alias in row.aliases:
                    also[row.type, _plain(alias), place].add(row.fact)
    found = (facts | also[key] for key, facts in alike.items() if key[1])
    return list(dict.fromkeys(fact for facts in found if len(facts) > 1 for fact in sorted(facts)))


def _plain(name: str) -> str:
    words = re.sub(r"[^\w]+", " ", name.casefold().replace("&", " and ")).split()
    return " ".join(word for word in words if word != "the")


def _uncounted(case: Case) -> list[FactId]:
    return [row.fact for row in case.in_force(ENTITIES) if row.fact in case.present and _is_uncounted(case, row)]


def _is_uncounted(case: Case, row: EntityRow) -> bool:
    several = row.type in ("body", "group") and row.kind != "meeting_series" and row.set and not row.umbrella
    return several and row.how_many is None and not case.vouching(row.fact, "count")


def _claims(case: Case) -> Iterator[Outcome]:
    """Name what sources tell in two ways, where no rule judges by it: a rule that does asks itself."""
    asked = dict.fromkeys((row.about, row.property) for row in case.rows(CLAIMS) if row.property not in case.judged)
    facts = {fact: name for about, name in asked for fact in case.differing(about, name)}
    if facts:
        shown = tuple(facts)[:_MOST]
        told = ", ".join(dict.fromkeys(name.replace("_", " ") for name in facts.values()))
        of = _told_of(case, [about for about, name in asked if case.differing(about, name)])[:_NAMED]
        yield Outcome(Says.DIFFERS, (case.head.id,), "claims", "claims", shown, words={"told": told, "which": of})


_FROM = "structure source=s; s: source date=2003-06-01"

RULE = Rule(
    id="DAT-01",
    title="Evidence that needs looking after",
    family=Family.EVIDENCE,
    nature=Nature.PROHIBITION,
    severity=Severity.LOW,
    clauses=("practice#evidence", "letter-2003-10-21#p3"),
    why="A map is worth what its evidence is worth: old, nameless or doubled facts mislead without looking wrong.",
    remedy="Name the source, confirm what is old, and say of two that look alike whether they are one.",
    who="Whoever keeps the map.",
    trap=(
        "What is not recorded is no fault. Where a file names no source at all, facts cannot be held against one; "
        "where it gives no places in its sources, none is asked for. Two of the same name are never taken for one by "
        "themselves. What sources tell in two ways is asked about by the rule that judges by it; here only what none "
        "does. How old is old is a convention."
    ),
    reads=(ENTITIES, RESTS, SOURCES, AREAS, CLAIMS),
    population=whole_file,
    check=check,
    settings={"months": 12},
    reasons={
        "sources": Reason(
            board="{things} on the map cannot be traced to a source: {which}{more}.",
            audit="Facts without a source, in a file that has sources: {number}. They are about {which}{more}.",
            ask="Which source do the facts come from that name none ({number} in all: {which}{more})?",
        ),
        "places": Reason(
            board="{things} on the map cannot be found again in the source: {which}{more}.",
            audit="Facts with a source and no place in it, in a file that gives places: {number} ({which}{more}).",
            ask="Where in the source does each of these stand ({number} in all: {which}{more})?",
        ),
        "age": Reason(
            board="{things} on the map may be out of date, last confirmed before {limit}: {which}{more}.",
            audit="Facts recorded before {limit}: {number} ({which}{more}).",
            ask="Is what was recorded before {limit} still so ({number} in all: {which}{more})?",
        ),
        "order": Reason(
            board="{things} on the map cannot be right, recorded before the source was written: {which}{more}.",
            audit="Facts recorded before the date of the source they rest on: {number} ({which}{more}).",
            ask="Which is wrong, the day of the source or that of the recording ({number} in all: {which}{more})?",
        ),
        "names": Reason(
            board="Some go by the same name and may be the same: {all}.",
            audit="Bodies of one kind, or groups for one place, with the same name: {number}.",
            ask="Are those of the same name one and the same: {all}?",
        ),
        "counts": Reason(
            board="How many there are of some is not evidenced: {all}.",
            audit="Entries that stand for several, without a number: {number}.",
            ask="How many are there of each of these: {all}?",
        ),
        "claims": Reason(
            board="Sources tell some things of {which} in two ways: {told}.",
            audit="Claims about {which} differ on what no rule judges by: {told}.",
            ask="Which of what is told of {which} in two ways is right: {told}?",
        ),
    },
    examples=(
        Example("everything rests on the source of the file", f"{_FROM}; a: group", {"example": "met"}),
        Example(
            "a place in the source for some, and none for another",
            f"{_FROM}; a: group [locator=p1]; b: group",
            {"example|places": "query"},
        ),
        Example(
            "places for all", "a: group [source=s, locator=p1]; s: source [source=s, locator=p1]", {"example": "met"}
        ),
        Example(
            "another name of one is the name of the other",
            f'{_FROM}; a: police_force "The Police"; b: police_force aliases=Police "Constabulary"',
            {"example|names": "query"},
        ),
        Example(
            "two with the same abbreviation",
            f'{_FROM}; a: voluntary aliases=CVS "One council"; b: voluntary aliases=CVS "Another"',
            {"example": "met"},
        ),
        Example("no source is named at all", "a: group", {"example|sources": "na"}),
        Example("some facts name no source", "a: group [source=s]; b: group", {"example|sources": "query"}),
        Example(
            "recorded before the source was written",
            f"{_FROM}; a: group [captured_on=2003-05-01]",
            {"example|order": "fail"},
        ),
        Example(
            "the same, of a fact that is only inferred",
            f"{_FROM}; a: group [inferred, captured_on=2003-05-01]",
            {"example|order": "query"},
        ),
        Example(
            "recorded long ago",
            f"{_FROM}; a: group [captured_on=2003-07-01]; as of 2005-01-01",
            {"example|age": "query"},
        ),
        Example(
            "two of the same name",
            f'{_FROM}; a: police_force "The Police"; b: police_force "Police"',
            {"example|names": "query"},
        ),
        Example("two posts of the same name", f'{_FROM}; a: post "Chair"; b: post "Chair"', {"example": "met"}),
        Example(
            "one of the two has ended",
            f'{_FROM}; a: police_force "The Police"; b: police_force "Police" [to=2003-01-01]',
            {"example": "met"},
        ),
        Example(
            "the same name in different places",
            f'{_FROM}; a: board "Area Board"; b: board "Area board"; v: area; w: area; a covers v; b covers w',
            {"example": "met"},
        ),
        Example("several, and nobody says how many", f"{_FROM}; a: group set", {"example|counts": "query"}),
        Example(
            "told in two ways, and no rule judges by it",
            f"{_FROM}; a: group; claim a colour=red; claim a colour=blue",
            {"example|claims": "conflict"},
        ),
        Example(
            "recorded on the day of the source, twelve months ago to the day",
            f"{_FROM}; a: group [captured_on=2003-06-01]; as of 2004-06-01",
            {"example": "met"},
        ),
        Example(
            "bodies of different kinds with one name",
            f'{_FROM}; a: private "CVS"; b: voluntary "CVS"; c: board "?"; d: forum "!"',
            {"example": "met"},
        ),
        Example(
            "groups of different kinds with one name",
            f'{_FROM}; a: board "X"; b: forum "X"',
            {"example|names": "query"},
        ),
        Example(
            "a tie that names no source",
            "a: group [source=s]; v: area [source=s]; a covers v",
            {"example|sources": "query"},
        ),
        Example(
            "three things without a source",
            "a: group [source=s]; b: post; c: post; d: post",
            {"example|sources": "query"},
        ),
        Example("four things", "a: group [source=s]; b: post; c: post; d: post; e: post", {"example|sources": "query"}),
    ),
)
