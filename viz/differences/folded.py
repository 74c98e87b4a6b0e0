"""Long lists, folded: the first of them, and how many more there are."""

from __future__ import annotations

from collections.abc import Sequence

from queries.wording import joined
from viz.paper import Item

MOST = 15
_MOST_NAMES = 8


def folded(texts: Sequence[str], most: int = MOST) -> tuple[Item, ...]:
    """Return texts as entries of a list."""
    return items_folded([Item(text) for text in texts], most)


def items_folded(items: Sequence[Item], most: int = MOST) -> tuple[Item, ...]:
    """Return entries of a list; one left over is told as well as counted, so it is told."""
    if len(items) <= most + 1:
        return tuple(items)
    return (*items[:most], Item(f"and {len(items) - most} more"))


def names_folded(names: Sequence[str], most: int = _MOST_NAMES) -> str:
    """Join names as a sentence does."""
    return joined(names) if len(names) <= most + 1 else joined((*names[:most], f"{len(names) - most} more"))
