"""REP-01: bodies that hold far more seats than others do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction

from queries.burden.load import load, over_limit, upper_fence
from queries.burden.load_in_words import hours_in_words
from queries.burden.places import HeldPlace
from queries.case import Case
from queries.outcome import Outcome, Severity, not_applicable, seen
from queries.reads import CLAIMS, ENTITIES, GROUPS, HOLDERS, HOMES, SEATS
from queries.rule import Example, Family, Nature, Reason, Rule


def population(case: Case) -> tuple[str, ...]:
    """Return the bodies and teams for which a seat on a governance group counts."""
    return tuple(case.places_of_organisations)


def check(case: Case) -> Iterator[Outcome]:
    """Compare the seats of bodies that have several, and hold each against the limits of the profile, if it has any."""
    held = case.places_of_organisations
    seats = {body: sum(place.number for place in some) for body, some in held.items()}
    fence = _fence(case, seats.values())
    for body, some in held.items():
        reason = _reason(case, some, seats[body], fence)
        if reason:
            yield _seen(case, body, some, reason, seats)
        elif seats[body] < case.settings["least_seats"]:
            yield not_applicable(body, "Too few of its seats are known to compare.")
    yield from case.the_rest("It has about as many seats as others, in what is known.")


def _fence(case: Case, seats: Iterable[int]) -> Fraction | None:
    """Return the number of seats that only what stands out exceeds; None where there are too few to compare."""
    several = [number for number in seats if number >= case.settings["least_seats"]]
    if len(several) < case.settings["least_bodies"]:
        return None
    return upper_fence(several, int(case.settings["least_spread"]))


def _reason(case: Case, some: tuple[HeldPlace, ...], seats: int, fence: Fraction | None) -> str:
    over = over_limit(some, case.settings["seats"], case.settings["hours"])
    return over or "outlier" if fence is not None and seats > fence else ""


def _seen(case: Case, body: str, some: tuple[HeldPlace, ...], reason: str, seats: Mapping[str, int]) -> Outcome:
    one = load(some)
    following = max((number for number in seats.values() if number < seats[body]), default=seats[body])
    return seen(
        (body,),
        reason,
        tuple(dict.fromkeys(fact for place in some for fact in place.facts)),
        figures={
            "seats, of all seats that count for a body": (one.seats, sum(seats.values())),
            "seats of which rhythm and length are known": one.known_share,
        },
        words={
            "body": (body,),
            "number": f"{'at least ' if one.uncounted else ''}{one.seats}",
            "each": " each" if case.entities[body].set else "",
            "hours": hours_in_words(one),
            "next": str(following),
            "others": tuple(other for other, number in seats.items() if number == following and other != body),
        },
    )


RULE = Rule(
    id="REP-01",
    title="Body with more seats than most",
    family=Family.REPRESENTATION,
    nature=Nature.OBSERVATION,
    severity=Severity.MEDIUM,
    clauses=("guidance-2003-11-21#3.2.b6", "practice#policy_aims"),
    why="Every seat takes somebody's time; a body that has to fill many sends people who may decide little.",
    remedy="See which seats could be delegated, which groups could meet together, and which need only the papers.",
    who="The body that holds the seats, with the chairs of the groups.",
    trap=(
        "Seats are compared, because they are what is known; hours are told only as far as rhythm and length are, and "
        "never filled in. A body stands out above the third quartile by one and a half times the spread between the "
        "quartiles, among bodies with at least three known seats; where all have nearly as many, the spread counts as "
        "one. Large agencies are heavy by nature, and how many people work for a body is not in the structure: divide "
        "by that before you conclude anything. Attending as adviser and servicing are not seats."
    ),
    reads=(GROUPS, ENTITIES, SEATS, HOMES, HOLDERS, CLAIMS),
    population=population,
    check=check,
    properties=("on_behalf_of",),
    settings={"least_seats": 3, "least_bodies": 4, "least_spread": 1, "seats": 0, "hours": 0},
    reasons={
        "outlier": Reason(
            board="{body} {body:has|have} {number} seats{each}, more than most; next {others:comes|come} {others}, "
            "with {next}. {hours} A large agency may well be needed in all of them.",
            audit="{number} known seats count for {body}, an outlier among bodies with several; next "
            "{others:comes|come} {others}, with {next}. {hours} Large agencies are heavy by nature.",
            ask="Which of {body:its|their} {number} seats could {body} delegate, share or give up?",
        ),
        "seats": Reason(
            board="{body} {body:has|have} {number} seats{each}, more than the limit that was set. {hours}",
            audit="{number} known seats count for {body}, above the limit of the profile. {hours}",
            ask="Which of {body:its|their} {number} seats could {body} delegate, share or give up?",
        ),
        "hours": Reason(
            board="The {number} seats of {body} take more hours than the limit that was set. {hours}",
            audit="The {number} known seats that count for {body} exceed the hours of the profile. {hours}",
            ask="Which of {body:its|their} {number} seats could {body} delegate, share or give up?",
        ),
    },
    examples=(
        Example(
            "seven seats where others have three or four",
            "police on a; police on b; police on c; police on d; police on e; police on f; police on g; "
            "p on a; p on b; p on c; q on a; q on b; q on c; r on a; r on b; r on c; s on a; s on b; s on c; s on d",
            {"police": "observed", "p": "met", "s": "met"},
        ),
        Example(
            "the next is told with the number of its seats",
            "; ".join(f"{body} on g{n}" for body, most in zip("pqrs", (2, 3, 4, 9), strict=True) for n in range(most))
            + "; t on g0; t on g1; t on g2",
            {"s": "observed", "p": "na"},
        ),
        Example(
            "one more seat than others does not stand out",
            "p on a; p on b; p on c; q on a; q on b; q on c; r on a; r on b; r on c; s on a; s on b; s on c; s on d",
            {"s": "met"},
        ),
        Example(
            "too few bodies to compare",
            "police on a; police on b; police on c; police on d; police on e; police on f; p on a; p on b; p on c",
            {"police": "met"},
        ),
        Example(
            "four bodies are enough to compare",
            "; ".join(f"{body} on g{n}" for body, most in zip("pqrs", (3, 3, 3, 7), strict=True) for n in range(most)),
            {"s": "observed", "p": "met"},
        ),
        Example(
            "on the fence is not beyond it",
            "; ".join(
                f"{body} on g{n}" for body, most in zip("pqrst", (3, 3, 5, 5, 8), strict=True) for n in range(most)
            ),
            {"t": "met"},
        ),
        Example("two seats are too few to compare", "police on a; police on b", {"police": "na"}),
        Example(
            "servicing and advising are not seats",
            "p on a; p on b; p on c; q on a; q on b; q on c; r on a; r on b; r on c; s on a; s on b; s on c; "
            "s serves d; s serves e; s attends f; s attends g; s attends h",
            {"s": "met"},
        ),
    ),
)
