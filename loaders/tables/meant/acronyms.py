"""Names written as their initials: `DAAG` for `Drugs & Alcohol Action Group`, `RA Board` for a name that ends so."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORD = re.compile(r"[^\W\d_][^\W_]*|\d+|&")
_JOINS = frozenset({"and", "&"})
_SMALL = _JOINS | {"the", "of", "for", "in", "on", "to", "a"}
_CAPITALS = re.compile(r"(?:[A-Z]\.?|(?<=\S)&(?=\S)){2,8}")
_WITH_NOUN = re.compile(r"((?:[A-Z]\.?|(?<=\S)&(?=\S)){2,6}) ([^\W\d_]{4,})")
_SHORTEST = 3
"""Letters of an acronym at least; two are as often somebody's initials."""


def acronym(text: str) -> str:
    """Return what a text is looked up by if it may be an acronym; nothing where it is none."""
    plain = text.strip()
    if _CAPITALS.fullmatch(plain):
        letters = _letters(plain)
        return letters if len(letters) >= _SHORTEST else ""
    found = _WITH_NOUN.fullmatch(plain)
    return f"{_letters(found[1])} {found[2].casefold()}" if found else ""


def acronyms(name: str) -> Iterator[str]:
    """Yield by what a name is found that is written as its initials, with and without its small words."""
    words = [word.casefold() for word in _WORD.findall(name)]
    if len(words) < _SHORTEST:
        return
    found: dict[str, bool] = {}
    for left_out in (_SMALL, _SMALL - _JOINS, frozenset[str]()):
        kept = [word for word in words if word not in left_out]
        if any(word.isdigit() for word in kept):
            return
        initials = "".join("a" if word in _JOINS else word[0] for word in kept)
        found[initials] = len(kept) >= _SHORTEST
        found[f"{initials[:-1]} {words[-1]}"] = len(kept) >= _SHORTEST
    yield from (one for one, is_long in found.items() if is_long)


def _letters(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalpha())
