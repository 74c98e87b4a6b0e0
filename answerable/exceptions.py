"""The file of accepted exceptions: read, and held against the rules and the structure it is about."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping

from answerable.asking import known_rules
from graphmodel.dates import UNKNOWN, earliest, latest, partial
from graphmodel.structure import Structure
from graphmodel.veiled import unveiled
from loaders.documents import Wrong, read_as
from loaders.names import Names, nearest
from loaders.problems import LoadError
from loaders.wording import one_of, quoted
from queries.findings.waivers import Waiver, Waivers

NONE = Waivers()


def read_waivers(given: str | os.PathLike[str] | Waivers | None) -> tuple[Waivers, list[str]]:
    """Read accepted exceptions, and give them with all that is wrong with the file, each with its place."""
    if given is None:
        return NONE, []
    if isinstance(given, Waivers):
        found = ((order, _wrong_about(one.model_dump())) for order, one in enumerate(given.waivers, start=1))
        return given, [f"Waiver {order}: {what} {remedy}" for order, wrong in found for _, what, remedy in wrong]
    try:
        return read_as(given, Waivers, check=_check), []
    except LoadError as error:
        return NONE, [str(problem) for problem in error.problems]


def wrong_waivers(waivers: Iterable[Waiver], structure: Structure) -> Iterator[str]:
    """Say which exceptions are about something that is not in a structure, or may be about several things."""
    names = _names(structure)
    known, own = set(_ids(structure)), unveiled(structure)
    for waiver in waivers:
        if waiver.subject is None or own(waiver.subject) in known:
            continue
        same = names.same(waiver.subject)
        if len(same) != 1:
            near = same or names.nearest(waiver.subject)
            guess = f" Did you mean {one_of(map(quoted, near))}?" if near else ""
            what = "may be one of several things" if same else "is nothing in this structure"
            yield f"The waiver of {waiver.owner} for {waiver.rule}: {quoted(waiver.subject)} {what}.{guess}"


def meant(waivers: Iterable[Waiver], structure: Structure) -> tuple[Waiver, ...]:
    """Give all that is excepted by its id, where it was given by name, or as a report without names has it."""
    waivers = tuple(waivers)
    if not waivers:
        return waivers
    names, known, own = _names(structure), set(_ids(structure)), unveiled(structure)

    def subject(word: str) -> str:
        return own(word) if own(word) in known else names.same(word)[0]

    return tuple(
        waiver.model_copy(
            update={
                "finding": None if waiver.finding is None else own(waiver.finding),
                "subject": None if waiver.subject is None else subject(waiver.subject),
            }
        )
        for waiver in waivers
    )


def _check(content: object) -> Iterator[Wrong]:
    """Look over the plain values of a file, so that all is told at once, whatever else is wrong with it."""
    waivers = content.get("waivers") if isinstance(content, Mapping) else None
    for order, waiver in enumerate(waivers if isinstance(waivers, list) else ()):
        if isinstance(waiver, Mapping):
            yield from (Wrong(("waivers", order, *field), what, remedy) for field, what, remedy in _wrong_about(waiver))


def _wrong_about(waiver: Mapping[str, object]) -> Iterator[tuple[tuple[str, ...], str, str]]:
    """Yield what is wrong with an exception on its own: in which field, what, and what to do."""
    finding, rule, subject = (str(waiver.get(field) or "").strip() for field in ("finding", "rule", "subject"))
    if finding and (rule or subject or waiver.get("aspect")):
        yield ("finding",), "A waiver names a `finding`, or else `rule` and `subject`.", "Keep one of the two."
    elif not finding and not (rule and subject):
        yield (), "A waiver has to say what it is about.", "Add `finding`, or else `rule` and `subject`."
    named = rule or finding.partition(" ")[0]
    known = tuple(rule.id for rule in known_rules())
    if named and named not in known:
        likest = nearest(named, known)
        guess = f"Did you mean {one_of(map(quoted, likest))}?" if likest else "`answerable explain` lists them."
        yield ("rule" if rule else "finding",), f"There is no rule {quoted(named)}.", guess
    agreed, review = (str(waiver.get(field) or "") for field in ("agreed_on", "review_by"))
    if UNKNOWN not in (partial(agreed), partial(review)) and latest(review) < earliest(agreed):
        told = f"It is to be looked at again by {review}, before it was agreed on {agreed}."
        yield ("review_by",), told, "Correct one of the two."


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
