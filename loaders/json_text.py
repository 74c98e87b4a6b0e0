"""JSON, read by Python's own parser; its places by a small scanner that runs only when one is asked for."""

from __future__ import annotations

import json
import math
from typing import TYPE_CHECKING, Any, NoReturn

from loaders.file_text import FileText, refusal
from loaders.json_errors import explained
from loaders.json_scan import scan
from loaders.parsed import Parsed, Scan
from loaders.wording import quoted

if TYPE_CHECKING:
    from loaders.problems import LoadError


class _NotANumberError(ValueError):
    """``NaN``, ``Infinity`` or a number past the largest stands where a value should be."""


def parse(source: FileText) -> Parsed:
    """Read one JSON document.

    Raises LoadError with the first thing that keeps the text from being read: a mistake of syntax, a text that ends
    too early, ``NaN`` or ``Infinity``, a number or a nesting without end. Keys that stand twice are no such thing:
    they are among the ``problems`` of what is returned, and the first one counts.
    """
    repeats: list[int] = []

    def entry(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        content = dict(pairs)
        if len(content) < len(pairs):
            repeats.append(len(pairs))
            content = dict(reversed(pairs))
        return content

    try:
        content = json.loads(source.text, object_pairs_hook=entry, parse_constant=_constant, parse_float=_finite)
    except json.JSONDecodeError as error:
        raise explained(source, error) from None
    except (_NotANumberError, RecursionError, ValueError) as error:
        raise _refused(source, error) from None
    if "\\ud" in source.text or "\\uD" in source.text:
        _refuse_half_characters(source)
    return Parsed(source, content, lambda: _scanned(source), repeats=bool(repeats))


def _scanned(source: FileText) -> Scan:
    found = scan(source.text)
    return Scan(found.marks, found.repeated)


def _finite(digits: str) -> float:
    number = float(digits)
    return number if math.isfinite(number) else _constant(digits)


def _refuse_half_characters(source: FileText) -> None:
    at = scan(source.text).half_character
    if at is not None:
        raise refusal(
            source.place(at),
            "This text holds half of a character: a code from \\ud800 to \\udfff without its other half.",
            "Write the character itself.",
        )


def _constant(word: str) -> NoReturn:
    raise _NotANumberError(word)


def _refused(source: FileText, error: Exception) -> LoadError:
    found = scan(source.text)
    if isinstance(error, _NotANumberError):
        return refusal(
            source.place(found.constant or 0), f"{quoted(error)} is no value in JSON.", "Write a number or null."
        )
    if isinstance(error, RecursionError):
        return refusal(
            source.place(found.deepest),
            "Lists and entries are nested too deep here.",
            "A structure needs fewer than ten levels.",
        )
    return refusal(
        source.place(found.longest), "This number has too many digits.", "If it is a code, put it in quotes."
    )
