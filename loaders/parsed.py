"""What a parser of text gives: plain values, and the place of each of them for whoever asks."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple, Protocol, TypeAlias

from graphmodel.place import Location, Problem
from loaders.wording import quoted, spot

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from loaders.file_text import FileText
    from loaders.problems import Place

FieldPath: TypeAlias = tuple[str | int, ...]
"""The way to a value from the top of a document: keys and positions from 0, such as ``("seats", 3, "member")``."""

MAX_DEPTH = 64
"""Levels of lists and entries in a YAML text; a structure needs fewer than ten, an attack many more."""

_BARE = re.compile(r"[^:\n]*?[,}]")
"""A key up to the comma or brace that ends it, without a colon."""


class Mark(NamedTuple):
    """Where a value stands in its text, in characters from 0: its key (the value itself in a list), start and end."""

    key: int
    start: int
    end: int


class Scan(NamedTuple):
    """The slow reading of a text, for its places."""

    marks: Mapping[FieldPath, Mark]
    repeated: tuple[tuple[FieldPath, int], ...]
    """Keys that their entry has already, with the place of the later one; the first one counts."""


class Readable(Protocol):
    """A document as plain values, wherever they came from, that can tell where each of them stands.

    ``lenient`` says that what is wrong in one place of it is told and left out, and the rest is loaded. ``understood``
    tells how what is no table was read, and ``sheets`` are those that were there, in their order.
    """

    @property
    def content(self) -> Any: ...
    @property
    def repeats(self) -> bool: ...
    @property
    def lossy_numbers(self) -> bool: ...
    @property
    def lenient(self) -> bool: ...
    @property
    def understood(self) -> Sequence[str]: ...
    @property
    def sheets(self) -> Sequence[Place]: ...
    @property
    def warnings(self) -> tuple[Problem, ...]: ...
    @property
    def problems(self) -> tuple[Problem, ...]: ...
    @property
    def repeated(self) -> tuple[tuple[FieldPath, int], ...]: ...
    def place(self, path: FieldPath, *, of_key: bool = False) -> Location: ...
    def as_written(self, path: FieldPath) -> str: ...
    def is_bare(self, path: FieldPath) -> bool: ...


@dataclass(frozen=True)
class Parsed:
    """A document as plain dicts, lists, texts, numbers, true, false and None; keys are always texts.

    The marks are found by reading the text a second time, and only when a place is asked for: a file in good order
    never pays for them.
    """

    lenient: ClassVar[bool] = False
    understood: ClassVar[tuple[str, ...]] = ()
    sheets: ClassVar[tuple[Place, ...]] = ()
    source: FileText
    content: object
    scan: Callable[[], Scan] = field(repr=False)
    repeats: bool = False
    """Whether an entry has a key twice. The first is in ``content``."""
    lossy_numbers: bool = False
    """Whether a number may be text that its writer did not quote, as in YAML: ``locator: 10.10``."""
    warnings: tuple[Problem, ...] = ()

    def place(self, path: FieldPath, *, of_key: bool = False) -> Location:
        """Give the place of a value, or of its key; for a value that is not there, of the entry that lacks it."""
        marks = self._scan.marks
        for length in range(len(path), 0, -1):
            if mark := marks.get(path[:length]):
                return self.source.place(mark.key if of_key or length < len(path) else mark.start)
        top = marks.get(())
        return self.source.place(top.start) if top else Location(self.source.file)

    def as_written(self, path: FieldPath) -> str:
        """Give a scalar as it stands in the text: ``10.10``, where the value is 10.1."""
        mark = self._scan.marks[path]
        return self.source.text[mark.start : mark.end]

    def is_bare(self, path: FieldPath) -> bool:
        """Tell whether a key stands alone between the commas of an entry in braces, with neither colon nor value."""
        mark = self._scan.marks.get(path)
        return mark is not None and mark.start == mark.end and _BARE.match(self.source.text, mark.key) is not None

    @property
    def repeated(self) -> tuple[tuple[FieldPath, int], ...]:
        """The keys that their entry has already, with the offset of the later one."""
        return self._scan.repeated if self.repeats else ()

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The keys that an entry has twice, and the warnings."""
        return (*self.warnings, *(self._repetition(path, again) for path, again in self.repeated))

    def _repetition(self, path: FieldPath, again: int) -> Problem:
        first = self.place(path, of_key=True)
        return Problem(
            self.source.place(again),
            f"The key {quoted(path[-1])} stands twice in this entry, first in {spot(first)}.",
            "Keep one of them.",
        )

    @cached_property
    def _scan(self) -> Scan:
        return self.scan()
