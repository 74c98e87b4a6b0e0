"""What a comparison of several structures gives: the shape of it, for whoever tells or draws it."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import NamedTuple

from graphmodel.dates import Day
from graphmodel.evidence import EvidenceLevel


class Metric(NamedTuple):
    """A figure of the table B13: its id, what it is called, how it is worked out, and whether it is a share."""

    id: str
    name: str
    how: str
    share: bool


class Value(NamedTuple):
    """A figure: a number, or a share as part of a whole; None where nothing tells.

    `at_least` says that the number, or the part of a share, may be higher than is known and cannot be lower. `open`
    says that what the figure is counted from is not declared complete: it is one of what is known.
    """

    number: Fraction | None
    part: int | None = None
    whole: int | None = None
    at_least: bool = False
    open: bool = False


class Coverage(NamedTuple):
    """How much was written of a structure, which is what its figures first of all measure.

    `words` is how long the sources are, None where that is not known; `facts` how many facts rest on each modality;
    `seats_known` of how many governance groups any seat is known, and `groups` how many there are.
    """

    words: int | None
    facts: Mapping[str, int]
    seats_known: int
    groups: int


class Kin(NamedTuple):
    """How crime and drugs work hang together in a structure; `type` is empty where nothing tells.

    `facts` are those it was read from, `doubts` say what speaks against it or is not known. `rests` says so where these
    facts are not all stated outright, ``partly inferred``; the sentences of `words` say it too, each of its own facts.
    """

    type: str
    words: str
    facts: tuple[str, ...]
    doubts: tuple[str, ...]
    rests: str = ""


class Motif(NamedTuple):
    """A pattern found in a structure: dual reporting, reciprocal seat, shared post, overlay, interlock only.

    `members` are the ids in the order of `roles`, which name their parts in it.
    """

    kind: str
    members: tuple[str, ...]
    roles: tuple[str, ...]
    facts: tuple[str, ...]


class Compared(NamedTuple):
    """One structure of a comparison. `values` has its figures by level of evidence and metric.

    `left_out` are the kinds of motif that were not looked for at some level, because there would be too many.
    """

    id: str
    title: str
    as_of: Day
    content: str
    values: Mapping[EvidenceLevel, Mapping[str, Value]]
    coverage: Coverage
    kin: Kin
    motifs: Mapping[EvidenceLevel, tuple[Motif, ...]]
    left_out: tuple[str, ...] = ()


class Flip(NamedTuple):
    """Two structures that a figure puts in one order at one level of evidence, and in another at another."""

    metric: str
    one: str
    other: str
    at: Mapping[EvidenceLevel, str]
    """``more``, ``less``, ``same`` or ``unknown``, of the first against the other."""


class Part(NamedTuple):
    """A part that is played in several structures: a letter for figures, a name, and who plays it where.

    `players` has the ids by structure; none where nobody is known to. `how` says by what they were matched, and
    `given` that a researcher said so.
    """

    letter: str
    name: str
    players: Mapping[str, tuple[str, ...]]
    how: str
    given: bool


class Comparison(NamedTuple):
    """Several structures side by side. `names` has the name of every id that is told of, by structure."""

    structures: tuple[Compared, ...]
    metrics: tuple[Metric, ...]
    flips: tuple[Flip, ...]
    parts: tuple[Part, ...]
    names: Mapping[str, Mapping[str, str]]
    version: str
