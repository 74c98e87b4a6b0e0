"""The register of a structure as sheets: groups, seats and lines of the day with their evidence, and the sources."""

from __future__ import annotations

from collections.abc import Sequence

from graphmodel.dates import Day
from graphmodel.entities import Item
from graphmodel.index import Index
from graphmodel.relations import ReportingLine, Seat
from graphmodel.structure import Structure
from queries.findings.report import Report
from viz.book import Cell, Column, Sheet
from viz.map.board import build_view
from viz.map.counting import Counting
from viz.privacy import Veil
from viz.report.register import register
from viz.wording import date, how_firm, plain

_EVIDENCE = (Column("Source", 18), Column("Place", 14), Column("How firm", 20), Column("From", 12), Column("Until", 12))


class Keeper:
    """Keeps the register of what is there on the day of a report; `names` shows the names of persons."""

    def __init__(self, report: Report, structure: Structure, *, names: bool) -> None:
        self._structure, self._veil = structure, Veil(structure, names=names)
        self._index = Index(structure, Day(report.as_of))
        self._counting = Counting(self._index, report.evidence)
        self._view = build_view(structure, report, names=names)

    def groups(self) -> Sheet:
        columns = (
            *(Column("Group", 32), Column("Kind", 12), Column("Tier", 12), Column("Purpose", 36), Column("Chair", 26)),
            *(Column("Answers to", 36), Column("Terms of reference", 18), Column("How often it meets", 18)),
            *(Column("Seats", 8), *_EVIDENCE),
        )
        rows: list[tuple[Cell, ...]] = [
            (
                *(row.name, row.kind, row.tier, row.purpose, row.chair, row.answers_to, row.terms, row.rhythm),
                row.seats,
                *self._evidence(row.id, self._index.entity[row.id]),
            )
            for row in register(self._view, self._index, self._veil)
        ]
        return Sheet("Groups", columns, tuple(rows))

    def seats(self) -> Sheet:
        columns = (
            *(Column("Group", 30), Column("Held by", 30), Column("As", 14), Column("Capacity", 14)),
            *(Column("On behalf of", 20), Column("Votes", 8), *_EVIDENCE),
        )
        seats = [seat for seat in self._index.of_type("seat") if isinstance(seat, Seat)]
        rows: list[tuple[Cell, ...]] = [
            (
                *(self._name(seat.group), self._name(seat.member), plain(seat.role), plain(seat.capacity)),
                *(self._name(seat.on_behalf_of or ""), _yes_no(seat.voting), *self._evidence(seat.key, seat)),
            )
            for seat in seats
        ]
        return Sheet("Seats", columns, tuple(sorted(rows, key=_in_words)))

    def lines(self) -> Sheet:
        columns = (
            *(Column("Who answers", 28), Column("How", 14), Column("To whom", 28), Column("On what", 18)),
            *(Column("How often", 12), Column("In what form", 14), Column("The lead", 9), *_EVIDENCE),
        )
        lines = [line for line in self._index.of_type("line") if isinstance(line, ReportingLine)]
        rows: list[tuple[Cell, ...]] = [
            (
                *(self._name(line.from_), plain(line.kind), self._name(line.to), _known(line.subject)),
                *(_known(line.frequency), _known(line.form), _yes_no(line.lead), *self._evidence(line.key, line)),
            )
            for line in lines
        ]
        return Sheet("Lines", columns, tuple(sorted(rows, key=_in_words)))

    def sources(self) -> Sheet:
        columns = (Column("Source", 26), Column("Title", 80), Column("Date", 20), Column("Version", 40))
        sources = self._structure.sources
        rows = tuple((one.id, one.name, date(one.date) if one.date else "", one.version or "") for one in sources)
        return Sheet("Sources", columns, rows)

    def _name(self, entity: str) -> str:
        if self._veil.hides(entity):
            return self._veil.text(self._index.entity[entity].name)
        return self._index.entity[entity].name if entity else ""

    def _evidence(self, key: str, item: Item) -> tuple[str, ...]:
        evidence, counted = item.evidence, self._counting.admits(item.evidence)
        firm = how_firm(evidence, self._index.current(key), counted=counted)
        return (
            self._structure.source_of(evidence) or "",
            evidence.locator or "",
            f"{firm}, because {evidence.reason}" if evidence.reason else firm,
            date(item.valid_from) if item.valid_from else "",
            date(item.valid_to) if item.valid_to else "",
        )


def _in_words(row: Sequence[Cell]) -> tuple[str, ...]:
    return tuple(str(cell).casefold() for cell in row)


def _known(words: str | None) -> str:
    return "" if words is None else "not known" if words == "unknown" else words


def _yes_no(value: bool | str | None) -> str:  # noqa: FBT001  it is a value to be told, not a switch
    if value is None:
        return ""
    return "not known" if isinstance(value, str) else "yes" if value else "no"
