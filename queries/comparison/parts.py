"""Who plays the same part in several structures: proposals, and what a researcher has said instead.

A proposal is no finding. It says by what it was matched (function, kind, tier, role, place in the structure, or name),
so that whoever reads it can hold it against what they know.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import count
from string import ascii_uppercase

from queries.comparison.alike import alike
from queries.comparison.correspondences import NOTHING, Correspondences
from queries.comparison.players import Troupe, sought
from queries.comparison.results import Part
from queries.comparison.seen import Seen

Players = dict[str, tuple[str, ...]]


def parts(structures: Mapping[str, Seen], given: Correspondences = NOTHING) -> tuple[Part, ...]:
    """Return who plays which part in which structure, given ones first; a part that only one structure has is none.

    Whoever is given a part is proposed for no other.
    """
    told = list(_given(structures, given))
    if given.others:
        taken = {(structure, one) for part in told for structure, ones in part.players.items() for one in ones}
        names = {part.name.casefold() for part in told}
        told += [part for part in _proposed(structures, taken) if part.name.casefold() not in names]
    return tuple(_lettered(told))


def _given(structures: Mapping[str, Seen], given: Correspondences) -> Iterator[Part]:
    """Return the parts of a document, of the structures compared, without names that these do not know."""
    for part in given.parts:
        players = {
            structure: tuple(one for one in part.players.get(structure, ()) if one in seen.known.entities)
            for structure, seen in structures.items()
        }
        if any(players.values()):
            yield Part(part.letter or "", part.name, players, part.how or "given by hand", given=True)


def _proposed(structures: Mapping[str, Seen], taken: set[tuple[str, str]]) -> Iterator[Part]:
    """Propose parts, by what they are first and by name last; nobody for two."""
    troupes = {structure: Troupe(seen) for structure, seen in structures.items()}
    for part, chosen in sought(troupes):
        players = {
            structure: tuple(one for one in ones if (structure, one) not in taken) for structure, ones in chosen.items()
        }
        yield from _played(part.name, part.how, players, taken)
    left = {
        structure: {one: name for one, name in troupe.nameable.items() if (structure, one) not in taken}
        for structure, troupe in troupes.items()
    }
    for name, how, players in alike(left):
        yield from _played(name, how, {structure: players.get(structure, ()) for structure in structures}, taken)


_FEWEST = 2


def _played(name: str, how: str, players: Players, taken: set[tuple[str, str]]) -> Iterator[Part]:
    if sum(1 for ones in players.values() if ones) >= _FEWEST:
        taken.update((structure, one) for structure, ones in players.items() for one in ones)
        yield Part("", name, players, how, given=False)


def _lettered(told: Iterable[Part]) -> Iterator[Part]:
    """Give every part a letter of its own: the one that was given, else the next that is free."""
    told = list(told)
    used = {part.letter for part in told if part.letter}
    free = (letter for letter in _letters() if letter not in used)
    seen: set[str] = set()
    for part in told:
        letter = part.letter if part.letter and part.letter not in seen else next(free)
        seen.add(letter)
        yield part._replace(letter=letter)


def _letters() -> Iterator[str]:
    yield from ascii_uppercase
    for number in count():
        first, second = divmod(number, len(ascii_uppercase))
        yield ascii_uppercase[first % len(ascii_uppercase)] + ascii_uppercase[second]
