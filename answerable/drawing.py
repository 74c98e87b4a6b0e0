"""Pictures into files: which picture a file's name asks for."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from answerable.errors import InputError
from answerable.writing import write

if TYPE_CHECKING:
    from graphmodel.structure import Structure
    from queries.findings.report import Report

SUFFIXES = (".html", ".svg")


def draw(
    structure: Structure,
    report: Report,
    *paths: str | os.PathLike[str],
    names: bool = False,
    findings: bool = False,
) -> None:
    """Draw a structure into files. `findings` numbers them on the picture and lists them; a page always shows them.

    Raises InputError, and where a file's name is wrong before anything is written.
    """
    wrong = [fault for path in paths for fault in wrong_picture(path)]
    if wrong:
        raise InputError("\n".join(wrong))
    from viz.map.maps import map_svg

    for path in paths:
        if _suffix(path) == ".html":
            write(path, page(structure, report, names=names))
        else:
            write(path, map_svg(structure, report, names=names, findings=findings))


def page(structure: Structure, report: Report, *, names: bool = False) -> str:
    """Draw a structure as the text of a page."""
    from viz.map.maps import map_html

    return map_html(structure, report, names=names)


def wrong_picture(path: str | os.PathLike[str]) -> tuple[str, ...]:
    """Say what is wrong with the name of a picture's file, if anything."""
    if _suffix(path) in SUFFIXES:
        return ()
    return (f"`{os.fspath(path)}`: a map is drawn as .html (a page) or .svg (a picture). Let the name end in one.",)


def _suffix(path: str | os.PathLike[str]) -> str:
    return Path(path).suffix.casefold()
