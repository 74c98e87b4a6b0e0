"""Strokes, shapes, type sizes, greys and marks. Colour repeats what form already says and never carries alone."""

from __future__ import annotations

from dataclasses import dataclass

from viz.map.view import Relation, Shape, Turn

FONT = "Helvetica, Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif"
INK = "#1c2127"
QUIET = "#4b545e"
FAINT = "#8a939d"
PAPER = "#ffffff"
CLUSTER_FILL = "#f3f4f6"
CLUSTER_LINE = "#c3c9cf"

PALE = 0.6
"""How much of a line's colour is left where it is not counted; a word beside it says so."""
BROKEN = (3.0, 2.5)
"""The dashes around a box that is over or not yet there; a word inside it says so."""

TITLE, SUBTITLE, NAME, SMALL, TINY = 15.0, 9.0, 9.5, 7.75, 7.5
LEADING = 1.24
READABLE = 6.0
"""Points: smaller words than these are not read on paper."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """How a relation is drawn and what the legend calls it. ``dash`` is in points, () is an unbroken line."""

    words: str
    colour: str
    width: float
    dash: tuple[float, ...] = ()
    head: str = "none"


STROKES: dict[Relation, Stroke] = {
    Relation.ACCOUNTABLE_TO: Stroke("is accountable to", "#12395b", 2.6, head="solid"),
    Relation.REPORTS_TO: Stroke("reports to", "#12395b", 1.5, head="solid"),
    Relation.DELEGATED_BY: Stroke("acts on powers delegated by", "#12395b", 1.5, (9, 3, 2, 3), "open"),
    Relation.SEAT: Stroke("sits on (a seat: not a line of accountability)", "#6b4a16", 1.1, (5, 3.5), "ring"),
    Relation.PART_OF: Stroke("is part of (not a line of accountability)", "#7d868f", 0.9, (), "diamond"),
    Relation.LINE_MANAGED_BY: Stroke("is line managed by (staff)", "#5b636b", 1.0, (12, 4), "open"),
    Relation.FUNDING: Stroke("funding", "#2c6148", 1.6, (1.6, 3.2), "open"),
    Relation.OTHER: Stroke("other tie", "#7d868f", 0.8, (1.2, 2.6)),
    Relation.BECAME: Stroke("what a change made of what", INK, 4.5, (1.5, 2.5), "solid"),
}


@dataclass(frozen=True, slots=True)
class Outline:
    """How a kind of box is drawn: ``form`` is one of round, heavy, square, pill, folded, barred."""

    words: str
    form: str
    fill: str
    width: float


OUTLINES: dict[Shape, Outline] = {
    Shape.PARTNERSHIP: Outline("partnership", "round", "#e6edf4", 2.0),
    Shape.GROUP: Outline("board, group or forum", "round", "#ffffff", 1.1),
    Shape.TEAM: Outline("staff team", "cut", "#ffffff", 0.9),
    Shape.BODY: Outline("body (organisation)", "square", "#f0efe9", 1.0),
    Shape.POST: Outline("post", "pill", "#ffffff", 0.9),
    Shape.PERSON: Outline("person", "pill", "#f3f3f3", 0.9),
    Shape.PLAN: Outline("plan", "folded", "#ffffff", 0.9),
    Shape.FUND: Outline("fund", "barred", "#ffffff", 0.9),
    Shape.DOCUMENT: Outline("document", "folded", "#ffffff", 0.9),
    Shape.LIST: Outline("", "square", "#ffffff", 0.5),
}


@dataclass(frozen=True, slots=True)
class TurnLook:
    """How a box shows what became of it: the flag inside it, how heavy its outline is, what the legend calls it."""

    flag: str
    words: str
    filled: bool = False
    outline: float = 0.0

    @property
    def word(self) -> str:
        """The flag as a word in a sentence."""
        return self.flag.lower()


TURNS: dict[Turn, TurnLook] = {
    Turn.NEW: TurnLook("NEW", "new", filled=True, outline=3.4),
    Turn.FIRST_TOLD: TurnLook("LATER FILE ONLY", "only the later file tells of it: it may not be new", outline=1.8),
    Turn.CHANGED: TurnLook("CHANGED", "changed, as its words say"),
    Turn.OPEN: TurnLook("LEFT OPEN", "a change leaves open whether it goes on"),
    Turn.NOT_BEFORE: TurnLook("BEFORE NOT EVIDENCED", "there after; whether it was there before is not evidenced"),
    Turn.NOT_AFTER: TurnLook("AFTER NOT EVIDENCED", "there before; whether it was there after is not evidenced"),
    Turn.OVER: TurnLook("ENDED", "over"),
    Turn.UNTOLD: TurnLook("EARLIER FILE ONLY", "only the earlier file tells of it: it may go on"),
}
"""In the order of the legend."""


@dataclass(frozen=True, slots=True)
class StatusMark:
    """The sign of a finding's status, and the words for it."""

    sign: str
    words: str
    colour: str


# In the order in which findings are listed everywhere.
STATUS_MARKS: dict[str, StatusMark] = {
    "fail": StatusMark("!", "fault: evidence shows it", "#8f1d1d"),
    "conflict": StatusMark("≠", "sources disagree", "#7a3b00"),
    "query": StatusMark("?", "question: not evidenced", "#1d4f7a"),
    "partly": StatusMark("~", "partly evidenced", "#5a5200"),
    "observed": StatusMark("i", "observation, no fault", "#4b545e"),
    "met": StatusMark("✓", "met", "#23603a"),
    "na": StatusMark("–", "does not apply", "#6b7680"),
}

ON_PAGES = tuple(relation for relation in STROKES if relation is not Relation.BECAME)
"""The strokes that a map page needs: it shows one day, on which nothing becomes anything."""

# The same colours by name for the page, which also has a dark dress. Every pair of text and ground here has a
# contrast of at least 4.5 to 1; the strokes of lines have at least 3 to 1.
LIGHT: dict[str, str] = {
    "ink": INK,
    "quiet": QUIET,
    "faint": FAINT,
    "paper": PAPER,
    "ground": "#f7f8f9",
    "raised": "#ffffff",
    "rule": "#d9dde1",
    "frame-fill": CLUSTER_FILL,
    "frame-line": CLUSTER_LINE,
    "accent": "#12395b",
    "lit": "#c2410c",
    **{f"line-{relation.value}": stroke.colour for relation, stroke in STROKES.items() if relation in ON_PAGES},
    **{f"fill-{shape.value}": outline.fill for shape, outline in OUTLINES.items()},
    **{f"status-{status}": mark.colour for status, mark in STATUS_MARKS.items()},
}

DARK: dict[str, str] = {
    "ink": "#e8ebee",
    "quiet": "#b3bcc5",
    "faint": "#7d8790",
    "paper": "#14181d",
    "ground": "#0f1216",
    "raised": "#1a1f25",
    "rule": "#323a43",
    "frame-fill": "#1a1f26",
    "frame-line": "#3c4651",
    "accent": "#9cc7ee",
    "lit": "#ffb066",
    **{f"line-{relation.value}": "#a7b0ba" for relation in Relation if relation is not Relation.BECAME},
    **{f"line-{relation.value}": "#a9cdf0" for relation in Relation if relation.answers},
    "line-seat": "#e2bd84",
    "line-funding": "#8fd0b0",
    **{f"fill-{shape.value}": "#20262d" for shape in Shape},
    "fill-partnership": "#24323f",
    "fill-body": "#2b2a25",
    "status-fail": "#ff9c94",
    "status-conflict": "#f2b27a",
    "status-query": "#9cc7ee",
    "status-partly": "#d9cf77",
    "status-observed": "#b3bcc5",
    "status-met": "#93d3a6",
    "status-na": "#a7b0ba",
}
