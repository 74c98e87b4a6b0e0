"""The picture for a board: a structure and what an audit says of it, as a view."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib.metadata import PackageNotFoundError, version

from graphmodel.content import content_hash
from graphmodel.dates import Day
from graphmodel.index import Index
from graphmodel.structure import Structure
from queries.findings.report import Finding, Report
from viz.map.cast import Cast
from viz.map.counting import Counting
from viz.map.outline import is_settled_status, sentence
from viz.map.panels import Teller
from viz.map.ties import drawn
from viz.map.view import Box, Line, Mark, Note, Relation, View
from viz.privacy import Veil
from viz.wording import date

_MARKED = ("fail", "conflict", "query", "partly", "observed")
"""Statuses that stand as marks on the picture; what is met or does not apply is told beside it."""
_MOST_SAID = 12


def build_view(
    structure: Structure, report: Report | None = None, *, as_of: Day | None = None, names: bool = False
) -> View:
    """The view of a structure as of a day (the report's, unless given), with the findings of a report.

    `names` shows the names of persons; without it they are not in the view at all. ValueError where there is
    neither a day nor a report that has one.
    """
    day = as_of or (Day(report.as_of) if report else None) or (Day(structure.as_of) if structure.as_of else None)
    if day is None:
        raise ValueError("A picture needs a day: give one, or a report that was made as of one.")
    counting = Counting(Index(structure, day), report.evidence if report else None)
    veil = Veil(structure, names=names)
    cast = Cast(counting, veil)
    notes = _notes(report, veil)
    boxes, lines = cast.boxes(_marks(notes, cast.ids, veil)), drawn(counting, cast.ids, veil)
    teller = Teller(counting, veil, boxes, lines, notes)
    return View(
        title=veil.text(structure.title),
        subtitle="Who answers to whom",
        as_of=f"as at {date(day)}",
        footer=_footer(structure, report),
        boxes=boxes,
        lines=lines,
        clusters=cast.clusters(),
        notes=notes,
        panels=tuple(teller.panel(entity) for entity in cast.entities),
        summary=tuple(_summary(boxes, lines)),
    )


def _notes(report: Report | None, veil: Veil) -> tuple[Note, ...]:
    """The findings in the order of the report, numbered from 1.

    Each says what was found, and what to ask; what is met or does not apply is told under the title of its rule.
    """
    if report is None:
        return ()
    return tuple(
        Note(
            number=number,
            status=finding.status.value,
            rule=finding.rule,
            says=veil.text(_says(finding)),
            ask=veil.text(finding.board if is_settled_status(finding.status.value) else finding.ask),
            boxes=tuple(veil.id(subject.id) for subject in finding.subjects),
        )
        for number, finding in enumerate(report.findings, start=1)
    )


def _says(finding: Finding) -> str:
    return finding.title if is_settled_status(finding.status.value) else finding.board or finding.title


def _marks(notes: Sequence[Note], ids: Iterable[str], veil: Veil) -> Mapping[str, Sequence[Mark]]:
    marks: dict[str, list[Mark]] = defaultdict(list)
    shown = {veil.id(entity): entity for entity in ids}
    for note in notes:
        for box in note.boxes:
            if note.status in _MARKED and box in shown:
                marks[shown[box]].append(Mark(note.number, note.status))
    return marks


def _footer(structure: Structure, report: Report | None) -> str:
    if report is None:
        return f"answerable {_version()} · not audited · content {content_hash(structure)[:12]}"
    return " · ".join((
        f"answerable {report.version}",
        f"profile {report.profile}",
        f"evidence counted: {report.evidence.value} or better",
        f"content {report.content[:12]}",
    ))  # fmt: skip


def _version() -> str:
    try:
        return version("answerable")
    except PackageNotFoundError:  # run from a folder that was never installed
        return "0"


def _summary(boxes: Sequence[Box], lines: Sequence[Line]) -> Iterator[str]:
    names = {box.id: box.label for box in boxes}
    answers = [line for line in lines if line.is_followed]
    seats = sum(line.relation is Relation.SEAT and line.counts for line in lines)
    weak = sum((line.relation.answers or line.relation is Relation.SEAT) and not line.counts for line in lines)
    lines_told = f"{_count(len(answers), 'line')} of accountability"
    yield f"{_count(len(boxes), 'box', 'boxes')}, {lines_told}, {_count(seats, 'seat')}."
    if weak:
        yield f"{_count(weak, 'more line or seat', 'more lines and seats')} drawn and marked, but not counted."
    for line in answers[:_MOST_SAID]:
        yield sentence(line, names[line.source], names[line.target])
    if len(answers) > _MOST_SAID:
        yield f"{len(answers) - _MOST_SAID} more lines of accountability are told in the text version."


def _count(number: int, one: str, many: str = "") -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"
