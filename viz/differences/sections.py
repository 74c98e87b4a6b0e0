"""Everything else that differs, subject by subject: lines, seats, bodies and posts, documents, money, other ties."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from queries.differences.difference import Row
from queries.differences.difference import Turn as RowTurn
from viz.differences.folded import folded, items_folded, names_folded
from viz.differences.states import States, ends, type_of
from viz.differences.words import row_in_words, said
from viz.map.view import Turn
from viz.paper import Block, Bullets, Heading, Item, Paragraph
from viz.privacy import HIDDEN
from viz.wording import plain

_OF_POSTS = frozenset({"holds", "post_in", "line_managed_by", "carries_portfolio"})
_OF_MONEY = frozenset({
    "owns", "monitors", "delivers", "jointly_accountable_for", "reported_to", "contributes_to", "funds", "pooled_into",
    "plans_use_of",
})  # fmt: skip


class Subject(NamedTuple):
    """A heading of the paper: which tables stand below it, and which types of link."""

    title: str
    tables: frozenset[str]
    links: frozenset[str] = frozenset()


_SUBJECTS = (
    Subject("Bodies, posts and people", frozenset({"bodies", "posts", "people"}), _OF_POSTS),
    Subject("Documents", frozenset({"documents"}), frozenset({"governed_by"})),
    Subject("Plans and money", frozenset({"plans", "milestones", "funds"}), _OF_MONEY),
)
_TOLD_ELSEWHERE = frozenset({"groups", "lines", "seats", "silences", "completeness"})
OTHER = "Other ties, areas, events and sources"


def line_blocks(states: States) -> Iterator[Block]:
    """List the lines of accountability that differ."""
    rows = _telling(states, lambda row: row.table == "lines")
    yield Heading(1, "Lines of accountability")
    if rows:
        yield Bullets(folded([f"{row_in_words(row, states)}." for row in rows]))
    else:
        yield Paragraph("No line differs.")


def lines_in_short(states: States) -> str:
    """Count the lines of accountability that differ."""
    rows = _telling(states, lambda row: row.table == "lines")
    counted = [(sum(states.turn(row) is turn for row in rows), words) for turn, words in _COUNTED.items()]
    told = [f"{number} {words}" for number, words in counted if number]
    return f"{', '.join(told)}." if told else "No line of accountability differs."


def seat_blocks(states: States) -> Iterator[Block]:
    """Tell the seats that differ, group by group and in brief."""
    rows = _telling(states, lambda row: row.table == "seats")
    if not rows:
        return
    yield Heading(1, "Seats")
    by_group: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_group[states.later(ends(row)[1])].append(row)
    yield Bullets(items_folded([_seats_on(group, found, states) for group, found in by_group.items()]))


def other_blocks(states: States) -> Iterator[Block]:
    """List the rest of what differs, under a heading for each subject."""
    for subject in _SUBJECTS:
        yield from _listed(subject.title, _telling(states, _belongs(subject)), states)
    rest = _telling(states, _is_other)
    yield from _listed(OTHER, rest, states)
    yield from _silent(states)


def evidence_blocks(states: States) -> Iterator[Block]:
    """Count what says the same on other evidence, and name it."""
    rows = [row for row in states.difference.patch.rows if row.of_evidence]
    if rows:
        yield Heading(1, "Evidence only")
        many = "1 entry says" if len(rows) == 1 else f"{len(rows)} entries say"
        yield Paragraph(f"{many} the same as before, on other evidence:")
        yield Bullets(folded([said(row, states) for row in rows]))


def _telling(states: States, is_told: Callable[[Row], bool]) -> list[Row]:
    return [row for row in states.difference.patch.rows if is_told(row) and not row.of_evidence]


def _belongs(subject: Subject) -> Callable[[Row], bool]:
    return lambda row: row.table in subject.tables or type_of(row) in subject.links


def _is_other(row: Row) -> bool:
    return row.table not in _TOLD_ELSEWHERE and not any(_belongs(subject)(row) for subject in _SUBJECTS)


def _listed(title: str, rows: list[Row], states: States) -> Iterator[Block]:
    if not rows:
        return
    yield Heading(1, title)
    told = [Item(f"{row_in_words(row, states)}.") for row in rows if not _is_nameless(row, states)]
    hidden = [row for row in rows if _is_nameless(row, states)]
    if hidden:
        persons = "1 person differs" if len(hidden) == 1 else f"{len(hidden)} persons differ"
        told.append(Item(f"{persons} between the two; names are not shown."))
    yield Bullets(items_folded(told))


def _is_nameless(row: Row, states: States) -> bool:
    """Tell whether a row is about a person and nothing else: without the name there is nothing to tell of them."""
    return row.table == "people" and states.veil.hides(states.later(row.key))


_COUNTED: Mapping[Turn, str] = {
    Turn.NEW: "new",
    Turn.FIRST_TOLD: "told of by the later file only",
    Turn.OVER: "over",
    Turn.UNTOLD: "told of by the earlier file only",
    Turn.CHANGED: "changed",
}
_TURNED: Mapping[Turn, str] = {
    Turn.NEW: "new",
    Turn.FIRST_TOLD: "in the later file only",
    Turn.OVER: "over",
    Turn.UNTOLD: "in the earlier file only",
}


def _seats_on(group: str, rows: list[Row], states: States) -> Item:
    told = []
    for turn, words in _TURNED.items():
        found = [_sitter(row, states) for row in rows if row.turn is not RowTurn.CHANGED and states.turn(row) is turn]
        if found:
            told.append(f"{words}: {names_folded(found)}")
    changed = [row_in_words(row, states) for row in rows if row.turn is RowTurn.CHANGED]
    return Item(
        f"{'; '.join(told)}." if told else "as follows.",
        folded([f"{one}." for one in changed]),
        label=states.name(group),
    )


def _sitter(row: Row, states: States) -> str:
    seat = row.now or row.was or {}
    role, behalf = str(seat.get("role", "member")), seat.get("on_behalf_of")
    words = [*((plain(role),) if role != "member" else ()), *((f"for {states.name(str(behalf))}",) if behalf else ())]
    name = states.name(states.later(ends(row)[0])).replace(HIDDEN, "a person")
    return f"{name} ({', '.join(words)})" if words else name


def _silent(states: States) -> Iterator[Block]:
    """Count what one of the two says that it does not tell: questions, which no change has answered by itself."""
    rows = states.difference.patch.of("silences")
    gone, come = (sum(row.turn is turn for row in rows) for turn in (RowTurn.REMOVED, RowTurn.ADDED))
    lists = len(states.difference.patch.of("completeness"))
    told = [f"The earlier state marks {gone} things as not evidenced that the later one does not."] if gone else []
    told += [f"The later state marks {come} things as not evidenced that the earlier one does not."] if come else []
    told += ["A mark that is gone is no answer by itself."] if gone else []
    told += [f"Declarations that a list is complete differ in {lists} places."] if lists else []
    if told:
        yield Heading(1, "What is not told")
        yield Paragraph(" ".join(told))
