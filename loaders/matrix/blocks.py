"""The rows of a sheet that belong to one matrix: the row of its headings, and those below as far as the next."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from loaders.guesses.guesses import body_kind, looks_like_group, looks_like_person, looks_like_post
from loaders.matrix.roles import Sort
from loaders.matrix.wording import is_corner, is_total
from loaders.names import folded

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from loaders.matrix.sheet import Sheet

_LOOKED_AT = 12
"""Rows above the first code among which the headings are looked for, and rows below that they are to fit."""


@dataclass
class Block:
    """The rows of one matrix, or of several side by side. `above` are rows of titles, `repeats` of headings again."""

    heading: int
    above: list[int]
    rows: list[int] = field(default_factory=list)
    repeats: set[int] = field(default_factory=set)


def blocks(sheet: Sheet) -> Iterator[Block]:
    """Yield the blocks of a sheet from the top."""
    current: Block | None = None
    waiting: list[int] = []
    for row in sheet.rows:
        if row not in sheet.codes:
            waiting.append(row)
            continue
        if waiting or current is None:
            begun = _begun(sheet, waiting, row, current)
            if begun is not None:
                if current is not None:
                    current.rows += _before(waiting, begun.above[0] if begun.above else begun.heading)
                    yield current
                current = begun
            elif current is not None:
                again = {one for one in waiting if _says_the_same(sheet, one, current.heading)}
                current.repeats |= again
                current.rows += [one for one in waiting if one not in again]
            else:
                continue
            waiting = []
        current.rows.append(row)
    if current is not None:
        current.rows += waiting
        yield current


def _begun(sheet: Sheet, waiting: Sequence[int], first: int, current: Block | None) -> Block | None:
    """Make the block that begins among some rows without codes, if one does."""
    wanted = _columns(sheet, first)
    candidates = [row for row in waiting[-_LOOKED_AT:] if _weight(sheet, row, wanted) > 0]
    if current is not None:
        candidates = [row for row in candidates if _begins_anew(sheet, row, wanted, current)]
    if not candidates:
        return None
    heading = max(candidates, key=lambda row: _fitness(sheet, row, wanted))
    after = [row for row in waiting if row > heading]
    return Block(heading, _titles(waiting, heading, is_first=current is None), after)


def _columns(sheet: Sheet, first: int) -> Collection[int]:
    """Give the columns that hold a code in the first row of codes and those right below it."""
    found = set(sheet.codes[first])
    row = first + 1
    while row in sheet.codes and row < first + _LOOKED_AT:
        found.update(sheet.codes[row])
        row += 1
    return found


def _fitness(sheet: Sheet, row: int, wanted: Collection[int]) -> tuple[float, int, int]:
    """Rate a row as the headings of some columns: how many it names, and how well; of two alike the upper one."""
    texts = [text for column in wanted if (text := sheet.text(row, column))]
    named = sum(looks_like_group(text) or body_kind(text).value != "other" for text in texts)
    side = _side(sheet, row, wanted)
    corner = -1 if side and not is_corner(side) and _is_named(side) else 0
    return (_weight(sheet, row, wanted) + corner * len(wanted), named, -row)


def _weight(sheet: Sheet, row: int, wanted: Collection[int]) -> float:
    """Count the columns that a row names, each name once; what may be initials or a person counts half."""
    found: dict[str, float] = {}
    for column in wanted:
        text = sheet.text(row, column)
        if text and not is_total(text):
            reading = sheet.reading(row, column)
            if reading.sort in (Sort.OTHER, Sort.SEAT) and not reading.is_code:
                found[folded(text)] = 1.0 if reading.sort is Sort.OTHER and not looks_like_person(text) else 0.5
    return sum(found.values())


def _begins_anew(sheet: Sheet, row: int, wanted: Collection[int], current: Block) -> bool:
    """Tell whether a row below a matrix holds the headings of another."""
    if _says_the_same(sheet, row, current.heading):
        return False
    above = sheet.rows.get(row - 1)
    apart = above is None or len(above) == 1
    side = _side(sheet, row, wanted)
    is_edge = not side or is_corner(side) or folded(side) == folded(_side(sheet, current.heading, wanted))
    return apart and is_edge and all(sheet.is_label(row, column) for column in wanted)


def _side(sheet: Sheet, row: int, wanted: Collection[int]) -> str:
    """Give the first text left of some columns."""
    return next((text for column, text in sorted(sheet.rows.get(row, {}).items()) if column < min(wanted)), "")


def _is_named(text: str) -> bool:
    return body_kind(text).value != "other" or looks_like_post(text)


def _says_the_same(sheet: Sheet, row: int, heading: int) -> bool:
    cells = sheet.rows.get(row, {})
    return len(cells) > 1 and all(folded(text) == folded(sheet.text(heading, column)) for column, text in cells.items())


def _titles(waiting: Sequence[int], heading: int, *, is_first: bool) -> list[int]:
    """Give the rows above headings that belong to them: all at the top of a sheet, else those from the last gap."""
    found: list[int] = []
    below = heading
    for row in reversed([row for row in waiting if row < heading]):
        if not is_first and row < below - 1 and found:
            break
        found.insert(0, row)
        below = row
    return found


def _before(waiting: Sequence[int], first: int) -> list[int]:
    return [row for row in waiting if row < first]
