"""What rows name and no row defines: something stands in for it, as an inferred fact, and it is told.

A name that comes near a known one is probably a slip, and the list at hand no full account of anything; a name that
comes near none is a new thing that nobody has put on its sheet yet.
"""

from __future__ import annotations

from collections import Counter
from pathlib import PurePath
from typing import TYPE_CHECKING

from graphmodel.evidence import Modality
from graphmodel.place import letters
from graphmodel.relation import AGENTS
from loaders.gathered import Sheet, Where
from loaders.guesses.guesses import looks_like_group, looks_like_post, may_be_person, names_person
from loaders.tables.headings import TITLES
from loaders.tables.meant.known import TABLE_OF
from loaders.wording import a, one_of, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from loaders.gathered import Entry, Gathered
    from loaders.tables.meant.known import Known
    from loaders.tables.meant.meanings import Meanings, Unknown

_LOOKS = (("group", looks_like_group), ("person", names_person), ("post", looks_like_post))
_USUAL = ("body", "group", "post", "person", "document", "plan", "fund", "area", "source")
"""What a name is where it may be several things and does not look like one; nothing stands in for an event."""
_TOLD = 40
"""New names of a type that are told one by one; more of them are a list that nobody has made yet."""
_SHOWN = 12
"""Names that one sentence lists."""
_GAVE_UP = (
    "Names that no sheet lists are so many that not all of them were compared with the known ones: some of those that "
    "were read as new may be slips."
)


def made_up(meanings: Meanings, known: Known, into: Gathered) -> Iterator[tuple[str, Entry, Where]]:
    """Let something stand in for every name that no row defines: give its table, its entry and its place; tell it."""
    found = [(unknown, type_) for unknown in meanings.unknown.values() if (type_ := _type_of(unknown))]
    near = {id(unknown): () if type_ == "source" else known.nearest(unknown.text, unknown.wanted)
            for unknown, type_ in found}  # fmt: skip
    if known.gave_up:
        into.understood.append(_GAVE_UP)
    # What is nearly a group's name is a group: so it is drawn as one, and looked for on the right sheet.
    found = [(one, known.type_of[near[id(one)][0]] if near[id(one)] else type_) for one, type_ in found]
    new = Counter(type_ for unknown, type_ in found if not near[id(unknown)])
    together = {type_ for type_ in new if type_ == "source" or not known.has(type_) or new[type_] > _TOLD}
    for unknown, type_ in found:
        if near[id(unknown)]:
            _tell_slip(unknown, type_, near[id(unknown)], known, into)
        elif type_ not in together and not unknown.is_slip:
            _tell_new(unknown, type_, into)
    for type_ in dict.fromkeys(type_ for _, type_ in found if type_ in together):
        alone = [unknown for unknown, of in found if of == type_ and not near[id(unknown)] and not unknown.is_slip]
        if alone:
            _tell_together(alone, type_, into, known)
    for unknown, type_ in found:
        name = _name(unknown, type_)
        id_ = known.take(type_, name)
        meanings.stand_in(unknown, id_)
        evidence = {"modality": Modality.INFERRED.value, "reason": f"named only in {_cell(unknown)}"}
        said = {} if name == unknown.text else {"named": False}
        yield TABLE_OF[type_], {"id": id_, "name": name, **said, "evidence": evidence}, _where(unknown)


def _type_of(unknown: Unknown) -> str | None:
    """Tell what a name is taken for: what it looks like; a person where it may be one, for a person is kept private."""
    wanted = unknown.wanted or frozenset(_USUAL)
    if _is_of_person(unknown):
        return "post"
    by_look = next((type_ for type_, looks in _LOOKS if type_ in wanted and looks(unknown.text)), None)
    if by_look is None and unknown.wanted == AGENTS and may_be_person(unknown.text) and not unknown.is_of_bodies:
        return "person"
    return by_look or next((type_ for type_ in _USUAL if type_ in wanted), None)


def _is_of_person(unknown: Unknown) -> bool:
    """Tell whether a person is named where no person can stand, as whom a group answers to: it is their post then."""
    return "post" in unknown.wanted and "person" not in unknown.wanted and names_person(unknown.text)


def _name(unknown: Unknown, type_: str) -> str:
    """Return the name of what stands in; never that of a person for what is shown to everybody."""
    is_hidden = type_ == "post" and _is_of_person(unknown)
    return f"Post of whoever {_cell(unknown)} names" if is_hidden else str(unknown.text)


def _tell_slip(unknown: Unknown, type_: str, near: tuple[str, ...], known: Known, into: Gathered) -> None:
    meant = one_of([quoted(known.name_of[id_]) for id_ in near])
    sheet = TITLES[TABLE_OF[type_]]
    what = f"{quoted(unknown.text)} is not on {sheet}{_count(unknown)}; it was read as {a(type_)} of its own."
    into.tell(unknown.uses[0].at, what, f"Did you mean {meant}?")


def _tell_new(unknown: Unknown, type_: str, into: Gathered) -> None:
    sheet = TITLES[TABLE_OF[type_]]
    what = f"{quoted(unknown.text)} is not on {sheet}{_count(unknown)}; it was read as {a(type_)}, by its name alone."
    into.tell(unknown.uses[0].at, what, f"Add it to {sheet}, or correct it.", warning=True)


def _tell_together(alone: list[Unknown], type_: str, into: Gathered, known: Known) -> None:
    """Say once of a whole type that no sheet lists it, or many of it: no slip then, but how the file is."""
    names = [quoted(unknown.text) for unknown in alone]
    listed = one_of([*names[:_SHOWN], *([f"{len(names) - _SHOWN} more"] if len(names) > _SHOWN else [])], last="and")
    title = TITLES[TABLE_OF[type_]]
    if type_ == "source":
        into.understood.append(f"Named as a source, and taken for one: {listed}.")
        return
    if known.has(type_):
        what = f"{len(names)} {title.casefold()} are not on {title} and were read by their names alone: {listed}."
    else:
        what = f"No sheet lists the {title.casefold()}, so they were read from where they are named: {listed}."
    into.tell(alone[0].uses[0].at, what, f"Put them on {title} to say more of them.", warning=True)


def _count(unknown: Unknown) -> str:
    number = sum(len(use.rows) for use in unknown.uses)
    return f", though {number} rows name it" if number > 1 else ""


def _where(unknown: Unknown) -> Where:
    """Give the cell in which something is named first as the place of all that is said of it."""
    use = unknown.uses[0]
    sheet, column = use.rows[0].sheet, use.at.column
    return Where(Sheet(sheet.file, sheet.name, {"name": column, "id": column} if column else {}), use.rows[0].row)


def _cell(unknown: Unknown) -> str:
    at = unknown.uses[0].at
    cell = f"{letters(at.column)}{at.row}" if at.column else f"row {at.row}"
    return f"{at.sheet or PurePath(at.file).name}!{cell}"
