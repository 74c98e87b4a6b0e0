"""How partnerships came together in a structure, read from what its file says happened.

"Merged" is said of at least five things. Each shape needs a fact of its own; where none is told, or one only half, no
type is given: what is not known is not put under the next best name.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from graphmodel.dates import UNKNOWN, earliest
from graphmodel.evidence import Modality
from queries.comparison.results import Kin
from queries.facts.known import Known
from queries.reads import EVENTS, GROUPS, ORIGINALS, PARTS, STAFF
from queries.reads.events import EventRow, OriginalRow

SHAPES: Mapping[str, str] = {
    "co_located": "teams under one roof",
    "incorporated": "strands within one partnership",
    "absorbed": "partnerships absorbed into one, local groups kept",
    "overlay": "a partnership laid over others that go on",
    "tiered": "one body with tiers",
    "several": "several shapes at once",
}
"""The types, and what each is called."""

_TIERS_OF_A_BODY = 2
_READ = ("results", "continues", "is_new", "tier")
"""The properties that a shape is read from, which a claim may give."""


class _Shape(NamedTuple):
    """A shape that is told, in words, with the facts that tell it and what is open about it."""

    type: str
    words: str
    facts: tuple[str, ...]
    open: tuple[str, ...] = ()


def kin(known: Known) -> Kin:
    """Read the shape in which partnerships came together; an empty type where nothing tells one."""
    changes = _Changes(known)
    shapes = [shape for read in (_co_located, _incorporated, _absorbed, _overlay, _tiered) for shape in read(changes)]
    types = tuple(dict.fromkeys(shape.type for shape in shapes))
    facts = tuple(dict.fromkeys(fact for shape in shapes for fact in changes.with_claims(shape.facts)))
    doubts = [*dict.fromkeys(doubt for shape in shapes for doubt in shape.open), *changes.half_told(facts)]
    if not types:
        return Kin("", "In what shape partnerships came together is not evidenced.", (), tuple(doubts))
    doubts += changes.weak(facts)
    words = " ".join(dict.fromkeys(changes.told(shape) for shape in shapes))
    type_ = types[0] if len(types) == 1 else "several"
    return Kin(type_, words, facts, tuple(dict.fromkeys(doubts)), changes.rests(facts))


class _Changes:
    """The changes that have happened by the day, with what each began with and came to."""

    def __init__(self, known: Known) -> None:
        self.known = known
        self.events = tuple(event for event in known.in_force(EVENTS) if _has_happened(event, known.as_of))
        self.begun: dict[str, list[OriginalRow]] = {event.fact: [] for event in self.events}
        for original in known.in_force(ORIGINALS):
            if original.event in self.begun:
                self.begun[original.event].append(original)
        self.parts = [part for part in known.in_force(PARTS) if part.start in known.present]
        self.groups = {row.fact: row for row in known.in_force(GROUPS)}

    def of_kind(self, *kinds: str) -> Iterator[EventRow]:
        return (event for event in self.events if event.kind in kinds)

    def named(self, ids: tuple[str, ...] | list[str]) -> str:
        names = sorted(self.known.name(one) for one in set(ids))
        return " and ".join(filter(None, (", ".join(names[:-1]), names[-1]))) if names else ""

    def with_claims(self, facts: tuple[str, ...]) -> tuple[str, ...]:
        """Add to facts the claims by which what a shape is read from was filled in, such as what came of a change."""
        claims = (self.known.said.given(fact, name) for fact in facts for name in _READ)
        return (*facts, *(claim.fact for claim in claims if claim is not None))

    def told(self, shape: _Shape) -> str:
        """Tell a shape in words, and what it rests on where that is not all stated outright."""
        rests = self.rests(self.with_claims(shape.facts))
        return f"{shape.words.removesuffix('.')} ({rests})." if rests else shape.words

    def rests(self, facts: tuple[str, ...]) -> str:
        """Say what facts rest on: nothing where all are stated, else the weakest, and whether all are weak."""
        found = {self.known.standing(fact)[0] for fact in facts} - {Modality.STATED}
        if not found:
            return ""
        words = "inferred" if found == {Modality.INFERRED} else "claimed in general terms"
        return words if len(self._weak_ones(facts)) == len(facts) else f"partly {words}"

    def _weak_ones(self, facts: tuple[str, ...]) -> list[str]:
        return [fact for fact in facts if self.known.standing(fact)[0] != Modality.STATED]

    def weak(self, facts: tuple[str, ...]) -> list[str]:
        """Say how many of the facts that a type was read from are not stated outright."""
        weak = self._weak_ones(facts)
        if not weak:
            return []
        if len(weak) == len(facts):
            return ["None of the facts that this was read from is stated outright."]
        are = "is" if len(weak) == 1 else "are"
        return [f"{len(weak)} of the {len(facts)} facts that this was read from {are} not stated outright."]

    def half_told(self, facts: tuple[str, ...]) -> list[str]:
        """Say of changes that brought groups together, and no type was read from, that their shape is open."""
        rest = self.of_kind("merge", "absorb", "integrate", "incorporate", "overlay", "colocate")
        return [f"{self.known.name(event.fact)}: in what shape is not evidenced." for event in rest
                if event.fact not in facts]  # fmt: skip

    def fate(self, event: EventRow) -> tuple[str, ...]:
        """Say of what a change began with, and of which nothing tells, that it may go on."""
        unknown = [one.original for one in self.begun[event.fact] if one.continues == "unknown"]
        if not unknown:
            return ()
        alone = len(unknown) == 1 and not self.known.several(unknown[0])
        exist = "still exists by itself" if alone else "still exist by themselves"
        return (f"Whether {self.named(unknown)} {exist} is not evidenced.",)


def _has_happened(event: EventRow, as_of: str) -> bool:
    if event.current == "no":
        return False
    return not event.date or event.date == UNKNOWN or earliest(event.date) <= as_of


def _co_located(changes: _Changes) -> Iterator[_Shape]:
    for event in changes.of_kind("colocate"):
        teams = changes.begun[event.fact]
        if len(teams) > 1:
            words = f"{changes.named([one.original for one in teams])} share one roof."
            yield _Shape("co_located", words, (event.fact, *(one.fact for one in teams)))
    for tie in changes.known.in_force(STAFF):
        if tie.type == "co_located_with" and {tie.start, tie.finish} <= changes.known.present:
            yield _Shape("co_located", f"{changes.named([tie.start, tie.finish])} share one roof.", (tie.fact,))


def _incorporated(changes: _Changes) -> Iterator[_Shape]:
    for event in changes.of_kind("incorporate"):
        strands = changes.begun[event.fact]
        for whole in event.results:
            if len(strands) > 1:
                inside = {one.original for one in strands}
                parts = [part.fact for part in changes.parts if part.finish == whole and part.start in inside]
                words = f"{changes.named([one.original for one in strands])} are strands of {changes.named([whole])}."
                facts = (event.fact, *(one.fact for one in strands), *parts)
                yield _Shape("incorporated", words, facts, changes.fate(event))


def _absorbed(changes: _Changes) -> Iterator[_Shape]:
    """A merger alone does not say whether local groups were kept: that takes groups within the new one, not new."""
    for event in changes.of_kind("merge", "absorb"):
        gone = [one for one in changes.begun[event.fact] if one.continues != "yes"]
        for one in event.results:
            kept = [part for part in changes.parts if part.finish == one and _retained(changes, part.start)]
            if len(gone) > 1 and kept:
                before = changes.named([old.original for old in gone])
                local = changes.named([part.start for part in kept])
                words = f"{before} became {changes.named([one])}, which keeps {local}."
                facts = (event.fact, *(old.fact for old in gone), *(fact for part in kept
                         for fact in (part.fact, part.start)))  # fmt: skip
                yield _Shape("absorbed", words, facts, changes.fate(event))


def _retained(changes: _Changes, group: str) -> bool:
    row = changes.groups.get(group)
    return row is not None and row.is_new == "false"


def _overlay(changes: _Changes) -> Iterator[_Shape]:
    """Under a new partnership the old ones go on; a merger of which all go on comes to the same."""
    for event in changes.of_kind("overlay", "merge", "integrate"):
        going_on = [one for one in changes.begun[event.fact] if one.continues == "yes"]
        every = len(going_on) == len(changes.begun[event.fact])
        if not going_on or not event.results or not (event.kind == "overlay" or every):
            continue
        below = changes.named([one.original for one in going_on])
        words = f"{changes.named(event.results)} was laid over {below}, which go on."
        yield _Shape("overlay", words, (event.fact, *(one.fact for one in going_on)), changes.fate(event))


def _tiered(changes: _Changes) -> Iterator[_Shape]:
    """An integration alone does not say what came of it: that takes groups at several tiers."""
    tiers = {row.tier: group for group, row in sorted(changes.known.groups.items(), reverse=True) if row.tier}
    for event in changes.of_kind("integrate"):
        before = changes.begun[event.fact]
        if len(before) > 1 and len(tiers) >= _TIERS_OF_A_BODY:
            order = [tier for tier in ("strategic", "tactical", "operational") if tier in tiers]
            words = (
                f"{changes.named([one.original for one in before])} were integrated; there are groups at "
                f"{len(order)} tiers ({', '.join(order)})."
            )
            one_body = () if event.results else ("That one body came of it is not evidenced.",)
            facts = (event.fact, *(one.fact for one in before), *(tiers[tier] for tier in order))
            yield _Shape("tiered", words, facts, (*one_body, *changes.fate(event)))
