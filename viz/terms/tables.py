"""The two tables of terms of reference: who belongs to a group, and to whom it accounts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from graphmodel.entities import Body
from graphmodel.evidence import What
from graphmodel.kinds import Capacity, LineKind, Role
from graphmodel.relations import ReportingLine, Seat
from queries.outcome import COMING
from queries.terms.elements import Element
from queries.wording import Place, joined
from viz.paper import Block, Paragraph, Table
from viz.terms.facts import Facts
from viz.terms.values import called
from viz.wording import NOT_THERE, plain


class Open(NamedTuple):
    """Something that a table leaves open."""

    words: str


_MEMBERS = (Role.CHAIR, Role.VICE_CHAIR, Role.MEMBER, Role.DEPUTY)
_BESIDE = (Role.ADVISER_IN_ATTENDANCE,)
_ROLES = {Role.VICE_CHAIR: "vice-chair", Role.ADVISER_IN_ATTENDANCE: "adviser in attendance, not a member"}
_KINDS = {
    LineKind.REPORTS_TO: "reports", LineKind.ACCOUNTABLE_TO: "is accountable", LineKind.DELEGATED_BY: "by delegation",
}  # fmt: skip


def membership(facts: Facts, element: Element, *, brief: bool) -> Iterator[Block | Open]:
    """Yield the members with their capacity and for whom they sit, and a row for those who are not known."""
    seats = sorted(facts.seats(*_MEMBERS), key=lambda seat: _MEMBERS.index(seat.role))
    rows = [_seat(facts, seat) for seat in (*seats, *facts.seats(*_BESIDE))]
    asked = ((_FOR_WHOM, "for whom"),) if brief else ((_CAPACITY, "in what capacity"), (_FOR_WHOM, "for whom"))
    open_ = [words for column, words in asked if any(row[column].startswith("[") for row in rows)]
    if open_:
        yield Open(f"{', and '.join(open_)} each of them sits")
    if not facts.is_complete(What.MEMBERSHIP):
        more = f"{'further ' if rows else ''}{element.blanks['members']}"
        rows.append((f"[{more}]", "[role]", "[capacity]", "[for whom]"))
        yield Open(more)
    header = ("Member", "Role", "Capacity", "Sits for")
    shown = [column for column in range(len(header)) if not (brief and column == _CAPACITY)]
    yield Table(*_columns(header, rows, shown))


_CAPACITY, _FOR_WHOM = 2, 3


def _columns(
    header: tuple[str, ...], rows: Sequence[tuple[str, ...]], shown: Sequence[int]
) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    return tuple(header[column] for column in shown), tuple(tuple(row[column] for column in shown) for row in rows)


def _seat(facts: Facts, seat: Seat) -> tuple[str, ...]:
    capacity, mark = facts.value(seat, "capacity")
    sits_as = "[capacity]" if capacity in (None, Capacity.UNKNOWN) else f"{plain(str(capacity))}{mark}"
    role = _ROLES.get(seat.role, plain(seat.role))
    return f"{facts.name(seat.member)}{facts.mark_of(seat)}", role, sits_as, _sits_for(facts, seat)


def _sits_for(facts: Facts, seat: Seat) -> str:
    """On whose behalf, else the body that a post is in, else the member itself where it is a body."""
    if seat.on_behalf_of:
        return facts.name(seat.on_behalf_of)
    homes = [tie for tie in facts.index.leaving("post_in", seat.member) if tie.evidence.modality not in NOT_THERE]
    if homes:
        return joined(dict.fromkeys(f"{facts.name(home.finish)}{facts.mark_of(home)}" for home in homes))
    if isinstance(facts.index.entity[seat.member], Body):
        return "themselves" if facts.several(seat.member) else "itself"
    return "[for whom]"


def accountability(facts: Facts, element: Element, *, brief: bool) -> Iterator[Block | Open]:
    """Yield to whom the group answers, line by line, which comes first, and who answers to the group."""
    lines = facts.lines()
    rows = [_line(facts, line, element) for line in lines]
    if not rows:
        hints = ("principal", "subject", "frequency", "form")
        open_ = [element.blanks[hint] for hint in hints]
        rows = [(f"[{open_[0]}]", "[reports, or is accountable]", *(f"[{words}]" for words in open_[1:]))]
        yield Open(element.asked("principal"))
    for line, row in zip(lines, rows, strict=False):
        if unknown := [cell.strip("[]") for cell in row[2:] if cell.startswith("[")]:
            yield Open(f"{facts.name(line.to)}: {', '.join(unknown)}")
    group = called(facts)
    yield Paragraph(_capital(f"{group} {group:answers|answer} to:"))
    yield Table(("To", "How", "On what", "How often", "In what form"), tuple(rows))
    yield from _lead(facts, lines, element)
    if not brief:
        yield from _powers(facts, lines, element)
    yield from _below(facts, group)


def _line(facts: Facts, line: ReportingLine, element: Element) -> tuple[str, ...]:
    told = []
    for name in ("subject", "frequency", "form"):
        value, mark = facts.value(line, name)
        told.append(f"[{element.blanks[name]}]" if value is None else f"{facts.text(str(value))}{mark}")
    return (facts.name(line.to), f"{_KINDS[line.kind]}{facts.mark_of(line)}", *told)


def _lead(facts: Facts, lines: tuple[ReportingLine, ...], element: Element) -> Iterator[Block | Open]:
    if len(lines) <= 1:
        return
    leads = [(line.to, line) for line in lines if facts.value(line, "lead")[0] is True]
    if named := facts.named(leads):
        yield Paragraph(f"Of these, {named} {named:comes|come} first.")
        return
    yield Paragraph(f"First among these: [{element.blanks['lead']}].")
    yield Open(element.asked("lead"))


def _powers(facts: Facts, lines: tuple[ReportingLine, ...], element: Element) -> Iterator[Block | Open]:
    known = [
        (line, value, mark) for line in lines for value, mark in [facts.value(line, "powers")] if value is not None
    ]
    for line, value, mark in known:
        yield Paragraph(f"{facts.name(line.to)} may {facts.text(str(value))}{mark}.")
    if len(known) < len(lines) or not lines:
        yield Paragraph(f"On hearing a report they may [{element.blanks['powers']}].")
        yield Open(element.asked("powers"))


def _below(facts: Facts, group: Place) -> Iterator[Block]:
    """Tell who answers to the group, and apart from them who is only to."""
    lines = facts.ties("line", to=True)
    coming = [line for line in lines if line.evidence.modality in COMING]
    if below := facts.named([(line.start, line) for line in lines if line not in coming], within=True):
        yield Paragraph(_capital(f"{below} {below:answers|answer} to {group}."))
    if to_come := facts.named([(line.start, line) for line in coming], within=True):
        yield Paragraph(_capital(f"To answer to {group} in time to come: {to_come}."))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
