"""`answerable statement`: who accounts to whom, in prose."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from answerable.cli.output import show_paper
from answerable.cli.outputs import outputs_option, split, write_all
from answerable.cli.reading import (
    AsOfOption,
    EvidenceOption,
    FileArgument,
    NamesOption,
    read_with_places,
    wrong_options,
)
from answerable.writing import STANDARD_OUTPUT


def statement(
    file: FileArgument,
    output: Annotated[
        list[Path] | None,
        outputs_option(
            "Where the statement goes: .docx, .html, .md or .txt; - is standard output. May be given several "
            "times. [default: -]"
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

    files, on_screen = split(output or (Path(STANDARD_OUTPUT),))
    wrong = wrong_options(as_of, None, evidence)
    loaded = read_with_places(
        file, [*wrong, *(fault for path in files for fault in wrong_paper(path, file, "statement"))]
    )
    from answerable import __version__
    from answerable.asking import settled
    from answerable.told import headed, notice
    from viz.statement.paper import statement_paper

    structure = loaded.structure
    asked = settled(structure, as_of=as_of, evidence=evidence)
    paper = statement_paper(structure, asked.as_of, asked.evidence, names=names, author=f"answerable {__version__}")
    paper = headed(paper, notice(loaded, "statement"))
    write_all((path, paper_as(path.suffix.casefold(), paper)) for path in files)
    if on_screen:
        show_paper(paper)
