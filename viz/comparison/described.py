"""The words around a figure: its title, at which level it was drawn, its caption, and what it shows in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graphmodel.evidence import EvidenceLevel
from queries.comparison.results import Compared, Comparison
from viz.comparison.cast import Band, Cast, Member
from viz.comparison.panel import sector_words
from viz.comparison.strokes import LOOKS
from viz.report.words import LEVEL_WORDS
from viz.wording import date

_NUMBERS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten")


def figure_title(comparison: Comparison) -> str:
    """Return what the figure is called."""
    return f"{number_words(len(comparison.structures))} structures side by side"


def number_words(number: int) -> str:
    """Write a number as a sentence begins with it."""
    return _NUMBERS[number] if number < len(_NUMBERS) else str(number)


def level_words(comparison: Comparison, level: EvidenceLevel) -> str:
    """Say as of when, and what counts."""
    day = _day_of_all(comparison)
    when = f"As of {date(day)}." if day else "Each as of a day of its own."
    return f"{when} Level of evidence: {level.value} ({LEVEL_WORDS[level]})."


def said_of(compared: Compared, comparison: Comparison) -> str:
    """Say how much was written of a structure, on which its panel rests, and as of when if days differ."""
    words = compared.coverage.words
    said = f"{words} words of source" if words is not None else "length of the sources not known"
    return said if _day_of_all(comparison) else f"{date(compared.as_of)}; {said}"


def _day_of_all(comparison: Comparison) -> str:
    days = {one.as_of for one in comparison.structures}
    return days.pop() if len(days) == 1 else ""


def caption(comparison: Comparison, *, measured: bool) -> str:
    """Say how the figure is to be read, and how it was made."""
    return (
        "How to read it. Each column is one structure, drawn from its own file in the same way. A box stands in the "
        "band of its tier and in the column of what it is there for (work on crime, on drugs, on both, other), where "
        "that is said; where it is not, it stands in a band or a column that says so. Boxes with one letter play the "
        "same part; a number tells apart those that share a letter or have none. Lines are those that the sources "
        "give, and none was worked out along others. Seats of bodies, posts and persons are counted, not drawn, each "
        f"name once on each group: {sector_words()}. “–” stands for "
        f"not evidenced{_MEASURED if measured else ''}. What was not written of does not show: a panel with little in "
        f"it may be a short text and not a simple structure. Method: answerable, comparison {comparison.version}."
    )


_MEASURED = (
    ", “≥” for at least, “known” for a share of what is known, where more may be; a figure with † is higher in one "
    "structure or in another, depending on the level"
)


def described(drawn: Sequence[Cast], comparison: Comparison, level: EvidenceLevel) -> str:
    """Tell in words what stands in each panel, for those who cannot see it."""
    told = [level_words(comparison, level)]
    for cast, compared in zip(drawn, comparison.structures, strict=True):
        told.append(f"{cast.title}, {said_of(compared, comparison)}: {' '.join(_told(cast))}")
    return " ".join(told)


def _told(cast: Cast) -> Iterator[str]:
    names = {member.id: member.name for member in cast.members}
    for band in Band:
        there = [
            f"{member.name} ({member.column.value}{_weak(member)})" for member in cast.members if member.band is band
        ]
        if there:
            yield f"{band.value.capitalize()}: {'; '.join(there)}."
    for tie in cast.ties:
        yield f"{names[tie.start]} – {LOOKS[tie.how].words} – {names[tie.finish]}{_UNSURE if not tie.stated else ''}."
    if not cast.members:
        yield "No group is evidenced at this level."
    if cast.left_out:
        yield f"{cast.left_out} more not drawn."


_UNSURE = " (not plainly stated)"


def _weak(member: Member) -> str:
    if member.stated:
        return ""
    return ", not plainly stated that it has gone" if member.over else ", not plainly stated"
