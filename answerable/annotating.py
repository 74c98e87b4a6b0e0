"""A copy of somebody's own workbook with remarks in it: where it may go, and what is said of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from answerable.errors import InputError
from answerable.told import summary
from answerable.writing import wrong_place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from loaders.structures import Loaded

SUFFIX = ".xlsx"

_HOW = (
    "Put things right in your own file, and check it again; this is a copy to read. "
    "A thick red frame: to be put right. A dashed frame: read as the remark says. Each comment stands at its cell."
)


def wrong_copy(output: Path | None, reads: Path) -> tuple[str, ...]:
    """Say what is wrong with where a copy is to go, if anything."""
    if output is None:
        return ()
    if wrong := wrong_place(output, reads, "copy"):
        return wrong
    if output.suffix.casefold() != SUFFIX:
        return (f"`{output}`: the copy is a workbook. Let the name end in {SUFFIX}.",)
    return ()


def annotate(loaded: Loaded, file: Path, output: Path) -> Iterator[str]:
    """Write the copy, and yield what is to be said of it. Raises InputError where nothing can be annotated."""
    from loaders.problems import LoadError
    from loaders.workbook.annotate import annotated

    if not loaded.sheets:
        raise InputError(
            f"{file}: Only tables can be annotated: a workbook, a CSV file or a folder of them. What is to be said of "
            "this file is told above."
        )
    try:
        copy = annotated(file, loaded.problems, (summary(loaded.problems), _HOW))
    except LoadError as error:
        raise InputError(str(error)) from error
    from answerable.writing import write

    write(output, copy.content)
    yield from (f"answerable: {remark}" for remark in copy.remarks)
    yield f"Written: {output}"
