"""Lists of persons, a row each: name, organisation, job title, group and role, in the columns that people use.

Who is named sits on behalf of the organisation, and holds the post that the job title makes. Where nobody is named, the
post or the organisation itself sits.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graphmodel.kinds import Role
from graphmodel.place import letters
from loaders.gathered import Sheet, Where
from loaders.guesses.guesses import looks_like_group, looks_like_post
from loaders.guesses.name_words import PERSON_TITLES
from loaders.names import folded
from loaders.tables.cell.remarks import among
from loaders.tables.cell.taken import Told
from loaders.tables.headed.extra_columns import FIRST_NAME, JOB_TITLE, ORGANISATION, POSITION, SURNAME
from loaders.tables.sitting.roles import role_of, with_note
from loaders.tables.sitting.without_persons import without_persons
from loaders.wording import quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from graphmodel.place import Location
    from loaders.gathered import Entry, Gathered
    from loaders.tables.rows import Row

_EXTRA = (FIRST_NAME, SURNAME, JOB_TITLE, POSITION, ORGANISATION)
_ROLES = frozenset(word for role in Role for word in (role.value, folded(role.value)))
_RANKS = frozenset(PERSON_TITLES.split())
_SAID = frozenset("()[]/;:0123456789")
"""Marks with which a cell says more than a name."""


def listed(rows: Iterable[Row], into: Gathered) -> Iterator[Row]:
    """Yield the rows of a sheet; those of persons as seats, with the posts that they hold."""
    posts = _Posts()
    for row in rows:
        if row.table not in ("seats", "people") or row.where.sheet.columns.keys().isdisjoint(_EXTRA):
            yield row
        else:
            yield from _row(row, posts)
    if posts.open:
        first, text = posts.open[0]
        others = (
            f" The same in {among(f'{letters(at.column or 1)}{at.row}' for at, _ in posts.open[1:])}."
            if (len(posts.open) > 1)
            else ""
        )
        what = f"{quoted(text)} names nobody, so the seat was read as that of the organisation beside it.{others}"
        into.tell(first, what, "Write who it is when it is known.", warning=True)


class _Posts:
    """The posts of one sheet, and who holds which."""

    def __init__(self) -> None:
        self.of_person: dict[tuple[str, str], str] = {}
        self.made: dict[str, Entry] = {}
        self.holders: dict[str, int] = {}
        self.open: list[tuple[Location, str]] = []
        """The cells that name nobody, with what stands there."""


def _row(row: Row, posts: _Posts) -> Iterator[Row]:
    values = dict(row.values)
    taken = dict(row.taken)
    who = "member" if row.table == "seats" else "name"
    columns = dict(row.where.sheet.columns)
    parts = [str(values.pop(field)) for field in (FIRST_NAME, SURNAME) if field in values]
    if parts and who not in values:
        values[who] = " ".join(parts)
    place = next((columns[field] for field in (SURNAME, FIRST_NAME) if field in columns), None)
    if place is not None:
        columns.setdefault(who, place)
    if ORGANISATION in columns:
        columns["on_behalf_of"] = columns["to"] = columns[ORGANISATION]
    columns["from"] = columns.get("member", 1)
    where = Where(Sheet(row.where.sheet.file, row.where.sheet.name, columns), row.where.row)
    row = row._replace(values=values, taken=taken, where=where)
    if row.table != "seats":
        yield row
        return
    title = _title(values)
    organisation = values.pop(ORGANISATION, None)
    if organisation is not None:
        values.setdefault("on_behalf_of", organisation)
    is_vacant = "member" in taken and taken["member"].told is Told.VACANT
    if is_vacant:
        _keep(values, title)
    elif "member" in values:
        yield from _held(row, title, organisation, posts)
    elif organisation is not None or title:
        if empty := taken.pop("member", None):
            posts.open.append((where.sheet.at(where.row, "member"), empty.text))
        yield from _nobody(row, title, organisation, posts)
    yield row


def _title(values: Entry) -> str:
    """Return the job title of a row; under `Position`, what is a role on the group is that."""
    position = values.pop(POSITION, None)
    if (
        position is not None
        and "role" not in values
        and (folded(str(position)) in _ROLES or role_of(str(position)).clear)
    ):
        plain = folded(str(position)).replace(" ", "_")
        values["role"] = plain if plain in _ROLES else str(position)
        position = None
    title = values.pop(JOB_TITLE, None) or position
    return str(title) if title else ""


def _nobody(row: Row, title: str, organisation: Any, posts: _Posts) -> Iterator[Row]:
    """Let the post sit of which nobody is named, else the organisation."""
    if title:
        name, rows = _post(row, title, organisation, posts)
        row.values["member"] = name
        yield from rows
    else:
        row.values["member"] = organisation
        if row.values.get("on_behalf_of") == organisation:
            del row.values["on_behalf_of"]


def _held(row: Row, title: str, organisation: Any, posts: _Posts) -> Iterator[Row]:
    """Yield the post that a person holds; of one person and organisation, one post, however it is written."""
    person = str(row.values["member"])
    if not title:
        return
    key = (folded(person), folded(str(organisation or "")))
    before = posts.of_person.get(key)
    if looks_like_group(person) or looks_like_post(person) or not _SAID.isdisjoint(person):
        _keep(row.values, title)
    elif before is not None:
        other = _named(title, organisation)
        aliases = posts.made[before].setdefault("aliases", [])
        if other != before and other not in aliases:
            aliases.append(other)
    else:
        name, rows = _post(row, title, organisation, posts)
        posts.of_person[key] = name
        yield from rows
        count = posts.holders[name] = posts.holders.get(name, 0) + 1
        if count > 1:
            posts.made[name] |= {"set": True, "count": count}
        yield row._replace(table="links", values={"type": "holds", "from": person, "to": name}, taken={})


def _post(row: Row, title: str, organisation: Any, posts: _Posts) -> tuple[str, list[Row]]:
    """Name a post by its title and its organisation, and make it where it is new."""
    name = _named(title, organisation)
    if name in posts.made:
        return name, []
    columns = {**row.where.sheet.columns}
    place = columns.get(JOB_TITLE, columns.get(POSITION))
    at = Where(Sheet(row.where.sheet.file, row.where.sheet.name, {"name": place} if place else {}), row.where.row)
    values = posts.made[name] = {"name": name, "named": False}
    made = [row._replace(table="posts", values=values, where=at, taken={})]
    if organisation:
        ends = {"type": "post_in", "from": name, "to": organisation}
        made.append(row._replace(table="links", values=ends, taken={}))
    return name, made


def _named(title: str, organisation: Any) -> str:
    return f"{title}, {organisation}" if organisation else title


def _keep(values: Entry, title: str) -> None:
    """Keep a job title that makes no post in the note."""
    is_rank = all(word.rstrip(".") in _RANKS for word in folded(title).split())
    if shown := title if is_rank else without_persons(title, ()):
        with_note(values, f"Job title as written: {shown}.")
