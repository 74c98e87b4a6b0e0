"""Pairs of groups whose remits look alike, found through what they share and never by trying all pairs."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping
from itertools import combinations
from typing import NamedTuple

from rapidfuzz import fuzz, utils

from queries.reads.groups import GroupRow

_TELLING = 4
"""Letters of a word that tells what a purpose is about; shorter ones join the others."""
_WHOLE = 100


class Remit(NamedTuple):
    """Two groups, the themes and decision rights that they share, and how alike their purposes are, out of 100."""

    one: str
    other: str
    themes: tuple[str, ...]
    rights: tuple[str, ...]
    alike: int


class Limits(NamedTuple):
    """How alike two purposes must be, from 0 to 1, and how many may share something before it tells nothing."""

    alike: float
    most: int


def remits(
    places: Mapping[str, frozenset[Hashable]],
    groups: Mapping[str, GroupRow],
    limits: Limits,
    comparable: Callable[[str, str], bool],
) -> Iterator[Remit]:
    """Yield pairs of `comparable` groups in one place whose remits look alike, ordered by id.

    They share a theme and a decision right, or their purposes are worded alike. Only groups that share such a thing
    in one place are looked at; what more than `limits.most` groups of a place share tells nothing of any two of them.
    """
    sharing: dict[Hashable, list[str]] = defaultdict(list)
    for group in sorted(places):
        for place in places[group]:
            for mark in _marks(groups[group]):
                sharing[place, mark].append(group)
    pairs: set[tuple[str, str]] = set()
    for found in sharing.values():
        if 1 < len(found) <= limits.most:
            pairs.update(combinations(found, 2))
    for one, other in sorted(pairs):
        remit = _compared(groups[one], groups[other])
        if (remit.rights or remit.alike >= limits.alike * _WHOLE) and comparable(one, other):
            yield remit


def _marks(group: GroupRow) -> Iterator[Hashable]:
    """Yield what two groups must share to be looked at: a theme with a decision right, or a word of their purposes."""
    for theme in sorted(set(map(_plain, group.themes))):
        for right in sorted(set(group.decision_rights)):
            yield theme, right
    yield from sorted({word for word in re.findall(r"\w+", group.purpose.casefold()) if len(word) >= _TELLING})


def _compared(one: GroupRow, other: GroupRow) -> Remit:
    themes = tuple(sorted(set(map(_plain, one.themes)) & set(map(_plain, other.themes))))
    rights = tuple(sorted(set(one.decision_rights) & set(other.decision_rights))) if themes else ()
    alike = 0.0
    if one.purpose and other.purpose:
        alike = fuzz.token_sort_ratio(one.purpose, other.purpose, processor=utils.default_process)
    return Remit(one.fact, other.fact, themes, rights, int(alike))


def _plain(theme: str) -> str:
    return " ".join(theme.casefold().replace("_", " ").replace("-", " ").split())
