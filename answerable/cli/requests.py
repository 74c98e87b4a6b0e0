"""`answerable requests`: what to ask, of whom, as papers to send round or a sheet to fill in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from answerable.cli.output import remark, show_paper
from answerable.cli.reading import (
    AsOfOption,
    EvidenceOption,
    FileArgument,
    NamesOption,
    ProfileOption,
    audited,
    read,
    wrong_options,
)
from answerable.writing import STANDARD_OUTPUT, over_what_is_read

if TYPE_CHECKING:
    from graphmodel.structure import Structure
    from queries.report import Report
    from viz.book import Book
    from viz.paper import Paper


def requests(
    file: FileArgument,
    output: Annotated[
        list[Path] | None,
        typer.Option(
            "--output",
            "-o",
            metavar="PATH",
            readable=False,
            help="Where the requests go: .docx, .html, .md or .txt to read, .xlsx to fill in and read back with "
            "`replies`; - is standard output. May be given several times. [default: -]",
        ),
    ] = None,
    as_of: AsOfOption = None,
    profile: ProfileOption = None,
    evidence: EvidenceOption = "asserted",
    names: NamesOption = False,
) -> None:
    """List what to ask, and of whom.

    Each thing that is not known is asked once, of whoever seems to know, on a page for each agency with its seats to
    confirm.
    """
    given = output or [Path(STANDARD_OUTPUT)]
    files = [path for path in given if str(path) != STANDARD_OUTPUT]
    from answerable.papers import wrong_paper

    wrong = [*wrong_options(as_of, profile, evidence), *over_what_is_read(files, profile, what="list of requests")]
    wrong += [fault for path in files for fault in wrong_paper(path, file, "list of requests", book=True)]
    structure = read(file, wrong)
    from answerable.asking import settled

    report = audited(structure, settled(structure, as_of=as_of, profile=profile, evidence=evidence))
    for path in files:
        _write(path, report, structure, names=names)
        remark([f"Written: {path}"])
    if len(files) < len(given):
        show_paper(_made(report, structure, names=names)[0])


def _write(path: Path, report: Report, structure: Structure, *, names: bool) -> None:
    from answerable.papers import WORKBOOK, book_as_xlsx, paper_as
    from answerable.writing import write

    paper, book = _made(report, structure, names=names)
    ending = path.suffix.casefold()
    write(path, book_as_xlsx(book) if ending == WORKBOOK else paper_as(ending, paper))


def _made(report: Report, structure: Structure, *, names: bool) -> tuple[Paper, Book]:
    from graphmodel.dates import day
    from queries.requests import by_agency
    from queries.requests import requests as requests_of
    from viz.privacy import Veil
    from viz.requests_book import requests_book
    from viz.requests_paper import requests_paper

    agencies = by_agency(requests_of(report, structure), structure, day(report.as_of))
    veil = Veil(structure, names=names)
    return requests_paper(agencies, report, veil), requests_book(agencies, report, veil)
