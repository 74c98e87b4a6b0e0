"""A result as a document: blocks of plain text, before any file format. Every writer draws any Paper.

Names come from other people's files, so every block cleans its text as it is made: no writer ever sees a control
character, a line break inside a name or a mark that turns the reading direction.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

from viz.about import PLAIN, About
from viz.text import clean

DEEPEST_HEADING = 4


class _Cleaned:
    """What every block does as it is made."""

    __slots__ = ()

    def _clean(self, *names: str) -> None:
        for name in names:
            value = getattr(self, name)
            cleaned = clean(value) if isinstance(value, str) else tuple(map(clean, value))
            object.__setattr__(self, name, cleaned)


@dataclass(frozen=True, slots=True)
class Heading(_Cleaned):
    """A heading; level 1 is for parts of the paper, below its title."""

    level: int
    text: str

    def __post_init__(self) -> None:
        if not 1 <= self.level <= DEEPEST_HEADING:
            raise ValueError(f"A heading is of level 1 to {DEEPEST_HEADING}, not {self.level}.")
        self._clean("text")


@dataclass(frozen=True, slots=True)
class Paragraph(_Cleaned):
    """A paragraph of plain text. An `aside` is small and stands apart: whoever edits the paper may take it out."""

    text: str
    aside: bool = False

    def __post_init__(self) -> None:
        self._clean("text")


@dataclass(frozen=True, slots=True)
class Verbatim(_Cleaned):
    """Lines to be typed exactly as they stand; no writer breaks them."""

    lines: tuple[str, ...]

    def __post_init__(self) -> None:
        self._clean("lines")


@dataclass(frozen=True, slots=True)
class Item(_Cleaned):
    """An entry of a list and those below it; `label` comes first and is set apart, `link` is where the text leads."""

    text: str
    children: tuple[Item, ...] = ()
    label: str = ""
    link: str = ""

    def __post_init__(self) -> None:
        self._clean("text", "label", "link")


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list."""

    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Definition(_Cleaned):
    """A term and what it means or is."""

    term: str
    text: str

    def __post_init__(self) -> None:
        self._clean("term", "text")


@dataclass(frozen=True, slots=True)
class Definitions:
    """Terms, each with its meaning or value."""

    entries: tuple[Definition, ...]


@dataclass(frozen=True, slots=True)
class Table(_Cleaned):
    """A table with a real header row; every row has as many cells as the header."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    caption: str = ""

    def __post_init__(self) -> None:
        self._clean("header", "caption")
        object.__setattr__(self, "rows", tuple(tuple(map(clean, row)) for row in self.rows))
        wrong = [row for row in self.rows if len(row) != len(self.header)]
        if wrong:
            raise ValueError(f"A row of {len(wrong[0])} cells stands in a table of {len(self.header)} columns.")


@dataclass(frozen=True, slots=True)
class Picture(_Cleaned):
    """A place for a picture: the file that holds it, and the words for those who cannot see it.

    With `content` the picture is carried along, and a format of one file shows it: PNG, unless `media` says otherwise.
    """

    file: str
    words: str
    content: bytes = field(default=b"", repr=False)
    media: str = "image/png"

    def __post_init__(self) -> None:
        self._clean("file", "words")


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page, where there are pages; a `wide` page lies with its long side across."""

    wide: bool = False


Block: TypeAlias = Heading | Paragraph | Verbatim | Bullets | Definitions | Table | Picture | PageBreak


@dataclass(frozen=True, slots=True)
class Paper(_Cleaned):
    """A whole document; `about` goes into the properties of a file that has such."""

    title: str
    blocks: tuple[Block, ...]
    about: About = PLAIN

    def __post_init__(self) -> None:
        self._clean("title")
