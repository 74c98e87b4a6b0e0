"""What Python's JSON parser says, told with the mistake that people make: a comma too many, a bracket too few."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from loaders.file_text import FileText, refusal
from loaders.json_scan import scan
from loaders.wording import quoted

if TYPE_CHECKING:
    import json
    from collections.abc import Callable

    from loaders.problems import LoadError


class _Told(NamedTuple):
    at: int
    what: str
    remedy: str


def explained(source: FileText, error: json.JSONDecodeError) -> LoadError:
    """Turn an error of the JSON parser into the place of the fault and one sentence about it."""
    told = _told(source, error.msg, error.pos)
    return refusal(source.place(told.at), told.what, told.remedy)


def _told(source: FileText, said: str, at: int) -> _Told:
    text = source.text
    if not text.strip():
        return _Told(0, "The file holds nothing but spaces.", "Check that it was saved.")
    if not text[at:].strip():
        return _ends_too_early(source)
    for phrase, explain in _SENTENCES:
        if said.startswith(phrase):
            return explain(text, at)
    return _Told(at, f"This is not valid JSON: {said}.", "Check the quotation marks, commas and brackets before it.")


def _ends_too_early(source: FileText) -> _Told:
    # Python points at the end of the text, or past it; where the bracket was opened is what helps.
    end = len(source.text.rstrip())
    unclosed = scan(source.text).unclosed
    if not unclosed:
        return _Told(end, "The file ends before its content does.", "Check that it was copied whole.")
    opened = source.place(unclosed[-1])
    bracket = quoted(source.text[unclosed[-1]])
    return _Told(
        end,
        f"The file ends here, with the bracket {bracket} of line {opened.line}, column {opened.column} still open.",
        "Check that the file was copied whole.",
    )


def _wanted_value(text: str, at: int) -> _Told:
    if text[at] in "]}":
        comma = len(text[:at].rstrip()) - 1
        if text[comma] == ",":
            return _extra_comma(text, comma)
        return _Told(at, "A value is wanted here.", "Write one, or null.")
    if text[at] == ",":
        return _Told(at, "A comma stands here where a value is wanted.", "Delete it, or write the value.")
    return _comment(text, at) or _single_quote(text, at) or _bare_word(text, at, "Text")


def _wanted_key(text: str, at: int) -> _Told:
    if text[at] == "}":
        return _extra_comma(text, len(text[:at].rstrip()) - 1)
    if text[at] == ",":
        return _Told(at, "A comma stands here where a key is wanted.", "Delete it.")
    return _comment(text, at) or _single_quote(text, at) or _bare_word(text, at, "A key")


def _extra_comma(text: str, at: int) -> _Told:
    comma = text.rindex(",", 0, at + 1)
    return _Told(comma, "This comma is followed by no further value.", "Delete it.")


def _comment(text: str, at: int) -> _Told | None:
    if not text.startswith(("//", "/*", "#"), at):
        return None
    return _Told(at, "A comment stands here; JSON has none.", "Delete it, or save the file as YAML, which has.")


def _single_quote(text: str, at: int) -> _Told | None:
    if text[at] not in "'‘’“”":
        return None
    return _Told(at, f"{quoted(text[at])} does not begin a text in JSON.", 'Use straight double quotes: "text".')


def _bare_word(text: str, at: int, what: str) -> _Told:
    word = re.match(r"[^][{}:,\"\s]+|.", text[at:])
    shown = quoted(word[0] if word else text[at])
    return _Told(at, f"{shown} stands here without quotes.", f"{what} is written in double quotes in JSON.")


def _wanted_colon(_text: str, at: int) -> _Told:
    return _Told(at, "A colon is wanted here, after the key.", "Write `key: value` with the key in double quotes.")


def _wanted_comma(text: str, at: int) -> _Told:
    if text[at] in "]}":
        return _Told(
            at, f"{quoted(text[at])} closes nothing here.", "Delete it, or first close what is open with its own sign."
        )
    # The place to put it is behind the value before, mostly a line higher.
    return _comment(text, at) or _Told(
        len(text[:at].rstrip()), "A comma or a closing bracket is wanted here.", "Add it behind the value."
    )


def _not_closed(_text: str, at: int) -> _Told:
    return _Told(at, "The quotation mark here is never closed.", "Add the closing one at the end of the text.")


def _control(text: str, at: int) -> _Told:
    sort = {"\n": "A new line", "\r": "A new line", "\t": "A tab"}.get(
        text[at], f"A control character, {quoted(text[at])},"
    )
    return _Told(at, f"{sort} stands here inside a text.", "Close the text before it, or write \\n or \\t.")


def _escape(_text: str, at: int) -> _Told:
    return _Told(at, "A backslash begins a code here, and this is none.", "Write two backslashes.")


def _more_or_bracket(text: str, at: int) -> _Told:
    if text[at] in "]}":
        return _Told(at, f"{quoted(text[at])} closes nothing here.", "Delete it.")
    return _Told(at, "The document has ended, and more follows here.", "Put each document in a file of its own.")


_SENTENCES: tuple[tuple[str, Callable[[str, int], _Told]], ...] = (
    ("Expecting value", _wanted_value),
    ("Expecting property name", _wanted_key),
    ("Illegal trailing comma", _extra_comma),
    ("Expecting ':'", _wanted_colon),
    ("Expecting ','", _wanted_comma),
    ("Unterminated string", _not_closed),
    ("Invalid control character", _control),
    ("Invalid \\", _escape),
    ("Extra data", _more_or_bracket),
)
