"""Boxes and lines of two states as those of one picture: each once, with what became of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from viz.differences.turns import Turns
from viz.map.view import Box, Line, Relation, Turn

SIGNS = {
    Turn.NEW: "+ new",
    Turn.FIRST_TOLD: "+ later file only",
    Turn.OVER: "over",
    Turn.UNTOLD: "earlier file only",
}


def joined_boxes(earlier: Sequence[Box], later: Sequence[Box], turns: Turns) -> tuple[Box, ...]:
    """Return every box once: those that are gone stand first, since time runs from the left."""
    before, after = {box.id for box in earlier}, {box.id for box in later}
    gone = (_turned(box, turns.past(box.id), turns) for box in earlier if box.id not in after)
    there = (_changed(box, turns) if box.id in before else _turned(box, turns.fresh(box.id), turns) for box in later)
    return (*gone, *there)


def joined_lines(earlier: Sequence[Line], later: Sequence[Line], boxes: Sequence[Box], turns: Turns) -> Iterator[Line]:
    """Yield every line once. One that says the same of the same two ends as before is that line still."""
    turned = {box.id: box.turn for box in boxes if box.turn not in (Turn.NONE, Turn.CHANGED)}
    left = _by_sense(earlier)
    told: list[Line] = []
    for line in later:
        if left[_sense(line)]:
            left[_sense(line)].pop(0)
            told.append(line)
        else:
            was = next((found for found in _between(left, line) if found), None)
            told.append(_other_words(line, was.pop(0)) if was else _with_turn(line, turns.fresh_line(line), turned))
    for lines in left.values():
        for line in lines:
            yield replace(_with_turn(line, turns.past_line(line), turned), id=f"was-{line.id}")
    yield from told


def _sense(line: Line) -> tuple[str, ...]:
    return line.source, line.target, line.relation.value, line.label, line.after


def _by_sense(lines: Sequence[Line]) -> dict[tuple[str, ...], list[Line]]:
    found: dict[tuple[str, ...], list[Line]] = defaultdict(list)
    for line in lines:
        found[_sense(line)].append(line)
    return found


def _between(left: Mapping[tuple[str, ...], list[Line]], line: Line) -> Iterator[list[Line]]:
    """Yield the lines of the same kind between the same two, whatever words they bear."""
    yield from (found for sense, found in list(left.items()) if sense[:3] == _sense(line)[:3])


def _other_words(line: Line, was: Line) -> Line:
    words = " ".join(part for part in (was.label, was.after) if part) or "a member"
    return replace(line, tag=_tagged(line.tag, f"was: {words}"), turn=Turn.CHANGED)


def _with_turn(line: Line, turn: Turn, turned: Mapping[str, Turn]) -> Line:
    """Mark a line, but where an end that is new says so itself, and the line is no line of accountability."""
    if not (turn.is_past or line.relation.answers) and turn in (turned.get(line.source), turned.get(line.target)):
        return replace(line, turn=turn)
    if line.relation is Relation.SEAT and turned.get(line.source) is turn:
        return replace(line, turn=turn)  # who sat there is marked, in the row as in a box
    return replace(line, tag=_tagged(line.tag, SIGNS[turn]), turn=turn)


def _tagged(tag: str, word: str) -> str:
    return ", ".join(part for part in (word, tag) if part)


def _turned(box: Box, turn: Turn, turns: Turns) -> Box:
    words = turns.words(box.id)
    details = () if turn.is_past else box.details
    return replace(box, turn=turn, tags=(*words, *box.tags), details=details)


def _changed(box: Box, turns: Turns) -> Box:
    words = turns.words(box.id)
    return replace(box, turn=turns.kept(box.id, words), tags=(*words, *box.tags))
