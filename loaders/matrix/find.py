"""Where on a sheet the membership matrices are, and what stands in each."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from graphmodel.kinds import BodyKind, Role, Tier
from loaders.guesses.guesses import body_kind, looks_like_group, looks_like_post
from loaders.matrix.beside import Beside, columns_beside, rows_beside
from loaders.matrix.blocks import blocks
from loaders.matrix.columns import parts
from loaders.matrix.legend import Explained, legend_of
from loaders.matrix.sheet import Sheet
from loaders.matrix.sides import Aside, Edge, sides
from loaders.matrix.wording import is_of_bodies, is_of_groups, tier_in
from loaders.tables.meant.exports import date_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from loaders.matrix.blocks import Block
    from loaders.matrix.cell import Reading
    from loaders.matrix.columns import Part
    from loaders.tables.grid import Grid

_ABOUT_MEMBERS = re.compile(r"\b(?:member|matrix|attend|represent|who sits|seats)", re.IGNORECASE)
_AS_AT = re.compile(
    r"\b(?:as (?:at|of|on)|(?:last )?(?:updated|revised|correct(?:ed)?)(?: (?:at|on))?|dated)\b", re.IGNORECASE
)
_TITLE = 150
"""Characters of a title at most."""


class Cell(NamedTuple):
    """A cell of a matrix that holds anything: its place, whom it is about, which group, and what it says."""

    row: int
    column: int
    body: Edge
    group: Edge
    text: str
    reading: Reading
    person: str = ""
    """Who sits for the body, by the column beside its name."""


class Matrix(NamedTuple):
    """A membership matrix. `bodies_down` says that the bodies stand down the side, and the groups across the top."""

    grid: Grid
    bodies: tuple[Edge, ...]
    groups: tuple[Edge, ...]
    cells: tuple[Cell, ...]
    bodies_down: bool
    title: str
    first: tuple[int, int]
    last: tuple[int, int]
    legend: tuple[Explained, ...]
    unread: tuple[tuple[str, tuple[int, int], str], ...]
    """What was left aside, each with its place: what it was taken for, where it stands, and its text."""
    beside: tuple[Beside, ...] = ()
    dated: str = ""
    """The day as at which it stands, by the words above it."""


def find(grid: Grid, *, forced: bool = False, known: frozenset[str] = frozenset()) -> tuple[Matrix, ...]:
    """Find the membership matrices of a sheet; `forced` asks for no more than codes or names of persons."""
    bare = Sheet(grid)
    if not forced and not bare.codes:
        bare.legend, _ = legend_of(bare)
    legend, explained = legend_of(bare)
    legend_at = {cell for one in explained for cell in one.cells}
    sheet = Sheet(grid, legend, legend_at)
    found = tuple(one for one in _matrices(sheet, explained) if forced or _is_likely(one, sheet, known))
    return tuple(_matrices(Sheet(grid, legend, legend_at, of_names=True), explained)) if forced and not found else found


def _matrices(sheet: Sheet, explained: tuple[Explained, ...]) -> Iterator[Matrix]:
    for block in blocks(sheet):
        for part in parts(sheet, block):
            matrix = _matrix(sheet, block, part, explained)
            if matrix is not None:
                yield matrix


def _matrix(sheet: Sheet, block: Block, part: Part, explained: tuple[Explained, ...]) -> Matrix | None:
    side, top, aside = sides(sheet, block, part)
    if not side or not top:
        return None
    bodies_down = _bodies_are_down(sheet, block, part, side, top)
    cells = tuple(_cells(sheet, part, side, top, bodies_down=bodies_down))
    if not cells:
        return None
    title, dated, others = _title(sheet, block, part)
    tiers = _tiers(sheet, block, part) if bodies_down else {}
    top = tuple(one._replace(tier=tiers.get(one.places[0][1])) for one in top)
    if bodies_down:
        beside = tuple(rows_beside(sheet, part, top, aside))
    else:
        beside = tuple(columns_beside(sheet, block.heading, part, side))
    read = {one.place for one in beside}
    return Matrix(
        sheet.grid,
        _once(side if bodies_down else top),
        _once(top if bodies_down else side),
        cells,
        bodies_down,
        title,
        (block.heading, part.names),
        (max(row for one in side for row, _ in one.places), max(c for one in top for _, c in one.places)),
        explained,
        tuple(one for one in (*aside, *others) if one[1] not in read),
        beside,
        dated,
    )


def _once(edges: tuple[Edge, ...]) -> tuple[Edge, ...]:
    """Return each name once, with all its places."""
    found: dict[str, Edge] = {}
    for edge in edges:
        same = found.get(edge.key)
        found[edge.key] = edge if same is None else same._replace(places=(*same.places, *edge.places))
    return tuple(found.values())


def _cells(
    sheet: Sheet, part: Part, side: tuple[Edge, ...], top: tuple[Edge, ...], *, bodies_down: bool
) -> Iterator[Cell]:
    tops = {over.places[0][1]: over for over in top}
    for left in side:
        for row, _ in left.places:
            person = sheet.text(row, part.people) if part.people and bodies_down else ""
            for column, text in sheet.rows[row].items():
                if over := tops.get(column):
                    body, group = (left, over) if bodies_down else (over, left)
                    yield Cell(row, column, body, group, text, sheet.reading(row, column), person)


def _bodies_are_down(sheet: Sheet, block: Block, part: Part, side: tuple[Edge, ...], top: tuple[Edge, ...]) -> bool:
    """Tell which way round a matrix stands, by the names along its sides and the word in its corner."""
    corner = sheet.text(block.heading, part.names)
    said = is_of_groups(corner) - is_of_bodies(corner)
    return _groupness(side) + said / 2 <= _groupness(top)


def _groupness(edges: tuple[Edge, ...]) -> float:
    """Say from -1 to 1 whether some names are of groups rather than of bodies and posts."""
    return sum(_is_group(one.name) for one in edges) / len(edges)


def _is_group(name: str) -> int:
    if looks_like_group(name):
        return 1
    return -1 if body_kind(name) is not BodyKind.OTHER or looks_like_post(name) else 0


def _tiers(sheet: Sheet, block: Block, part: Part) -> dict[int, Tier]:
    """Give the tier that a heading over several columns says, by column: it goes on to the next such heading."""
    found: dict[int, Tier] = {}
    for row in block.above:
        over: Tier | None = None
        for column in range(part.names, part.columns[-1] + 1):
            text = sheet.text(row, column)
            over = tier_in(text) if text else over
            if over and column in part.columns and column > part.names:
                found[column] = over
    return found


def _title(sheet: Sheet, block: Block, part: Part) -> tuple[str, str, list[Aside]]:
    """Give the title above a matrix, the day as at which it stands, and what else is there and is not read."""
    title, dated, others = "", "", list[Aside]()
    last = part.columns[-1]
    for row in block.above:
        alone = len(sheet.rows[row]) == 1
        for column, text in sheet.rows[row].items():
            day = date_in(text) if _AS_AT.search(text) else None
            dated = dated or (day if day and len(day) == len("2026-03-14") else "")
            if not title and alone and len(text) <= _TITLE and not tier_in(text) and not _AS_AT.match(text):
                title = " ".join(text.split())
            elif not day and (part.names <= column or alone) and column <= last and not tier_in(text):
                others.append(("words above the headings", (row, column), text))
    return title, dated, others


def _is_likely(matrix: Matrix, sheet: Sheet, known: frozenset[str]) -> bool:
    """Tell whether there is enough to say that a matrix is one of membership, and no other list with ticks."""
    codes = [cell for cell in matrix.cells if cell.reading.is_code]
    filled = [cell for cell in matrix.cells if cell.reading.note or cell.reading.is_code or cell.reading.asked]
    if len(codes) * 2 < len(filled) or len(matrix.bodies) < _LEAST or len(codes) < _LEAST:
        return False
    names = (*matrix.bodies, *matrix.groups)
    words = (matrix.title, sheet.grid.title, *(one.words for one in matrix.legend))
    if any(_ABOUT_MEMBERS.search(word) for word in words):
        return True
    if any(seat.role is Role.CHAIR for cell in codes for seat in cell.reading.seats):
        return True
    return any(_is_group(one.name) or one.key in known for one in names) and len(matrix.groups) >= _LEAST


_LEAST = 2
