"""What a role says of how a seat stands: the same words mean the same in a list and in a matrix."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.structures import Loaded
from tests.loaders.tables.test_filled_in import Rows, read, told


def in_a_list(folder: Path, role: str) -> Loaded:
    return read(folder, Membership=[["Organisation", "Group", "Role"], ["Fire", "DAT", "M"], ["Police", "DAT", role]])


def in_a_matrix(folder: Path, code: str) -> Loaded:
    rows: Rows = [
        ["Group", "Police", "Fire", "Probation"],
        ["DAT Board", code, "X", "M"],
        ["Burglary Group", "", "C", "M"],
        ["Youth Group", "", "M", "X"],
    ]
    return read(folder, Who=rows)


def of_police(loaded: Loaded) -> list[tuple[str, str | None, str]]:
    return [
        (seat.role.value, seat.vacant_since, seat.evidence.modality.value)
        for seat in loaded.structure.seats
        if str(seat.member) == "police"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("not a member", []),
        ("No longer a member", []),
        ("no longer attends", []),
        ("left", []),
        ("left Dec 25", []),
        ("never attended", []),
        ("apologies", []),
        ("Former chair", []),
        ("ex-member", []),
        ("-", []),
        ("0", []),
        ("Chair (vacant)", [("chair", "unknown", "stated")]),
        ("M (vacant)", [("member", "unknown", "stated")]),
        ("C?", [("chair", None, "inferred")]),
        ("Dep", [("deputy", None, "stated")]),
        ("V/Chair", [("vice_chair", None, "stated")]),
        ("V-Chair", [("vice_chair", None, "stated")]),
        ("V.Chair", [("vice_chair", None, "stated")]),
        ("Dep/Chair", [("vice_chair", None, "stated")]),
        ("Acting chair", [("chair", None, "stated")]),
    ],
)
def test_a_list_and_a_matrix_read_the_same(
    tmp_path: Path, text: str, expected: list[tuple[str, str | None, str]]
) -> None:
    assert of_police(in_a_list(tmp_path, text)) == expected
    assert of_police(in_a_matrix(tmp_path, text)) == expected


@pytest.mark.parametrize(
    ("role", "message"),
    [
        (
            "left",
            (
                "`left` says that this seat has ended, so none was read. To keep it, write the role, and under Until "
                "when it ended."
            ),
        ),
        ("-", "`-` says that nobody sits here, so no seat was read. If somebody does, write the role."),
        ("C?", "`C?` is not yet settled; it was read as `chair`, and as inferred."),
        ("Chair (vacant)", "This seat is vacant: it was read as one of `Police` that is not filled."),
    ],
)
def test_what_is_told_of_it(tmp_path: Path, role: str, message: str) -> None:
    assert f"Membership!C3: {message}" in told(in_a_list(tmp_path, role))
    assert len([one for one in told(in_a_list(tmp_path, role)) if one.startswith("Membership!C3")]) == 1


@pytest.mark.parametrize(
    ("role", "expected"), [("Attends as observer", "adviser_in_attendance"), ("Chair until June", "chair")]
)
def test_what_stands_around_a_role(tmp_path: Path, role: str, expected: str) -> None:
    assert [role for role, _, _ in of_police(in_a_list(tmp_path, role))] == [expected]


def test_one_wording_is_told_once(tmp_path: Path) -> None:
    rows: Rows = [["Organisation", "Group", "Role"], *([name, "DAT", "left"] for name in ("Police", "Fire", "Health"))]
    assert sum("`left`" in one for one in told(read(tmp_path, Membership=rows))) == 1
