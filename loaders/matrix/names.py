"""Names of persons in the cells of a matrix: what may be one, and a text without them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graphmodel.kinds import BodyKind
from loaders.matrix.roles import CODES
from loaders.tables.guesses import body_kind, looks_like_group, looks_like_post
from loaders.tables.without_persons import GAP, without_persons, words_in

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
    """Return the text of a cell for a note, without persons and initials; `legend` are the codes of the sheet itself."""
    return without_persons(text, _KNOWN | words_in(legend)) or GAP


_MOST_NAMES = 4
_CAPITAL = re.compile(r"[A-Z][\w'’.-]*")
_PARTICLES = frozenset({"de", "van", "von", "der", "la", "le", "al"})
_KNOWN = words_in(CODES)
