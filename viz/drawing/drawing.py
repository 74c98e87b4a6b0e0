"""A figure as marks on a sheet: what every renderer draws, and nothing is decided after it.

All measures are points, from the top left corner of the sheet, y downwards; colours have six figures, `#1c2127`. Texts
are cleaned as marks are made, so no renderer sees a control character.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from viz.about import PLAIN, About
from viz.text import clean

Point = tuple[float, float]
Anchor = Literal["start", "middle", "end"]
INK = "#1c2127"
PAPER = "#ffffff"


@dataclass(frozen=True, slots=True)
class Oblong:
    """A rectangle. `hatch` is the colour of strokes that fill it aslant: they say what a grey alone would not."""

    x: float
    y: float
    width: float
    height: float
    fill: str = ""
    stroke: str = ""
    weight: float = 0.8
    radius: float = 0.0
    dash: tuple[float, ...] = ()
    hatch: str = ""


@dataclass(frozen=True, slots=True)
class Curve:
    """A start point and then groups of three Bezier points."""

    points: tuple[Point, ...]
    stroke: str = INK
    weight: float = 0.8
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Corners:
    """Straight strokes from corner to corner; a `closed` one may be filled."""

    points: tuple[Point, ...]
    stroke: str = INK
    weight: float = 0.8
    dash: tuple[float, ...] = ()
    fill: str = ""
    closed: bool = False


@dataclass(frozen=True, slots=True)
class Ring:
    """A circle."""

    x: float
    y: float
    radius: float
    fill: str = ""
    stroke: str = INK
    weight: float = 0.8


@dataclass(frozen=True, slots=True)
class Words:
    """One line of text from its baseline; a `turned` one reads upwards. A `halo` keeps strokes away from it."""

    text: str
    x: float
    y: float
    size: float
    bold: bool = False
    colour: str = INK
    anchor: Anchor = "start"
    turned: bool = False
    halo: bool = False

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", clean(self.text))


@dataclass(frozen=True, slots=True)
class Part:
    """Marks that belong together. `title` is what a pointer or a screen reader is told of them."""

    marks: tuple[Mark, ...]
    title: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "title", clean(self.title))


Mark: TypeAlias = Oblong | Curve | Corners | Ring | Words | Part


@dataclass(frozen=True, slots=True)
class Drawing:
    """A finished figure, with a title and, for those who cannot see it, a description."""

    width: float
    height: float
    title: str
    description: str
    marks: tuple[Mark, ...]
    about: About = PLAIN

    def __post_init__(self) -> None:
        object.__setattr__(self, "title", clean(self.title))
        object.__setattr__(self, "description", clean(self.description))

    def words(self) -> Iterator[Words]:
        """Yield every line of text on the sheet."""
        return (mark for mark in flat(self.marks) if isinstance(mark, Words))

    def smallest_text(self, width: float) -> float:
        """In points, when the figure is printed so wide."""
        return min((words.size for words in self.words()), default=0.0) * width / self.width


def flat(marks: tuple[Mark, ...]) -> Iterator[Mark]:
    """Yield the marks of parts one after another, without the parts."""
    for mark in marks:
        if isinstance(mark, Part):
            yield from flat(mark.marks)
        else:
            yield mark


def moved(mark: Mark, dx: float, dy: float) -> Mark:
    """Return a mark in another place."""
    if isinstance(mark, Part):
        return replace(mark, marks=tuple(moved(one, dx, dy) for one in mark.marks))
    if isinstance(mark, Curve | Corners):
        return replace(mark, points=tuple((x + dx, y + dy) for x, y in mark.points))
    return replace(mark, x=mark.x + dx, y=mark.y + dy)


def scaled(mark: Mark, by: float) -> Mark:
    """Return a mark larger or smaller, from the top left corner of the sheet; strokes and type go along."""
    if isinstance(mark, Part):
        return replace(mark, marks=tuple(scaled(one, by) for one in mark.marks))
    if isinstance(mark, Words):
        return replace(mark, x=mark.x * by, y=mark.y * by, size=mark.size * by)
    if isinstance(mark, Ring):
        return replace(mark, x=mark.x * by, y=mark.y * by, radius=mark.radius * by, weight=mark.weight * by)
    dash = tuple(length * by for length in mark.dash)
    if isinstance(mark, Oblong):
        return replace(
            mark, x=mark.x * by, y=mark.y * by, width=mark.width * by, height=mark.height * by,
            weight=mark.weight * by, radius=mark.radius * by, dash=dash,
        )  # fmt: skip
    points = tuple((x * by, y * by) for x, y in mark.points)
    return replace(mark, points=points, weight=mark.weight * by, dash=dash)
