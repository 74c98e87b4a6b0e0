"""The file of assumptions: read, its words turned into numbers, and its names held against the structures."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TypeAlias

from answerable.errors import InputError
from graphmodel.entities import Entity
from graphmodel.structure import Structure
from loaders.documents import Wrong, read_as
from loaders.names import Names
from loaders.problems import LoadError
from loaders.tables.cell.numbers import hours_long, times_a_year
from loaders.wording import a, one_of, quoted
from loaders.words import BACKWARDS, Often, ends_before, how_often
from queries.burden.assumed import NOTHING, AssumedRhythm, AssumedSeat, Assumptions, strangers

Given: TypeAlias = str | os.PathLike[str] | Assumptions | None
_MEMBERS = ("body", "group", "post", "person")
_HOW = "Write it as `quarterly, 2 hours`, `6 times a year` or `90 minutes`."


def read_assumptions(given: Given, *structures: Structure, spare: bool = False) -> Assumptions:
    """Read a file of assumptions; what it says in words is turned into numbers, and names into ids.

    Its names are looked up in all of the structures that it is meant for; without any they are left as they are. With
    `spare` names that are in none are left too, if any other is in one: see `unknown_names`.
    Raises InputError with everything that is wrong with it, each with its place.
    """
    if given is None:
        return NOTHING
    known = tuple(map(_Known, structures))
    if isinstance(given, Assumptions):
        wrong = tuple(_wrong(given.model_dump(mode="json", exclude_none=True), known, spare=spare))
        if wrong:
            raise InputError("\n".join(f"The assumptions: {one.what} {one.remedy}".rstrip() for one in wrong))
        return _settled(given, known)
    try:
        return _settled(read_as(given, Assumptions, check=lambda content: _wrong(content, known, spare=spare)), known)
    except LoadError as error:
        raise InputError(str(error)) from error


class _Known:
    """The names of a structure."""

    def __init__(self, structure: Structure) -> None:
        self.structure = structure

    @cached_property
    def entities(self) -> Mapping[str, Entity]:
        return {entity.id: entity for entity in self.structure.entities()}

    @cached_property
    def names(self) -> Names:
        return Names(
            (entity.id, spelling)
            for entity in self.entities.values()
            if entity.TYPE in _MEMBERS
            for spelling in (entity.id, entity.name, *entity.aliases)
        )

    def meant(self, word: str) -> tuple[str, ...]:
        """Return the ids that a word may mean: an id means itself."""
        return (word,) if word in self.entities else self.names.same(word)


def _settled(assumptions: Assumptions, known: Sequence[_Known]) -> Assumptions:
    def ids(words: Iterable[str]) -> tuple[str, ...]:
        meant = ([id_ for one in known for id_ in one.meant(word)] or [word] for word in words)
        return tuple(dict.fromkeys(id_ for found in meant for id_ in found))

    def rhythm(one: AssumedRhythm) -> AssumedRhythm:
        often = _often(one.rhythm) if one.rhythm else None
        numbers = {"per_year": often.per_year, "hours": often.hours} if often else {}
        return one.model_copy(update={"groups": ids(one.groups), **numbers})

    def seat(one: AssumedSeat) -> AssumedSeat:
        return one.model_copy(update={"groups": ids(one.groups), "members": ids(one.members)})

    return assumptions.model_copy(
        update={"rhythms": tuple(map(rhythm, assumptions.rhythms)), "seats": tuple(map(seat, assumptions.seats))}
    )


def _often(text: str) -> Often | None:
    """Read how often and how long, as people and as sheets have it; None where a part of it is not understood."""
    whole = how_often(text)
    if whole is not None:
        return whole
    per_year = hours = None
    for part in filter(None, (part.strip() for part in text.replace(";", ",").split(","))):
        times, long = times_a_year(part), hours_long(part)
        if times is not None and per_year is None:
            per_year = times
        elif long is not None and hours is None:
            hours = long
        else:
            return None
    return None if per_year is None and hours is None else Often(per_year, hours)


def unknown_names(assumptions: Assumptions, structure: Structure) -> Iterator[str]:
    """Say of each name in assumptions that is nothing in a structure that it is not used, with what may be meant."""
    known = _Known(structure)
    for word in strangers(assumptions, known.entities):
        near = tuple(dict.fromkeys(known.names.nearest(word)))
        guess = f" Did you mean {one_of(map(quoted, near))}?" if near else ""
        yield f"{quoted(word)} is nothing in this structure, so what is assumed of it is not used.{guess}"


def _wrong(content: object, known: Sequence[_Known], *, spare: bool) -> Iterator[Wrong]:
    """Look over the plain values of a file, so that all is told at once, whatever else is wrong with it."""
    yield from _each(content, "rhythms", _wrong_rhythm)
    yield from _each(content, "seats", _wrong_seat)
    yield from _said_twice(content)
    if known:
        spared = spare and any(one.meant(word) for one in known for word in _all_words(content))
        for table, field, types in _NAMED:
            for order, row in _rows(content, table):
                for place, word in enumerate(_words(row, field)):
                    if spared and not any(one.meant(word) for one in known):
                        continue
                    for what, remedy in _wrong_name(word, types, known):
                        yield Wrong((table, order, field, place), what, remedy)


_NAMED = (("rhythms", "groups", ("group",)), ("seats", "members", _MEMBERS), ("seats", "groups", ("group",)))


def _all_words(content: object) -> Iterator[str]:
    for table, field, _ in _NAMED:
        for _, row in _rows(content, table):
            yield from _words(row, field)


def _each(
    content: object, table: str, check: Callable[[Mapping[str, object]], Iterator[tuple[str, str, str]]]
) -> Iterator[Wrong]:
    for order, row in _rows(content, table):
        for field, what, remedy in check(row):
            yield Wrong((table, order, field) if field in row else (table, order), what, remedy)


def _wrong_rhythm(row: Mapping[str, object]) -> Iterator[tuple[str, str, str]]:
    words, numbers = row.get("rhythm"), [field for field in ("per_year", "hours") if row.get(field) is not None]
    if not words and not numbers:
        yield "", "This does not say how often or how long groups meet.", "Add `rhythm`, such as `quarterly, 2 hours`."
    if isinstance(words, str) and words.strip():
        often = _often(words)
        if often is None:
            yield "rhythm", f"{quoted(words)} does not say how often or how long groups meet.", _HOW
        elif any(getattr(often, field) not in (None, row[field]) for field in numbers):
            yield "rhythm", "It is said in words and in numbers, and they differ.", "Keep one of the two."


def _wrong_seat(row: Mapping[str, object]) -> Iterator[tuple[str, str, str]]:
    since, until = (str(row.get(field) or "") for field in ("valid_from", "valid_to"))
    if ends_before(since, until):
        yield "valid_to", *BACKWARDS


def _said_twice(content: object) -> Iterator[Wrong]:
    """Refuse two rhythms for one group: only the first would count."""
    seen: set[tuple[str, str]] = set()
    for order, row in _rows(content, "rhythms"):
        often = _often(str(row.get("rhythm") or "")) or Often()
        says = [field for field in Often._fields if row.get(field) is not None or getattr(often, field) is not None]
        for place, word in enumerate(_words(row, "groups")):
            said = {(word, field) for field in says}
            if said & seen:
                what = f"{quoted(word)} is given a rhythm twice."
                yield Wrong(("rhythms", order, "groups", place), what, "Keep one of them.")
            seen |= said


def _wrong_name(word: str, types: Sequence[str], known: Sequence[_Known]) -> Iterator[tuple[str, str]]:
    found = [one.meant(word) for one in known]
    if not any(found):
        near = tuple(dict.fromkeys(name for one in known for name in one.names.nearest(word)))
        guess = f"Did you mean {one_of(map(quoted, near))}?" if near else ""
        yield f"{quoted(word)} is nothing in {'this structure' if len(known) == 1 else 'these structures'}.", guess
    elif any(len(ids) > 1 for ids in found):
        several = next(ids for ids in found if len(ids) > 1)
        yield f"{quoted(word)} may be one of several things.", f"Write {one_of(map(quoted, several))}."
    else:
        kinds = {one.entities[id_].TYPE for one, ids in zip(known, found, strict=True) for id_ in ids}
        if not kinds <= set(types):
            wanted = "a group" if len(types) == 1 else "a body, a group, a post or a person"
            yield f"{quoted(word)} is {a(min(kinds))}.", f"Name {wanted}."


def _rows(content: object, table: str) -> Iterator[tuple[int, Mapping[str, object]]]:
    rows = content.get(table) if isinstance(content, Mapping) else None
    for order, row in enumerate(rows if isinstance(rows, list | tuple) else ()):
        if isinstance(row, Mapping):
            yield order, row


def _words(row: Mapping[str, object], field: str) -> tuple[str, ...]:
    words = row.get(field)
    return tuple(word.strip() for word in words if isinstance(word, str)) if isinstance(words, list | tuple) else ()
