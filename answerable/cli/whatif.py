"""`answerable whatif`: what a proposed change would break, settle and save, and what has to be said first."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeAlias

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
from answerable.writing import STANDARD_OUTPUT

if TYPE_CHECKING:
    from graphmodel.structure import Structure
    from viz.paper import Paper

_Several: TypeAlias = list[str] | None


def whatif(
    file: FileArgument,
    merge: Annotated[
        _Several,
        typer.Option("--merge", metavar="GROUPS", help="Groups to be made into one, by id or name, with commas."),
    ] = None,
    into: Annotated[
        str | None,
        typer.Option("--into", metavar="GROUP", help="What they become: the id of a new group, or one that there is."),
    ] = None,
    name: Annotated[
        str | None,
        typer.Option("--name", metavar="NAME", help="What the new group is called. [default: by those it is made of]"),
    ] = None,
    rhythm: Annotated[
        str | None,
        typer.Option("--rhythm", metavar="WORDS", help='How often it meets and how long, such as "6/yr, 2h".'),
    ] = None,
    seats: Annotated[
        str | None,
        typer.Option(
            "--seats",
            metavar="RULE",
            help="keep-capacities: everybody has a seat who has one now; one-per-organisation: each body has one. "
            "[default: keep-capacities]",
        ),
    ] = None,
    chair: Annotated[
        str | None, typer.Option("--chair", metavar="NAME", help="Who chairs it. [default: it is asked]")
    ] = None,
    close: Annotated[
        _Several,
        typer.Option("--close", metavar="GROUP", help="A group that ends, one that is merged or any other."),
    ] = None,
    continues: Annotated[
        _Several,
        typer.Option(
            "--continues",
            metavar="GROUP[=WORDS]",
            help="A merged group that goes on; with words after the sign, with a narrower remit and so often: "
            '"gl.jcg=2/yr, 1h".',
        ),
    ] = None,
    keep: Annotated[
        _Several,
        typer.Option("--keep", metavar="GROUPS", help="Groups that go on as parts of the new one."),
    ] = None,
    move_line: Annotated[
        _Several, typer.Option("--move-line", metavar="LINE", help='A line that leads elsewhere: "a > b to c".')
    ] = None,
    add_line: Annotated[
        _Several,
        typer.Option(
            "--add-line",
            metavar="LINE",
            help='A new line: "a reports_to b", "a accountable_to b" or "a delegated_by b".',
        ),
    ] = None,
    remove_line: Annotated[
        _Several, typer.Option("--remove-line", metavar="LINE", help='A line that ends: "a > b".')
    ] = None,
    add_seat: Annotated[
        _Several, typer.Option("--add-seat", metavar="SEAT", help='A new seat: "a on g" or "a on g as chair".')
    ] = None,
    remove_seat: Annotated[
        _Several, typer.Option("--remove-seat", metavar="SEAT", help='A seat that ends: "a on g".')
    ] = None,
    change: Annotated[
        Path | None,
        typer.Option(
            "--change",
            metavar="PATH",
            readable=False,
            help="A file of the proposed change, .yaml or .json; options add to it.",
        ),
    ] = None,
    title: Annotated[str | None, typer.Option("--title", metavar="TEXT", help="What the proposal is called.")] = None,
    from_: Annotated[
        str | None,
        typer.Option("--from", metavar="DATE", help="The day it takes effect. [default: the day that is asked about]"),
    ] = None,
    assume: Annotated[
        Path | None,
        typer.Option(
            "--assume",
            metavar="PATH",
            readable=False,
            help="A file of assumptions for the hours; every figure that rests on one says so.",
        ),
    ] = None,
    output: Annotated[
        list[Path] | None,
        outputs_option(
            "Where it goes: the paper as .docx, .html, .md or .txt; a .yaml, .json or .xlsx takes the structure as it "
            "would be, not the paper. - is standard output. May be given several times. [default: -]"
        ),
    ] = None,
    as_of: AsOfOption = None,
    profile: ProfileOption = None,
    evidence: EvidenceOption = "asserted",
    names: NamesOption = False,
) -> None:
    """Say what a proposed change would do.

    What breaks, what is settled, who sits where, and what it costs or saves in hours: never more than is evidenced. Of
    every merged group it asks what becomes of it: --close it, or say that it --continues. Nothing is written into FILE.

    answerable whatif area.yaml --merge jcg,ypjcg --into joint --close jcg

    answerable whatif area.yaml --change proposal.yaml -o paper.docx

    answerable whatif area.yaml --move-line "Task group > Board to Executive"
    """
    from answerable import __version__
    from answerable.asking import settled, wrong_day
    from answerable.burdening import remarks_on
    from answerable.change_options import Options, change_from
    from answerable.proposing import read_change
    from answerable.told import headed, notice
    from answerable.what_if import would_be
    from viz.whatif.paper import whatif_paper

    options = Options(
        merge=merge or (), into=into, name=name, rhythm=rhythm, seats=seats, chair=chair,
        continues=continues or (), keeps=keep or (), close=close or (), move_line=move_line or (),
        add_line=add_line or (), remove_line=remove_line or (), add_seat=add_seat or (), remove_seat=remove_seat or (),
        from_=from_, title=title or "",
    )  # fmt: skip
    outputs = Outputs(*split(output or (Path(STANDARD_OUTPUT),)))
    wrong = [*wrong_options(as_of, profile, evidence), *wrong_day(from_), *outputs.wrong(file, change, assume)]
    loaded = read_with_places(file, wrong)
    structure = loaded.structure
    asked = settled(structure, as_of=as_of, profile=profile, evidence=evidence)
    proposal, not_understood = change_from(structure, options, read_change(change, structure))
    what = would_be(structure, proposal, asked, assume, not_understood)
    remark(f"answerable: warning: {one}" for one in remarks_on(what.applied.structure, assume))
    paper = whatif_paper(
        structure, what, names=names, author=f"answerable {__version__}", profile=f"“{asked.profile.title}”"
    )
    outputs.write(headed(paper, notice(loaded, "paper")), what.applied.structure)


class Outputs:
    """Where a paper and a structure go: told apart by their endings."""

    def __init__(self, files: Iterable[Path], on_screen: bool) -> None:
        self._files = tuple(files)
        self._on_screen = on_screen

    @property
    def _papers(self) -> tuple[Path, ...]:
        from answerable.papers import PAPER_ENDINGS

        return tuple(path for path in self._files if path.suffix.casefold() in PAPER_ENDINGS)

    @property
    def _structures(self) -> tuple[Path, ...]:
        return tuple(path for path in self._files if path not in self._papers)

    def wrong(self, *reads: Path | None) -> tuple[str, ...]:
        """Say what is wrong with where something is to go."""
        from answerable.papers import PAPER_ENDINGS, choice_of
        from answerable.writing import over_what_is_read, wrong_place

        endings = choice_of((*PAPER_ENDINGS, *_STRUCTURES))
        file = reads[0] or Path()
        wrong = [fault for path in self._files for fault in wrong_place(path, file, "result")]
        wrong += over_what_is_read(self._files, None, *reads[1:], what="result")
        wrong += [
            f"`{path}`: the result is written as {endings}. Let the name end in one of them."
            for path in self._structures
            if path.suffix.casefold() not in _STRUCTURES
        ]
        return tuple(wrong)

    def write(self, paper: Paper, structure: Structure) -> None:
        """Write the paper and the structure as it would be, and show the paper where that is asked for."""
        from answerable.papers import paper_as
        from answerable.saving import left_out, save

        write_all((path, paper_as(path.suffix.casefold(), paper)) for path in self._papers)
        for path in self._structures:
            remark(f"Written: {one}" for one in save(structure, path))
            remark(left_out(structure, str(path)))
        if self._on_screen:
            show_paper(paper)


_STRUCTURES = (".yaml", ".json", ".xlsx")
