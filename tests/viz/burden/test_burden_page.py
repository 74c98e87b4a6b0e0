"""The page about burden: what it shows is what comes out."""

from __future__ import annotations

import re
from pathlib import Path

from typer.testing import CliRunner

import sample_data
from answerable.cli import app

PAGE = Path(__file__).parents[3] / "docs" / "burden.md"


def test_the_example_is_what_the_command_prints() -> None:
    sample = sample_data.path("south_worcestershire")
    assumed = sample_data.assumptions_path("south_worcestershire_equal")
    result = CliRunner().invoke(app, ["burden", str(sample), "--assume", str(assumed)])
    assert result.exit_code == 0, result.output
    (example,) = re.findall(r"```text\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
    assert example in result.stdout
