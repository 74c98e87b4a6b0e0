"""`answerable check`: whether a file can be read, and what was understood."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from answerable.cli.output import remark, show_paper
from answerable.cli.reading import FileArgument, MatrixOption, load_or_tell
from answerable.errors import ExitCode

if TYPE_CHECKING:
    from loaders.structures import Loaded


def check(
    file: FileArgument,
    annotate: Annotated[
        Path | None,
        typer.Option(
            "--annotate",
            metavar="PATH",
            readable=False,
            help="Write a copy of the workbook, as .xlsx, with every cell that there is something to say about marked "
            "and commented, and a list of them on its first sheet. FILE is left as it is.",
        ),
    ] = None,
    matrix: MatrixOption = False,
) -> None:
    """Report every problem in a file.

    Each comes with its place: what is to be put right, and what was read with a remark. Then follows what was
    understood. No rules are run.
    """
    from answerable.annotating import annotate as annotate_copy
    from answerable.annotating import wrong_copy

    loaded = load_or_tell(file, wrong_copy(annotate, file), matrix=matrix)
    from answerable.asking import settled
    from answerable.told import is_own

    own = is_own(loaded)
    if own:
        _show(loaded, file, hint=annotate is None)
    if annotate is not None:
        remark(annotate_copy(loaded, file, annotate))
    settled(loaded.structure)  # a file that names an unknown profile cannot be audited as it stands
    if not own:
        _show_document(loaded, file)
    if not loaded.is_whole:
        raise typer.Exit(ExitCode.INPUT)


def _show(loaded: Loaded, file: Path, *, hint: bool) -> None:
    """Show what is to be said of somebody's own file: that is the result."""
    from answerable.told import summary, typed
    from viz.file_paper import file_paper

    name, told = typed(file), loaded.problems
    commands = {"No rules were run. To audit it:": f"answerable audit {name}"}
    if hint and loaded.sheets and told:
        commands["To see all of this marked in a copy:"] = f"answerable check {name} --annotate to-check.xlsx"
    show_paper(
        file_paper(
            loaded.structure,
            told,
            loaded.understood,
            commands=commands,
            summary=_in_sum(loaded, summary(told, loaded.understood)),
        )
    )


def _in_sum(loaded: Loaded, counted: str) -> str:
    """Say of a file without groups that nothing comes of it yet, beside what is to be put right."""
    from queries.without_groups import NO_GROUPS

    if loaded.structure.groups:
        return counted
    return NO_GROUPS if loaded.is_whole else f"{counted} {NO_GROUPS}"


def _show_document(loaded: Loaded, file: Path) -> None:
    """Show what a document holds, with the remarks beside it."""
    from answerable.told import remarks
    from viz.contents_paper import contents_paper

    remark(remarks(loaded, file))
    show_paper(contents_paper(loaded.structure))
