"""What was understood of a file of somebody's own, as a Paper: problems sheet by sheet, and then what came of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import PurePath

from graphmodel.place import Location, Problem
from graphmodel.structure import Structure
from viz.contents_paper import contents_paper
from viz.paper import Block, Bullets, Definition, Definitions, Heading, Item, Paper, Paragraph, Verbatim


def file_paper(
    structure: Structure,
    problems: Iterable[Problem],
    understood: Sequence[str],
    *,
    commands: Mapping[str, str],
    summary: str,
) -> Paper:
    """Compose the paper: what is to be put right, what was read with a remark, how it was read, and what it holds.

    The problems come sheet by sheet. `commands` are what may be done next, by the words that introduce each, and
    `summary` says how much it was in all.
    """
    told = tuple(problems)
    contents = contents_paper(structure)
    *entries, _ = contents.blocks
    return Paper(
        contents.title,
        (
            *_part("To put right", [problem for problem in told if not problem.warning]),
            *_part("Read with a remark", [problem for problem in told if problem.warning]),
            *_understood(understood),
            Heading(1, "What came of it"),
            *entries,
            *(block for words, line in commands.items() for block in (Paragraph(words), Verbatim((line,)))),
            Paragraph(summary),
        ),
    )


def _part(title: str, problems: Iterable[Problem]) -> Iterator[Block]:
    for number, (where, of_sheet) in enumerate(groupby(problems, key=lambda problem: _sheet(problem.where))):
        if not number:
            yield Heading(1, title)
        yield Heading(2, where)
        yield Definitions(tuple(Definition(one.where.in_file, f"{one.what} {one.remedy}".strip()) for one in of_sheet))


def _understood(sentences: Sequence[str]) -> Iterator[Block]:
    if sentences:
        yield Heading(1, "How it was read")
        yield Bullets(tuple(map(Item, sentences)))


def _sheet(where: Location) -> str:
    if where.sheet is None and where.row is None:
        return "The file"
    return where.sheet or PurePath(where.file).name
