"""REP-05: bodies that hold several seats on one group."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from queries.case import Case, governance_groups
from queries.organisations import Counted
from queries.outcome import Outcome, Severity, not_applicable, seen
from queries.reads import CLAIMS, ENTITIES, GROUPS, HOLDERS, HOMES, SEATS
from queries.rule import Example, Family, Nature, Reason, Rule

_QUARTER = 4


def check(case: Case) -> Iterator[Outcome]:
    """Count the seats of each body on each group, one capacity at a time."""
    for group in case.groups:
        seats = case.organisations.seats_on.get(group, ())
        for organisation, counted in sorted(_several(case.organisations.on.get(group, ())).items()):
            facts = tuple(dict.fromkeys(fact for one in counted for fact in one.facts))
            share = (len(counted), len(seats))
            yield seen(
                (group, organisation),
                "several",
                facts,
                figures={"share of the seats known": share},
                words={"body": (organisation,), "group": (group,), "number": str(share[0]), "all": str(share[1])},
                severity=Severity.LOW if share[0] * _QUARTER > share[1] else None,
            )
    for group in case.groups:
        if group not in case.spoken_of and not case.organisations.seats_on.get(group):
            yield not_applicable(group, "No seat on it is known.")
    yield from case.the_rest("No body has several seats in one capacity, in what is known.")


def _several(counted: tuple[Counted, ...]) -> dict[str, list[Counted]]:
    """Return the bodies with more than one seat in the same capacity, each with those seats.

    An elected member beside an officer, or somebody there by office beside a representative, is no doubling.
    """
    by_capacity: dict[tuple[str, str], list[Counted]] = defaultdict(list)
    for one in counted:
        by_capacity[one.organisation, one.seat.capacity].append(one)
    found: dict[str, list[Counted]] = defaultdict(list)
    for (organisation, _), same in by_capacity.items():
        if len({one.seat.member for one in same}) > 1:
            found[organisation].extend(same)
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
    reads=(GROUPS, ENTITIES, SEATS, HOMES, HOLDERS, CLAIMS),
    population=governance_groups,
    check=check,
    properties=("capacity", "on_behalf_of"),
    reasons={
        "several": Reason(
            board="{body} {body:has|have} {number} of the {all} seats known on {group}.",
            audit="{number} of {all} known seats on {group} count for {body}, in the same capacity.",
            ask="{body:Does|Do} {body} need all of {body:its|their} {number} seats on {group}?",
        ),
    },
    examples=(
        Example(
            "a chief executive and a chair for one council",
            "dc: district_council; ce: post; ch: post; ce in dc; ch in dc; csp: partnership; "
            "ce on csp as representative; ch on csp as representative; fire: fire_authority; fire on csp",
            {"csp dc": "observed"},
        ),
        Example(
            "an elected member and an officer",
            "dc: district_council; ce: post; cllr: post; ce in dc; cllr in dc; csp: partnership; "
            "ce on csp as officer; cllr on csp as elected_member",
            {"csp": "met"},
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
