"""Groups and posts of several structures that have much the same name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from rapidfuzz import fuzz, process

from queries.comparison.matching import plain_name

LIKE = 92
"""Likeness of names, of 100, from which two are taken for one: a slip or two in a long name, none in a short one."""

MOST = 2_000_000
"""Pairs of names beyond which only equal names are matched: more would take minutes."""

Named = Mapping[str, Mapping[str, str]]


def alike(structures: Named) -> Iterator[tuple[str, str, dict[str, tuple[str, ...]]]]:
    """Yield names that several structures have, how they were matched, and who has them, by structure.

    `structures` has names by id, by structure. What only tells where something is is not taken off a name.
    """
    clusters: dict[str, dict[str, list[str]]] = {}
    shown: dict[str, str] = {}
    several = sum(len(names) for names in structures.values())
    for structure, names in structures.items():
        for one, name in names.items():
            plain = plain_name(name)
            if not plain:
                continue
            key = plain if plain in clusters else _nearest(plain, clusters, several) or plain
            clusters.setdefault(key, defaultdict(list))[structure].append(one)
            shown.setdefault(key, name)
    for key, players in clusters.items():
        if len(players) > 1:
            yield shown[key], "name", {structure: tuple(sorted(ones)) for structure, ones in players.items()}


def _nearest(plain: str, known: Mapping[str, object], several: int) -> str:
    """Return the known name that a name is nearly; empty where none is, or where there are too many to look."""
    if several * len(known) > MOST:
        return ""
    found = process.extractOne(plain, known.keys(), scorer=fuzz.token_sort_ratio, score_cutoff=LIKE)
    return str(found[0]) if found else ""
