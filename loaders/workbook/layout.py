"""Where everything stands in a workbook: the order of its sheets, and what of each stands in front.

What people fill in first stands left and is shown; the rest is folded away behind it, so that no sheet frightens.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from loaders.tables.columns import ABOUT, ABOUT_COLUMNS, CLAIMS, ORIGINALS, TABLES, Column, Kind
from loaders.tables.headed.recognise import FIELD, VALUE
from loaders.tables.headings import TITLES
from loaders.tables.shortcuts import ACCOUNTABLE_TO, CHAIR, REPORTS_TO, SHORTCUTS, TERMS

if TYPE_CHECKING:
    from collections.abc import Mapping

ORDER = (
    ABOUT, "bodies", "groups", "posts", "people", "seats", "lines", "documents", "plans", "milestones", "funds",
    "links", "areas", "events", "sources", "completeness", "silences", CLAIMS, ORIGINALS,
)  # fmt: skip
"""The sheets from left to right."""
ONLY_WHERE_FILLED = frozenset({"silences", CLAIMS, ORIGINALS})

_FRONT: Mapping[str, tuple[str, ...]] = {
    "bodies": ("name", "kind", "sector"),
    "groups": (
        "name", "kind", ACCOUNTABLE_TO, REPORTS_TO, TERMS, CHAIR, "rhythm", "per_year", "purpose", "functions", "tier",
    ),
    "posts": ("name", "responsible_for", "fte", "vacant_since"),
    "people": ("name", "public_role"),
    "seats": ("member", "group", "role", "capacity", "on_behalf_of", "voting", "vacant_since"),
    "lines": ("from", "to", "kind", "subject", "frequency", "form", "lead"),
    "documents": ("name", "kind", "status", "approved_on", "approved_by", "review_due"),
    "plans": ("name", "kind", "themes", "single_agency"),
    "milestones": ("name", "plan", "due", "done_on"),
    "funds": ("name", "kind", "amount", "accountable_body", "ring_fenced", "restricted_to"),
    "links": ("from", "type", "to", "subject"),
    "areas": ("name", "authority_type", "nation", "adjoins"),
    "events": ("name", "kind", "date", "participants", "subjects", "results"),
    "sources": ("name", "date", "version", "address"),
    "completeness": ("about", "of", "valid_from", "valid_to"),
    "silences": ("about", "what", "note"),
    CLAIMS: ("about", "property", "value"),
    ORIGINALS: ("event", "id", "continues"),
}  # fmt: skip

_WIDTHS = {
    "name": 38.0, "kind": 20.0, "purpose": 34.0, "functions": 26.0, "note": 40.0, "reason": 40.0, "quote": 40.0,
    "id": 26.0, "fte": 12.0, "per_year": 9.0, "tier": 13.0, "role": 18.0, "capacity": 18.0, "voting": 8.0,
    "lead": 9.0, "rhythm": 17.0, "from": 34.0, "to": 34.0, "member": 34.0, "group": 34.0, "on_behalf_of": 28.0,
    ACCOUNTABLE_TO: 28.0, REPORTS_TO: 28.0, TERMS: 22.0, CHAIR: 26.0, "about": 36.0, "type": 22.0, "address": 40.0,
    "responsible_for": 40.0, "participants": 30.0, "subjects": 30.0, "results": 30.0, "event": 34.0,
    "accountable_body": 28.0, "approved_by": 28.0, "of": 26.0, "value": 30.0, "restricted_to": 26.0,
}  # fmt: skip
_BY_KIND = {Kind.NUMBER: 12.0, Kind.YES_OR_NO: 12.0, Kind.DATE: 14.0, Kind.REFERENCE: 26.0, Kind.REFERENCES: 28.0}
_USUAL = 20.0

SEVERAL = "Several: with ; between them."
_HELP = {
    "id": "A short name for the machine, without spaces. Leave it blank: it is made from the name.",
    "aliases": "Other names and short forms of the same thing. They may be used wherever its name may.",
    "named": "No where the name is yours and the source gives none.",
    "set": "Yes where one row stands for several of a kind.",
    "umbrella": "Yes where its members may have rows of their own, so that it counts as none.",
}
_AS_PEOPLE_SAY_IT = (
    ("The id of ", "The name of "),
    ("The ids of ", "The names of "),
    ("Left out: ", "Blank: "),
    ("true where ", "Yes where "),
    ("true for ", "Yes for "),
    ("false where ", "No where "),
    ("false for ", "No for "),
    (" the file", " the workbook"),
)


@dataclass(frozen=True)
class Shown:
    """A column as it stands on a sheet: what of the model it holds, how wide it is and whether it is folded away."""

    column: Column
    width: float
    folded: bool

    @property
    def heading(self) -> str:
        """The heading, with the mark of what every row needs."""
        return f"{self.column.heading} *" if self.column.required and self.column.field != "id" else self.column.heading


@cache
def columns_of(table: str) -> tuple[Shown, ...]:
    """Return the columns of a sheet from left to right."""
    if table == ABOUT:
        return (
            _shown(Column(FIELD, "What", Kind.TEXT)),
            _shown(Column(VALUE, "Value", Kind.TEXT)),
        )
    known = {column.field: column for column in (*TABLES[table].columns, *SHORTCUTS.get(table, ()))}
    front = _FRONT[table]
    behind = [field for field in known if field not in front]
    return (*(_shown(known[field]) for field in front), *(_shown(known[field], folded=True) for field in behind))


@cache
def place_of(table: str, field: str) -> int:
    """Tell in which column, from 1, a field stands."""
    return next(place for place, one in enumerate(columns_of(table), start=1) if one.column.field == field)


def about_columns() -> tuple[Shown, ...]:
    """Return what stands on the sheet about the whole, a row each."""
    return tuple(_shown(replace(column, required=False)) for column in ABOUT_COLUMNS.values())


def titles_of(tables: Mapping[str, list[dict[str, str | float]]]) -> dict[str, str]:
    """Return the sheets that a workbook with these rows has, and their titles."""
    return {table: TITLES[table] for table in ORDER if table not in ONLY_WHERE_FILLED or tables.get(table)}


def _shown(column: Column, *, folded: bool = False) -> Shown:
    last = column.field.rpartition(".")[2]
    wide = _WIDTHS.get(last) or _BY_KIND.get(column.kind, _USUAL)
    return Shown(replace(column, help=_help(column, last)), wide, folded)


def _help(column: Column, field: str) -> str:
    """Say what a column is for to somebody who writes names and not ids."""
    words = _HELP.get(field) if column.field != "originals.id" and column.kind is not Kind.REFERENCE else None
    words = words or column.help
    for ours, theirs in _AS_PEOPLE_SAY_IT:
        words = words.replace(ours, theirs)
    more = [words, "Every row needs it." if column.required and field != "id" else ""]
    more.append(SEVERAL if column.kind in (Kind.REFERENCES, Kind.WORDS, Kind.TEXTS, Kind.DATES) else "")
    more.append("Such as 1 April 2026, April 2026 or 2026." if column.kind is Kind.DATE else "")
    return " ".join(filter(None, more))
