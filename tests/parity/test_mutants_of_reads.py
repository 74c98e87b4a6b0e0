"""A fault put into the Python of any read is noticed, because the Cypher beside it gives other rows."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType
from typing import Any

import pytest

import queries.reads
from graphmodel.dates import Day
from queries.engines.base import Read
from tests.mutants.mutants import Mutant, mutants, mutated
from tests.parity.comparison import Pair, exact_rows
from tests.parity.corpus import DAYS

FOUND = tuple(import_module(f"queries.reads.{found.name}") for found in iter_modules(queries.reads.__path__))
MODULES = tuple(module for module in FOUND if any(isinstance(one, Read) for one in vars(module).values()))


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__)
def test_a_fault_in_a_read_is_noticed(corner_pairs: list[Pair], module: ModuleType) -> None:
    living = {str(mutant) for mutant in mutants(module) if not _noticed(corner_pairs, module, mutant)}
    assert sorted(living) == []


def _noticed(pairs: list[Pair], module: ModuleType, mutant: Mutant) -> bool:
    try:
        faulty = mutated(module, mutant)
        return any(
            exact_rows(pair.memory, faulty[name], day) != _in_the_database(pair, read, day)
            for name, read in vars(module).items()
            if isinstance(read, Read)
            for pair in pairs
            for day in DAYS
        )
    except Exception:  # noqa: BLE001  a read that breaks down is noticed, however it does
        return True


_KNOWN: dict[tuple[str, str, Day], list[tuple[Any, ...]]] = {}


def _in_the_database(pair: Pair, read: Read[Any], day: Day) -> list[tuple[Any, ...]]:
    """Ask each only once: the database has no fault in it."""
    key = (pair.structure.id, read.name, day)
    if key not in _KNOWN:
        _KNOWN[key] = exact_rows(pair.database, read, day)
    return _KNOWN[key]
