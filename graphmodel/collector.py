"""A pause for Python's garbage collector, while many objects are made that will all be kept."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_paused() -> Iterator[None]:
    """Pause the search for cycles: what we build has none, and looking for them doubles the time of much work."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            _grow_old()
            gc.enable()


def _grow_old() -> None:
    """Put all that was made with the old objects at once, which are rarely gone through; not if others froze theirs."""
    if not gc.get_freeze_count():
        gc.freeze()
        gc.unfreeze()
