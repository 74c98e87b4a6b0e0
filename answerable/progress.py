"""A bar while a large file is read: on a terminal, and only where it takes more than a second."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from threading import Lock, Timer
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.progress import Progress, TaskID

AFTER = 1.0
"""Seconds after which a reader of the screen begins to wonder."""


@contextmanager
def progress_shown() -> Iterator[None]:
    """Show how far the readers are that run meanwhile, on standard error; in a pipe nothing is shown."""
    if not sys.stderr.isatty():
        yield
        return
    from loaders.watching import watched_by

    bar = _Bar()
    timer = Timer(AFTER, bar.show)
    timer.daemon = True
    timer.start()
    try:
        with watched_by(bar.move):
            yield
    finally:
        timer.cancel()
        bar.end()


class _Bar:
    """A bar that is drawn by another thread once its time has come, and taken away again at the end."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._at: tuple[str, int, int] = ("Reading", 0, 0)
        self._drawn: tuple[Progress, TaskID] | None = None
        self._is_over = False

    def move(self, what: str, done: int, of: int) -> None:
        with self._lock:
            self._at = (what, done, of)
            self._draw()

    def show(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

        with self._lock:
            if self._is_over:
                return
            columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
            bar = Progress(*columns, console=Console(stderr=True), transient=True)
            self._drawn = (bar, bar.add_task("Reading", total=None))
            self._draw()
            bar.start()

    def end(self) -> None:
        with self._lock:
            self._is_over = True
            if self._drawn is not None:
                self._drawn[0].stop()

    def _draw(self) -> None:
        if self._drawn is not None:
            bar, task = self._drawn
            what, done, of = self._at
            bar.update(task, description=what, completed=done, total=of or None)
