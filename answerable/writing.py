"""Results into files: whole or not at all, and in one sentence where it cannot be done."""

from __future__ import annotations

import os
from pathlib import Path

from answerable.errors import InputError

STANDARD_OUTPUT = "-"
"""The name of an output that is no file."""


def write(path: str | os.PathLike[str], content: str | bytes) -> None:
    """Write bytes, or a text in UTF-8, in one step. Raises InputError, with the old file as it was."""
    from loaders.problems import SaveError
    from loaders.saving import write_bytes

    try:
        write_bytes(os.fspath(path), content.encode("utf-8") if isinstance(content, str) else content)
    except SaveError as error:
        raise InputError(str(error)) from error


def wrong_place(output: Path, reads: Path, what: str) -> tuple[str, ...]:
    """Say why an output may not go there, if so: it is a folder, or the file that is read, be it through a link."""
    if output.is_dir():
        return (f"{output}: This is a folder, not a file. Name a file in it.",)
    if _same(output, reads):
        return (f"`{output}` is the file that is read. Choose another name for the {what}.",)
    return ()


def _same(one: Path, other: Path) -> bool:
    try:
        return one.is_file() and one.samefile(other)
    except OSError:  # one of them is not there
        return False
