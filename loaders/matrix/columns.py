"""The columns of a block: which hold names, which are a matrix, and which only stand beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from graphmodel.kinds import BodyKind
from loaders.guesses.guesses import body_kind, looks_like_group
from loaders.matrix.roles import Sort
from loaders.matrix.totals import total_column
from loaders.matrix.wording import (
    is_beside,
    is_corner,
    is_heading_of_a_table,
    is_of_bodies,
    is_of_groups,
    is_of_people,
    is_total,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from loaders.matrix.blocks import Block
    from loaders.matrix.sheet import Sheet


_CODE = 4
"""Characters of a code at most."""


class Part(NamedTuple):
    """One matrix of a block: the column of its names, that of who sits for them, its own columns and the others."""

    names: int
    people: int | None
    columns: tuple[int, ...]
    unread: tuple[int, ...]


def parts(sheet: Sheet, block: Block) -> Iterator[Part]:
    """Yield the matrices of a block from the left."""
    found = _Columns(sheet, block)
    for columns in found.stretches():
        first = next((column for column in columns if column in found.coded), None)
        if first is None:
            continue
        left = [column for column in columns if column < first and found.is_of_names(column)]
        if not left:
            continue
        names = found.names_among(left)
        people = next((c for c in left if c != names and found.is_of_people(c)), None)
        own = tuple(
            c for c in columns if c > names and c != people and (c >= first or c > max(left) or found.has_names(c))
        )
        own = tuple(column for column in own if found.is_own(column))
        yield Part(names, people, own, tuple(c for c in columns if c not in (names, people, *own)))


class _Columns:
    def __init__(self, sheet: Sheet, block: Block) -> None:
        self.sheet = sheet
        self.block = block
        self.rows = [row for row in block.rows if row in sheet.codes]
        self.filled: dict[int, list[int]] = {column: [] for column in sheet.rows[block.heading]}
        for row in self.rows:
            for column in sheet.rows[row]:
                self.filled.setdefault(column, []).append(row)
        self.all = sorted(self.filled)
        self.coded = {
            column for row in self.rows for column in sheet.codes[row] if not self._is_no_heading(self.heading(column))
        }
        self.coded -= {column for column in self.coded if self._is_of_totals(column)}

    def heading(self, column: int) -> str:
        return self.sheet.text(self.block.heading, column)

    def stretches(self) -> Iterator[Sequence[int]]:
        """Yield the columns of each matrix, where several stand side by side."""
        found: list[int] = []
        for column in self.all:
            if found and self._begins_anew(column, found):
                yield found
                found = []
            found.append(column)
        yield found

    def is_of_names(self, column: int) -> bool:
        """Tell whether names stand in a column, and no codes."""
        if column in self.coded:
            return False
        texts = self.filled[column]
        return bool(texts) and sum(self.sheet.is_label(row, column) for row in texts) * 2 > len(texts)

    def names_among(self, columns: Sequence[int]) -> int:
        """Choose the column of the names: where the heading says so, else the first that is not beside them."""
        said = [c for c in columns if is_of_bodies(self.heading(c)) or is_of_groups(self.heading(c))]
        said = [c for c in said if not is_beside(self.heading(c))] or said
        plain = [c for c in columns if not is_beside(self.heading(c)) and not is_of_people(self.heading(c))]
        return (said or plain or list(columns))[0]

    def is_of_people(self, column: int) -> bool:
        """Tell whether a column beside the names of bodies says who sits for each."""
        heading = self.heading(column)
        return is_of_people(heading) or (is_corner(heading) and not is_of_bodies(heading) and not is_of_groups(heading))

    def has_names(self, column: int) -> bool:
        """Tell whether persons stand in a column with a heading of its own, so that their seats are on that."""
        heading = self.heading(column)
        if not heading or is_corner(heading) or is_of_people(heading) or is_beside(heading):
            return False
        readings = (self.sheet.reading(row, column) for row in self.filled[column])
        return all(reading.sort in (Sort.SEAT, Sort.OPEN, Sort.NONE, Sort.VACANT) for reading in readings)

    def is_own(self, column: int) -> bool:
        """Tell whether a column belongs to the matrix itself: it holds codes, or nothing that is against it."""
        heading = self.heading(column)
        if column in self.coded:
            return True
        if (
            not heading
            or self._is_no_heading(heading)
            or self._is_of_totals(column)
            or not self.sheet.is_label(self.block.heading, column)
        ):
            return False
        if looks_like_group(heading):
            return True
        filled = self.filled[column]
        return sum(self._is_prose(row, column) for row in filled) * 2 <= len(filled)

    def _is_of_totals(self, column: int) -> bool:
        """Tell whether a column counts those left of it, whatever it is called."""
        heading = self.heading(column)
        if looks_like_group(heading) or body_kind(heading) is not BodyKind.OTHER:
            return False
        return total_column(self.sheet, column, self.rows, self.coded)

    def _is_prose(self, row: int, column: int) -> bool:
        """Tell whether a cell says something that is neither known nor as short as a code is."""
        reading = self.sheet.reading(row, column)
        is_short = len(self.sheet.text(row, column)) <= _CODE
        return reading.sort is Sort.OTHER and not reading.codes and not is_short

    def _begins_anew(self, column: int, before: Sequence[int]) -> bool:
        if not any(one in self.coded for one in before) or not self.is_of_names(column):
            return False
        heading = self.heading(column)
        if is_beside(heading) and not is_corner(heading):
            return False
        is_apart = column - 1 not in self.filled or not heading or is_corner(heading)
        return is_apart and any(one in self.coded for one in self.all if one > column)

    def _is_no_heading(self, heading: str) -> bool:
        if is_total(heading) or is_heading_of_a_table(heading):
            return True
        return is_beside(heading) and not looks_like_group(heading)
