"""What a name alone lets one guess: the kind of a body or a group, and which sort of thing it names.

Cautious on purpose: where a name does not tell, a body is `other`, a group a `group`, and nothing looks like anything.
Whoever uses a guess says so: a fact that rests on one is inferred, and `BY_ITS_NAME` is the reason.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from graphmodel.kinds import BodyKind, DocumentKind, FundKind, GroupKind, PlanKind
from loaders.guesses.name_words import (
    BEFORE_RANKS,
    BODY_NOUNS,
    BODY_WORDS,
    DOCUMENT_WORDS,
    FUND_WORDS,
    GIVEN_NAMES,
    GROUP_WORDS,
    PERSON_TITLES,
    PLAN_WORDS,
    POST_WORDS,
    STAFF_TEAMS,
)
from loaders.names import folded

if TYPE_CHECKING:
    from collections.abc import Iterable

K = TypeVar("K")
_Kinds: TypeAlias = "tuple[tuple[K, re.Pattern[str]], ...]"

BY_ITS_NAME = "by its name"
"""The reason of a fact that was guessed from a name."""

_FIELDS_OF_WORK = re.compile(r" (?:of|for|on|in|with|to) .*| ?\(.*?\)|, .*| - .*")
"""What follows the noun of a name: `Board for Children`, `Forum (East)`."""
_NAME_PARTS = re.compile(r"[A-Z][\w'’]*(?:-[A-Z][\w'’]*)*\.?|(?:[A-Z]\.){1,3}")
_INITIALS = re.compile(r"[A-Z]|(?:[A-Z]\.){1,3}")
_TITLES, _GIVEN = frozenset(PERSON_TITLES.split()), frozenset(GIVEN_NAMES.split())
_BEFORE_RANKS = frozenset(BEFORE_RANKS)
_NO_SURNAMES = frozenset({"hospital", "centre", "school", "surgery"})
_LITTLE = frozenset({"of", "the", "for", "and", "in", "to", "on", "with", "all"})
_BRACKET = re.compile(r"\s*[(\[][^()\[\]]*(?:[)\]]|$)")
_MAYBE_PARTS = re.compile(r"[^\W\d_][^\W\d_'’.-]*(?:['’.-][^\W\d_]*)*")
_ACRONYM = 3
"""Letters from which capitals alone are an acronym, and not somebody's initials."""
_LONGEST_PERSON = 4
"""Words that the name of a person has at most, titles apart."""


@lru_cache(maxsize=4096)
def body_kind(name: str) -> BodyKind:
    """Guess the kind of a body from its name; `other` where it does not tell."""
    return _first(_bodies(), name) or BodyKind.OTHER


@lru_cache(maxsize=4096)
def group_kind(name: str) -> GroupKind:
    """Guess the kind of a group from its name; `group` where it does not tell."""
    return _as_group(name) or GroupKind.GROUP


def document_kind(name: str) -> DocumentKind:
    """Guess the kind of a document from its name; `statement` where it does not tell."""
    return _first(_documents(), name) or DocumentKind.STATEMENT


def plan_kind(name: str) -> PlanKind:
    """Guess the kind of a plan from its name; `initiative` where it does not tell."""
    return _first(_plans(), name) or PlanKind.INITIATIVE


def fund_kind(name: str) -> FundKind:
    """Guess the kind of a fund from its name; `mixed` where it does not tell."""
    return _first(_funds(), name) or FundKind.MIXED


def looks_like_group(name: str) -> bool:
    """Tell whether a name is that of a group: its noun is one, as in `Fire Safety Board`, and it is no body for that.

    An integrated care board is a body, and so is a clinical commissioning group.
    """
    return _as_group(name) is not None


def looks_like_post(name: str) -> bool:
    """Tell whether a name is that of a post, such as `Chief Constable` or `Director of Public Health`."""
    return not looks_like_group(name) and _posts().search(_noun(_plain(name))) is not None


def looks_like_person(name: str) -> bool:
    """Tell whether a name is that of a person: with a title or rank, with initials, or with a common given name."""
    before, rest = _apart(name)
    if not rest or len(rest) > _LONGEST_PERSON or not all(_NAME_PARTS.fullmatch(word) for word in rest):
        return False
    if before:
        return not _is_of_the_field(" ".join(rest)) and rest[-1].casefold() not in _NO_SURNAMES
    has_initials = _INITIALS.fullmatch(rest[0]) is not None and not any(word.isupper() for word in rest[-1:])
    is_known = rest[0].casefold() in _GIVEN
    return len(rest) > 1 and (is_known or has_initials) and not _is_of_the_field(name)


def names_person(text: str) -> bool:
    """Tell whether a person is named somewhere in a text: as the whole, before a bracket, or behind a post."""
    bare = _BRACKET.sub("", text).strip()
    if looks_like_person(text) or looks_like_person(bare):
        return True
    words = bare.replace(",", " ").split()
    tails = (" ".join(words[start:]) for start in range(1, len(words) - 1))
    return any(looks_like_person(tail) for tail in tails)


def may_be_person(name: str) -> bool:
    """Tell whether a name may be a person's: a few words of which none says that it is a body, a group or a post.

    So it is kept private until somebody says what it is.
    """
    bare = _BRACKET.sub("", name).strip() or name
    if names_person(name):
        return True
    words = bare.replace(",", " ").split()
    if not _LITTLE.isdisjoint(words):
        return False
    is_short = 0 < len(words) <= _LONGEST_PERSON and all(_MAYBE_PARTS.fullmatch(word) for word in words)
    is_acronym = len(words) == 1 and bare.isupper() and len(bare) >= _ACRONYM
    return is_short and not is_acronym and not _is_of_the_field(bare) and not _nouns().search(_plain(bare))


def _apart(name: str) -> tuple[list[str], list[str]]:
    """Part the titles and ranks of a name from the name."""
    head, comma, tail = name.partition(",")
    words = name.replace(",", " ").split()
    if comma and head.split() and all(_title(word) for word in tail.split()):
        words = [*tail.split(), *head.split()]
    place = 0
    while place < len(words) and (_title(words[place]) or words[place].casefold() in _BEFORE_RANKS):
        place += 1
    before = words[:place]
    if not any(map(_title, before)):
        return [], words
    return before, words[place:]


def _title(word: str) -> bool:
    return word.rstrip(".").casefold() in _TITLES


def _is_of_the_field(name: str) -> bool:
    return looks_like_group(name) or looks_like_post(name) or body_kind(name) is not BodyKind.OTHER


@lru_cache(maxsize=4096)
def _as_group(name: str) -> GroupKind | None:
    """Give the kind of group that the last telling noun of a name says.

    None where that noun is of a post, as in `Board Manager`, or part of the name of a body.
    """
    plain = _plain(name)
    if any(plain == team or plain.endswith(f" {team}") for team in STAFF_TEAMS):
        return GroupKind.TEAM
    noun = _noun(plain)
    ends = [(found.end(), -found.start(), kind) for kind, words in _groups() for found in words.finditer(noun)]
    if not ends:
        return None
    end, _, kind = max(ends, key=lambda one: one[:2])
    of_a_post = any(found.end() > end for found in _posts().finditer(noun))
    as_body = (found for _, words in _bodies() for found in words.finditer(plain))
    return None if of_a_post or any(found.start() < end <= found.end() for found in as_body) else kind


def _noun(plain: str) -> str:
    """Cut off what a name says after its noun; all of it where nothing would be left."""
    return _FIELDS_OF_WORK.sub("", plain).strip() or plain


def _plain(name: str) -> str:
    return folded(name.replace("&", " and ").replace(".", "").replace(" - ", ", "))


def _first(kinds: _Kinds[K], name: str) -> K | None:
    plain = _plain(name)
    return next((kind for kind, words in kinds if words.search(plain)), None)


@cache
def _bodies() -> _Kinds[BodyKind]:
    return _compiled(BODY_WORDS)


@cache
def _groups() -> _Kinds[GroupKind]:
    return _compiled(GROUP_WORDS)


@cache
def _documents() -> _Kinds[DocumentKind]:
    return _compiled(DOCUMENT_WORDS)


@cache
def _plans() -> _Kinds[PlanKind]:
    return _compiled(PLAN_WORDS)


@cache
def _funds() -> _Kinds[FundKind]:
    return _compiled(FUND_WORDS)


@cache
def _nouns() -> re.Pattern[str]:
    return _any_of(BODY_NOUNS)


@cache
def _posts() -> re.Pattern[str]:
    return _any_of(POST_WORDS)


def _compiled(kinds: Iterable[tuple[K, str]]) -> _Kinds[K]:
    return tuple((kind, _any_of(words)) for kind, words in kinds)


def _any_of(words: str) -> re.Pattern[str]:
    """Find one of some phrases, between commas, as whole words, also in the plural."""
    phrases = [_plural(phrase.strip()) for phrase in words.split(",") if phrase.strip()]
    return re.compile(rf"(?<!\w)(?:{'|'.join(sorted(phrases, key=len, reverse=True))})(?!\w)")


def _plural(phrase: str) -> str:
    plain = re.escape(phrase).replace(r"\ ", " ")
    return rf"{plain[:-1]}(?:y|ies)" if plain.endswith("y") else rf"{plain}s?"
