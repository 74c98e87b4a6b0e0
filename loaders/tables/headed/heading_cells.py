"""One heading: which field of its table it means, to the letter, in other words, or with a slip in it."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from loaders.names import Names, folded
from loaders.synonyms import SYNONYMS
from loaders.tables.cell.cells import text_of
from loaders.tables.columns import ABOUT, TABLES
from loaders.tables.headed.extra_columns import EXTRA, JOB_TITLE, ORGANISATION, POSITION, SURNAME, WORDS
from loaders.tables.headed.said_headings import BODIES, EVERYWHERE, SAID
from loaders.tables.shortcuts import SHORTCUTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from loaders.tables.cell.cells import Raw
    from loaders.tables.columns import Column

FIELD, VALUE = "field", "value"
"""The two columns of the head of a document."""

_IN_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]*[)\]]\s*$")
_NOT_FIRST_VOWELS = re.compile(r"(?<=.)[aeiou]")
_SHORTEST = 3
"""Letters without which a heading says too little for a slip to be told."""


class Heading(NamedTuple):
    """A heading that was understood: its field, and whether only as a slip for what the field is called."""

    field: str
    near: bool = False


@cache
def columns_of(table: str) -> dict[str, Column]:
    """Return the columns that a sheet may have, by field: those of its table, and those that say more than it."""
    more = (*SHORTCUTS.get(table, ()), *EXTRA.get(table, ()))
    return {**TABLES[table].by_field, **{column.field: column for column in more}}


def heading_text(cell: Raw) -> str:
    """Return a heading without marks such as a star for what is required."""
    return text_of(cell).strip("*:#† ").replace("\n", " ")


@lru_cache(maxsize=4096)
def exact(table: str, text: str) -> str | None:
    """Return the field that a heading names, with or without a unit in brackets behind it."""
    for spelling in dict.fromkeys((text, _IN_BRACKETS.sub("", text).rstrip("*: "))):
        same = _spellings(table).same(spelling) if spelling else ()
        if len(same) == 1:
            return same[0]
    return None


def near(table: str, text: str) -> tuple[str, ...]:
    """Give the fields of which a heading may be a slip; one where it is clear."""
    plain = _IN_BRACKETS.sub("", folded(text))
    if len(plain) < _SHORTEST or plain.isdigit():
        return ()
    short = _skeletons(table).get(_skeleton(plain), ())
    return short if len(short) == 1 else _spellings(table).nearest(plain)


def headings_in(table: str, row: Sequence[Raw]) -> dict[int, str]:
    """Return the fields that the cells of a row name to the letter, by their columns from 1."""
    texts = ((place, heading_text(cell)) for place, cell in enumerate(row, start=1))
    found = {place: field for place, text in texts if text and (field := exact(table, text)) is not None}
    return _of_persons(found, row) if table == "seats" else found


def _of_persons(found: dict[int, str], row: Sequence[Raw]) -> dict[int, str]:
    """Tell whose organisation and job a list of persons gives from who sits, and in which role."""
    of_bodies = [place for place, field in found.items() if field in ("member", ORGANISATION) and
                 folded(heading_text(row[place - 1])) in BODIES]  # fmt: skip
    has_person = SURNAME in found.values() or any(
        field == "member" and place not in of_bodies for place, field in found.items()
    )
    has_more = JOB_TITLE in found.values() or POSITION in found.values()
    for place in of_bodies:
        found[place] = ORGANISATION if has_person or has_more else "member"
    for place, field in found.items():
        if field == POSITION and "role" in found.values() and JOB_TITLE not in found.values():
            found[place] = JOB_TITLE
    return found


@cache
def _spellings(table: str) -> Names:
    """Return the headings of a table: in plain words, as fields are written in a document, and as people say them.

    What a column is called itself comes before other words for another one.
    """
    if table == ABOUT:
        return Names([(FIELD, FIELD), (FIELD, "what"), (VALUE, VALUE)])
    fields = columns_of(table)
    own = [(column.field, spelling) for column in fields.values() for spelling in (column.field, column.heading)]
    said = {**WORDS, **EVERYWHERE, **SAID.get(table, {})}
    others = [(field, word) for field, words in said.items() if field in fields for word in words]
    synonyms = [(field, word) for word, meant in SYNONYMS.items() for field in meant.split() if field in fields]
    found: dict[str, tuple[str, str]] = {}
    known: set[str] = set()
    for pairs in (own, others, synonyms):
        new = [pair for pair in pairs if folded(pair[1]) not in known]
        known |= {folded(spelling) for _, spelling in new}
        found |= {f"{field}/{spelling}": (field, spelling) for field, spelling in new}
    return Names(found.values())


@cache
def _skeletons(table: str) -> dict[str, tuple[str, ...]]:
    """Return the fields by their headings without vowels, as people shorten them: `Grp`."""
    if table == ABOUT:
        return {}
    found: dict[str, dict[str, None]] = {}
    for column in columns_of(table).values():
        found.setdefault(_skeleton(folded(column.heading)), {})[column.field] = None
    return {short: tuple(fields) for short, fields in found.items() if len(short) >= _SHORTEST}


def _skeleton(plain: str) -> str:
    return _NOT_FIRST_VOWELS.sub("", plain)
