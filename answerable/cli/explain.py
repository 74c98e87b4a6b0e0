"""`answerable explain`: the page of one rule, or the list of all."""

from __future__ import annotations

from typing import Annotated

import typer

from answerable.cli.output import show_paper
from answerable.errors import InputError


def explain(
    rule: Annotated[
        str | None,
        typer.Argument(metavar="RULE", help="The rule, such as ACC-05. [default: the list of all]", show_default=False),
    ] = None,
) -> None:
    """Explain a rule, or list them all.

    What it asks, why, on what grounds, what it leaves alone, and worked examples.
    """
    from answerable.asking import known_rules
    from viz.handbook.rule_page import rule_index, rule_page

    rules = {known.id: known for known in known_rules()}
    if rule is None:
        show_paper(rule_index(tuple(rules.values())))
    elif rule.strip().upper() in rules:
        show_paper(rule_page(rules[rule.strip().upper()]))
    else:
        raise InputError(_unknown(rule, tuple(rules)))


def _unknown(rule: str, known: tuple[str, ...]) -> str:
    from loaders.names import nearest
    from viz.text import clean

    likest = nearest(rule, known)
    guess = f" Did you mean {' or '.join(likest)}?" if likest else ""
    return f"There is no rule `{clean(rule)}`.{guess} `answerable explain` lists all of them."
