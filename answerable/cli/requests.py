"""`answerable requests`: what to ask, of whom, as papers to send round or a sheet to fill in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from answerable.cli.output import show_paper
from answerable.cli.outputs import outputs_option, split, write_all
from answerable.cli.reading import (
    AsOfOption,
    EvidenceOption,
    FileArgument,
    NamesOption,
    ProfileOption,
    audited,
    read_with_places,
    wrong_options,
)
from answerable.writing import STANDARD_OUTPUT, over_what_is_read

if TYPE_CHECKING:
    from graphmodel.structure import Structure
    from queries.findings.report import Report
    from viz.book import Book
    from viz.paper import Paper


def requests(
    file: FileArgument,
    output: Annotated[
        list[Path] | None,
        outputs_option(
            "Where the requests go: .docx, .html, .md or .txt to read, .xlsx to fill in and read back with "
            "`replies`; - is standard output. May be given several times. [default: -]"
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
    files, on_screen = split(output or (Path(STANDARD_OUTPUT),))
    from answerable.papers import wrong_paper
    from answerable.told import headed, notice

    wrong = [*wrong_options(as_of, profile, evidence), *over_what_is_read(files, profile, what="list of requests")]
    wrong += [fault for path in files for fault in wrong_paper(path, file, "list of requests", book=True)]
    loaded = read_with_places(file, wrong)
    structure = loaded.structure
    from answerable.asking import settled

    report = audited(structure, settled(structure, as_of=as_of, profile=profile, evidence=evidence))
    paper, book = _made(report, structure, names=names)
    paper = headed(paper, notice(loaded, "list"))
    write_all((path, _written(path, paper, book)) for path in files)
    if on_screen:
        show_paper(paper)


def _written(path: Path, paper: Paper, book: Book) -> str | bytes:
    from answerable.papers import WORKBOOK, book_as_xlsx, paper_as

    ending = path.suffix.casefold()
    return book_as_xlsx(book) if ending == WORKBOOK else paper_as(ending, paper)


def _made(report: Report, structure: Structure, *, names: bool) -> tuple[Paper, Book]:
    from graphmodel.dates import day
    from queries.asking.requests import by_agency
    from queries.asking.requests import requests as requests_of
    from viz.privacy import Veil
    from viz.requests.book import requests_book
    from viz.requests.paper import requests_paper

    agencies = by_agency(requests_of(report, structure), structure, day(report.as_of))
    veil = Veil(structure, names=names)
    return requests_paper(agencies, report, veil), requests_book(agencies, report, veil)
