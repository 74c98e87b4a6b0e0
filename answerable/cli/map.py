"""`answerable map`: the picture of who answers to whom."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from answerable.cli.output import show
from answerable.cli.reading import (
    AsOfOption,
    EvidenceOption,
    FileArgument,
    NamesOption,
    ProfileOption,
    audited,
    read,
    wrong_options,
)


def map_(
    file: FileArgument,
    output: Annotated[
        list[Path] | None,
        typer.Option(
            "--output",
            "-o",
            metavar="PATH",
            help="Where the map goes: a .html page or an .svg picture. May be given several times. [default: map.html]",
        ),
    ] = None,
    as_of: AsOfOption = None,
    profile: ProfileOption = None,
    evidence: EvidenceOption = "asserted",
    names: NamesOption = False,
    findings: Annotated[
        bool, typer.Option("--findings", help="Number the findings on an .svg picture and list them below it.")
    ] = False,
) -> None:
    """Draw who answers to whom.

    The map shows a structure and what an audit found: one page that needs no network, or a picture for A4.
    """
    from answerable.drawing import draw, wrong_picture

    pictures = output or [Path("map.html")]
    wrong = wrong_options(as_of, profile, evidence)
    structure = read(file, [*wrong, *(fault for picture in pictures for fault in wrong_picture(picture))])
    from answerable.asking import settled

    report = audited(structure, settled(structure, as_of=as_of, profile=profile, evidence=evidence))
    draw(structure, report, *pictures, names=names, findings=findings)
    show("".join(f"Written: {picture}\n" for picture in pictures))
