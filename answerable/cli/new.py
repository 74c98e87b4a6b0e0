"""`answerable new`: a workbook to begin with."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from answerable.cli.output import remark
from answerable.cli.outputs import write_all
from answerable.cli.reading import MatrixOption, read
from answerable.errors import InputError
from answerable.writing import wrong_place

if TYPE_CHECKING:
    from graphmodel.structure import Structure

_SUFFIX = ".xlsx"


def new(
    output: Annotated[
        Path, typer.Argument(metavar="WORKBOOK", help="The workbook to make, ending in .xlsx.", readable=False)
    ] = Path("my-area.xlsx"),
    blank: Annotated[bool, typer.Option("--blank", help="Without the worked example.")] = False,
    given: Annotated[
        Path | None,
        typer.Option(
            "--from",
            metavar="FILE",
            help="What you have: a workbook, a membership matrix, a slide, a folder of CSV files, YAML or JSON. All "
            "that is understood goes into the workbook, and the blank cells that matter next are marked.",
            readable=False,
        ),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Write over a file that is there.")] = False,
    matrix: MatrixOption = False,
) -> None:
    """Make a workbook to fill in.

    It has a sheet for each sort of thing, lists to choose from, and an example that you write over: South
    Worcestershire. It can be checked and drawn at once.
    """
    wrong = _wrong(output, given, blank=blank, force=force)
    if given is None:
        if wrong:
            raise InputError("\n".join(wrong))
        from loaders.workbook.template import blank as without_rows
        from loaders.workbook.template import with_example

        write_all([(output, without_rows() if blank else with_example())])
        remark([_next_command(output, blank=blank)])
        return
    _fill(output, read(given, wrong, matrix=matrix))


def _fill(output: Path, structure: Structure) -> None:
    import datetime as dt

    from graphmodel.dates import day
    from loaders.problems import SaveError
    from loaders.workbook.next_steps import questions
    from loaders.workbook.template import filled
    from queries.asking.next_steps import left_open
    from queries.without_groups import NO_GROUPS

    on = day(structure.as_of or dt.date.today())  # noqa: DTZ011  the user's own day, as in an audit
    asked = tuple(questions(structure, left_open(structure, on)))
    try:
        content = filled(structure, asked)
    except SaveError as error:
        raise InputError(str(error)) from error
    write_all([(output, content)])
    if asked:
        groups = len({question.cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ") for question in asked})
        cells, of = _counted(len(asked), "cell"), _counted(groups, "group")
        remark([f"Next: {cells} of {of} to fill in, marked on the sheet Groups and listed on the sheet Next."])
    elif not structure.groups:
        remark([NO_GROUPS])
    else:
        remark(
            ["Next: to whom each group answers, its terms of reference, its chair and how often it meets are known."]
        )


def _wrong(output: Path, given: Path | None, *, blank: bool, force: bool) -> list[str]:
    """Say beforehand all that is wrong with what was asked for."""
    found = []
    if blank and given is not None:
        found.append("A workbook is either blank or filled --from a file. Leave out one of the two.")
    if output.suffix.casefold() != _SUFFIX:
        found.append(f"{output}: This is no name of a workbook. Let it end in {_SUFFIX}.")
    place = wrong_place(output, given or Path(), "workbook")
    found += place
    if not place and output.exists() and not force:
        found.append(f"{output}: This file is there already. Choose another name, or write over it with --force.")
    return found


def _next_command(output: Path, *, blank: bool) -> str:
    shown = f'"{output}"' if " " in str(output) else str(output)
    if blank:
        return f"Fill in the sheets Bodies and Groups, then: answerable check {shown}"
    return f"It holds an example to write over. See it drawn: answerable map {shown}"


def _counted(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
