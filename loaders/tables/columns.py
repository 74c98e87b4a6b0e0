"""The tables of a structure and their columns, taken from the model: what stands in each, and what it is called.

A table has a row a thing. What a thing rests on stands in columns of the same row; its claims, and the originals of an
event, are tables of their own that name it. The head of the document is a table of two columns, `about`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum, StrEnum
from functools import cached_property
from types import UnionType
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeAlias, Union, get_args, get_origin, get_type_hints

from graphmodel.checks import ANYTHING, ON_BEHALF_OF, REFERENCES
from graphmodel.dates import FullDate, PartialDate
from graphmodel.descriptions import description
from graphmodel.entities import Original
from graphmodel.evidence import Claim, Completeness, Evidence, FactId, Id, Silence
from graphmodel.relations import LINKS, Relation, ReportingLine, Seat
from graphmodel.structure import ENTITY_TABLES, Structure
from loaders.shape import fields_of
from loaders.tables.headings import HEADINGS, TITLES

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping

    from pydantic import BaseModel

_Annotation: TypeAlias = Any

EVIDENCE = "evidence."
"""How the field of a column begins that belongs to the evidence of its row."""

ABOUT, CLAIMS, ORIGINALS = "about", "claims", "originals"
"""The tables that are none in a document: its head, the claims on its items and what its events began with."""

HEAD = ("id", "title", "as_of", "profile", "source", "note")
"""The fields of the head of a document, a row each in its table."""


class Kind(Enum):
    """What the cells of a column hold."""

    TEXT = "text"
    TEXTS = "texts"
    WORD = "word"
    WORDS = "words"
    NUMBER = "number"
    YES_OR_NO = "yes or no"
    DATE = "date"
    DATES = "dates"
    REFERENCE = "reference"
    REFERENCES = "references"
    VALUE = "value"


@dataclass(frozen=True)
class Column:
    """One column: the field that it fills, its heading in plain words, and what its cells hold.

    `words` are those of a closed list (of a number or a yes, at most "unknown": a source says that it is not known),
    `refers` the types of entity that a reference may lead to (none: anything).
    """

    field: str
    heading: str
    kind: Kind
    help: str = ""
    words: tuple[str, ...] = ()
    refers: frozenset[str] = ANYTHING
    required: bool = False

    @property
    def is_reference(self) -> bool:
        """Whether the cells name other things of the structure."""
        return self.kind in (Kind.REFERENCE, Kind.REFERENCES)


@dataclass(frozen=True)
class Table:
    """One table: its name in a document, its title as a sheet, and its columns. `type` is that of its entities."""

    name: str
    title: str
    columns: tuple[Column, ...]
    type: str = ""

    @cached_property
    def by_field(self) -> Mapping[str, Column]:
        """The columns by their fields."""
        return {column.field: column for column in self.columns}


_NOT_COLUMNS = frozenset({"evidence", "claims", "originals"})
_FIRST = ("about", "event", "name", "type", "from", "to", "kind", "member", "group", "role", "property", "of", "what")
_LAST = ("valid_from", "valid_to", "aliases", "named", "set", "count", "umbrella", "id")


def _table(name: str, *classes: type[BaseModel], before: tuple[Column, ...] = (), type_: str = "") -> Table:
    found = {column.field: column for column in before}
    for class_ in classes:
        for column in _columns(name, class_):
            known = found.setdefault(column.field, column)
            if known.required and not column.required:
                found[column.field] = replace(known, required=False)
    fields = [field for field in found if field not in (*_FIRST, *_LAST)]
    ordered = (*(field for field in _FIRST if field in found), *fields, *(field for field in _LAST if field in found))
    evidence = _evidence() if "evidence" in fields_of(classes[0]) else ()
    return Table(name, TITLES[name], (*(found[field] for field in ordered), *evidence), type_)


def _columns(table: str, class_: type[BaseModel], only: Collection[str] = ()) -> Iterator[Column]:
    hints = get_type_hints(class_, include_extras=True)
    ends = {end.word: end for end in (class_.START, class_.FINISH)} if issubclass(class_, Relation) else {}
    for own, info in class_.model_fields.items():
        name = info.alias or own
        is_end = class_ in LINKS and name in (*ends, "type")
        if name in _NOT_COLUMNS or is_end or (only and name not in only):
            continue
        parts = _parts(hints[own])
        yield Column(
            field=name,
            heading=HEADINGS.get(f"{table}.{name}") or HEADINGS[name],
            kind=Kind.TEXT if name == "id" else _kind(parts),
            help=description(class_.__name__, name) or "",
            words=tuple(dict.fromkeys(word for part in parts for word in _words(part))),
            refers=ends[name].types if name in ends else _wanted(class_, name),
            required=info.is_required(),
        )


def _evidence() -> Iterator[Column]:
    for column in _columns("evidence", Evidence):
        yield replace(column, field=EVIDENCE + column.field)


def _wanted(class_: type[BaseModel], name: str) -> frozenset[str]:
    if name in ("source", "updates"):
        return frozenset({"source"})
    if class_ is Seat and name == "on_behalf_of":
        return ON_BEHALF_OF
    return frozenset(REFERENCES.get(getattr(class_, "TYPE", ""), {}).get(name, ANYTHING))


def _parts(hint: _Annotation) -> tuple[_Annotation, ...]:
    """Split what a field allows, without looking behind what has a name of its own, such as a partial date.

    A choice with bounds is split as one without.
    """
    if _origin(hint) is Annotated and _is_choice(get_args(hint)[0]):
        hint = get_args(hint)[0]
    return tuple(part for part in get_args(hint) if part is not type(None)) if _is_choice(hint) else (hint,)


def _is_choice(hint: _Annotation) -> bool:
    return _origin(hint) in (Union, UnionType)


def _origin(hint: _Annotation) -> object:
    return get_origin(hint)


def _kind(parts: Collection[_Annotation]) -> Kind:
    return next(kind for fits, kind in _KINDS if any(fits(part) for part in parts))


def _words(part: _Annotation) -> tuple[str, ...]:
    if _origin(part) is tuple:
        return _words(get_args(part)[0])
    if _origin(part) is Literal:
        return tuple(map(str, get_args(part)))
    return tuple(part) if isinstance(part, type) and issubclass(part, StrEnum) else ()


def _is_list_of_words(part: _Annotation) -> bool:
    return _origin(part) is tuple and bool(_words(part))


# The first that fits counts: a value that a claim gives may be a yes, a number or a text.
_KINDS: tuple[tuple[Callable[[_Annotation], bool], Kind], ...] = (
    (lambda part: part in (PartialDate, FullDate), Kind.DATE),
    (lambda part: part == tuple[FullDate, ...], Kind.DATES),
    (lambda part: part in (Id, FactId), Kind.REFERENCE),
    (lambda part: part == tuple[Id, ...], Kind.REFERENCES),
    (_is_list_of_words, Kind.WORDS),
    (lambda part: part is bool, Kind.YES_OR_NO),
    (lambda part: part in (int, float), Kind.NUMBER),
    (lambda part: part == tuple[str, ...], Kind.TEXTS),
    (lambda part: bool(_words(part)), Kind.WORD),
    (lambda part: part is str, Kind.TEXT),
)


def _made() -> Iterator[Table]:
    for name, class_ in ENTITY_TABLES.items():
        yield _table(name, class_, type_=class_.TYPE)
    yield _table("seats", Seat)
    yield _table("lines", ReportingLine)
    types = tuple(link.TYPE for link in LINKS)
    yield _table(
        "links",
        *LINKS,
        before=(
            Column("type", HEADINGS["links.type"], Kind.WORD, words=types, required=True),
            Column("from", HEADINGS["from"], Kind.REFERENCE, required=True),
            Column("to", HEADINGS["to"], Kind.REFERENCE),
        ),
    )
    yield _table("silences", Silence)
    yield _table("completeness", Completeness)
    about = Column("about", HEADINGS["about"], Kind.REFERENCE, required=True)
    claims = _table(CLAIMS, Claim, before=(about,))
    value = replace(claims.by_field["value"], kind=Kind.VALUE, words=())
    yield replace(claims, columns=tuple(value if one.field == "value" else one for one in claims.columns))
    event = Column("event", HEADINGS["event"], Kind.REFERENCE, refers=frozenset({"event"}), required=True)
    original = _table(ORIGINALS, Original, before=(event,))
    columns = (replace(one, kind=Kind.REFERENCE) if one.field == "id" else one for one in original.columns)
    yield replace(original, columns=tuple(columns))


TABLES: Mapping[str, Table] = {table.name: table for table in _made()}
"""Every table by its name, but for the head of the document, in the order in which a workbook shows them."""
ABOUT_COLUMNS: Mapping[str, Column] = {column.field: column for column in _columns(ABOUT, Structure, HEAD)}
"""What each row of the table `about` holds, by its field."""
