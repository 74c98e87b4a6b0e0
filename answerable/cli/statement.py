"""`answerable statement`: who accounts to whom, in prose."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from answerable.cli.output import remark, show_paper
from answerable.cli.reading import AsOfOption, EvidenceOption, FileArgument, NamesOption, read, wrong_options
from answerable.writing import STANDARD_OUTPUT


def statement(
    file: FileArgument,
    output: Annotated[
        list[Path] | None,
        typer.Option(
            "--output",
            "-o",
            metavar="PATH",
            readable=False,
            help="Where the statement goes: .docx, .html, .md or .txt; - is standard output. May be given several "
            "times. [default: -]",
        ),
    ] = None,
    as_of: AsOfOption = None,
    evidence: EvidenceOption = "asserted",
    names: NamesOption = False,
) -> None:
    """Say in prose who accounts to whom.

    For what, how often, and on what evidence: group by group from the top down, with numbered notes. What is not
    evidenced is said once for each group.
    """
    from answerable.papers import paper_as, wrong_paper
    from answerable.writing import write

    given = output or [Path(STANDARD_OUTPUT)]
    files = [path for path in given if str(path) != STANDARD_OUTPUT]
    wrong = wrong_options(as_of, None, evidence)
    structure = read(file, [*wrong, *(fault for path in files for fault in wrong_paper(path, file, "statement"))])
    from answerable import __version__
    from answerable.asking import settled
    from viz.statement_paper import statement_paper

    asked = settled(structure, as_of=as_of, evidence=evidence)
    paper = statement_paper(structure, asked.as_of, asked.evidence, names=names, author=f"answerable {__version__}")
    for path in files:
        write(path, paper_as(path.suffix.casefold(), paper))
        remark([f"Written: {path}"])
    if len(files) < len(given):
        show_paper(paper)
