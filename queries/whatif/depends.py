"""What hangs on one post, body, group or person: what an audit would say if it were not there, and what it ties."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple

from graphmodel.dates import Day
from graphmodel.entities import Document, Fund
from graphmodel.evidence import EvidenceLevel, What
from graphmodel.structure import Structure
from queries.facts.known import Known
from queries.people.gatekeepers import Piece, gatekeepers, pieces, seat_web
from queries.reads import HOLDERS, HOMES, STAFF
from queries.reads.lines import LineRow
from queries.whatif.applying import without
from queries.whatif.breaks import chains, plans, voices
from queries.whatif.judged import Judged, judged
from queries.whatif.results import Break, Reports
from queries.whatif.sides import Sides
from queries.whatif.what_if import Asked, audited, sides_of


class Hangs(StrEnum):
    """In what way something hangs on somebody."""

    CHAIR = "chair"
    """A group that is left without a chair, as far as seats are known."""
    MEMBERS = "members"
    """A group that is left without anybody who is known to sit there."""
    STAFF = "staff"
    """A group that is left without staff that serve it."""
    SEAT = "seat"
    """A group on which a seat is left empty, others being filled."""
    LINE = "line"
    """A group or post that answers to it; `others` are to whom it answers besides."""
    MANAGED = "managed"
    """A post or team that is left without a line manager."""
    POST = "post"
    """A post that goes too, or is left empty."""
    FUND = "fund"
    """Money for which a body or group answers."""
    DOCUMENT = "document"
    """A document that a body, group or post has agreed."""


class Thread(NamedTuple):
    """One thing that hangs on somebody, and the facts that say so.

    `closed` says whether the list that would show anybody else is declared complete: else others may be there whom
    nothing tells of. `others` are those who are left: who could stand in, or to whom else something answers.
    """

    how: Hangs
    what: str
    facts: tuple[str, ...]
    closed: bool = False
    others: tuple[str, ...] = ()


class Depends(NamedTuple):
    """What hangs on somebody. `gone` are all that go: of a body, the posts in it too.

    `ways` are by group the lines by which it reaches an end today, for those that would reach none. `pieces` are the
    groups that would fall apart, where it alone ties them, and `closed` for how many of the groups around it the list
    of members is complete. `unaffected` are the governance groups in which nothing changes.
    """

    who: str
    gone: tuple[str, ...]
    structure: Structure
    day: Day
    level: EvidenceLevel
    names: Mapping[str, str]
    threads: tuple[Thread, ...]
    chains: tuple[Break, ...]
    ways: Mapping[str, tuple[str, ...]]
    plans: tuple[Break, ...]
    voices: tuple[Break, ...]
    pieces: tuple[Piece, ...]
    closed: tuple[int, int]
    cut: tuple[str, ...]
    found: Judged
    reports: Reports
    unaffected: tuple[str, ...]

    @property
    def is_nothing(self) -> bool:
        """Whether nothing is known to hang on it."""
        return not (self.threads or self.chains or self.plans or self.voices or self.pieces or self.cut)


def depends(structure: Structure, who: str, day: Day, asked: Asked) -> Depends:
    """Tell what breaks if a body, post, group or person is not there from a day on."""
    gone = _gone(structure, who, day, asked.level)
    told = without(structure, gone, day)
    sides = sides_of(structure, told, asked.level)
    reports = Reports(audited(sides.before.engine, day, asked), audited(sides.after.engine, day, asked))
    broken = tuple(chains(sides))
    threads = tuple(_threads(structure, sides, gone))
    pieces = _pieces(sides.before, who)
    return Depends(
        who=who,
        gone=gone,
        structure=told.structure,
        day=day,
        level=asked.level,
        names={row.fact: row.name for row in sides.before.entities.values()},
        threads=threads,
        chains=broken,
        ways={one.about[0]: _way(sides.before, one.about[0]) for one in broken},
        plans=tuple(plans(sides)),
        voices=tuple(one for one in voices(sides) if one.about[0] not in gone),
        pieces=pieces,
        closed=_closed(sides.before, pieces),
        cut=told.cut,
        found=judged(told, reports),
        reports=reports,
        unaffected=tuple(_unaffected(sides, gone, broken, pieces)),
    )


def _gone(structure: Structure, who: str, day: Day, level: EvidenceLevel) -> tuple[str, ...]:
    """Return who goes, and the posts that are in it and nowhere else."""
    from queries.engines.memory import MemoryEngine  # noqa: PLC0415  what is asked of it here is asked nowhere else

    known = Known(MemoryEngine(structure), day, level)
    homes: dict[str, set[str]] = defaultdict(set)
    for tie in known.in_force(HOMES):
        homes[tie.start].add(tie.finish)
    return (who, *sorted(post for post, where in homes.items() if where == {who}))


def _threads(structure: Structure, sides: Sides, in_order: tuple[str, ...]) -> Iterator[Thread]:
    """Yield what hangs on those that go; the first of them goes of itself, the others with it."""
    gone = set(in_order)
    yield from _seats(sides)
    yield from _staff(sides, gone)
    yield from _lines(sides, gone)
    for post in in_order[1:]:
        yield Thread(Hangs.POST, post, ())
    for tie in sides.before.in_force(HOLDERS):
        held_by = {one.start for one in sides.before.in_force(HOLDERS) if one.finish == tie.finish}
        if held_by <= gone and tie.finish not in gone:
            yield Thread(Hangs.POST, tie.finish, (tie.fact,))
    for entity in structure.entities():
        if entity.id not in sides.before.present:
            continue
        if isinstance(entity, Fund) and entity.accountable_body in gone:
            yield Thread(Hangs.FUND, entity.id, (entity.id,))
        if isinstance(entity, Document) and entity.approved_by in gone:
            yield Thread(Hangs.DOCUMENT, entity.id, (entity.id,))


def _seats(sides: Sides) -> Iterator[Thread]:
    """Yield the groups on which somebody sits who goes: those left without a chair or anybody, then the rest."""
    before, after = sides.before.organisations.seats_on, sides.after.organisations.seats_on
    for group in sorted(sides.after.groups):
        seats = before.get(group, ())
        left = after.get(group, ())
        kept = {seat.fact for seat in left}
        lost = tuple(seat.fact for seat in seats if seat.fact not in kept)
        if not lost:
            continue
        said = sides.before.said
        if not left:
            closed = said.complete(group, What.MEMBERSHIP) is not None
            yield Thread(Hangs.MEMBERS, group, lost, closed=closed)
        chairs = tuple(seat.fact for seat in seats if seat.role == "chair")
        if chairs and set(chairs) <= set(lost):
            deputies = tuple(sorted({seat.member for seat in left if seat.role in _STAND_IN}))
            closed = said.complete(group, What.CHAIR) is not None
            yield Thread(Hangs.CHAIR, group, chairs, closed=closed, others=deputies)
        elif left:
            yield Thread(Hangs.SEAT, group, lost)


_STAND_IN = ("vice_chair", "deputy")


def _staff(sides: Sides, gone: set[str]) -> Iterator[Thread]:
    ties = {
        type_: [tie for tie in sides.before.in_force(STAFF) if tie.type == type_]
        for type_ in ("supports", "line_managed_by")
    }
    served = {tie.finish for tie in ties["supports"] if tie.start in gone} - gone
    for group in sorted(served):
        serving = [tie for tie in ties["supports"] if tie.finish == group]
        if all(tie.start in gone for tie in serving):
            yield Thread(Hangs.STAFF, group, tuple(tie.fact for tie in serving))
    for tie in ties["line_managed_by"]:
        if tie.finish in gone and tie.start not in gone:
            yield Thread(Hangs.MANAGED, tie.start, (tie.fact,))


def _lines(sides: Sides, gone: set[str]) -> Iterator[Thread]:
    below: dict[str, list[LineRow]] = defaultdict(list)
    for line in sides.before.chains.lines:
        below[line.start].append(line)
    for start, lines in sorted(below.items()):
        to_it = tuple(line.fact for line in lines if line.finish in gone)
        if to_it and start not in gone:
            others = tuple(sorted({line.finish for line in lines} - gone))
            yield Thread(Hangs.LINE, start, to_it, others=others)


def _way(known: Known, group: str) -> tuple[str, ...]:
    way = known.chains.way(group)
    return () if way is None else (group, *(line.finish for line in way.lines))


def _pieces(known: Known, who: str) -> tuple[Piece, ...]:
    """Return the groups that one alone ties together: an actor by its own seats, a body by all that count for it.

    One name for several ties nothing: they need not all sit in the same places.
    """
    if known.entities[who].set:
        return ()
    own = set(seat_web(known.organisations, known.groups, known.entities))
    if known.entities[who].type == "body":
        own = {(body, place.group) for body, some in known.places_of_organisations.items() for place in some}
        own = {(one, group) for one, group in own if one != group}
    around = (seats for everybody, seats in pieces(own) if who in everybody)
    return next((gatekeepers(seats, known.groups).get(who, ()) for seats in around), ())


def _closed(known: Known, pieces: Collection[Piece]) -> tuple[int, int]:
    groups = {group for piece in pieces for group in piece.groups}
    return sum(known.said.complete(group, What.MEMBERSHIP) is not None for group in groups), len(groups)


def _unaffected(
    sides: Sides, gone: Collection[str], broken: Collection[Break], pieces: Collection[Piece]
) -> Iterator[str]:
    """Yield the groups that nothing which is cut touches."""
    touched = {word for key in sides.told.cut for word in key.split(" ")[1:3]} | {one.about[0] for one in broken}
    touched |= {group for piece in pieces for group in piece.groups}
    for group in sorted(sides.before.groups):
        if group not in touched and group not in gone:
            yield group
