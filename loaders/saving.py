"""A structure into a file, or a folder of tables: whole or not at all."""

from __future__ import annotations

import json
import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graphmodel.place import Location, Problem
from loaders.problems import SaveError
from loaders.registry import FORMATS, YAML, format_of_name
from loaders.wording import one_of, quoted
from loaders.yaml_writer import as_yaml

if TYPE_CHECKING:
    from graphmodel.structure import Structure

WORKBOOK = ".xlsx"
LOSSLESS = one_of((*(suffix for form in FORMATS for suffix in form.suffixes), WORKBOOK))
"""The suffixes of the forms that keep everything, as a sentence names them."""


def save(structure: Structure, path: str | os.PathLike[str]) -> None:
    """Write a structure without loss: as YAML, JSON, a workbook or a folder of CSV files, by its name.

    A name without a suffix, or with a slash at its end, is that of a folder. Comments of a file written by hand are not
    kept. A file is replaced in one step when all of it is on the disk; whoever reads meanwhile sees the old one or the
    new one. Raises SaveError, with the old file as it was, when it cannot be written or the suffix names no format.
    """
    file = os.fspath(path)
    form = format_of_name(path)
    if is_folder(file):
        _into_folder(structure, file)
    elif form is not None:
        write_text(file, structure_as_yaml(structure) if form is YAML else structure_as_json(structure))
    elif Path(file).suffix.casefold() == WORKBOOK:
        from loaders.workbook.writing import workbook  # noqa: PLC0415  only who writes a workbook pays for it

        write_bytes(file, workbook(structure))
    else:
        what = "The file's name does not say in which format to write."
        raise SaveError([Problem(Location(file), what, f"Let it end in {LOSSLESS}, or name a folder for CSV files.")])


def is_folder(path: str) -> bool:
    """Tell whether a path is that of a folder: one that is there, or a name without a suffix or with a slash."""
    return path.endswith(("/", os.sep)) or not Path(path).suffix or Path(path).is_dir()


def is_lossless(path: str) -> bool:
    """Tell whether `save` can write what a path names."""
    return is_folder(path) or format_of_name(path) is not None or Path(path).suffix.casefold() == WORKBOOK


def structure_as_yaml(structure: Structure) -> str:
    """Write a structure as the YAML document that ``load`` reads back the same; defaults are left out."""
    return as_yaml(_tidied(structure.document()))


def structure_as_json(structure: Structure) -> str:
    """Write a structure as JSON, two spaces an indentation; as ``structure_as_yaml``."""
    return json.dumps(_tidied(structure.document()), ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def write_text(file: str, text: str) -> None:
    """Put a text into a file, in UTF-8, as ``write_bytes`` does."""
    write_bytes(file, text.encode("utf-8"))


def write_bytes(file: str, content: bytes) -> None:
    """Put bytes into a file in one step, following links and keeping the rights of a file there is.

    What is no regular file, such as a pipe, is written to as it stands. Raises SaveError.
    """
    target = Path(os.path.realpath(file))
    try:
        if target.exists() and not target.is_file() and not target.is_dir():
            target.write_bytes(content)
        else:
            _replaced(target, content)
    except OSError as error:
        raise SaveError([_problem(file, target, error)]) from None


def _into_folder(structure: Structure, folder: str) -> None:
    from loaders.exchange.folder import strangers, write_folder  # noqa: PLC0415  only who writes tables pays for them

    others = strangers(folder)
    if others:
        what = f"The folder holds {quoted(others[0])}, which would be read together with what is written."
        raise SaveError([Problem(Location(folder), what, "Name a folder of its own.")])
    target = Path(os.path.realpath(folder))
    if target.exists() and not target.is_dir():
        raise SaveError([Problem(Location(folder), "This is a file, not a folder.", "Choose another name.")])
    try:
        write_folder(structure, folder)
    except OSError as error:
        raise SaveError([_problem(folder, target, error)]) from None


def _replaced(target: Path, content: bytes) -> None:
    if target.is_dir():
        raise IsADirectoryError
    descriptor, beside = tempfile.mkstemp(prefix=f".{target.name[:40]}.", dir=target.parent)
    try:
        with open(descriptor, "wb") as stream:  # noqa: PTH123  there is no path yet
            stream.write(content)
            stream.flush()
            os.fsync(descriptor)
        Path(beside).chmod(_rights(target))
        Path(beside).replace(target)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise


def _rights(target: Path) -> int:
    """Give the rights of the file, or those that any new file gets; a temporary one is its owner's alone."""
    if target.exists():
        return target.stat().st_mode & 0o7777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _problem(file: str, target: Path, error: OSError) -> Problem:
    where = Location(file)
    if isinstance(error, IsADirectoryError):
        return Problem(where, "This is a folder, not a file.", "Name a file in it.")
    if isinstance(error, FileNotFoundError):
        return Problem(where, f"There is no folder `{target.parent}`.", "Make it first.")
    if isinstance(error, PermissionError):
        return Problem(where, "You may not write here.", "Choose a folder of your own.")
    return Problem(where, f"The file cannot be written: {error.strerror or error}.", "Nothing was changed.")


def _tidied(value: Any, key: str = "") -> Any:
    """Write whole numbers without a point, ``per_year: 12``, but for the value of a claim, which is as it was given."""
    if isinstance(value, dict):
        return {name: _tidied(item, name) for name, item in value.items()}
    if isinstance(value, list):
        return [_tidied(item) for item in value]
    return int(value) if isinstance(value, float) and key != "value" and value.is_integer() else value
