"""A Report as a Paper, in the voice of whom it speaks to: a board by default, in words that an adviser can quote."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from queries.findings.report import Report
from queries.rule import Status
from viz.paper import Block, Bullets, Definition, Definitions, Heading, Item, Paper, Paragraph, Picture
from viz.report.audit_findings import audit_findings
from viz.report.beside_paper import accepted_blocks, own_profile_blocks, since_blocks
from viz.report.board_findings import board_findings
from viz.report.for_a_board import for_a_board
from viz.report.found import sources
from viz.report.head import head, not_asked_rules, reference, summary
from viz.report.matrix_paper import matrix_blocks, not_asked
from viz.report.research_findings import research_findings
from viz.report.settled_findings import settled_findings
from viz.report.words import Cite, by_id, status_meanings

_IN_FULL = (Status.FAIL, Status.CONFLICT, Status.QUERY, Status.PARTLY, Status.OBSERVED)
_SHORT = (Status.MET, Status.NA)


class Voice(StrEnum):
    """Whom the findings speak to."""

    BOARD = "board"
    AUDIT = "audit"
    RESEARCH = "research"


def report_paper(report: Report, *, voice: Voice = Voice.BOARD, picture: Picture | None = None) -> Paper:
    """Compose the paper of a report. `picture` stands at its head, where there is one.

    A board reads no ids: its paper numbers the sources, and names rules and content under "For reference" at the end.
    """
    with_ids = voice is not Voice.BOARD
    report = report if with_ids else for_a_board(report)
    cite = by_id if with_ids else by_number(report)
    return Paper(
        f"{report.structure.name}: who answers to whom",
        (
            *head(report, with_ids=with_ids),
            *((picture,) if picture else ()),
            *summary(report, with_ids=with_ids),
            *since_blocks(report),
            *matrix_blocks(report, with_ids=with_ids),
            *(block for status in _IN_FULL for block in _in_full(report, status, voice, cite)),
            *accepted_blocks(report),
            *(
                block
                for status in _SHORT
                for block in settled_findings(report, status, cite, audit=with_ids, with_ids=with_ids)
            ),
            *_not_audited(report),
            *not_asked(report, with_ids=with_ids),
            *source_blocks(report, cite),
            *reading_blocks(report, with_ids=with_ids),
        ),
    )


def by_number(report: Report) -> Cite:
    """Name each source by the number under which `source_blocks` lists it."""
    numbers = {source: f"source {number}" for number, source in enumerate(sources(report), start=1)}
    return lambda source: numbers.get(source, source)


def source_blocks(report: Report, cite: Cite) -> Iterator[Block]:
    """List the sources that the report quotes."""
    titles = sources(report)
    if titles:
        yield Heading(1, "Sources")
        named = ((source if cite is by_id else cite(source).capitalize(), title) for source, title in titles.items())
        yield Definitions(tuple(Definition(name, title) for name, title in named))


def reading_blocks(report: Report, *, with_ids: bool) -> Iterator[Block]:
    """Say how the paper is to be read, and what stands behind it."""
    yield Heading(1, "How to read this")
    yield Paragraph(
        "Silence is never a fault. What the sources do not say becomes a question; something is said not to be in "
        "order only where a source says so, or where somebody has declared a list complete."
    )
    yield status_meanings(with_ids=with_ids)
    if not with_ids:
        yield from reference(report)
    yield from own_profile_blocks(report, with_ids=with_ids)
    yield from not_asked_rules(report)


def _in_full(report: Report, status: Status, voice: Voice, cite: Cite) -> Iterator[Block]:
    if voice is Voice.AUDIT:
        return audit_findings(report, status, cite)
    if voice is Voice.RESEARCH:
        return research_findings(report, status)
    return board_findings(report, status, cite)


def _not_audited(report: Report) -> Iterator[Block]:
    if report.set_aside or report.to_come:
        yield Heading(1, f"Not audited ({len(report.set_aside) + len(report.to_come)})")
    for groups, why in (
        (report.set_aside, "Whether these still exist is not stated. Ask that first; nothing else was asked of them:"),
        (report.to_come, "These are planned, in development, or begin only after the day:"),
    ):
        if groups:
            yield Paragraph(why)
            yield Bullets(tuple(Item(group.name) for group in groups))
