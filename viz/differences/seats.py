"""Seats that differ: who chairs now, who changed roles, and who sits where only one of the two states says so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from queries.differences.difference import Row
from queries.differences.difference import Turn as RowTurn
from queries.wording import joined
from viz.differences.folded import folded, items_folded, names_folded
from viz.differences.states import States, ends
from viz.differences.words import row_in_words
from viz.map.view import Turn
from viz.paper import Block, Bullets, Heading, Item
from viz.privacy import HIDDEN
from viz.wording import plain

_TURNED: Mapping[Turn, str] = {
    Turn.NEW: "new",
    Turn.FIRST_TOLD: "in the later file only",
    Turn.OVER: "over",
    Turn.UNTOLD: "in the earlier file only",
}
_FEW = 3


class Moves(NamedTuple):
    """The rows of one group in order: who chairs in whose place, who has another role, and all others."""

    chairs: tuple[tuple[Row, Row], ...]
    roles: tuple[tuple[Row, Row], ...]
    others: tuple[Row, ...]


def seat_blocks(states: States) -> Iterator[Block]:
    """Tell the seats that differ, group by group and in brief."""
    by_group = _by_group(states)
    if by_group:
        yield Heading(1, "Seats")
        yield Bullets(items_folded([_seats_on(group, rows, states) for group, rows in by_group.items()]))


def seats_in_short(states: States) -> str:
    """Count the seats that differ, or name them where they are few; empty where none does."""
    by_group = _by_group(states)
    others = [row for rows in by_group.values() for row in _moves(rows, states).others]
    told = []
    for turn, words in {**_TURNED, Turn.CHANGED: "told otherwise"}.items():
        found = [row for row in others if states.turn(row) is turn]
        groups = list(dict.fromkeys(states.later(ends(row)[1]) for row in found))
        if 0 < len(found) <= _FEW:
            told.append(f"{words}: {joined(_by_name(found, groups, states))}")
        elif found:
            told.append(f"{words}: {len(found)} on {names_folded([states.name(group) for group in groups], _FEW)}")
    roles = sum(len(_moves(rows, states).roles) for rows in by_group.values())
    if roles:
        told.append("1 has another role" if roles == 1 else f"{roles} have other roles")
    return f"{'; '.join(told)}." if told else ""


def _by_name(rows: Sequence[Row], groups: Sequence[str], states: States) -> Iterator[str]:
    for group in groups:
        sitters = [_sitter(row, states) for row in rows if states.later(ends(row)[1]) == group]
        yield f"{joined(sitters)} on {states.name(group)}"


def chairs_in_short(states: States) -> str:
    """Say of each group that has another chair who chairs now; empty where none has."""
    told = [
        f"{states.name(group)}: {_chairs(was, now, rows, states)}"
        for group, rows in _by_group(states).items()
        for was, now in _moves(rows, states).chairs
    ]
    return f"{'; '.join(told[:_FEW])}{f'; and {len(told) - _FEW} more' if len(told) > _FEW else ''}." if told else ""


def _by_group(states: States) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in states.difference.patch.of("seats"):
        if not row.of_evidence:
            found[states.later(ends(row)[1])].append(row)
    return found


def _moves(rows: Sequence[Row], states: States) -> Moves:
    """Find what belongs together: a seat that came in the place of one that went."""
    gone = [row for row in rows if row.turn is RowTurn.REMOVED]
    come = [row for row in rows if row.turn is RowTurn.ADDED]
    went, came = ([row for row in some if _role(row) == "chair"] for some in (gone, come))
    chairs = ((went[0], came[0]),) if len(went) == len(came) == 1 else ()
    used = [row for pair in chairs for row in pair]
    roles = []
    for row in gone:
        same = [one for one in come if _member(one, states) == _member(row, states) and _role(one) != _role(row)]
        if len(same) == 1:
            roles.append((row, same[0]))
    told = [*used, *(row for pair in roles for row in pair)]
    others = tuple(row for row in rows if not any(row is one for one in told))
    left = tuple(pair for pair in roles if not any(row is one for row in pair for one in used))
    return Moves(chairs, left, others)


def _member(row: Row, states: States) -> str:
    return states.later(ends(row)[0])


def _role(row: Row) -> str:
    return str((row.now or row.was or {}).get("role", "member"))


def _seats_on(group: str, rows: list[Row], states: States) -> Item:
    chairs, roles, others = _moves(rows, states)
    told = [_chairs(was, now, rows, states) for was, now in chairs]
    told += [f"{_name(now, states)} is {_as(now)} now (was: {_as(was)})" for was, now in roles]
    for turn, words in _TURNED.items():
        found = [_sitter(row, states) for row in others if states.turn(row) is turn]
        if found:
            told.append(f"{words}: {names_folded(found)}")
    changed = [row_in_words(row, states) for row in rows if row.turn is RowTurn.CHANGED]
    return Item(
        f"{'; '.join(told)}." if told else "as follows.",
        folded([f"{one}." for one in changed]),
        label=states.name(group),
    )


def _chairs(was: Row, now: Row, rows: Sequence[Row], states: States) -> str:
    """Say who chairs in whose place, and what the other is now, where that is told."""
    new, old, behalf = _name(now, states), _name(was, states), _behalf(now, states)
    if new == old:
        return f"another person chairs{behalf}"
    still = [
        row for row in rows if row.turn is RowTurn.ADDED and row is not now and _member(row, states) == ends(was)[0]
    ]
    if not still and states.turn(was) is Turn.UNTOLD:  # two may chair: that one does no more is not told
        return f"{new} chairs{f'{behalf},' if behalf else ''} in the later file, {old} in the earlier"
    as_now = f", now {_as(still[0])}" if still else ""
    return f"{new} chairs now{behalf} (was: {old}{as_now})"


def _as(row: Row) -> str:
    words = plain(_role(row))
    return f"an {words}" if words[:1] in "aeiou" else f"a {words}"


def _name(row: Row, states: States) -> str:
    return states.name(_member(row, states)).replace(HIDDEN, "a person")


def _behalf(row: Row, states: States) -> str:
    behalf = (row.now or row.was or {}).get("on_behalf_of")
    return f", for {states.called(states.later(str(behalf)))}" if behalf else ""


def _sitter(row: Row, states: States) -> str:
    seat = row.now or row.was or {}
    role, behalf = _role(row), seat.get("on_behalf_of")
    words = [*((plain(role),) if role != "member" else ()), *((f"for {states.name(str(behalf))}",) if behalf else ())]
    name = _name(row, states)
    return f"{name} ({', '.join(words)})" if words else name
