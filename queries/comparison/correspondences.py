"""Which parts are played by whom in several structures, as a document that a researcher can read and edit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import ClassVar, Literal, NamedTuple

from pydantic import Field

from graphmodel.evidence import Id, Record
from queries.comparison.results import Part


class GivenPart(Record):
    """A part, and who plays it by structure; a structure with an empty list has nobody who does.

    `letter` stands for it in figures, `how` says by what they were matched.
    """

    name: str = Field(min_length=1, max_length=500)
    letter: str | None = Field(default=None, pattern=r"^[A-Z]{1,2}$")
    players: dict[Id, tuple[Id, ...]]
    how: str = ""


class Correspondences(Record):
    """A document of parts. Those in it count before any that would be proposed.

    `others` says whether parts that are not in it are still proposed.
    """

    TYPE: ClassVar[str] = "parts"

    schema_: Literal[1] = Field(default=1, alias="schema")
    title: str = ""
    note: str | None = None
    others: bool = True
    parts: tuple[GivenPart, ...] = ()


NOTHING = Correspondences()


class Stranger(NamedTuple):
    """A name in a document of parts that is in no structure: of which part, and in which structure, if that is one."""

    part: int
    structure: str
    name: str


def strangers(given: Correspondences, known: Mapping[str, Iterable[str]]) -> Iterator[Stranger]:
    """Yield what a document names and the structures do not know; `known` has the ids by structure.

    A structure that is not compared this time is passed over, so that one document serves several comparisons, but not
    where none of a part's is compared.
    """
    for number, part in enumerate(given.parts):
        if not part.players.keys() & known.keys():
            yield from (Stranger(number, "", structure) for structure in part.players)
        for structure, players in part.players.items():
            there = set(known.get(structure, players))
            yield from (Stranger(number, structure, player) for player in players if player not in there)


def renamed(given: Correspondences, other: Mapping[str, Mapping[str, str]]) -> Correspondences:
    """Return a document in which players that have another id, by structure, go by that."""
    parts = [
        part.model_copy(
            update={
                "players": {
                    structure: tuple(other.get(structure, {}).get(player, player) for player in players)
                    for structure, players in part.players.items()
                }
            }
        )
        for part in given.parts
    ]
    return given.model_copy(update={"parts": tuple(parts)})


def document(parts: Iterable[Part], title: str) -> Correspondences:
    """Return parts as a document to be edited."""
    return Correspondences(
        title=title,
        note="Change, add or take out parts. In a structure without an entry nobody is known to play the part.",
        others=False,
        parts=tuple(
            GivenPart(
                name=part.name,
                letter=part.letter,
                players={structure: players for structure, players in part.players.items() if players},
                how=part.how,
            )
            for part in parts
        ),
    )
