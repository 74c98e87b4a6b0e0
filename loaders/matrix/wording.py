"""The words at the edges of a matrix: what stands in its corner, beside it, below it, and over its headings."""

from __future__ import annotations

import re
from typing import NamedTuple

from graphmodel.kinds import BodyKind, Tier
from loaders.guesses.guesses import body_kind
from loaders.matrix.roles import NOTE_MARK
from loaders.names import folded
from loaders.tables.headings import HEADINGS, TITLES


class Name(NamedTuple):
    """A name at the edge of a matrix, and how many places or things it stands for."""

    name: str
    several: int = 1
    note: bool = False


def name_of(text: str) -> Name:
    """Take a name from its cell: without marks of notes, without a colon behind it, and with its number apart."""
    plain = " ".join(text.split())
    found = _SEVERAL.search(plain)
    bare = NOTE_MARK.sub(" ", _SEVERAL.sub(" ", plain) if found else plain)
    name = " ".join(bare.split()).rstrip(":*").strip() or plain
    several = int(found[1] or found[2]) if found else 1
    return Name(name, several, NOTE_MARK.search(_SEVERAL.sub(" ", plain)) is not None)


def tier_in(text: str) -> Tier | None:
    """Tell which tier a heading over several groups says, if it says just one and little else."""
    words = re.findall(r"[a-z]+", text.casefold())
    found = [tier for tier in Tier if tier.value in words]
    return found[0] if len(found) == 1 and len(words) <= _TIER_WORDS else None


def is_of_bodies(text: str) -> bool:
    """Tell whether a heading says that bodies stand below it."""
    return _BODIES.search(_first(text)) is not None


def is_of_groups(text: str) -> bool:
    """Tell whether a heading says that groups stand below it."""
    return _GROUPS.search(_first(text)) is not None


def is_corner(text: str) -> bool:
    """Tell whether a text may stand in the corner of a matrix, over names."""
    return is_of_bodies(text) or is_of_groups(text) or folded(text).rstrip(":*") in _NAMES


def is_of_people(text: str) -> bool:
    """Tell whether a heading says that who sits for a body stands below it."""
    return folded(text).rstrip(":*") in _PEOPLE


def is_beside(text: str) -> bool:
    """Tell whether a heading is of a column beside a matrix, such as an e-mail address or a total."""
    return _BESIDE.search(folded(text)) is not None


def is_total(text: str) -> bool:
    """Tell whether a row or column holds totals."""
    return _TOTAL.match(" ".join(re.sub(r"[^\w\s]", " ", folded(text)).split())) is not None


def is_heading_of_a_table(text: str) -> bool:
    """Tell whether a heading is of a table with a row a thing: its column holds words of another sort."""
    return folded(text).rstrip(":* ") in _HEADINGS


def is_section(text: str) -> bool:
    """Tell whether a name with nothing beside it is the heading of the rows below it, rather than a body."""
    return text.rstrip().endswith(":") or _SECTION.search(folded(text)) is not None or body_kind(text) is BodyKind.OTHER


def _first(text: str) -> str:
    """Return the first of several words for the two sides: `Agency / Group` stands over agencies."""
    return re.split(r"[/\\|]", folded(text))[0]


_TIER_WORDS = 5
_SEVERAL = re.compile(
    r"\(?\b[x×] ?([2-9]|[1-9]\d)\b\)?|\(([2-9]|[1-9]\d) ?(?:[x×]|places|seats|reps|members)?\)", re.IGNORECASE
)
_BODIES = re.compile(
    r"\b(?:agenc(?:y|ies)|organi[sz]ations?|bod(?:y|ies)|partners?|constituent|stakeholders?|authorit(?:y|ies)|"
    r"members?|membership|representing|represented|service)\b"
)
_GROUPS = re.compile(r"\b(?:groups?|forums?|fora|meetings?|boards?|partnerships?|committees?|structures?)\b")
_NAMES = frozenset({"", "name", "names", "who", "who sits where", "who sits", "title", "organisation name"})
_PEOPLE = frozenset({
    "representative", "representatives", "rep", "reps", "named representative", "nominee", "attendee", "who attends",
    "name of representative", "person", "post", "post holder", "job title", "position", "officer",
})  # fmt: skip
_BESIDE = re.compile(
    r"\b(?:contacts?|e ?mails?|phones?|telephones?|tel|mobile|address(?:es)?|notes?|comments?|remarks|totals?|"
    r"lead officers?|leads?|count|number|numbers|no|ref|reference|updated|date|status|source|sum|sector|type)\b|^[#№]"
)
_TOTAL = re.compile(
    r"(?:grand |sub )?totals?\b|(?:number|num|nr|no|count|sum|total)s? (?:of|attending|sitting)\b|(?:sum|count)$|"
    r"how many\b"
)
_SECTION = re.compile(
    r"\b(?:partners|agencies|authorities|organisations|organizations|sector|bodies|members|others?|services)$"
)
_HEADINGS = (
    frozenset(
        folded(words) for words in (*HEADINGS.values(), *HEADINGS, "roles", "done", "complete", "completed", "action")
    )
    - {folded(title) for title in TITLES.values()}
    - {"group", "member", "title", "of", "what", "who sits"}
)
