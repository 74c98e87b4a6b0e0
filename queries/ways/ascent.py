"""The way up from everything that has lines: how many lines it is to an end, and through what it must pass.

An end is a body where accountability may end; for what reaches none, it is where its lines stop, such as a top body.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Collection, Mapping
from typing import NamedTuple

from queries.ways.chains import Chains


class Ascent(NamedTuple):
    """By id: the ends, what each thing answers to on ways that reach one, how many lines that is, and the next step.

    `next` leads along a shortest way, and is empty at an end; so the things form trees that stand on their ends.
    """

    ends: frozenset[str]
    up: Mapping[str, tuple[str, ...]]
    lines: Mapping[str, int]
    next: Mapping[str, str]

    def way(self, start: str) -> tuple[str, ...]:
        """Return the steps of a shortest way up, from here to its end."""
        steps = [start]
        for _ in range(self.lines[start]):
            steps.append(self.next[steps[-1]])
        return tuple(steps)


def ascent(chains: Chains) -> Ascent:
    """Return the ways up along the lines in force, shortest first; what runs in a circle only has none."""
    down: dict[str, list[str]] = defaultdict(list)
    out: dict[str, list[str]] = defaultdict(list)
    for start in sorted(chains.up):
        for line in sorted(chains.lines_of(start)):
            if line.start != line.finish:
                down[line.finish].append(line.start)
                out[line.start].append(line.finish)
    lines: dict[str, int] = {}
    following: dict[str, str] = {}
    termini = sorted(thing for thing in down if chains.is_terminus(thing))
    _sweep(termini, down, lines, following)
    proper = frozenset(lines)
    stops = sorted(thing for thing in down if thing not in proper and not out.get(thing))
    _sweep(stops, down, lines, following)
    up = {
        thing: tuple(there for there in dict.fromkeys(out[thing]) if there in (proper if thing in proper else lines))
        for thing in lines
        if following[thing]
    }
    return Ascent(frozenset((*termini, *stops)), up, lines, following)


def _sweep(
    ends: Collection[str], down: Mapping[str, list[str]], lines: dict[str, int], following: dict[str, str]
) -> None:
    """Go down from all ends at once, past nothing that already has its way."""
    queue = deque(end for end in ends if end not in lines)
    for end in queue:
        lines[end], following[end] = 0, ""
    while queue:
        here = queue.popleft()
        for below in down.get(here, ()):
            if below not in lines:
                lines[below], following[below] = lines[here] + 1, here
                queue.append(below)


_ABOVE_ALL = ""
"""Stands above the ends, so that what is below several ends need not pass any one of them."""


def narrows(ways: Ascent) -> Mapping[str, str]:
    """Return for each thing the nearest one that each of its ways up passes; empty where none is passed by all."""
    import networkx as nx  # noqa: PLC0415  few audits need it, and the import costs more than most of them

    graph: nx.DiGraph[str] = nx.DiGraph((_ABOVE_ALL, end) for end in ways.ends)
    graph.add_edges_from((there, thing) for thing, above in ways.up.items() for there in above)
    if _ABOVE_ALL not in graph:
        return {}
    nearest = nx.immediate_dominators(graph, _ABOVE_ALL)
    return {thing: nearest[thing] or "" for thing in ways.lines}
