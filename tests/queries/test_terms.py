"""The headings of terms of reference: each with its grounds, and as many as a group's weight asks for."""

from __future__ import annotations

import re
from itertools import combinations

import pytest

from queries.clauses import clauses
from queries.profile import Depth
from queries.terms.elements import Condition, Element, Need, conditions_of, depth_of, elements, wanted
from tests.golden_file import ROOT

IDS = [element.id for element in elements()]


@pytest.mark.parametrize("element", elements(), ids=lambda element: str(element.id))
def test_rests_on_clauses_that_there_are(element: Element) -> None:
    assert set(element.sources) <= set(clauses())


@pytest.mark.parametrize("element", elements(), ids=lambda element: str(element.id))
def test_every_blank_has_a_place_that_asks_for_it(element: Element) -> None:
    """Membership and accountability are tables, which have places of their own."""
    places = set(re.findall(r"\{(\w+)", " ".join(element.wording)))
    tables = {"membership": {"members"}, "accountability": set(element.blanks)}.get(element.id, set())
    assert set(element.blanks) <= places | tables
    assert set(element.asks) <= set(element.blanks)


def test_stand_once() -> None:
    assert len(IDS) == len(set(IDS)) == 20


def test_light_terms_have_five_headings() -> None:
    assert [element.id for element in wanted(Depth.LIGHT).all] == [
        "purpose", "membership", "chair", "accountability", "exit",
    ]  # fmt: skip


@pytest.mark.parametrize(("less", "more"), tuple(combinations(Depth, 2)))
def test_whoever_says_more_leaves_nothing_out(less: Depth, more: Depth) -> None:
    assert {element.id for element in wanted(less).core} <= {element.id for element in wanted(more).core}
    assert {element.id for element in wanted(less).all} < {element.id for element in wanted(more).all}


@pytest.mark.parametrize("depth", Depth)
@pytest.mark.parametrize("condition", Condition)
def test_a_condition_makes_its_headings_core_at_any_depth(depth: Depth, condition: Condition) -> None:
    core = {element.id for element in wanted(depth, {condition}).core} - {element.id for element in wanted(depth).core}
    assert core == {element.id for element in elements() if condition in element.core_when}
    assert core


def test_what_is_conditional_is_asked_of_nobody_else() -> None:
    for element in elements():
        if element.need is Need.CONDITIONAL:
            assert all(element not in wanted(depth).all for depth in Depth)


@pytest.mark.parametrize(
    ("kind", "tier", "rights", "depth"),
    [
        ("group", "operational", ("money",), Depth.FULL),
        ("board", "operational", (), Depth.STANDARD),
        ("partnership", "operational", (), Depth.STANDARD),
        ("group", "operational", ("staff",), Depth.LIGHT),
        ("group", "tactical", (), Depth.STANDARD),
        ("group", None, (), Depth.STANDARD),
        ("group", "strategic", ("statutory",), Depth.FULL),
    ],
)
def test_how_much_a_group_has_to_say(kind: str, tier: str | None, rights: tuple[str, ...], depth: Depth) -> None:
    assert depth_of(kind, tier, rights, Depth.STANDARD) is depth


def test_a_profile_settles_it_for_every_other_group() -> None:
    assert depth_of("board", None, (), Depth.LIGHT) is Depth.LIGHT


@pytest.mark.parametrize(
    ("rights", "functions", "funds", "providers", "found"),
    [
        ((), (), False, True, set()),
        ((), ("commissioning",), False, True, {Condition.PROVIDERS}),
        (("money",), (), False, False, {Condition.MONEY}),
        ((), ("funding",), False, False, {Condition.MONEY}),
        ((), (), True, False, {Condition.MONEY}),
        (("cases",), (), False, False, {Condition.CASES}),
    ],
)
def test_what_makes_more_headings_matter(
    rights: tuple[str, ...],
    functions: tuple[str, ...],
    funds: bool,
    providers: bool,
    found: set[Condition],
) -> None:
    assert conditions_of(rights, functions, funds=funds, providers=providers) == found


def test_the_page_shows_the_headings_as_they_are() -> None:
    page = (ROOT / "docs" / "terms-of-reference.md").read_text("utf-8")
    assert [line for line in page.splitlines() if line.startswith("| `")] == [_row(element) for element in elements()]


def _row(element: Element) -> str:
    weight = "; core: ".join(filter(None, (element.need, ", ".join(element.core_when))))
    depths = ", ".join(element.depths) or "where the condition holds"
    cells = (f"`{element.id}`", element.heading, weight, depths, element.why, element.counterpart)
    return f"| {' | '.join(cells)} |"
