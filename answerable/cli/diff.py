"""`answerable diff`: what is different from an earlier state."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from answerable.cli.output import remark, show_paper
from answerable.cli.outputs import outputs_option, split, write_all
from answerable.cli.reading import EvidenceOption, NamesOption, ProfileOption, read_all, wrong_options
from answerable.errors import ExitCode
from answerable.papers import choice_of
from answerable.writing import STANDARD_OUTPUT, over_what_is_read, wrong_place

if TYPE_CHECKING:
    from answerable.differing import Differing

_FAIL_ON = ("fail", "conflict", "query", "partly", "observed", "never")


def diff(
    before: Annotated[
        Path,
        typer.Argument(
            metavar="BEFORE",
            help="The earlier file, in any form that `audit` reads; or the only one, with --from and --to.",
            show_default=False,
            readable=False,
        ),
    ],
    after: Annotated[
        Path | None,
        typer.Argument(metavar="AFTER", help="The later file.", show_default=False, readable=False),
    ] = None,
    from_: Annotated[
        str | None,
        typer.Option(
            "--from",
            metavar="DATE",
            help="The earlier day; one file alone needs it. [default: that of BEFORE, else today]",
        ),
    ] = None,
    to: Annotated[
        str | None,
        typer.Option("--to", metavar="DATE", help="The later day. [default: that of the later file, else today]"),
    ] = None,
    output: Annotated[
        list[Path] | None,
        outputs_option(
            "Where the difference goes: .docx, .html, .md or .txt, the map of both as .svg or .png, or everything as "
            ".json; - is standard output. May be given several times. [default: -]"
        ),
    ] = None,
    same: Annotated[
        list[str] | None,
        typer.Option(
            "--same",
            metavar="OLD=NEW",
            help="What goes by another id in the later file, by id or name. What has the same id is the same; so is "
            "what has the same name, where only one thing has it. May be given several times.",
        ),
    ] = None,
    not_same: Annotated[
        list[str] | None,
        typer.Option(
            "--not-same",
            metavar="OLD=NEW",
            help="What is not the same, though it has the same name. May be given several times.",
        ),
    ] = None,
    assume: Annotated[
        Path | None,
        typer.Option(
            "--assume",
            metavar="PATH",
            readable=False,
            help="What is assumed where nothing is known, for the hours that bodies save or spend: a document of "
            "assumptions, .yaml or .json. What rests on one is told as conditional.",
        ),
    ] = None,
    profile: ProfileOption = None,
    evidence: EvidenceOption = "asserted",
    fail_on: Annotated[
        str,
        typer.Option(
            "--fail-on",
            metavar="STATUS",
            help="End with 1 if a finding of this status or a worse one is new, or was at a better status before; what "
            "was there as it is does not count: fail, conflict, query, partly, observed, or never.",
        ),
    ] = "never",
    names: NamesOption = False,
    matrix: Annotated[
        bool,
        typer.Option(
            "--matrix",
            help="The files are membership matrices: bodies along one side, groups along the other. [default: as they "
            "look]",
        ),
    ] = False,
) -> None:
    """Say what is different from an earlier state: in two files, or in one at two days.

    Groups are followed through mergers and new names; then rows that were added, changed or taken out, findings that
    are new or settled, and what it saves each body. A file that does not tell of something does not say that it ended.
    """
    files, on_screen = split(output or (Path(STANDARD_OUTPUT),))
    wrong = [
        *wrong_options(from_, profile, evidence),
        *_wrong_days(from_, to, one_file=after is None),
        *_wrong_files(before, after),
        *_wrong_choice(fail_on),
        *_wrong_outputs(files, before, after, profile, assume),
    ]
    reads = [before] if after is None else [before, after]
    loaded = read_all(reads, wrong, matrix=matrix)
    from answerable.difference_files import DifferenceFiles
    from answerable.differing import Asking, differing
    from answerable.told import notices

    earlier, later = loaded[0].structure, loaded[1].structure if after is not None else None

    asked = Asking(from_, to, profile, evidence, assume, tuple(same or ()), tuple(not_same or ()))
    made = differing(earlier, later, asked, names=names)
    if later is not None and later.id != earlier.id:
        remark([f"answerable: warning: {made.difference.remarks[0]}"])
    files_of = DifferenceFiles(made, notices(reads, loaded, "comparison"))
    write_all((path, files_of.of(path.suffix.casefold())) for path in files)
    if on_screen:
        show_paper(files_of.paper())
    _end(made, fail_on)


def _wrong_days(from_: str | None, to: str | None, *, one_file: bool) -> Iterator[str]:
    from answerable.asking import wrong_day
    from answerable.differing import wrong_days
    from graphmodel.dates import day

    yield from wrong_day(to)
    if one_file and from_ is None:
        yield wrong_days("", "", one_file=True, given=False)
    elif from_ is not None and to is not None and not (wrong_day(from_) or wrong_day(to)):
        yield from filter(None, [wrong_days(day(from_), day(to), one_file=one_file, given=True)])


def _wrong_files(before: Path, after: Path | None) -> tuple[str, ...]:
    try:
        one = after is not None and before.samefile(after)
    except OSError:  # one of them is not there, which its loader tells
        one = False
    if not one:
        return ()
    return (f"Both are the same file, `{before}`. To compare it at two days, name it once and give --from and --to.",)


def _wrong_choice(fail_on: str) -> tuple[str, ...]:
    from answerable.asking import wrong_choice

    return wrong_choice("--fail-on", fail_on, _FAIL_ON)


def _wrong_outputs(
    files: list[Path], before: Path, after: Path | None, profile: str | None, assume: Path | None
) -> Iterator[str]:
    from answerable.difference_files import ENDINGS

    for path in files:
        placed = wrong_place(path, before, "difference") or (wrong_place(path, after, "difference") if after else ())
        yield from placed
        if not placed and path.suffix.casefold() not in ENDINGS:
            pdf = " For a PDF, write .docx or .html and save or print that." if path.suffix.casefold() == ".pdf" else ""
            yield f"`{path}`: the difference is written as {choice_of(ENDINGS)}. Let the name end in one of them.{pdf}"
    yield from over_what_is_read(files, profile, assume, what="difference")


def _end(made: Differing, fail_on: str) -> None:
    """End with 1 where a finding that counts is new, or worse than it was."""
    if fail_on == "never":
        return
    from queries.findings.changes import FRESH
    from queries.rule import Status

    worst = Status(fail_on)
    fresh = made.difference.findings.of(*FRESH)
    found = sum(changed.now is not None and changed.now.rank <= worst.rank for changed in fresh)
    if found:
        words = fail_on if fail_on == "fail" else f"{fail_on} or worse"
        remark([f"answerable: {found} new {'finding' if found == 1 else 'findings'} of status {words}."])
        raise typer.Exit(ExitCode.FINDINGS)
