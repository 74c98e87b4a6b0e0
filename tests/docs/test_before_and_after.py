"""The worked tables of the page on before and after are what the calculation gives, and its example is in order."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import answerable as an
import sample_data
from answerable.assumptions import read_assumptions
from queries.burden.savings import Verdict
from tests.golden_file import ROOT
from tests.queries.savings.beside_each_other import GLOUCESTERSHIRE, SOUTH_WORCESTERSHIRE, of_samples

PAGE = Path(ROOT, "docs/before-and-after.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("assumed", "rhythm", "too_many"),
    [("equal", "meet as often as the partnership", 2), ("monthly", "meet every month", 1)],
)
def test_the_table_of_south_worcestershire(assumed: str, rhythm: str, too_many: int) -> None:
    (kept,) = of_samples(SOUTH_WORCESTERSHIRE, f"south_worcestershire_{assumed}")["sw.police"].kept
    hours = " | ".join(str(number) for number in kept.table)
    assert f"| hours a year after, **if** they {rhythm} | {hours} | {too_many} |\n" in PAGE
    saved = [kept.break_even is not None and attended < kept.break_even for attended in range(4)]
    assert saved.index(False) == too_many


def test_the_table_of_gloucestershire() -> None:
    police = of_samples(GLOUCESTERSHIRE, "gloucestershire_assumed")["gl.police"]
    assert f"| together | {police.series_before} | {police.series_after} or more |\n" in PAGE
    assert police.more_after


def test_every_verdict_is_explained() -> None:
    said = re.findall(r"`(\w+)`", "".join(re.findall(r"^\| (`.*?) \|", PAGE, re.MULTILINE)))
    assert sorted(said) == sorted(Verdict)


def test_the_example_of_assumptions_can_be_read(tmp_path: Path) -> None:
    (text,) = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    file = tmp_path / "assumptions.yaml"
    file.write_text(text, "utf-8")
    pair = (an.load(sample_data.path(name)) for name in SOUTH_WORCESTERSHIRE)
    read = read_assumptions(file, *pair)
    assert read.seats[0].members == ("sw.police", "sw.county")
    assert [(one.groups, one.per_year, one.hours) for one in read.rhythms][1] == (("sw.dist_groups",), 12, 2)
