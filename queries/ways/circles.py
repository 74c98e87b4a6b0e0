"""Circles: things that answer to each other, found among lines after peeling off what cannot be in one."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Collection, Iterable
from typing import NamedTuple

from queries.reads.lines import LineRow
from queries.ways.topics import only_informs, topic


class Circle(NamedTuple):
    """Things that answer to each other: their ids in order, one way round from the smallest, and the lines among them.

    `one_subject` is False where the circle closes only by putting lines on different subjects together, and
    `informing` is True where it closes only along lines by which one side just informs the other.
    """

    groups: tuple[str, ...]
    path: tuple[str, ...]
    lines: tuple[LineRow, ...]
    one_subject: bool
    informing: bool


def circles(lines: Collection[LineRow], is_firm: Callable[[LineRow], bool]) -> tuple[Circle, ...]:
    """Return circles that close on one subject, then those that take several, each among firm lines first.

    Last are those that close only along lines for information.
    A weaker kind of circle is told only where it holds something that a firmer one does not: a fact that is less
    certain never hides one that is, nor does it disappear behind it.
    """
    found: list[Circle] = []
    told: set[str] = set()
    answering = [line for line in lines if not only_informs(line.subject)]
    firm = [line for line in answering if is_firm(line)]
    rounds = [(firm, _on_one_subject), (answering, _on_one_subject), (firm, _components), (answering, _components)]
    for among, close in (*rounds, (lines, _components)):
        new = [component for component in sorted(close(among), key=min) if not component <= told]
        for component, inside in zip(new, _within(new, among), strict=True):
            way = _way_round(min(component), inside)
            groups, told_by = tuple(sorted(component)), tuple(sorted(inside))
            found.append(Circle(groups, way, told_by, close is _on_one_subject, among is lines))
            told |= component
    return tuple(found)


def _within(components: list[set[str]], lines: Iterable[LineRow]) -> list[list[LineRow]]:
    """Return the lines within each of several sets that share no member, all found in one go through the lines."""
    number_of = {member: number for number, component in enumerate(components) for member in component}
    found: list[list[LineRow]] = [[] for _ in components]
    for line in lines:
        number = number_of.get(line.start)
        if number is not None and number == number_of.get(line.finish):
            found[number].append(line)
    return found


def _on_one_subject(lines: Collection[LineRow]) -> list[set[str]]:
    """Return what closes with lines on one subject and those whose subject is not known; what overlaps is one."""
    found: list[set[str]] = []
    for inside in _within(_components(lines), lines):
        unknown = [line for line in inside if not line.subject]
        by_subject: dict[str, list[LineRow]] = defaultdict(list)
        for line in inside:
            if line.subject:
                by_subject[topic(line.subject)].append(line)
        found.extend(_components(unknown))
        for _, told in sorted(by_subject.items()):
            found.extend(_components([*told, *unknown]))
    return _joined(found)


def _joined(sets: Iterable[set[str]]) -> list[set[str]]:
    """Join the sets that share a member."""
    leader: dict[str, str] = {}

    def find(member: str) -> str:
        while leader.setdefault(member, member) != member:
            leader[member] = leader[leader[member]]
            member = leader[member]
        return member

    for one in sets:
        first = min(one)
        for member in one:
            leader[find(member)] = find(first)
    found: dict[str, set[str]] = defaultdict(set)
    for member in leader:
        found[find(member)].add(member)
    return list(found.values())


def _components(lines: Collection[LineRow]) -> list[set[str]]:
    """Return the sets of things that can all reach each other, after peeling what has no way in or no way out."""
    left = _peel(lines)
    if not left:
        return []
    import networkx as nx  # noqa: PLC0415  most structures have no circle, and the import costs more than the audit

    graph: nx.DiGraph[str] = nx.DiGraph((line.start, line.finish) for line in left)
    found = [set(component) for component in nx.strongly_connected_components(graph) if len(component) > 1]
    inside = {member for component in found for member in component}
    return found + [{loop} for loop in sorted({line.start for line in left if line.start == line.finish} - inside)]


def _peel(lines: Collection[LineRow]) -> list[LineRow]:
    """Take away, one after the other, lines that nothing leads to or that lead nowhere."""
    ways_in: dict[str, int] = defaultdict(int)
    ways_out: dict[str, int] = defaultdict(int)
    leaving: dict[str, list[LineRow]] = defaultdict(list)
    arriving: dict[str, list[LineRow]] = defaultdict(list)
    for line in lines:
        ways_out[line.start] += 1
        ways_in[line.finish] += 1
        leaving[line.start].append(line)
        arriving[line.finish].append(line)
    gone: set[str] = set()
    queue = deque(end for end in {*ways_in, *ways_out} if not ways_in[end] or not ways_out[end])
    while queue:
        end = queue.popleft()
        if end in gone:
            continue
        gone.add(end)
        for line in leaving[end]:
            ways_in[line.finish] -= 1
            if not ways_in[line.finish]:
                queue.append(line.finish)
        for line in arriving[end]:
            ways_out[line.start] -= 1
            if not ways_out[line.start]:
                queue.append(line.start)
    return [line for line in lines if line.start not in gone and line.finish not in gone]


def _way_round(first: str, lines: Collection[LineRow]) -> tuple[str, ...]:
    """Return a shortest way from a thing back to itself, the thing at both ends."""
    onward: dict[str, list[str]] = defaultdict(list)
    for line in lines:
        onward[line.start].append(line.finish)
    came_from: dict[str, str] = {}
    queue = deque([first])
    while queue:
        here = queue.popleft()
        for there in sorted(onward[here]):
            if there == first:
                back = [here]
                while back[-1] != first:
                    back.append(came_from[back[-1]])
                return (*reversed(back), first)
            if there not in came_from:
                came_from[there] = here
                queue.append(there)
    return (first,)
