"""How far the reading of a file is, for whoever wants to show it; nobody who reads knows who that is.

`watched_by` takes a function, and while it is in force every reader calls that with what it does and how far it is.
"""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, TypeAlias, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    Watcher: TypeAlias = Callable[[str, int, int], None]
    """Called with what is done, how much of it, and of how much."""

_T = TypeVar("_T")
_WATCHER: ContextVar[Watcher | None] = ContextVar("watcher", default=None)
_EVERY = 500


@contextmanager
def watched_by(watcher: Watcher) -> Iterator[None]:
    """Let a function be told how far the readers are that run meanwhile."""
    token = _WATCHER.set(watcher)
    try:
        yield
    finally:
        _WATCHER.reset(token)


def note(what: str, done: int, of: int) -> None:
    """Tell whoever watches how far a piece of work is."""
    watcher = _WATCHER.get()
    if watcher is not None:
        watcher(what, done, of)


def followed(items: Iterable[_T], what: str, of: int) -> Iterator[_T]:
    """Yield items, and tell every now and then how many of them are done."""
    if _WATCHER.get() is None:
        yield from items
        return
    for done, item in enumerate(items):
        if done % _EVERY == 0:
            note(what, done, of)
        yield item
