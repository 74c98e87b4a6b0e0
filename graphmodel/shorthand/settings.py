"""The properties at the end of a statement: ``key=value``, single words, a name in quotes, evidence in brackets."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Any, TypeVar, get_args, get_origin

from pydantic import ValidationError

from graphmodel.evidence import ClaimValue, Evidence, Record
from graphmodel.shorthand.grammar import FIELD_WORDS, FLAGS, MODALITIES, VALUES
from graphmodel.shorthand.words import Statement, Word

R = TypeVar("R", bound=Record)
Row = dict[str, Any]

CONTINUES = "continues"
"""Of a change: whether the originals go on that do not say so themselves."""
YES_NO = {"yes": True, "no": False}
_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?(e[+-]?[0-9]+)?")


def settings(statement: Statement, class_: type[Record]) -> Row:
    """Read what is left of a statement, then its brackets, as values for the fields of a class."""
    row: Row = {}
    evidence: Row = {}
    for words, bracket in ((statement.rest(), False), (statement.bracket, True)):
        for word, values in _settings(statement, words):
            if values is None:
                _single(statement, class_, word, row, evidence, bracket=bracket)
            else:
                name = _field(statement, class_, word.text)
                own = name in class_.model_fields or name not in Evidence.model_fields
                (row if own else evidence)[name] = _value(statement, class_, name, values)
    return row | ({"evidence": evidence} if evidence else {})


def is_setting(statement: Statement, class_: type[Record]) -> bool:
    """Tell whether a property of this class comes next in a statement."""
    word = statement.peek().plain
    return statement.peek(1).plain == "=" and FIELD_WORDS.get(word, word) in _settable(class_)


def made(statement: Statement, class_: type[R], row: Row) -> R:
    """Return the record that a row describes; a `ShorthandError` names the statement when it does not hold."""
    try:
        return class_.model_validate(row)
    except ValidationError as error:
        raise statement.error(reasons(error)) from error


def reasons(error: ValidationError) -> str:
    """Say what pydantic found, in one line."""
    found = []
    for problem in error.errors(include_url=False):
        place = ".".join(str(part) for part in problem["loc"])
        found.append(f"{place}: {problem['msg']}" if place else problem["msg"].removeprefix("Value error, "))
    return "; ".join(found)


def claimed(words: list[Word]) -> ClaimValue:
    """Return the value of a claim: ``yes``, a number, text, or a list (``a+b``; one of its own: ``a+``)."""
    values = [word for word in words if word.plain != "+"]
    if len(words) > len(values):
        return tuple(word.text for word in values)
    if len(values) != 1:
        return None
    text = values[0].text
    if values[0].quoted:
        return text
    if text in YES_NO:
        return YES_NO[text]
    if found := _NUMBER.fullmatch(text):
        return float(text) if found[1] or found[2] else int(text)
    return text


def _settings(statement: Statement, words: list[Word]) -> list[tuple[Word, list[Word] | None]]:
    """Cut words into properties: each with the words of its value, or with None when it stands alone."""
    found: list[tuple[Word, list[Word] | None]] = []
    place = 0
    while place < len(words):
        word, place = words[place], place + 1
        if word.plain == ",":
            continue
        if word.plain in {"=", "+", ":"}:
            raise statement.error(f"expected a word or key=value, found `{word.text}`")
        values: list[Word] | None = None
        if place < len(words) and words[place].plain == "=":
            values, place = [], place + 1
            while place < len(words) and (
                not values or words[place].plain == "+" or (values[-1].plain == "+" and words[place].plain != ",")
            ):
                values.append(words[place])
                place += 1
        found.append((word, values))
    return found


def _single(statement: Statement, class_: type[Record], word: Word, row: Row, evidence: Row, *, bracket: bool) -> None:
    fields = class_.model_fields
    name = FIELD_WORDS.get(word.plain, word.plain)
    if word.quoted and "name" in fields:
        row["name"] = word.text
    elif bracket and word.plain in MODALITIES:
        evidence["modality"] = MODALITIES[word.plain]
    elif name in FLAGS and name in fields:
        row[name] = True
    elif word.plain == "retained" and "is_new" in fields:
        row["is_new"] = False
    elif field := _bearer(fields, word.plain):
        row[field] = word.text
    else:
        raise statement.error(f"expected {_what_fits(class_, bracket=bracket)}, found `{word.text}`")


def _bearer(fields: Collection[str], value: str) -> str | None:
    """Return the field that a value standing alone belongs to."""
    return next((name for name, values in VALUES.items() if name in fields and value in set(values)), None)


def _field(statement: Statement, class_: type[Record], word: str) -> str:
    name = FIELD_WORDS.get(word, word)
    if name in {*_settable(class_), *Evidence.model_fields}:
        return name
    raise statement.error(f"expected {_what_fits(class_, bracket=True)}, found `{word}=`")


def _settable(class_: type[Record]) -> set[str]:
    more = {CONTINUES} if "originals" in class_.model_fields else set()
    return set(class_.model_fields) - {"id", "kind", "type", "evidence", "claims"} | more


def _what_fits(class_: type[Record], *, bracket: bool) -> str:
    words = {name: word for word, name in FIELD_WORDS.items()}
    known = sorted(words.get(name, name) + "=" for name in _settable(class_))
    return "one of " + ", ".join([*(MODALITIES if bracket else ()), *known])


def _value(statement: Statement, class_: type[Record], name: str, words: list[Word]) -> str | list[str]:
    values = [word.text for word in words if word.plain != "+"]
    field = class_.model_fields.get(name)
    if field is not None and _is_list(field.annotation):
        return values
    if len(values) != 1:
        raise statement.error(f"expected one value of `{name}`")
    return values[0]


def _is_list(annotation: Any) -> bool:
    """Tell whether a field holds a list, whether or not it may be left out."""
    return get_origin(annotation) is tuple or any(get_origin(part) is tuple for part in get_args(annotation))
