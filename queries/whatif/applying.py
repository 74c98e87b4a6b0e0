"""A proposed change carried out on a structure: what would be, as a structure of its own. Nothing is invented."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from graphmodel.dates import Day
from graphmodel.relations import Relation, ReportingLine, Seat
from graphmodel.structure import Structure
from queries.whatif.change import AddedLine, AddedSeat, Change, Fate, LineEnds, MovedLine, SeatEnds
from queries.whatif.lists import lists_after
from queries.whatif.merging import Merging
from queries.whatif.proposal import Proposal
from queries.whatif.seating import added
from queries.whatif.told import Applied, Carried


def applied(structure: Structure, change: Change, day: Day) -> Applied:
    """Carry out a change whose names are ids of the structure, as of a day.

    A change of nothing gives the structure itself. What ends keeps its place with the day of its end, so that the new
    structure still tells what was.
    """
    if change.is_empty:
        return Applied(structure, change, day, "")
    proposal = Proposal(structure, day, change.title)
    mergings = [Merging(proposal, merge) for merge in change.merges]
    for merging in mergings:
        merging.carry_out()
    carried = [Carried(now, tuple(was)) for merging in mergings for now, was in merging.was.items()]
    carried += [moved for line in change.move_lines for moved in _move(proposal, line)]
    cut = [key for merging in mergings for key in merging.cut]
    cut += [*_close(proposal, change.closes), *_remove(proposal, change.remove_lines, change.remove_seats)]
    new: tuple[AddedLine | AddedSeat, ...] = (*change.add_lines, *change.add_seats)
    for one in new:
        added(proposal, _new(proposal, one))
    fates = {group: fate for merging in mergings for group, fate in merging.fates.items()}
    return Applied(
        structure=proposal.structure(lists_after(proposal, mergings)),
        change=change,
        day=day,
        source=proposal.source,
        made=tuple(merging.merge.into for merging in mergings if merging.is_new),
        fates={**fates, **dict.fromkeys(change.closes, Fate.ENDS)},
        into={group: merging.merge.into for merging in mergings for group in merging.fates},
        carried=tuple(_from_the_first(carried)),
        inside=tuple(key for merging in mergings for key in merging.inside),
        given_up=tuple(key for merging in mergings for key in merging.given_up),
        chairs={merging.merge.into: merging.chairs for merging in mergings},
        cut=tuple(dict.fromkeys(cut)),
    )


def without(structure: Structure, gone: Iterable[str], day: Day, title: str = "") -> Applied:
    """Return what a structure would be if some of its entities were not there from a day on, with all that they tie."""
    proposal = Proposal(structure, day, title)
    cut = _close(proposal, gone)
    return Applied(
        structure=proposal.structure(structure.completeness),
        change=Change(),
        day=day,
        source=proposal.source,
        cut=tuple(dict.fromkeys(cut)),
    )


def _from_the_first(carried: list[Carried]) -> Iterator[Carried]:
    """Follow what was carried twice, as a line between two groups that are both merged, back to what it was first."""
    came = {one.now: one.was for one in carried}
    on_the_way = {was for one in carried for was in one.was if was in came and was != one.now}
    for one in carried:
        if one.now not in on_the_way:
            firsts = [first for was in one.was for first in (came[was] if was in on_the_way else (was,))]
            yield Carried(one.now, tuple(dict.fromkeys(firsts)))


def _close(proposal: Proposal, closed: Iterable[str]) -> list[str]:
    cut: list[str] = []
    for id_ in closed:
        touching = [relation.key for relation in proposal.touching(id_)]
        for key in touching:
            proposal.end(key)
        cut += touching
        proposal.end(id_)
    return cut


def _lines(proposal: Proposal, ends: LineEnds) -> list[ReportingLine]:
    return [
        line
        for line in proposal.relations.values()
        if isinstance(line, ReportingLine)
        and (line.from_, line.to) == (ends.from_, ends.to)
        and proposal.stands(line.key)
    ]


def _move(proposal: Proposal, moved: MovedLine) -> list[Carried]:
    carried = []
    for line in _lines(proposal, moved):
        proposal.end(line.key)
        elsewhere = proposal.carried(line, {"to": moved.now}, f"led to {proposal.entities[moved.to].name} before")
        carried.append(Carried(proposal.add(elsewhere), (line.key,)))
    return carried


def _remove(proposal: Proposal, lines: Iterable[LineEnds], seats: Iterable[SeatEnds]) -> list[str]:
    keys = [line.key for ends in lines for line in _lines(proposal, ends)]
    keys += [
        seat.key
        for ends in seats
        for seat in proposal.relations.values()
        if isinstance(seat, Seat)
        and (seat.member, seat.group) == (ends.member, ends.group)
        and proposal.stands(seat.key)
    ]
    for key in keys:
        proposal.end(key)
    return keys


def _new(proposal: Proposal, added: AddedLine | AddedSeat) -> Relation:
    values = {name: value for name, value in added.model_dump().items() if value is not None}
    new = {**values, "valid_from": proposal.day, "evidence": proposal.evidence()}
    return ReportingLine.model_validate(new) if isinstance(added, AddedLine) else Seat.model_validate(new)
