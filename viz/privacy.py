"""Names of persons, shown only when asked for: what is not shown is not in the file either."""

from __future__ import annotations

import re
from collections.abc import Callable

from graphmodel.structure import Structure

HIDDEN = "a person (name not shown)"


class Veil:
    """Takes the names and the ids of persons out of whatever is about to be shown."""

    def __init__(self, structure: Structure, *, names: bool) -> None:
        people = () if names else structure.people
        self._ids = {person.id: f"person-{number}" for number, person in enumerate(people, start=1)}
        words = {word for person in people for word in (person.name, *person.aliases, person.id)}
        longest_first = sorted(words, key=lambda word: (-len(word), word))
        pattern = "|".join(rf"(?<!\w){re.escape(word)}(?!\w)" for word in longest_first)
        self._words: Callable[[str], str] = (
            (lambda text: re.sub(pattern, HIDDEN, text, flags=re.IGNORECASE)) if words else (lambda text: text)
        )

    def id(self, entity: str) -> str:
        """The id to use in a picture: a person's may hold the name."""
        return self._ids.get(entity, entity)

    def text(self, text: str) -> str:
        """The text without names of persons."""
        return self._words(text)

    def hides(self, entity: str) -> bool:
        """Whether this is a person whose name is not shown."""
        return entity in self._ids
