"""A single CSV file that is a matrix, and whose seats its cells are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from loaders.structures import Loaded, load

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("name", ["members.csv", "area.csv"])
def test_a_single_csv_file_may_be_one(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("Agency,CSP,DAT\nPolice,C,X\nProbation,x,\n", encoding="utf-8")
    loaded = load(tmp_path / name)
    assert [(seat.member, seat.role.value, seat.group, seat.evidence.locator) for seat in loaded.structure.seats] == [
        ("police", "chair", "csp", "B2"),
        ("police", "member", "dat", "C2"),
        ("probation", "member", "csp", "B3"),
    ]
    assert loaded.understood[0] == (
        f"{name} A1:C3 was read as a membership matrix: 2 bodies down the side, 2 groups across the top, and 3 seats "
        "(2 members, 1 chair)."
    )


def test_whoever_knows_better_may_say_that_it_is_one(tmp_path: Path) -> None:
    (tmp_path / "grid.csv").write_text(",Alpha,Beta\nOne,X,\nTwo,,X\n", encoding="utf-8")
    assert load(tmp_path / "grid.csv").structure.seats == ()
    assert len(load(tmp_path / "grid.csv", matrix=True).structure.seats) == 2


def seats_of(tmp_path: Path, text: str) -> tuple[Loaded, list[tuple[str, str, str, str | None]]]:
    (tmp_path / "sheet.csv").write_text(text, encoding="utf-8")
    loaded = load(tmp_path / "sheet.csv")
    seats = loaded.structure.seats
    return loaded, [(seat.member, seat.role.value, seat.group, seat.on_behalf_of) for seat in seats]


def test_two_persons_of_one_name_in_two_bodies_stay_two(tmp_path: Path) -> None:
    _, seats = seats_of(tmp_path, "Agency,CSP,DAT\nPolice,X (J. Smith),X (J. Smith)\nPCT,C (J. Smith),\n")
    assert seats == [
        ("j.-smith", "member", "csp", "police"),
        ("j.-smith", "member", "dat", "police"),
        ("j.-smith-pct", "chair", "csp", "pct"),
    ]


def test_a_group_among_the_bodies_is_that_group(tmp_path: Path) -> None:
    loaded, seats = seats_of(tmp_path, "Agency,CSP,DAT Board,LSP\nPolice,X,X,\nCSP,,,M\nDAT Board,M,,\n")
    assert [body.id for body in loaded.structure.bodies] == ["police"]
    assert seats[2:] == [("csp", "member", "lsp", None), ("dat-board", "member", "csp", None)]


def test_what_stands_twice_counts_once_and_is_told(tmp_path: Path) -> None:
    loaded, seats = seats_of(tmp_path, "Agency,CSP,DAT\nPolice,X,C\nPolice,X,\nPCT,X,X\n")
    assert len(seats) == len(set(seats)) == 4
    (problem,) = loaded.problems
    assert (problem.where.row, problem.where.column, problem.warning) == (3, 2, True)
    assert problem.what == "The same seat of `Police` on `CSP` stands twice; it counts once."


def test_crosses_beside_ticks_are_asked_about(tmp_path: Path) -> None:
    loaded, seats = seats_of(tmp_path, "Agency,CSP,DAT\nPolice,✓,✗\nPCT,✓,✓\n")
    assert len(seats) == 4
    (problem,) = loaded.problems
    assert (problem.where.row, problem.where.column, problem.warning) == (2, 3, True)
    assert "Both ticks and crosses stand here, 1 cross in all." in problem.what
    loaded, seats = seats_of(tmp_path, "Agency,CSP,DAT\nPolice,✓,✗\nPCT,✓,✓\n\n✗ = not a member\n")
    assert (len(seats), loaded.problems) == (3, ())
