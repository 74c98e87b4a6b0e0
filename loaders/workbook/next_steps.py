"""The blank cells of the sheet of groups that matter next: what is asked there, and where the answer goes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from graphmodel.evidence import What
from graphmodel.place import letters
from loaders.tables.headings import TITLES
from loaders.tables.shortcuts import ACCOUNTABLE_TO, CHAIR, TERMS
from loaders.workbook.layout import place_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from graphmodel.structure import Structure

_ASKED = {
    What.LINE: (ACCOUNTABLE_TO, "To whom does it answer?"),
    What.TERMS_OF_REFERENCE: (TERMS, "Has it terms of reference: agreed, a draft, in development, or none?"),
    What.CHAIR: (CHAIR, "Who chairs it?"),
    What.RHYTHM: ("rhythm", "How often does it meet?"),
}
_FIRST_ROW = 2


class Question(NamedTuple):
    """A blank cell that matters next: the group that it is about, what is asked, and where the answer goes."""

    group: str
    words: str
    cell: str
    sheet: str = TITLES["groups"]


def questions(structure: Structure, left_open: Iterable[tuple[str, What]]) -> Iterator[Question]:
    """Yield the cells in which goes what is left open: of which group, by its id, and what."""
    rows = {group.id: (group.name, row) for row, group in enumerate(structure.groups, start=_FIRST_ROW)}
    for group, what in left_open:
        (name, row), (field, words) = rows[group], _ASKED[what]
        yield Question(name, words, f"{letters(place_of('groups', field))}{row}")
