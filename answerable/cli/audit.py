"""`answerable audit`: what is met, what to ask, and why."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from answerable.cli.output import remark, show, show_paper
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
from answerable.errors import ExitCode
from answerable.rendering import FORMAT_NAMES, SUFFIXES, Rendering, choice_of, format_of, render, wrong_output
from answerable.writing import STANDARD_OUTPUT

if TYPE_CHECKING:
    from queries.report import Report

ENGINES = ("memory", "neo4j")
VOICES = ("board", "audit")
FAIL_ON = ("fail", "conflict", "query", "partly", "observed", "never")


def audit(
    file: FileArgument,
    as_of: AsOfOption = None,
    profile: ProfileOption = None,
    evidence: EvidenceOption = "asserted",
    form: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar="FORMAT",
            help=f"How the report is written: {choice_of(FORMAT_NAMES)}. [default: by the ending of the output, else "
            "text]",
        ),
    ] = None,
    voice: Annotated[
        str, typer.Option("--voice", metavar="VOICE", help="Whom text and markdown speak to: board or audit.")
    ] = "board",
    names: NamesOption = False,
    fail_on: Annotated[
        str,
        typer.Option(
            "--fail-on",
            metavar="STATUS",
            help="End with 1 if there is a finding of this status or a worse one: fail, conflict, query, partly, "
            "observed, or never.",
        ),
    ] = "fail",
    engine: Annotated[
        str,
        typer.Option(
            "--engine",
            metavar="ENGINE",
            help="Where it is asked: memory, or neo4j, which stores FILE under its id in the database at NEO4J_URI, "
            "in place of what is there, and asks it there. The report is the same.",
        ),
    ] = "memory",
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="PATH",
            readable=False,
            help=f"Write the report here: {choice_of(SUFFIXES)}; - is standard output. [default: -]",
        ),
    ] = None,
) -> None:
    """Say what is in order, what to ask, and why.

    Every rule of the profile is asked. Silence is never a fault: what is not evidenced becomes a question.
    """
    target = None if output is None or str(output) == STANDARD_OUTPUT else output
    chosen = form or format_of(target)
    wrong = wrong_options(as_of, profile, evidence) + _wrong_choices(chosen, voice, fail_on, engine)
    structure = read(file, [*wrong, *wrong_output(target, file, form)])
    from answerable.asking import settled

    report = audited(structure, settled(structure, as_of=as_of, profile=profile, evidence=evidence), engine)
    if not names:
        from viz.withheld import without_names

        report = without_names(report, structure)
    _give(Rendering(report, structure, voice, names), chosen, target)
    _end(report, fail_on)


def _wrong_choices(form: str, voice: str, fail_on: str, engine: str) -> list[str]:
    from answerable.asking import wrong_choice

    return [
        *wrong_choice("--format", form, FORMAT_NAMES),
        *wrong_choice("--voice", voice, VOICES),
        *wrong_choice("--fail-on", fail_on, FAIL_ON),
        *wrong_choice("--engine", engine, ENGINES),
    ]


def _give(what: Rendering, form: str, output: Path | None) -> None:
    if output is not None:
        from answerable.writing import write

        write(output, render(form, what))
        remark([f"Written: {output}"])
    elif form == "text":
        show_paper(what.paper())
    else:
        show(str(render(form, what)))


def _end(report: Report, fail_on: str) -> None:
    if fail_on == "never":
        return
    from queries.rule import Status

    worst = Status(fail_on)
    found = sum(count for status, count in report.counts().items() if status.rank <= worst.rank)
    if found:
        words = fail_on if fail_on == "fail" else f"{fail_on} or worse"
        remark([f"answerable: {found} {'finding' if found == 1 else 'findings'} of status {words}."])
        raise typer.Exit(ExitCode.FINDINGS)
