"""Two states of a partnership: with what they are compared, and the comparison with or without names of persons."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from answerable.errors import InputError

if TYPE_CHECKING:
    from answerable.asking import Asked
    from graphmodel.structure import Structure
    from queries.burden.assumed import Assumptions
    from queries.differences.difference import Difference
    from queries.differences.sameness import Same
    from queries.differences.side import Side
    from queries.profile import Profile


class Asking(NamedTuple):
    """With what two states are compared. `same` and `not_same` are pairs, such as ``dat=daat``, as they were given."""

    from_: str | dt.date | None = None
    to: str | dt.date | None = None
    profile: str | os.PathLike[str] | Profile | None = None
    evidence: str = "asserted"
    assume: str | os.PathLike[str] | Assumptions | None = None
    same: Iterable[str] = ()
    not_same: Iterable[str] = ()


class Differing(NamedTuple):
    """A difference with the two structures that it is between, which have no names of persons where it has none."""

    difference: Difference
    before: Structure
    after: Structure


def differing(before: Structure, after: Structure | None, asked: Asking, *, names: bool = True) -> Differing:
    """Compare two structures, or one at two days.

    Raises InputError with everything that is wrong with what was asked, one sentence a line.
    """
    from answerable.assumptions import read_assumptions
    from answerable.same import wanted_same

    later = before if after is None else after
    then, now = _settled(before, later, asked)
    assumptions = read_assumptions(asked.assume, *_each_once(before, later))
    sides = (_side(before, then), _side(later, now))
    found = wanted_same(*sides, asked.same, asked.not_same)
    if names:
        return Differing(_compared(sides, (then, now), assumptions, found), before, later)
    return _without_names(sides, (then, now), assumptions, found)


def _settled(before: Structure, after: Structure, asked: Asking) -> tuple[Asked, Asked]:
    """Settle both days, and one profile for both sides: the one given, else that of the later structure."""
    from answerable.asking import settled
    from queries.profile import DEFAULT

    profile = asked.profile or after.profile or before.profile or DEFAULT
    then = settled(before, as_of=asked.from_, profile=profile, evidence=asked.evidence)
    now = settled(after, as_of=asked.to, profile=profile, evidence=asked.evidence)
    if wrong := wrong_days(then.as_of, now.as_of, one_file=before is after, given=asked.from_ is not None):
        raise InputError(wrong)
    return then, now


def wrong_days(first: str, last: str, *, one_file: bool, given: bool) -> str:
    """Say what is wrong with two days to compare, if anything; `given` says whether the first one was asked for."""
    if one_file and not given:
        return "One file is compared with itself at two days. Give the earlier one with --from, or a second file."
    if first > last:
        if one_file or given:
            return f"The day to compare from, {first}, is after the day to compare to, {last}. Change them round."
        return (
            f"The first file is as of {first}, the second of {last}: that is the wrong way round. Name the earlier "
            "file first, or give the days with --from and --to."
        )
    return (
        f"Both days are {first}: one file is the same on one day. Give two days." if one_file and first == last else ""
    )


def _side(structure: Structure, asked: Asked) -> Side:
    from queries.differences.side import Side

    return Side(structure, asked.as_of, asked.evidence)


def _compared(
    sides: tuple[Side, Side], asked: tuple[Asked, Asked], assumptions: Assumptions, found: Same
) -> Difference:
    from answerable.asking import ask
    from queries.differences.diff import difference

    before, after = sides
    reports = (ask(before.engine, asked[0]), ask(after.engine, asked[1]))
    return difference(before, after, reports, assumptions=assumptions, found=found)


def _without_names(
    sides: tuple[Side, Side], asked: tuple[Asked, Asked], assumptions: Assumptions, found: Same
) -> Differing:
    """Compare what is left when persons have stand-ins, the same in both: so no name can come through anywhere."""
    from answerable.stand_ins import stand_ins

    before, after = (side.structure for side in sides)
    veiled = stand_ins(before, after)
    made = _compared(
        (_side(veiled.before, asked[0]), _side(veiled.after, asked[1])),
        asked,
        veiled.of_assumptions(assumptions),
        veiled.of_same(found),
    )
    told = made._replace(
        before=made.before._replace(content=sides[0].state.content),
        after=made.after._replace(content=sides[1].state.content),
    )
    return Differing(told, veiled.before, veiled.after)


def _each_once(before: Structure, after: Structure) -> tuple[Structure, ...]:
    return (before,) if before is after else (before, after)
