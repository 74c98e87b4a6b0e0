"""The words in which a report is read: statuses, priorities and evidence."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple, TypeAlias

from graphmodel.dates import UNKNOWN
from graphmodel.evidence import EvidenceLevel, Modality
from queries.findings.report import FactText, Figure
from queries.outcome import Severity
from queries.rule import Nature, Status
from viz.paper import Definition, Definitions
from viz.wording import MODALITIES, date


class StatusWords(NamedTuple):
    """A status as a heading, and what it means."""

    heading: str
    means: str


STATUS_WORDS: Mapping[Status, StatusWords] = {
    Status.FAIL: StatusWords(
        "Not in order, and the evidence says so",
        "A source says that it is not there, a list declared complete does not have it, or stated facts show it.",
    ),
    Status.CONFLICT: StatusWords(
        "The evidence disagrees", "Two pieces of evidence say different things; somebody has to say which is right."
    ),
    Status.QUERY: StatusWords(
        "Questions to ask",
        "Not evidenced in what was read, or not certain. It may well be in order: nobody has been asked yet.",
    ),
    Status.PARTLY: StatusWords(
        "Partly in order",
        "Evidenced, but only in part, on weaker evidence than a plain statement, in development or planned.",
    ),
    Status.OBSERVED: StatusWords("Worth knowing", "A pattern seen in what is known. It is never a fault."),
    Status.MET: StatusWords("In order", "Evidenced; or, where something must not be, none of it in what is known."),
    Status.NA: StatusWords("Does not apply", "The question does not arise here, and the reason is given."),
}

BRIEF_STATUS: Mapping[Status, str] = {
    Status.FAIL: "Not in order",
    Status.CONFLICT: "Disputed",
    Status.QUERY: "To ask",
    Status.PARTLY: "In part",
    Status.OBSERVED: "To know",
    Status.MET: "In order",
    Status.NA: "Does not apply",
}
"""A status at the head of a column."""

PRIORITY_WORDS: Mapping[Severity, str] = {
    Severity.HIGH: "high priority",
    Severity.MEDIUM: "medium priority",
    Severity.LOW: "low priority",
    Severity.INFORMATION: "for information",
}

LEVEL_WORDS: Mapping[EvidenceLevel, str] = {
    EvidenceLevel.STATED: "facts that a source states, and no others",
    EvidenceLevel.INFERRED: "facts that a source states, and facts inferred from it",
    EvidenceLevel.ASSERTED: "facts that a source states, facts inferred from it, and what it claims in general terms",
}

Cite: TypeAlias = Callable[[str], str]
"""How a source is named: by its id, or by the number under which the paper lists it."""

NATURE_WORDS: Mapping[str, str] = {
    Nature.REQUIREMENT: "a requirement: something must be there",
    Nature.PROHIBITION: "a prohibition: something must not be there",
    Nature.OBSERVATION: "an observation: a pattern worth knowing, never a fault",
}


def status_meanings(*, with_ids: bool = True) -> Definitions:
    """What each status means, in their order: by its one word, or by its heading alone."""
    told = (
        Definition(status.value, f"{words.heading}. {words.means}")
        if with_ids
        else Definition(words.heading, words.means)
        for status, words in STATUS_WORDS.items()
    )
    return Definitions(tuple(told))


def by_id(source: str) -> str:
    """Name a source by its id."""
    return source


def level_words(level: EvidenceLevel) -> str:
    """Name a level of evidence, as it stands behind a figure."""
    return f"{level.value} level"


def ratio(figure: Figure, level: EvidenceLevel) -> str:
    """Write a ratio with its counts and the level: more evidence can make it larger or smaller."""
    return f"{figure.part} of {figure.whole}, {level_words(level)}"


def clause_place(source: str, place: str) -> str:
    """Name the place of a clause in a source."""
    return f"{source}, {place}"


def fact_words(fact: FactText, cite: Cite = by_id) -> str:
    """Write a fact with its source, the place in it, and how the source speaks of it."""
    source = ", ".join(filter(None, (fact.source and cite(fact.source), fact.locator))) or "no source given"
    modality = MODALITIES[Modality(fact.modality)]
    spoken = f"{modality}, because {fact.reason}" if fact.reason else modality
    known = "; ".join((spoken, *_when(fact)))
    quote = f" “{fact.quote}”" if fact.quote else ""
    note = f" Note: {_sentence(fact.note)}" if fact.note else ""
    return f"{fact.says} ({source}; {known}).{quote}{note}"


def _when(fact: FactText) -> tuple[str, ...]:
    since = _bound(fact.valid_from, "from", "since when is not known")
    until = _bound(fact.valid_to, "until", "until when is not known")
    unsure = "whether it is current cannot be told from its dates" if fact.current == "unknown" else ""
    return tuple(filter(None, (since, until, unsure)))


def _bound(day: str | None, word: str, unknown: str) -> str:
    if day is None:
        return ""
    return unknown if day == UNKNOWN else f"{word} {date(day)}"


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."
