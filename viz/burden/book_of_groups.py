"""The sheets of a calculation on groups: those that share bodies, chairs, who ties them together, and reports."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from graphmodel.evidence import Evidence
from queries.wording import joined
from viz.book import Cell, Column, Sheet
from viz.burden.sheets import aside, exactly, filled, wide
from viz.burden.teller import Teller
from viz.wording import how_firm


class Sources:
    """Tells where facts are written: sources, places in them, and how firmly they speak."""

    def __init__(self, teller: Teller) -> None:
        self._teller = teller
        self._evidence: dict[str, Evidence] = {fact: item.evidence for fact, item in teller.structure.items()}
        self._names = {source.id: source.name for source in teller.structure.sources}

    def of(self, facts: Iterable[str]) -> str:
        """Return where some facts are written."""
        told = (self._of(self._evidence[fact]) for fact in facts if fact in self._evidence)
        return self._teller.text("; ".join(dict.fromkeys(filter(None, told))))

    def _of(self, evidence: Evidence) -> str:
        source = self._teller.structure.source_of(evidence)
        place = ", ".join(filter(None, (self._names.get(source or "", source or ""), evidence.locator or "")))
        return f"{place} ({how_firm(evidence)})" if place else ""


def pairs_sheet(teller: Teller) -> Sheet:
    """List every pair of groups that share bodies."""
    columns = (
        *wide(30, "Group", "Other group"),
        *wide(10, "Bodies on the one", "Bodies on the other", "Shared", "Part of the smaller", "Part of all on either"),
        *wide(12, "Hours a year on both", "Shared bodies of which not all is known"),
        Column("Shares most, for like reasons", 14),
        *aside(44, "Bodies on both", "Posts and people on both"),
    )
    rows = tuple(
        (
            *(teller.group(pair.one), teller.group(pair.other), pair.on_one, pair.on_other, len(pair.shared)),
            *(exactly(Fraction(*two) if two[1] else None) for two in (pair.of_the_smaller, pair.of_all)),
            None if pair.unknown >= len(pair.shared) else exactly(pair.hours),
            pair.unknown,
            "yes" if pair.flagged else "no",
            "; ".join(map(teller.name, pair.shared)),
            "; ".join(map(teller.name, pair.persons)),
        )
        for pair in teller.burden.pairs
    )
    return Sheet("Groups in common", columns, rows)


def chairs_sheet(teller: Teller, sources: Sources) -> Sheet:
    """List the chairs of all groups, and the groups of which no chair is evidenced."""
    columns = (*wide(36, "Group", "Who chairs", "Counts for"), Column("Chairs", 9), Column("Where it is written", 44))
    return Sheet("Chairs", columns, tuple(_chairs(teller, sources)))


def _chairs(teller: Teller, sources: Sources) -> Iterator[tuple[Cell, ...]]:
    chairs = {(place.group, place.sitter): place for place in teller.places if place.chairs}
    for (group, sitter), place in sorted(chairs.items()):
        bodies = joined(map(teller.name, place.organisations)) or "no body that is known"
        yield (
            teller.group(group),
            teller.name(sitter),
            bodies,
            place.number if place.counted else "not known",
            sources.of(place.facts),
        )
    for group in sorted(teller.seated - {group for group, _ in chairs}):
        yield teller.group(group), "not evidenced", "", None, ""


def gatekeepers_sheet(teller: Teller) -> Sheet:
    """List who alone ties groups together, with the figures of researchers."""
    columns = (
        Column("Who", 34),
        Column("Groups that would lose touch", 44),
        *wide(12, "Pairs of groups lost", "Of pairs", "Complete lists around it", "Of groups"),
        *wide(12, "Betweenness", "Constraint (Burt)", "Effective size (Burt)"),
    )
    rows = tuple(
        (
            teller.name(one.who),
            "; ".join(map(teller.group, one.cut)),
            *(one.pairs_lost, one.pairs, one.closed, one.groups),
            exactly(one.betweenness),
            one.constraint,
            one.effective_size,
        )
        for one in teller.burden.gatekeepers
    )
    return Sheet("Who ties groups together", columns, rows)


def reports_sheet(teller: Teller) -> Sheet:
    """List the reports that each group and post writes."""
    columns = (
        *wide(36, "Who writes", "To whom"),
        *wide(12, "Lines", "Reports", "Reports a year", "Reports without rhythm"),
        Column("May be one report", 14),
        *aside(36, "Lines left out"),
    )
    rows = tuple(
        (
            teller.group(one.who),
            "; ".join(dict.fromkeys(map(teller.name, one.lines))),
            *(len(one.lines), one.reports),
            None if one.without_rhythm >= one.reports else exactly(one.a_year),
            one.without_rhythm,
            "yes" if one.perhaps_one else "no",
            teller.not_there(one.not_there),
        )
        for one in teller.burden.reports
    )
    return Sheet("Reports", *filled(columns, rows))
