"""Everything else that differs, subject by subject: lines, bodies and posts, documents, money, other ties."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from queries.differences.difference import TAKEN, Row
from queries.differences.difference import Turn as RowTurn
from viz.differences.folded import folded, items_folded, names_folded
from viz.differences.states import States, type_of
from viz.differences.words import row_in_words, said, value_in_words
from viz.map.view import Turn
from viz.paper import Block, Bullets, Heading, Item, Paragraph
from viz.privacy import HIDDEN

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


def other_blocks(states: States) -> Iterator[Block]:
    """List the rest of what differs, under a heading for each subject."""
    for subject in _SUBJECTS:
        yield from _listed(subject.title, _telling(states, _belongs(subject)), states)
    rest = _telling(states, _is_other)
    yield from _listed(OTHER, rest, states)


def documents_in_short(states: States) -> str:
    """Say which documents have another status, and count those that came or went; empty where none differs."""
    rows = _telling(states, lambda row: row.table == "documents")
    told = []
    for row in rows:
        status = next((field for field in row.fields if field.name == "status"), None)
        if status is not None:
            was = f" (was: {value_in_words(status.was, states)})"
            told.append(f"{states.name(row.key)}: {value_in_words(status.now, states)}{was}")
    for turn, words in _COUNTED.items():
        found = [states.name(states.later(row.key)) for row in rows if states.turn(row) is turn]
        if found and turn is not Turn.CHANGED:
            told.append(f"{names_folded(found)}: {words}")
    return f"{'; '.join(told)}." if told else ""


def last_blocks(states: States) -> Iterator[Block]:
    """Tell in brief what is of least weight: other evidence, marks of what is not told, what is taken for the same."""
    yield from _of_evidence(states)
    yield from _silent(states)
    if len(taken := taken_for_the_same(states)) > 1:
        yield Heading(1, "Taken for the same by name")
        yield Bullets(folded([remark.removeprefix(TAKEN) for remark in taken], _MOST_TAKEN))


def taken_for_the_same(states: States) -> tuple[str, ...]:
    """Return the remarks on what is taken for the same by its name."""
    return tuple(remark for remark in states.difference.remarks if remark.startswith(TAKEN))


_MOST_TAKEN = 60


def _of_evidence(states: States) -> Iterator[Block]:
    rows = [row for row in states.difference.patch.rows if row.of_evidence]
    if rows:
        yield Heading(1, "Evidence only")
        many = "1 entry says" if len(rows) == 1 else f"{len(rows)} entries say"
        yield Paragraph(f"{many} the same as before, on other evidence: {_in_brief(rows, states)}.")


def _in_brief(rows: list[Row], states: States) -> str:
    some = [said(row, states) for row in rows[:_MOST_OF_EVIDENCE]]
    more = len(rows) - len(some)
    return "; ".join((*some, *((f"and {more} more",) if more else ())))


_MOST_OF_EVIDENCE = 5


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
    person = states.later(row.key)
    return row.table == "people" and (states.veil.hides(person) or HIDDEN in states.name(person))


_COUNTED: Mapping[Turn, str] = {
    Turn.NEW: "new",
    Turn.FIRST_TOLD: "told of by the later file only",
    Turn.OVER: "over",
    Turn.UNTOLD: "told of by the earlier file only",
    Turn.CHANGED: "changed",
}


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
