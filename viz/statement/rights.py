"""What a group may decide, in words."""

from __future__ import annotations

from collections.abc import Iterable

from queries.wording import joined
from viz.wording import plain

_RIGHTS = {"statutory": "how {its} duties in law are carried out", "cases": "individual cases"}
"""What does not stand as it is after ``may decide on``; every other right does."""


def rights_in_words(rights: Iterable[str], *, several: bool = False) -> str:
    """Return what a group may decide as it stands after ``may decide on``; empty where nothing is known."""
    its = "their" if several else "its"
    return joined(_RIGHTS.get(right, plain(right)).format(its=its) for right in dict.fromkeys(rights))
