"""The figures of structure (B13): what they are called, what they are of, and their values."""

from __future__ import annotations

from collections.abc import Callable

from queries.comparison import figures
from queries.comparison.figures import Looked
from queries.comparison.results import Metric, Value


def values(looked: Looked) -> dict[str, Value]:
    """Return every figure of a structure at a level of evidence, by its id, in the order of `METRICS`."""
    return {metric.id: work_out(looked) for metric, work_out in _ALL}


_ASKED = "of the groups that the audit asks ({rules}), those for which it is {status}; the same figures as a report has"


def _judgement(what: str, name: str, rules: str) -> tuple[tuple[Metric, Callable[[Looked], Value]], ...]:
    return (
        (
            Metric(f"{what}_met", f"{name} evidenced", _ASKED.format(rules=rules, status="met"), share=True),
            figures.met(what),
        ),
        (
            Metric(
                f"{what}_query",
                f"{name} not evidenced",
                _ASKED.format(rules=rules, status="a query"),
                share=True,
            ),
            figures.query(what),
        ),
    )


_ALL: tuple[tuple[Metric, Callable[[Looked], Value]], ...] = (
    (
        Metric(
            "groups", "Groups",
            "partnerships, boards, groups, forums and networks of the day; a set of groups counts once, whatever its "
            "size; neighbours, groups that a change leaves in doubt, staff teams and series of meetings are left out",
            share=False,
        ),
        figures.groups,
    ),
    (
        Metric(
            "groups_in_sets", "Groups, those in sets too",
            "as groups, but a set of known number counts as many as it is, and one of unknown number as at least one",
            share=False,
        ),
        figures.groups_in_sets,
    ),
    (
        Metric(
            "tiers", "Tiers", "how many of strategic, tactical and operational some group is known to be", share=False
        ),
        figures.tiers,
    ),
    (Metric("tier_known", "Groups whose tier is known", "of all groups", share=True), figures.tier_known),
    (
        Metric(
            "depth", "Depth of lines",
            "how many lines the longest chain upward has; groups that answer to each other in a circle count as one",
            share=False,
        ),
        figures.depth,
    ),
    (
        Metric(
            "nesting", "Depth of parts",
            "how many steps it is from a group to the outermost group that it is a part of; being a part is no line",
            share=False,
        ),
        figures.nesting,
    ),
    (
        Metric("lines_per_group", "Lines for each group", "lines out of groups, over groups", share=False),
        figures.lines_per_group,
    ),
    *_judgement("line", "Line upward", "ACC-01, and ACC-09 of top bodies"),
    *_judgement("tor", "Terms of reference", "TOR-01"),
    *_judgement("chair", "Chair", "ACC-11"),
    (
        Metric(
            "several_forums", "Answer to several",
            "of the groups with a line, those with lines to more than one", share=True,
        ),
        figures.several_forums,
    ),
    (
        Metric(
            "interlock", "Interlock density",
            "of all pairs of groups, those on which the same person, post or body sits; a set of bodies is one body",
            share=True,
        ),
        figures.interlocks,
    ),
    (
        Metric(
            "reciprocity", "Reciprocity",
            "of the pairs of groups of which one is represented on the other, those where both are; parts are taken "
            "for the outermost group they belong to, and a group is represented by itself, by whoever sits on its "
            "behalf, by posts in it and by its chair",
            share=True,
        ),
        figures.reciprocity,
    ),
    (
        Metric(
            "centralisation", "Centralisation",
            "how far ties run to one group (Freeman, by degree): the shortfalls of all groups from the best tied, over "
            "the most they could be; two groups are tied by a line, or where one is represented on the other",
            share=True,
        ),
        figures.centralisation,
    ),
    (Metric("seats_known", "Groups of which a seat is known", "of all groups", share=True), figures.seats_known),
    (
        Metric(
            "seats", "Seats",
            "known places on groups, each person, post or body once on each; a set that sits counts once", share=False,
        ),
        figures.seats,
    ),
    (Metric("elected", "Elected members", "of the seats, those held as elected member", share=True), figures.elected),
    (
        Metric(
            "hours", "Hours a year in meetings",
            "meetings a year times hours, over all seats of which both are known", share=False,
        ),
        figures.hours,
    ),
    (
        Metric("hours_known", "Seats whose hours are known", "of the seats, those with rhythm and length", share=True),
        figures.hours_known,
    ),
    (
        Metric(
            "words_per_group", "Words of source for each group",
            "words in the sources, over groups: how much was written, which other figures rise with", share=False,
        ),
        figures.words,
    ),
)  # fmt: skip

METRICS: tuple[Metric, ...] = tuple(metric for metric, _ in _ALL)
"""The figures, in the order in which they are told."""
