"""The page on comparing tells every figure, shape and pattern, and its program runs."""

import re
from pathlib import Path
from typing import Any

import pytest

from queries.comparison.metrics import METRICS
from queries.comparison.motifs import KINDS, MOST, PATTERNS

PAGE = (Path(__file__).parents[3] / "docs" / "comparing.md").read_text("utf-8")


@pytest.mark.parametrize("metric", [metric.id for metric in METRICS])
def test_every_figure_is_explained(metric: str) -> None:
    assert re.search(rf"^\| [^|]*`{metric}`", PAGE, re.MULTILINE)


def test_no_other_figure_is() -> None:
    table = PAGE.split("## What is measured")[1].split("*Represented*")[0]
    told = {name for row in re.findall(r"^\| ([^|]+) \|", table, re.MULTILINE) for name in re.findall(r"`(\w+)`", row)}
    assert told == {metric.id for metric in METRICS}


def test_every_pattern_is_explained() -> None:
    assert {pattern.kind for pattern in PATTERNS} == set(KINDS)
    for name in KINDS.values():
        assert f"| {name.lower()} |" in PAGE
    assert f"{MOST:,} matches" in PAGE


def test_the_program_runs() -> None:
    (program,) = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
    made: dict[str, Any] = {}
    exec(program, made)  # noqa: S102  our own page
    assert made["groups"].loc["hackney"].to_dict() == {"asserted": 5, "inferred": 5, "stated": 4}
    assert made["shapes"]["torbay"] == "Crime team and Drugs team share one roof."
