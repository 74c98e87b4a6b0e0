"""Laws of the matrix: known codes in any layout say exactly their seats, and no sheet is too odd to be looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.matrix.find import find
from tests.loaders.matrix.sheets import seats, sheet

if TYPE_CHECKING:
    from loaders.tables.cell.cells import Raw
    from loaders.tables.grid import Grid

BODIES = ("Police", "Borough Council", "Probation", "Fire Service", "Housing Association", "Victim Support", "CVS")
GROUPS = ("Anytown CSP", "DAAT", "Burglary Group", "LSP", "Drugs Forum", "YOT Management Board", "Domestic Abuse")
CODES = {"M": "member", "C": "chair", "V": "vice_chair", "D": "deputy", "A": "adviser_in_attendance",
         "S": "secretariat", "X": "member", "✓": "member", "Y": "member", "1": "member", "Chair": "chair",
         "vice chair": "vice_chair", "Member": "member", "in attendance": "adviser_in_attendance"}  # fmt: skip


@st.composite
def written(draw: st.DrawFn) -> tuple[Grid, set[tuple[str, str, str]]]:
    """Draw a matrix as somebody may have laid it out, with the seats that it says."""
    bodies = draw(st.lists(st.sampled_from(BODIES), min_size=2, max_size=6, unique=True))
    groups = draw(st.lists(st.sampled_from(GROUPS), min_size=2, max_size=6, unique=True))
    code = st.sampled_from([*CODES, *CODES, "", "", "-"])
    table = [[draw(code) for _ in groups] for _ in bodies]
    table[0][0] = "C"  # somebody sits somewhere in the first row, so that its headings are not the body's name
    for row in table[1:]:
        row[0] = row[0] if row[0] in CODES else "M"
    for column in range(len(groups)):
        table[0][column] = table[0][column] if table[0][column] in CODES else "X"
    said = {
        (body, group, CODES[table[i][j]])
        for i, body in enumerate(bodies)
        for j, group in enumerate(groups)
        if table[i][j] in CODES
    }
    rows: list[list[Raw]] = [["Agency", *groups]]
    rows += [[body, *cells] for body, cells in zip(bodies, table, strict=True)]
    if draw(st.booleans()):
        rows = [list(row) for row in zip(*rows, strict=True)]
        rows[0][0] = "Group"
    return sheet(*_laid_out(draw, rows), title="Membership"), said


def _laid_out(draw: st.DrawFn, rows: list[list[Raw]]) -> list[list[Raw]]:
    blank: list[Raw] = []
    rows = [[_with_noise(draw, cell) for cell in row] for row in rows]
    if draw(st.booleans()):
        rows = [[number or "No.", *row] for number, row in enumerate(rows)]
    if draw(st.booleans()):
        rows = [[None, *row] for row in rows]
    first, *others = rows
    laid = [first]
    for row in others:
        if draw(st.integers(0, 4)) == 0:
            laid.append(draw(st.sampled_from([blank, [None] * len(row)])))
        laid.append(row)
    above: list[list[Raw]] = draw(
        st.sampled_from([[], [["Who sits where"]], [["Who sits where"], blank], [blank, ["2024"], blank]])
    )
    below: list[list[Raw]] = draw(
        st.sampled_from([[], [blank, ["Note: as told by the partners."]], [blank, ["Key: M = Member"]]])
    )
    return [*above, *laid, *below]


def _with_noise(draw: st.DrawFn, cell: Raw) -> Raw:
    if not isinstance(cell, str) or not cell:
        return draw(st.sampled_from(["", None])) if cell == "" else cell
    return draw(st.sampled_from([cell, cell, f"{cell} ", f" {cell}\u00a0", f"{cell}\n"]))


@settings(deadline=None)
@given(written())
def test_any_matrix_of_known_codes_says_exactly_its_seats(drawn: tuple[Grid, set[tuple[str, str, str]]]) -> None:
    grid, said = drawn
    (matrix,) = find(grid)
    assert seats(matrix) == said


CELL = st.one_of(
    st.none(),
    st.integers(-5, 40),
    st.floats(),
    st.booleans(),
    st.dates(),
    st.text(max_size=12),
    st.sampled_from(
        [*CODES, *BODIES, *GROUPS, "TBC", "JS", "see note", "(x2)", "Key", "M = Member", "Total", "Agency"]
    ),
)


@settings(deadline=None, max_examples=300)
@given(st.lists(st.lists(CELL, max_size=7), max_size=12), st.booleans())
def test_no_sheet_is_too_odd(rows: list[list[Raw]], forced: bool) -> None:
    for matrix in find(sheet(*rows), forced=forced):
        assert matrix.bodies
        assert matrix.groups
        assert matrix.cells
