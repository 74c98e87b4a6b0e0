"""`answerable burden`: what seats on groups ask of bodies, posts and people."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from answerable.cli.output import remark, show_paper
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
from answerable.errors import InputError
from answerable.writing import STANDARD_OUTPUT, over_what_is_read

if TYPE_CHECKING:
    from graphmodel.structure import Structure
    from queries.burden.results import Burden


def burden(
    file: FileArgument,
    body: Annotated[
        list[str] | None,
        typer.Option(
            "--body",
            metavar="NAME",
            help="Tell what is asked of one body, on a page of its own: its id, its name or another name of it. May be "
            "given several times.",
        ),
    ] = None,
    intervals: Annotated[
        bool,
        typer.Option(
            "--intervals",
            help="Tell hours between two bounds too, with what the profile takes for the least and the most where how "
            "often or how long groups meet is not evidenced.",
        ),
    ] = False,
    assume: Annotated[
        Path | None,
        typer.Option(
            "--assume",
            metavar="PATH",
            help="A file of assumptions (.yaml, .json): rhythms and seats that no source gives. What rests on one is "
            "told as conditional.",
            readable=False,
        ),
    ] = None,
    figure: Annotated[
        str | None,
        typer.Option(
            "--figure",
            metavar="FIGURE",
            help="Which figure .svg, .png and .pdf hold: groups (bodies by groups, ordered so that shared groups stand "
            "together) or hours (hours by body). [default: groups; both in a .pdf]",
        ),
    ] = None,
    output: Annotated[
        list[Path] | None,
        outputs_option(
            "Where it goes: .docx, .html, .md or .txt (a paper), .xlsx (a workbook), .json (for programs), .svg, .png "
            "or .pdf (figures); - is standard output. May be given several times. [default: -]"
        ),
    ] = None,
    as_of: AsOfOption = None,
    profile: ProfileOption = None,
    evidence: EvidenceOption = "asserted",
    names: NamesOption = False,
) -> None:
    """Say what seats on groups ask of bodies, posts and people.

    Seats, meetings and hours a year, as far as they are evidenced and never filled in; which groups share bodies, and
    the hours spent on both; how evenly hours and chairs are spread; who alone ties groups together; and reports written
    in a year. "At least" says that something is not known, and for how many seats.
    """
    from answerable.burden_files import FIGURES, Told, contents, no_picture, paper, wrong_file

    files, on_screen = split(output or (Path(STANDARD_OUTPUT),))
    wrong = [
        *wrong_options(as_of, profile, evidence),
        *_wrong_figure(figure, FIGURES),
        *no_picture(figure, files),
        *(fault for path in files for fault in wrong_file(path, file, pages=bool(body))),
        *over_what_is_read(files, profile, assume, what="burden"),
    ]
    loaded = read_with_places(file, wrong)
    from answerable import __version__
    from answerable.asking import settled
    from answerable.burdening import burden_of, remarks_on
    from answerable.told import notice

    structure = loaded.structure
    asked = settled(structure, as_of=as_of, profile=profile, evidence=evidence)
    found = burden_of(structure, asked, assume=assume, intervals=intervals)
    bodies = _bodies(body or (), structure, found)
    remark(f"answerable: warning: {one}" for one in remarks_on(structure, assume))
    author = f"answerable {__version__}"
    told = Told(found, structure, author, names, bodies, figure or "", notice(loaded, "burden"), asked.profile.id)
    write_all(content for path in files for content in contents(path, told))
    if on_screen:
        show_paper(paper(told))


def _wrong_figure(figure: str | None, figures: Iterable[str]) -> tuple[str, ...]:
    from answerable.asking import wrong_choice

    return wrong_choice("The figure", figure, figures) if figure is not None else ()


def _bodies(called: Iterable[str], structure: Structure, found: Burden) -> tuple[str, ...]:
    """Return the ids of bodies that are asked for. Raises InputError with all that are not there, or have no seat."""
    from answerable.meant import Meant

    meant = Meant(structure)
    ids = tuple(dict.fromkeys(meant.meant(name, ("body", "group")) for name in called))
    told = {one.who for one in found.bodies}
    seatless = [id_ for id_ in ids if id_ in meant.types and id_ not in told]
    wrong = [*meant.wrong, *(f"No seat of {meant.name(id_)} on a group is known at this day." for id_ in seatless)]
    if wrong:
        raise InputError("\n".join(wrong))
    return ids
