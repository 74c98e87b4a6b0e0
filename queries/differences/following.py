"""What became of each group from the one day to the other, and where each new one came from.

A group that one file tells of and the other does not has not ended, or begun, for that: a file may simply not tell of
it. It needs a change, a date, a denial, or a list of groups that is declared complete to say so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from graphmodel.entities import Entity
from graphmodel.evidence import Modality, What
from graphmodel.factids import claim_ids
from queries.differences.changes import Happened, Origin, changes
from queries.differences.difference import Fate, Followed
from queries.differences.renaming import Renaming
from queries.differences.sameness import plain
from queries.differences.side import Side
from queries.outcome import COMING
from queries.reads import PARTS


def followed(before: Side, after: Side, renamed: Mapping[str, str]) -> tuple[Followed, ...]:
    """Follow the groups of one side into the other, in the order of their ids."""
    renaming = Renaming(renamed)
    happened = changes(before, after, renaming)
    then = {renaming.id(id_): group for id_, group in before.groups.items()}
    found = [_became(before, after, id_, group, happened) for id_, group in then.items()]
    found += [_came(before, after, renamed, id_, happened) for id_ in after.groups if id_ not in then]
    return tuple(sorted(found, key=lambda one: one.group))


def _became(before: Side, after: Side, id_: str, was: Entity, happened: Sequence[Happened]) -> Followed:
    """Say what became of a group; `id_` is its later id, and `was` what it was."""
    here = after.groups.get(id_)
    if here is None:
        return _gone(before, after, id_, was, happened)
    change, origin = _touched(happened, id_)
    event = change.event if change else ""
    facts = tuple(filter(None, (event, origin.fact if origin else "")))
    if after.index.left_open(id_):
        return Followed(id_, Fate.LEFT_OPEN, (), event, facts)
    if _is_called_otherwise(was, here):
        return Followed(was.id, Fate.RENAMED, (id_,), _renaming_event(happened, was.id, id_), (id_,))
    return Followed(id_, Fate.KEPT, (), event, facts)


def _gone(before: Side, after: Side, id_: str, was: Entity, happened: Sequence[Happened]) -> Followed:
    for change, origin in _beginnings(happened, id_):
        facts: tuple[str, ...] = (change.event, origin.fact)
        if origin.continues == "unknown":
            return Followed(id_, Fate.LEFT_OPEN, (), change.event, facts, is_there=False)
        if origin.continues == "no":
            fate = Fate.MERGED if change.results else Fate.ENDED
            return Followed(was.id, fate, change.results, change.event, facts, is_there=False)
    facts = _end(after, id_) or _end(before, was.id, later=after) or _not_on_a_complete_list(before, after, id_, was)
    return Followed(id_, Fate.ENDED if facts else Fate.NOT_TOLD, (), "", facts, is_there=False)


def _came(before: Side, after: Side, renamed: Mapping[str, str], id_: str, happened: Sequence[Happened]) -> Followed:
    """Say where a group came from that is there on the later day only.

    What a change began with was there before that change: it is not new, whether or not it was told of then.
    """
    for change, origin in _beginnings(happened, id_):
        if id_ in change.results:
            return Followed(id_, Fate.NOT_TOLD, (), change.event, (change.event, origin.fact), was_there=False)
    for change in happened:
        if id_ in (*change.results, *change.begins) and change.last > before.day:
            made = change.made_of if id_ in change.results else ()
            facts = (change.event, *(origin.fact for origin in change.origins if origin.id in made))
            back = {new: old for old, new in renamed.items()}
            others = tuple(back.get(one, one) for one in made)
            return Followed(id_, Fate.MADE if made else Fate.NEW, others, change.event, facts, was_there=False)
    facts = (id_,) if after.bounds(id_).start_earliest > before.day else _was_told_not_to_be_there(before, id_)
    facts = facts or _list_of_groups(before, _wholes(after, id_))
    return Followed(id_, Fate.NEW if facts else Fate.NOT_TOLD, (), "", facts, was_there=False)


def _touched(happened: Iterable[Happened], id_: str) -> tuple[Happened | None, Origin | None]:
    """Return the change that a group is told to have gone through and stayed, if there is one."""
    for change, origin in _beginnings(happened, id_):
        if origin.continues != "no":
            return change, origin
    return next((change for change in happened if id_ in change.results and change.ended), None), None


def _beginnings(happened: Iterable[Happened], id_: str) -> Iterator[tuple[Happened, Origin]]:
    for change in happened:
        for origin in change.origins:
            if origin.id == id_:
                yield change, origin


def _is_called_otherwise(was: Entity, here: Entity) -> bool:
    return plain(here.name) not in {plain(name) for name in (was.name, *was.aliases)}


def _renaming_event(happened: Iterable[Happened], *ids: str) -> str:
    named = (change for change in happened if change.kind == "rename")
    return next((one.event for one in named if {*(origin.id for origin in one.origins), *one.results} & {*ids}), "")


def _end(side: Side, id_: str, later: Side | None = None) -> tuple[str, ...]:
    """Return the facts by which a group is over, as one side tells; by the day of a `later` side, if given."""
    entity = side.index.entity.get(id_)
    day = (later or side).day
    if entity is None:
        return ()
    modality = side.index.end_modality(id_)
    if side.bounds(id_).end_latest <= day and modality and side.level.admits(Modality(modality)):
        named = zip(claim_ids(id_, entity.claims), entity.claims, strict=True)
        return (id_, *(fact for fact, claim in named if claim.property == "valid_to"))
    denied = later is None and entity.evidence.modality is Modality.DENIED
    return (id_,) if denied else ()


def _not_on_a_complete_list(before: Side, after: Side, id_: str, was: Entity) -> tuple[str, ...]:
    return () if id_ in after.told else _list_of_groups(after, _wholes(before, was.id))


def _list_of_groups(side: Side, wholes: Iterable[str]) -> tuple[str, ...]:
    """Return the declaration that a side tells of all groups there are, at all or of what a group is part of."""
    declared = (side.known.said.complete(whole, What.GROUPS) for whole in (*wholes, ""))
    return tuple(fact for fact in declared if fact is not None)[:1]


def _wholes(side: Side, id_: str) -> tuple[str, ...]:
    return tuple(row.finish for row in side.known.in_force(PARTS) if row.start == id_)


def _was_told_not_to_be_there(before: Side, id_: str) -> tuple[str, ...]:
    entity = before.index.entity.get(id_)
    if entity is None:
        return ()
    coming = entity.evidence.modality in {*COMING, Modality.DENIED}
    return (id_,) if coming or before.index.to_come(id_) else ()
