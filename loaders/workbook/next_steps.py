"""What matters next: of each group, to whom it answers, its terms of reference, who chairs it and how often it meets.

Only what is not known is asked; a group that is over, or that is no governance group, is left alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from graphmodel.claimed import denials, firmest
from graphmodel.currency import spans
from graphmodel.dates import UNKNOWN, Current
from graphmodel.entities import GOVERNANCE_KINDS
from graphmodel.evidence import Modality, What
from graphmodel.kinds import DocumentKind, Role
from graphmodel.place import letters
from loaders.tables.headings import TITLES
from loaders.tables.shortcuts import ACCOUNTABLE_TO, CHAIR, TERMS
from loaders.workbook.layout import place_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphmodel.dates import Day
    from graphmodel.entities import Group, Item
    from graphmodel.structure import Structure

_ASKED = {
    ACCOUNTABLE_TO: "To whom does it answer?",
    TERMS: "Has it terms of reference: agreed, a draft, in development, or none?",
    CHAIR: "Who chairs it?",
    "rhythm": "How often does it meet?",
}
_FIRST_ROW = 2
_WRITTEN = frozenset({DocumentKind.TERMS_OF_REFERENCE, DocumentKind.CONSTITUTION})


class Question(NamedTuple):
    """A blank cell that matters next: the group that it is about, what is asked, and where the answer goes."""

    group: str
    words: str
    cell: str
    sheet: str = TITLES["groups"]


def questions(structure: Structure, on: Day) -> Iterator[Question]:
    """Yield what is not known of the groups that there are on a day, group by group."""
    known = _Known(structure, on)
    over = {key for key, span in spans(structure).items() if span.current(on) is Current.NO}
    for row, group in enumerate(structure.groups, start=_FIRST_ROW):
        if group.kind in GOVERNANCE_KINDS and group.id not in over and not group.umbrella:
            for field in known.left_open(group):
                yield Question(group.name, _ASKED[field], f"{letters(place_of('groups', field))}{row}")


class _Known:
    def __init__(self, structure: Structure, on: Day) -> None:
        self._on = on
        written = {one.id for one in structure.documents if one.kind in _WRITTEN}
        self._there = {
            ACCOUNTABLE_TO: {line.from_ for line in structure.lines if _holds(line)},
            TERMS: {
                link.start
                for link in structure.links
                if link.TYPE == "governed_by" and link.finish in written and _holds(link)
            },
            CHAIR: {seat.group for seat in structure.seats if seat.role is Role.CHAIR and _holds(seat)},
        }

    def left_open(self, group: Group) -> Iterator[str]:
        denied = denials(group, self._on)
        for field, what in ((ACCOUNTABLE_TO, What.LINE), (TERMS, What.TERMS_OF_REFERENCE), (CHAIR, What.CHAIR)):
            is_end = field == ACCOUNTABLE_TO and group.terminus
            if group.id not in self._there[field] and what not in denied and not is_end:
                yield field
        if What.RHYTHM not in denied and not any(self._said(group, field) for field in ("rhythm", "per_year")):
            yield "rhythm"

    def _said(self, group: Group, field: str) -> bool:
        return getattr(group, field) not in (None, "", UNKNOWN) or bool(
            firmest(group, field, self._on, lambda modality: modality is not Modality.DENIED)
        )


def _holds(item: Item) -> bool:
    return item.evidence.modality not in (Modality.DENIED, Modality.NOT_STATED)
