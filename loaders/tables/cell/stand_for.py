"""What a column makes of a text that stands for no value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphmodel.dates import UNKNOWN
from loaders.tables.cell.dates import TO_THE_DAY
from loaders.tables.cell.placeholders import Says
from loaders.tables.cell.taken import Taken, Told
from loaders.tables.columns import Kind
from loaders.tables.shortcuts import ACCOUNTABLE_TO, CHAIR, REPORTS_TO, TERMS

if TYPE_CHECKING:
    from loaders.tables.columns import Column

_NAMES_OTHERS = frozenset({Kind.REFERENCE, Kind.REFERENCES})
_NEVER = frozenset({"id", "evidence.note", "evidence.quote", "quote", "note"})
"""Columns of which every word is kept: an id is what it is, and a note or a quotation says what it says."""
_DENIED = frozenset({ACCOUNTABLE_TO, REPORTS_TO, TERMS, CHAIR})
"""Columns in which `none` is an answer, and denies what they ask for."""
_WHO = frozenset({CHAIR, "member", ACCOUNTABLE_TO, REPORTS_TO, "to", "lead", "on_behalf_of"})
"""Columns that say who, in which `rotates` is to be asked about."""


def stands_for(column: Column, text: str, says: Says) -> Taken | None:
    """Return what a text means in a column that stands for no value; None where the column takes it as it is."""
    if says in _ALWAYS:
        return Taken(None, text, _ALWAYS[says])
    if column.kind is Kind.VALUE or column.field in _NEVER:
        return None
    if says in (Says.TO_COME, Says.NOT_KNOWN):
        return _not_known(column, text, says)
    if says is Says.NONE:
        return _none(column, text)
    is_kept = column.kind not in _NAMES_OTHERS if says is Says.VACANT else column.field not in _WHO
    is_kept = is_kept and (column.field != "name" or says is not Says.VACANT)
    if says in (Says.VACANT, Says.VARIES) and is_kept:
        return None
    return Taken(None, text, _BLANK[says])


_ALWAYS = {Says.ERROR: Told.ERROR, Says.ABOVE: Told.ABOVE}
_BLANK = {
    Says.VACANT: Told.VACANT,
    Says.ELSEWHERE: Told.ELSEWHERE,
    Says.NOTHING: Told.NOTHING,
    Says.VARIES: Told.NOT_EVIDENCED,
}


def _not_known(column: Column, text: str, says: Says) -> Taken | None:
    """Say `unknown` where the column can; what is still to come has no date, not even an unknown one."""
    if column.kind is Kind.DATE:
        if text.casefold() == UNKNOWN:
            return None
        known_to_be = says is Says.NOT_KNOWN and column.field not in TO_THE_DAY
        return Taken(UNKNOWN, text, Told.UNKNOWN) if known_to_be else Taken(None, text, Told.NOT_EVIDENCED)
    if UNKNOWN in column.words:
        return Taken(UNKNOWN, text, Told.UNKNOWN)
    return Taken(None, text, Told.NOT_EVIDENCED)


def _none(column: Column, text: str) -> Taken | None:
    if column.kind is Kind.NUMBER and text.casefold() == "nil":
        return Taken(0, text, Told.READ)
    is_said = column.field in _DENIED or column.kind is Kind.TEXT
    return None if is_said else Taken(None, text, Told.NONE)
