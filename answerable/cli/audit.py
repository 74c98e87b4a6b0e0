"""`answerable audit`: what is met, what to ask, and why."""

from __future__ import annotations

from collections.abc import Callable
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
from answerable.writing import STANDARD_OUTPUT, wrong_place

if TYPE_CHECKING:
    from queries.report import Report
    from viz.report_paper import Voice

FORMATS = ("text", "markdown", "json")
ENGINES = ("memory", "neo4j")
VOICES = ("board", "audit")
FAIL_ON = ("fail", "conflict", "query", "partly", "observed", "never")
_BY_SUFFIX = {".md": "markdown", ".markdown": "markdown", ".txt": "text", ".json": "json", "": "text"}
_OF_OTHERS = {
    ".yaml",
    ".yml",
    ".html",
    ".htm",
    ".svg",
    ".pdf",
    ".docx",
    ".doc",
    ".odt",
    ".rtf",
    ".xlsx",
    ".csv",
    ".png",
}
"""Endings that promise what a report is never written as, whatever `--format` says."""


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
            help="How the report is written: text, markdown or json. [default: by the ending of the output, else text]",
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
            help="Write the report here: .md, .markdown, .txt or .json; - is standard output. [default: -]",
        ),
    ] = None,
) -> None:
    """Say what is in order, what to ask, and why.

    Every rule of the profile is asked. Silence is never a fault: what is not evidenced becomes a question.
    """
    target = None if output is None or str(output) == STANDARD_OUTPUT else output
    chosen = form or _BY_SUFFIX.get(_ending(target), "text")
    wrong = wrong_options(as_of, profile, evidence) + _wrong_choices(chosen, voice, fail_on, engine)
    structure = read(file, [*wrong, *(_wrong_output(target, file, form) if target else ())])
    from answerable.asking import settled

    report = audited(structure, settled(structure, as_of=as_of, profile=profile, evidence=evidence), engine)
    if not names:
        from viz.withheld import without_names

        report = without_names(report, structure)
    _give(report, chosen, voice, target)
    _end(report, fail_on)


def _wrong_choices(form: str, voice: str, fail_on: str, engine: str) -> list[str]:
    from answerable.asking import wrong_choice

    return [
        *wrong_choice("--format", form, FORMATS),
        *wrong_choice("--voice", voice, VOICES),
        *wrong_choice("--fail-on", fail_on, FAIL_ON),
        *wrong_choice("--engine", engine, ENGINES),
    ]


def _wrong_output(output: Path, reads: Path, form: str | None) -> tuple[str, ...]:
    ending = _ending(output)
    if wrong := wrong_place(output, reads, "report"):
        return wrong
    if ending in _OF_OTHERS or (ending not in _BY_SUFFIX and form is None):
        return (
            f"`{output}`: a report is written as .md or .markdown, .txt or .json. Let the name end in one of them.",
        )
    meant = _BY_SUFFIX.get(ending) if ending else None
    if form in FORMATS and meant not in (form, None):
        return (f"`{output}`: the name says {meant} and --format says {form}. Change one of the two.",)
    return ()


def _ending(output: Path | None) -> str:
    return "" if output is None else output.suffix.casefold()


def _give(report: Report, form: str, voice: str, output: Path | None) -> None:
    from viz.report_paper import Voice, report_paper

    if output is not None:
        from answerable.writing import write

        write(output, _text(report, form, Voice(voice)))
        remark([f"Written: {output}"])
    elif form == "text":
        show_paper(report_paper(report, voice=Voice(voice)))
    else:
        show(_text(report, form, Voice(voice)))


def _text(report: Report, form: str, voice: Voice) -> str:
    if form == "json":
        return report.to_json()
    from viz.report_paper import report_paper
    from viz.writers.markdown import markdown
    from viz.writers.text import text

    write: Callable[..., str] = markdown if form == "markdown" else text
    return write(report_paper(report, voice=voice))


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
