"""What hangs on one post, body, group or person: what an audit would say if it were not there, and what it ties."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from graphmodel.dates import Day
from graphmodel.evidence import EvidenceLevel, What
from graphmodel.structure import Structure
from queries.facts.known import Known
from queries.people.gatekeepers import Piece, gatekeepers, pieces, seat_web
from queries.reads import HOLDERS, HOMES
from queries.reads.lines import LineRow
from queries.whatif.applying import without
from queries.whatif.breaks import chains, plans, voices
from queries.whatif.depends_threads import Hangs, Leaving, Thread, leaving, threads
from queries.whatif.judged import Judged, judged
from queries.whatif.results import Break, Reports
from queries.whatif.sides import Sides
from queries.whatif.what_if import Asked, audited, sides_of

__all__ = ["Depends", "Hangs", "Thread", "depends"]


class Depends(NamedTuple):
    """What hangs on somebody. `gone` are all that go: of a body, the posts in it too.

    `ways` are by group the steps by which it reaches an end today, for those that would reach none, and `lines` the
    facts that say so. `pieces` are the groups that would fall apart, where it alone ties them, and `closed` for how
    many of the groups around it the list of members is complete. `empty` are posts that are left empty, and not gone;
    `unheard` are those heard on no group as long as these are. `listed` says for how many of all groups the list of
    members is complete, `without_post` that it is a person who is not known to hold one. `unaffected` are the
    governance groups in which nothing changes.
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
    lines: Mapping[str, tuple[str, ...]]
    plans: tuple[Break, ...]
    voices: tuple[Break, ...]
    empty: tuple[str, ...]
    unheard: tuple[Break, ...]
    pieces: tuple[Piece, ...]
    closed: tuple[int, int]
    cut: tuple[str, ...]
    found: Judged
    reports: Reports
    listed: tuple[int, int]
    without_post: bool
    unaffected: tuple[str, ...]

    @property
    def is_nothing(self) -> bool:
        """Whether nothing is known to hang on it."""
        return not any((self.threads, self.chains, self.plans, self.voices, self.unheard, self.pieces, self.cut))


def depends(structure: Structure, who: str, day: Day, asked: Asked) -> Depends:
    """Tell what breaks if a body, post, group or person is not there from a day on."""
    gone = _gone(structure, who, day, asked.level)
    told = without(structure, gone, day)
    sides = sides_of(structure, told, asked.level)
    reports = Reports(audited(sides.before.engine, day, asked), audited(sides.after.engine, day, asked))
    going = leaving(sides.before, gone)
    broken = tuple(chains(sides))
    hanging = tuple(threads(structure, sides, going))
    tied = _pieces(sides.before, who)
    heard = tuple(_voices(sides, going))
    before = sides.before
    ways = {one.about[0]: _way(before, one.about[0]) for one in broken}
    return Depends(
        who=who,
        gone=gone,
        structure=told.structure,
        day=day,
        level=asked.level,
        names={row.fact: row.name for row in before.entities.values()},
        threads=hanging,
        chains=broken,
        ways={group: (group, *(line.finish for line in lines)) for group, lines in ways.items()},
        lines={group: tuple(line.fact for line in lines) for group, lines in ways.items()},
        plans=tuple(plans(sides)),
        voices=heard,
        empty=tuple(going.empty),
        unheard=tuple(_unheard(structure, going, asked, (day, heard))),
        pieces=tied,
        closed=_complete(before, {group for piece in tied for group in piece.groups}),
        cut=told.cut,
        found=judged(told, reports),
        reports=reports,
        listed=_complete(before, before.groups),
        without_post=_is_without_post(before, who),
        unaffected=tuple(_unaffected(sides, hanging, (*broken, *heard), tied)),
    )


def _gone(structure: Structure, who: str, day: Day, level: EvidenceLevel) -> tuple[str, ...]:
    """Return who goes, and the posts that are in it and nowhere else."""
    from queries.engines.memory import MemoryEngine  # noqa: PLC0415  what is asked of it here is asked nowhere else

    known = Known(MemoryEngine(structure), day, level)
    homes: dict[str, set[str]] = defaultdict(set)
    for tie in known.in_force(HOMES):
        homes[tie.start].add(tie.finish)
    return (who, *sorted(post for post, where in homes.items() if where == {who}))


def _way(known: Known, group: str) -> tuple[LineRow, ...]:
    way = known.chains.way(group)
    return () if way is None else way.lines


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


def _voices(sides: Sides, going: Leaving) -> Iterator[Break]:
    """Yield who is heard nowhere any more; a shared post that one of its holders leaves still has its seat."""
    seated = sides.after.organisations.seats_of
    return (one for one in voices(sides) if not going.takes(one.about[0]) and one.about[0] not in seated)


def _complete(known: Known, groups: Collection[str]) -> tuple[int, int]:
    """Count the groups of which the list of members is declared complete."""
    return sum(known.said.complete(group, What.MEMBERSHIP) is not None for group in groups), len(groups)


def _unheard(
    structure: Structure, going: Leaving, asked: Asked, told: tuple[Day, Collection[Break]]
) -> Iterator[Break]:
    """Yield who sits on no group as long as the posts are empty, as if nobody had them, besides those told already."""
    day, heard = told
    if going.empty:
        nobody = without(structure, (*going.gone, *going.empty), day)
        known = {one.about[0] for one in heard}
        yield from (
            one for one in _voices(sides_of(structure, nobody, asked.level), going) if one.about[0] not in known
        )


def _is_without_post(known: Known, who: str) -> bool:
    return known.entities[who].type == "person" and not any(tie.start == who for tie in known.in_force(HOLDERS))


def _unaffected(
    sides: Sides, hanging: Collection[Thread], broken: Collection[Break], pieces: Collection[Piece]
) -> Iterator[str]:
    """Yield the groups that nothing which is cut or left empty touches."""
    facts = (*sides.told.cut, *(key for thread in hanging for key in thread.facts))
    touched = {word for key in facts for word in key.split(" ")[1:3]} | {one.what for one in hanging}
    touched |= {group for one in broken for group in one.about} | {group for piece in pieces for group in piece.groups}
    for group in sorted(sides.before.groups):
        if group not in touched and group in sides.after.groups:
            yield group
