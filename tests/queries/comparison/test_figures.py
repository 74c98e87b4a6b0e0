"""The figures of structure: those of the case studies, counted by hand from the files, and each one by itself."""

from fractions import Fraction

import pytest

from graphmodel.evidence import EvidenceLevel
from graphmodel.structure import Structure
from queries.comparison.results import Value
from tests.asked import report_of
from tests.queries.comparison.side_by_side import FIVE, LEVELS, figure, sample, shown, side_by_side, the_five

NONE = (None, None, None)
TWICE, ONCE = 2, 1


def _by_hand(metric: str) -> dict[str, tuple[object, ...]]:
    return {one.id: tuple(shown(one.values[level][metric]) for level in LEVELS) for one in the_five().structures}


# stated, with inferred, with general claims; for Torbay, Rochdale, South Worcestershire, Gloucestershire, Hackney
HAND: dict[str, tuple[tuple[object, ...], ...]] = {
    "groups": ((1, 1, 1), (1, 1, 1), (6, 6, 6), (7, 7, 7), (4, 5, 5)),
    # three district area groups are inferred; six CDRPs are stated
    "groups_in_sets": ((1, 1, 1), (1, 1, 1), (6, 8, 8), (12, 12, 12), (4, 5, 5)),
    "tiers": (NONE, NONE, (None, 1, 1), NONE, (3, 3, 3)),
    "tier_known": (((0, 1),) * 3, ((0, 1),) * 3, ((0, 6), (1, 6), (1, 6)), ((0, 7),) * 3, ((3, 4), (3, 5), (3, 5))),
    "depth": (NONE, NONE, (1, 1, 1), NONE, NONE),
    "nesting": (NONE, NONE, (1, 1, 1), (1, 1, 1), (None, 1, 1)),
    "lines_per_group": (NONE, NONE, ((2, 6),) * 3, NONE, NONE),
    "line_met": (((0, 1),) * 3, ((0, 1),) * 3, ((1, 6),) * 3, ((0, 7),) * 3, ((0, 4), (0, 5), (0, 5))),
    "line_query": (((1, 1),) * 3, ((1, 1),) * 3, ((5, 6),) * 3, ((7, 7),) * 3, ((4, 4), (5, 5), (5, 5))),
    # a forum is not asked for terms of reference; the original conditions make it partly
    "tor_met": (((0, 1),) * 3, ((0, 1),) * 3, ((1, 6),) * 3, ((0, 6),) * 3, ((0, 4), (0, 5), (0, 5))),
    "tor_query": (((1, 1),) * 3, ((1, 1),) * 3, ((5, 6),) * 3, ((6, 6), (5, 6), (5, 6)), ((4, 4), (5, 5), (5, 5))),
    "chair_met": (((0, 1),) * 3, ((0, 1),) * 3, ((2, 6),) * 3, ((4, 7),) * 3, ((0, 4), (0, 5), (0, 5))),
    "chair_query": (((1, 1),) * 3, ((1, 1),) * 3, ((4, 6),) * 3, ((3, 7),) * 3, ((4, 4), (5, 5), (5, 5))),
    "several_forums": (NONE, NONE, ((1, 1),) * 3, NONE, NONE),
    # the partnership with the Drug and Alcohol Group, the Strategic Group and the board; the first two with each other
    "interlock": (NONE, NONE, ((4, 15),) * 3, ((4, 21),) * 3, NONE),
    # that the board is part of the SMAT is inferred, and makes the two partnerships sit on each other
    "reciprocity": (NONE, NONE, ((0, 4), (1, 3), (1, 3)), ((0, 4),) * 3, NONE),
    "centralisation": (NONE, NONE, ((8, 20),) * 3, ((13, 30),) * 3, NONE),
    "seats_known": (((0, 1),) * 3, ((0, 1),) * 3, ((4, 6),) * 3, ((5, 7),) * 3, ((0, 4), (0, 5), (0, 5))),
    # three district councils are inferred; the lead PCT is inferred, the police are claimed
    "seats": (NONE, NONE, (12, 15, 15), (18, 19, 20), NONE),
    "elected": (NONE, NONE, ((1, 12), (1, 15), (1, 15)), ((0, 18), (0, 19), (0, 20)), NONE),
    "hours": (NONE,) * 5,
    "hours_known": (NONE, NONE, ((0, 12), (0, 15), (0, 15)), ((0, 18), (0, 19), (0, 20)), NONE),
    "words_per_group": (((140, 1),) * 3, ((119, 1),) * 3, ((229, 6),) * 3, ((375, 7),) * 3,
                        ((106, 4), (106, 5), (106, 5))),
}  # fmt: skip


@pytest.mark.parametrize("metric", HAND)
def test_figures_of_the_case_studies_are_those_counted_by_hand(metric: str) -> None:
    assert _by_hand(metric) == dict(zip(FIVE, HAND[metric], strict=True))


def test_every_figure_was_counted_by_hand() -> None:
    assert [metric.id for metric in the_five().metrics] == list(HAND)


def test_case_studies_have_the_groups_lines_terms_and_chairs_that_are_known_of_them() -> None:
    values = [one.values[EvidenceLevel.INFERRED] for one in the_five().structures]
    assert sum(value["groups"].number or 0 for value in values) == 20
    assert [sum(value[what].part or 0 for value in values) for what in ("tor_met", "line_met", "chair_met")] == [
        1,
        1,
        6,
    ]


@pytest.mark.parametrize("level", LEVELS)
def test_what_is_evidenced_is_what_the_report_says(level: EvidenceLevel) -> None:
    for one in the_five().structures:
        report = report_of(sample(one.id), named="dat-cdrp-2003", evidence=level)
        met = sum(1 for found in report.findings if found.rule == "TOR-01" and found.status == "met")
        assert one.values[level]["tor_met"].part == met


@pytest.mark.parametrize(
    ("metric", "structure", "value"),
    [
        ("depth", "a -> b; b -> c; a -> c", 2),
        ("depth", "a -> b; b -> a; b -> c", 1),
        ("lines_per_group", "a -> b; a => b", (2, 2)),
        ("several_forums", "a -> b; a => b", (0, 1)),
        ("several_forums", "a -> b; a -> c; b -> c", (1, 2)),
        ("nesting", "a part of b; b part of c", 2),
        ("groups", "csp: partnership; lsp: partnership functions=local_strategic_partnership", 1),
        ("groups", "a: group; t: team; m: meeting_series", 1),
        ("interlock", "p on a; p on b; q on c", (1, 3)),
        ("interlock", "x: post; y: post; x in p; y in p; x on a; y on b", (1, 1)),
        ("interlock", "a: group; b: group", None),
        ("reciprocity", "c: group; a on b; b on a; c on a", (1, 2)),
        ("reciprocity", "x: post; x chairs a; x on b", (0, 1)),
        ("reciprocity", "p on a; p on b", None),
        ("centralisation", "a: group; b: group; c: group; a on m; b on m; c on m", (6, 6)),
        ("centralisation", "a on b; b on c; c on a", (0, 2)),
        ("centralisation", "a -> b", None),
        ("hours", "a: group per_year=4 hours=2; p on a; q on a", 16),
        ("hours_known", "a: group per_year=4 hours=2; b: group; p on a; p on b", (1, 2)),
        ("elected", "x: post; x on a [capacity=elected_member]; p on a; q on a; r on a", (1, 4)),
        ("seats_known", "all: mixed set umbrella; all on a; p on b", (1, 2)),
        ("tiers", "a: group strategic; b: group strategic; c: group operational", 2),
        ("words_per_group", "a: group", None),
    ],
)
def test_a_figure_by_itself(metric: str, structure: str, value: object) -> None:
    found = figure(structure, metric)
    assert found == (Fraction(value) if isinstance(value, int) else value)


def _at_least(structure: str, metric: str) -> bool:
    from tests.queries.comparison.side_by_side import alone

    return alone(structure).values[EvidenceLevel.ASSERTED][metric].at_least


@pytest.mark.parametrize("metric", ["depth", "lines_per_group"])
def test_a_figure_of_lines_is_a_lower_bound_until_all_lists_of_lines_are_complete(metric: str) -> None:
    assert _at_least("a -> b; complete line of a", metric)
    assert not _at_least("a -> b; complete line of a; complete line of b", metric)


@pytest.mark.parametrize("metric", ["interlock", "seats", "hours"])
def test_a_figure_of_seats_is_a_lower_bound_until_all_lists_of_members_are_complete(metric: str) -> None:
    groups = "a: group per_year=4 hours=2; b: group per_year=4 hours=2; p on a; p on b; complete membership of a"
    assert _at_least(groups, metric)
    assert not _at_least(f"{groups}; complete membership of b", metric)


@pytest.mark.parametrize("metric", ["groups", "groups_in_sets"])
def test_groups_are_at_least_so_many_until_their_list_is_complete(metric: str) -> None:
    assert _at_least("a: group; b: group", metric)
    assert not _at_least("a: group; b: group; complete groups", metric)
    assert _at_least("merge a=unknown b=unknown into c; a: group; b: group; complete groups", metric)


def test_three_tiers_are_all_there_are() -> None:
    three = "a: group strategic; b: group tactical; c: group operational"
    assert not _at_least(f"{three}; d: group", "tiers")
    assert _at_least("a: group strategic; b: group tactical", "tiers")
    assert not _at_least("a: group strategic; b: group tactical; complete groups", "tiers")


def test_who_answers_to_several_is_open_until_lists_of_lines_are_complete() -> None:
    lines = "a -> b; a -> c"
    assert _at_least(lines, "several_forums")
    assert not _at_least(f"{lines}; complete line", "several_forums")


def test_elected_members_are_at_least_so_many_while_a_capacity_or_a_list_is_open() -> None:
    seats = "p on a [capacity=elected_member]; q on a [capacity=officer]"
    assert _at_least(seats, "elected")
    assert not _at_least(f"{seats}; complete membership", "elected")
    assert _at_least(f"{seats}; r on a; complete membership", "elected")


@pytest.mark.parametrize("metric", ["reciprocity", "centralisation"])
def test_a_figure_of_ties_is_open_but_may_fall_too(metric: str) -> None:
    from tests.queries.comparison.side_by_side import alone

    ties = "a on b; b on c; c on a"
    open_, closed = (
        alone(text).values[EvidenceLevel.ASSERTED][metric]
        for text in (ties, f"{ties}; complete membership; complete line; complete part_of")
    )
    assert (open_.at_least, open_.open) == (False, True)
    assert (closed.at_least, closed.open) == (False, False)


@pytest.mark.parametrize("what", ["line", "tor", "chair"])
def test_what_is_evidenced_is_what_it_is(what: str) -> None:
    for one in the_five().structures:
        for values in one.values.values():
            met, query = values[f"{what}_met"], values[f"{what}_query"]
            assert not met.at_least | met.open | query.at_least | query.open


def test_a_set_counts_once_and_as_many_as_it_is_said_to_be() -> None:
    values = {
        text: (side_by_side(*_two(text)).structures[0].values[EvidenceLevel.ASSERTED])
        for text in ("a: group set count=4; b: group; complete groups", "a: group set; b: group; complete groups")
    }
    known, unknown = values.values()
    assert known["groups"] == unknown["groups"] == Value(Fraction(2), at_least=True, open=True)
    assert known["groups_in_sets"] == Value(Fraction(5))
    assert unknown["groups_in_sets"] == Value(Fraction(2), at_least=True, open=True)


def _two(text: str) -> tuple[Structure, Structure]:
    from graphmodel import shorthand

    return shorthand.parse(text), sample("torbay")


def test_words_of_sources_are_unknown_where_those_of_one_are() -> None:
    assert figure("a: group; s: source words=100; z: source words=20", "words_per_group") == (120, 1)
    assert figure("a: group; s: source words=100; z: source", "words_per_group") is None


def test_words_and_facts_stand_beside_the_figures() -> None:
    found = {one.id: one.coverage for one in the_five().structures}
    assert [found[name].words for name in FIVE] == [140, 119, 229, 375, 106]
    assert dict(found["hackney"].facts) == {"stated": 12, "inferred": 7}
    assert (found["gloucestershire"].seats_known, found["gloucestershire"].groups) == (5, 7)
