"""The command as a user meets it: in a process of its own."""

import subprocess
import sys

import pytest

from answerable import __version__

HEAVY = ("jinja2", "neo4j", "networkx", "pygraphviz", "pyvis")


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "answerable", *arguments], capture_output=True, text=True, check=False, timeout=120
    )


def test_help_answers_without_loading_what_only_some_commands_need() -> None:
    program = f"""
import sys
from typer.testing import CliRunner
from answerable.cli import app
result = CliRunner().invoke(app, ["--help"])
assert result.exit_code == 0, result.output
print(" ".join(name for name in {HEAVY!r} if name in sys.modules))
"""
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    assert loaded.split() == []


def test_the_version() -> None:
    assert run("--version").stdout == f"answerable {__version__}\n"


@pytest.mark.parametrize("arguments", [["no-such-command"], ["--no-such-option"], ["doctor", "too-much"]])
def test_a_mistake_in_the_command_ends_with_2_and_no_traceback(arguments: list[str]) -> None:
    ended = run(*arguments)
    assert ended.returncode == 2
    assert "Traceback" not in ended.stderr
    assert ended.stdout == ""


@pytest.mark.parametrize(("kind", "code"), [("InputError", 2), ("DatabaseError", 3)])
def test_what_the_user_can_act_on_is_one_sentence_and_an_exit_code(kind: str, code: int) -> None:
    program = f"""
import sys
from answerable import errors
from answerable.cli import app, main

@app.command()
def asleep() -> None:
    raise errors.{kind}("The server is asleep.")

sys.argv = ["answerable", "asleep"]
main()
"""
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert ended.returncode == code
    assert ended.stderr == "answerable: The server is asleep.\n"
    assert ended.stdout == ""


def test_a_fault_of_the_program_ends_unlike_findings() -> None:
    program = """
import sys
from answerable.cli import app, main

@app.command()
def broken() -> None:
    raise KeyError("a role without words")

sys.argv = ["answerable", "broken"]
main()
"""
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert ended.returncode == 4
    assert "KeyError: 'a role without words'" in ended.stderr
    assert ended.stderr.endswith("not of your file. Please report it with the lines above.\n")
