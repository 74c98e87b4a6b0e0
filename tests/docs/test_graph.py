"""The page on the graph: its code runs as it stands, and its table names what is there."""

import re
import shutil
from pathlib import Path
from typing import Any

import pytest

import sample_data

PAGE = Path(__file__).parents[2] / "docs" / "graph.md"
CODE = "\n".join(re.findall(r"```python\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL))


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    monkeypatch.chdir(tmp_path)
    shutil.copy(sample_data.path("south_worcestershire"), "partnership.yaml")
    made: dict[str, Any] = {}
    exec(compile(CODE, str(PAGE), "exec"), made)  # noqa: S102  our own page
    return made


def test_the_code_of_the_page_runs(made: dict[str, Any]) -> None:
    structure = made["structure"]
    stated = {(line.start, line.finish) for line in structure.lines if line.evidence.modality == "stated"}
    assert set(made["lines"].edges) == stated
    assert made["circles"] == []
    assert made["busiest"]
    assert all(sum(seat.start == member for seat in structure.seats) >= seats for member, seats in made["busiest"])


def test_what_was_written_is_what_was_there(made: dict[str, Any]) -> None:
    graph, again = made["graph"], made["again"]
    assert dict(again.nodes(data=True)) == dict(graph.nodes(data=True))
    assert list(again.edges(keys=True)) == list(graph.edges(keys=True))
    assert Path("partnership.gexf").is_file()
    assert "person" not in dict(graph.nodes(data="entity")).values()


def test_the_attributes_of_the_page_are_those_of_the_graph(made: dict[str, Any]) -> None:
    named = re.findall(r"`(\w+)`", "".join(re.findall(r"^\| (`.*?) \|", PAGE.read_text("utf-8"), re.MULTILINE)))
    graph = made["graph"]
    there = {name for _, values in graph.nodes(data=True) for name in values}
    there |= {name for _, _, values in graph.edges(data=True) for name in values}
    assert named == ["entity", "relation", "fact", "evidence_modality", "evidence_source"]
    assert set(named) <= there
