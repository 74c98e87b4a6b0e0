"""Names of persons in the cells of a matrix: what may be one, and a text without them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graphmodel.kinds import BodyKind
from loaders.guesses.guesses import body_kind, looks_like_group, looks_like_post
from loaders.guesses.name_words import PERSON_TITLES
from loaders.matrix.roles import CODES
from loaders.tables.sitting.without_persons import GAP, without_persons, words_in

if TYPE_CHECKING:
    from collections.abc import Collection


def may_be_a_name(text: str) -> bool:
    """Tell whether a text in brackets may name somebody: a few words with capitals that name nothing of the field."""
    words = text.replace(",", " ").split()
    return (
        0 < len(words) <= _MOST_NAMES
        and all(_CAPITAL.fullmatch(word) or word in _PARTICLES for word in words)
        and not any(word.isupper() and "." not in word for word in words if len(word) > 1)
        and body_kind(text) is BodyKind.OTHER
        and not looks_like_group(text)
        and not looks_like_post(text)
    )


def shown(text: str, legend: Collection[str] = ()) -> str:
    """Return the text of a cell for a note, without persons; `legend` are codes of the sheet itself."""
    return without_persons(text, _KNOWN | words_in(legend)) or GAP


def is_rank(text: str) -> bool:
    """Tell whether a text is a title or rank and nothing else, so that it belongs to the person named with it."""
    words = text.replace(",", " ").split()
    return bool(words) and all(word.rstrip(".").casefold() in _RANKS for word in words)


def without_ranks(text: str) -> str:
    """Cut the titles and ranks off that stand before initials: `DCI KP`."""
    words = text.split()
    while len(words) > 1 and is_rank(words[0]):
        words = words[1:]
    return " ".join(words)


_MOST_NAMES = 4
_CAPITAL = re.compile(r"[A-Z][\w'’.-]*")
_PARTICLES = frozenset({"de", "van", "von", "der", "la", "le", "al"})
_RANKS = frozenset((*PERSON_TITLES.split(), "chief"))
_KNOWN = words_in(CODES)
