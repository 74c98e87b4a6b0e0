"""What hangs on somebody, thing by thing: seats and offices, lines, staff, posts, money, documents, areas, parts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple

from graphmodel.entities import Document, Fund
from graphmodel.evidence import What
from graphmodel.structure import Structure
from queries.facts.known import Known
from queries.facts.organisations import COUNTED
from queries.reads import AREAS, HOLDERS, MONEY, PARTS, SEATS, STAFF
from queries.reads.funds import MoneyRow
from queries.reads.lines import LineRow
from queries.reads.seats import SeatRow
from queries.reads.ties import TieRow
from queries.whatif.sides import Sides


class Hangs(StrEnum):
    """In what way something hangs on somebody."""

    CHAIR = "chair"
    """A group that is left without a chair, as far as seats are known."""
    MEMBERS = "members"
    """A group that is left without anybody who is known to sit there."""
    STAFF = "staff"
    """A group that is left without staff that serve it."""
    ORPHAN = "orphan"
    """A group or post that answers to it, and to nobody else that is known."""
    AREA = "area"
    """An area that no other group is known to cover."""
    MONEY = "money"
    """Money that is for it or whose use it plans, and nobody else that is known."""
    FUND = "fund"
    """Money for which a body or group answers."""
    EMPTY = "empty"
    """A post that nobody else is known to hold: it is left empty, and not gone."""
    KEPT = "kept"
    """A post that `others` hold too, or one of several alike: it is not left empty."""
    POST = "post"
    """A post that goes too."""
    SEAT = "seat"
    """A group on which a seat is left empty, others being filled."""
    OFFICE = "office"
    """A group for which somebody does something else: its lead officer, adviser, secretary or a deputy."""
    WORK = "work"
    """A group, or nothing more than a subject, that a post looks after."""
    LINE = "line"
    """A group or post that answers to it; `others` are to whom it answers besides."""
    TO_EMPTY = "to_empty"
    """A group or post that answers to a post that is left empty."""
    PART = "part"
    """A part of it; `others` are of what it is a part besides."""
    MANAGED = "managed"
    """A post or team that is left without a line manager."""
    DOCUMENT = "document"
    """A document that a body, group or post has agreed."""


class Thread(NamedTuple):
    """One thing that hangs on somebody, and the facts that say so.

    `closed` says whether the list that would show anybody else is declared complete: else others may be there whom
    nothing tells of. `others` are those who are left: who could stand in, or to whom else something answers. `through`
    are the posts that are left empty, where it is by them that it hangs.
    """

    how: Hangs
    what: str
    facts: tuple[str, ...]
    closed: bool = False
    others: tuple[str, ...] = ()
    through: tuple[str, ...] = ()


class Leaving(NamedTuple):
    """Who leaves: those that are `gone`, in order, and the posts that are left `empty`, with the facts of holding."""

    gone: tuple[str, ...]
    empty: Mapping[str, tuple[str, ...]]
    kept: tuple[Thread, ...] = ()

    def takes(self, one: str) -> bool:
        """Tell whether somebody is not there any more, or is an empty post."""
        return one in self.gone or one in self.empty

    def thread(self, how: Hangs, what: str, facts: dict[str, str], others: tuple[str, ...] = (), *,
               closed: bool = False) -> Thread:  # fmt: skip
        """Make a thread of facts, with who is at the end that leaves; that empty posts were held is told by facts."""
        through = tuple(dict.fromkeys(who for who in facts.values() if who in self.empty))
        held = (fact for post in through for fact in self.empty[post])
        return Thread(how, what, tuple(dict.fromkeys((*facts, *held))), closed, others, through)


def leaving(known: Known, gone: tuple[str, ...]) -> Leaving:
    """Tell which posts are left empty when somebody goes: those that nobody else is known to hold."""
    holders: dict[str, list[TieRow]] = defaultdict(list)
    for tie in known.in_force(HOLDERS):
        if tie.start in known.present:
            holders[tie.finish].append(tie)
    empty: dict[str, tuple[str, ...]] = {}
    kept = []
    for post, ties in sorted(holders.items()):
        facts = tuple(tie.fact for tie in ties if tie.start in gone)
        if not facts or post in gone or post not in known.present:
            continue
        others = tuple(sorted({tie.start for tie in ties} - {*gone}))
        if others or known.entities[post].set:
            kept.append(Thread(Hangs.KEPT, post, tuple(tie.fact for tie in ties), others=others))
        else:
            empty[post] = facts
    return Leaving(gone, empty, tuple(kept))


def threads(structure: Structure, sides: Sides, who: Leaving) -> Iterator[Thread]:
    """Yield what hangs on those that go; the first of them goes of itself, the others with it."""
    yield from _seats(sides, who)
    yield from _offices(sides, who)
    yield from _staff(sides, who)
    yield from _lines(sides, who)
    yield from _ties(sides, who)
    for post in who.gone[1:]:
        yield Thread(Hangs.POST, post, ())
    for post, facts in who.empty.items():
        closed = sides.before.said.complete(post, What.HOLDER) is not None
        yield Thread(Hangs.EMPTY, post, facts, closed=closed)
    yield from who.kept
    for entity in structure.entities():
        if entity.id not in sides.before.present:
            continue
        if isinstance(entity, Fund) and entity.accountable_body in who.gone:
            yield Thread(Hangs.FUND, entity.id, (entity.id,))
        if isinstance(entity, Document) and entity.approved_by in who.gone:
            yield Thread(Hangs.DOCUMENT, entity.id, (entity.id,))


def _seats(sides: Sides, who: Leaving) -> Iterator[Thread]:
    """Yield the groups on which somebody sits who goes: those left without a chair or anybody, then the rest."""
    said = sides.before.said
    before, after = sides.before.organisations.seats_on, sides.after.organisations.seats_on
    for group in sorted(sides.after.groups):
        seats = before.get(group, ())
        left = [seat for seat in after.get(group, ()) if not who.takes(seat.member)]
        kept = {seat.fact for seat in left}
        lost = {seat.fact: seat.member for seat in seats if seat.fact not in kept}
        if not lost:
            continue
        if not left:
            yield who.thread(Hangs.MEMBERS, group, lost, closed=said.complete(group, What.MEMBERSHIP) is not None)
        chairs = {seat.fact: seat.member for seat in seats if seat.role == "chair"}
        if chairs and chairs.keys() <= lost.keys():
            closed = said.complete(group, What.CHAIR) is not None
            yield who.thread(Hangs.CHAIR, group, chairs, _stand_in(sides, who, group), closed=closed)
            lost = {fact: member for fact, member in lost.items() if fact not in chairs}
        if left and lost:
            yield who.thread(Hangs.SEAT, group, lost)


def _stand_in(sides: Sides, who: Leaving, group: str) -> tuple[str, ...]:
    deputies = (seat for seat in _of_all_roles(sides.after) if seat.group == group and seat.role in _STAND_IN)
    return tuple(sorted({seat.member for seat in deputies if not who.takes(seat.member)}))


_STAND_IN = ("vice_chair", "deputy")


def _of_all_roles(known: Known) -> list[SeatRow]:
    return [seat for seat in known.in_force(SEATS) if seat.member in known.present]


def _offices(sides: Sides, who: Leaving) -> Iterator[Thread]:
    """Yield the groups for which somebody who goes does what is no seat: lead officers, advisers, deputies."""
    left = {seat.fact for seat in _of_all_roles(sides.after)}
    lost: dict[str, dict[str, str]] = defaultdict(dict)
    for seat in _of_all_roles(sides.before):
        ends = seat.fact not in left or seat.member in who.empty
        if ends and seat.role not in COUNTED and seat.group in sides.after.present:
            lost[seat.group][seat.fact] = seat.member
    for group, facts in sorted(lost.items()):
        yield who.thread(Hangs.OFFICE, group, facts)


def _staff(sides: Sides, who: Leaving) -> Iterator[Thread]:
    ties: dict[str, list[TieRow]] = defaultdict(list)
    for tie in sides.before.in_force(STAFF):
        ties[tie.type].append(tie)
    for group in sorted({tie.finish for tie in ties["supports"] if who.takes(tie.start)} - {*who.gone}):
        serving = {tie.fact: tie.start for tie in ties["supports"] if tie.finish == group}
        if all(map(who.takes, serving.values())):
            yield who.thread(Hangs.STAFF, group, serving)
    for tie in ties["line_managed_by"]:
        if who.takes(tie.finish) and tie.start not in who.gone:
            yield who.thread(Hangs.MANAGED, tie.start, {tie.fact: tie.finish})
    for tie in ties["carries_portfolio"]:
        if who.takes(tie.start) and tie.finish not in who.gone:
            yield who.thread(Hangs.WORK, tie.finish, {tie.fact: tie.start})


def _lines(sides: Sides, who: Leaving) -> Iterator[Thread]:
    below: dict[str, list[LineRow]] = defaultdict(list)
    for line in sides.before.chains.lines:
        below[line.start].append(line)
    for start, lines in sorted(below.items()):
        if start in who.gone:
            continue
        to_it = {line.fact: line.finish for line in lines if line.finish in who.gone}
        to_empty = {line.fact: line.finish for line in lines if line.finish in who.empty}
        others = tuple(sorted({line.finish for line in lines} & sides.after.present))
        if to_it:
            closed = sides.before.said.complete(start, What.LINE) is not None
            yield who.thread(Hangs.LINE if others else Hangs.ORPHAN, start, to_it, others, closed=closed)
        if to_empty:
            yield who.thread(Hangs.TO_EMPTY, start, to_empty, tuple(one for one in others if one not in who.empty))


def _ties(sides: Sides, who: Leaving) -> Iterator[Thread]:
    """Yield the areas, the money and the parts that are tied to what goes."""
    there = sides.after.present
    for how, rows in ((Hangs.AREA, sides.before.in_force(AREAS)), (Hangs.MONEY, sides.before.in_force(MONEY))):
        pairs = [(tie.type, *_turned(tie), tie.fact) for tie in rows]
        for type_, group, thing, fact in pairs:
            if group not in who.gone or thing not in there:
                continue
            if not any(one in there for same, one, what, _ in pairs if (same, what) == (type_, thing)):
                yield who.thread(how, thing, {fact: group})
    parts = sides.before.in_force(PARTS)
    for part in parts:
        if part.finish in who.gone and part.start in there:
            others = tuple(sorted({one.finish for one in parts if one.start == part.start} & there))
            yield who.thread(Hangs.PART, part.start, {part.fact: part.finish}, others)


def _turned(tie: TieRow | MoneyRow) -> tuple[str, str]:
    """Return the group of a tie and what it is tied to: money is for a group, or a group plans its use."""
    return (tie.finish, tie.start) if tie.type in ("funds", "pooled_into") else (tie.start, tie.finish)
