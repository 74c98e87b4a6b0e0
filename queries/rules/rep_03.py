"""REP-03: people who sit on more groups than they have time for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from queries.burden.load import YEAR, Load, load
from queries.burden.load_in_words import figures_of, hours_in_words
from queries.burden.places import HeldPlace
from queries.case import Case
from queries.outcome import Outcome, Says, Severity, not_applicable, seen
from queries.reads import CLAIMS, ENTITIES, GROUPS, HOLDERS, HOMES, SEATS
from queries.rule import Example, Family, Nature, Reason, Rule

_PEOPLE = ("post", "person")


def population(case: Case) -> tuple[str, ...]:
    """Return the people and posts who sit on a governance group."""
    return tuple(_held(case))


def check(case: Case) -> Iterator[Outcome]:
    """Count the groups that each sits on, and the hours as far as they are known."""
    for sitter, some in _held(case).items():
        one = load(some)
        if case.entities[sitter].set:
            yield not_applicable(sitter, "It stands for several people; which of them sits where is not known.")
        elif one.seats > case.settings["groups"]:
            yield _seen(sitter, some, one, "groups")
        elif one.hours > Fraction(str(case.settings["share"])) * YEAR:
            yield _seen(sitter, some, one, "hours")
        elif one.without_hours == one.seats:
            yield Outcome(Says.HOLDS, (sitter,), why="Sits on few groups; how much of a year they take cannot be told.")
        elif one.without_hours:
            yield Outcome(
                Says.HOLDS, (sitter,), why="Sits on few groups; as far as can be told, they take little of a year."
            )
    yield from case.the_rest("Sits on few groups, which take little of a year, in what is known.")


def _held(case: Case) -> Mapping[str, tuple[HeldPlace, ...]]:
    return {sitter: some for sitter, some in case.places_of_sitters.items() if case.entities[sitter].type in _PEOPLE}


def _seen(sitter: str, some: tuple[HeldPlace, ...], one: Load, reason: str) -> Outcome:
    return seen(
        (sitter,),
        reason,
        tuple(dict.fromkeys(fact for place in some for fact in place.facts)),
        figures=figures_of(one),
        words={
            "who": (sitter,),
            "number": f"{'at least ' if one.uncounted else ''}{one.seats}",
            "groups": tuple(place.group for place in some),
            "hours": hours_in_words(one),
        },
    )


RULE = Rule(
    id="REP-03",
    title="One person sits on many groups",
    family=Family.REPRESENTATION,
    nature=Nature.OBSERVATION,
    severity=Severity.MEDIUM,
    clauses=("practice#bain", "guidance-2003-11-21#3.2.b6"),
    why="Whoever sits everywhere has read little and decides late; and when they leave, many seats are empty at once.",
    remedy="Delegate some of the seats, with the authority to decide.",
    who="The person, with the body they sit for.",
    trap=(
        "Three groups and a fifth of working hours are conventions. A post and the one person known to hold it count "
        "as one; two people of the same name are told apart only if the file does. A post that stands for several "
        "people is not counted. Servicing and advising are not seats. Meetings that clash are not seen: when groups "
        "meet is not in the structure."
    ),
    reads=(GROUPS, ENTITIES, SEATS, HOMES, HOLDERS, CLAIMS),
    population=population,
    check=check,
    settings={"groups": 3, "share": 0.2},
    reasons={
        "groups": Reason(
            board="{who} {who:sits|sit} on {number} groups: {groups}. {hours}",
            audit="{who} {who:has|have} known seats on {number} groups: {groups}. {hours}",
            ask="Which of the {number} seats could {who} delegate, and to whom?",
        ),
        "hours": Reason(
            board="The meetings of {groups} take a large part of the working year of {who}. {hours}",
            audit="The known seats of {who} take more of a working year than the profile allows. {hours}",
            ask="Which of the seats on {groups} could {who} delegate, and to whom?",
        ),
    },
    examples=(
        Example("one post on four groups", "ce: post; ce on a; ce on b; ce on c; ce chairs d", {"ce": "observed"}),
        Example(
            "four groups, two under a name and two by post",
            "ce: post; smith: person; smith holds ce; ce on a; ce on b; smith on c; smith on d",
            {"smith": "observed"},
        ),
        Example(
            "two groups that take a day a week",
            "ce: post; a: group per_year=52 hours=4; b: group per_year=26 hours=6; ce on a; ce on b",
            {"ce": "observed"},
        ),
        Example(
            "a group that takes a fifth of a year", "ce: post; a: group per_year=33 hours=10; ce on a", {"ce": "met"}
        ),
        Example("three groups", "ce: post; ce on a; ce on b; ce on c", {"ce": "met"}),
        Example(
            "the hours of one group of two are known",
            "ce: post; a: group per_year=4 hours=2; ce on a; ce on b",
            {"ce": "met"},
        ),
        Example(
            "chair and member of one group count once",
            "ce: post; ce on a; ce on b; ce on c; ce chairs c",
            {"ce": "met"},
        ),
        Example("servicing is no seat", "co: post; co on a; co on b; co on c; co serves d; co serves e", {"co": "met"}),
        Example(
            "two share a post",
            "ce: post; s: person; t: person; s holds ce; t holds ce; ce on a; ce on b; s on c; s on d",
            {"ce": "met", "s": "met"},
        ),
        Example("one post for each of several", "ce: post set; ce on a; ce on b; ce on c; ce on d", {"ce": "na"}),
    ),
)
