"""Organisations, persons, posts, areas and events of a Popolo file as rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graphmodel.kinds import EventKind
from loaders.guesses.guesses import BY_ITS_NAME, body_kind, group_kind
from loaders.names import folded
from loaders.popolo.things import AREA, EVENT, MEMBERSHIP, ORGANIZATION, PERSON, POST
from loaders.popolo.words import is_group
from loaders.tables.cell.cells import Exact
from loaders.tables.meant.known import given_id, id_from
from loaders.tables.rows import Row
from loaders.words import partial_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from loaders.gathered import Gathered, Where
    from loaders.popolo.places import InJson
    from loaders.popolo.things import Thing, Things

_LONGEST_ID = 100
_MEETINGS = frozenset({"meeting", "hearing", "session", "sitting"})


class Entities:
    """The rows of everything that has an id, and what is known of each."""

    def __init__(self, things: Things, sheet: InJson, into: Gathered) -> None:
        """Read them; what is said of a part of something, and cannot be kept, is told."""
        self.things, self._sheet, self._into = things, sheet, into
        self.rows: list[Row] = []
        self.ids: dict[tuple[str, str], str] = {}
        self._taken: set[str] = set()
        self._sources: dict[str, str] = {}
        posts = {post.key: post.text("organization_id") for post in things.all(POST)}
        seated = things.all(MEMBERSHIP)
        self._with_members = {one.text("organization_id") or posts.get(one.text("post_id"), "") for one in seated}
        self.groups = {one.key for one in things.all(ORGANIZATION) if self._is_group(one)}
        for sort in (ORGANIZATION, PERSON, POST, AREA, EVENT):
            for thing in things.all(sort):
                self.ids[sort, thing.key] = self._id(sort, thing)
        for organization in things.all(ORGANIZATION):
            self._organization(organization)
        for person in things.all(PERSON):
            self._add("people", person, {})
        for post in things.all(POST):
            self._post(post)
        for area in things.all(AREA):
            self._area(area)
        for event in things.all(EVENT):
            self._event(event)

    def ref(self, sort: str, key: str) -> Exact:
        """Give the text of a reference: the id of what it leads to, as it stands in the file where nobody knows it."""
        return Exact(self.ids.get((sort, key), key))

    def row(self, table: str, values: dict[str, Any], where: Where) -> Row:
        """Take in a row; what it does not say is left out of it."""
        row = Row(table, {name: value for name, value in values.items() if value not in ("", None, [])}, where)
        self.rows.append(row)
        return row

    def evidence(self, thing: Thing, note: str = "") -> dict[str, Any]:
        """Give what a thing rests on: its first source, and a note."""
        source = ""
        for url, name in _pages(thing, "sources"):
            found = self._source(url, name, thing)
            source = source or found
        return {"evidence.source": Exact(source) if source else "", "evidence.note": note}

    def _source(self, url: str, name: str, thing: Thing) -> str:
        if url not in self._sources:
            self._sources[url] = self._free("source", id_from(name.removeprefix("https://").removeprefix("http://")))
            values = {"id": self._sources[url], "name": name[:500], "address": url}
            self.row("sources", values, self._sheet.where(thing.path))
        return self._sources[url]

    def _is_group(self, thing: Thing) -> bool:
        said = is_group(thing.text("classification"), thing.name)
        return thing.key in self._with_members if said is None else said

    def _id(self, sort: str, thing: Thing) -> str:
        given = thing.text("id")
        return self._free(sort, (given_id(given) if given else id_from(thing.name))[:_LONGEST_ID])

    def _free(self, sort: str, wanted: str) -> str:
        candidate, number = wanted, 1
        while candidate in self._taken:
            candidate = f"{sort}-{wanted}" if number == 1 else f"{sort}-{wanted}-{number}"
            number += 1
        self._taken.add(candidate)
        return candidate

    def _add(self, table: str, thing: Thing, values: dict[str, Any], note: str = "") -> Where:
        where = self._sheet.where(thing.path)
        since = date_of(thing, "start_date", "founding_date") if table != "people" else ""
        until = date_of(thing, "end_date", "dissolution_date") if table != "people" else ""
        own: dict[str, Any] = {
            "id": Exact(self.ids[thing.sort, thing.key]),
            "name": thing.name,
            "valid_from": since,
            "valid_to": until,
        }
        if thing.missing:
            own |= {"named": False, "evidence.modality": "inferred", "evidence.reason": "others name it by its id"}
        self.row(table, {**own, **values, **self.evidence(thing, note)}, where)
        for url, name in _pages(thing, "links") if table != "people" else ():
            self._source(url, name, thing)
        return where

    def _organization(self, thing: Thing) -> None:
        classification, is_a_group = thing.text("classification"), thing.key in self.groups
        guess = group_kind if is_a_group else body_kind
        is_classed = (is_a_group and is_group(classification, "")) or guess(classification) != guess("")
        kind = guess(classification) if is_classed else guess(thing.name)
        note = f"Classified as {classification}." if classification else ""
        own: dict[str, Any] = {"aliases": _other_names(thing)}
        if is_a_group:
            own["purpose"] = thing.text("description")
        where = self._add("groups" if is_a_group else "bodies", thing, {"kind": kind.value, **own}, note)
        if not is_classed:
            self._guessed(thing, kind.value, where)
        self._parent(thing, where)
        if area := thing.text("area_id"):
            if is_a_group:
                covers = {"type": "covers", "from": self.ref(ORGANIZATION, thing.key), "to": self.ref(AREA, area)}
                self.row("links", covers, where)
            else:
                what = f"`{thing.name}` is a body, and only groups cover areas here; its area was not taken over."
                self._into.tell(where.sheet.at(where.row, "area_id"), what, warning=True)

    def _guessed(self, thing: Thing, kind: str, where: Where) -> None:
        """Say of a kind that it is a guess."""
        by_members = is_group(thing.text("classification"), thing.name) is None
        reason = "by whether it has members" if by_members else BY_ITS_NAME
        rests_on = {"evidence.modality": "inferred", "evidence.reason": reason}
        about = self.ref(ORGANIZATION, thing.key)
        self.row("claims", {"about": about, "property": "kind", "value": kind, **rests_on}, where)

    def _parent(self, thing: Thing, where: Where) -> None:
        parent = thing.text("parent_id")
        if not parent:
            return
        whole = self.things.get(thing.sort, parent)
        both = thing.sort == AREA or (thing.key in self.groups and (whole is None or parent in self.groups))
        if both:
            ends = {"from": self.ref(thing.sort, thing.key), "to": self.ref(thing.sort, parent)}
            self.row("links", {"type": "part_of", **ends}, where)
            return
        what = (
            f"`{thing.name}` stands under `{whole.name if whole else parent}`, but only a group is part of a group "
            f"here; this was not taken over."
        )
        remedy = "If it answers to it, draw a line." if thing.key in self.groups else ""
        self._into.tell(where.sheet.at(where.row, "parent_id"), what, remedy, warning=True)

    def _post(self, thing: Thing) -> None:
        where = self._add("posts", thing, {"responsible_for": thing.text("description")})
        if home := thing.text("organization_id"):
            ends = {"from": self.ref(POST, thing.key), "to": self.ref(ORGANIZATION, home)}
            self.row("links", {"type": "post_in", **ends}, where)

    def _area(self, thing: Thing) -> None:
        where = self._add("areas", thing, {"aliases": _other_names(thing)})
        self._parent(thing, where)

    def _event(self, thing: Thing) -> None:
        said = folded(thing.text("classification"))
        kind = "met" if said in _MEETINGS else said.replace(" ", "_")
        if kind not in set(EventKind):
            what = (
                f"`{thing.name}` is no event that is known here ({said or 'it is not classified'}), so it was not read."
            )
            self._into.tell(self._sheet.where(thing.path).sheet.at(len(self._sheet.paths) - 1), what, warning=True)
            return
        organization = thing.text("organization_id")
        took_part = [self.ref(ORGANIZATION, organization)] if organization else []
        own: dict[str, Any] = {"id": Exact(self.ids[EVENT, thing.key]), "name": thing.name, "kind": kind}
        own |= {"date": date_of(thing, "start_date"), "participants": took_part}
        self.row("events", {**own, **self.evidence(thing)}, self._sheet.where(thing.path))


def date_of(thing: Thing, *names: str) -> str:
    """Give a date as far as it is known, without the time of day; what is none is left for whoever checks."""
    text = thing.text(*names)
    return partial_date(text.split("T")[0]) or text


def _pages(thing: Thing, field: str) -> Iterator[tuple[str, str]]:
    """Yield the addresses of a list, each with what it is called."""
    listed = thing.values.get(field)
    for one in listed if isinstance(listed, list) else ():
        url, note = (one.get("url"), one.get("note")) if isinstance(one, dict) else (one, None)
        if isinstance(url, str) and url.strip():
            yield url.strip(), note.strip() if isinstance(note, str) and note.strip() else url.strip()


def _other_names(thing: Thing) -> list[str]:
    listed = thing.values.get("other_names")
    named = [one.get("name") if isinstance(one, dict) else one for one in (listed if isinstance(listed, list) else ())]
    names = [one.strip() for one in named if isinstance(one, str) and one.strip() not in ("", thing.name)]
    return list(dict.fromkeys(names))
