"""The grammar of a statement: names with their articles, verbs that say how firm something is, and numbered notes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from graphmodel.entities import Entity, Group, Plan, SetEntity
from graphmodel.evidence import Evidence, Modality
from graphmodel.kinds import GroupKind
from graphmodel.structure import Structure
from queries.wording import joined
from viz.wording import date, plain

_COMMON = frozenset({
    "agency", "authorities", "authority", "board", "boards", "centre", "commissioner", "committee", "committees",
    "department", "division", "force", "forum", "forums", "group", "groups", "manager", "network", "networks", "office",
    "officer", "officers", "partnership", "partnerships", "police", "programme", "service", "services", "subgroup",
    "team", "teams", "trust", "trusts", "unit",
})  # fmt: skip
"""What a name ends in that is said with an article: the Police Authority, but Connexions."""
_OF_A_PLACE = frozenset({"council", "councils", "police"})
"""What is known by its place: Wexmoor Council and Eastmarch Police, but the County Council and the Police."""
_NO_PLACE = frozenset({"borough", "city", "county", "district", "local", "metropolitan", "parish", "town", "unitary"})
_ARTICLE = re.compile(r"^(?:the|a|an|all|each|every|its|our|their|other)\b", re.IGNORECASE)


def called(entity: Entity) -> str:
    """Return a name as it stands within a sentence: ``the Strategic Group``, but ``Malvern Hills District Council``."""
    first, _, rest = entity.name.partition(" ")
    if isinstance(entity, Plan) and not _says_what_it_is(entity):
        return f"the {plain(entity.kind)} “{entity.name}”"
    if first in _LEADING and not _is_title(first, rest):
        return f"{first.lower()} {rest}"
    if _ARTICLE.match(entity.name):
        return entity.name
    following = next((word for word in rest.split() if word not in _AND), "")
    small = first.casefold() in _GENERIC and not following[:1].isupper()
    name = f"{first.lower()} {rest}".strip() if small else entity.name
    return f"the {name}" if small or _takes_article(entity) else name


def _is_title(first: str, rest: str) -> bool:
    """Tell whether what begins like one of several is a name: "A Better Bromley" is, but not "A Senior Officer"."""
    words = rest.split()
    return first in ("A", "An") and rest[:1].isupper() and words[-1].casefold() not in _COMMON


def _says_what_it_is(plan: Plan) -> bool:
    """Tell whether the name of a plan shows that it is one: nobody carries out what is named after those it is for."""
    words = re.findall(r"[a-z]+", plan.name.casefold())
    return any(word in _PLANS or word.removesuffix("s") in _PLANS for word in words)


_PLANS = frozenset({
    "action", "agenda", "assessment", "audit", "campaign", "framework", "initiative", "operation", "plan", "priorities",
    "priority", "programme", "project", "protocol", "review", "scheme", "strategies", "strategy", "target", "work",
})  # fmt: skip
_AND = frozenset({"and", "or", "&"})
_LEADING = frozenset({"A", "All", "An", "Each", "Every", "Other", "The"})
_GENERIC = frozenset({
    "action", "agreement", "agreements", "annual", "budget", "budgets", "conditions", "constitution", "county-wide",
    "crime", "delivery", "development", "draft", "drug", "drugs", "funding", "grant", "improvement", "joint", "local",
    "mainstream", "memorandum", "original", "partnership", "plan", "pool", "pooled", "pooling", "priorities",
    "protocol", "review", "self-assessment", "strategy", "strategies", "targets", "terms",
})  # fmt: skip
"""Words that begin with a small letter within a sentence, where a capital word does not follow them."""


def title_called(title: str) -> str:
    """Return the title of a structure as it stands within a sentence."""
    return f"the {title}" if title.rsplit(maxsplit=1)[-1].casefold() in _COMMON and not _ARTICLE.match(title) else title


def _takes_article(entity: Entity) -> bool:
    if entity.TYPE == "person":
        return False
    if entity.TYPE in ("post", "plan", "fund", "document") or is_several(entity):
        return True
    if entity.TYPE == "area":
        return " of " in entity.name
    if not entity.named and entity.name[:1].islower():
        return True
    words = re.sub(r"\(.*?\)", "", entity.name).split(" of ")[0].split(" for ")[0].casefold().split()
    last = words[-1] if words else ""
    if last in _OF_A_PLACE:
        return set(words[:-1]) <= _NO_PLACE
    return last in _COMMON or entity.name.split()[0] in ("Lead", "Local")


def is_several(entity: Entity | None) -> bool:
    """Tell whether a name stands for several alike, so that it is followed by a plural."""
    return isinstance(entity, SetEntity) and (entity.set or _is_run_of_meetings(entity))


def _is_run_of_meetings(entity: Entity) -> bool:
    """Tell whether a series of meetings has its name in the plural: the strategy days."""
    series = isinstance(entity, Group) and entity.kind is GroupKind.MEETING_SERIES
    return series and entity.name[-2:-1].islower() and re.search(r"[^s]s$", entity.name) is not None


def takes_plural(entity: Entity) -> bool:
    """Tell whether a name is followed by a plural: that of several alike, and the police."""
    return is_several(entity) or bool(re.fullmatch(r"(?:the )?(?:local )?police", entity.name, re.IGNORECASE))


class Verb(NamedTuple):
    """A verb as it stands after ``to``, after one, and after several."""

    base: str
    one: str
    several: str = ""


def does(verb: Verb, modality: Modality, *, plural: bool) -> str:
    """Return a verb as firm as its evidence: ``answers``, ``is understood to answer``, ``intends to answer``."""
    are = "are" if plural else "is"
    if modality is Modality.STATED:
        return (verb.several or verb.base) if plural else verb.one
    if modality is Modality.PLANNED:
        return f"{'intend' if plural else 'intends'} to {verb.base}"
    return f"{are} {_HOW[modality]} to {verb.base}"


_HOW = {
    Modality.INFERRED: "understood",
    Modality.ASSERTED_GENERAL: "said in general terms",
    Modality.IN_DEVELOPMENT: "preparing",
    Modality.DENIED: "said not",
    Modality.NOT_STATED: "not evidenced",
}

HOW_TO_READ = (
    "What is put plainly is stated by a source. What is “understood” to be so is inferred from what a source says, and "
    "what is “said in general terms” is claimed without particulars. Who is “preparing” to do something has begun and "
    "not finished; who “intends” to has only said so. Numbers in square brackets lead to the notes at the end."
)


class Notes:
    """The places that the statement rests on, numbered in the order in which they are first cited."""

    def __init__(self, structure: Structure) -> None:
        self._structure = structure
        self._titles = {source.id: source.name for source in structure.sources}
        self._numbers: dict[tuple[str | None, str | None], int] = {}

    def cite(self, evidence: Iterable[Evidence]) -> str:
        """Return the references for pieces of evidence, ``" [2, 5]"``; empty where none has a source."""
        places = {(self._structure.source_of(one), one.locator) for one in evidence}
        cited = sorted((place for place in places if place[0]), key=lambda place: (place[0] or "", place[1] or ""))
        numbers = sorted(self._numbers.setdefault(place, len(self._numbers) + 1) for place in cited)
        return f" [{', '.join(map(str, numbers))}]" if numbers else ""

    def sources(self) -> tuple[str, ...]:
        """Return the titles of the sources cited, in the order of the notes."""
        return tuple(dict.fromkeys(self._titles.get(source or "", source or "") for source, _ in self._numbers))

    def told(self) -> tuple[tuple[int, str], ...]:
        """Return every note: its number and place; with the source where there are several."""
        one = len(self.sources()) == 1
        return tuple(
            (number, self._place(source or "", locator, alone=one))
            for (source, locator), number in self._numbers.items()
        )

    def _place(self, source: str, locator: str | None, *, alone: bool) -> str:
        title = self._titles.get(source, source)
        if locator is None:
            return title
        return locator if alone else f"{title}, {locator}"


_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def number(count: float) -> str:
    """Return a small whole number as a word."""
    return _NUMBERS[int(count)] if count in range(len(_NUMBERS)) else f"{count:g}"


def on_day(text: str | None) -> str:
    """Return a date as it stands after a verb: ``on 1 April 2003``, ``in April 2003``; empty where it is not known."""
    if text is None or text == "unknown":
        return ""
    full = len(text.split("-")) == 3  # noqa: PLR2004  year, month and day
    return f"{'on' if full else 'in'} {date(text)}"


def sentence(*parts: str) -> str:
    """Put parts into a sentence that begins with a capital and ends in a full stop."""
    text = " ".join(part.strip() for part in parts if part.strip())
    text = re.sub(r" ([,.;:])", r"\1", text).rstrip(".")
    return f"{text[:1].upper()}{text[1:]}."


def listed(entities: Sequence[Entity]) -> str:
    """Join names as they stand within a sentence."""
    return joined(map(called, entities))
