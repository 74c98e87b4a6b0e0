"""Two states with what is said of their difference at hand: names, groups by their fate, and how sure a turn is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any

from graphmodel.currency import end_modalities, spans
from graphmodel.dates import UNKNOWN, Span, earliest, latest, partial
from graphmodel.entities import Entity, Event
from graphmodel.entities import Item as Dated
from graphmodel.evidence import Modality
from graphmodel.relations import RELATIONS
from graphmodel.structure import Structure
from queries.differences.difference import Difference, Fate, Followed, Row
from queries.differences.difference import Turn as RowTurn
from queries.wording import when_in_words
from viz.map.view import Turn
from viz.paper import Block, Bullets, Heading, Item, Paper, Paragraph, Table
from viz.privacy import Veil
from viz.statement.words import called
from viz.wording import MODALITIES

ENDS: Mapping[str, tuple[str, str]] = {cls.TYPE: (cls.START.word, cls.FINISH.word) for cls in RELATIONS}
"""The two properties of a relation's row that name its ends, by the relation's type."""
_TYPES = {"seats": "seat", "lines": "line"}


class States:
    """A difference with the two structures that it is between."""

    def __init__(self, difference: Difference, before: Structure, after: Structure, *, names: bool = False) -> None:
        self.difference = difference
        self.before, self.after = before, after
        self.veil = joint_veil(before, after, names=names)
        self.same_file = difference.before.content == difference.after.content
        self.renamed = difference.patch.renamed

    def veiled(self, paper: Paper) -> Paper:
        """Return a paper without the names of persons, wherever one stands in it."""
        return replace(paper, title=self.veil.text(paper.title), blocks=tuple(map(self._block, paper.blocks)))

    def _block(self, block: Block) -> Block:
        text = self.veil.text
        if isinstance(block, Heading | Paragraph):
            return replace(block, text=text(block.text))
        if isinstance(block, Bullets):
            return Bullets(tuple(map(self._item, block.items)))
        if isinstance(block, Table):
            rows = tuple(tuple(map(text, row)) for row in block.rows)
            return Table(tuple(map(text, block.header)), rows, text(block.caption))
        return block

    def _item(self, item: Item) -> Item:
        text = self.veil.text
        return Item(text(item.text), tuple(map(self._item, item.children)), text(item.label), item.link)

    def name(self, entity: str) -> str:
        """Return the name of an id, as it may be shown."""
        found = self.entity.get(entity)
        return self.veil.text(self.difference.names.get(entity) or (found.name if found else entity))

    def name_then(self, entity: str) -> str:
        """Return the name that something had in the earlier state, as it may be shown; by either of its ids."""
        back = {new: old for old, new in self.renamed.items()}
        found = self._entity_then.get(back.get(entity, entity))
        return self.veil.text(found.name) if found else self.name(entity)

    @cached_property
    def _entity_then(self) -> Mapping[str, Entity]:
        return {entity.id: entity for entity in self.before.entities()}

    def called(self, entity: str) -> str:
        """Return the name of an id as it stands within a sentence."""
        found = self.entity.get(entity)
        return self.veil.text(called(found)) if found else self.name(entity)

    def holder(self, entity: Entity) -> Structure:
        """Return the structure that something was read from."""
        return self.after if any(one is entity for one in self.after.entities()) else self.before

    @cached_property
    def entity(self) -> Mapping[str, Entity]:
        """Whatever is in either structure by its id, as the later has it where both do."""
        return {entity.id: entity for side in (self.before, self.after) for entity in side.entities()}

    @cached_property
    def fates(self) -> Mapping[str, Followed]:
        """What became of each group, by its later id where it has one."""
        return {self.later(followed.group): followed for followed in self.difference.groups}

    def later(self, entity: str) -> str:
        """Return the id that something goes by now."""
        return self.renamed.get(entity, entity)

    def event(self, followed: Followed) -> Event | None:
        """Return the change that says what became of a group."""
        found = self.entity.get(followed.event)
        return found if isinstance(found, Event) else None

    def when(self, followed: Followed) -> str:
        """Return the date of that change with the word before it, as exactly as it is known; else nothing."""
        day = self.day_of(followed)
        return when_in_words(day) if day else ""

    def day_of(self, followed: Followed) -> str:
        """Return that date as it is written; empty where it is not known."""
        event, group = self.event(followed), self.entity.get(followed.group)
        begun = group.valid_from if group and followed.fate in _BEGUN else None
        day = (event.date if event else None) or begun or self._end(followed.group)
        return day if day and day != UNKNOWN else ""

    def how_ended(self, group: str) -> str:
        """Say how firmly it stands that something ended, where that is not plainly stated."""
        modality = self._end_modalities.get(self.later(group)) or self._end_modalities.get(group)
        return "" if modality in (None, Modality.STATED) else MODALITIES[Modality(modality)]

    @cached_property
    def _end_modalities(self) -> Mapping[str, Modality]:
        return {**end_modalities(self.before), **end_modalities(self.after)}

    def _end(self, group: str) -> str | None:
        entity = self.entity.get(group)
        if entity is None:
            return None
        told = [claim.value for claim in entity.claims if claim.property == "valid_to"]
        return entity.valid_to or (partial(str(told[0])) if told else None)

    def turn(self, row: Row) -> Turn:
        """Return what became of what a row is about, and whether that is evidenced or only told by one of two files."""
        if row.turn is RowTurn.CHANGED:
            return Turn.CHANGED
        added = row.turn is RowTurn.ADDED
        dated = self._is_dated(row, added=added) or self._other_says(row, added=added)
        if self.same_file or dated or any(self._turned(end, row) for end in ends(row)):
            return Turn.NEW if added else Turn.OVER
        return Turn.FIRST_TOLD if added else Turn.UNTOLD

    def _turned(self, end: str, row: Row) -> bool:
        """Tell whether a group at an end of a row is evidenced to be new, or over, so that the row is as well."""
        followed = self.fates.get(self.later(end))
        return followed is not None and followed.fate in (_BEGUN if row.turn is RowTurn.ADDED else _GONE)

    def _other_says(self, row: Row, *, added: bool) -> bool:
        """Tell whether the other file has a row too, with a date by which it is over, or had not begun."""
        when, items = self._others[added]
        key = row.was_key if added else row.key
        item = items.get(key)
        if item is None or key not in when or not self.difference.level.admits(item.evidence.modality):
            return False
        if added:
            return when[key].start_earliest > self.difference.before.as_of
        return when[key].end_latest <= self.difference.after.as_of

    @cached_property
    def _others(self) -> Mapping[bool, tuple[Mapping[str, Span], Mapping[str, Dated]]]:
        return {added: (spans(side), dict(side.items())) for added, side in ((True, self.before), (False, self.after))}

    def _is_dated(self, row: Row, *, added: bool) -> bool:
        """Tell whether a row says itself that it began, or ended, between the two days."""
        first, last = self.difference.before.as_of, self.difference.after.as_of
        told = dates((row.now if added else row.was) or {}, "valid_from" if added else "valid_to")
        return any(first < earliest(day) and latest(day) <= last for day in told)


_BEGUN = frozenset({Fate.NEW, Fate.MADE})
_GONE = frozenset({Fate.ENDED, Fate.MERGED})


def joint_veil(before: Structure, after: Structure, *, names: bool) -> Veil:
    """Return what hides the persons of both."""
    earlier: dict[str, Sequence[str]] = {p.id: (p.name, *p.aliases, p.id) for p in before.people}
    return Veil(after, names=names, also=earlier)


def ends(row: Row) -> tuple[str, ...]:
    """Return the ids at the two ends of a relation's row; an entity's has none."""
    told, type_ = row.now or row.was or {}, type_of(row)
    return tuple(str(told[word]) for word in ENDS.get(type_, ()) if told.get(word) is not None)


def type_of(row: Row) -> str:
    """Return the type of relation that a row holds; empty for an entity's."""
    told = row.now or row.was or {}
    return _TYPES.get(row.table, str(told.get("type", "")) if row.table == "links" else "")


def dates(told: Mapping[str, Any], property_: str) -> Iterator[str]:
    """Yield the dates that a row gives for one of its properties: its own, else those that are claimed."""
    own = told.get(property_)
    claimed = [claim.get("value") for claim in told.get("claims", ()) if claim.get("property") == property_]
    for value in [own] if own not in (None, UNKNOWN) else claimed:
        if value not in (None, UNKNOWN):
            yield partial(str(value))
