"""The way up, and what every way up passes: held against what one sees by taking each thing away."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from graphmodel import shorthand
from graphmodel.dates import Day
from graphmodel.evidence import EvidenceLevel
from queries.engines.memory import MemoryEngine
from queries.facts.known import Known
from queries.people.gatekeepers import gatekeepers, pieces
from queries.ways.ascent import Ascent, ascent, narrows

DAY = Day("2003-11-21")


def up(structure: str) -> Ascent:
    return ascent(Known(MemoryEngine(shorthand.parse(structure)), DAY, EvidenceLevel.ASSERTED).chains)


def test_how_far_it_is() -> None:
    ways = up("k: county_council; a => k; b => a; c => b; c => a; d => c; e => f; g => g")
    assert ways.lines == {"k": 0, "a": 1, "b": 2, "c": 2, "d": 3, "f": 0, "e": 1}
    assert (ways.next["d"], ways.next["c"], ways.next["k"]) == ("c", "a", "")
    assert (ways.way("d"), ways.way("k")) == (("d", "c", "a", "k"), ("k",))
    assert ways.ends == {"k", "f"}


LINES = st.lists(st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdefk")), max_size=10)


@given(LINES)
def test_narrows_are_what_nothing_goes_past(lines: list[tuple[str, str]]) -> None:
    text = "k: county_council; a: group" + "".join(f"; {start} => {finish}" for start, finish in sorted(set(lines)))
    ways = up(text)
    nearest = narrows(ways)
    for thing in ways.lines:
        passed = {narrow for narrow in ways.lines if narrow != thing and not _reaches(ways, thing, without=narrow)}
        told = set()
        here = nearest[thing]
        while here:
            told.add(here)
            here = nearest[here]
        assert told == passed - {thing}, text


def _reaches(ways: Ascent, start: str, without: str) -> bool:
    found = {start}
    queue = [start]
    while queue:
        here = queue.pop()
        if here in ways.ends:
            return True
        new = {there for there in ways.up.get(here, ()) if there != without} - found
        found |= new
        queue += new
    return False


SEATS = st.lists(st.tuples(st.sampled_from(("p", "q", "r", "s", "g1")), st.sampled_from(("g1", "g2", "g3", "g4"))),
                 max_size=9).map(lambda seats: [(one, group) for one, group in seats if one != group])  # fmt: skip


@given(SEATS)
def test_gatekeepers_are_those_without_whom_groups_fall_apart(seats: list[tuple[str, str]]) -> None:
    for everybody, inside in pieces(seats):
        groups = {one for one in everybody if one.startswith("g")}
        told = gatekeepers(inside, groups)
        for one in sorted(everybody - groups):
            left = pieces([seat for seat in inside if one not in seat])
            alone = groups - {group for found, _ in left for group in found}
            parts = [len(found & groups) for found, _ in left if found & groups] + [1] * len(alone)
            assert sorted(parts, reverse=True) == (
                [part.number for part in told[one]] if one in told else [len(groups)]
            )
            for part in told.get(one, ()):
                assert part.groups
                assert all((one, group) in inside for group in part.groups)
