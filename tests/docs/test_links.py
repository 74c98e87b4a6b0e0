"""Links between the documents lead somewhere, and no decision is forgotten in the list of decisions."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DOCUMENTS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("sample_data/**/*.md")])
LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)")


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_somewhere(document: Path) -> None:
    lost = [link for link in LINK.findall(document.read_text("utf-8")) if not (document.parent / link).exists()]
    assert lost == []


def test_every_decision_is_listed() -> None:
    decisions = ROOT / "docs" / "adr"
    listed = LINK.findall((decisions / "index.md").read_text("utf-8"))
    assert sorted(listed) == sorted(path.name for path in decisions.glob("[0-9]*.md"))
