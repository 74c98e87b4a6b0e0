"""What a picture shows, in words and before any geometry: the contract between the model and every renderer."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Shape(StrEnum):
    """What kind of thing a box stands for; each has an outline of its own."""

    PARTNERSHIP = "partnership"
    GROUP = "group"
    TEAM = "team"
    BODY = "body"
    POST = "post"
    PERSON = "person"
    PLAN = "plan"
    FUND = "fund"
    DOCUMENT = "document"
    LIST = "list"


class Relation(StrEnum):
    """How two boxes are tied; nearly each has a stroke of its own. The first three are lines of accountability."""

    ACCOUNTABLE_TO = "accountable_to"
    REPORTS_TO = "reports_to"
    DELEGATED_BY = "delegated_by"
    SEAT = "seat"
    PART_OF = "part_of"
    LINE_MANAGED_BY = "line_managed_by"
    FUNDING = "funding"
    OTHER = "other"
    POST_IN = "post_in"
    LOOSE = "loose"
    BECAME = "became"
    """From what a change began with to what came of it: drawn only where before and after stand in one picture."""

    @property
    def drawn(self) -> bool:
        """Whether it has a stroke. Where a post belongs stands in its box; loose ties are told in the text."""
        return self not in {Relation.POST_IN, Relation.LOOSE}

    @property
    def answers(self) -> bool:
        """Whether it says who answers to whom. Seats, part-of and line management never do."""
        return self in {Relation.ACCOUNTABLE_TO, Relation.REPORTS_TO, Relation.DELEGATED_BY}


class Turn(StrEnum):
    """What became of something, where before and after are drawn as one picture; empty for all else."""

    NONE = ""
    NEW = "new"
    FIRST_TOLD = "first_told"
    CHANGED = "changed"
    OPEN = "open"
    NOT_BEFORE = "not_before"
    NOT_AFTER = "not_after"
    OVER = "over"
    UNTOLD = "untold"

    @property
    def is_past(self) -> bool:
        """Whether it is in the earlier of the two alone."""
        return self in {Turn.OVER, Turn.UNTOLD}


@dataclass(frozen=True, slots=True)
class Mark:
    """The number of a finding, as it stands on a box and in the list of findings."""

    number: int
    status: str


@dataclass(frozen=True, slots=True)
class Box:
    """One body, group, post, plan or the like.

    ``several`` says how many it stands for where it is a set ("several, number not known"), else it is empty;
    ``tier`` is None where the tier is not known; ``details`` are short lines that stand inside the box.
    """

    id: str
    label: str
    kind: str
    shape: Shape
    tier: str | None = None
    cluster: str | None = None
    several: str = ""
    marks: tuple[Mark, ...] = ()
    tags: tuple[str, ...] = ()
    details: tuple[str, ...] = ()
    ends_chain: bool = False
    """Whether accountability may end here."""
    gone: str = ""
    """Since when it is over, or from when it will be, where it is drawn only for the line that still points at it."""
    turn: Turn = Turn.NONE


@dataclass(frozen=True, slots=True)
class Line:
    """One relation between two boxes; ``tag`` is a word on its evidence, empty where it is plainly stated.

    ``label`` stands before the other end and ``after`` behind it: "reports to" B "on crime".
    """

    id: str
    source: str
    target: str
    relation: Relation
    label: str = ""
    tag: str = ""
    after: str = ""
    counts: bool = True
    """Whether it counts at the level of evidence, and both its ends do."""
    behalf: str = ""
    """The id of whom a seat is held for, where that is another than who sits."""
    turn: Turn = Turn.NONE

    @property
    def is_followed(self) -> bool:
        """Whether a chain of accountability runs along it."""
        return self.relation.answers and self.counts


@dataclass(frozen=True, slots=True)
class Cluster:
    """A partnership and what belongs to it."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing known of a box: what it is, its value, and the evidence behind it."""

    label: str
    value: str
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """Facts of one subject under a heading of the panel."""

    title: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """One finding in words, keyed to the picture by its number: what it says, and what there is to ask."""

    number: int
    status: str
    rule: str
    says: str
    ask: str
    boxes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Chain:
    """One path of accountability from a box upwards, and in words where it ends."""

    boxes: tuple[str, ...]
    lines: tuple[str, ...]
    ends: str
    reaches: bool


@dataclass(frozen=True, slots=True)
class Panel:
    """Everything the page tells of one box."""

    box: str
    title: str
    subtitle: str
    sections: tuple[Section, ...] = ()
    findings: tuple[int, ...] = ()
    chains: tuple[Chain, ...] = ()
    chain_summary: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the text twin; ``box`` is what it is about, if it is about one box."""

    text: str
    box: str | None = None
    children: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class View:
    """A whole picture in words. Everything a renderer draws or says comes from here."""

    title: str
    subtitle: str
    as_of: str
    footer: str
    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]
    clusters: tuple[Cluster, ...] = ()
    notes: tuple[Note, ...] = ()
    panels: tuple[Panel, ...] = ()
    summary: tuple[str, ...] = field(default=())
    """A few sentences that say what the picture shows, for those who cannot see it."""

    def box(self, box_id: str) -> Box:
        """The box of that id; KeyError where there is none."""
        for box in self.boxes:
            if box.id == box_id:
                return box
        raise KeyError(box_id)
