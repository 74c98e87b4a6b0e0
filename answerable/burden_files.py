"""A calculation of burden in the form that a file's name asks for: a paper, a workbook, a document, or its figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from answerable.errors import InputError
from answerable.papers import PAPER_ENDINGS, WORKBOOK, book_as_xlsx, choice_of, paper_as
from answerable.writing import wrong_place

if TYPE_CHECKING:
    from graphmodel.structure import Structure
    from queries.burden.results import Burden
    from viz.burden.pictures import Shown
    from viz.drawing.drawing import Drawing
    from viz.paper import Paper

FIGURES = ("groups", "hours")
_JSON, _PDF, _SVG, _PNG = ".json", ".pdf", ".svg", ".png"
_OTHERS = (WORKBOOK, _JSON, _SVG, _PDF, _PNG)


class Told(NamedTuple):
    """A calculation that is to be told, with how: `bodies` have a page each instead of the whole; `figure` is drawn."""

    burden: Burden
    structure: Structure
    author: str
    names: bool = False
    bodies: tuple[str, ...] = ()
    figure: str = ""
    notice: str = ""
    profile: str = ""


def wrong_file(output: Path, reads: Path, *, pages: bool) -> tuple[str, ...]:
    """Say what is wrong with where a calculation is to go, if anything; `pages` are those of single bodies."""
    if wrong := wrong_place(output, reads, "burden"):
        return wrong
    endings = PAPER_ENDINGS if pages else (*PAPER_ENDINGS, *_OTHERS)
    if output.suffix.casefold() in endings:
        return ()
    what = "the page of a body" if pages else "the burden"
    remedy = "Let the name end in one of them."
    if pages and output.suffix.casefold() == _PDF:
        remedy = "A .docx or .html can be printed to a PDF."
    return (f"`{output}`: {what} is written as {choice_of(endings)}. {remedy} Nothing was written.",)


def no_picture(figure: str | None, files: Sequence[Path]) -> tuple[str, ...]:
    """Say that a figure is asked for where no file is one, which would leave it out without a word."""
    if figure is None or any(path.suffix.casefold() in (_SVG, _PNG, _PDF) for path in files):
        return ()
    return (f"The figure `{figure}` is drawn into a picture. Add one: `-o burden.svg`, .png or .pdf.",)


def contents(path: Path, told: Told) -> Iterator[tuple[Path, str | bytes]]:
    """Yield what is written for one name: several files where a figure takes several sheets."""
    ending = path.suffix.casefold()
    if ending in PAPER_ENDINGS:
        yield path, paper_as(ending, paper(told, ending))
    elif ending == WORKBOOK:
        from viz.burden.book import burden_book

        yield path, book_as_xlsx(burden_book(told.burden, told.structure, names=told.names))
    elif ending == _JSON:
        from answerable import __version__
        from answerable.burden_document import Head, burden_json

        head = Head(__version__, told.profile, told.notice)
        yield path, burden_json(told.burden, told.structure, head, names=told.names)
    else:
        yield from _figures(path, told)


def paper(told: Told, ending: str = "") -> Paper:
    """Compose the paper, with its figures where the format of an ending shows them; without one, for a terminal."""
    from answerable.told import headed
    from viz.burden.paper import burden_paper

    if told.bodies:
        return headed(_pages(told), told.notice)
    whole = burden_paper(told.burden, told.structure, names=told.names, shown=_shown(ending), author=told.author)
    return headed(whole, told.notice)


def _pages(told: Told) -> Paper:
    """Put the pages of bodies one after the other."""
    from viz.burden.agency import agency_paper
    from viz.paper import Block, Heading, PageBreak, Paper

    first, *others = (
        agency_paper(told.burden, body, told.structure, names=told.names, author=told.author) for body in told.bodies
    )
    blocks: list[Block] = [*first.blocks]
    for page in others:
        blocks += [PageBreak(), Heading(1, page.title), *page.blocks]
    return Paper(first.title, tuple(blocks), first.about)


def _shown(ending: str) -> Shown | None:
    from viz.burden.pictures import as_drawing, as_points

    return {".html": as_drawing, ".docx": as_points}.get(ending)


def _figures(path: Path, told: Told) -> Iterator[tuple[Path, str | bytes]]:
    from viz.drawing.pdf import pdf
    from viz.drawing.png import png
    from viz.drawing.svg import svg

    sheets = _sheets(told, both=path.suffix.casefold() == _PDF)
    if not sheets:
        raise InputError(f"`{path}`: There is nothing to draw: no seat that counts for a body is known.")
    if path.suffix.casefold() == _PDF:
        yield path, pdf(*sheets)
        return
    for number, sheet in enumerate(sheets, start=1):
        drawn = svg(sheet)
        name = path if number == 1 else path.with_name(f"{path.stem}-{number}{path.suffix}")
        yield name, png(drawn) if path.suffix.casefold() == _PNG else drawn


def _sheets(told: Told, *, both: bool) -> Sequence[Drawing]:
    from viz.burden.bars_figure import bars_figure
    from viz.burden.matrix_figure import matrix_figure

    drawn = {"groups": matrix_figure, "hours": bars_figure}
    wanted = (told.figure,) if told.figure else FIGURES if both else FIGURES[:1]
    return [
        sheet
        for one in wanted
        for sheet in drawn[one](told.burden, told.structure, names=told.names, whole=not told.notice)
    ]
