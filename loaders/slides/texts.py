"""What stands in a box: a name, and below it who chairs, how often it meets, who holds the post."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from graphmodel.kinds import BodyKind, Role
from loaders.guesses.guesses import body_kind, looks_like_group, looks_like_person, looks_like_post
from loaders.names import folded
from loaders.words import Often, how_often, partial_date

if TYPE_CHECKING:
    from collections.abc import Sequence

    from loaders.slides.drawn import Line

LONGEST_NAME = 120
"""Characters of a name; what is longer is prose."""

_ROLES = (
    (Role.VICE_CHAIR, r"vice[- ]?chair\w*|deputy chair\w*"),
    (Role.CHAIR, r"(?:joint |co-?)?chair(?:s|man|woman|person)?|chaired by|convenor|convener"),
    (Role.SECRETARIAT, r"secretariat|secretary|clerk|serviced by|administrator"),
    (Role.SENIOR_RESPONSIBLE_OWNER, r"sro|senior responsible (?:owner|officer)"),
    (Role.LEAD_OFFICER, r"lead(?: officer)?|led by"),
    (Role.ADVISER_IN_ATTENDANCE, r"advis[eo]rs?|in attendance"),
    (Role.MEMBER, r"members?(?:hip)?"),
)
_SEATED = tuple(
    (role, re.compile(rf"\(?(?:{words})(?:\s*[:=–—-]\s*|(?<=by)\s+)(.+?)\)?", re.IGNORECASE)) for role, words in _ROLES
)
_ANSWERS = re.compile(r"(?:reports|accountable|answers|answerable) to:?\s+(.+)", re.IGNORECASE)
_MEETS = re.compile(r"(?:it |they )?(?:meets?|meetings?|frequency|how often)\s*:?\s+(.+)", re.IGNORECASE)
_MEETINGS = re.compile(r" (?:meetings?|mtgs?)$", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"(.+?)\s*\(([^()]*)\)")
_SHORT = re.compile(r"[A-Z][A-Za-z&]{1,9}")
_GOES_ON = re.compile(r"(?:and|&|of|for|the|on|in|with|to)\b|[&(a-z]")
_LEFT_OPEN = re.compile(r".*(?:\b(?:and|of|for|the|on|in|with|to)|&|,|-|/)")
_LIST = re.compile(r"\s*[;,]\s*|\s+(?:and|&)\s+")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}|\d{1,2}[/.]\d{1,2}[/.]\d{4}|\d{1,2}(?:st|nd|rd|th)? (?:of )?[A-Z][a-z]+,? \d{4}")
_BEFORE_DAY = re.compile(r"\s*[-–—:,(]*\s*(?:\b(?:as (?:at|of|on)|at|on))?\s*$", re.IGNORECASE)
_SEVERAL = re.compile(
    r"(.+?)\s*\(?[x×] ?([2-9]|[1-9]\d)(?: (?:areas?|districts?|localities|wards?|groups?|teams?|of them))?\)?",
    re.IGNORECASE,
)
"""`Task Group (x3 areas)` and `Task Group x 3`."""
_FULL = len("2003-10-21")
_NAME_LINES = 6
"""Lines that a name goes over at most."""


class Seated(NamedTuple):
    """Who has what role, as the words of a box say."""

    role: Role
    who: str


class Said(NamedTuple):
    """What the words of a box say. `also` is what stands below the name and was not understood."""

    name: str
    aliases: tuple[str, ...] = ()
    seats: tuple[Seated, ...] = ()
    answers_to: tuple[str, ...] = ()
    rhythm: str | None = None
    often: Often | None = None
    also: tuple[str, ...] = ()
    several: int = 1
    """How many it stands for."""


def said_in(lines: Sequence[Line]) -> Said | None:
    """Read the words of a box; None where they name nothing."""
    name, rest = _name_and_rest(lines)
    if not any(letter.isalpha() for letter in name) or len(name) > LONGEST_NAME:
        return None
    said = Said(name)
    if several := _SEVERAL.fullmatch(name):
        name = several[1]
        said = Said(name, several=int(several[2]))
    if (found := _IN_BRACKETS.fullmatch(name)) and (read := _understood(said._replace(name=found[1]), found[2])):
        said = read
    elif found and _SHORT.fullmatch(found[2]):
        said = said._replace(name=found[1], aliases=(found[2],))
    for text in rest:
        said = _understood(said, text) or said._replace(also=(*said.also, text))
    return said


def listed(who: str) -> tuple[str, ...]:
    """Take apart those whom a line of a box names together."""
    return tuple(filter(None, _LIST.split(who)))


def day_in(text: str) -> tuple[str, str | None]:
    """Return a title without the day that stands in it, and the day."""
    for found in _DAY.finditer(text):
        day = partial_date(found[0])
        if day is not None and len(day) == _FULL:
            before = _BEFORE_DAY.sub("", text[: found.start()])
            return f"{before} {text[found.end() :].lstrip(' ),.')}".strip(), day
    return text, None


def _understood(said: Said, text: str) -> Said | None:
    """Add what one line says; None where it is not understood."""
    for role, pattern in _SEATED:
        if found := pattern.fullmatch(text):
            who = listed(found[1]) if role is Role.MEMBER else (found[1],)
            return said._replace(seats=(*said.seats, *(Seated(role, one) for one in who)))
    if found := _ANSWERS.fullmatch(text):
        return said._replace(answers_to=(*said.answers_to, found[1].rstrip(".")))
    meets = _MEETS.fullmatch(text)
    rhythm = (meets[1] if meets else _MEETINGS.sub("", text)).rstrip(".")
    often = how_often(rhythm)
    if said.rhythm is None and (often is not None or meets is not None):
        return said._replace(rhythm=rhythm, often=often)
    return None


def _name_and_rest(lines: Sequence[Line]) -> tuple[str, list[str]]:
    """Tell where the name of a box ends: it may go over several lines, each a paragraph of its own."""
    most = next((place for place, line in enumerate(lines) if place and _is_below(line.text)), len(lines))
    heads = [" ".join(line.text for line in lines[:place]) for place in range(1, min(most, _NAME_LINES) + 1)]
    names = (place for place, head in enumerate(heads, start=1) if _is_name(head) or looks_like_person(head))
    place = next(names, 1)
    while place < len(heads) and _goes_on(heads[place - 1], lines[place], is_name=_is_name(heads[place - 1])):
        place += 1
    return heads[place - 1] if heads else "", [line.text for line in lines[place:]]


def _is_below(text: str) -> bool:
    """Tell whether a line stands below a name and is no part of it."""
    return (
        len(text) > LONGEST_NAME
        or looks_like_person(text)
        or _understood(Said(""), text.removeprefix("(").removesuffix(")")) is not None
    )


def _goes_on(name: str, line: Line, *, is_name: bool) -> bool:
    """Tell whether a line is more of the name above it."""
    if looks_like_person(name):
        return False
    if _GOES_ON.match(line.text) or _LEFT_OPEN.fullmatch(name):
        return True
    return line.soft and not is_name


def _is_name(text: str) -> bool:
    return looks_like_group(text) or looks_like_post(text) or body_kind(text) is not BodyKind.OTHER


def is_prose(text: str) -> bool:
    """Tell whether a text is a sentence rather than a name."""
    return len(text) > LONGEST_NAME or (text.endswith(".") and len(folded(text).split()) > 3)  # noqa: PLR2004  "Ltd."
