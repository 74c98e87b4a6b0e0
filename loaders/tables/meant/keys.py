"""The natural keys of relations, from what rows say of them: what tells one from another, and two rows of one apart."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from graphmodel.relations import RELATIONS, Relation, ReportingLine, Seat

if TYPE_CHECKING:
    from loaders.gathered import Entry

_CLASSES: dict[str, type[Relation]] = {class_.TYPE: class_ for class_ in RELATIONS}
_TYPES = {"seats": Seat.TYPE, "lines": ReportingLine.TYPE}


class _Keyed(NamedTuple):
    """What the key of a type is made of: its ends, whether the second may be left out, and fields with defaults."""

    start: str
    finish: str
    at_large: bool
    fields: tuple[tuple[str, object], ...]


_KEYED = {
    class_.TYPE: _Keyed(
        class_.START.word,
        class_.FINISH.word,
        not class_.model_fields[class_.FINISH.field].is_required(),
        tuple((name, class_.model_fields[name].default) for name in class_.KEYED),
    )
    for class_ in RELATIONS
}


def as_link(entry: Entry) -> Entry:
    """Give the ends of a link the names that its type has for them."""
    class_ = _CLASSES.get(str(entry.get("type")))
    if class_ is None:
        return entry
    words = {"from": class_.START.word, "to": class_.FINISH.word}
    return {words.get(field, field): value for field, value in entry.items()}


def key(table: str, entry: Entry) -> str | None:
    """Return the natural key of the relation that an entry is, as `Relation.key` gives it; None where it is none yet.

    By hand, for a model made only to be asked for its key takes longer than all else that is done with a row.
    """
    type_ = str(entry.get("type")) if table == "links" else _TYPES.get(table, "")
    keyed = _KEYED.get(type_)
    if keyed is None or keyed.start not in entry or not (keyed.finish in entry or keyed.at_large):
        return None
    start = entry[keyed.start]
    parts = [type_, str(start), str(entry.get(keyed.finish, start))]
    for name, default in keyed.fields:
        value = entry.get(name, default)
        parts.append("-" if value is None else str(value).replace(" ", "_"))
    return " ".join(parts)
