"""A fault of a document, told to the person who wrote it: what is wrong there and what to do."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from graphmodel.place import Problem
from loaders.how_said import AS_WRITTEN, PLAIN
from loaders.names import nearest
from loaders.shape import choices, class_at, fields_of, noun
from loaders.wording import a, described, one_of, quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pydantic import BaseModel

    from loaders.draft import Draft
    from loaders.faults import Fault
    from loaders.how_said import Wording

_LISTED = 8
"""Words of a closed list that a remedy gives when none of them is near; of a longer one it gives `_SOME`."""

_SOME = 3

_NAMED = {
    "kind": "a kind of {owner}",
    "type": "a type of link",
    "tier": "a tier",
    "role": "a role",
    "capacity": "a capacity",
    "modality": "a modality",
    "status": "a status",
    "authority_type": "a type of authority",
    "nation": "a nation",
}
"""What a word of the closed list of a field is called, where the field's name says it."""

_Detail = Mapping[str, Any]


class _Told(NamedTuple):
    what: str
    remedy: str = ""
    at_key: bool = False


class _Seen(NamedTuple):
    """What a sentence is made of: the fault, its field and value, the class around it, and whether the key is `bare`.

    A bare key stands between the commas of an entry in braces, without a colon. `wanted` is the class that the value
    itself should be, where it should be an entry, and `schema` the command that prints all that may be written.
    `words` are those of a document, or the plain ones of tables.
    """

    fault: Fault
    field: str
    value: object
    owner: type[BaseModel] | None
    bare: bool = False
    wanted: type[BaseModel] | None = None
    schema: str = "`answerable schema`"
    words: Wording = AS_WRITTEN


def complaint(draft: Draft, model: type[BaseModel], fault: Fault) -> Problem:
    """Tell a fault in plain words, with the place of the value, or of the key where the key is wrong."""
    owner = class_at(model, draft.content, fault.path[:-1]) if fault.path else None
    named = next((str(step) for step in reversed(fault.path) if isinstance(step, str)), noun(model))
    wanted = class_at(model, draft.content, fault.path) if fault.path else None
    words = PLAIN if draft.parsed.lenient else AS_WRITTEN
    schema = words.all_of_a_list or _SCHEMAS.get(noun(model), "`answerable schema`")
    bare = draft.is_bare(fault.path)
    told = _told(_Seen(fault, named, draft.at(fault.path), owner or model, bare, wanted, schema, words))
    return Problem(draft.place(fault.path, of_key=told.at_key), told.what, told.remedy)


_SCHEMAS = {
    "profile": "`answerable schema profile`",
    "file of waivers": "`answerable schema waivers`",
    "waiver": "`answerable schema waivers`",
}
"""What prints the schema of a document, where it is another one than that of a structure."""


def _told(seen: _Seen) -> _Told:
    if not seen.fault.path:
        return _not_a_document(seen)
    for kind, tell in _SENTENCES.items():
        detail = seen.fault.detail(kind)
        if detail is not None:
            return tell(seen, detail)
    return _wrong_value(seen)


def _not_a_document(seen: _Seen) -> _Told:
    needed = [name for name, info in fields_of(seen.owner).items() if info.is_required()] if seen.owner else []
    keys = f", such as {one_of(map(quoted, needed), last='and')}" if needed else ""
    holds = "nothing" if seen.value is None else described(seen.value)
    return _Told(
        f"The file holds {holds}; {a(noun(seen.owner))} begins with keys{keys}.", "Check that it is the right file."
    )


def _wrong_value(seen: _Seen) -> _Told:
    """Tell a value of the wrong sort or outside a closed list; a field may take words and other sorts as well."""
    wanted = list(dict.fromkeys(sort for detail in seen.fault.details for sort in _SORTS.get(detail["type"], ())))
    words = seen.fault.words
    number = seen.fault.detail("literal_error")
    if number is not None and not words:
        wanted.append(f"the number {number['ctx']['expected']}")
    if not wanted and not words:
        return _Told(f"{_field(seen)}: {seen.fault.details[0]['msg']}.")
    item = "An item of " if seen.fault.path and isinstance(seen.fault.path[-1], int) else ""
    what = f"{item}{_field(seen)} cannot be {described(seen.value)}."
    if isinstance(seen.value, str):
        if seen.value and not wanted and not item:
            what = _none_of_the_words(seen)
        if near := nearest(seen.value, words):
            return _Told(what, f"Did you mean {one_of(map(seen.words.word, near))}?")
    if seen.wanted is not None and {"value", "from"} <= set(fields_of(seen.wanted)):
        value = "" if isinstance(seen.value, dict | list) or seen.value is None else seen.value
        return _Told(what, f'Say where it comes from: `{{value: {value or "…"}, from: "…"}}`.')
    return _Told(what, f"Write {_choice(seen, words, wanted)}.")


def _none_of_the_words(seen: _Seen) -> str:
    named = _NAMED.get(seen.field, "").format(owner=noun(seen.owner))
    return f"{quoted(seen.value)} is not {named}." if named else f"{_field(seen)} cannot be {quoted(seen.value)}."


def _field(seen: _Seen) -> str:
    return seen.words.field(seen.fault.path, seen.field)


def _choice(seen: _Seen, words: Sequence[str], others: Iterable[str] = ()) -> str:
    """Give the words that can be written; of many, some, and where all of them stand."""
    if len(words) <= _LISTED:
        return one_of((*map(seen.words.sort, others), *map(seen.words.word, words)))
    some = ", ".join((*map(seen.words.sort, others), *map(seen.words.word, words[:_SOME])))
    return f"{some} or one of {len(words) - _SOME} others: {seen.schema} has them all"


def _unknown_field(seen: _Seen, _detail: _Detail) -> _Told:
    what = f"{a(noun(seen.owner)).capitalize()} has no field {quoted(seen.field)}."
    fields = fields_of(seen.owner) if seen.owner else {}
    if seen.value is None and seen.bare:
        return _Told(what, _COMMA, at_key=True)
    near = nearest(seen.field, fields)
    if near:
        return _Told(what, f"Did you mean {one_of(map(quoted, near))}?", at_key=True)
    # What an entry cannot be without comes first: it tells best what the entry is.
    names = sorted(fields, key=lambda name: not fields[name].is_required())
    if len(names) <= _LISTED:
        return _Told(what, f"It has {one_of(map(quoted, names), last='and')}.", at_key=True)
    some = ", ".join(map(quoted, names[:_SOME]))
    return _Told(what, f"It has {some} and {len(names) - _SOME} others: {seen.schema} has them all.", at_key=True)


_COMMA = "A comma inside {…} ends the value; put the text in quotes."


def _missing_field(seen: _Seen, _detail: _Detail) -> _Told:
    info = fields_of(seen.owner).get(seen.field) if seen.owner else None
    words = choices(info) if info else ()
    return _Told(
        f"This {noun(seen.owner)} has no {_field(seen)}.",
        f"Add it: {_choice(seen, words)}." if words else "Add it.",
    )


def _wrong_text(seen: _Seen, detail: _Detail) -> _Told:
    if "{4}" in detail["ctx"]["pattern"]:
        return _wrong_date(seen, detail)
    return _Told(
        f"{described(seen.value).removeprefix('the text ').capitalize()} cannot be an id.",
        "Write letters, digits, dots, hyphens and underscores, without spaces.",
    )


def _wrong_date(seen: _Seen, detail: _Detail) -> _Told:
    whole = "?" not in detail["ctx"]["pattern"]
    meant = _day_first(str(seen.value))
    forms = "a full date, such as 2003-11-21" if whole else "2003, 2003-11, 2003-11-21 or unknown"
    what = f"{quoted(seen.value)} is not a {'full ' if whole else ''}date."
    return _Told(what, f"Did you mean {quoted(meant)}?" if meant else f"Write {forms}.")


def _day_first(text: str) -> str | None:
    """Read a date as it is written in Britain, ``21/11/2003`` or ``21.11.03``."""
    found = re.fullmatch(r"\s*(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})\s*", text)
    try:
        return dt.date(int(found[3]), int(found[2]), int(found[1])).isoformat() if found else None
    except ValueError:
        return None


def _refused(seen: _Seen, detail: _Detail) -> _Told:
    if re.fullmatch(r"\d{4}-\d{2}(-\d{2})?", str(seen.value)):
        return _Told(f"{quoted(seen.value)} is not in the calendar.", "Correct the month or the day.")
    return _Told(f"{_field(seen)}: {detail['ctx']['error']}.")


def _empty_text(seen: _Seen, _detail: _Detail) -> _Told:
    return _Told(f"{_field(seen)} is empty.", "Fill it in.")


def _long_text(seen: _Seen, detail: _Detail) -> _Told:
    most = detail["ctx"]["max_length"]
    return _Told(f"{_field(seen)} has {len(str(seen.value))} characters; at most {most} are allowed.", "Shorten it.")


def _bound(words: str, key: str) -> Callable[[_Seen, _Detail], _Told]:
    def tell(seen: _Seen, detail: _Detail) -> _Told:
        return _Told(f"{_field(seen)} is {seen.value}; it must be {words} {detail['ctx'][key]:g}.")

    return tell


def _no_type(seen: _Seen, _detail: _Detail) -> _Told:
    return _Told(*seen.words.no_type)


def _wrong_type(seen: _Seen, detail: _Detail) -> _Told:
    tag = detail["ctx"]["tag"]
    near = nearest(tag, seen.fault.words)
    shown = one_of(map(seen.words.word, near))
    remedy = f"Did you mean {shown}?" if near else f"Write {_choice(seen, seen.fault.words)}."
    return _Told(f"{quoted(tag)} is not {seen.words.a_type_of(seen.field)}.", remedy)


_SORTS = {
    "bool_type": ("true", "false"),
    "bool_parsing": ("true", "false"),
    "int_type": ("a whole number",),
    "int_parsing": ("a whole number",),
    "int_from_float": ("a whole number",),
    "float_type": ("a number",),
    "float_parsing": ("a number",),
    "finite_number": ("a number",),
    "string_type": ("a text",),
    "tuple_type": ("a list",),
    "list_type": ("a list",),
    "dict_type": ("an entry with keys of its own",),
    "model_type": ("an entry with keys of its own",),
    "model_attributes_type": ("an entry with keys of its own",),
}
"""What pydantic wanted, by the type of its complaint."""

_SENTENCES: Mapping[str, Callable[[_Seen, _Detail], _Told]] = {
    "extra_forbidden": _unknown_field,
    "missing": _missing_field,
    "string_pattern_mismatch": _wrong_text,
    "value_error": _refused,
    "string_too_short": _empty_text,
    "too_short": _empty_text,
    "string_too_long": _long_text,
    "greater_than_equal": _bound("at least", "ge"),
    "greater_than": _bound("more than", "gt"),
    "less_than_equal": _bound("at most", "le"),
    "less_than": _bound("less than", "lt"),
    "union_tag_not_found": _no_type,
    "union_tag_invalid": _wrong_type,
}
"""The complaints that have a sentence of their own."""
