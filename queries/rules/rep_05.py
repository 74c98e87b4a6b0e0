"""REP-05: bodies that hold several seats on one group."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from queries.case import Case, beside, governance_groups
from queries.facts.organisations import Counted
from queries.outcome import Outcome, Severity, not_applicable, seen
from queries.reads import CLAIMS, ENTITIES, GROUPS, HOLDERS, HOMES, LINES, PARTS, SEATS
from queries.rule import Example, Family, Nature, Reason, Rule

_QUARTER = 4
_UNKNOWN = "unknown"


def check(case: Case) -> Iterator[Outcome]:
    """Count the seats of each body on each group, one capacity at a time."""
    yield from beside(case)
    for group in case.own:
        seats = case.organisations.seats_on.get(group, ())
        for organisation, counted in sorted(_several(case.organisations.on.get(group, ())).items()):
            yield _seen(case, group, organisation, counted, len(seats))
    for group in case.groups:
        if group not in case.spoken_of and not case.organisations.seats_on.get(group):
            yield not_applicable(group, "No seat on it is known.")
    yield from case.the_rest("No body has several seats in one capacity, in what is known.")


def _seen(case: Case, group: str, organisation: str, counted: list[Counted], known: int) -> Outcome:
    """Say how many seats a body has; where it stands for several alike, each has that many, and no share is told."""
    number = len({one.seat.fact for one in counted})
    each = case.entities[organisation].set
    return seen(
        (group, organisation),
        "each" if each else "several",
        tuple(dict.fromkeys(fact for one in counted for fact in one.facts)),
        figures={} if each else {"share of the seats known": (number, known)},
        words={"body": (organisation,), "group": (group,), "number": str(number), "all": str(known)},
        severity=Severity.LOW if not each and number * _QUARTER > known else None,
    )


def _several(counted: tuple[Counted, ...]) -> dict[str, list[Counted]]:
    """Return the bodies with more than one seat in the same capacity, each with those seats.

    An elected member beside an officer, or somebody there by office beside a representative, is no doubling; a seat in
    a capacity that is not known may be in the same as any other.
    """
    by_body: dict[str, dict[str, list[Counted]]] = defaultdict(lambda: defaultdict(list))
    for one in counted:
        by_body[one.organisation][one.seat.capacity].append(one)
    found: dict[str, list[Counted]] = {}
    for organisation, capacities in by_body.items():
        unknown = capacities.pop(_UNKNOWN, [])
        most = max(capacities.values(), key=len, default=[])
        if len({one.seat.member for one in (*most, *unknown)}) > 1:
            found[organisation] = [*most, *unknown]
    return found


RULE = Rule(
    id="REP-05",
    title="One body holds several seats on a group",
    family=Family.REPRESENTATION,
    nature=Nature.OBSERVATION,
    severity=Severity.INFORMATION,
    clauses=("guidance-2003-11-21#3.2.b6",),
    why="Every further seat costs a body time, and weighs in the group.",
    remedy="Confirm that each of the seats is wanted; if not, agree which one stays.",
    who="The body that holds the seats, with the chair of the group.",
    trap=(
        "Seats in different capacities are legitimate (an elected member and an officer). A post with several homes "
        "counts once for each. Only seats that are known are counted."
    ),
    reads=(GROUPS, ENTITIES, SEATS, HOMES, HOLDERS, LINES, PARTS, CLAIMS),
    population=governance_groups,
    check=check,
    properties=("capacity", "on_behalf_of"),
    reasons={
        "each": Reason(
            board="Each of {body} has {number} seats on {group}.",
            audit="{number} known seats on {group} count for each of {body}, in the same capacity.",
            ask="Does each of {body} need {number} seats on {group}?",
        ),
        "several": Reason(
            board="{body} {body:has|have} {number} of the {all} seats known on {group}.",
            audit="{number} of {all} known seats on {group} count for {body}, in the same capacity.",
            ask="{body:Does|Do} {body} need all of {body:its|their} {number} seats on {group}?",
        ),
    },
    examples=(
        Example(
            "one post that chairs and is counted as a member",
            "dc: district_council; ce: post; ce in dc; csp: partnership; ce chairs csp as representative; "
            "ce on csp as representative",
            {"csp": "met"},
        ),
        Example(
            "two posts for each of several councils",
            "dcs: district_council set; ce: post set; ch: post set; ce in dcs; ch in dcs; csp: partnership; "
            "ce on csp as representative; ch on csp as representative",
            {"csp dcs": "observed"},
        ),
        Example(
            "one of the capacities is not known",
            "dc: district_council; ce: post; ch: post; ce in dc; ch in dc; csp: partnership; ce on csp; "
            "ch on csp as representative",
            {"csp dc": "observed"},
        ),
        Example(
            "a chief executive and a chair for one council",
            "dc: district_council; ce: post; ch: post; ce in dc; ch in dc; csp: partnership; "
            "ce on csp as representative; ch on csp as representative; fire: fire_authority; fire on csp",
            {"csp dc": "observed"},
        ),
        Example(
            "two of eight seats, which is no more than a quarter",
            "dc: district_council; x: post; y: post; x in dc; y in dc; csp: partnership; x on csp; y on csp; a on csp; "
            "b on csp; c on csp; d on csp; e on csp; f on csp",
            {"csp dc": "observed"},
        ),
        Example(
            "two of seven seats, which is more than a quarter",
            "dc: district_council; x: post; y: post; x in dc; y in dc; csp: partnership; x on csp; y on csp; a on csp; "
            "b on csp; c on csp; d on csp; e on csp",
            {"csp dc": "observed"},
        ),
        Example(
            "an elected member and an officer",
            "dc: district_council; ce: post; cllr: post; ce in dc; cllr in dc; csp: partnership; "
            "ce on csp as officer; cllr on csp as elected_member",
            {"csp": "met"},
        ),
        Example(
            "two for one council on a neighbour",
            "dc: district_council; ce: post; ch: post; ce in dc; ch in dc; csp: partnership; ce on lsp; ch on lsp; "
            "lsp: partnership functions=local_strategic_partnership",
            {"lsp": "na"},
        ),
        Example("nobody known to sit there", "csp: partnership", {"csp": "na"}),
        Example(
            "servicing a group is not a seat",
            (
                "dc: district_council; ce: post; clerk: post; ce in dc; clerk in dc; csp: partnership; ce on "
                "csp; clerk serves csp"
            ),
            {"csp": "met"},
        ),
    ),
)
