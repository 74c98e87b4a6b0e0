"""What became of each box and line of a map, and the words that stand on it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping

from graphmodel.entities import Event
from graphmodel.evidence import Modality
from queries.differences.difference import Fate, Followed, Row
from queries.differences.difference import Turn as RowTurn
from viz.differences.states import States, ends, type_of
from viz.differences.words import changes_in_words, value_in_words
from viz.map.view import Line, Relation, Turn
from viz.wording import MODALITIES, plain

_TYPES = {Relation.SEAT: "seat", **dict.fromkeys((r for r in Relation if r.answers), "line")}
_MADE_BY: Mapping[str, str] = {
    "merge": "merged into",
    "absorb": "absorbed into",
    "incorporate": "taken into",
    "integrate": "integrated into",
    "split": "split into",
    "overlay": "overlaid by",
    "colocate": "brought together in",
    "rename": "now called",
}
_SHOWN = frozenset({"kind", "tier", "rhythm", "per_year", "hours", "count", "terminus", "modality"})
"""Properties of which a map tells that they changed; the paper tells of all."""


class Turns:
    """Tells what became of whatever a map shows, by the ids that the map has."""

    def __init__(self, states: States) -> None:
        self.states = states
        self._entities: dict[str, Row] = {}
        self._relations: dict[tuple[str, ...], Row] = {}
        for row in states.difference.patch.rows:
            if type_of(row):
                key = (type_of(row), *(states.veil.id(states.later(end)) for end in ends(row)))
                self._relations[(row.turn.value, *key)] = row
            else:
                self._entities[states.veil.id(states.later(row.key))] = row
        self._fates = {states.veil.id(id_): followed for id_, followed in states.fates.items()}
        self._chairs = self._who_chairs()
        self._documents = self._what_governs()

    def kept(self, box: str, words: tuple[str, ...]) -> Turn:
        """Return what a box is that both states have, with these words on it."""
        followed = self._fates.get(box)
        if followed is not None and followed.fate is Fate.LEFT_OPEN:
            return Turn.OPEN
        if followed is not None and not followed.was_evidenced:
            return Turn.NOT_BEFORE
        if followed is not None and not followed.is_evidenced:
            return Turn.NOT_AFTER
        return Turn.CHANGED if words else Turn.NONE

    def past(self, box: str) -> Turn:
        """Return what became of a box that only the earlier state has."""
        followed = self._fates.get(box)
        if followed is not None and followed.fate in (Fate.MERGED, Fate.ENDED):
            return Turn.OVER
        return self._of_row(box, Turn.UNTOLD)

    def fresh(self, box: str) -> Turn:
        """Return what a box is that only the later state has."""
        followed = self._fates.get(box)
        if followed is not None and followed.fate in (Fate.NEW, Fate.MADE):
            return Turn.NEW
        return self._of_row(box, Turn.FIRST_TOLD)

    def past_line(self, line: Line) -> Turn:
        """Return what became of a line that only the earlier state has."""
        return self._of_line(line, RowTurn.REMOVED, Turn.UNTOLD)

    def fresh_line(self, line: Line) -> Turn:
        """Return what a line is that only the later state has."""
        return self._of_line(line, RowTurn.ADDED, Turn.FIRST_TOLD)

    def words(self, box: str) -> tuple[str, ...]:
        """Return what stands on a box: what became of it, or what it was."""
        followed, row = self._fates.get(box), self._entities.get(box)
        told = tuple(self._fate(followed)) if followed else ()
        if row is not None and row.turn is RowTurn.CHANGED:
            named = [f"was: {field.was}" for field in row.fields if field.name == "name"]
            told = (*told, *map(self.states.veil.text, named), *changes_in_words(row, self.states, only=_SHOWN))
        return (*told, *self._chairs.get(box, ()), *self._documents.get(box, ()))

    def changes(self, boxes: Collection[str]) -> Iterator[Line]:
        """Yield an arrow from each thing that a change began with to what came of it, where both are drawn."""
        veil, states = self.states.veil, self.states
        drawn: dict[tuple[str, str], Followed] = {}
        for followed in states.difference.groups:
            for one, other in _pairs(followed, states.event(followed)):
                drawn.setdefault((veil.id(states.later(one)), veil.id(states.later(other))), followed)
        for number, ((source, target), followed) in enumerate(drawn.items(), start=1):
            if source != target and {source, target} <= set(boxes):
                words, firm = self._made_by(followed), self._how_firmly(followed, source)
                yield Line(f"became-{number}", source, target, Relation.BECAME, words, firm)

    def _how_firmly(self, followed: Followed, source: str) -> str:
        """Say how firmly it stands that something went into a change, where that is not plainly stated."""
        event, veil, states = self.states.event(followed), self.states.veil, self.states
        if event is None:
            return ""
        found = [one.evidence for one in event.originals if veil.id(states.later(one.id)) == source]
        weak = [one.modality for one in (event.evidence, *found) if one.modality is not Modality.STATED]
        return ", ".join(dict.fromkeys(MODALITIES[one] for one in weak))

    def _of_row(self, box: str, otherwise: Turn) -> Turn:
        row = self._entities.get(box)
        return self.states.turn(row) if row is not None and row.turn is not RowTurn.CHANGED else otherwise

    def _of_line(self, line: Line, turn: RowTurn, otherwise: Turn) -> Turn:
        type_ = _TYPES.get(line.relation, line.relation.value)
        row = self._relations.get((turn.value, type_, line.source, line.target))
        if row is not None:
            return self.states.turn(row)
        if self.states.same_file:
            return Turn.NEW if turn is RowTurn.ADDED else Turn.OVER
        return otherwise

    def _fate(self, followed: Followed) -> Iterator[str]:
        states = self.states
        when = states.when(followed)
        others = len(followed.others)
        if followed.fate is Fate.MERGED:
            yield f"{self._made_by(followed).partition(' ')[0]} {when}".strip()
        elif followed.fate is Fate.ENDED:
            yield f"ended {when}".strip()
        if followed.fate in (Fate.MERGED, Fate.ENDED) and (firm := states.how_ended(followed.group)):
            yield f"that it ended: {firm}"
        if followed.fate is Fate.MADE and others:
            made = states.name(followed.others[0]) if others == 1 else f"{others} others"
            yield " ".join(part for part in ("made from", made, when) if part)
        elif followed.fate is Fate.NEW and when:
            yield when

    def _made_by(self, followed: Followed) -> str:
        event = self.states.event(followed)
        return _MADE_BY.get(event.kind.value if event else "merge", "became part of")

    def _what_governs(self) -> Mapping[str, tuple[str, ...]]:
        """Return the words on groups that work under a document whose status is another now."""
        states = self.states
        found: dict[str, list[str]] = defaultdict(list)
        for row in states.difference.patch.of("documents", RowTurn.CHANGED):
            status = next((field for field in row.fields if field.name == "status"), None)
            kind = plain(str((row.now or {}).get("kind") or "document"))
            for link in states.after.links if status else ():
                if link.TYPE == "governed_by" and link.finish == row.key and status:
                    now, was = (value_in_words(value, states) for value in (status.now, status.was))
                    found[states.veil.id(link.start)].append(f"{kind}: {now} (was: {was})")
        return {group: tuple(words) for group, words in found.items()}

    def _who_chairs(self) -> Mapping[str, tuple[str, ...]]:
        """Return the words on groups whose chair is another now."""
        was: dict[str, list[str]] = defaultdict(list)
        now: dict[str, list[str]] = defaultdict(list)
        for row in self.states.difference.patch.of("seats", RowTurn.ADDED, RowTurn.REMOVED):
            told = row.now or row.was or {}
            if told.get("role") == "chair":
                member, group = ends(row)
                side = now if row.turn is RowTurn.ADDED else was
                side[self.states.later(group)].append(self.states.name(self.states.later(member)))
        return {
            group: (
                "another person chairs"
                if was[group] == now[group]
                else f"chair: {', '.join(was[group])}, now {', '.join(now[group])}",
            )
            for group in now
            if group in was
        }


def _pairs(followed: Followed, event: Event | None) -> Iterator[tuple[str, str]]:
    """Yield what a change began with and what came of it; that the first goes on all the same makes no difference."""
    if followed.fate is Fate.MERGED:
        yield from ((followed.group, other) for other in followed.others)
    if followed.fate in (Fate.NEW, Fate.MADE) and event is not None and followed.group in event.results:
        yield from ((original.id, followed.group) for original in event.originals)
    elif followed.fate is Fate.MADE:
        yield from ((other, followed.group) for other in followed.others)
