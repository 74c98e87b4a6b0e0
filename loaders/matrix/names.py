"""Names of persons in the cells of a matrix: what may be one, and a text without them."""

from __future__ import annotations

import re

from graphmodel.kinds import BodyKind
from loaders.matrix.roles import CODES, key_of
from loaders.tables.guesses import body_kind, looks_like_group, looks_like_post


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


def shown(text: str) -> str:
    """Return the text of a cell for a note: whatever may be the name of a person in it is left out."""
    if key_of(text) in CODES or len(text) <= _INITIALS_AT_MOST:
        return text
    return re.sub(r"…(?:[ .,]*…)+", "…", _MAY_BE_NAME.sub(_kept, text))


def _kept(found: re.Match[str]) -> str:
    word = found[0].rstrip(".'’")
    if len(word) == 1 and (found[0] != word or key_of(word) not in CODES):
        return "…"
    is_short = word.isupper() and len(word) <= _INITIALS_AT_MOST
    known = is_short or key_of(word) in CODES or key_of(word) in _FIELD_WORDS or body_kind(word) is not BodyKind.OTHER
    return found[0] if known else "…"


_MOST_NAMES = 4
_INITIALS_AT_MOST = 4
_CAPITAL = re.compile(r"[A-Z][\w'’.-]*")
_PARTICLES = frozenset({"de", "van", "von", "der", "la", "le", "al"})
_MAY_BE_NAME = re.compile(r"[^\W\d_a-zà-ÿ][\w'’.-]*")
_FIELD_WORDS = frozenset({
    "chair", "vice", "deputy", "member", "observer", "in", "by", "as", "to", "see", "not", "until", "since", "from",
})  # fmt: skip
