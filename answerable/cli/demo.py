"""`answerable demo`: the case studies, audited and drawn."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from answerable.cli.output import show_paper

if TYPE_CHECKING:
    from answerable.demo import Shown
    from viz.paper import Paper


def demo(
    folder: Annotated[
        Path,
        typer.Argument(
            metavar="FOLDER", readable=False, help="Where the pictures and reports go; made where it is not there."
        ),
    ] = Path("answerable-demo"),
) -> None:
    """Audit and draw the case studies.

    There are five, and one of them also as it was before its merger; then the five side by side, and that one before
    and after. It needs no data of yours and no server.
    """
    from answerable.demo import demonstrate, demonstrate_beside

    shown = tuple(demonstrate(folder))
    show_paper(_paper(shown, demonstrate_beside(folder), folder))


def _paper(shown: tuple[Shown, ...], beside: tuple[Path, ...], folder: Path) -> Paper:
    from queries.rule import Status
    from viz.paper import Paper, Paragraph, Table, Verbatim
    from viz.wording import date

    statuses = tuple(Status)
    rows = tuple(
        (one.structure.title, date(one.report.as_of), *(str(one.report.counts().get(status, 0)) for status in statuses))
        for one in shown
    )
    return Paper(
        "Case studies, audited and drawn",
        (
            Table(("Structure", "As at", *(status.value for status in statuses)), rows),
            Paragraph(f"Maps and reports are in {folder}. Open a map in a browser; it needs no network:"),
            Verbatim(tuple(str(one.folder / "map.html") for one in shown)),
            Paragraph("Beside each map stand map.svg, for print, and report.md, the findings with their evidence."),
            Paragraph("The five side by side, and South Worcestershire before and after its merger:"),
            Verbatim(tuple(map(str, beside))),
        ),
    )
