"""Who plays which part: the letters of the panels, with the names that each has in each structure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from queries.comparison.results import Comparison
from viz.comparison.cast import Cast, Member
from viz.comparison.sheet import Row

NOBODY = "–"


def parts_rows(drawn: Sequence[Cast], comparison: Comparison, *, boxes: bool = False) -> Iterator[Row]:
    """Yield a row for each part that somebody is known to play, and one for the groups that play none of them.

    With `boxes` only the parts of those who have a box in some panel.
    """
    letters = {member.letter for cast in drawn for member in cast.members if member.letter}
    for part in comparison.parts:
        if any(part.players.values()) and (part.letter in letters or not boxes):
            cells = [_players(cast, comparison, part.players.get(cast.id, ())) for cast in drawn]
            quiet = tuple(cell == NOBODY for cell in cells)
            yield Row(part.name, tuple((cell,) for cell in cells), part.letter, quiet)
    if any(cast.unlettered for cast in drawn):
        cells_of = ("; ".join(f"{member.mark} {_named(member)}" for member in cast.unlettered) for cast in drawn)
        yield Row("other groups", tuple((cell,) if cell else () for cell in cells_of))


def left_for_the_paper(drawn: Sequence[Cast], comparison: Comparison) -> int:
    """Count the parts that nobody with a box plays: those of posts and bodies."""
    letters = {member.letter for cast in drawn for member in cast.members if member.letter}
    return sum(1 for part in comparison.parts if any(part.players.values()) and part.letter not in letters)


def _players(cast: Cast, comparison: Comparison, players: Sequence[str]) -> str:
    """Name those who play a part: everybody with a box, and of the others the first few."""
    names = comparison.names.get(cast.id, {})
    boxes = [member for member in cast.members if member.id in players]
    marked = len(boxes) > 1
    told = [f"{member.mark} {_named(member)}" if marked else _named(member) for member in boxes]
    others = [player for player in players if player not in {member.id for member in boxes}]
    shown = others[: max(_MANY - len(boxes), 0)]
    told += [cast.shown.text(names.get(player, player)) for player in shown]
    told += [f"{len(others) - len(shown)} more"] if len(others) > len(shown) else []
    return "; ".join(told) or NOBODY


_MANY = 3


def _named(member: Member) -> str:
    return f"{member.name} {member.several}".rstrip()
