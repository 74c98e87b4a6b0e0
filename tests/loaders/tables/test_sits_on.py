"""Several groups in one cell, a role behind one of them, and `all`."""

from __future__ import annotations

from pathlib import Path

from loaders.structures import Loaded
from tests.loaders.tables.folders import read, seats, told

GROUPS = """\
    Name,Kind
    Safer Anytown Partnership,partnership
    Drugs & Alcohol Action Group,group
    Treatment Task Group,group
    Crime and Drugs Board,board
"""


def sits_on(folder: Path, text: str) -> Loaded:
    return read(folder, groups=GROUPS, seats=f'Who sits,Group\nPolice,"{text}"\n')


def test_short_names_between_commas_are_several(tmp_path: Path) -> None:
    loaded = sits_on(tmp_path, "SAP, DAAG")
    assert seats(loaded) == [
        ("police", "safer-anytown-partnership", "member"),
        ("police", "drugs-alcohol-action-group", "member"),
    ]
    assert any("`SAP, DAAG` was read as `SAP` and `DAAG`." in line for line in told(loaded))


def test_a_role_in_brackets_is_the_role_there(tmp_path: Path) -> None:
    loaded = sits_on(tmp_path, "DAAG, Treatment Task Group (chair)")
    assert seats(loaded) == [
        ("police", "drugs-alcohol-action-group", "member"),
        ("police", "treatment-task-group", "chair"),
    ]
    assert seats(sits_on(tmp_path, "Treatment Task Group (Vice Chair)")) == [
        ("police", "treatment-task-group", "vice_chair")
    ]


def test_all_is_asked_about_and_makes_no_group(tmp_path: Path) -> None:
    loaded = sits_on(tmp_path, "all")
    assert not loaded.structure.seats
    assert len(loaded.structure.groups) == 4
    assert not loaded.is_whole
    assert any(line.startswith("! seats!B2: `all` may mean every group") for line in told(loaded))


def test_a_name_with_a_comma_or_an_and_stays_one(tmp_path: Path) -> None:
    assert seats(sits_on(tmp_path, "Crime and Drugs Board")) == [("police", "crime-and-drugs-board", "member")]
    assert len(seats(sits_on(tmp_path, "Housing, Health and Care Group"))) == 1
