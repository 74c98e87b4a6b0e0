"""Who is in the panel of a structure: its groups by band and column, and the bodies that they answer to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple

from graphmodel.dates import Day
from graphmodel.evidence import EvidenceLevel
from graphmodel.kinds import Function, GroupKind
from graphmodel.structure import Structure
from queries.comparison.results import Compared, Comparison
from queries.engines.memory import MemoryEngine
from queries.facts.known import Known
from queries.reads import GROUPS, ORIGINALS
from queries.reads.groups import GroupRow
from viz.comparison.ties import Tie, ties
from viz.map.view import Shape
from viz.privacy import Veil

MOST = 24
"""More groups than these are not read in a panel: it says how many it leaves out."""


class Band(StrEnum):
    """The bands of a panel, from top to bottom."""

    BODIES = "bodies answered to"
    STRATEGIC = "strategic"
    TACTICAL = "tactical"
    OPERATIONAL = "operational"
    UNKNOWN = "tier not known"
    BEFORE = "no longer there"


class Column(StrEnum):
    """The columns of a panel, from left to right: what a group is there for, as far as that is said."""

    CRIME = "crime"
    BOTH = "both"
    DRUGS = "drugs"
    OTHER = "other"
    UNSAID = "not said"


class Member(NamedTuple):
    """A box of a panel.

    `letter` is that of its part in every panel, empty where it plays none. `mark` is what it is told by in its own: the
    letter, with a number where several play the part there, or a number alone.
    `several` is ``×6``, or ``×?`` where the number is not known. `doubt` says that it may have ended in a
    change, `over` that it did, and `stated` that a source says plainly that it is there, or that it has gone if it is
    over.
    """

    id: str
    name: str
    shape: Shape
    band: Band
    column: Column
    letter: str = ""
    mark: str = ""
    several: str = ""
    doubt: bool = False
    over: bool = False
    stated: bool = True


class Cast(NamedTuple):
    """One structure as a panel shows it; `left_out` is how many groups it has beyond those, `to_come` are planned."""

    id: str
    title: str
    as_of: Day
    known: Known
    shown: Veil
    members: tuple[Member, ...]
    ties: tuple[Tie, ...]
    left_out: int
    to_come: int

    def fewer(self, most: int) -> Cast:
        """Return the same with so many groups at most: those with a part, then those with most ties."""
        there = [member.id for member in self.members if member.band not in (Band.BODIES, Band.BEFORE)]
        if len(there) <= most:
            return self
        tied = Counter(end for tie in self.ties for end in (tie.start, tie.finish))
        lettered = {member.id for member in self.members if member.letter}
        kept = set(sorted(there, key=lambda group: (group not in lettered, -tied[group]))[:most])
        tied_to = {end for tie in self.ties if {tie.start, tie.finish} & kept for end in (tie.start, tie.finish)}
        kept |= tied_to.difference(there)
        members = _numbered(member for member in self.members if member.id in kept)
        ties_ = tuple(tie for tie in self.ties if {tie.start, tie.finish} <= kept)
        return self._replace(members=tuple(members), ties=ties_, left_out=len(there) - most)

    @property
    def unlettered(self) -> tuple[Member, ...]:
        """Those who play no part that is known from another structure."""
        return tuple(member for member in self.members if not member.letter)


def casts(
    structures: Collection[Structure], comparison: Comparison, *, level: EvidenceLevel, names: bool
) -> tuple[Cast, ...]:
    """Return what each panel shows; `structures` are those that were compared, in the same order."""
    found = []
    for structure, compared in zip(structures, comparison.structures, strict=True):
        known = Known(MemoryEngine(structure), compared.as_of, level)
        found.append(_cast(known, compared, comparison, Veil(structure, names=names)).fewer(MOST))
    return tuple(found)


def _cast(known: Known, compared: Compared, comparison: Comparison, veil: Veil) -> Cast:
    there = {row.fact: row for row in known.in_force(GROUPS) if row.current != "no"}
    everyone = ties(known, there)
    letters = {player: part.letter for part in comparison.parts for player in part.players.get(compared.id, ())}
    groups = {row.fact: row for row in known.all_rows(GROUPS)}
    before = {tie.start: groups[tie.start] for tie in everyone if tie.start in groups and tie.start not in there}
    bodies = [tie.finish for tie in everyone if known.entities[tie.finish].type == "body"]
    members = [*_bodies(known, dict.fromkeys(bodies), letters), *_groups(known, there, letters, over=False)]
    members += _groups(known, before, letters, over=True)
    shown = {member.id for member in members}
    return Cast(
        id=compared.id,
        title=veil.text(compared.title),
        as_of=compared.as_of,
        known=known,
        shown=veil,
        members=tuple(_numbered(member._replace(name=veil.text(member.name)) for member in members)),
        ties=tuple(tie for tie in everyone if {tie.start, tie.finish} <= shown),
        left_out=0,
        to_come=len(known.to_come),
    )


def _bodies(known: Known, bodies: Collection[str], letters: Mapping[str, str]) -> Iterator[Member]:
    for body in bodies:
        row = known.entities[body]
        times = _times(row.how_many, several=row.set)
        letter, stated = letters.get(body, ""), row.modality == "stated"
        band, column = Band.BODIES, Column.UNSAID
        yield Member(body, row.name, Shape.BODY, band, column, letter, several=times, stated=stated)


def _groups(
    known: Known, groups: Mapping[str, GroupRow], letters: Mapping[str, str], *, over: bool
) -> Iterator[Member]:
    for group, row in groups.items():
        entity = known.entities[group]
        yield Member(
            id=group,
            name=entity.name,
            shape=_SHAPES.get(row.kind, Shape.GROUP),
            band=Band.BEFORE if over else Band(row.tier or Band.UNKNOWN),
            column=_column(row.functions),
            letter=letters.get(group, ""),
            several=_times(entity.how_many, several=entity.set),
            doubt=row.left_open,
            over=over,
            stated=row.modality == "stated" and (not over or _has_plainly_gone(known, group)),
        )


def _has_plainly_gone(known: Known, group: str) -> bool:
    """Tell whether a source says that a group has ended: by a date of its own, or in what became of it in a change."""
    claim = known.said.given(group, "valid_to")
    ends = [row.modality for row in known.in_force(ORIGINALS) if row.original == group and row.continues == "no"]
    told = [*([claim.modality] if claim is not None else []), *ends]
    return "stated" in told or not told


_SHAPES: Mapping[str, Shape] = {
    GroupKind.PARTNERSHIP: Shape.PARTNERSHIP,
    GroupKind.TEAM: Shape.TEAM,
    GroupKind.MEETING_SERIES: Shape.LIST,
}


def _column(functions: Collection[str]) -> Column:
    if not functions:
        return Column.UNSAID
    crime, drugs = Function.CRIME_AND_DISORDER in functions, Function.DRUGS in functions
    if crime and drugs:
        return Column.BOTH
    return Column.CRIME if crime else Column.DRUGS if drugs else Column.OTHER


def _times(count: int | None, *, several: bool) -> str:
    return f"×{count if count is not None else '?'}" if several else ""


def _numbered(members: Iterable[Member]) -> Iterator[Member]:
    """Tell members apart: by a number where they have no letter, or share it with another."""
    told = tuple(members)
    often = Counter(member.letter for member in told)
    seen: Counter[str] = Counter()
    for member in told:
        seen[member.letter] += 1
        alone = member.letter and often[member.letter] == 1
        yield member._replace(mark=member.letter if alone else f"{member.letter}{seen[member.letter]}")
