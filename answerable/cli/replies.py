"""`answerable replies`: what came back on reply sheets, as facts with source and date."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from answerable.cli.output import remark, show
from answerable.cli.reading import FileArgument, read
from answerable.errors import InputError
from answerable.writing import STANDARD_OUTPUT, wrong_place

if TYPE_CHECKING:
    from loaders.problems import FileError


def replies(
    file: FileArgument,
    sheets: Annotated[
        list[Path],
        typer.Argument(
            metavar="REPLIES", help="The reply sheets that came back, as .xlsx.", show_default=False, readable=False
        ),
    ],
    output: Annotated[
        Path,
        typer.Option(
            "--output",
            "-o",
            metavar="PATH",
            readable=False,
            help="Where the structure goes with what was answered: .yaml, .yml or .json; - is standard output.",
        ),
    ] = Path(STANDARD_OUTPUT),
) -> None:
    """Take what came back on reply sheets into a structure.

    Every answer becomes facts with their source and date, or stays in the words it was given in. FILE is left as it is.
    """
    from loaders.problems import LoadError, SaveError
    from loaders.replies.reading import with_replies
    from loaders.saving import save, structure_as_yaml

    target = None if str(output) == STANDARD_OUTPUT else output
    places = (file, *sheets) if target else ()
    wrong = [fault for place in places for fault in wrong_place(target or output, place, "structure")]
    structure = read(file, dict.fromkeys(wrong))
    try:
        replied = with_replies(structure, sheets)
        remark(f"answerable: warning: {problem}" for problem in replied.problems)
        if target is None:
            show(structure_as_yaml(replied.structure))
            return
        save(replied.structure, target)
    except (LoadError, SaveError) as error:
        raise InputError(_told(error)) from error
    remark([f"Written: {target}"])


def _told(error: FileError) -> str:
    """Tell what keeps the sheets from being used first; one fault alone needs no count."""
    faults = [str(problem) for problem in error.problems if not problem.warning]
    remarks = [str(problem) for problem in error.problems if problem.warning]
    if len(faults) == 1 and not remarks:
        return faults[0]
    count = f"{len(faults)} {'thing is' if len(faults) == 1 else 'things are'} wrong, and nothing was written."
    return "\n".join((count, *faults, *(("Beside that:", *remarks) if remarks else ())))
