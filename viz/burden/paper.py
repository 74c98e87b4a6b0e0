"""A calculation of burden as a paper: a short answer, the tables and figures, and how it was worked out."""

from __future__ import annotations

from collections.abc import Iterator

from graphmodel.structure import Structure
from queries.burden.results import Burden
from viz.about import PLAIN, About
from viz.burden.answer import short_answer
from viz.burden.bars_figure import bars_figure
from viz.burden.matrix_figure import matrix_figure
from viz.burden.method import method_blocks, places_in_words
from viz.burden.pictures import Shown
from viz.burden.tables import body_blocks, pair_blocks, sitter_blocks
from viz.burden.teller import Teller
from viz.burden.ties import chair_blocks, gatekeeper_blocks, report_blocks
from viz.paper import Block, Paper, Paragraph
from viz.wording import date


def burden_paper(
    burden: Burden,
    structure: Structure,
    *,
    names: bool = False,
    shown: Shown | None = None,
    author: str = PLAIN.author,
) -> Paper:
    """Compose the paper of a calculation on a structure; persons are named only with `names`.

    With `shown` it carries the figures as pictures: `as_drawing` where a format shows drawings, else `as_points`.
    """
    teller = Teller(burden, structure, names=names)
    return Paper(
        teller.text(f"{burden.title}: what seats ask of bodies"),
        tuple(_blocks(teller, structure, shown, names=names)),
        About(
            subject=f"What seats on groups ask of bodies, as at {date(burden.as_of)}", author=author, day=burden.as_of
        ),
    )


def _blocks(teller: Teller, structure: Structure, shown: Shown | None, *, names: bool) -> Iterator[Block]:
    burden = teller.burden
    if burden.supposing:
        yield Paragraph(f"With what is assumed: {teller.text(burden.supposing)}.", aside=True)
    yield from map(Paragraph, short_answer(teller))
    if not burden.total.seats:
        return
    yield from body_blocks(teller)
    if shown:
        for number, drawing in enumerate(bars_figure(burden, structure, names=names), start=1):
            yield shown(drawing, f"hours-{number}")
        for number, drawing in enumerate(matrix_figure(burden, structure, names=names), start=1):
            yield shown(drawing, f"bodies-and-groups-{number}")
    yield from sitter_blocks(teller)
    yield from pair_blocks(teller)
    yield from chair_blocks(teller)
    yield from gatekeeper_blocks(teller)
    yield from report_blocks(teller)
    yield from places_in_words(teller)
    yield from method_blocks(teller)
