"""Dates, shares, kinds, sets and evidence in the words that a board reads."""

from __future__ import annotations

from fractions import Fraction

from graphmodel.dates import UNKNOWN, Current
from graphmodel.entities import Entity, SetEntity
from graphmodel.evidence import Evidence, Modality
from graphmodel.structure import Structure

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

MODALITIES = {
    Modality.STATED: "stated",
    Modality.INFERRED: "inferred",
    Modality.ASSERTED_GENERAL: "claimed in general terms",
    Modality.IN_DEVELOPMENT: "in development",
    Modality.PLANNED: "planned",
    Modality.DENIED: "evidence says that it is not so",
    Modality.NOT_STATED: "not evidenced",
}

NOT_THERE = frozenset({Modality.DENIED, Modality.NOT_STATED})
"""What is evidenced not to be, or not evidenced at all, is told and not drawn."""


def date(text: str) -> str:
    """A partial date as it is said: "21 November 2003", "April 2003", "2003", "date not known"."""
    if text == UNKNOWN:
        return "date not known"
    year, *rest = text.split("-")
    month = [MONTHS[int(rest[0]) - 1]] if rest else []
    day = [str(int(rest[1]))] if len(rest) > 1 else []
    return " ".join((*day, *month, year))


def percent(share: Fraction) -> str:
    """Write a share in whole hundredths; what is not nought or all of it never reads as if it were."""
    rounded = round(share * 100)
    if rounded == 0 and share > 0:
        return "under 1%"
    return "over 99%" if rounded == 100 and share < 1 else f"{rounded}%"  # noqa: PLR2004  per cent


def plain(word: str) -> str:
    """A word of the model as a word of English."""
    return word.replace("_", " ")


def kind(entity: Entity) -> str:
    """What an entity is: "district council", "board", "post"."""
    return plain(str(getattr(entity, "kind", entity.TYPE)))


def several(entity: Entity) -> str:
    """How many it stands for, where it is a set: "several, number not known", "6 of them"."""
    if not isinstance(entity, SetEntity) or not entity.set:
        return ""
    if entity.count in (None, UNKNOWN):
        return "several, number not known"
    return f"{entity.count} of them"


def how_firm(evidence: Evidence, current: Current = Current.YES, *, counted: bool = True) -> str:
    """How a source speaks of something, whether that was counted, and whether it holds on the day."""
    words = MODALITIES[evidence.modality] + ("" if counted else ", not counted")
    return f"{words} · whether it holds on this date is not known" if current is Current.UNKNOWN else words


def evidence_words(
    evidence: Evidence, structure: Structure, current: Current = Current.YES, *, counted: bool = True
) -> str:
    """How well something is evidenced, by which source and where in it, and what was noted of it."""
    titles = {source.id: source.name for source in structure.sources}
    source = structure.source_of(evidence)
    place = [titles.get(source, source)] if source else []
    place += [evidence.locator] if evidence.locator else []
    words = [how_firm(evidence, current, counted=counted)]
    words += [", ".join(place)] if place else []
    words += [f"because {evidence.reason}"] if evidence.reason else []
    words += [f"“{evidence.quote}”"] if evidence.quote else []
    words += [f"note: {evidence.note}"] if evidence.note else []
    return " · ".join(words)
