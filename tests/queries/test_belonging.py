"""What is part of a structure, and what stands beside it."""

import pytest

from graphmodel import shorthand
from graphmodel.dates import Day
from graphmodel.evidence import EvidenceLevel
from queries.engines.memory import MemoryEngine
from queries.facts.known import Known
from tests.asked import report_of

NEIGHBOURS = {
    "a local strategic partnership": ("lsp: partnership functions=local_strategic_partnership", {"lsp"}),
    "with its groups": ("l: board functions=scrutiny; x: group; x part of l; y: group; y part of x", {"l", "x", "y"}),
    "with a group that is also the partnership's": ("y: board functions=scrutiny; x part of y; x part of csp", {"y"}),
    "with a group that answers to the partnership": ("y: board functions=scrutiny; x part of y; x => csp", {"y"}),
    "what has more to do": ("y: board functions=youth_offending+drugs", set()),
    "what is part of the partnership": ("y: board functions=youth_offending; y part of csp", set()),
    "what answers to the partnership": ("y: board functions=youth_offending; y => csp", set()),
    "what answers to one of its groups": ("y: board functions=youth_offending; y => x", set()),
    "to whom the partnership answers": ("y: board functions=scrutiny; csp => y", {"y"}),
    "what only sits there": ("y: board functions=youth_offending; y on csp", {"y"}),
    "without functions": ("y: board terminus", set()),
    "a team": ("y: team functions=youth_offending", set()),
}  # fmt: skip


def neighbours(structure: str) -> frozenset[str]:
    return Known(MemoryEngine(shorthand.parse(structure)), Day("2003-11-21"), EvidenceLevel.ASSERTED).neighbours


@pytest.mark.parametrize(("told", "expected"), NEIGHBOURS.values(), ids=NEIGHBOURS)
def test_neighbours_are_told_apart(told: str, expected: set[str]) -> None:
    assert neighbours(f"csp: partnership; {told}") == expected


def test_there_are_none_without_a_partnership_to_stand_beside() -> None:
    assert neighbours("y: partnership functions=youth_offending; b: board") == set()


def test_a_neighbour_that_is_all_there_is_known_of_opens_no_question() -> None:
    """Adding the local strategic partnership answers how it is tied, and asks nothing of how it works."""
    families = ("ACC", "REP", "TOR-01")
    well = shorthand.parse("csp: partnership")
    more = shorthand.parse("csp: partnership; lsp: partnership functions=local_strategic_partnership; csp on lsp")
    before, after = (
        {one.identity for one in report_of(structure).findings if one.ask and one.rule.startswith(families)}
        for structure in (well, more)
    )
    assert after <= before
