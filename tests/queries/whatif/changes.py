"""Random changes that can be carried out on a structure."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

from graphmodel.dates import Current, Day
from graphmodel.index import Index
from graphmodel.structure import Structure
from queries.whatif.change import Change, Fate, SeatRule

NEW = "joint"
Draw = Callable[[st.SearchStrategy[Any]], Any]


@st.composite
def changes(draw: Draw, structure: Structure, day: Day) -> Change:
    """Return a change of anything at all: a merger, closures, lines and seats moved, added, removed."""
    index = Index(structure, day)
    there = [group.id for group in structure.groups if index.current(group.id) is not Current.NO]
    merged = draw(st.lists(st.sampled_from(there), unique=True, max_size=3)) if there else []
    closes = draw(_some([group for group in there if group not in merged]))
    lines = [line for line in structure.lines if index.current(line.key) is not Current.NO]
    ends = [{"from": line.from_, "to": line.to} for line in lines]
    answered = [one.id for one in structure.entities() if one.TYPE in ("group", "body", "post")]
    agents = [one.id for one in structure.entities() if one.TYPE in ("group", "body", "post", "person")]
    document: dict[str, Any] = {
        "merges": [draw(_merger(merged, there, agents))] if merged else [],
        "closes": closes,
        "remove_lines": draw(_some(ends)),
        "move_lines": [
            {**one, "now": draw(st.sampled_from(others))}
            for one in draw(_some(ends))
            if (others := [end for end in answered if end != one["from"]])
        ],
        "add_lines": draw(_some([{"from": a, "to": b} for a in there for b in answered if a != b][:6])),
        "add_seats": draw(_some([{"member": a, "group": b} for a in agents for b in there if a != b][:6])),
        "remove_seats": draw(_some([{"member": seat.member, "group": seat.group} for seat in structure.seats])),
    }
    return Change.model_validate(document)


@st.composite
def mergers(draw: Draw, structure: Structure, day: Day) -> Change:
    """Return a merger of some groups into a new one, and nothing else."""
    index = Index(structure, day)
    there = [group.id for group in structure.groups if index.current(group.id) is not Current.NO]
    merged = draw(st.lists(st.sampled_from(there), unique=True, min_size=1, max_size=3)) if there else []
    return Change.model_validate({"merges": [draw(_merger(merged, [], []))] if merged else []})


@st.composite
def _merger(draw: Draw, merged: list[str], there: list[str], agents: list[str]) -> dict[str, Any]:
    into = draw(st.sampled_from([NEW, *(group for group in there if len(merged) > 1 or group not in merged)]))
    fates = {group: draw(st.sampled_from(Fate)) for group in merged}
    told = draw(st.booleans())
    keeps = draw(_some([group for group in there if group not in merged and group != into]))
    return {
        "groups": merged,
        "into": into,
        "seats": draw(st.sampled_from(SeatRule)),
        "chair": draw(st.sampled_from([None, *(agent for agent in agents if agent != into)])),
        "per_year": draw(st.sampled_from((None, 4, 6))),
        "hours": draw(st.sampled_from((None, 2))),
        "keeps": keeps,
        "afterwards": [{"group": group, "fate": fate} for group, fate in fates.items()] if told else [],
    }


def _some(these: list[Any]) -> st.SearchStrategy[list[Any]]:
    return st.lists(st.sampled_from(these), max_size=2, unique_by=repr) if these else st.just([])
