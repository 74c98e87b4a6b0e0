"""The groups of a structure, a row each: what each is for, who chairs it, to whom it answers, by what terms."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from graphmodel.entities import Group
from graphmodel.index import Index
from viz.map.order import by_role, groups_in_order
from viz.map.outline import NOT_EVIDENCED, said
from viz.map.ties import ROLES
from viz.map.view import Box, Line, Relation, View
from viz.privacy import Veil
from viz.wording import plain

_TERMS = "Terms of reference: "
_CHAIRS = next(words for role, words in ROLES.items() if role == "chair")


@dataclass(frozen=True, slots=True)
class GroupRow:
    """What is known of one group, in words; what is not evidenced says so."""

    id: str
    name: str
    kind: str
    tier: str
    purpose: str
    chair: str
    answers_to: str
    terms: str
    rhythm: str
    seats: int


def register(view: View, index: Index, veil: Veil) -> tuple[GroupRow, ...]:
    """Return the groups that are there on the day, from the top down. `view` is the picture of the same structure."""
    keeper = _Keeper(view, index, veil)
    return tuple(keeper.row(box) for box in groups_in_order(view) if not box.gone)


class _Keeper:
    """Knows the boxes and the lines of a picture by their ends."""

    def __init__(self, view: View, index: Index, veil: Veil) -> None:
        self._index, self._veil = index, veil
        self._boxes = {box.id: box for box in view.boxes}
        self._answers: dict[str, list[Line]] = defaultdict(list)
        self._seats: dict[str, list[Line]] = defaultdict(list)
        for line in view.lines:
            if line.relation.answers:
                self._answers[line.source].append(line)
            elif line.relation is Relation.SEAT:
                self._seats[line.target].append(line)

    def row(self, box: Box) -> GroupRow:
        group = self._index.entity[box.id]
        seats = by_role(self._seats[box.id], self._boxes)
        return GroupRow(
            id=box.id,
            name=f"{box.label} ({box.several})" if box.several else box.label,
            kind=box.kind,
            tier=box.tier or "not known",
            purpose=self._veil.text(_purpose(group)) if isinstance(group, Group) else "",
            chair=_listed(self._holder(seat) for seat in seats if seat.label == _CHAIRS),
            answers_to=_listed(said(line, self._boxes[line.target].label) for line in self._answers[box.id]),
            terms=next(
                (told.removeprefix(_TERMS) for told in box.details if told.startswith(_TERMS)),
                f"not asked of a {box.kind}",
            ),
            rhythm=self._veil.text(_rhythm(group)) if isinstance(group, Group) else "",
            seats=len(seats),
        )

    def _holder(self, seat: Line) -> str:
        name = self._boxes[seat.source].label
        return f"{name} ({seat.tag})" if seat.tag else name


def _listed(words: Iterable[str]) -> str:
    return "; ".join(words) or NOT_EVIDENCED


def _purpose(group: Group) -> str:
    told = group.purpose or ", ".join(plain(word) for word in (*group.functions, *group.themes))
    return f"{told[:1].upper()}{told[1:]}" if told else NOT_EVIDENCED


def _rhythm(group: Group) -> str:
    if group.rhythm:
        return group.rhythm
    if isinstance(group.per_year, float | int):
        return f"{group.per_year:g} times a year"
    return NOT_EVIDENCED


def _terms(box: Box) -> str:
    """The state of the terms of reference; of what needs none, such as a staff team, they are not asked."""
    found = (told.removeprefix(_TERMS) for told in box.details if told.startswith(_TERMS))
    return next(found, f"not asked of a {box.kind}")
