"""Popolo JSON as the rows of our tables: organisations are bodies or groups, memberships seats and held posts."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from loaders.gathered import Gathered
from loaders.popolo.entities import Entities
from loaders.popolo.memberships import Memberships
from loaders.popolo.missing import add_missing
from loaders.popolo.places import InJson
from loaders.popolo.things import AREA, LISTS, MEMBERSHIP, ORGANIZATION, PERSON, POST, Things, things_in
from loaders.popolo.words import NO_PLACE, NO_PLACE_OF, PERSONAL, PERSONAL_OF_PERSONS, SILENT
from loaders.tables.assemble import assembled
from loaders.tables.meant.clashes import tell_clashes

if TYPE_CHECKING:
    from loaders.parsed import FieldPath, Parsed


def read_popolo(parsed: Parsed) -> Gathered:
    """Read the values of a Popolo file."""
    into = Gathered(parsed.source.file)
    sheet = InJson.of(parsed)
    for problem in parsed.problems:
        into.tell(problem.where, problem.what, problem.remedy, warning=True)

    def tell(path: FieldPath, what: str, remedy: str) -> None:
        into.tell(parsed.place(path), what, remedy, warning=True)

    things = things_in(parsed.content, tell)
    add_missing(things, tell)
    entities = Entities(things, sheet, into)
    seated = Memberships(entities, sheet, into)
    into.understood += _understood(things, entities, seated)
    into.understood += _left_out(things, parsed, into)
    whole = assembled((*entities.rows, *seated.rows), into)
    tell_clashes(whole)
    return whole


def _understood(things: Things, entities: Entities, seated: Memberships) -> list[str]:
    of = Counter({sort: sum(not thing.missing for thing in things.all(sort)) for sort in LISTS.values()})
    made = Counter(row.table for row in seated.rows)
    made.update(str(row.values.get("type")) for row in seated.rows)
    groups = sum(not thing.missing and thing.key in entities.groups for thing in things.all(ORGANIZATION))
    others = (PERSON, POST, AREA)
    persons, posts, areas = (_many(of[sort], sort) for sort in others)
    known = f"{_many(of[ORGANIZATION], 'organisation')}, {persons}, {posts} and {areas}"
    became = f"{_many(made['seats'], 'seat')} and {_many(made['holds'], 'post')} that somebody holds"
    said = [
        f"Read as Popolo: {known}. As groups are read {groups} of the organisations, the others as bodies.",
        f"Of {_many(of[MEMBERSHIP], 'membership')}: {became}. Popolo has no lines of accountability: add your own.",
    ]
    if seated.as_members:
        roles = ", ".join(f"`{role}` ({count})" for role, count in seated.as_members.most_common())
        said.append(f"These roles are read as plain membership, and kept in a note: {roles}.")
    return said


def _many(number: int, noun: str) -> str:
    return f"{number} {noun if number == 1 else noun + 's'}"


def _left_out(things: Things, parsed: Parsed, into: Gathered) -> list[str]:
    """Tell in a sentence each what is not read on purpose and what has no place here; unknown fields by their place."""
    found: Counter[tuple[str, str]] = Counter()
    unknown: dict[tuple[str, str], list[FieldPath]] = {}
    for sort in LISTS.values():
        for thing in things.all(sort):
            for name, value in thing.values.items():
                if value in (None, "", []):
                    continue
                if known := PERSONAL.get(name) or (PERSONAL_OF_PERSONS.get(name) if sort == PERSON else None):
                    found["personal", known] += 1
                elif known := NO_PLACE.get(name) or NO_PLACE_OF.get((sort, name)):
                    found["other", known] += 1
                elif name not in SILENT:
                    unknown.setdefault((sort, name), []).append((*thing.path, name))
    for (sort, name), paths in unknown.items():
        more = f" ({len(paths)} times)" if len(paths) > 1 else ""
        noun = "organisation" if sort == ORGANIZATION else sort
        what = (
            f"`{name}` is no field of {'an' if noun[0] in 'aeo' else 'a'} {noun} in Popolo, so it was not read{more}."
        )
        into.tell(parsed.place(paths[0], of_key=True), what, warning=True)
    sentences = {
        "personal": "Left out on purpose, for it is personal or nobody needs it here: {}.",
        "other": "Left out, because a structure has no place for it: {}.",
    }
    lists = {sort: [f"{name} ({count})" for (of, name), count in found.items() if of == sort] for sort in sentences}
    return [sentence.format(", ".join(lists[sort])) for sort, sentence in sentences.items() if lists[sort]]


__all__ = ["read_popolo"]
