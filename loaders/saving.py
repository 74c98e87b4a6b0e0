"""A structure into a file, or a folder of tables: whole or not at all."""

from __future__ import annotations

import json
import os
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graphmodel.place import Location, Problem
from loaders.problems import SaveError
from loaders.registry import FORMATS, YAML, format_of_name
from loaders.replacing import HalfDoneError, exchange, rights_of
from loaders.wording import one_of, quoted
from loaders.yaml_writer import as_yaml

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graphmodel.structure import Structure

WORKBOOK = ".xlsx"
LOSSLESS = one_of((*(suffix for form in FORMATS for suffix in form.suffixes), WORKBOOK))
"""The suffixes of the forms that keep everything, as a sentence names them."""
LET_IT_END = f"Let it end in {LOSSLESS}, or name a folder for CSV files."
NO_NAME = "The result has no name."


def save(structure: Structure, path: str | os.PathLike[str]) -> None:
    """Write a structure without loss: as YAML, JSON, a workbook or a folder of CSV files, by its name.

    A name without a suffix, or with a slash at its end, is that of a folder. Comments of a file written by hand are not
    kept. A file is replaced in one step when all of it is on the disk; whoever reads meanwhile sees the old one or the
    new one. Raises SaveError, with the old file as it was, when it cannot be written or the suffix names no format.
    """
    file = os.fspath(path)
    form = format_of_name(path)
    if not file.strip():
        raise SaveError([Problem(Location('""'), NO_NAME, LET_IT_END)])
    if is_folder(file):
        _into_folder(structure, file)
    elif form is not None:
        write_text(file, structure_as_yaml(structure) if form is YAML else structure_as_json(structure))
    elif Path(file).suffix.casefold() == WORKBOOK:
        from loaders.workbook.writing import workbook  # noqa: PLC0415  only who writes a workbook pays for it

        write_bytes(file, workbook(structure))
    else:
        what = "The file's name does not say in which format to write."
        raise SaveError([Problem(Location(file), what, LET_IT_END)])


def is_folder(path: str) -> bool:
    """Tell whether a path is that of a folder: one that is there, or a name without a suffix or with a slash."""
    if not path.strip():
        return False
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
    write_files([(file, content)])


def write_files(files: Sequence[tuple[str, bytes]]) -> None:
    """Put bytes into files as ``write_bytes`` does: into all of them, or with a SaveError into none."""
    given = [(file, Path(os.path.realpath(file)), content) for file, content in files]
    new: dict[Path, Path] = {}
    file, target, content = given[0]
    try:
        for one in given:
            file, target, content = one
            if target.is_dir():
                raise IsADirectoryError
            if not target.exists() or target.is_file():
                new[target] = _beside(target, content)
        exchange(new)
        for one in given:
            file, target, content = one
            if target not in new:
                target.write_bytes(content)
    except OSError as error:
        raise SaveError([_problem(file, target, error)]) from None
    finally:
        for beside in new.values():
            with suppress(OSError):
                beside.unlink()


def _into_folder(structure: Structure, folder: str) -> None:
    from loaders.exchange.folder import no_files, strangers, write_folder  # noqa: PLC0415  only who writes tables pays for them

    others = strangers(folder)
    if others:
        what = f"The folder holds {quoted(others[0])}, which would be read together with what is written."
        raise SaveError([Problem(Location(folder), what, "Name a folder of its own.")])
    others = no_files(folder)
    if others:
        what = f"{quoted(others[0])} in it is no file, and is not replaced."
        raise SaveError([Problem(Location(folder), what, "Move it away, or name another folder.")])
    target = Path(os.path.realpath(folder))
    if target.exists() and not target.is_dir():
        raise SaveError([Problem(Location(folder), "This is a file, not a folder.", "Choose another name.")])
    try:
        write_folder(structure, folder)
    except OSError as error:
        raise SaveError([_problem(folder, target, error)]) from None


def _beside(target: Path, content: bytes) -> Path:
    """Write a file beside another, down to the disk, with its rights."""
    descriptor, name = tempfile.mkstemp(prefix=f".{target.name[:40]}.", dir=target.parent)
    beside = Path(name)
    try:
        with open(descriptor, "wb") as stream:  # noqa: PTH123  there is no path yet
            stream.write(content)
            stream.flush()
            os.fsync(descriptor)
        beside.chmod(rights_of(target))
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    return beside


def _problem(file: str, target: Path, error: OSError) -> Problem:
    where = Location(file)
    if isinstance(error, HalfDoneError):
        return Problem(where, f"Not all of it could be written. {error}", "All else is as it was.")
    held = Path(error.filename2 or error.filename or "")
    if isinstance(error, PermissionError) and held.is_file():
        what = f"{quoted(held.name)} cannot be replaced: it is open in another program, or it is not yours."
        return Problem(where, what, "Close it, or choose another name. Nothing was changed.")
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
