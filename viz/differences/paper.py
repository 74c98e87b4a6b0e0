"""A difference between two states as a paper: the short answer first, then everything that differs, then findings."""

from __future__ import annotations

from collections.abc import Iterator

from graphmodel.structure import Structure
from queries.differences.difference import Difference
from viz.about import PLAIN, About
from viz.differences.burden import burden_blocks
from viz.differences.findings import finding_blocks
from viz.differences.groups import group_blocks
from viz.differences.seats import seat_blocks
from viz.differences.sections import last_blocks, line_blocks, other_blocks
from viz.differences.short import short_answer
from viz.differences.states import States
from viz.paper import Block, Heading, PageBreak, Paper, Paragraph, Picture
from viz.wording import date


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
    states = States(difference, before, after, names=names)
    first, last = date(difference.before.as_of), date(difference.after.as_of)
    paper = Paper(
        f"{difference.after.title}: what is different between {first} and {last}",
        (
            *_opening(states),
            *short_answer(states),
            *_map(picture),
            *group_blocks(states),
            *line_blocks(states),
            *seat_blocks(states),
            *other_blocks(states),
            *finding_blocks(states),
            *burden_blocks(states),
            *last_blocks(states),
        ),
        About(subject=f"Before and after: {first} and {last}", author=author, day=difference.after.as_of),
    )
    return states.veiled(paper)


def _opening(states: States) -> Iterator[Block]:
    before, after = states.difference.before, states.difference.after
    if states.same_file:
        yield Paragraph(f"{after.title} on two days: {date(before.as_of)} (before) and {date(after.as_of)} (after).")
        return
    yield Paragraph(
        f"Before: {before.title}, as at {date(before.as_of)}. After: {after.title}, as at {date(after.as_of)}. What "
        "only one of the two files tells of is said to be so: it may have been there before, or go on, all the same."
    )


def _map(picture: Picture | None) -> Iterator[Block]:
    if picture is not None:
        yield PageBreak(wide=True)
        yield Heading(1, "The map of before and after")
        yield picture
        yield PageBreak()
