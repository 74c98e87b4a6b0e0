"""How a file of somebody's own was read, in sentences: what was understood, what to put right, what to know.

A document is written for this program: each remark about it is one line. Tables and slides are not. So what was
understood is said before it is used, then what is to be put right, then the remarks, sheet by sheet.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from graphmodel.place import Location, Problem

if TYPE_CHECKING:
    from loaders.structures import Loaded
    from viz.paper import Paper

_WERE = ("was", "were")


def is_own(loaded: Loaded) -> bool:
    """Tell whether what was read is somebody's own file, such as a workbook, and no document."""
    return bool(loaded.sheets or loaded.understood) or not loaded.is_whole


def remarks(loaded: Loaded, file: Path) -> Iterator[str]:
    """Yield what is told beside a result: of a document a line each, of somebody's own file how much of each sheet."""
    if not is_own(loaded):
        yield from (f"answerable: warning: {problem}" for problem in loaded.problems)
        return
    if not loaded.problems and not loaded.understood:
        return
    if loaded.problems:
        yield f"answerable: how {file.name} was read:"
        sheets: dict[str, list[Problem]] = {}
        for problem in loaded.problems:
            sheets.setdefault(_sheet(problem.where), []).append(problem)
        yield from (f"  {sheet}: {_counted(of_sheet)}" for sheet, of_sheet in sheets.items())
    yield f"answerable: `answerable check {typed(file)}` says how{' it was read' if not loaded.problems else ''}."


def warned(loaded: Loaded) -> Iterator[str]:
    """Yield what is to be warned of where Python asks for a structure, each as a text of its own."""
    wrong, remarked = apart(loaded.problems)
    yield from loaded.understood
    yield from (f"To put right: {problem}" for problem in wrong)
    yield from map(str, remarked)


def apart(problems: Iterable[Problem]) -> tuple[tuple[Problem, ...], tuple[Problem, ...]]:
    """Return what is to be put right, and what was read with a remark, each in the order it came."""
    told = tuple(problems)
    return tuple(one for one in told if not one.warning), tuple(one for one in told if one.warning)


def summary(problems: Iterable[Problem], understood: Collection[str] = ()) -> str:
    """Count what is to be put right, and what was read with a remark; `understood` is what was said of how it was."""
    wrong, remarked = apart(problems)
    if not wrong and not remarked and understood:
        return "Everything in it was read. Check that it is meant as it says under How it was read."
    if not wrong and not remarked:
        return "Everything in it was read, and nothing needs a remark."
    if not wrong:
        return f"Nothing has to be put right; {things(len(remarked), _WERE)} read with a remark."
    counted = f"{things(len(wrong))} to be put right"
    if remarked:
        counted += f", and {things(len(remarked), _WERE)} read with a remark"
    return (
        f"{counted}. Until then no list is taken as complete, so nothing is held against anybody for not being there."
    )


def notice(loaded: Loaded, what: str) -> str:
    """Say that what is made of a file does not rest on the whole of it; nothing where it does."""
    wrong, _ = apart(loaded.problems)
    sentences = []
    if wrong:
        sentences.append(f"In the file {things(len(wrong))} still to be put right.")
        sentences.append(f"What could not be read there is not in this {what}.")
    if not loaded.lists_count:
        sentences.append(
            "Lists that the file declares complete were not counted as such, as not all of it was read beyond doubt: "
            "what may have been shown to be out of order before is a question here."
        )
    return " ".join(sentences)


def notices(files: Iterable[Path], loaded: Iterable[Loaded], what: str) -> str:
    """Say of each of several files, by its name, that what is made of them does not rest on the whole of it."""
    told = ((file, notice(one, what)) for file, one in zip(files, loaded, strict=True))
    return " ".join(f"{file.name}: {words}" for file, words in told if words)


def headed(paper: Paper, words: str) -> Paper:
    """Put such words at the head of a paper, where there are any."""
    if not words:
        return paper
    from dataclasses import replace

    from viz.paper import Paragraph

    return replace(paper, blocks=(Paragraph(words), *paper.blocks))


def things(count: int, verb: tuple[str, str] = ("is", "are")) -> str:
    """Count things, with a verb that agrees: "1 thing is", "3 things are"."""
    one, several = verb
    return f"{count:,} {f'thing {one}' if count == 1 else f'things {several}'}"


def typed(file: Path) -> str:
    """Return a path as it is typed in a command."""
    return f'"{file}"' if " " in str(file) else str(file)


def _counted(problems: Iterable[Problem]) -> str:
    """Count what is told of one sheet."""
    wrong, remarked = apart(problems)
    parts = [f"{things(len(wrong))} to be put right"] if wrong else []
    parts += [f"{things(len(remarked), _WERE)} read with a remark"] if remarked else []
    return ", and ".join(parts)


def _sheet(where: Location) -> str:
    return where.sheet or Path(where.file).name
