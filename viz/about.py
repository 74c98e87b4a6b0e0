"""What a file says of itself: subject, author and day, the same for the same report."""

from __future__ import annotations

from dataclasses import dataclass

from viz.text import clean

LANGUAGE = "en-GB"
_MOST_LETTERS = 255
"""Letters that a property of an office file may have."""


@dataclass(frozen=True, slots=True)
class About:
    """The properties of a document beside its title. `day` is written as when it was made: the day it speaks of."""

    subject: str = ""
    author: str = "answerable"
    day: str = "2000-01-01"

    def __post_init__(self) -> None:
        """Clean what comes from people's files: an XML property holds no control character."""
        object.__setattr__(self, "subject", as_property(self.subject))
        object.__setattr__(self, "author", as_property(self.author))


def as_property(text: str) -> str:
    """Return a text as a property of a file may hold it: cleaned, and cut where it is too long."""
    cleaned = clean(text)
    return cleaned if len(cleaned) <= _MOST_LETTERS else f"{cleaned[: _MOST_LETTERS - 1]}…"


PLAIN = About()
"""What a file says of itself where nobody says more."""
