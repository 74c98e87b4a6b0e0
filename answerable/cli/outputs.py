"""Where results go: the option that may be given several times, and what is a file of what was given."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import typer

from answerable.cli.output import remark
from answerable.writing import STANDARD_OUTPUT


def outputs_option(told: str) -> Any:
    """Make the option that says where results go; `told` is its help."""
    return typer.Option("--output", "-o", metavar="PATH", readable=False, help=told)


def file_of(output: Path | None) -> Path | None:
    """Return the file that is meant; None for standard output."""
    return None if output is None or str(output) == STANDARD_OUTPUT else output


def split(output: Iterable[Path]) -> tuple[list[Path], bool]:
    """Return the files among outputs, and whether standard output is among them."""
    given = list(output)
    files = [path for path in given if file_of(path) is not None]
    return files, len(files) < len(given)


def write_all(contents: Iterable[tuple[Path, str | bytes]]) -> None:
    """Write files when all of them are made, and say so."""
    from answerable.writing import write

    for path, content in tuple(contents):
        write(path, content)
        remark([f"Written: {path}"])
