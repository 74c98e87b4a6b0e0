"""What matters next: of each group, to whom it answers, its terms of reference, who chairs it and how often it meets.

Only what is not known is named; a group that is over, or that is no governance group, is left alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from graphmodel.claimed import denials, firmest
from graphmodel.currency import spans
from graphmodel.dates import UNKNOWN, Current
from graphmodel.entities import GOVERNANCE_KINDS
from graphmodel.evidence import Modality, What
from graphmodel.kinds import DocumentKind, Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphmodel.dates import Day
    from graphmodel.entities import Group, Item
    from graphmodel.structure import Structure

_WRITTEN = frozenset({DocumentKind.TERMS_OF_REFERENCE, DocumentKind.CONSTITUTION})


class LeftOpen(NamedTuple):
    """Something that is not known of a group."""

    group: str
    what: What


def left_open(structure: Structure, on: Day) -> Iterator[LeftOpen]:
    """Yield what is not known of the groups that there are on a day, group by group."""
    known = _Known(structure, on)
    over = {key for key, span in spans(structure).items() if span.current(on) is Current.NO}
    for group in structure.groups:
        if group.kind in GOVERNANCE_KINDS and group.id not in over and not group.umbrella:
            yield from (LeftOpen(group.id, what) for what in known.lacks(group))


class _Known:
    def __init__(self, structure: Structure, on: Day) -> None:
        self._on = on
        written = {one.id for one in structure.documents if one.kind in _WRITTEN}
        self._there = {
            What.LINE: {line.from_ for line in structure.lines if _holds(line)},
            What.TERMS_OF_REFERENCE: {
                link.start
                for link in structure.links
                if link.TYPE == "governed_by" and link.finish in written and _holds(link)
            },
            What.CHAIR: {seat.group for seat in structure.seats if seat.role is Role.CHAIR and _holds(seat)},
        }

    def lacks(self, group: Group) -> Iterator[What]:
        denied = denials(group, self._on)
        for what, groups in self._there.items():
            is_end = what is What.LINE and group.terminus
            if group.id not in groups and what not in denied and not is_end:
                yield what
        if What.RHYTHM not in denied and not any(self._said(group, field) for field in ("rhythm", "per_year")):
            yield What.RHYTHM

    def _said(self, group: Group, field: str) -> bool:
        return getattr(group, field) not in (None, "", UNKNOWN) or bool(
            firmest(group, field, self._on, lambda modality: modality is not Modality.DENIED)
        )


def _holds(item: Item) -> bool:
    return item.evidence.modality not in (Modality.DENIED, Modality.NOT_STATED)
