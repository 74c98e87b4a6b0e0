"""The page for researchers: its code runs as it stands, and its files are there."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

import sample_data

PAGE = Path(__file__).parents[2] / "docs" / "researchers.md"
CODE = "\n".join(re.findall(r"```python\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL))


IS_SO = ("stated", "inferred", "asserted_general")


def run(folder: Path) -> dict[str, Any]:
    """Run the code of the page on a file in which a line, a seat and a group are denied."""
    text = yaml.safe_load(sample_data.path("south_worcestershire").read_text("utf-8"))
    first, second = (group["id"] for group in text["groups"][:2])
    denied: dict[str, dict[str, Any]] = {
        "groups": {"id": "no-such-group", "name": "No such group", "kind": "group"},
        "lines": {"from": first, "to": second, "kind": "delegated_by", "subject": "denied"},
        "seats": {"member": first, "group": second, "role": "secretariat"},
    }
    for table, row in denied.items():
        text[table].append({**row, "evidence": {"modality": "denied"}})
    (folder / "partnership.yaml").write_text(yaml.safe_dump(text), "utf-8")
    made: dict[str, Any] = {}
    exec(compile(CODE, str(PAGE), "exec"), made)  # noqa: S102  our own page
    return made


def test_the_code_of_the_page_runs_and_counts_no_denial(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    made = run(tmp_path)
    structure = made["structure"]
    assert len(made["seats"]) == len(structure.seats)
    stated = {(seat.group, seat.member) for seat in structure.seats if seat.evidence.modality == "stated"}
    assert made["members"].sum() == len(stated)
    said = [group for group in structure.groups if group.evidence.modality in IS_SO]
    claims = [claim for group in said for claim in group.claims if claim.evidence.modality in IS_SO]
    assert len(made["claimed"]) == len(claims)
    assert set(made["themes"]["id"]) == {group.id for group in said} != {group.id for group in structure.groups}
    lines = [line.key for line in structure.lines if line.evidence.modality in IS_SO]
    assert sorted(made["lines"]["fact"]) == sorted(lines)
    assert len(lines) < len(structure.lines)
    edges = [how for *_, how in structure.graph().edges(data="evidence_modality") if how in IS_SO]
    assert len(made["graph"].edges) == len(edges) == len(made["edges"])
    assert {path.name for path in tmp_path.iterdir()} == {
        "partnership.yaml",
        "partnership.graphml",
        "partnership.edges.csv",
        "partnership.nodes.csv",
        "partnership.jsonld",
        "tables",
    }
