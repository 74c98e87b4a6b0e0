"""Every problem of an input, collected in one pass and told in the order of the file."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from graphmodel.place import Location, Problem

Place: TypeAlias = tuple[str, str | None]
"""A file and the name of a sheet in it; None where the file has no sheets."""


class FileError(Exception):
    """What is wrong with a file, in problems that are meant for the user as they stand.

    ``problems`` holds all of them, warnings too, in the order of the places; the text of the error is one a line.
    """

    def __init__(self, problems: Iterable[Problem], sheets: Iterable[Place] = ()) -> None:
        """Take the problems in any order; one that stands there twice is told once. `sheets` as for `in_order`."""
        self.problems: tuple[Problem, ...] = in_order(problems, sheets)
        super().__init__("\n".join(str(problem) for problem in self.problems))


class LoadError(FileError):
    """A file that cannot be loaded."""


class SaveError(FileError):
    """A file that cannot be written."""


def in_order(problems: Iterable[Problem], sheets: Iterable[Place] = ()) -> tuple[Problem, ...]:
    """Sort problems by place, then by text; equal ones are given once.

    `sheets` are the sheets, or the files of a folder, in their own order; those that are not among them come first.
    """
    order = {sheet: number for number, sheet in enumerate(sheets, start=1)}
    return tuple(sorted(dict.fromkeys(problems), key=lambda problem: _order(problem, order)))


def refuse_if_wrong(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Raise LoadError when one of the problems is more than a warning; else return them in order."""
    told = in_order(problems)
    if any(not problem.warning for problem in told):
        raise LoadError(told)
    return told


def _order(problem: Problem, sheets: Mapping[Place, int]) -> tuple[object, ...]:
    return (*_place_order(problem.where, sheets), problem.what, problem.remedy, problem.warning)


def _place_order(where: Location, sheets: Mapping[Place, int]) -> tuple[object, ...]:
    # A place without a line is about the whole file and comes first; None itself does not compare with numbers.
    sheet = sheets.get((where.file, where.sheet), 0)
    return (sheet, where.file, where.sheet or "", where.row or 0, where.line or 0, where.column or 0)
