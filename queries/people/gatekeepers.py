"""Who alone ties groups together: without them, what was one piece falls into several."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Container, Iterable, Iterator, Mapping
from typing import NamedTuple

from queries.facts.organisations import Organisations
from queries.reads.entities import EntityRow

KNOWN_SHARE = 0.7
"""The share of lists of members that must be known to be complete before somebody is called the only tie."""


class Piece(NamedTuple):
    """Groups that hang together: how many, and on which of them the one who ties them to others sits."""

    number: int
    groups: tuple[str, ...]


def seat_web(
    organisations: Organisations, groups: Container[str], entities: Mapping[str, EntityRow]
) -> Iterator[tuple[str, str]]:
    """Yield who sits on which of some groups; agencies in general tie nothing together."""
    for sitter, seats in organisations.seats_held_by.items():
        for seat in seats:
            if seat.group in groups and sitter != seat.group and not entities[seat.member].umbrella:
                yield sitter, seat.group


def pieces(seats: Iterable[tuple[str, str]]) -> list[tuple[frozenset[str], list[tuple[str, str]]]]:
    """Return the parts of a web of seats that hang together: everybody and every group in each, and its seats."""
    told = sorted(set(seats))
    at: dict[str, list[str]] = defaultdict(list)
    for one, other in told:
        at[one].append(other)
        at[other].append(one)
    number: dict[str, int] = {}
    members: list[set[str]] = []
    for first in at:
        if first in number:
            continue
        number[first] = len(members)
        found = {first}
        queue = [first]
        while queue:
            new = [there for there in at[queue.pop()] if there not in found]
            found.update(new)
            queue.extend(new)
        number.update(dict.fromkeys(found, len(members)))
        members.append(found)
    within: list[list[tuple[str, str]]] = [[] for _ in members]
    for seat in told:
        within[number[seat[0]]].append(seat)
    return [(frozenset(found), inside) for found, inside in zip(members, within, strict=True)]


def gatekeepers(seats: Collection[tuple[str, str]], groups: Container[str]) -> dict[str, tuple[Piece, ...]]:
    """Return who alone ties pieces of one connected web together, with the pieces, the largest first.

    The web is cut into blocks that no single one can break; those who are in several blocks are the ties. Blocks and
    ties form a tree, so one walk up and down it tells what falls apart without each. ValueError where the web is in
    several parts.
    """
    import networkx as nx  # noqa: PLC0415  few audits get here, and the import costs more than most of them

    web: nx.Graph[str] = nx.Graph(seats)
    if web and not nx.is_connected(web):
        raise ValueError("Ties are looked for in one web at a time: see `pieces`.")
    blocks: list[frozenset[str]] = [frozenset(map(str, block)) for block in nx.biconnected_components(web)]
    in_blocks: dict[str, list[int]] = defaultdict(list)
    for number, block in enumerate(blocks):
        for one in block:
            in_blocks[one].append(number)
    ties = {one: numbers for one, numbers in in_blocks.items() if len(numbers) > 1}
    if not ties:
        return {}
    cuts = frozenset(ties)
    order, tie_above = _from_one_block(blocks, ties)
    below: dict[int, int] = {}
    for number in reversed(order):
        own = sum(1 for one in blocks[number] if one in groups and one != tie_above.get(number))
        hanging = (below[other] for tie in blocks[number] & cuts if tie != tie_above.get(number)
                   for other in ties[tie] if other != number)  # fmt: skip
        below[number] = own + sum(hanging)
    found: dict[str, tuple[Piece, ...]] = {}
    for tie in sorted(tie for tie in ties if tie not in groups):
        hung = sum(below[number] for number in ties[tie] if tie_above.get(number) == tie)
        parts = (
            Piece(
                below[number] if tie_above.get(number) == tie else below[order[0]] - hung,
                tuple(sorted(blocks[number].intersection(web[tie]))),
            )
            for number in ties[tie]
        )
        found[tie] = tuple(sorted(parts, key=lambda part: (-part.number, part.groups)))
    return found


def _from_one_block(blocks: list[frozenset[str]], ties: Mapping[str, list[int]]) -> tuple[list[int], dict[int, str]]:
    """Walk the tree of blocks from the largest: the order of the walk, and by which tie each block was reached."""
    cuts = frozenset(ties)
    first = max(range(len(blocks)), key=lambda number: (len(blocks[number]), -number))
    tie_above: dict[int, str] = {}
    order = [first]
    seen = {first}
    for number in order:
        for tie in sorted(blocks[number] & cuts):
            for other in ties[tie]:
                if other not in seen:
                    seen.add(other)
                    tie_above[other] = tie
                    order.append(other)
    return order, tie_above
