"""What is drawn on a slide, before anything is made of it: texts, frames, strokes, and what cannot be read."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from loaders.slides.geometry import Point, Rect


class Line(NamedTuple):
    """One line of a text; `soft` where only a line break, and no new paragraph, parts it from the line before."""

    text: str
    soft: bool = False


@dataclass(frozen=True)
class Shape:
    """A shape: with words, or an empty frame. `number` is what connectors know it by.

    `outlined` says that a box is to be seen, not only words. `rect` is None where the slide does not say where.
    `placeholder` is what the layout keeps the place for, such as a title.
    """

    number: int
    rect: Rect | None
    lines: tuple[Line, ...] = ()
    outlined: bool = True
    placeholder: str = ""

    @property
    def words(self) -> str:
        """All its words on one line."""
        return " ".join(line.text for line in self.lines)


class Look(NamedTuple):
    """How a stroke looks, as the key of a slide tells strokes apart."""

    dash: str
    colour: str
    width: str


PLAIN = Look("", "", "")


@dataclass(frozen=True)
class Stroke:
    """A line or an arrow: the way it takes, what its two ends are glued to, and at which it has a head.

    `words` are its own, as a block arrow has them.
    """

    path: tuple[Point, ...]
    glued: tuple[int | None, int | None] = (None, None)
    heads: tuple[bool, bool] = (False, False)
    look: Look = PLAIN
    words: str = ""

    @property
    def start(self) -> Point:
        """Where it begins."""
        return self.path[0]

    @property
    def end(self) -> Point:
        """Where it ends."""
        return self.path[-1]

    @property
    def length(self) -> float:
        """How long it is from end to end, as the crow flies."""
        return self.start.to(self.end)


class Node(NamedTuple):
    """A text of a SmartArt diagram, and the number of the one that it hangs from."""

    lines: tuple[Line, ...]
    parent: int | None


@dataclass(frozen=True)
class Diagram:
    """A SmartArt diagram: its texts; `is_hierarchy` says that what hangs from a text is below it."""

    nodes: tuple[Node, ...]
    is_hierarchy: bool


@dataclass
class Slide:
    """One slide. `unread` says in a few words what stands there and cannot be read."""

    number: int
    rect: Rect
    shapes: list[Shape] = field(default_factory=list)
    strokes: list[Stroke] = field(default_factory=list)
    tables: list[Sequence[Sequence[str]]] = field(default_factory=list)
    diagrams: list[Diagram] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)

    @property
    def diagonal(self) -> float:
        """How large it is, for what is near and far on it."""
        return math.hypot(self.rect.width, self.rect.height)
