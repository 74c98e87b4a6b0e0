"""The command line. One module a command group: parse, call, print, exit code."""

import sys
from typing import Annotated

import typer

from answerable import __version__
from answerable.cli import doctor
from answerable.errors import AnswerableError

app = typer.Typer(
    name="answerable",
    help="Who answers to whom: load, audit and draw the accountability lines of a partnership.",
    no_args_is_help=True,
    add_completion=False,
    # A programming error shows Python's own traceback, without a dump of every local variable: those may hold names.
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

app.command()(doctor.doctor)


def main() -> None:
    """Run the command line; a mistake of the user's ends in one clear sentence and its exit code."""
    try:
        app()
    except AnswerableError as error:
        typer.echo(f"answerable: {error}", err=True)
        sys.exit(error.exit_code)


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
