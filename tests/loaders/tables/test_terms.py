"""Words under terms of reference and under a chair that are no names: states with their dates, and turns."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphmodel.kinds import DocumentStatus
from tests.loaders.tables.folders import read, told

STATES = (
    ("Yes", DocumentStatus.UNKNOWN, None),
    ("Y (2019)", DocumentStatus.UNKNOWN, "2019"),
    ("in draft", DocumentStatus.DRAFT, None),
    ("draft 2023", DocumentStatus.DRAFT, None),
    ("agreed May 2021", DocumentStatus.AGREED, "2021-05"),
    ("out of date", DocumentStatus.UNKNOWN, None),
    ("being written", DocumentStatus.IN_DEVELOPMENT, None),
)


@pytest.mark.parametrize(("text", "status", "approved"), STATES)
def test_a_state_is_no_name(tmp_path: Path, text: str, status: DocumentStatus, approved: str | None) -> None:
    loaded = read(tmp_path, groups=f"Name,Terms of reference\nBoard,{text}\n")
    (document,) = loaded.structure.documents
    assert (document.name, document.status, document.approved_on) == ("Terms of reference of Board", status, approved)
    assert text in str(document.evidence.note)
    assert [link.finish for link in loaded.structure.links] == [document.id]
    assert any(f"`{text}` was read as: the terms of reference" in line for line in told(loaded))


@pytest.mark.parametrize("text", ["Compact 2019", "Draft Crime Strategy", "Yes Minister protocol"])
def test_a_name_stays_one(tmp_path: Path, text: str) -> None:
    loaded = read(tmp_path, groups=f"Name,Terms of reference\nBoard,{text}\n")
    assert [document.name for document in loaded.structure.documents] == [text]


def test_no_is_told_before_an_audit_says_it(tmp_path: Path) -> None:
    loaded = read(tmp_path, groups="Name,Terms of reference\nBoard,no\nPanel,no\n")
    assert [claim.property for group in loaded.structure.groups for claim in group.claims if claim.property != "kind"]
    assert (
        "  groups!B2: `no` was read as: there are no terms of reference; an audit will say so. The same in B3. "
        "If that is not known, leave it blank."
    ) in told(loaded)


@pytest.mark.parametrize("text", ["rotates", "Rotating", "shared", "varies", "alternates"])
def test_a_chair_that_rotates_is_a_question(tmp_path: Path, text: str) -> None:
    loaded = read(tmp_path, groups=f"Name,Chair\nBoard,{text}\n")
    (silence,) = loaded.structure.silences
    assert (silence.what.value, silence.note) == ("chair", f"As written: {text}.")
    assert not [*loaded.structure.bodies, *loaded.structure.people, *loaded.structure.seats]
    assert any(text in line for line in told(loaded))
