"""No finding accuses anybody on the strength of a slide: it is a drawing, and what was made of it is inferred."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graphmodel.dates import Day
from graphmodel.evidence import EvidenceLevel, Modality
from graphmodel.structure import Structure
from loaders.structures import load
from queries.audit import audit
from queries.engines.memory import MemoryEngine
from queries.profile import profile, profile_ids
from queries.rule import Status
from queries.rules import RULES
from tests.loaders.slides.drawing import Deck

BOXES = (
    "Community Safety Partnership\nMeets yearly", "The Board\nChair: Jane Smith", "Drugs Group\nChair: The Board",
    "Drug Action Team\nChair: DPH\nChair: Bob Jones", "Youth Offending Team", "Joint Commissioning\nChair: vacant",
    "Primary Care Trust", "Police Authority", "County Council", "DAT Co-ordinator\nJane Smith", "Pooled Budget",
    "Crime Strategy", "Housing Panel\nMembers: Police Authority, Jane Smith", "Themes", "Local Strategic Partnership",
)  # fmt: skip
WORDS = ("", "accountable to", "funding", "supports", "advises", "membership", "delegates to", "part of", "chairs")

charts = st.lists(
    st.tuples(
        st.integers(0, len(BOXES) - 1), st.integers(0, len(BOXES) - 1),
        st.sampled_from(("", "end", "start", "both")), st.sampled_from(WORDS),
    ),
    max_size=25,
)  # fmt: skip


def drawn(path: Path, lines: list[tuple[int, int, str, str]]) -> Structure:
    deck = Deck().new("Structure, 1 April 2003")
    boxes = [deck.box(text, 1 + 6.5 * (place % 5), 3 + 5 * (place // 5), 5, 2) for place, text in enumerate(BOXES)]
    for start, end, head, words in lines:
        if start != end:
            line = deck.glued(boxes[start], boxes[end], head=head)
            middle = (line.begin_x + line.end_x) / 720_000, (line.begin_y + line.end_y) / 720_000
            if words:
                deck.words(words, middle[0] - 1, middle[1] - 0.3, 2, 0.6)
    return load(deck.save(path)).structure


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lines=charts)
def test_nothing_is_a_fault_on_the_strength_of_a_slide(tmp_path: Path, lines: list[tuple[int, int, str, str]]) -> None:
    engine = MemoryEngine(drawn(tmp_path / "chart.pptx", lines))
    for name in profile_ids():
        report = audit(engine, as_of=Day("2010-01-01"), profile=profile(name), rules=RULES)
        assert not [finding for finding in report.findings if finding.status is Status.FAIL]


@pytest.mark.parametrize("level", EvidenceLevel)
@pytest.mark.parametrize("name", profile_ids())
def test_two_boxes_that_answer_to_each_other_are_no_fault_either(
    tmp_path: Path, name: str, level: EvidenceLevel
) -> None:
    structure = drawn(tmp_path / "chart.pptx", [(1, 2, "end", ""), (2, 1, "end", "accountable to"), (0, 1, "end", "")])
    report = audit(MemoryEngine(structure), as_of=Day("2010-01-01"), profile=profile(name), rules=RULES, evidence=level)
    assert not [finding for finding in report.findings if finding.status is Status.FAIL]


def test_everything_on_a_slide_is_inferred_and_says_where_and_why(tmp_path: Path) -> None:
    structure = drawn(tmp_path / "chart.pptx", [(1, 0, "end", ""), (6, 2, "end", "funding")])
    items = [item for _, item in structure.items() if item not in structure.sources]
    assert len(items) > len(BOXES)
    for item in items:
        assert item.evidence.modality is Modality.INFERRED
        assert item.evidence.reason
        assert (item.evidence.locator or "").startswith("slide 1, ")
    assert not structure.completeness
