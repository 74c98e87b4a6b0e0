"""The objects of a Popolo file, each once: those that stand within others are taken out, and named by their ids."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from loaders.tables.cell.tidy import tidied

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from loaders.parsed import FieldPath

ORGANIZATION, PERSON, POST, MEMBERSHIP, AREA, EVENT = "organization", "person", "post", "membership", "area", "event"
LISTS = {f"{sort}s": sort for sort in (ORGANIZATION, PERSON, POST, MEMBERSHIP, AREA, EVENT)}
"""The lists at the top of a file, by their names."""
_ONE = {
    "organization": ORGANIZATION,
    "on_behalf_of": ORGANIZATION,
    "person": PERSON,
    "post": POST,
    "area": AREA,
}
"""Objects that stand within others, by the field; what is left in their place is `field_id`."""
_SIGNS = (
    (MEMBERSHIP, ("person_id", "post_id", "on_behalf_of_id", "person", "member", "post")),
    (PERSON, ("given_name", "family_name", "birth_date", "gender", "email", "sort_name", "honorific_prefix")),
    (ORGANIZATION, ("classification", "founding_date", "dissolution_date", "parent_id", "posts")),
    (POST, ("organization_id", "organization", "role")),
    (PERSON, ("name",)),
)
"""By which fields an object of a bare list is known for what it is."""


@dataclass
class Thing:
    """An object: what it is, its fields, the way to it in the file, its id, and whether it stands within another."""

    sort: str
    values: dict[str, Any]
    path: FieldPath
    key: str = ""
    inner: bool = False
    missing: bool = False
    """Whether it is only named by others."""

    def text(self, *names: str) -> str:
        """Give the first of some fields that holds a text, tidied; a number is one too."""
        for name in names:
            value = self.values.get(name)
            if isinstance(value, str | int | float) and not isinstance(value, bool) and (text := tidied(str(value))):
                return text
        return ""

    @property
    def name(self) -> str:
        """What it is called."""
        whole = " ".join(filter(None, (self.text("given_name"), self.text("family_name"))))
        return self.text("name", "label") or whole or self.text("role") or self.text("id")


@dataclass
class Things:
    """All objects of a file by their sort and id, in the order in which they come."""

    by_sort: dict[str, dict[str, Thing]] = field(default_factory=lambda: {sort: {} for sort in LISTS.values()})

    def all(self, sort: str) -> tuple[Thing, ...]:
        """Give all objects of a sort."""
        return tuple(self.by_sort[sort].values())

    def get(self, sort: str, key: str) -> Thing | None:
        """Find an object by its id."""
        return self.by_sort[sort].get(key)


def things_in(content: Any, tell: Callable[[FieldPath, str, str], None]) -> Things:
    """Take all objects out of a file; `tell` is called for what is none, or stands twice."""
    found = Things()
    waiting = deque(_top(content, tell))
    while waiting:
        thing = waiting.popleft()
        waiting.extend(_inner(thing))
        known = found.by_sort[thing.sort].setdefault(thing.key, thing)
        if known is not thing:
            _join(known, thing, tell)
    return found


def is_popolo(content: Any) -> bool:
    """Tell whether the plain values of a JSON file are Popolo, and no structure."""
    if isinstance(content, dict):
        ours = {"schema", "bodies", "groups", "seats", "lines", "people"}
        return not ours & content.keys() and not {"organizations", "persons", "memberships"}.isdisjoint(content)
    telling = {"memberships", "contact_details", "other_names", *(name for _, names in _SIGNS[:-1] for name in names)}
    return isinstance(content, list) and any(isinstance(one, dict) and telling & one.keys() for one in content[:20])


def _top(content: Any, tell: Callable[[FieldPath, str, str], None]) -> Iterator[Thing]:
    if isinstance(content, list):
        yield from _listed(content, (), None, tell)
    elif "name" in content:
        yield _thing(_sort_of(content), content, ())
    else:
        for name, sort in LISTS.items():
            listed = content.get(name)
            if isinstance(listed, list):
                yield from _listed(listed, (name,), sort, tell)
            elif listed is not None:
                tell((name,), f"`{name}` is no list, so it was not read.", "")
        for name, value in content.items():
            if name not in LISTS and value and not name.startswith("@") and name != "meta":
                tell((name,), f"`{name}` is none of the lists that are read, so it was left out.", "")


def _listed(
    listed: list[Any], path: FieldPath, sort: str | None, tell: Callable[[FieldPath, str, str], None]
) -> Iterator[Thing]:
    for place, one in enumerate(listed):
        if isinstance(one, dict):
            yield _thing(sort or _sort_of(one), one, (*path, place))
        else:
            tell((*path, place), "This is no entry with fields, so it was not read.", "")


def _sort_of(values: Mapping[str, Any]) -> str:
    """Tell what an object is by its fields, and one that has only a name by whose memberships are in it."""
    found = next((sort for sort, names in _SIGNS if any(name in values for name in names)), ORGANIZATION)
    within = values.get("memberships")
    held = [one for one in (within if isinstance(within, list) else ()) if isinstance(one, dict)]
    has_members = any(not {"person_id", "person", "member", "member_id"}.isdisjoint(one) for one in held)
    by_name_alone = found == PERSON and not any(name in values for name in _SIGNS[1][1])
    return ORGANIZATION if has_members and by_name_alone else found


def _thing(sort: str, values: dict[str, Any], path: FieldPath, *, inner: bool = False) -> Thing:
    thing = Thing(sort, dict(values), path, inner=inner)
    thing.key = thing.text("id") or "/".join(map(str, (*path, thing.name)))
    return thing


def _inner(thing: Thing) -> Iterator[Thing]:
    """Yield the objects within one, and leave their ids in it."""
    for name, value in tuple(thing.values.items()):
        if isinstance(value, dict) and (sort := _sort_within(thing, name, value)):
            one = _thing(sort, value, (*thing.path, name), inner=True)
            thing.values.setdefault(_field_of(name, sort), one.key)
            yield one
        elif isinstance(value, list) and (sort := _sort_of_list(thing, name)):
            own = "parent_id" if name == "children" else f"{thing.sort}_id"
            for place, each in enumerate(value):
                if isinstance(each, dict):
                    yield _thing(sort, {own: thing.key, **each}, (*thing.path, name, place), inner=True)


def _sort_within(thing: Thing, name: str, value: Mapping[str, Any]) -> str | None:
    if name == "member":
        is_organization = "organization" in str(value.get("@type", "")).casefold() or "classification" in value
        return ORGANIZATION if is_organization else PERSON
    return thing.sort if name == "parent" else _ONE.get(name)


def _field_of(name: str, sort: str) -> str:
    return ("person_id" if sort == PERSON else "member_id") if name == "member" else f"{name}_id"


def _sort_of_list(thing: Thing, name: str) -> str | None:
    if name == "children":
        return thing.sort
    return LISTS[name] if name in ("memberships", "posts", "organizations") else None


def _join(known: Thing, again: Thing, tell: Callable[[FieldPath, str, str], None]) -> None:
    """Take what one lacks from where it stands again."""
    differing = [name for name, value in again.values.items() if known.values.get(name, value) != value]
    for name, value in again.values.items():
        known.values.setdefault(name, value)
    if differing and not (known.inner or again.inner):
        names = ", ".join(f"`{name}`" for name in differing)
        tell(again.path, f"The id `{known.key}` stands twice, and {names} differ; the first counts.", "Keep one.")
