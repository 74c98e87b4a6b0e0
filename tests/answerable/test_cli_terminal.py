"""What a person sees: the command on a terminal of its own."""

import os
import re
import subprocess
import sys

import pytest

from queries.rules import RULES
from viz.handbook.rule_page import rule_page
from viz.writers.text import text

pty = pytest.importorskip("pty", reason="there are no pseudo-terminals here")

RULE = RULES[0]
_STYLE = re.compile(r"\x1b\[[\d;]*m")


def on_a_terminal(*arguments: str, **environment: str) -> str:
    ours, theirs = pty.openpty()
    surroundings = {name: value for name, value in os.environ.items() if name not in {"NO_COLOR", "COLUMNS"}}
    with subprocess.Popen(
        [sys.executable, "-m", "answerable", *arguments],
        stdout=theirs,
        env={**surroundings, "TERM": "xterm-256color", **environment},
    ) as started:
        os.close(theirs)
        told = b""
        while part := _read(ours):
            told += part
    os.close(ours)
    assert started.returncode == 0
    return told.decode("utf-8").replace("\r\n", "\n")


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # how Linux says that the other end is gone
        return b""


@pytest.mark.parametrize(("columns", "width"), [("70", 70), ("300", 110)])
def test_text_is_as_wide_as_the_terminal_and_headings_stand_out(columns: str, width: int) -> None:
    told = on_a_terminal("explain", RULE.id, COLUMNS=columns)
    assert told.startswith(f"\x1b[1;36m{RULE.id}: {RULE.title}\x1b[0m\n")
    assert _STYLE.sub("", told) == text(rule_page(RULE), width)


def test_whoever_wants_no_colour_gets_none() -> None:
    assert "\x1b[1;36m" not in on_a_terminal("explain", RULE.id, NO_COLOR="1")


def test_json_is_never_coloured() -> None:
    assert "\x1b" not in on_a_terminal("schema")
