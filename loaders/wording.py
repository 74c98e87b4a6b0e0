"""How a value that the user wrote is shown in a sentence: short, on one line, and harmless."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from graphmodel.place import letters

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graphmodel.place import Location

SHOWN = 60
"""Characters of a value that a sentence shows; a longer one is cut and ends in an ellipsis."""


def quoted(text: object) -> str:
    """Show a value between backticks, cut to ``SHOWN`` characters.

    What does not print (control characters, right-to-left marks, non-breaking spaces, half surrogates) is shown as its
    code, so that it can be seen and does nothing to the terminal.
    """
    shown = as_written(text)
    shown = "".join(map(_visible, shown if len(shown) <= SHOWN else shown[: SHOWN - 1] + "…"))
    return f'"{shown}"' if "`" in shown else f"`{shown}`"


def as_written(value: object) -> str:
    """Write a scalar as the file does: ``true``, ``null``, ``2003``, or the text itself."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    return value if isinstance(value, str) else str(value)


def described(value: object) -> str:
    """Name a value in a sentence: a list or an entry by its sort, anything else by what it says.

    Containers are never written out: they may be large, and nested deeper than Python can follow.
    """
    if isinstance(value, (list, tuple)):
        return "a list"
    if isinstance(value, dict):
        return "an entry with keys of its own"
    if value is None:
        return "empty"
    if isinstance(value, bool):
        return f"the yes-or-no value {quoted(value)}"
    if isinstance(value, (int, float)):
        return f"the number {quoted(value)}"
    return f"the text {quoted(value)}" if value else "an empty text"


def one_of(words: Iterable[str], *, last: str = "or") -> str:
    """Join words as English does: ``a, b or c``."""
    listed = list(words)
    return listed[0] if len(listed) == 1 else f"{', '.join(listed[:-1])} {last} {listed[-1]}" if listed else ""


def spot(where: Location, seen_from: Location | None = None) -> str:
    """Name a place as from another one: of the sheet, or the file, only what the two do not share is said."""
    if where.row is None:
        text = f"line {where.line}" if where.column is None else f"line {where.line}, column {where.column}"
        return text if where.line is not None else where.sheet or PurePath(where.file).name
    cell = f"row {where.row}" if where.column is None else f"cell {letters(where.column)}{where.row}"
    if seen_from is not None and (where.file, where.sheet) == (seen_from.file, seen_from.sheet):
        return cell
    return f"{cell} of {where.sheet or PurePath(where.file).name}"


def a(noun: str) -> str:
    """Put the article before a noun: ``a seat``, ``an area``."""
    return f"an {noun}" if noun[:1].lower() in "aeiou" else f"a {noun}"


def _visible(character: str) -> str:
    if character.isprintable():
        return character
    return character.encode("unicode_escape").decode("ascii")
