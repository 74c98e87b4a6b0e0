"""The file of accepted exceptions: read, and held against the rules and the structure it is about."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence

from answerable.asking import known_rules
from graphmodel.structure import Structure
from loaders.documents import read_as
from loaders.names import Names, nearest
from loaders.problems import LoadError
from loaders.registry import parse_file
from loaders.wording import one_of, quoted
from queries.accepting import rule_of
from queries.waivers import Waiver, Waivers

NONE = Waivers()


def read_waivers(given: str | os.PathLike[str] | Waivers | None) -> tuple[Waivers, list[str]]:
    """Read accepted exceptions, and give them with all that is wrong with the file, each with its place."""
    if given is None:
        return NONE, []
    if isinstance(given, Waivers):
        return given, [f"Waiver {order}: {told}" for order, _, told in _wrong(given.waivers)]
    try:
        found = read_as(given, Waivers)
    except LoadError as error:
        return NONE, [str(problem) for problem in error.problems]
    wrong = tuple(_wrong(found.waivers))
    if not wrong:
        return found, []
    parsed = parse_file(given)  # read again for the places, which only a file with something wrong in it needs
    return found, [f"{parsed.place(('waivers', order - 1, field))}: {told}" for order, field, told in wrong]


def wrong_waivers(waivers: Iterable[Waiver], structure: Structure) -> Iterator[str]:
    """Say which exceptions are about something that is not in a structure, or may be about several things."""
    names = _names(structure)
    known = set(_ids(structure))
    for waiver in waivers:
        if waiver.subject is None or waiver.subject in known:
            continue
        same = names.same(waiver.subject)
        if len(same) != 1:
            near = same or names.nearest(waiver.subject)
            guess = f" Did you mean {one_of(map(quoted, near))}?" if near else ""
            what = "may be one of several things" if same else "is nothing in this structure"
            yield f"The waiver of {waiver.owner} for {waiver.rule}: {quoted(waiver.subject)} {what}.{guess}"


def meant(waivers: Iterable[Waiver], structure: Structure) -> tuple[Waiver, ...]:
    """Give every subject by its id, where it was given by name."""
    waivers = tuple(waivers)
    if not any(waiver.subject for waiver in waivers):
        return waivers
    names = _names(structure)
    known = set(_ids(structure))
    return tuple(
        waiver
        if waiver.subject is None or waiver.subject in known
        else waiver.model_copy(update={"subject": names.same(waiver.subject)[0]})
        for waiver in waivers
    )


def _wrong(waivers: Sequence[Waiver]) -> Iterator[tuple[int, str, str]]:
    """Yield what is wrong with an exception on its own: which one, in which field, and what to do."""
    known = tuple(rule.id for rule in known_rules())
    for order, waiver in enumerate(waivers, start=1):
        yield from ((order, *fault) for fault in _wrong_about(waiver))
        rule = rule_of(waiver)
        if rule and rule not in known:
            likest = nearest(rule, known)
            guess = f" Did you mean {one_of(map(quoted, likest))}?" if likest else " `answerable explain` lists them."
            yield order, "rule" if waiver.rule else "finding", f"There is no rule {quoted(rule)}.{guess}"
        if waiver.review_by < waiver.agreed_on:
            told = f"It is to be looked at again by {waiver.review_by}, before it was agreed on {waiver.agreed_on}."
            yield order, "review_by", f"{told} Correct one of the two."


def _wrong_about(waiver: Waiver) -> Iterator[tuple[str, str]]:
    if waiver.finding is not None and (waiver.rule or waiver.subject or waiver.aspect):
        yield "finding", "A waiver names a `finding`, or else `rule` and `subject`. Keep one of the two."
    elif waiver.finding is None and not (waiver.rule and waiver.subject):
        yield "", "A waiver has to say what it is about. Add `finding`, or else `rule` and `subject`."


def _names(structure: Structure) -> Names:
    return Names(
        (entity.id, spelling)
        for entity in structure.entities()
        for spelling in (entity.id, entity.name, *entity.aliases)
    )


def _ids(structure: Structure) -> Iterator[str]:
    """Yield all that a finding may be about: an entity, a relation, or the whole."""
    yield structure.id
    yield from (fact for fact, _ in structure.items())
