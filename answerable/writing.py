"""Results into files: whole or not at all, and in one sentence where it cannot be done."""

from __future__ import annotations

import os
from collections.abc import Iterable
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
    """Say why an output may not go there, if so: nothing can be written there, or it is the file that is read."""
    return _wrong_folder(output) or _over(output, reads, what)


def over_what_is_read(
    outputs: Iterable[Path | None], profile: str | os.PathLike[str] | None, *reads: Path | None, what: str
) -> list[str]:
    """Say which outputs would overwrite what is read beside the structure: a profile, what it extends, other files."""
    from answerable.profile_file import files_of

    files = [*files_of(profile), *(file for file in reads if file is not None)]
    found = [output for output in outputs if output is not None and not output.is_dir()]
    return list(dict.fromkeys(wrong for output in found for file in files for wrong in _over(output, file, what)))


def _wrong_folder(output: Path) -> tuple[str, ...]:
    """Say beforehand why no file can be written there, so that of several outputs none is written."""
    target = Path(os.path.realpath(output))
    if target.is_dir():
        return (f"{output}: This is a folder, not a file. Name a file in it.",)
    if target.exists() and not target.is_file():  # a pipe or a device: it is written to as it stands
        return ()
    if not target.parent.is_dir():
        return (f"{output}: There is no folder `{target.parent}`. Make it first.",)
    if not os.access(target.parent, os.W_OK):
        return (f"{output}: You may not write here. Choose a folder of your own.",)
    return ()


def _over(output: Path, reads: Path, what: str) -> tuple[str, ...]:
    """Say that an output is the file that is read, be it through a link."""
    if _same(output, reads):
        return (f"`{output}` is the file that is read. Choose another name for the {what}.",)
    return ()


def _same(one: Path, other: Path) -> bool:
    try:
        return one.is_file() and one.samefile(other)
    except OSError:  # one of them is not there
        return False
