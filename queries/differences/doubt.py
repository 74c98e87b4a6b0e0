"""Which groups are not evidenced to be there on a day on which a file tells of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from queries.differences.difference import Fate, Followed
from queries.differences.side import Side


class Doubts(NamedTuple):
    """The groups that the hours before count, and those, by later ids, that the hours of either side leave out."""

    groups: Collection[str]
    before: Collection[str]
    after: Collection[str]


def in_doubt(
    groups: Iterable[Followed], before: Side, after: Side, renamed: Mapping[str, str], doubts: Doubts
) -> tuple[Followed, ...]:
    """Mark the groups that are not evidenced to be there on a day on which they are told of.

    A date that is known in part makes such a doubt; so does one file at two days that says only that a group is there,
    for it says so of its own day. What a change began with was there before it.
    """
    own = {new: old for old, new in renamed.items()}
    one_file = before.structure is after.structure
    found = []
    for one in groups:
        later = renamed.get(one.group, one.group)
        there = own.get(later, later)
        since = one_file and one.fate is Fate.KEPT and not one.event and not _is_known_then(before, there)
        was = not (there in before.slice.unknown or later in doubts.before or since)
        is_ = not (later in after.slice.unknown or later in doubts.after)
        found.append(one._replace(was_evidenced=was or not one.was_there, is_evidenced=is_ or not one.is_there))
    return tuple(found)


def _is_known_then(before: Side, group: str) -> bool:
    entity = before.groups[group]
    if getattr(entity, "is_new", None) is False:
        return True
    return entity.valid_from is not None or any(claim.property == "valid_from" for claim in entity.claims)
