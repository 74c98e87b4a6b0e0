"""How often and how long, said in words: the words are kept, and the number is read out of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaders.tables.cell.numbers import hours_long, times_a_year
from loaders.tables.cell.taken import Taken, Told

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping

    from loaders.gathered import Entry

SAID_IN_WORDS = {"rhythm": "per_year", "frequency": "per_year", "duration": "hours"}
"""The fields that keep the words, and those of the numbers that may be read out of them."""

_READ: dict[str, Callable[[str], float | None]] = {
    "rhythm": times_a_year,
    "frequency": times_a_year,
    "duration": hours_long,
}


def in_figures(words: str, text: str) -> float | None:
    """Return the number that the words of a field say; None where they say none."""
    return _READ[words](text)


def filled_in(
    values: Entry, taken: Mapping[str, Taken], exact: Collection[str], fields: Collection[str]
) -> Iterator[tuple[str, Taken]]:
    """Put in, of words and their number, the one that is blank; yield the words out of which a number was read.

    `fields` are those of the table, `taken` has what was read out of words in the column of the number, `exact` the
    fields written in quotation marks.
    """
    for words, number in SAID_IN_WORDS.items():
        if words not in fields:
            continue
        if number in taken and taken[number].told in (Told.READ, Told.ABOUT):
            values.setdefault(words, taken[number].text)
        elif words in values and number not in values and words not in exact and number not in taken:
            found = in_figures(words, values[words])
            if found is not None:
                values[number] = found
                yield words, Taken(found, values[words], Told.FIGURE)
