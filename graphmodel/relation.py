"""What every relation is: two ends, a natural key, and the evidence that every item carries."""

from __future__ import annotations

from functools import cached_property
from typing import ClassVar, Self

from graphmodel.entities import Item

AGENTS = frozenset({"body", "group", "post", "person"})
"""The types of entity that can sit on a group."""


class End:
    """One end of a relation: the name of the field, the word in a file, and the entity types that may stand there.

    `usual` is the type that most often does, the first of those given.
    """

    def __init__(self, field: str, *types: str) -> None:
        self.field = field
        self.word = field.rstrip("_")
        self.types = frozenset(types)
        self.usual = types[0]


class Relation(Item):
    """A relation between two entities; ends and natural key as its class says."""

    TYPE: ClassVar[str]
    START: ClassVar[End]
    FINISH: ClassVar[End]
    KEYED: ClassVar[tuple[str, ...]] = ()

    @property
    def start(self) -> str:
        """The id at its first end."""
        return str(getattr(self, self.START.field))

    @property
    def finish(self) -> str:
        """The id at its second end."""
        return str(getattr(self, self.FINISH.field))

    @cached_property
    def key(self) -> str:
        """The natural key: type, ends and keyed attributes, as text between single spaces.

        Ids hold no spaces; those of a subject become ``_``, so subjects that differ in this alone are the same one.
        """
        return " ".join((self.TYPE, self.start, self.finish, *[_key_part(getattr(self, name)) for name in self.KEYED]))

    def __copy__(self) -> Self:
        """Copy without the key, so that `model_copy(update=...)` does not carry on the key of the original."""
        copied = super().__copy__()
        copied.__dict__.pop("key", None)
        return copied


def _key_part(value: object) -> str:
    return "-" if value is None else str(value).replace(" ", "_")
