"""TOR-05: two groups in one place that seem to be there for the same thing."""

from __future__ import annotations

from collections.abc import Iterator

from queries.burden.remits import Limits, Remit, remits
from queries.case import Case, governance_groups
from queries.outcome import Outcome, Severity, not_applicable, seen
from queries.reads import AREAS, CLAIMS, ENTITIES, GROUPS, LINES, PARTS
from queries.reads.groups import GroupRow
from queries.rule import Example, Family, Nature, Reason, Rule
from queries.ways.areas import Areas
from queries.wording import joined


def check(case: Case) -> Iterator[Outcome]:
    """Compare the themes, decision rights and purposes of groups in one area, neither of which is above the other."""
    areas = Areas(case.in_force(AREAS), case.chains)
    places = {group: frozenset(areas.of(group) or {""}) for group in case.groups}
    limits = Limits(float(case.settings["alike"]), int(case.settings["most"]))

    def comparable(one: str, other: str) -> bool:
        return _may_clash(case.groups[one], case.groups[other]) and not _related(case, one, other)

    for found in remits(places, case.groups, limits, comparable):
        yield _seen(case, found)
    for group, row in case.groups.items():
        if group not in case.spoken_of and not (row.purpose or (row.themes and row.decision_rights)):
            yield not_applicable(group, "Neither its purpose nor what it decides on is known.")
    yield from case.the_rest("No other group with a like remit, in what is known.")


def _may_clash(one: GroupRow, other: GroupRow) -> bool:
    """Two tiers work on one theme by design, and so do those who commission a service and those who plan it."""
    same_tier = not one.tier or not other.tier or one.tier == other.tier
    apart = one.functions and other.functions and not set(one.functions) & set(other.functions)
    return same_tier and not apart


def _related(case: Case, one: str, other: str) -> bool:
    return other in case.chains.above(one) or one in case.chains.above(other)


def _seen(case: Case, found: Remit) -> Outcome:
    one, other = case.groups[found.one], case.groups[found.other]
    facts = tuple(fact for row in (one, other) for fact in (row.fact, *case.vouching(row.fact, *_TOLD)))
    tiers_known = one.tier and other.tier
    reason = ("remit" if tiers_known else "may_remit") if found.rights else "purposes"
    return seen(
        (found.one, found.other), reason, facts, words=_words(found, one, other),
        severity=None if tiers_known else Severity.LOW,
    )  # fmt: skip


_TOLD = ("themes", "decision_rights", "purpose", "tier")


def _words(found: Remit, one: GroupRow, other: GroupRow) -> dict[str, str]:
    return {
        "themes": joined(found.themes),
        "rights": joined(right.replace("_", " ") for right in found.rights),
        "one": one.purpose,
        "other": other.purpose,
        "alike": str(found.alike),
    }


RULE = Rule(
    id="TOR-05",
    title="Two groups with overlapping remits",
    family=Family.TERMS,
    nature=Nature.OBSERVATION,
    severity=Severity.MEDIUM,
    clauses=("audit-commission-2005#similar_terms", "audit-commission-2005#overlap"),
    why="Where two groups are there for the same thing, it is settled twice, differently, or by neither.",
    remedy="Say in both terms of reference where one ends and the other begins, or see what one group would save.",
    who="The chairs of the two groups, with the board above them.",
    trap=(
        "The same theme is not the same remit: groups on different tiers, in different areas, or there for different "
        "functions, such as commissioning and planning, are not shown, nor is a group with one above it. Likeness is "
        "of the words that were recorded. What many groups of an area share tells nothing and is left out. Both "
        "thresholds are conventions."
    ),
    reads=(GROUPS, ENTITIES, AREAS, LINES, PARTS, CLAIMS),
    population=governance_groups,
    check=check,
    properties=("tier", "themes", "decision_rights", "functions", "purpose"),
    settings={"alike": 0.85, "most": 12},
    reasons={
        "remit": Reason(
            board="{subject} both decide on {rights}, and both work on {themes}.",
            audit="{subject} are on one tier, and share: decisions on {rights}; themes {themes}.",
            ask="Where does the work of each of {subject} end on {themes}?",
        ),
        "may_remit": Reason(
            board=(
                "{subject} both decide on {rights}, and both work on {themes}. Whether they work on one tier is not "
                "evidenced."
            ),
            audit="{subject} share: decisions on {rights}; themes {themes}. The tier of one or both is not evidenced.",
            ask="On which tier does each of {subject} work, and where does its work on {themes} end?",
        ),
        "purposes": Reason(
            board="{subject} seem to be there for the same thing: “{one}”, and “{other}”.",
            audit="The purposes of {subject} are worded alike, at {alike} of 100: “{one}”, and “{other}”.",
            ask="What does each of {subject} do that the other does not?",
        ),
    },
    examples=(
        Example(
            "one theme and one decision on one tier",
            "a: group tactical themes=drugs decides=money; b: group tactical themes=drugs+crime decides=money",
            {"a b": "observed"},
        ),
        Example(
            "purposes in nearly the same words",
            (
                'a: group tactical purpose="reduce the harm of drugs to families"; '
                'b: group tactical purpose="to reduce the harm of drugs to families"'
            ),
            {"a b": "observed"},
        ),
        Example(
            "tiers not known",
            "a: group themes=drugs decides=money; b: group themes=drugs decides=money",
            {"a b": "observed"},
        ),
        Example(
            "the tier of one is known, and what only one of them is there for",
            "a: group tactical themes=drugs decides=money functions=commissioning; b: group themes=drugs decides=money",
            {"a b": "observed"},
        ),
        Example(
            "one theme on two tiers",
            "a: group strategic themes=drugs decides=money; b: group operational themes=drugs decides=money",
            {"a": "met", "b": "met"},
        ),
        Example(
            "a theme in common, but nothing that both decide",
            "a: group tactical themes=drugs decides=money; b: group tactical themes=drugs decides=staff",
            {"a": "met"},
        ),
        Example(
            "a group and the one above it",
            ("a: group tactical themes=drugs decides=money; b: group tactical themes=drugs decides=money; b -> a"),
            {"a": "met"},
        ),
        Example(
            "commissioning and planning",
            (
                "a: group tactical themes=drugs decides=money functions=commissioning; "
                "b: group tactical themes=drugs decides=money functions=planning"
            ),
            {"a": "met"},
        ),
        Example(
            "two areas",
            (
                "north: area; south: area; a: group tactical themes=drugs decides=money; a covers north; "
                "b: group tactical themes=drugs decides=money; b covers south"
            ),
            {"a": "met"},
        ),
        Example("nothing is known of what they do", "a: group tactical; b: group tactical", {"a": "na", "b": "na"}),
    ),
)
