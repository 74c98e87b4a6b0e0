"""Where everything stands in a JSON text.

Reads token by token with a stack and no recursion, so that it can follow any nesting, and takes what is wrong as it
comes: it is also asked about texts that the parser refused.
"""

from __future__ import annotations

import json
import math
import re
from dataclasses import dataclass, field

from loaders.parsed import FieldPath, Mark

# The closing quotation mark may be missing: a text without end is one token, not a search from each of its characters.
_TOKEN = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"?|[][{}:,]|[^][{}:,"\s]+', re.DOTALL)
_CONSTANTS = frozenset(("NaN", "Infinity", "-Infinity"))

_FOLLOWED = 1000
"""Levels whose places are noted: one more than Python's parser can go."""


@dataclass
class Found:
    """What the scanner saw; offsets count characters from 0."""

    marks: dict[FieldPath, Mark] = field(default_factory=dict)
    repeated: tuple[tuple[FieldPath, int], ...] = ()
    unclosed: tuple[int, ...] = ()
    """Brackets still open at the end of the text, the outermost first."""
    constant: int | None = None
    """The first ``NaN``, ``Infinity`` or number past the largest."""
    deepest: int = 0
    """The first bracket at the deepest level."""
    longest: int = 0
    """The first number with the most digits."""
    half_character: int | None = None
    """The first text with half of a two-part character in it, which no file could be written with."""


class _Open:
    """A list or entry that is still open."""

    __slots__ = ("count", "ignored", "is_entry", "key", "key_start", "keys", "passed_over", "path", "start")

    def __init__(self, start: int, path: FieldPath, *, is_entry: bool, passed_over: bool) -> None:
        self.start = start
        self.path = path
        self.is_entry = is_entry
        self.passed_over = passed_over
        self.ignored = False
        self.key: str | None = None
        self.key_start = start
        self.keys: set[str] = set()
        self.count = 0


def scan(text: str) -> Found:
    """Note the place of every value, and of what the parser may have stumbled over."""
    scanner = _Scanner()
    for token in _TOKEN.finditer(text):
        scanner.take(token[0], token.start())
    scanner.found.repeated = tuple(scanner.repeated)
    scanner.found.unclosed = tuple(level.start for level in scanner.opened)
    return scanner.found


class _Scanner:
    def __init__(self) -> None:
        self.found = Found()
        self.repeated: list[tuple[FieldPath, int]] = []
        self.opened: list[_Open] = []
        self._depth = 0
        self._digits = 0

    def take(self, token: str, start: int) -> None:
        first = token[0]
        level = self.opened[-1] if self.opened else None
        if "\\u" in token and self.found.half_character is None and _is_half(_text(token)):
            self.found.half_character = start
        if first in "[{":
            self._open(level, start, is_entry=first == "{")
        elif level is not None and first in "]}":
            self.opened.pop()
        elif level is not None and first == ",":
            level.key, level.ignored, level.count = None, False, level.count + 1
        elif level is not None and first == '"' and level.is_entry and level.key is None:
            _take_key(level, token, start, self.repeated)
        elif first not in "]},:":
            _mark(self.found, level, start, start + len(token))
            if first != '"':
                self._word(token, start)

    def _open(self, level: _Open | None, start: int, *, is_entry: bool) -> None:
        path = _mark(self.found, level, start, start + 1)
        # Paths of a hundred thousand steps, one for each of as many levels, would fill the memory.
        passed_over = path is None or len(path) > _FOLLOWED
        self.opened.append(_Open(start, path or (), is_entry=is_entry, passed_over=passed_over))
        if len(self.opened) > self._depth:
            self._depth, self.found.deepest = len(self.opened), start

    def _word(self, token: str, start: int) -> None:
        if self.found.constant is None and (token in _CONSTANTS or _is_endless(token)):
            self.found.constant = start
        elif len(token) > self._digits:
            self._digits, self.found.longest = len(token), start


def _take_key(level: _Open, token: str, start: int, repeated: list[tuple[FieldPath, int]]) -> None:
    level.key = key = _text(token)
    level.key_start = start
    if key in level.keys and not level.passed_over:
        level.ignored = True
        repeated.append(((*level.path, key), start))
    level.keys.add(key)


def _mark(found: Found, level: _Open | None, start: int, end: int) -> FieldPath | None:
    """Note a value and give the path to it, or None for a value that counts for nothing."""
    if level is None:
        found.marks.setdefault((), Mark(start, start, end))
        return ()
    if level.passed_over or level.ignored:
        return None
    path = (*level.path, (level.key or "") if level.is_entry else level.count)
    found.marks[path] = Mark(level.key_start if level.is_entry else start, start, end)
    return path


def _text(token: str) -> str:
    if "\\" not in token and token.endswith('"'):
        return token[1:-1]
    try:
        return str(json.loads(token, strict=False))
    except json.JSONDecodeError:
        return token


def _is_half(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return True
    return False


def _is_endless(token: str) -> bool:
    try:
        return "e" in token.lower() and math.isinf(float(token))
    except ValueError:
        return False
