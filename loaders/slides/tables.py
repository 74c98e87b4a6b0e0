"""Tables on slides: who sits on what, where one is a membership matrix."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphmodel.evidence import Modality
from loaders.matrix.rows import matrix_rows
from loaders.tables.columns import EVIDENCE, TABLES
from loaders.tables.grid import Grid

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from loaders.gathered import Gathered
    from loaders.slides.drawn import Slide
    from loaders.tables.rows import Row

_REASON = "a table on the slide shows it"


def rows_of_tables(slides: Sequence[Slide], found: Sequence[Row], into: Gathered) -> Iterator[Row]:
    """Read the membership matrices on slides, as what is drawn there: inferred. Any other table is told."""
    grids = [
        Grid(into.file, f"slide {slide.number}, table {number}", table, title=f"slide {slide.number}")
        for slide in slides
        for number, table in enumerate(slide.tables, start=1)
    ]
    if not grids:
        return
    rows, others = matrix_rows(grids, found, into)
    inferred = {f"{EVIDENCE}modality": str(Modality.INFERRED), f"{EVIDENCE}reason": _REASON}
    for row in rows:
        has_evidence = row.table in TABLES and f"{EVIDENCE}modality" in TABLES[row.table].by_field
        is_fact = has_evidence and row.table != "sources"
        yield row._replace(values={**inferred, **row.values}) if is_fact else row
    for grid in others:
        what = "This table is no membership matrix that can be read, so it was left out."
        into.tell(grid.at(), what, "Copy it into a workbook, one table a sheet.")
