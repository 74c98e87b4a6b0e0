"""The page for researchers: its code runs as it stands, and its files are there."""

import re
import shutil
from pathlib import Path
from typing import Any

import pytest

import sample_data

PAGE = Path(__file__).parents[2] / "docs" / "researchers.md"
CODE = "\n".join(re.findall(r"```python\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL))


def test_the_code_of_the_page_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copy(sample_data.path("south_worcestershire"), "partnership.yaml")
    made: dict[str, Any] = {}
    exec(compile(CODE, str(PAGE), "exec"), made)  # noqa: S102  our own page
    structure = made["structure"]
    assert len(made["seats"]) == len(structure.seats)
    stated = {(seat.group, seat.member) for seat in structure.seats if seat.evidence.modality == "stated"}
    assert made["members"].sum() == len(stated)
    assert len(made["claimed"]) == sum(len(group.claims) for group in structure.groups)
    assert len(made["lines"]) == len(structure.lines)
    assert len(made["graph"].edges) == len(structure.graph().edges) == len(made["edges"])
    assert {path.name for path in tmp_path.iterdir()} == {
        "partnership.yaml",
        "partnership.graphml",
        "partnership.edges.csv",
        "partnership.nodes.csv",
        "partnership.jsonld",
        "tables",
    }
