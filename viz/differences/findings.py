"""Findings of the later state held against those of the earlier."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from queries.findings.changes import Change, Changed, Since
from viz.differences.folded import folded
from viz.differences.states import States
from viz.paper import Block, Bullets, Heading, Paragraph
from viz.report.words import BRIEF_STATUS

_HEADINGS: Mapping[Change, str] = {
    Change.NEW: "New",
    Change.WORSE: "Worse than before",
    Change.LAPSED: "No longer accepted",
    Change.FIRST_ASKED: "Asked for the first time",
    Change.BETTER: "Better than before, but still open",
    Change.FIXED: "Settled",
    Change.NOT_ASKED: "Open before, and not asked any more",
}
_COUNTED = {
    Change.NEW: "new",
    Change.WORSE: "worse",
    Change.FIXED: "settled",
    Change.LAPSED: "no longer accepted",
    Change.FIRST_ASKED: "asked for the first time",
    Change.BETTER: "better",
    Change.NOT_ASKED: "not asked any more",
    Change.WAIVED: "accepted",
    Change.STILL_OPEN: "still open as before",
}
_ALWAYS = (Change.NEW, Change.WORSE, Change.FIXED, Change.STILL_OPEN)


def findings_in_numbers(since: Since) -> str:
    """Say how many findings changed in which way: the four that everybody asks for are told even where none is."""
    counts = since.counts()
    told = (
        f"{counts.get(change, 0)} {words}"
        for change, words in _COUNTED.items()
        if change in _ALWAYS or change in counts
    )
    return f"{', '.join(told)}."


def finding_blocks(states: States) -> Iterator[Block]:
    """List what changed; what is still open is counted, for the report tells of it."""
    since = states.difference.findings
    yield Heading(1, "Findings")
    yield Paragraph(f"Between the two: {findings_in_numbers(since)}")
    for change, title in _HEADINGS.items():
        found = since.of(change)
        if found:
            yield Heading(2, f"{title} ({len(found)})")
            yield Bullets(folded([_says(one) for one in found]))


def _says(one: Changed) -> str:
    if one.was and one.now and one.was is not one.now:
        return f"{one.says} ({BRIEF_STATUS[one.was].lower()} then, {BRIEF_STATUS[one.now].lower()} now)"
    return one.says
