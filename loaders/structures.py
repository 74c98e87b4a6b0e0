"""A structure out of a file, or everything that keeps it from being one."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from pydantic import ValidationError

from graphmodel.collector import collector_paused
from graphmodel.place import Problem
from graphmodel.structure import UNCHECKED, Structure
from loaders.complaints import complaint
from loaders.draft import Draft
from loaders.faults import Fault, validated
from loaders.file_text import MAX_BYTES, given_text
from loaders.inputs import gathered_or_parsed
from loaders.mending import mended
from loaders.places import Places
from loaders.problems import LoadError, in_order, refuse_if_wrong
from loaders.references import References
from loaders.registry import parse_text
from loaders.remainder import Remainder
from loaders.watching import note

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable, Iterator, Mapping

    from graphmodel.place import Location
    from loaders.parsed import FieldPath, Readable
    from loaders.problems import Place

_ROUNDS = 4
"""How often what was put right may uncover more to put right: a field's name, then its value, then its item."""


class _Read(NamedTuple):
    structure: Structure
    problems: tuple[Problem, ...] = ()


class Loaded(_Read):
    """A structure, and what is to be said of how it was read; nothing of a file in good order.

    Of a document all problems are warnings. Of tables and the like some may be more: what they are about was left out,
    and `is_whole` is false. `places` says where each fact stands, `understood` how what is no table was read, and
    `sheets` which there were. These are no part of the tuple: what says the same is equal wherever it stood.
    """

    places: Mapping[str, Location] = MappingProxyType({})
    understood: tuple[str, ...] = ()
    sheets: tuple[Place, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether nothing was left out."""
        return all(problem.warning for problem in self.problems)

    @property
    def lists_count(self) -> bool:
        """Whether the lists that the file declares complete count as such."""
        return all(problem.what != NO_LIST_COUNTS for problem in self.problems)

    def of(self, parsed: Readable, places: Mapping[str, Location]) -> Loaded:
        """Return the same with the places of its facts, and with how what it is out of was understood."""
        self.places = places
        self.understood = tuple(parsed.understood)
        self.sheets = tuple(parsed.sheets)
        return self


def load(path: str | os.PathLike[str], *, max_bytes: int = MAX_BYTES, matrix: bool = False) -> Loaded:
    """Load a structure from a file, or a folder of CSV files, of at most ``max_bytes``; `loaders.inputs` has the forms.

    Raises LoadError with all that is wrong, in the order of the file: what keeps it from being read, or every field,
    value and reference that does not fit. A fault of one entry neither hides those of others nor makes others look
    wrong. What has a plain meaning is loaded, with a warning. ``matrix`` says that the sheets of a workbook, or a CSV
    file, are membership matrices, however they look.
    """
    with collector_paused():
        return _loaded(gathered_or_parsed(path, max_bytes=max_bytes, matrix=matrix))


def load_text(text: str, file: str = "structure.yaml") -> Loaded:
    """Load a structure from text; ``file`` names it in messages, and its suffix tells the format. As ``load``."""
    with collector_paused():
        return _loaded(parse_text(given_text(text, file)))


def _loaded(parsed: Readable) -> Loaded:
    note("Checking what it says", 0, 0)
    if not parsed.repeats and all(problem.warning for problem in parsed.problems):
        try:
            structure, told = _only_what_is_sure(Structure.model_validate(parsed.content), parsed, parsed.warnings)
            return Loaded(structure, told).of(parsed, Places(structure, parsed.place))
        except ValidationError:
            pass
    return _examined(Draft(parsed))


def _examined(draft: Draft) -> Loaded:
    """Go through a draft in which something is wrong, and load it if all of it can be put right."""
    problems = list(draft.parsed.problems)
    faults = _after_mending(draft, problems)
    remainder = Remainder(draft)
    as_references: list[Problem] = []
    for fault in faults:
        told = complaint(draft, Structure, fault)
        (as_references if remainder.set_aside(fault) else problems).append(told)
    structure = remainder.structure()
    copies: list[FieldPath] = []
    problems.extend(as_references if structure is None else _reference_problems(draft, remainder, structure, copies))
    if draft.parsed.lenient and structure is not None and any(not problem.warning for problem in problems):
        return _what_is_left(draft, remainder, problems)
    warnings = refuse_if_wrong(problems)
    made, left = validated(draft, Structure)
    if made is None:
        raise LoadError([*warnings, *(complaint(draft, Structure, fault) for fault in left)])
    made, ordered = _only_what_is_sure(made, draft.parsed, warnings)
    return Loaded(made, ordered).of(draft.parsed, Places(made, draft.place, copies))


def _what_is_left(draft: Draft, remainder: Remainder, problems: list[Problem]) -> Loaded:
    """Load what is left when everything that cannot be is left out."""
    gathered = frozenset(draft.parsed.problems)
    problems = [problem if problem in gathered else _left_out(problem) for problem in problems]
    whole = remainder.whole()
    if whole is None:
        raise LoadError(problems, draft.parsed.sheets)
    whole, told = _only_what_is_sure(whole, draft.parsed, problems)
    return Loaded(whole, told).of(draft.parsed, Places(whole, draft.place, remainder.left_out))


def _only_what_is_sure(
    structure: Structure, parsed: Readable, problems: Iterable[Problem]
) -> tuple[Structure, tuple[Problem, ...]]:
    """Take no list to be complete where something is in doubt: a silence may be what was lost, or not understood."""
    told = list(problems)
    if parsed.lenient and structure.completeness and not all(problem.sure for problem in told):
        told.append(Problem(parsed.place(("completeness",)), NO_LIST_COUNTS, warning=True))
        structure = structure.model_copy(update={"completeness": ()})
    return structure, in_order(told, parsed.sheets)


NO_LIST_COUNTS = (
    "As long as something is to be put right, or was read with a doubt, no list counts as complete: nothing is a fault "
    "for not being there."
)


def _left_out(problem: Problem) -> Problem:
    return problem if problem.warning else replace(problem, what=f"{problem.what.rstrip('.')}, so it was left out.")


def _after_mending(draft: Draft, problems: list[Problem]) -> tuple[Fault, ...]:
    faults: tuple[Fault, ...] = ()
    for _ in range(_ROUNDS):
        _, faults = validated(draft, Structure, UNCHECKED)
        changed, warnings = mended(draft, Structure, faults)
        problems.extend(warnings)
        if not changed:
            break
    return faults


def _reference_problems(
    draft: Draft, remainder: Remainder, structure: Structure, left_out: list[FieldPath]
) -> Iterator[Problem]:
    references = References(draft, structure, remainder.unread)
    mends = [warning for flaw in remainder.flaws(structure) if (warning := references.mended(flaw))]
    yield from mends
    again = remainder.structure() if mends else structure
    flaws = tuple(remainder.flaws(again)) if again is not None else ()
    copies = {flaw.path: warning for flaw in flaws if (warning := references.copy(flaw))}
    yield from copies.values()
    yield from (references.problem(flaw) for flaw in flaws if flaw.path not in copies)
    draft.delete_rows(copies)
    left_out.extend(copies)
