"""Ids for persons whose names are not shown: the same for the same person, whoever else joins or leaves.

A number in order of the file would pass to somebody else with the first person above who is added, and with it an
accepted exception, or an answer on a sheet that is still out. So an id is made of the person's own, by a digest: it
stays through every change of the file, and two persons stay two. Who has a list of likely ids can still try which of
them fits; an id is a stand-in for a name, not a secret.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graphmodel.structure import Structure

_LENGTHS = (8, 16, 64)
"""How many digits of the digest an id has: more than the least only where two ids would be the same."""


def veiled_ids(structure: Structure, also: Iterable[str] = ()) -> dict[str, str]:
    """Return by the id of each person the one to show; `also` are persons who are not in the structure any more.

    None of them is the id of anything in the structure, so whoever reads one back cannot take it for another.
    """
    taken = {entity.id for entity in structure.entities()}
    left = list(dict.fromkeys((*(person.id for person in structure.people), *also)))
    found: dict[str, str] = {}
    for length in _LENGTHS:
        codes = {person: f"person-{_digest(structure.id, person)[:length]}" for person in left}
        times = Counter(codes.values())
        found |= {person: code for person, code in codes.items() if times[code] == 1 and code not in taken}
        left = [person for person in left if person not in found]
    return found


def unveiled(structure: Structure) -> Callable[[str], str]:
    """Return what turns an id that a veiled paper has, of a person or a relation, into the one in the structure."""
    return by_word({veiled: person for person, veiled in veiled_ids(structure).items()})


def by_word(other: Mapping[str, str]) -> Callable[[str], str]:
    """Return what replaces each word of a text that has another, as in the ids of relations, facts and findings."""
    return lambda text: " ".join(_other(word, other) for word in text.split(" "))


def _other(word: str, other: Mapping[str, str]) -> str:
    """Replace a word, or one that stands in brackets: so the identity of a finding ends, where it has an aspect."""
    if word in other:
        return other[word]
    bare = word.strip("()")
    return word.replace(bare, other[bare]) if bare in other else word


def _digest(structure: str, person: str) -> str:
    return hashlib.sha256(f"{structure}\n{person}".encode()).hexdigest()
