"""Several structures side by side as a paper: the short answer first, and how much was written of each beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graphmodel.evidence import EvidenceLevel
from queries.comparison.kin import SHAPES
from queries.comparison.results import Compared, Comparison
from viz.about import About
from viz.comparison.described import figure_title, number_words
from viz.comparison.flips import flip_blocks
from viz.comparison.measured import measure_blocks, worked_out
from viz.comparison.motifs import motif_blocks, motif_name
from viz.comparison.played import part_blocks
from viz.comparison.words import LEVELS, MARKS, at_levels, facts_words, joined, source_words
from viz.paper import Block, Bullets, Heading, Item, PageBreak, Paper, Paragraph, Picture, Table
from viz.report.words import LEVEL_WORDS
from viz.wording import date, plain

_UNEVEN = 1.5
"""From so many times as many words on, the paper warns that texts of different length are compared."""


def comparison_paper(comparison: Comparison, *, pictures: Sequence[Picture] = (), author: str = "answerable") -> Paper:
    """Compose the paper of a comparison; `pictures` stand before the tables.

    It shows the names that the comparison holds. Whoever wants none of persons compares structures without them.
    """
    titles = {one.id: one.title for one in comparison.structures}
    title = figure_title(comparison)
    blocks = (
        *_short(comparison),
        *_written(comparison),
        PageBreak(wide=True),
        *pictures,
        *measure_blocks(comparison),
        *flip_blocks(comparison, titles),
        *_kinds(comparison),
        *motif_blocks(comparison),
        *part_blocks(comparison),
        PageBreak(),
        *_method(comparison),
        *worked_out(comparison),
    )
    day = max(one.as_of for one in comparison.structures)
    return Paper(title, blocks, About(title, author, day))


def warning(comparison: Comparison) -> str:
    """Say that figures measure first of all how much was written, where that differs or is not known."""
    known = {one.title: one.coverage.words for one in comparison.structures if one.coverage.words}
    unknown = [one.title for one in comparison.structures if not one.coverage.words]
    if not known:
        return f"How long the sources are is not known of any structure. {_FIRST_OF_ALL}"
    least, most = min(known.values()), max(known.values())
    told = f"The sources run from {least} words to {most}."
    if unknown:
        told += f" How long they are is not known of {joined(iter(unknown))}."
    return f"{told} {_FIRST_OF_ALL}" if unknown or most >= least * _UNEVEN else f"{told} {_STILL}"


_FIRST_OF_ALL = (
    "What differs below may be how much was written and not how things are arranged: a figure is no ranking, and what "
    "is not evidenced may well be there."
)
_STILL = "What is not evidenced may well be there."


def _short(comparison: Comparison) -> Iterator[Block]:
    yield Heading(1, "In short")
    yield Paragraph(warning(comparison))
    items = [Item(one.kin.words or "How work on crime and on drugs hangs together is not evidenced.", label=one.title)
             for one in comparison.structures]  # fmt: skip
    yield Bullets(tuple(items))
    yield Paragraph(f"{_flips_in_short(comparison)} {_motifs_in_short(comparison.structures)}")


def _flips_in_short(comparison: Comparison) -> str:
    turned = {flip.metric for flip in comparison.flips}
    names = [metric.name.lower() for metric in comparison.metrics if metric.id in turned]
    if not names:
        return "No figure puts two structures in another order at another level of evidence."
    figures = "One figure puts" if len(names) == 1 else f"{number_words(len(names))} figures put"
    return f"{figures} two structures in another order at another level of evidence: {joined(iter(names))}."


def _motifs_in_short(structures: Sequence[Compared]) -> str:
    found: dict[str, list[str]] = {}
    for one in structures:
        for motif in one.motifs.get(EvidenceLevel.ASSERTED, ()):
            found.setdefault(motif.kind, [])
            found[motif.kind] += [one.title] if one.title not in found[motif.kind] else []
    if not found:
        return "None of the patterns looked for is evidenced."
    told = [f"{motif_name(kind).lower()} in {joined(iter(where))}" for kind, where in found.items()]
    return f"Patterns are evidenced as follows: {'; '.join(told)}."


def _written(comparison: Comparison) -> Iterator[Block]:
    yield Heading(1, "How much was written of each")
    seats = [metric for metric in comparison.metrics if metric.id == "seats_known"]
    header = ("Structure", "As of", "Sources", "Facts, by what they rest on", *(metric.name for metric in seats))
    rows = (
        (
            one.title,
            date(one.as_of),
            source_words(one.coverage),
            facts_words(one.coverage),
            *("; ".join(at_levels(one, metric)) for metric in seats),
        )
        for one in comparison.structures
    )
    yield Table(header, tuple(rows))


def _kinds(comparison: Comparison) -> Iterator[Block]:
    yield Heading(1, "How work on crime and on drugs hangs together")
    rows = (
        (
            one.title,
            _shape(one),
            one.kin.words or "–",
            " ".join(one.kin.doubts) or "none",
        )
        for one in comparison.structures
    )
    yield Table(("Structure", "Type", "From what is told", "Doubts"), tuple(rows))


def _shape(one: Compared) -> str:
    """Name the shape, and what it rests on where that is not all stated outright."""
    words = SHAPES.get(one.kin.type, plain(one.kin.type))
    told = words[:1].upper() + words[1:] or "Not evidenced"
    return f"{told} ({one.kin.rests})" if one.kin.rests else told


def _method(comparison: Comparison) -> Iterator[Block]:
    yield Heading(1, "Method")
    yield Paragraph(
        "Each structure was read from its own file and asked in the same way, at three levels of evidence. "
        f"{_levels()} What is planned, in development or denied counts at none. Nothing was filled in where sources "
        "are silent, and no file was changed."
    )
    yield Paragraph(f"{MARKS} What only a source states is no lower bound. “–” stands for what nothing tells.")
    items = (Item(f"content {one.content}", label=one.title) for one in comparison.structures if one.content)
    contents = tuple(items)
    yield Paragraph(f"Worked out by answerable, comparison {comparison.version}{', from:' if contents else '.'}")
    if contents:
        yield Bullets(contents)


def _levels() -> str:
    told = (f"“{LEVELS[level].capitalize()}” counts {LEVEL_WORDS[level]}." for level in EvidenceLevel)
    return " ".join(told)
