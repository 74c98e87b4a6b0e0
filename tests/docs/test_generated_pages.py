"""What the documentation takes from the code is what the code gives now. `make docs` writes it anew."""

import re
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from answerable.cli import app
from queries.rule import Rule
from queries.rules import RULES
from tests.golden_file import ROOT, Golden
from viz.handbook.rule_page import page_name, rule_index, rule_page
from viz.writers.markdown import markdown

COMMANDS = tuple(typer.main.get_command(app).commands)  # type: ignore[attr-defined]  # a group
CLI = "docs/cli.md"
_BLOCK = re.compile(r"```text\n\$ answerable ([\w-]+) --help\n(?:.*?\n)??```", re.DOTALL)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: str(rule.id))
def test_every_rule_has_its_page(rule: Rule, golden: Golden) -> None:
    golden.check(f"docs/rules/{page_name(rule)}", markdown(rule_page(rule)))


def test_the_list_of_rules(golden: Golden) -> None:
    golden.check("docs/rules/index.md", markdown(rule_index(RULES)))


def test_no_page_is_left_of_a_rule_that_is_gone() -> None:
    pages = {path.name for path in (ROOT / "docs" / "rules").iterdir()}
    assert pages == {"index.md", *map(page_name, RULES)}


def test_the_help_in_the_page_on_the_command_line_is_what_the_commands_say(golden: Golden) -> None:
    page = Path(ROOT, CLI).read_text("utf-8")
    golden.check(CLI, _BLOCK.sub(lambda block: f"```text\n$ answerable {block[1]} --help\n{_help(block[1])}```", page))


def test_every_command_is_documented_in_the_order_of_the_help() -> None:
    page = Path(ROOT, CLI).read_text("utf-8")
    assert tuple(_BLOCK.findall(page)) == COMMANDS
    assert tuple(re.findall(r"^## (\w+)$", page, re.MULTILINE)) == COMMANDS


def _help(command: str) -> str:
    result = CliRunner().invoke(app, [command, "--help"], prog_name="answerable", terminal_width=80)
    assert result.exit_code == 0
    return result.stdout
