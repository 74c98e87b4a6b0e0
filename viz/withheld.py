"""A report without the names of persons: what is not shown is not in it either."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from graphmodel.structure import Structure
from graphmodel.veiled import by_word
from queries.findings.report import Report
from queries.findings.waivers import WaiverText
from viz.privacy import Veil

_IDS = frozenset({"id", "identity", "findings", "facts", "context", "content", "source", "about", "towards"})
"""Where a report holds ids: there a person has one that stands in for the name, so that two stay two."""

NOT_THERE = "of something that is not in this structure"
"""What an accepted exception covers that names what is not there: nobody can tell whether that is a person's name."""


def without_names(report: Report, structure: Structure) -> Report:
    """Return the report with another id for every person, and without a name in texts.

    Persons are those of the structure, and those that the report says were in an earlier one.
    """
    also = {person.id: person.names for person in report.people}
    told = report.model_copy(update={"people": (), "waivers": tuple(_of_the_known(report, structure))})
    if not structure.people and not also:
        return told
    veil = Veil(structure, names=False, also=also)
    plain = told.model_dump(mode="json", by_alias=True)
    return Report.model_validate(_veiled(plain, veil.text, by_word(veil.ids), inside=""))


def by_number(structure: Structure) -> Callable[[str], str]:
    """Return what turns the id of a fact or a finding into the one that a report without names has for it."""
    return by_word(Veil(structure, names=False).ids)


def _of_the_known(report: Report, structure: Structure) -> Iterator[WaiverText]:
    """Yield the accepted exceptions; of one that matches nothing, only words that the structure has."""
    known = {structure.id, *(word for fact, _ in structure.items() for word in fact.split(" "))}
    for waiver in report.waivers:
        rule, _, about = waiver.covers.partition(" (")[0].partition(" ")
        if waiver.findings or known.issuperset(about.split(" ")):
            yield waiver
        else:
            yield waiver.model_copy(update={"covers": f"{rule}, {NOT_THERE}"})


def _veiled(value: Any, text: Callable[[str], str], ids: Callable[[str], str], inside: str) -> Any:
    if isinstance(value, dict):
        keys = ids if inside == "facts" else str
        return {keys(name): _veiled(part, text, ids, name if inside != "facts" else "") for name, part in value.items()}
    if isinstance(value, list):
        return [_veiled(part, text, ids, inside) for part in value]
    if isinstance(value, str):
        told = ids(value) if inside in _IDS or inside == "covers" else value
        return told if inside in _IDS else text(told)
    return value
