"""YAML as our files use it: version 1.2's plain words, and nothing that means other than what it looks like.

Read from the parser's events in one pass, with no recursion: an anchor, a tag or a nesting without end is refused at
the place where it stands, before anything is built of it. Plain scalars follow the core schema of YAML 1.2, so ``no``,
``on``, ``yes`` and ``2003-11-21`` are texts; beyond it, ``010``, ``1e5``, ``0x1F`` and ``.inf`` are texts too, because
in a structure they are codes and never numbers.
"""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Any, TypeAlias

import yaml

from loaders.file_text import FileText, refusal
from loaders.parsed import MAX_DEPTH, FieldPath, Mark, Parsed, Scan
from loaders.wording import a, quoted
from loaders.yaml_errors import explained

if TYPE_CHECKING:
    from collections.abc import Iterator

    from loaders.problems import LoadError

# The parser in C is seven times as fast; where PyYAML was built without it, the slow one gives the same events.
_PARSER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

# PyYAML's types leave out most of what events carry.
_Event: TypeAlias = Any
_Open: TypeAlias = Any
"""A list or an entry, as far as it is read."""

_WORDS: dict[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,199})(?P<fraction>\.[0-9]{1,30}(?:[eE][-+]?[0-9]{1,3})?)?")


def parse(source: FileText) -> Parsed:
    """Read one YAML document.

    Raises LoadError with the first thing that keeps the text from being read: a mistake of syntax, an anchor, alias or
    tag, a key that is not a plain text, more than ``MAX_DEPTH`` levels, or a second document. Keys that stand twice
    are no such thing: they are among the ``problems`` of what is returned.
    """
    builder = _Builder(source)
    content = builder.build()
    return Parsed(source, content, lambda: _scan(source), repeats=builder.repeats, lossy_numbers=True)


def plain(text: str) -> str | int | float | bool | None:
    """Read a scalar without quotes."""
    if text in _WORDS:
        return _WORDS[text]
    number = _NUMBER.fullmatch(text)
    if number is None:
        return text
    if not number["fraction"]:
        return int(text)
    value = float(text)
    return value if math.isfinite(value) else text


def _scan(source: FileText) -> Scan:
    builder = _Builder(source, places=True)
    builder.build()
    return Scan(builder.marks, tuple(builder.repeated))


def _events(source: FileText) -> Iterator[_Event]:
    try:
        parser = _PARSER(source.text)
        while parser.check_event():
            yield parser.get_event()
    except yaml.YAMLError as error:
        raise explained(source, error) from None


class _Level:
    """A list or entry that is still open, and the key that waits for its value."""

    __slots__ = ("awaits_key", "content", "ignored", "is_entry", "key", "key_start", "passed_over", "path")

    def __init__(self, content: _Open, path: FieldPath, *, passed_over: bool = False) -> None:
        self.content = content
        self.path = path
        self.is_entry = self.awaits_key = type(content) is dict
        self.key = ""
        self.key_start = 0
        self.ignored = passed_over
        # Stands under a key that its entry had already: read, because its syntax counts, but part of nothing.
        self.passed_over = passed_over


class _Builder:
    """Builds plain values from events: a stack of the lists and entries that are open, the innermost last.

    With ``places`` it also notes where each value stands; that costs half as much again and is done only on demand.
    """

    def __init__(self, source: FileText, *, places: bool = False) -> None:
        self.marks: dict[FieldPath, Mark] = {}
        self.repeated: list[tuple[FieldPath, int]] = []
        self.repeats = False
        self._source = source
        self._places = places
        self._top: list[Any] = []
        self._open = [_Level(self._top, ())]
        self._documents = 0

    def build(self) -> object:
        for event in _events(self._source):
            if isinstance(event, yaml.ScalarEvent):
                self._scalar(event)
            elif isinstance(event, yaml.MappingStartEvent):
                self._begin(event, {})
            elif isinstance(event, yaml.SequenceStartEvent):
                self._begin(event, [])
            elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
                self._open.pop()
            elif isinstance(event, yaml.AliasEvent):
                raise self._linked(event, "alias", "*")
            elif isinstance(event, yaml.DocumentStartEvent):
                self._document(event)
        return self._top[0] if self._top else None

    def _scalar(self, event: _Event) -> None:
        self._refuse_anchor_and_tag(event)
        level = self._open[-1]
        if level.awaits_key:
            self._key(level, event)
        else:
            self._put(level, plain(event.value) if event.implicit[0] else event.value, event)

    def _key(self, level: _Level, event: _Event) -> None:
        level.awaits_key = False
        level.key = event.value
        level.key_start = event.start_mark.index
        repeats = level.key in level.content
        level.ignored = repeats or level.passed_over
        if repeats and not level.passed_over:
            self.repeats = True
            self.repeated.append(((*level.path, level.key), level.key_start))

    def _put(self, level: _Level, value: object, event: _Event) -> FieldPath:
        """Add a value to the innermost list or entry, and give the path to it."""
        path = self._mark(level, event) if self._places else ()
        if not level.is_entry:
            level.content.append(value)
        else:
            level.awaits_key = True
            if not level.ignored:
                level.content[level.key] = value
        return path

    def _begin(self, event: _Event, content: _Open) -> None:
        self._refuse_anchor_and_tag(event)
        level = self._open[-1]
        if level.awaits_key:
            raise self._refusal(
                event,
                "A list or an entry stands here where a key should be.",
                "Put text that begins with a bracket in quotes.",
            )
        if len(self._open) > MAX_DEPTH:
            raise self._refusal(
                event,
                f"Lists and entries are nested more than {MAX_DEPTH} deep here.",
                "A structure needs fewer than ten levels.",
            )
        passed_over = level.ignored
        path = self._put(level, content, event)
        self._open.append(_Level(content, path, passed_over=passed_over))

    def _document(self, event: _Event) -> None:
        self._documents += 1
        if self._documents > 1:
            raise self._refusal(event, "A second document begins here.", "Put each document in a file of its own.")

    def _mark(self, level: _Level, event: _Event) -> FieldPath:
        start, end = event.start_mark.index, event.end_mark.index
        if len(self._open) == 1:
            path: FieldPath = ()
        else:
            path = (*level.path, level.key if level.is_entry else len(level.content))
        if not level.ignored:
            self.marks[path] = Mark(level.key_start if level.is_entry else start, start, end)
        return path

    def _refuse_anchor_and_tag(self, event: _Event) -> None:
        if event.anchor is not None:
            raise self._linked(event, "anchor", "&")
        if event.tag is not None:
            raise self._refusal(
                event,
                f"A tag, {quoted(event.tag)}, stands here; tags are not read.",
                "If it is meant as text, put it in quotes; otherwise leave it out.",
            )

    def _linked(self, event: _Event, sort: str, sign: str) -> LoadError:
        return self._refusal(
            event,
            f"{a(sort).capitalize()}, {quoted(sign + event.anchor)}, stands here; anchors and aliases are not read.",
            "If it is meant as text, put it in quotes; otherwise write the content out where it is wanted.",
        )

    def _refusal(self, event: _Event, what: str, remedy: str) -> LoadError:
        return refusal(self._source.place(event.start_mark.index), what, remedy)
