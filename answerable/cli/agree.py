"""`answerable agree`: two codings of one text held against each other."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from answerable.cli.output import show_paper
from answerable.cli.outputs import outputs_option, split, write_all
from answerable.cli.reading import NamesOption, read_all
from answerable.errors import InputError
from answerable.papers import PAPER_ENDINGS, choice_of
from answerable.writing import STANDARD_OUTPUT, wrong_place

if TYPE_CHECKING:
    from queries.comparison.agreement import Agreement

DATA = (".csv", ".json")
_HELP = "A workbook (.xlsx, .xls, .ods), a folder of CSV files, slides (.pptx), or a document (.yaml, .json)."


def agree(
    first: Annotated[
        Path, typer.Argument(metavar="FIRST", help=f"What one coder made of a text. {_HELP}", show_default=False)
    ],
    second: Annotated[
        Path, typer.Argument(metavar="SECOND", help="What another coder made of the same text.", show_default=False)
    ],
    same: Annotated[
        list[str] | None,
        typer.Option(
            "--same",
            metavar="ID=ID",
            help="A thing in the first file that is another's in the second, by their ids; may be given several times. "
            "Others are matched by id, else by name or alias.",
        ),
    ] = None,
    output: Annotated[
        list[Path] | None,
        outputs_option(
            "Where the result goes: .docx, .html, .md or .txt to read, .csv for the differences or .json for all of "
            "it; - is standard output. May be given several times. [default: -]"
        ),
    ] = None,
    names: NamesOption = False,
) -> None:
    """Tell how far two codings of one text agree.

    Cohen's kappa on facts, by type of fact and for how firmly they stand, beside the numbers it is made of; and every
    difference: what only one has, what one has and the other denies, and what both have and put differently.
    """
    from answerable.coding import agree as held_against
    from answerable.coding import pairs, told_apart, without_names

    outputs, on_screen = split(output or (Path(STANDARD_OUTPUT),))
    wrong = [fault for path in outputs for fault in _wrong_output(path, first, second)]
    try:
        given = pairs(same or ())
    except InputError as error:
        wrong.append(str(error))
    reads = (first, second)
    loaded = read_all(reads, wrong)
    from answerable.told import headed, notices

    one, other = (read.structure for read in loaded)
    told_of = notices(reads, loaded, "comparison")
    found = held_against(one, other, same=given, files=told_apart(first, second))
    told = found if names else without_names(found, one, other)
    write_all((path, _as(path.suffix.casefold(), told, told_of)) for path in outputs)
    if on_screen:
        from viz.agreement import agreement_paper

        show_paper(headed(agreement_paper(told), told_of))


def _wrong_output(path: Path, *reads: Path) -> Iterator[str]:
    for file in reads:
        if wrong := wrong_place(path, file, "result"):
            yield from wrong
            return
    endings = (*PAPER_ENDINGS, *DATA)
    if path.suffix.casefold() not in endings:
        yield f"`{path}`: the result is written as {choice_of(endings)}. Let the name end in one of them."


def _as(ending: str, found: Agreement, notice: str) -> str | bytes:
    from answerable import __version__
    from answerable.coding import as_csv, as_json
    from answerable.papers import paper_as
    from answerable.told import headed
    from viz.agreement import agreement_paper

    if ending in PAPER_ENDINGS:
        return paper_as(ending, headed(agreement_paper(found, author=f"answerable {__version__}"), notice))
    return as_csv(found) if ending == ".csv" else as_json(found)
