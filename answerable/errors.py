"""What can go wrong that is not a fault of the program, and the exit code each ends with."""

from enum import IntEnum


class ExitCode(IntEnum):
    """How the command ends, for scripts that call it."""

    NOTHING = 0
    """Nothing at or above `--fail-on`."""
    FINDINGS = 1
    """Findings at or above `--fail-on`."""
    INPUT = 2
    """The input or the options are wrong."""
    DATABASE = 3
    """The database did not answer, or refused."""
    BROKEN = 4
    """A fault of this program: nothing was found, and nothing is known of the input."""


class AnswerableError(Exception):
    """A mistake or a circumstance that the user can act on: its text is the whole message."""

    exit_code = ExitCode.INPUT


class InputError(AnswerableError):
    """The input or the options are wrong."""


class DatabaseError(AnswerableError):
    """The database is down, refuses the login, or is too old."""

    exit_code = ExitCode.DATABASE
