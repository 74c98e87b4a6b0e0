"""The group that somebody means by an id, a name, an alias, or something near one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from answerable.errors import InputError
from answerable.papers import choice_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graphmodel.entities import Group
    from graphmodel.structure import Structure


def group_called(structure: Structure, name: str) -> Group:
    """Return the group that is meant. Raises InputError with the nearest where there is none, or with all it may be."""
    from graphmodel.kinds import GOVERNANCE_KINDS
    from loaders.names import Names

    groups = {group.id: group for group in structure.groups if group.kind in GOVERNANCE_KINDS}
    if name in groups:
        return groups[name]
    known = Names((id_, word) for id_, group in groups.items() for word in (id_, group.name, *group.aliases))
    found = known.same(name)
    if len(found) == 1:
        return groups[found[0]]
    if found:
        raise InputError(f"`{name}` may be {_choice(found, groups)}. Give the id.")
    if other := _no_governance_group(structure, name):
        raise InputError(f"{other} {_those_there(groups)}")
    raise InputError(_none_such(name, known.nearest(name) or _like(name, groups), groups))


def _no_governance_group(structure: Structure, name: str) -> str:
    """Say what the name is of where it is there, and has no terms of reference; empty where it is not there."""
    from loaders.names import Names
    from viz.wording import kind

    others = {entity.id: entity for entity in structure.entities() if entity.TYPE not in ("person", "source", "event")}
    known = Names((id_, word) for id_, entity in others.items() for word in (id_, entity.name, *entity.aliases))
    found = (name,) if name in others else known.same(name)
    if not found:
        return ""
    entity = others[found[0]]
    what = kind(entity)
    called = f"{entity.name} ({entity.id}) is {'an' if what[0] in 'aeio' else 'a'} {what}"
    return f"{called}: terms of reference are drafted for a partnership, board, group, forum or network."


def _like(name: str, groups: Mapping[str, Group]) -> tuple[str, ...]:
    """Return the groups of whose name this may be a part, with a slip or two in it."""
    from rapidfuzz import fuzz, process, utils

    words = {id_: group.name for id_, group in groups.items()}
    found = process.extract(
        name, words, scorer=fuzz.partial_ratio, processor=utils.default_process, score_cutoff=_NEAR, limit=_SUGGESTIONS
    )
    return tuple(id_ for _, _, id_ in found)


_NEAR = 80
_SUGGESTIONS = 3


def _none_such(name: str, near: tuple[str, ...], groups: Mapping[str, Group]) -> str:
    from viz.text import clean

    none = f"There is no partnership, board, group, forum or network `{clean(name)}` in this file."
    if near:
        return f"{none} Did you mean {_choice(near, groups)}?"
    return f"{none} {_those_there(groups)}"


def _those_there(groups: Mapping[str, Group]) -> str:
    named = ", ".join(f"{group.name} ({id_})" for id_, group in groups.items())
    return f"There are: {named}." if named else "There are none in this file."


def _choice(ids: tuple[str, ...], groups: Mapping[str, Group]) -> str:
    named = [f"{groups[id_].name} ({id_})" for id_ in ids]
    return choice_of(named) if len(named) > 1 else named[0]
