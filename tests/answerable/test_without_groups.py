"""A file without groups: nowhere is that all known, or nothing to ask."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook
from typer.testing import CliRunner

from answerable.cli import app
from queries.without_groups import NO_GROUPS


@pytest.fixture
def people(tmp_path: Path) -> Path:
    book = Workbook()
    del book["Sheet"]
    page = book.create_sheet("Contacts")
    for row in (["Name", "Public role"], ["Ian Keel", "no"]):
        page.append(row)
    book.save(tmp_path / "people.xlsx")
    return tmp_path / "people.xlsx"


@pytest.mark.parametrize(
    "command",
    [("check",), ("audit",), ("requests",), ("map", "-o", "map.html"), ("new", "new.xlsx", "--from")],
    ids=lambda command: command[0],
)
def test_it_is_said_that_there_are_none_and_what_to_do(
    people: Path, command: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(people.parent)
    words = [command[0], *command[1:], str(people)] if command[0] == "new" else [command[0], str(people), *command[1:]]
    result = CliRunner().invoke(app, words)
    said = " ".join(result.output.split())
    assert NO_GROUPS in said
    assert not any(
        one in said
        for one in (
            "Nothing has to be put right",
            "nothing to ask",
            "Nothing is shown",
            "no question to ask",
            "are known",
        )
    )
