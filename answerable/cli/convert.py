"""`answerable convert`: a structure from one form into another."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from answerable.cli.output import remark
from answerable.cli.reading import read
from answerable.writing import wrong_place


def convert(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="IN",
            help="What is read: a document (.yaml, .json, also Popolo), a workbook, slides, or a folder of CSV files.",
            show_default=False,
            readable=False,
        ),
    ],
    output: Annotated[
        str,
        typer.Argument(
            metavar="OUT",
            help="What is written, by its name: .yaml, .json, .xlsx, or a folder of CSV files (no suffix); for other "
            "programs .graphml, .edges.csv (with .nodes.csv beside it) or .jsonld (W3C ORG).",
            show_default=False,
        ),
    ],
    names: Annotated[bool, typer.Option("--names", help="Keep the names of persons in forms for others.")] = False,
) -> None:
    """Turn a structure from one form into another.

    YAML, JSON, workbooks and folders of CSV files hold everything, names of persons too, and each can be turned into
    each. The forms for other programs hold the graph: names of persons only with --names, and what else is left out is
    told. Of a folder that is there, only the tables are replaced.
    """
    from answerable.saving import left_out, save, wrong_form

    structure = read(file, [*wrong_form(output), *_wrong_places(output, file)])
    written = save(structure, output, names=names)
    remark(f"Written: {path}" for path in written)
    remark(left_out(structure, output, names=names))


def _wrong_places(output: str, reads: Path) -> tuple[str, ...]:
    from loaders.exchange.targets import files_of, form_of
    from loaders.saving import is_folder

    if not output.strip():  # that is told as the name that it is
        return ()
    form = form_of(output)
    if form is None and is_folder(output):
        return _wrong_folder(output, reads)
    files = [output] if form is None else files_of(form, output)
    return tuple(dict.fromkeys(wrong for one in files for wrong in wrong_place(Path(one), reads, "result")))


def _wrong_folder(output: str, reads: Path) -> tuple[str, ...]:
    from loaders.csv_folder import SUFFIXES

    target, source = Path(os.path.realpath(output)), Path(os.path.realpath(reads))
    if source == target or (source.parent == target and source.suffix.casefold() in SUFFIXES):
        return (f"`{output}` is what is read. Choose another name for the result.",)
    if target.exists() and not target.is_dir():
        return (f"{output}: This is a file, not a folder. Choose another name.",)
    if not target.parent.is_dir():
        return (f"{output}: There is no folder `{target.parent}`. Make it first.",)
    return ()
