"""What a Popolo file names by an id and does not hold: it is there, though nothing more is known of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaders.popolo.things import AREA, EVENT, MEMBERSHIP, ORGANIZATION, PERSON, POST, Thing

if TYPE_CHECKING:
    from collections.abc import Callable

    from loaders.parsed import FieldPath
    from loaders.popolo.things import Things

_REFERENCES = {
    ORGANIZATION: (("parent_id", ORGANIZATION), ("area_id", AREA)),
    POST: (("organization_id", ORGANIZATION),),
    MEMBERSHIP: (
        ("organization_id", ORGANIZATION),
        ("post_id", POST),
        ("person_id", PERSON),
        ("on_behalf_of_id", ORGANIZATION),
    ),
    AREA: (("parent_id", AREA),),
    EVENT: (("organization_id", ORGANIZATION),),
}


def add_missing(things: Things, tell: Callable[[FieldPath, str, str], None]) -> None:
    """Add what is only named by its id, and tell it."""
    for sort, fields in _REFERENCES.items():
        for thing in things.all(sort):
            for field, wanted in fields:
                _add(things, thing, field, wanted, tell)
            member = thing.text("member_id") if sort == MEMBERSHIP else ""
            if member and things.get(ORGANIZATION, member) is None:
                _add(things, thing, "member_id", PERSON, tell)


def _add(things: Things, thing: Thing, field: str, wanted: str, tell: Callable[[FieldPath, str, str], None]) -> None:
    key = thing.text(field)
    if not key or things.get(wanted, key) is not None:
        return
    things.by_sort[wanted][key] = Thing(wanted, {"id": key, "name": key}, thing.path, key, missing=True)
    noun = "organisation" if wanted == ORGANIZATION else wanted
    what = f"No {noun} of this file has the id `{key}`; it is taken over with nothing but its id."
    tell((*thing.path, field), what, f"Add the {noun}, or correct the id.")
