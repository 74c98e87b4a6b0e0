"""`answerable depends`: what breaks if one post, body, group or person is not there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from answerable.cli.output import show_paper
from answerable.cli.outputs import outputs_option, split, write_all
from answerable.cli.reading import (
    AsOfOption,
    EvidenceOption,
    FileArgument,
    NamesOption,
    ProfileOption,
    read_with_places,
    wrong_options,
)
from answerable.papers import PAPER_ENDINGS, choice_of, paper_as
from answerable.writing import STANDARD_OUTPUT, wrong_place

if TYPE_CHECKING:
    from viz.paper import Paper

DATA = ".json"


def depends(
    file: FileArgument,
    who: Annotated[
        str,
        typer.Argument(metavar="NAME", help="A post, body, group or person, by id, name or alias.", show_default=False),
    ],
    output: Annotated[
        list[Path] | None,
        outputs_option(
            "Where it goes: .docx, .html, .md or .txt to read, .json for all of it with ids; - is standard output. May "
            "be given several times. [default: -]"
        ),
    ] = None,
    as_of: AsOfOption = None,
    profile: ProfileOption = None,
    evidence: EvidenceOption = "asserted",
    names: NamesOption = False,
) -> None:
    """Say what hangs on one post, body, group or person.

    Groups left without a chair, a member, staff or anybody to answer to, chains that reach no end any more, plans that
    nobody owns, groups that nobody else ties together: with the facts. Of a body, the posts in it go too. Of a person,
    the posts that nobody else is known to hold are left empty.

    answerable depends area.yaml "SMAT co-ordinator"
    """
    files, on_screen = split(output or (Path(STANDARD_OUTPUT),))
    wrong = [*wrong_options(as_of, profile, evidence)]
    wrong += [fault for path in files for fault in _wrong_output(path, file)]
    loaded = read_with_places(file, wrong)
    from answerable import __version__
    from answerable.asking import settled
    from answerable.hanging import as_json
    from answerable.told import headed, notice
    from answerable.what_if import hanging_on
    from viz.whatif.depends_paper import depends_paper

    structure = loaded.structure
    asked = settled(structure, as_of=as_of, profile=profile, evidence=evidence)
    found = hanging_on(structure, who, asked)
    paper = depends_paper(structure, found, names=names, author=f"answerable {__version__}")
    paper = headed(paper, notice(loaded, "paper"))
    write_all((path, _as(path, paper, partial(as_json, structure, found, names=names))) for path in files)
    if on_screen:
        show_paper(paper)


def _as(path: Path, paper: Paper, data: Callable[[], str]) -> str | bytes:
    ending = path.suffix.casefold()
    return data() if ending == DATA else paper_as(ending, paper)


def _wrong_output(path: Path, file: Path) -> Iterator[str]:
    if wrong := wrong_place(path, file, "paper"):
        yield from wrong
    elif path.suffix.casefold() not in (*PAPER_ENDINGS, DATA):
        yield f"`{path}`: the paper is written as {choice_of((*PAPER_ENDINGS, DATA))}. Let the name end in one of them."
