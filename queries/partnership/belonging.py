"""What a structure is about, and what stands beside it: groups of another task, and what is part of them."""

from __future__ import annotations

from collections.abc import Mapping

from graphmodel.kinds import Function, GroupKind
from queries.reads.groups import GroupRow
from queries.ways.chains import Chains

_OF_ANOTHER_TASK = frozenset({Function.LOCAL_STRATEGIC_PARTNERSHIP, Function.YOUTH_OFFENDING, Function.SCRUTINY})


def of_another_task(group: GroupRow) -> bool:
    """Tell whether a group is there only for what neighbours do; one whose functions are not given is not."""
    return bool(group.functions) and set(group.functions) <= _OF_ANOTHER_TASK


def neighbours(groups: Mapping[str, GroupRow], chains: Chains) -> frozenset[str]:
    """Return the groups that are neighbours of the partnerships here, with what is part of a neighbour only.

    A group that is part of another here, or answers to one, belongs. Where no partnership but neighbours is known,
    they are what the structure is about, and none stands beside it.
    """
    apart = {group for group, row in groups.items() if of_another_task(row)}
    if not any(row.kind == GroupKind.PARTNERSHIP for group, row in groups.items() if group not in apart):
        return frozenset()
    queue = list(apart)
    while queue:
        for part in chains.parts.get(queue.pop(), ()):
            if part in groups and part not in apart and apart.issuperset(chains.wholes[part]):
                apart.add(part)
                queue.append(part)
    own = groups.keys() - apart
    return frozenset(group for group in apart if own.isdisjoint(chains.above(group)))
