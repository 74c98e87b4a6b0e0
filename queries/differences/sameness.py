"""Which thing of one file is which of another, where it goes by another id there."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from graphmodel.entities import Entity, Event, EventKind
from queries.differences.side import Side

_NOTHING: Mapping[str, str] = {}


class Same(NamedTuple):
    """The later id of each thing that has another, by the earlier; `taken` are those that only their names tell."""

    renamed: Mapping[str, str]
    taken: tuple[tuple[str, str], ...]


def same(
    before: Side,
    after: Side,
    told: Mapping[str, str] = _NOTHING,
    not_same: Collection[tuple[str, str]] = (),
) -> Same:
    """Find what goes by another id: as somebody told, by a change that renamed it, or by a name that only it has.

    `told` has the later id by the earlier of what somebody says is the same; `not_same` are pairs that are not to be
    taken for one thing for their names alone. What has the same id in both is the same. Names count within one type,
    for things of which the other side has no trace, and only where no other could be meant.
    """
    renamed = dict(told)
    for old, new in _by_change(before, after):
        if _is_free(old, new, renamed, before, after):
            renamed[old] = new
    taken = tuple(pair for pair in _by_name(before, after, renamed) if pair not in not_same)
    return Same({**renamed, **dict(taken)}, taken)


def _by_change(before: Side, after: Side) -> Iterator[tuple[str, str]]:
    events: Iterable[Event] = {event.id: event for side in (before, after) for event in side.structure.events}.values()
    for event in events:
        one_to_one = len(event.originals) == 1 and len(event.results) == 1
        if event.kind is EventKind.RENAME and one_to_one and after.level.admits(event.evidence.modality):
            yield event.originals[0].id, event.results[0]


def _is_free(old: str, new: str, renamed: Mapping[str, str], before: Side, after: Side) -> bool:
    """Tell whether two ids can be one thing: neither of them is there beside the other."""
    return (
        old in before.told
        and new in after.told
        and new not in before.told
        and old not in after.told
        and old not in renamed
        and new not in renamed.values()
    )


def _by_name(before: Side, after: Side, renamed: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    taken = set(renamed.values())
    old = [one for one in before.told.values() if one.id not in after.index.entity and one.id not in renamed]
    new = [one for one in after.told.values() if one.id not in before.index.entity and one.id not in taken]
    there, here = _by_word(old), _by_word(new)
    for one in sorted(old, key=lambda entity: entity.id):
        found = {id_ for word in _words(one) for id_ in here[word]}
        back = {id_ for other in found for word in _words(after.told[other]) for id_ in there[word]}
        if len(found) == 1 and back == {one.id}:
            yield one.id, found.pop()


def _by_word(entities: Iterable[Entity]) -> Mapping[tuple[str, str], set[str]]:
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for entity in entities:
        for word in _words(entity):
            found[word].add(entity.id)
    return found


def _words(entity: Entity) -> Iterator[tuple[str, str]]:
    for name in (entity.name, *entity.aliases):
        yield entity.TYPE, plain(name)


def plain(name: str) -> str:
    """Return a name as it is compared: capitals, spaces and the sort of hyphens make no difference."""
    text = unicodedata.normalize("NFKC", name).casefold()
    return " ".join(text.replace("&", " and ").replace("-", " ").replace("_", " ").replace("’", "'").split())
