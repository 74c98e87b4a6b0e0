"""Results into files: whole or not at all, and in one sentence where it cannot be done."""

from __future__ import annotations

import os

from answerable.errors import InputError


def write(path: str | os.PathLike[str], text: str) -> None:
    """Write a text in UTF-8, in one step. Raises InputError, with the old file as it was."""
    from loaders.problems import SaveError
    from loaders.saving import write_text

    try:
        write_text(os.fspath(path), text)
    except SaveError as error:
        raise InputError(str(error)) from error
