"""The commands of the README run as they are written, one after the other, on the file of the guide."""

import re
import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner

from answerable.cli import app
from queries.rules import RULES
from tests.docs.test_first_file import FILE

README = (Path(__file__).parents[2] / "README.md").read_text("utf-8")
COMMANDS = re.findall(r"^    answerable (.*?)(?:  +#.*)?$", README, re.MULTILINE)


def test_every_command_runs_and_writes_what_it_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("partnership.yaml").write_text(FILE, "utf-8")
    for command in COMMANDS:
        arguments, _, into = command.partition(" > ")
        ran = CliRunner().invoke(app, shlex.split(arguments))
        assert ran.exit_code == 0, f"answerable {command}\n{ran.output}"
        if into:
            Path(into).write_text(ran.stdout, "utf-8")
    written = r"(?<=-o )\S+|(?<=> )\S+|(?<=^new )\S+|(?<=^convert my-area\.xlsx )\S+"
    named = set(re.findall(written, "\n".join(COMMANDS), re.MULTILINE))
    assert named == {path.name for path in tmp_path.iterdir()} - {"partnership.yaml"}
    assert all(path.stat().st_size for path in tmp_path.iterdir())


def test_the_number_of_rules_is_true() -> None:
    assert "Forty-two rules ask" in README
    assert len(RULES) == 42
