"""`answerable compare`: several structures side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Annotated

import typer

from answerable.cli.output import show_paper
from answerable.cli.outputs import outputs_option, split, write_all
from answerable.cli.reading import NamesOption, read_all, wrong_options
from answerable.papers import choice_of
from answerable.writing import STANDARD_OUTPUT, over_what_is_read, wrong_place


def compare(
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE...",
            help="Two or more partnerships: each a workbook (.xlsx, .xls, .ods), a folder of CSV files, slides "
            "(.pptx), or a document (.yaml, .json).",
            show_default=False,
            readable=False,
        ),
    ],
    output: Annotated[
        list[Path] | None,
        outputs_option(
            "Where the comparison goes. To read: .docx, .html, .md or .txt. As one figure of two to six partnerships: "
            ".pdf, .svg or .png. As data: .csv (a row for each figure), .json, .graphml (one graph of all), and .yaml "
            "(who plays which part, to be edited for --parts). - is standard output. May be given several times. "
            "[default: -]"
        ),
    ] = None,
    as_of: Annotated[
        str | None,
        typer.Option(
            "--as-of", metavar="DATE", help="The day that is asked about, in all files. [default: each file's own]"
        ),
    ] = None,
    profile: Annotated[
        str | None,
        typer.Option(
            "--profile",
            metavar="PROFILE",
            help="By which rules lines, terms of reference and chairs are asked for, in all files alike. [default: the "
            "one that all files name, else governance]",
        ),
    ] = None,
    evidence: Annotated[
        str,
        typer.Option(
            "--evidence",
            metavar="LEVEL",
            help="How weak a fact may be and still be drawn in a figure: stated, inferred or asserted. It changes "
            "figures alone (.pdf, .png, .svg, and those in .docx and .html): tables and data have all three levels.",
        ),
    ] = "asserted",
    parts: Annotated[
        Path | None,
        typer.Option(
            "--parts",
            metavar="FILE",
            help="Who plays which part in which partnership, .yaml or .json. What it says counts before what would be "
            "proposed; -o parts.yaml writes a proposal to begin with.",
            readable=False,
        ),
    ] = None,
    panels: Annotated[bool, typer.Option("--panels", help="Leave the table of figures out of a drawn figure.")] = False,
    names: NamesOption = False,
) -> None:
    """Put several partnerships side by side.

    What each measures at every level of evidence and which conclusions depend on it, in what shape they came together,
    patterns such as dual reporting, and who plays the same part where. How much was written stands beside every figure.
    """
    outputs, on_screen = split(output or (Path(STANDARD_OUTPUT),))
    wrong = [
        *wrong_options(as_of, profile, evidence),
        *over_what_is_read(outputs, profile, parts, what="comparison"),
        *(fault for path in outputs for fault in _wrong_output(path, files)),
        *_too_many(outputs, files),
    ]
    loaded = read_all(files, wrong)
    from answerable.comparing import compared_for_readers
    from answerable.comparison_files import ComparisonFiles
    from answerable.told import notices
    from graphmodel.evidence import EvidenceLevel

    structures, comparison = compared_for_readers(
        [one.structure for one in loaded], as_of=as_of, profile=profile, parts=parts, names=names
    )
    told = notices(files, loaded, "comparison")
    files_of = ComparisonFiles(structures, comparison, EvidenceLevel(evidence), names=names, panels=panels, notice=told)
    write_all((path, files_of.of(path.suffix.casefold())) for path in outputs)
    if on_screen:
        show_paper(files_of.paper())


def _wrong_output(path: Path, files: Iterable[Path]) -> Iterator[str]:
    for file in files:
        if wrong := wrong_place(path, file, "comparison"):
            yield from wrong
            return
    from answerable.comparison_files import ENDINGS

    if path.suffix.casefold() not in ENDINGS:
        yield f"`{path}`: the comparison is written as {choice_of(ENDINGS)}. Let the name end in one of them."


def _too_many(outputs: Iterable[Path], files: Sequence[Path]) -> Iterator[str]:
    from answerable.comparison_files import FIGURES
    from viz.comparison.multiples import MOST_PANELS

    if len(files) > MOST_PANELS:
        drawn = [path for path in outputs if path.suffix.casefold() in FIGURES]
        yield from (f"`{path}`: a figure has room for {MOST_PANELS} partnerships, not {len(files)}." for path in drawn)
