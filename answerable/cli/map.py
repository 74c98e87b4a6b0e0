"""`answerable map`: the picture of who answers to whom."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from answerable.cli.output import remark, show
from answerable.cli.outputs import outputs_option, split
from answerable.cli.reading import (
    AsOfOption,
    EvidenceOption,
    FileArgument,
    MatrixOption,
    NamesOption,
    ProfileOption,
    audited,
    read,
    wrong_options,
)
from answerable.writing import over_what_is_read, wrong_place


def map_(
    file: FileArgument,
    output: Annotated[
        list[Path] | None,
        outputs_option(
            "Where the map goes: a .html page or an .svg picture; - is standard output, which gets the page. May "
            "be given several times. [default: map.html]"
        ),
    ] = None,
    as_of: AsOfOption = None,
    profile: ProfileOption = None,
    evidence: EvidenceOption = "asserted",
    names: NamesOption = False,
    findings: Annotated[
        bool, typer.Option("--findings", help="Number the findings on an .svg picture and list them below it.")
    ] = False,
    matrix: MatrixOption = False,
) -> None:
    """Draw who answers to whom.

    The map shows a structure and what an audit found: one page that needs no network, or a picture for A4.
    """
    from answerable.drawing import draw, page
    from queries.without_groups import NO_GROUPS

    pictures, on_screen = split(output or (Path("map.html"),))
    wrong = [*wrong_options(as_of, profile, evidence), *over_what_is_read(pictures, profile, what="map")]
    wrong += [fault for picture in pictures for fault in _wrong_output(picture, file)]
    structure = read(file, wrong, matrix=matrix)
    from answerable.asking import settled

    report = audited(structure, settled(structure, as_of=as_of, profile=profile, evidence=evidence))
    draw(structure, report, *pictures, names=names, findings=findings)
    if on_screen:
        show(page(structure, report, names=names))
    remark([f"Written: {picture}" for picture in pictures] + [one for one in report.remarks if one == NO_GROUPS])


def _wrong_output(picture: Path, reads: Path) -> tuple[str, ...]:
    from answerable.drawing import wrong_picture

    return wrong_place(picture, reads, "map") or wrong_picture(picture)
