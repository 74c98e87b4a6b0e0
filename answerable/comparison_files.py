"""A comparison in the form that a file's ending asks for: a paper, a figure, or data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from answerable.papers import PAPER_ENDINGS, paper_as

if TYPE_CHECKING:
    from graphmodel.evidence import EvidenceLevel
    from graphmodel.structure import Structure
    from queries.comparison.results import Comparison
    from viz.drawing.drawing import Drawing
    from viz.paper import Paper, Picture

FIGURES = (".pdf", ".png", ".svg")
DATA = (".csv", ".graphml", ".json", ".yaml")
ENDINGS = (*PAPER_ENDINGS, *FIGURES, *DATA)
_WITH_PICTURES = (".docx", ".html")


@dataclass(frozen=True, slots=True)
class ComparisonFiles:
    """A comparison of structures in every form, each made when it is asked for.

    `level` is the level of evidence of what is drawn, `names` says whether persons are named, and `panels` leaves the
    table of figures out of a drawn figure. `notice` says what of the files could not be read.
    """

    structures: Sequence[Structure]
    comparison: Comparison
    level: EvidenceLevel
    names: bool = False
    panels: bool = False
    notice: str = ""

    def of(self, ending: str) -> str | bytes:
        """Return the content of a file with an ending of `ENDINGS`."""
        from answerable import comparison_data as data

        if ending in PAPER_ENDINGS:
            return paper_as(ending, self.paper(self._drawn() if ending in _WITH_PICTURES else ()))
        if ending in FIGURES:
            return self._figure(ending)
        if ending == ".graphml":
            return data.as_graphml(self.structures, self.comparison)
        if ending == ".json":
            return data.as_json(self.comparison, self.notice)
        return {".csv": data.as_csv, ".yaml": data.as_parts}[ending](self.comparison)

    def paper(self, pictures: Sequence[Picture] = ()) -> Paper:
        """Compose the comparison to be read."""
        from answerable import __version__
        from answerable.told import headed
        from viz.comparison.paper import comparison_paper

        paper = comparison_paper(self.comparison, pictures=pictures, author=f"answerable {__version__}")
        return headed(paper, self.notice)

    def _figure(self, ending: str) -> str | bytes:
        """Draw the page; a PDF has the figures at each level of evidence on a second one."""
        from viz.comparison.figure import levels_figure
        from viz.comparison.multiples import multiples_figure
        from viz.comparison.page import page_figure
        from viz.comparison.sheet import on_a4
        from viz.drawing.pdf import pdf
        from viz.drawing.png import png
        from viz.drawing.svg import svg

        draw = multiples_figure if self.panels else page_figure
        drawing: Drawing = draw(self.structures, self.comparison, level=self.level, names=self.names)
        if ending == ".pdf":
            pages = (drawing,) if self.panels else (drawing, levels_figure(self.comparison))
            return pdf(*map(on_a4, pages))
        return png(svg(drawing)) if ending == ".png" else svg(drawing)

    def _drawn(self) -> tuple[Picture, ...]:
        """Draw the structures for a paper; none where they are more than a figure has room for."""
        from viz.comparison.multiples import MOST_PANELS, figure_in_parts
        from viz.drawing.png import png
        from viz.drawing.svg import svg
        from viz.paper import Picture

        if len(self.structures) > MOST_PANELS:
            return ()
        drawings = figure_in_parts(self.structures, self.comparison, level=self.level, names=self.names)
        return tuple(
            Picture(f"comparison-{number}.png", drawing.description, png(svg(drawing)))
            for number, drawing in enumerate(drawings, start=1)
        )
