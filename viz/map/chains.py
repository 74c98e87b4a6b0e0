"""Every path by which a box answers to others, and in words where each path ends.

Only lines of accountability count. A seat, a part-of and line management are never part of a path.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from viz.map.view import Box, Chain, Line

MOST = 40
"""Paths listed for one box: crossing lines can multiply them without end, and nobody reads more."""

_NUMBERS = {1: "one", 2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 7: "seven", 8: "eight", 9: "nine"}

Upward = Mapping[str, Sequence[Line]]


def upward(lines: Sequence[Line]) -> Upward:
    """The lines of accountability that count, by the box they start from."""
    found: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        if line.is_followed:
            found[line.source].append(line)
    return found


def chains(start: str, boxes: Mapping[str, Box], lines: Upward) -> tuple[Chain, ...]:
    """The paths from a box upwards, ``MOST`` of them at most."""
    if start not in lines:
        return ()
    return tuple(islice(_walk((start,), (), boxes, lines), MOST))


def in_words(start: str, boxes: Mapping[str, Box], found: Sequence[Chain]) -> str:
    """One sentence on where accountability from a box leads."""
    name = boxes[start].label
    if boxes[start].ends_chain:
        return f"Accountability may end with {name}."
    if not found:
        return f"To whom {name} answers is not evidenced."
    number = f"At least {MOST}" if len(found) == MOST else _number(len(found)).capitalize()
    reached = sum(chain.reaches for chain in found)
    paths = "One path leads" if len(found) == 1 else f"{number} paths lead"
    if not reached:
        verb = "it does not reach" if len(found) == 1 else "none of them reaches"
        return f"{paths} upwards from {name}; in what is known {verb} an accountable body."
    if reached == len(found):
        whither = "to an accountable body" if len(found) == 1 else "to accountable bodies"
        return f"{paths} from {name} {whither}."
    verb = "reaches" if reached == 1 else "reach"
    return (
        f"{paths} upwards from {name}; {_number(reached)} of them {verb}, in what is known, "
        "a body where accountability may end."
    )


def _number(number: int) -> str:
    return _NUMBERS.get(number, str(number))


def _walk(path: tuple[str, ...], used: tuple[str, ...], boxes: Mapping[str, Box], lines: Upward) -> Iterator[Chain]:
    here = path[-1]
    if boxes[here].ends_chain and used:
        yield Chain(path, used, f"Ends at {boxes[here].label}, where accountability may end.", reaches=True)
        return
    if here not in lines:
        yield Chain(path, used, f"Stops at {boxes[here].label}: to whom it answers is not evidenced.", reaches=False)
        return
    for line in lines[here]:
        if line.target in path:
            ends = f"Comes back to {boxes[line.target].label}: a circle, with nobody outside it to answer to."
            yield Chain((*path, line.target), (*used, line.id), ends, reaches=False)
        else:
            yield from _walk((*path, line.target), (*used, line.id), boxes, lines)
