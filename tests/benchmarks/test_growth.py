"""Growth is held by counting steps, not by a clock: what is counted is the same on every machine."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable
from types import FrameType
from typing import Any, ClassVar

import pytest

from benchmarks import faults
from benchmarks.generate import AS_OF, Generated, generated
from graphmodel.dates import day
from graphmodel.structure import Structure
from queries.audit import audit
from queries.burden.overlap import overlaps
from queries.engines.memory import MemoryEngine
from queries.profile import profile
from queries.rules import RULES

FEW, MANY = 40, 160


class Watched(frozenset[str]):
    """The bodies on a group, which note how often they are compared with those on another."""

    compared: ClassVar[Counter[str]] = Counter()

    def __and__(self, other: object) -> Any:
        Watched.compared["pairs"] += 1
        return super().__and__(other)  # type: ignore[operator]  # a set counted


def pairs_compared(partnerships: int) -> int:
    document = generated(partnerships).document
    homes = {link["post"]: link["home"] for link in document["links"] if link["type"] == "post_in"}
    members: dict[str, set[str]] = {}
    for seat in document["seats"]:
        members.setdefault(seat["group"], set()).add(homes.get(seat["member"], seat["member"]))
    Watched.compared.clear()
    bodies = {group: Watched(found) for group, found in members.items()}
    assert list(overlaps(bodies, least=4, share=0.75, comparable=lambda _one, _other: True))
    return Watched.compared["pairs"]


def test_pairs_of_groups_grow_with_the_groups_and_not_with_their_square() -> None:
    few, many = pairs_compared(FEW), pairs_compared(MANY)
    assert few > 0
    assert many <= few * (MANY // FEW) * 1.1


def test_bodies_that_sit_everywhere_pair_nobody() -> None:
    everywhere = {f"body {number}" for number in range(3)}
    Watched.compared.clear()
    groups = {
        str(number): Watched(everywhere | {f"own {number} {place}" for place in range(5)}) for number in range(300)
    }
    assert list(overlaps(groups, least=4, share=0.75, comparable=lambda _one, _other: True)) == []
    assert Watched.compared["pairs"] == 0


Work = Callable[[], object]


def calls(work: Work) -> int:
    """How many Python functions are entered while the work is done."""
    entered = 0

    def note(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal entered
        entered += event == "call"

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(before)
    return entered


def lines_run(work: Work) -> int:
    """How many lines of Python are run, each turn of a loop counted; slower to count than calls, and it sees loops."""
    run = 0

    def note(_frame: FrameType, event: str, _argument: object) -> Any:
        nonlocal run
        run += event == "line"
        return note

    before = sys.gettrace()
    sys.settrace(note)
    try:
        work()
    finally:
        sys.settrace(before)
    return run


def growth(made: Callable[[int], Generated], rule: str, count: Callable[[Work], int], few: int, many: int) -> float:
    """By how much the steps that a rule takes for each partnership grow."""
    asked = [known for known in RULES if known.id == rule]

    def steps(partnerships: int) -> float:
        engine = MemoryEngine(Structure.model_validate(made(partnerships).document))
        engine.head()
        return count(lambda: audit(engine, as_of=day(AS_OF), profile=profile("governance"), rules=asked)) / partnerships

    steps(8)  # imports and caches that only the first audit pays for
    return steps(many) / steps(few)


@pytest.mark.parametrize("rule", [rule.id for rule in RULES])
def test_no_rule_takes_more_steps_for_a_partnership_among_more_partnerships(rule: str) -> None:
    assert growth(generated, rule, calls, 40, 160) < 1.02


@pytest.mark.parametrize(
    ("sow", "rule"),
    [
        (faults.terms_denied, "TOR-01"),
        (faults.line_to_an_ended_body, "ACC-02"),
        (faults.line_to_a_charity, "ACC-02"),
        (faults.circle_of_two, "ACC-02"),
        (faults.circle_of_two, "ACC-03"),
        (faults.circle_on_two_subjects, "ACC-03"),
        (faults.circle_on_two_subjects, "ACC-05"),
        (faults.same_members, "REP-02"),
        (faults.county_group_in_every_district, "REP-02"),
    ],
    ids=lambda value: getattr(value, "__name__", value),
)
def test_a_fault_in_every_partnership_takes_no_more_steps_for_each(sow: faults.Sow, rule: str) -> None:
    def made(partnerships: int) -> Generated:
        return generated(partnerships, schedule=((sow,),))

    assert growth(made, rule, lines_run, 24, 96) < 1.02
