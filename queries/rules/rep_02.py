"""REP-02: two groups on which largely the same bodies sit."""

from __future__ import annotations

from collections.abc import Iterator

from queries.burden.doubled import LIMITS, Ground, Limits, alike, bodies_on, doubled
from queries.burden.overlap import Overlap
from queries.case import Case, governance_groups
from queries.outcome import Outcome, Severity, not_applicable, seen
from queries.reads import AREAS, CLAIMS, ENTITIES, GROUPS, HOLDERS, HOMES, LINES, PARTS, SEATS
from queries.reads.groups import GroupRow
from queries.rule import Example, Family, Nature, Reason, Rule
from queries.ways.areas import Areas


def check(case: Case) -> Iterator[Outcome]:
    """Compare the bodies on two groups that meet for like reasons in the same place, and are not above each other."""
    areas = Areas(case.in_force(AREAS), case.chains)
    ground = Ground(case.groups, case.organisations, case.chains, case.neighbours, areas)
    for found in doubled(ground, Limits(int(case.settings["shared_bodies"]), float(case.settings["overlap"]))):
        yield _seen(case, found)
    for group in case.groups:
        if group not in case.spoken_of and not bodies_on(case.organisations, group):
            yield not_applicable(group, "No body that sits on it is known.")
    yield from case.the_rest("No other group with largely the same bodies, in what is known.")


def _seen(case: Case, found: Overlap) -> Outcome:
    facts = _facts(case, found)
    same = alike(case.groups[found.one], case.groups[found.other])
    return seen(
        (found.one, found.other),
        "overlap" if same else "other_themes" if _other_themes(case, found) else "may_overlap",
        facts,
        figures={
            "bodies shared, of those on the smaller group": (len(found.shared), found.smaller),
            "bodies shared, of all on either": (len(found.shared), found.either),
        },
        words={
            "shared": found.shared,
            "number": str(len(found.shared)),
            "smaller": str(found.smaller),
            "hours": _hours(case, found),
        },
        severity=None if same else Severity.LOW,
    )


def _other_themes(case: Case, found: Overlap) -> bool:
    return bool(case.groups[found.one].themes and case.groups[found.other].themes)


def _facts(case: Case, found: Overlap) -> tuple[str, ...]:
    shared = set(found.shared)
    counted = [one for group in (found.one, found.other) for one in case.organisations.on[group]]
    return tuple(dict.fromkeys(fact for one in counted if one.organisation in shared for fact in one.facts))


def _hours(case: Case, found: Overlap) -> str:
    """Put into words how many hours a year the shared bodies spend on each, where both rhythms are known."""
    yearly = [_yearly(case.groups[group]) for group in (found.one, found.other)]
    if None in yearly:
        return "How many hours that is cannot be told: how often or how long they meet is not evidenced for both."
    hours = min(hour for hour in yearly if hour is not None) * len(found.shared)
    return f"Up to {hours:g} hours a year go into each of the two, counting one seat a body and attendance only."


def _yearly(group: GroupRow) -> float | None:
    return None if group.per_year is None or group.hours is None else group.per_year * group.hours


RULE = Rule(
    id="REP-02",
    title="Two groups with largely the same bodies",
    family=Family.REPRESENTATION,
    nature=Nature.OBSERVATION,
    severity=Severity.MEDIUM,
    clauses=("guidance-2003-11-21#3.2.b6", "audit-commission-2005#overlap"),
    why="The same bodies meet in two places, and may settle the same matter in both.",
    remedy="Try what a joint meeting, meetings back to back or a shared agenda would save before merging anything.",
    who="The chairs of the two groups, with the bodies that sit on both.",
    trap=(
        "A sub-group shares members with its parent by design, and groups on different tiers overlap by "
        "design: neither "
        "is shown. Small groups inflate the figure, so at least four shared bodies are wanted. Boards with a "
        "legal duty "
        "cannot merge. Only seats that are known are counted, and both thresholds are conventions."
    ),
    reads=(GROUPS, ENTITIES, SEATS, HOMES, HOLDERS, LINES, PARTS, AREAS, CLAIMS),
    population=governance_groups,
    check=check,
    properties=("tier", "themes", "on_behalf_of"),
    settings={"overlap": LIMITS.overlap, "shared_bodies": LIMITS.shared_bodies},
    reasons={
        "may_overlap": Reason(
            board=(
                "{number} of the {smaller} bodies on the smaller of {subject} sit on both: {shared}. Whether the two "
                "work on one tier, or on one theme, is not evidenced. {hours}"
            ),
            audit=(
                "{subject} share {number} bodies ({shared}); the smaller has {smaller}. Their tiers and themes do not "
                "show whether that is by design. {hours}"
            ),
            ask="On which tier does each of {subject} work, and what does each do that the other does not?",
        ),
        "other_themes": Reason(
            board=(
                "{number} of the {smaller} bodies on the smaller of {subject} sit on both: {shared}. The two work on "
                "different themes."
            ),
            audit=(
                "{subject} share {number} bodies ({shared}); the smaller has {smaller}. No theme of theirs is the same."
            ),
            ask="Could {subject} meet one after the other, on one day?",
        ),
        "overlap": Reason(
            board="{number} of the {smaller} bodies on the smaller of {subject} sit on both: {shared}. {hours}",
            audit="{subject} share {number} bodies ({shared}); the smaller has {smaller}. {hours}",
            ask="What does each of {subject} do that the other does not?",
        ),
    },
    examples=(
        Example(
            "four bodies on two tactical groups",
            (
                "a: group tactical per_year=4 hours=2; b: group tactical per_year=12 hours=2; "
                "p on a; q on a; r on a; s on a; p on b; q on b; r on b; s on b"
            ),
            {"a b": "observed"},
        ),
        Example(
            "three bodies are too few to tell",
            ("a: group tactical; b: group tactical; p on a; q on a; r on a; p on b; q on b; r on b"),
            {"a": "met", "b": "met"},
        ),
        Example(
            "tiers that are not known",
            "a: group; b: group; p on a; q on a; r on a; s on a; p on b; q on b; r on b; s on b",
            {"a b": "observed"},
        ),
        Example(
            "one tier, and themes that are not the same",
            "a: group tactical themes=crime; b: group tactical themes=drugs; p on a; q on a; r on a; s on a; p on b; "
            "q on b; r on b; s on b",
            {"a b": "observed"},
        ),
        Example(
            "one tier, and a theme in common",
            "a: group tactical themes=crime+drugs; b: group tactical themes=drugs; p on a; q on a; r on a; s on a; "
            "p on b; q on b; r on b; s on b",
            {"a b": "observed"},
        ),
        Example(
            "one tier, where the themes of one are known",
            "a: group tactical themes=crime; b: group tactical; p on a; q on a; r on a; s on a; p on b; q on b; "
            "r on b; s on b",
            {"a b": "observed"},
        ),
        Example(
            "one tier is not known, and themes are not the same",
            "a: group tactical themes=crime; b: group themes=drugs; p on a; q on a; r on a; s on a; p on b; q on b; "
            "r on b; s on b",
            {"a b": "observed"},
        ),
        Example(
            "tiers are not known, and the themes of one are",
            "a: group themes=crime; b: group; p on a; q on a; r on a; s on a; p on b; q on b; r on b; s on b",
            {"a b": "observed"},
        ),
        Example(
            "how long one of them meets is not known",
            "a: group tactical per_year=4; b: group tactical per_year=12 hours=2; p on a; q on a; r on a; s on a; "
            "p on b; q on b; r on b; s on b",
            {"a b": "observed"},
        ),
        Example(
            "the partnership and a neighbour",
            "a: partnership; b: board functions=local_strategic_partnership; p on a; q on a; r on a; s on a; p on b; "
            "q on b; r on b; s on b",
            {"a b": "observed"},
        ),
        Example(
            "two neighbours",
            "c: partnership; a: board functions=scrutiny; b: board functions=local_strategic_partnership; p on a; "
            "q on a; r on a; s on a; p on b; q on b; r on b; s on b",
            {"a": "met", "b": "met"},
        ),
        Example("nobody known to sit there", "a: group tactical", {"a": "na"}),
        Example(
            "a sub-group and its parent",
            (
                "a: group tactical; b: group tactical; a part of b; p on a; q on a; r on a; s on a; p on b; "
                "q on b; r on b; s on b"
            ),
            {"a": "met", "b": "met"},
        ),
        Example(
            "different tiers",
            (
                "a: group strategic; b: group operational; p on a; q on a; r on a; s on a; p on b; q on b; r "
                "on b; s on b"
            ),
            {"a": "met", "b": "met"},
        ),
        Example(
            "different places",
            (
                "a: group tactical; b: group tactical; north: area; south: area; a covers north; b covers south; "
                "p on a; q on a; r on a; s on a; p on b; q on b; r on b; s on b"
            ),
            {"a": "met", "b": "met"},
        ),
        Example(
            "two districts of one county",
            (
                "a: group tactical; b: group tactical; north: area; south: area; county: area; north part of county; "
                "south part of county; a covers north; b covers south; "
                "p on a; q on a; r on a; s on a; p on b; q on b; r on b; s on b"
            ),
            {"a": "met", "b": "met"},
        ),
        Example(
            "two sources differ on the tier",
            (
                "a: group tactical; b: group tactical; claim b tier=strategic; "
                "p on a; q on a; r on a; s on a; p on b; q on b; r on b; s on b"
            ),
            {"a b": "conflict"},
        ),
    ),
)
