"""The commands of the guide to spreadsheets run as they are written, on a workbook that was filled in by hand."""

import re
import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner

from answerable.cli import app
from answerable.errors import ExitCode
from loaders.inputs import gathered_or_parsed
from loaders.tables.headings import TITLES
from loaders.workbook.reading import read_workbook
from tests.loaders.messy.by_hand import by_hand

GUIDE = (Path(__file__).parents[2] / "docs" / "spreadsheets.md").read_text("utf-8")
COMMANDS = re.findall(r"^    answerable (.*?)(?:  +#.*)?$", GUIDE, re.MULTILINE)


def test_every_command_runs_and_writes_what_it_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("membership.xlsx").write_bytes(by_hand())
    for command in COMMANDS:
        before = {path.name for path in tmp_path.iterdir()}
        ran = CliRunner().invoke(app, shlex.split(command))
        wrong = ExitCode.INPUT if command == "check membership.xlsx" else ExitCode.NOTHING
        assert ran.exit_code == wrong, f"answerable {command}\n{ran.output}"
        written = {path.name for path in tmp_path.iterdir()} - before
        assert len(written) == (0 if command.startswith("audit") or command == "check membership.xlsx" else 1)
    assert gathered_or_parsed("back.xlsx").content["seats"] == read_workbook("my-area.xlsx").content["seats"]


def test_every_sheet_is_named() -> None:
    (names,) = re.findall(r"The sheets are called (.*?)\.", GUIDE, re.DOTALL)
    assert set(re.split(r",\s+|\s+and\s+", names)) == set(TITLES.values())
