"""A difference between two states as a paper: the short answer first, then everything that differs, then findings."""

from __future__ import annotations

from graphmodel.structure import Structure
from queries.differences.difference import Difference
from viz.about import PLAIN
from viz.paper import Paper, Picture


def difference_paper(
    difference: Difference,
    before: Structure,
    after: Structure,
    *,
    names: bool = False,
    picture: Picture | None = None,
    author: str = PLAIN.author,
) -> Paper:
    """Compose the section for a board; persons are named only with `names`, and `picture` is the map if it is shown."""
    raise NotImplementedError((difference, before, after, names, picture, author))
