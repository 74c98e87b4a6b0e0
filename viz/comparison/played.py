"""Who plays the same part in other structures: proposals to look through, or what a researcher gave."""

from __future__ import annotations

from collections.abc import Iterator

from queries.comparison.results import Comparison, Part
from viz.paper import Block, Heading, Paragraph, Table

_NOBODY = "not evidenced"


def part_blocks(comparison: Comparison) -> Iterator[Block]:
    """Compose the table of parts, with how each was matched."""
    yield Heading(1, "Who plays this part elsewhere")
    if not comparison.parts:
        yield Paragraph("No part was found that is played in more than one structure, and none was given.")
        return
    yield Paragraph(
        "A proposal is no finding: the last column says by what things were matched. Whoever knows otherwise writes "
        "the parts down and compares again. The letters are those of the figures."
    )
    titles = tuple(one.title for one in comparison.structures)
    rows = (_row(part, comparison) for part in comparison.parts)
    yield Table(("", "Part", *titles, "Matched by"), tuple(rows))


def _row(part: Part, comparison: Comparison) -> tuple[str, ...]:
    cells = []
    for one in comparison.structures:
        names = comparison.names.get(one.id, {})
        cells.append("; ".join(names.get(player, player) for player in part.players.get(one.id, ())) or _NOBODY)
    return part.letter, part.name, *cells, _how(part)


def _how(part: Part) -> str:
    return part.how if not part.given else f"{part.how} (a researcher says so)"
