"""The guide's own file loads without a problem and gives what the guide says it gives."""

import re
from pathlib import Path

from loaders.structures import load_text
from tests.asked import report_of, statuses

GUIDE = Path(__file__).parents[2] / "docs" / "first-file.md"
BLOCKS = re.findall(r"```yaml\n(.*?)```", GUIDE.read_text("utf-8"), re.DOTALL)


def test_the_guide_is_true() -> None:
    loaded = load_text(BLOCKS[0])
    assert loaded.problems == ()
    found = statuses(report_of(loaded.structure))
    assert found["ACC-09 csp"] == "met"
    assert found["TOR-01 csp"] == "met"
    assert found["ACC-05 drugs"] == "query"
    assert "fail" not in found.values()


def test_complete_lists_are_the_only_thing_that_turns_silence_into_a_fault() -> None:
    found = statuses(report_of(load_text(BLOCKS[0] + BLOCKS[1]).structure))
    assert [identity for identity, status in found.items() if status == "fail"] == ["ACC-11 health (chair)"]
