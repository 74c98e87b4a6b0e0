"""`answerable audit`: what is met, what to ask, and why."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from answerable.cli.audit_options import (
    BaselineOption,
    ExcludeOption,
    FailOnNewOption,
    FailOnOption,
    MinSeverityOption,
    RulesOption,
    WaiversOption,
)
from answerable.cli.output import remark, show, show_paper
from answerable.cli.outputs import file_of
from answerable.cli.reading import (
    AsOfOption,
    EvidenceOption,
    FileArgument,
    MatrixOption,
    NamesOption,
    ProfileOption,
    audited,
    read_with_places,
    wrong_options,
)
from answerable.errors import ExitCode
from answerable.papers import choice_of
from answerable.rendering import (
    FORMAT_NAMES,
    SUFFIXES,
    Rendering,
    format_of,
    render,
    rendering,
    wrong_output,
    wrong_voice,
)
from answerable.writing import over_what_is_read

if TYPE_CHECKING:
    from queries.findings.report import Report

ENGINES = ("memory", "neo4j")
VOICES = ("board", "audit", "research")
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
        str, typer.Option("--voice", metavar="VOICE", help="Whom the report speaks to: board, audit or research.")
    ] = "board",
    names: NamesOption = False,
    rules: RulesOption = None,
    exclude: ExcludeOption = None,
    min_severity: MinSeverityOption = None,
    waivers: WaiversOption = None,
    baseline: BaselineOption = None,
    fail_on: FailOnOption = "fail",
    fail_on_new: FailOnNewOption = False,
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
    matrix: MatrixOption = False,
) -> None:
    """Say what is in order, what to ask, and why.

    Every rule of the profile is asked. Silence is never a fault: what is not evidenced becomes a question.
    """
    target = file_of(output)
    chosen = form or format_of(target)
    from answerable.beside import beside, finished, refuse_if_unfit

    given, faults = beside(
        rules=rules or (), exclude=exclude or (), min_severity=min_severity, waivers=waivers, baseline=baseline
    )
    wrong = [
        *wrong_options(as_of, profile, evidence),
        *_wrong_choices(chosen, voice, fail_on, engine),
        *_without_baseline(fail_on_new, baseline),
        *faults,
        *wrong_output(target, file, form),
        *wrong_voice(chosen, voice),
        *over_what_is_read((target,), profile, waivers, baseline, what="report"),
    ]
    loaded = read_with_places(file, wrong, matrix=matrix)
    structure = loaded.structure
    from answerable.asking import settled

    asked = settled(structure, as_of=as_of, profile=profile, evidence=evidence)
    fit = refuse_if_unfit(given, structure, asked.profile)
    report = finished(audited(structure, asked._replace(rules=fit.rules), engine), structure, asked.profile, fit)
    what = rendering(report, loaded, voice=voice, names=names)
    _give(what, chosen, target)
    _end(what.report, fail_on, fail_on_new)


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
        show_paper(what.paper_for_a_terminal())
    else:
        show(str(render(form, what)))


def _end(report: Report, fail_on: str, fail_on_new: bool) -> None:
    """End with 1 where something counts."""
    from answerable.verdict import what_counts

    if told := what_counts(report, fail_on, new_only=fail_on_new):
        remark([f"answerable: {told}"])
        raise typer.Exit(ExitCode.FINDINGS)


def _without_baseline(fail_on_new: bool, baseline: Path | None) -> tuple[str, ...]:
    return ("--fail-on-new needs a --baseline to tell what is new.",) if fail_on_new and baseline is None else ()
