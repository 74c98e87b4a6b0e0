"""`answerable tor`: draft terms of reference of a group, from what is known of it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from answerable.cli.output import remark, show_paper
from answerable.cli.outputs import file_of
from answerable.cli.reading import AsOfOption, FileArgument, NamesOption, read_with_places

DEPTHS = ("light", "standard", "full")


def tor(
    file: FileArgument,
    group: Annotated[str, typer.Argument(metavar="GROUP", help="The group, by id, name or alias.", show_default=False)],
    depth: Annotated[
        str | None,
        typer.Option(
            "--depth",
            metavar="DEPTH",
            help="How much is said: light, standard or full. [default: full where the group decides money or carries "
            "out a duty in law, light for a small task group, else the profile's]",
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="PATH",
            readable=False,
            help="Where the draft goes: .docx, .html, .md or .txt; - is standard output. [default: -]",
        ),
    ] = None,
    as_of: AsOfOption = None,
    names: NamesOption = False,
    notes: Annotated[
        bool, typer.Option("--notes/--no-notes", help="Say below each heading why it is there, and on what grounds.")
    ] = True,
) -> None:
    """Draft terms of reference for a group.

    What is known is filled in, with how firmly; what is not stands in square brackets, and again in a list of what has
    still to be agreed, with who could say.
    """
    from answerable import __version__
    from answerable.asking import settled, wrong_choice, wrong_day
    from answerable.groups import group_called
    from answerable.papers import paper_as, wrong_paper
    from answerable.told import headed, notice
    from answerable.writing import write
    from queries.profile import Depth
    from viz.terms.paper import Options, terms_paper

    target = file_of(output)
    wrong = [*wrong_day(as_of), *(wrong_choice("--depth", depth, DEPTHS) if depth else ())]
    loaded = read_with_places(file, [*wrong, *wrong_paper(target, file, "draft")])
    structure = loaded.structure
    meant = group_called(structure, group)
    asked = settled(structure, as_of=as_of)
    chosen = Depth(depth) if depth else None
    author = f"answerable {__version__}"
    options = Options(asked.as_of, chosen, asked.profile.depth, names=names, notes=notes, author=author)
    paper = headed(terms_paper(structure, meant, options), notice(loaded, "draft"))
    if target is None:
        show_paper(paper)
    else:
        write(target, paper_as(target.suffix.casefold(), paper))
        remark([f"Written: {target}"])
