"""Documents of any model: what does not fit is told as for structures, and nothing is guessed."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import pytest
from pydantic import BaseModel, ConfigDict, Field

from graphmodel.dates import FullDate
from loaders.documents import read_as, read_text_as
from loaders.problems import LoadError


class Severity(StrEnum):
    HIGH = "high"
    LOW = "low"


class Waiver(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)
    rule: str
    reason: Annotated[str, Field(min_length=1)]
    until: FullDate | None = None
    severity: Severity = Severity.LOW


class Waivers(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)
    schema_: int = Field(default=1, alias="schema")
    waivers: tuple[Waiver, ...] = ()
    thresholds: dict[str, Annotated[float, Field(gt=0)]] = {}


def said(text: str, file: str = "waivers.yaml") -> list[str]:
    with pytest.raises(LoadError) as raised:
        read_text_as(text, Waivers, file)
    return [line.removeprefix(f"{file}:") for line in str(raised.value).splitlines()]


def test_a_document_is_read_into_its_model(tmp_path: Path) -> None:
    path = tmp_path / "waivers.yaml"
    path.write_text("schema: 1\nwaivers:\n- {rule: 1.10, reason: agreed, until: }\nthresholds: {seats: 4}\n")
    assert read_as(path, Waivers) == Waivers(
        schema=1, waivers=(Waiver(rule="1.10", reason="agreed"),), thresholds={"seats": 4}
    )


def test_everything_that_does_not_fit_is_told_at_once() -> None:
    text = (
        "waivers:\n- {rule: ACC-05, reson: agreed, until: 1/4/2004, severity: High}\n- ACC-06\n"
        "thresholds: {seats: 0, groups: many}\nwaivers: []\nprofle: x\n"
    )
    assert said(text) == [
        "2:3: This waiver has no `reason`. Add it.",
        "2:18: A waiver has no field `reson`. Did you mean `reason`?",
        "2:40: `1/4/2004` is not a full date. Did you mean `2004-04-01`?",
        "2:60: `severity` cannot be `High`. Did you mean `high`?",
        "3:3: An item of `waivers` cannot be the text `ACC-06`. Write an entry with keys of its own.",
        "4:21: `seats` is 0; it must be more than 0.",
        "4:32: `groups` cannot be the text `many`. Write a number.",
        "5:1: The key `waivers` stands twice in this entry, first in line 1, column 1. Keep one of them.",
        "6:1: A waivers has no field `profle`. It has `schema`, `waivers` and `thresholds`.",
    ]


def test_a_document_of_another_shape() -> None:
    assert said("[1, 2]", "waivers.json") == [
        "1:1: The file holds a list; a waivers begins with keys. Check that it is the right file."
    ]


def test_what_is_no_document_at_all(tmp_path: Path) -> None:
    with pytest.raises(LoadError, match="This is a folder, not a file"):
        read_as(tmp_path, Waivers)
