"""A structure into a file of any form: without loss, or for other programs and without names of persons."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from answerable.errors import InputError

if TYPE_CHECKING:
    from graphmodel.structure import Structure


def save(structure: Structure, path: str | os.PathLike[str], *, names: bool = False) -> tuple[str, ...]:
    """Write a structure in the form that a name asks for, and return the files or the folder written.

    Raises InputError, with what was there as it was; should that ever fail, it says what lies where.
    """
    from loaders.exchange.targets import contents, form_of
    from loaders.problems import SaveError
    from loaders.saving import save as save_whole
    from loaders.saving import write_files

    wanted = os.fspath(path)
    form = form_of(wanted)
    wrong = wrong_form(wanted)
    if wrong:
        raise InputError("\n".join(wrong))
    try:
        if form is None:
            save_whole(structure, wanted)
            return (wanted,)
        from answerable.without_names import without_names

        made = tuple(contents(structure if names else without_names(structure), form, wanted))
        write_files(made)
    except SaveError as error:
        raise InputError(str(error)) from error
    return tuple(file for file, _ in made)


def wrong_form(path: str) -> tuple[str, ...]:
    """Say that a name asks for no form that is written, if so."""
    from loaders.exchange.targets import ENDINGS, form_of
    from loaders.saving import LET_IT_END, LOSSLESS, NO_NAME, is_lossless
    from loaders.wording import one_of

    if not path.strip():
        return (f"{NO_NAME} {LET_IT_END}",)
    if form_of(path) is not None or is_lossless(path):
        return ()
    if path.casefold().endswith(".csv"):
        remedy = "Tables are a folder of CSV files: name it without a suffix. Lists end in .nodes.csv or .edges.csv."
        return (f"{path}: One CSV file holds one table and no structure. {remedy}",)
    whole = f"Let it end in {LOSSLESS}, or name a folder for CSV files; {one_of(ENDINGS)} are for other programs."
    return (f"{path}: The file's name does not say in which format to write. {whole}",)


def left_out(structure: Structure, path: str, *, names: bool = False) -> tuple[str, ...]:
    """Say in sentences what a file does not hold of a structure, or that it holds names of persons."""
    from loaders.exchange.targets import form_of

    form = form_of(path)
    if form is None:
        return ("Names of persons are in it.",) if structure.people else ()
    said = [f"Left out, as {form.name} has no place for it: {form.left_out}."]
    if structure.people:
        said.append("Names of persons are in it." if names else "Names of persons are left out; --names keeps them.")
    return tuple(said)
