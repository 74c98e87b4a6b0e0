"""What applying a proposal came to: what was carried where, and what had no place to go."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from graphmodel.dates import Day
from graphmodel.structure import Structure
from queries.whatif.change import Change, Fate


class Carried(NamedTuple):
    """A relation of what is merged, as it is afterwards: `now` and `was` are natural keys, several where alike."""

    now: str
    was: tuple[str, ...]


class Applied(NamedTuple):
    """A structure as it would be, and how it came about. Relations are named by their natural keys.

    `source` is the proposal as a source of the new structure, `made` are the groups that are new. `fates` says of each
    group that is merged or closed what becomes of it. `carried` are relations that lead elsewhere now, `inside` those
    that would lead from the new group to itself, `given_up` seats that the rule of one seat for each body leaves out,
    `chairs` by new group the seats of the chairs that its originals had, and `cut` what ends with nothing in its place.
    """

    structure: Structure
    change: Change
    day: Day
    source: str
    made: tuple[str, ...] = ()
    fates: Mapping[str, Fate] = {}
    into: Mapping[str, str] = {}
    carried: tuple[Carried, ...] = ()
    inside: tuple[str, ...] = ()
    given_up: tuple[str, ...] = ()
    chairs: Mapping[str, tuple[str, ...]] = {}
    cut: tuple[str, ...] = ()
