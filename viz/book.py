"""A workbook as data: sheets of one table each, which a writer draws and a person may fill in."""

from __future__ import annotations

from dataclasses import dataclass, field

from viz.about import PLAIN, About

Cell = str | int | float | None


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a sheet. `width` is in characters.

    `choices` are offered as a drop-down, `entry` marks a column for the reader to fill in, and a `hidden` one holds
    what only the machine needs. One that is not `printed` stands behind those that are, and stays on the screen.
    """

    heading: str
    width: int = 20
    choices: tuple[str, ...] = ()
    entry: bool = False
    hidden: bool = False
    printed: bool = True


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table under its header row; `intro` are lines of text above it. Every row has as many cells as columns."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...] = ()
    intro: tuple[str, ...] = field(default=())

    def __post_init__(self) -> None:
        """Refuse a table with rows of another width."""
        wrong = [row for row in self.rows if len(row) != len(self.columns)]
        if wrong:
            raise ValueError(f"A row of {len(wrong[0])} cells stands on a sheet of {len(self.columns)} columns.")


@dataclass(frozen=True, slots=True)
class Book:
    """A whole workbook; `about` goes into its properties."""

    title: str
    sheets: tuple[Sheet, ...]
    about: About = PLAIN
