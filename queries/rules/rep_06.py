"""REP-06: people, posts and bodies who alone tie groups together."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from graphmodel.evidence import What
from queries.case import Case
from queries.outcome import Outcome, Severity, not_applicable, seen
from queries.people.gatekeepers import KNOWN_SHARE, Piece, gatekeepers, pieces, seat_web
from queries.people.vacancies import empty_posts
from queries.reads import CLAIMS, COMPLETE, ENTITIES, GROUPS, HOLDERS, HOMES, POSTS, SEATS
from queries.rule import Example, Family, Nature, Reason, Rule


def population(case: Case) -> tuple[str, ...]:
    """Return everybody but groups who sits on two governance groups at least: nobody else can tie any together."""
    held = case.organisations.seats_held_by
    return tuple(
        sorted(
            sitter
            for sitter, seats in held.items()
            if case.entities[sitter].type != "group" and len({seat.group for seat in seats} & case.groups.keys()) > 1
        )
    )


def check(case: Case) -> Iterator[Outcome]:
    """Look for those without whom groups fall apart, where enough lists of members are known to be complete."""
    empty = empty_posts(case)
    asked = set(case.population)
    for everybody, seats in pieces(seat_web(case.organisations, case.groups, case.entities)):
        groups = everybody & case.groups.keys()
        closed = [group for group in groups if case.complete(group, What.MEMBERSHIP)]
        if len(closed) < Fraction(str(case.settings["known_share"])) * len(groups):
            yield from _too_little(sorted(everybody & asked), len(closed), len(groups))
        else:
            yield from _ties(case, seats, empty, "" if len(closed) == len(groups) else ", on the seats that are known")
    yield from case.the_rest("Without it, the groups still hang together, in the seats that are known.")


def _too_little(sitters: list[str], closed: int, groups: int) -> Iterator[Outcome]:
    why = (
        "Who alone ties groups together cannot be told: the members are known to be complete for {closed} of the "
        "{groups} groups around it."
    )
    for sitter in sitters:
        yield not_applicable(sitter, why, words={"closed": str(closed), "groups": str(groups)})


def _ties(case: Case, seats: list[tuple[str, str]], empty: dict[str, str], known: str) -> Iterator[Outcome]:
    for sitter, parts in gatekeepers(seats, case.groups).items():
        if case.entities[sitter].set:
            yield not_applicable(sitter, "It stands for several, who need not all sit in the same places.")
        else:
            yield _tie(case, sitter, parts, empty, known)


def _tie(case: Case, sitter: str, parts: tuple[Piece, ...], empty: dict[str, str], known: str) -> Outcome:
    bodies = [_bodies(case, part, besides=sitter) for part in parts]
    common = [bodies[0] & there for there in bodies[1:]]
    held = [seat for seat in sorted(case.organisations.seats_held_by[sitter]) if seat.group in case.groups]
    facts = (fact for seat in held for fact in (seat.fact, *case.organisations.sitter(seat.member).facts))
    lost = sum(part.number for part in parts[1:])
    gone = any(seat.member in empty or seat.vacant_since for seat in held)
    return seen(
        (sitter,),
        f"{'empty' if gone else 'tie'}{'_beside_bodies' if all(common) else ''}",
        tuple(dict.fromkeys(facts)),
        figures={"groups cut off without it, of those it ties together": (lost, sum(part.number for part in parts))},
        words={
            "who": (sitter,),
            "cut": tuple(group for part in parts[1:] for group in part.groups),
            "more": " and what hangs on them" if lost > sum(len(part.groups) for part in parts[1:]) else "",
            "known": known,
            "bodies": tuple(sorted(frozenset().union(*common))),
        },
        severity=_severity(gone=gone, tied_by_bodies=all(common)),
    )


def _bodies(case: Case, part: Piece, besides: str) -> frozenset[str]:
    """Return for whom others sit on the groups of a piece on which the tie sits."""
    seats = (one for group in part.groups for one in case.organisations.on.get(group, ()))
    sitter = case.organisations.sitter
    return frozenset(one.organisation for one in seats if sitter(one.seat.member).id != besides)


def _severity(*, gone: bool, tied_by_bodies: bool) -> Severity | None:
    """A body that sends others to both sides ties them too, if less closely."""
    if tied_by_bodies:
        return Severity.LOW if gone else Severity.INFORMATION
    return Severity.MEDIUM if gone else None


RULE = Rule(
    id="REP-06",
    title="One tie holds groups together",
    family=Family.REPRESENTATION,
    nature=Nature.OBSERVATION,
    severity=Severity.LOW,
    clauses=("audit-commission-2009#gatekeepers", "practice#gatekeepers", "practice#social-networks"),
    why="If the one who connects them leaves, groups that depend on each other lose touch.",
    remedy="Arrange a second tie, and somebody to follow.",
    who="The chairs of the groups that it ties together.",
    trap=(
        "With members unknown nearly everybody looks like the only tie. It is told only where, of the groups that "
        "hang together, at least seven in ten have a list of members that is declared complete; how many seats nobody "
        "wrote down cannot be known otherwise. Lines between groups are not counted here, only who sits where. A post "
        "and the one person known to hold it are one tie. A body that sends different people to both sides is a "
        "weaker tie: it is named, and what is found matters less."
    ),
    reads=(GROUPS, ENTITIES, SEATS, HOMES, HOLDERS, POSTS, CLAIMS, COMPLETE),
    population=population,
    check=check,
    properties=("interim", "vacant_since"),
    settings={"known_share": KNOWN_SHARE},
    reasons={
        "tie": Reason(
            board="Without {who}, {cut}{more} would have nobody in common with the other groups{known}.",
            audit="No other person, post or body ties {cut}{more} to the other groups{known}: only {who}.",
            ask="Who else could take part on both sides, and who follows when {who} {who:leaves|leave}?",
        ),
        "tie_beside_bodies": Reason(
            board=(
                "Without {who}, {cut}{more} would have nobody in common with the other groups{known}; {bodies} "
                "{bodies:sends|send} others to both sides."
            ),
            audit=(
                "No other person or post ties {cut}{more} to the other groups{known}: only {who}. Through others, "
                "{bodies} {bodies:is|are} on both sides."
            ),
            ask="Do those whom {bodies} {bodies:sends|send} to either side hear of each other?",
        ),
        "empty": Reason(
            board=(
                "Without {who}, {cut}{more} would have nobody in common with the other groups{known}; nobody fills "
                "that place for good."
            ),
            audit=(
                "No other person, post or body ties {cut}{more} to the other groups{known}: only {who}, which is "
                "vacant or filled for the time being."
            ),
            ask="Who takes part on both sides until the place of {who} is filled?",
        ),
        "empty_beside_bodies": Reason(
            board=(
                "Without {who}, {cut}{more} would have nobody in common with the other groups{known}, and nobody fills "
                "that place for good; {bodies} {bodies:sends|send} others to both sides."
            ),
            audit=(
                "No other person or post ties {cut}{more} to the other groups{known}: only {who}, which is vacant or "
                "filled for the time being. Through others, {bodies} {bodies:is|are} on both sides."
            ),
            ask="Who takes part on both sides until the place of {who} is filled?",
        ),
    },
    examples=(
        Example(
            "one post ties two groups",
            "ce: post; ce on a; ce on b; p on a; q on b; complete membership",
            {"ce": "observed"},
        ),
        Example(
            "the post is filled for the time being",
            "ce: post interim; ce on a; ce on b; p on a; q on b; complete membership",
            {"ce": "observed"},
        ),
        Example(
            "a body sends others to both sides",
            "p: police_force; q: fire_authority; ce: post; x: post; y: post; z: post; x in p; y in p; z in q; ce on a; "
            "ce on b; x on a; z on a; y on b; complete membership",
            {"ce": "observed"},
        ),
        Example(
            "a body sends others to both sides of a post that is filled for the time being",
            "p: police_force; ce: post interim; x: post; y: post; x in p; y in p; ce on a; ce on b; x on a; y on b; "
            "complete membership",
            {"ce": "observed"},
        ),
        Example(
            "its own body sends nobody else to one side",
            "p: police_force; ce: post; s: person; x: post; x in p; ce in p; s holds ce; s on a; ce on b; x on a; "
            "complete membership",
            {"s": "observed"},
        ),
        Example(
            "a body ties one of two groups that are cut off",
            "p: police_force; ce: post; x: post; y: post; z: post; w: post; v: post; x in p; y in p; ce on a; ce on b; "
            "ce on c; x on a; z on a; z on d; w on d; y on b; v on c; complete membership",
            {"ce": "observed"},
        ),
        Example(
            "a second tie",
            "ce: post; ce on a; ce on b; police: police_force; police on a; police on b; complete membership",
            {"ce": "met", "police": "met"},
        ),
        Example(
            "one group is represented on the other",
            "ce: post; ce on a; ce on b; a on b; complete membership",
            {"ce": "met"},
        ),
        Example("lists of members that are not complete", "ce: post; ce on a; ce on b; p on a", {"ce": "na"}),
        Example(
            "half of the lists are complete",
            "ce: post; ce on a; ce on b; p on a; complete membership of a",
            {"ce": "na"},
        ),
        Example(
            "three of four lists are complete",
            "ce: post; ce on a; ce on b; ce on c; ce on d; complete membership of a; complete membership of b; "
            "complete membership of c",
            {"ce": "observed"},
        ),
        Example(
            "seven of ten lists are complete",
            "; ".join([f"ce on g{n}" for n in range(10)] + [f"complete membership of g{n}" for n in range(7)])
            + "; ce: post",
            {"ce": "observed"},
        ),
        Example(
            "what hangs on the one that is cut off",
            "ce: post; q: post; r: post; ce on a; ce on b; q on a; q on d; q on e; r on b; r on c; complete membership",
            {"ce": "observed"},
        ),
        Example(
            "those who meet in a team, and agencies in general, tie no groups",
            "ce: post; x: post; y: post; t: team; all: mixed umbrella set; ce on a; ce on b; x on a; y on b; x on t; "
            "y on t; all on a; all on b; complete membership",
            {"ce": "observed"},
        ),
        Example(
            "one post for each of several",
            "ch: post set; ch on a; ch on b; complete membership",
            {"ch": "na"},
        ),
    ),
)
