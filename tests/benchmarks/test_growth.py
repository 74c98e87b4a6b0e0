"""Growth is held by counting steps, not by a clock: what is counted is the same on every machine."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable
from types import FrameType
from typing import Any, ClassVar

import pytest

from benchmarks.generate import AS_OF, generated
from graphmodel.dates import day
from graphmodel.structure import Structure
from queries.audit import audit
from queries.engines.memory import MemoryEngine
from queries.overlap import overlaps
from queries.profile import profile
from queries.rules import RULES

FEW, MANY = 40, 160


class Watched(frozenset[str]):
    """The bodies on a group, which note how often they are compared with those on another."""

    compared: ClassVar[Counter[str]] = Counter()

    def __and__(self, other: object) -> Any:
        Watched.compared["pairs"] += 1
        return super().__and__(other)  # type: ignore[operator]


def pairs_compared(partnerships: int) -> int:
    document = generated(partnerships).document
    homes = {link["post"]: link["home"] for link in document["links"] if link["type"] == "post_in"}
    members: dict[str, set[str]] = {}
    for seat in document["seats"]:
        members.setdefault(seat["group"], set()).add(homes.get(seat["member"], seat["member"]))
    Watched.compared.clear()
    bodies = {group: Watched(found) for group, found in members.items()}
    assert list(overlaps(bodies, least=4, share=0.75))
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
    assert list(overlaps(groups, least=4, share=0.75)) == []
    assert Watched.compared["pairs"] == 0


def calls(work: Callable[[], object]) -> int:
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


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_no_rule_takes_more_than_its_share_of_steps_on_more_partnerships(rule: Any) -> None:
    def steps(partnerships: int) -> int:
        structure = Structure.model_validate(generated(partnerships).document)
        engine = MemoryEngine(structure)
        return calls(lambda: audit(engine, as_of=day(AS_OF), profile=profile("governance"), rules=[rule]))

    steps(10)  # imports and caches that only the first audit pays for
    few, many = steps(20), steps(80)
    assert many <= few * 4 * 1.15
