"""How commands speak: results to standard output, remarks to standard error."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, TextIO

from answerable.errors import InputError

if TYPE_CHECKING:
    from viz.paper import Paper

_WIDEST = 110
_STYLES = {"title": "bold cyan", "heading": "bold cyan", "subheading": "bold", "label": "bold"}


def show_paper(paper: Paper) -> None:
    """Show a paper: coloured and as wide as the terminal; in a pipe plain and always of the same width."""
    from viz.writers.text import lines, text

    if not _on_a_terminal():
        show(text(paper))
        return
    from rich.console import Console
    from rich.text import Text

    console = Console(highlight=False)
    width = min(shutil.get_terminal_size().columns, _WIDEST)
    _guarded(
        lambda: console.print(
            Text("\n").join(Text(line.text, _STYLES.get(line.role, "")) for line in lines(paper, width)), soft_wrap=True
        )
    )


def show(text: str) -> None:
    """Show text that already ends in a line break. In a pipe it is UTF-8 everywhere, so that it is the same bytes."""

    def write() -> None:
        if _on_a_terminal():
            encoding = sys.stdout.encoding or "utf-8"
            sys.stdout.write(text.encode(encoding, "replace").decode(encoding))
        else:
            sys.stdout.flush()
            sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace"))
        sys.stdout.flush()

    _guarded(write)


def remark(texts: Iterable[str]) -> None:
    """Tell something beside the result, on standard error; what could not be seen in it is left out."""
    from viz.text import clean

    encoding = sys.stderr.encoding or "utf-8"
    for line in (line for text in texts for line in text.splitlines()):
        indent = " " * (len(line) - len(line.lstrip(" ")))
        sys.stderr.write(f"{indent}{clean(line)}\n".encode(encoding, "backslashreplace").decode(encoding))


def _guarded(write: Callable[[], object]) -> None:
    """Write; a reader that has seen enough (`| head`) or was never there is no error, a full disk is one."""
    if sys.stdout is None:
        return
    try:
        write()
    except BrokenPipeError:
        # What is still in the buffer has nowhere to go; Python would complain of it at the end.
        _silence(sys.stdout)
    except OSError as error:
        _silence(sys.stdout)
        raise InputError(f"The output cannot be written: {error.strerror or error}.") from error


def _on_a_terminal() -> bool:
    return sys.stdout is not None and sys.stdout.isatty()


def _silence(stream: TextIO) -> None:
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
