"""A small place with a fault or two, exceptions from them, and what the tests on them share."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

Answer = Callable[..., tuple[int, str, str]]

SMALL = """\
id: small
title: A small place
as_of: 2003-11-21
groups:
  - {id: csp, kind: partnership, name: The partnership}
  - {id: dag, kind: group, name: The drugs group, aliases: [DAG]}
lines:
  - {kind: accountable_to, from: dag, to: csp}
  - {kind: accountable_to, from: csp, to: dag}
completeness:
  - {of: terms_of_reference}
"""
WAIVERS = """\
waivers:
  - finding: TOR-01 csp
    owner: The chair
    reason: A constitution does the work.
    agreed_on: 2003-10-01
    review_by: 2004-10-01
  - {rule: ACC-03, subject: dag, owner: The board, reason: Ends soon., agreed_on: 2003-11-01, review_by: 2003-11-20}
  - {rule: TOR-01, subject: DAG, owner: The board, reason: So far., agreed_on: 2003-11-01, review_by: 2003-11-21}
  - {finding: TOR-01 nobody, owner: The board, reason: Was here., agreed_on: 2003-11-01, review_by: 2003-12-20}
"""
TWO = ("--rules", "TOR-01,ACC-03")


def laid_out(folder: Path) -> Path:
    """Write the structure and its exceptions into a folder."""
    (folder / "small.yaml").write_text(SMALL, "utf-8")
    (folder / "waivers.yaml").write_text(WAIVERS, "utf-8")
    return folder


def report(told: tuple[int, str, str]) -> Any:
    assert told[0] in (0, 1)
    return json.loads(told[1])


def part(text: str, first: str, until: str) -> str:
    """Return the lines from the one that is `first` to the one before `until`."""
    lines = text.splitlines()
    return "\n".join(lines[lines.index(first) : lines.index(until)])
