"""What a file says of itself: subject, author and day, the same for the same report."""

from __future__ import annotations

from dataclasses import dataclass

LANGUAGE = "en-GB"


@dataclass(frozen=True, slots=True)
class About:
    """The properties of a document beside its title. `day` is written as when it was made: the day it speaks of."""

    subject: str = ""
    author: str = "answerable"
    day: str = "2000-01-01"


PLAIN = About()
"""What a file says of itself where nobody says more."""
