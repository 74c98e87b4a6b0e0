"""Papers and workbooks into the formats that their files' endings ask for."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from answerable.writing import wrong_place

if TYPE_CHECKING:
    from viz.book import Book
    from viz.paper import Paper

WORKBOOK = ".xlsx"


def paper_as(ending: str, paper: Paper) -> str | bytes:
    """Write a paper in the format of an ending of `PAPER_ENDINGS`."""
    return _WRITERS[ending](paper)


def book_as_xlsx(book: Book) -> bytes:
    """Write a workbook."""
    from viz.writers.xlsx import xlsx

    return xlsx(book)


def wrong_paper(output: Path | None, reads: Path, what: str, *, book: bool = False) -> tuple[str, ...]:
    """Say what is wrong with where a paper is to go, if anything; `book` lets it be a workbook too."""
    if output is None:
        return ()
    if wrong := wrong_place(output, reads, what):
        return wrong
    endings = (*PAPER_ENDINGS, *((WORKBOOK,) if book else ()))
    if output.suffix.casefold() not in endings:
        return (f"`{output}`: the {what} is written as {choice_of(endings)}. Let the name end in one of them.",)
    return ()


def choice_of(words: Iterable[str]) -> str:
    """List words as a sentence does: "one, two or three"."""
    *first, last = words
    return f"{', '.join(first)} or {last}"


def _text(paper: Paper) -> str:
    from viz.writers.text import text

    return text(paper)


def _markdown(paper: Paper) -> str:
    from viz.writers.markdown import markdown

    return markdown(paper)


def _html(paper: Paper) -> str:
    from viz.writers.html import html

    return html(paper)


def _docx(paper: Paper) -> bytes:
    from viz.writers.docx import docx

    return docx(paper)


_WRITERS: dict[str, Callable[[Paper], str | bytes]] = {
    ".docx": _docx,
    ".html": _html,
    ".md": _markdown,
    ".txt": _text,
}
PAPER_ENDINGS = tuple(_WRITERS)
