"""What the YAML parser says, told to somebody who has never heard of tokens, scalars and block mappings.

The two parsers of PyYAML (libyaml in C and the Python one) word the same fault differently; a phrase here is a part
of what either of them says.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

import yaml

from loaders.file_text import FileText, refusal
from loaders.wording import quoted

if TYPE_CHECKING:
    from collections.abc import Callable

    from loaders.problems import LoadError


class _Fault(NamedTuple):
    """A fault of syntax: where the parser stopped, and where the thing began that it was reading."""

    source: FileText
    said: str
    at: int
    began: int | None

    @property
    def line(self) -> str:
        """The text of the line up to the fault."""
        text = self.source.text
        return text[max(text.rfind("\n", 0, self.at), text.rfind("\r", 0, self.at)) + 1 : self.at]

    @property
    def character(self) -> str:
        return self.source.text[self.at : self.at + 1]


class _Told(NamedTuple):
    at: int
    what: str
    remedy: str


_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def explained(source: FileText, error: yaml.YAMLError) -> LoadError:
    """Turn an error of the YAML parser into the place of the fault and one sentence about it."""
    told = _control_character(source) if isinstance(error, yaml.reader.ReaderError) else None
    told = told or _told(_fault(source, error))
    return refusal(source.place(told.at), told.what, told.remedy)


def _fault(source: FileText, error: yaml.YAMLError) -> _Fault:
    mark = getattr(error, "problem_mark", None)
    began = getattr(error, "context_mark", None)
    said = getattr(error, "problem", None) or getattr(error, "reason", None) or "it cannot be read"
    # The mark behind the last character is counted past the end of the text.
    at = min(mark.index, len(source.text)) if mark else 0
    return _Fault(source, said, at, began.index if began else None)


def _told(fault: _Fault) -> _Told:
    if tab := _tab(fault):
        return tab
    for phrase, explain in _SENTENCES:
        if phrase in fault.said:
            return explain(fault)
    return _Told(
        fault.at,
        f"This is not valid YAML: {fault.said}.",
        "Check the indentation and the quotation marks of this line and of the one above.",
    )


def _control_character(source: FileText) -> _Told | None:
    found = _UNPRINTABLE.search(source.text)
    if found is None:
        return None
    return _Told(found.start(), f"A control character, {quoted(found[0])}, stands here.", "Delete it.")


def _tab(fault: _Fault) -> _Told | None:
    before = fault.line + fault.character
    if "\t" not in before or before[: before.index("\t")].strip(" -"):
        return None
    at = fault.at - len(fault.line) + before.index("\t")
    return _Told(at, "A tab indents this line; YAML knows only spaces.", "Replace each tab by two spaces.")


def _second_colon(fault: _Fault) -> _Told:
    if re.search(r":\s", fault.line):
        return _Told(
            fault.at,
            "This line has a second colon with a space after it.",
            "Put the text after the first colon in quotes.",
        )
    return _Told(
        fault.at,
        "This key cannot stand here: the line above is not complete, or this one is indented too far.",
        "Put a colon and a space after each key, and indent the keys of one entry alike.",
    )


def _tight_colon(fault: _Fault) -> _Told:
    return _Told(
        fault.at,
        "A colon stands here with no space after it.",
        "Add the space, or put text that holds a colon in quotes.",
    )


def _no_colon(fault: _Fault) -> _Told:
    return _Told(
        fault.at if fault.began is None else fault.began,
        "This line is neither a key with its value nor an item of a list.",
        "Write `key: value` or `- item`; text that goes on from the line above is indented further than its key.",
    )


def _not_closed(fault: _Fault) -> _Told:
    return _Told(
        fault.at if fault.began is None else fault.began,
        "The quotation mark here is never closed.",
        "Add the closing one; inside single quotes write an apostrophe twice.",
    )


def _bracket(fault: _Fault) -> _Told:
    opened = fault.source.place(fault.began or 0)
    close = "]" if "']'" in fault.said else "}"
    return _Told(
        fault.at,
        f"A comma or a closing {quoted(close)} is wanted here, for the bracket opened at line {opened.line}, "
        f"column {opened.column}.",
        "Close the bracket, or put text that holds brackets, commas or colons in quotes.",
    )


def _not_an_item(fault: _Fault) -> _Told:
    began = fault.source.place(fault.began or 0)
    return _Told(
        fault.at,
        f"This line is no item of the list that begins at line {began.line}.",
        "Begin it with `- `, or indent it like what it belongs to.",
    )


def _indentation(fault: _Fault) -> _Told:
    if fault.line.strip():
        return _Told(
            fault.at,
            "Text goes on here behind a closing quotation mark or bracket.",
            "Put all of it in one pair of quotes; inside single quotes write an apostrophe twice.",
        )
    return _Told(
        fault.at,
        "The indentation of this line fits no line above it.",
        "Begin the keys of one entry, and the items of one list, in the same column.",
    )


def _no_value(fault: _Fault) -> _Told:
    return _Told(fault.at, f"{quoted(fault.character)} cannot stand here.", "If it is meant as text, put it in quotes.")


def _no_name(fault: _Fault) -> _Told:
    at = fault.at if fault.began is None else fault.began
    sign = fault.source.text[at : at + 1]
    return _Told(at, f"Text cannot begin with {quoted(sign)}.", "Put it in quotes.")


def _bad_start(fault: _Fault) -> _Told:
    return _Told(fault.at, f"Text cannot begin with {quoted(fault.character)}.", "Put it in quotes.")


def _item_after_key(fault: _Fault) -> _Told:
    return _Told(fault.at, "An item of a list cannot stand here.", "Begin the list on a line of its own.")


def _escape(fault: _Fault) -> _Told:
    return _Told(
        fault.at,
        "A backslash between double quotes begins a code, and this is none.",
        "Write two backslashes, or use single quotes.",
    )


def _after_the_end(fault: _Fault) -> _Told:
    return _Told(
        fault.at,
        "This line does not belong to the document above it.",
        "Indent it like the first key of the file, and take out any line of three dots.",
    )


def _block_text(fault: _Fault) -> _Told:
    return _Told(fault.at, "Text cannot follow `|` or `>` on the same line.", "Begin it on the next line, indented.")


def _directive(fault: _Fault) -> _Told:
    return _Told(
        fault.at if fault.began is None else fault.began,
        "A line that begins with `%` instructs the YAML parser, and this instruction is not known.",
        "Delete the line, or put text that begins with `%` in quotes.",
    )


# The order counts: the first phrase found decides.
_SENTENCES: tuple[tuple[str, Callable[[_Fault], _Told]], ...] = (
    ("mapping values are not allowed", _second_colon),
    ("found unexpected ':'", _tight_colon),
    ("could not find expected ':'", _no_colon),
    ("found unexpected end of stream", _not_closed),
    ("directive", _directive),
    ("incompatible YAML", _directive),
    ("',' or ']'", _bracket),
    ("',' or '}'", _bracket),
    ("'-' indicator", _not_an_item),
    ("found '?'", _not_an_item),
    ("<document start>", _after_the_end),
    ("did not find expected key", _indentation),
    ("<block end>", _indentation),
    ("node content", _no_value),
    ("alphabetic or numeric", _no_name),
    ("cannot start any token", _bad_start),
    ("entries are not allowed", _item_after_key),
    ("escape", _escape),
    ("hexdecimal", _escape),
    ("comment or line break", _block_text),
    ("indentation indicators", _block_text),
)
