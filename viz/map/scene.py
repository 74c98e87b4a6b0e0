"""The finished picture: every rectangle, curve and line of text in its place. Renderers draw it and decide nothing.

All measures are points, from the top left corner of the sheet, y downwards.
"""

from __future__ import annotations

from dataclasses import dataclass

from viz.map.block import Flag, MarkSpot, Run, Spot
from viz.map.graphviz import Point, Rect
from viz.map.theme import READABLE
from viz.map.view import Box, Line

A4 = (841.9, 595.3)
PAPERS = {"A4": A4, "A3": (1190.6, 841.9), "A2": (1683.8, 1190.6), "A1": (2383.9, 1683.8), "A0": (3370.4, 2383.9)}
_MARGIN = 28.3  # ten millimetres, which every printer can leave free


@dataclass(frozen=True, slots=True)
class SceneBox:
    """A box in its place. ``stacked`` draws a second outline behind it: it stands for several."""

    box: Box
    rect: Rect
    form: str
    fill: str
    stroke: float
    stacked: bool
    runs: tuple[Run, ...]
    rules: tuple[float, ...]
    spots: tuple[Spot, ...]
    marks: tuple[MarkSpot, ...]
    flag: Flag | None = None


@dataclass(frozen=True, slots=True)
class Head:
    """The end of a line: a closed or open shape by its corners, or a ring by centre and a point on it."""

    form: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class SceneLine:
    """A line in its place: a curve as start point and then groups of three Bezier points."""

    line: Line
    curve: tuple[Point, ...]
    head: Head | None
    label: Rect | None
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class SceneFrame:
    """The tinted ground behind a partnership and its parts."""

    id: str
    label: str
    rect: Rect
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Key:
    """One entry of the legend: a sample, drawn as the thing it explains, and its words.

    ``sample`` is "stroke", "outline", "several", "mark", "turn", "past" or "frame"; ``of`` is the relation, shape,
    status or turn.
    """

    sample: str
    of: str
    rect: Rect
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Scene:
    """Everything on the sheet. ``words`` holds title, date and footer; ``divider`` is the rule above the legend."""

    width: float
    height: float
    title: str
    description: str
    words: tuple[Run, ...]
    frames: tuple[SceneFrame, ...]
    lines: tuple[SceneLine, ...]
    boxes: tuple[SceneBox, ...]
    keys: tuple[Key, ...]
    picture: Rect
    divider: float
    marks: tuple[MarkSpot, ...] = ()
    """Marks of the list of findings, where the sheet has one."""

    @property
    def paper(self) -> str:
        """The smallest paper on which every word can be read: A4 wherever that will do."""
        fits = (paper for paper in PAPERS if round(self.smallest_text(paper), 1) >= READABLE)
        return next(fits, list(PAPERS)[-1])

    def on_paper(self, paper: str = "") -> tuple[float, float, float]:
        """Width and height on a sheet (landscape or portrait, whichever shows more), and the scale used."""
        long, short = PAPERS[paper or self.paper]
        sheets = ((long, short), (short, long))
        scale = max(min((w - 2 * _MARGIN) / self.width, (h - 2 * _MARGIN) / self.height) for w, h in sheets)
        scale = min(scale, 1.35)
        return self.width * scale, self.height * scale, scale

    @property
    def lies_across(self) -> bool:
        """Whether the sheet lies with its long side across, because the picture is too wide for it to stand."""
        _, short = PAPERS[self.paper]
        return self.on_paper()[0] > short - 2 * _MARGIN + 0.01

    def smallest_text(self, paper: str = "") -> float:
        """In points, on a paper: its own, unless another is named."""
        return min(run.size for run in self.all_runs()) * self.on_paper(paper)[2]

    def all_runs(self) -> tuple[Run, ...]:
        """Every line of text on the sheet."""
        parts = [self.words]
        parts += [frame.runs for frame in self.frames]
        parts += [line.runs for line in self.lines]
        parts += [box.runs for box in self.boxes]
        parts += [(box.flag.run,) for box in self.boxes if box.flag]
        parts += [spot.runs for box in self.boxes for spot in box.spots]
        parts += [key.runs for key in self.keys]
        return tuple(run for runs in parts for run in runs)
