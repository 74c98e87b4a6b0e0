"""Roles as people write them: read where they are clear, with what was written kept in a note; and deputies.

A role may hold somebody's name. It is not taken into the note, since papers leave names out and notes are shown.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from graphmodel.kinds import Role
from loaders.guesses.guesses import looks_like_person
from loaders.names import Names, folded
from loaders.tables.columns import EVIDENCE
from loaders.tables.sitting.role_words import CAPACITIES, MARKS, VOTES, Standing, as_one_word, by_word, stated
from loaders.tables.sitting.without_persons import without_persons, words_in
from loaders.wording import quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from graphmodel.kinds import Capacity
    from loaders.gathered import Gathered
    from loaders.tables.rows import Row

_BY_WORD = by_word() | dict.fromkeys(MARKS.split(), Role.MEMBER)
_SLIPS = Names((role, word) for word, role in _BY_WORD.items() if len(word) > 3)  # noqa: PLR2004  shorter words are codes
_WORDS = words_in(_BY_WORD)
_BRACKETS = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]")
_FOR = re.compile(
    r"(?:nominated )?(?:deput(?:y|ising|ises|izes|izing)|substitut(?:e|ing)|sub|alternate|standing in)"
    r" (?:for|to|of) (.+)",
    re.IGNORECASE,
)
_ACTS_AS = re.compile(r"^(?:attends?|attending|sits?|sitting|acts?|acting|serves?|invited) as (?:an? |the )?")
_UNTIL = re.compile(r" (?:(?:until|till|to|from|since|as of|w\.?e\.?f) .*|\d{4}(?:\W\d{2,4})?)$")
"""What a role says of its time; it stays in the note."""
_APART = re.compile(r"\s*(?:/|&|\+|,|;|\band\b)\s*", re.IGNORECASE)


class ReadRole(NamedTuple):
    """The roles that a text says, and for whom somebody deputises; `clear` is False where a member was assumed."""

    roles: tuple[Role, ...]
    note: str
    deputises_for: str = ""
    capacity: Capacity | None = None
    voting: bool | None = None
    clear: bool = True
    standing: Standing | None = None


def role_of(text: str) -> ReadRole:
    """Read a role out of what was written, and how the seat stands; whoever has no role that we know is a member."""
    rest, standing = stated(text)
    if standing is None:
        return _role_of(as_one_word(text), text)
    read = _role_of(as_one_word(rest), text) if rest else ReadRole((Role.MEMBER,), _note(text))
    return read._replace(standing=standing)


def _role_of(text: str, written: str) -> ReadRole:
    if found := _FOR.fullmatch(text):
        return ReadRole((Role.DEPUTY,), "Role as written: deputy for somebody.", found[1].strip())
    note = _note(written)
    for plain in _spellings(text):
        if plain in _BY_WORD:
            return ReadRole((_BY_WORD[plain],), note, "", CAPACITIES.get(plain), VOTES.get(plain))
    parts = [folded(part) for part in _APART.split(_BRACKETS.sub("", text)) if part.strip()]
    if len(parts) > 1 and all(part in _BY_WORD for part in parts):
        return ReadRole(tuple(dict.fromkeys(_BY_WORD[part] for part in parts)), note)
    meant = _SLIPS.nearest(text)
    if len(meant) == 1:
        # A slip for a word of roles: it is no name, though nothing knows it.
        return ReadRole((Role(meant[0]),), note if " " in written.strip() else f"Role as written: {written}.")
    return ReadRole((Role.MEMBER,), note, clear=False)


def _spellings(text: str) -> Iterator[str]:
    """Yield a role as it stands, without brackets, and without what stands around it: `attends as observer`."""
    yield folded(text)
    bare = folded(_BRACKETS.sub("", text)).replace(".", "")
    yield bare
    yield _UNTIL.sub("", _ACTS_AS.sub("", bare)).strip()


def _note(text: str) -> str:
    return f"Role as written: {_without_names(text)}."


def _without_names(text: str) -> str:
    """Leave out of a role what may be the name of a person."""
    return without_persons(text, _WORDS).rstrip(".") or "a name"


def _is_name(text: str) -> bool:
    words = text.split()
    initials = any(len(word.rstrip(".")) == 1 and word[:1].isupper() for word in words) and len(words) > 1
    return looks_like_person(text) or initials


def told_of(text: str, read: ReadRole) -> str:
    """Say how a role was read."""
    words = " and ".join(quoted(role.value.replace("_", " ")) for role in read.roles)
    if read.deputises_for:
        return f"{quoted(text)} was read as {words}, for whoever it says."
    if read.standing is Standing.OPEN:
        return f"{quoted(text)} is not yet settled; it was read as {words}, and as inferred."
    if read.clear:
        return f"{quoted(text)} was read as {words}, and what was written is kept in the note."
    return f"{quoted(text)} is no role that we know; it was read as {words}, and what was written is kept in the note."


def with_deputies(rows: Iterable[Row], into: Gathered) -> list[Row]:
    """Tie everybody who deputises for somebody to what that one stands for, where it is known."""
    given = list(rows)
    waiting = [place for place, row in enumerate(given) if DEPUTISES_FOR in row.values]
    if not waiting:
        return given
    stands_for = _stands_for(given)
    for place in waiting:
        row = given[place]
        values = dict(row.values)
        whom = str(values.pop(DEPUTISES_FOR))
        group = folded(str(values.get("group", "")))
        found = stands_for.get((group, folded(whom))) or stands_for.get(("", folded(whom)))
        if found is None:
            shown = "somebody by name" if _is_name(whom) else quoted(whom)
            what = f"This deputises for {shown}, who has no seat on this group and is no body that these tables know."
            into.tell(
                row.where.sheet.at(row.where.row, "role"),
                what,
                "Write under On behalf of whom they stand for.",
                warning=True,
            )
        elif "on_behalf_of" not in values:
            values["on_behalf_of"] = found
        given[place] = row._replace(values=values)
    return given


DEPUTISES_FOR = "deputises_for"
"""The field that says, until all rows are known, for whom a deputy stands in."""


def _stands_for(rows: Iterable[Row]) -> dict[tuple[str, str], str]:
    """Return by group and member whom they stand for, and by name the bodies, which stand for themselves."""
    found: dict[tuple[str, str], str] = {}
    bodies: dict[str, str] = {}
    for row in rows:
        if row.table == "bodies":
            for spelling in (row.values.get("name"), row.values.get("id"), *row.values.get("aliases", ())):
                if spelling:
                    bodies.setdefault(folded(str(spelling)), str(spelling))
    for row in rows:
        if row.table == "seats" and "member" in row.values and DEPUTISES_FOR not in row.values:
            member, group = folded(str(row.values["member"])), folded(str(row.values.get("group", "")))
            behalf = row.values.get("on_behalf_of") or bodies.get(member)
            if behalf:
                found.setdefault((group, member), str(behalf))
    return {("", name): spelling for name, spelling in bodies.items()} | found


def with_note(values: dict[str, object], note: str) -> None:
    """Add a note to the evidence of a row."""
    field = f"{EVIDENCE}note"
    values[field] = f"{values[field]} {note}" if values.get(field) else note
