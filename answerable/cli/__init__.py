"""The command line. One module a command group: parse, call, print, exit code."""

import sys
import traceback
from typing import Annotated

import typer

from answerable import __version__
from answerable.cli import (
    agree,
    audit,
    burden,
    check,
    compare,
    convert,
    demo,
    depends,
    diff,
    doctor,
    explain,
    map,  # noqa: A004  commands have plain names
    new,
    replies,
    requests,
    schema,
    statement,
    tor,
    whatif,
)
from answerable.cli.output import remark
from answerable.errors import AnswerableError, ExitCode

app = typer.Typer(
    name="answerable",
    help="Who answers to whom: load, audit and draw the accountability lines of a partnership.",
    no_args_is_help=True,
    add_completion=False,
    # A programming error shows Python's own traceback, without a dump of every local variable: those may hold names.
    pretty_exceptions_enable=False,
    # Plain help and errors: the same on every terminal, in a pipe and in the documentation.
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)

for command in (
    demo.demo,
    new.new,
    check.check,
    convert.convert,
    audit.audit,
    map.map_,
    requests.requests,
    replies.replies,
    statement.statement,
    tor.tor,
    burden.burden,
    diff.diff,
    whatif.whatif,
    depends.depends,
    compare.compare,
    agree.agree,
    explain.explain,
    schema.schema,
    doctor.doctor,
):
    app.command(command.__name__.rstrip("_"))(command)


def main() -> None:
    """Run the command line; a mistake of the user's ends in one clear sentence and its exit code.

    A fault of the program's own shows Python's traceback, and never ends as findings do: a script would be misled.
    """
    try:
        app()
    except AnswerableError as error:
        remark([f"answerable: {error}"])
        sys.exit(error.exit_code)
    except Exception:  # noqa: BLE001  whatever else it is, it is a fault of ours
        traceback.print_exc()
        remark(["answerable: This is a fault of answerable, not of your file. Please report it with the lines above."])
        sys.exit(ExitCode.BROKEN)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"answerable {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", help="Show the version and stop.", callback=_print_version, is_eager=True)
    ] = False,
) -> None:
    """Options that stand before the command."""
