"""Small faults put into our own code, one at a time, to see whether the tests would notice.

The faults are those of cosmic-ray, of the sorts that make sense in code that compares, joins and counts.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import mutate_code
from cosmic_ray.plugins import get_operator

OPERATORS = (
    *(f"ReplaceComparisonOperator_{one}_{other}" for one, other in (
        ("Eq", "NotEq"), ("NotEq", "Eq"), ("Lt", "LtE"), ("LtE", "Lt"), ("Gt", "GtE"), ("GtE", "Gt"), ("Gt", "LtE"),
        ("Lt", "GtE"), ("LtE", "Gt"), ("GtE", "Lt"), ("Is", "IsNot"), ("IsNot", "Is"),
    )),
    *(f"ReplaceBinaryOperator_{one}_{other}" for one, other in (
        ("Add", "Sub"), ("Sub", "Add"), ("Mul", "Add"), ("BitAnd", "BitOr"), ("BitOr", "BitAnd"), ("Sub", "BitAnd"),
    )),
    "AddNot", "ReplaceUnaryOperator_Delete_Not", "ReplaceTrueWithFalse", "ReplaceFalseWithTrue", "ReplaceAndWithOr",
    "ReplaceOrWithAnd", "ReplaceBreakWithContinue", "ReplaceContinueWithBreak", "NumberReplacer",
    "ZeroIterationForLoop",
)  # fmt: skip


@dataclass(frozen=True)
class Mutant:
    """A fault in one file: what was done, to which occurrence, and the line it stands on."""

    file: str
    operator: str
    occurrence: int
    line: str
    number: int

    def __str__(self) -> str:
        """Name the fault so that it keeps its name when other lines of the file change."""
        return f"{self.file}: {self.operator} {self.number} in `{self.line}`"


def mutants(module: ModuleType, *, until: str = "") -> Iterator[Mutant]:
    """Yield every fault that can be put into a module, above the line that begins with `until`."""
    source = source_of(module)
    lines = source.splitlines()
    last = next((place for place, line in enumerate(lines, 1) if until and line.startswith(until)), len(lines) + 1)
    nodes = tuple(ast_nodes(get_ast(source)))
    seen: dict[tuple[str, str], int] = {}
    for name in OPERATORS:
        operator = get_operator(f"core/{name}")()
        positions = [position for node in nodes for position in operator.mutation_positions(node)]
        for occurrence, ((row, _), _) in enumerate(positions):
            if row < last and not _changes_nothing(name, lines[row - 1]):
                line = lines[row - 1].strip()
                seen[name, line] = number = seen.get((name, line), 0) + 1
                yield Mutant(Path(inspect.getfile(module)).name, name, occurrence, line, number)


def _changes_nothing(operator: str, line: str) -> bool:
    """Tell whether a line is no code that runs, or `strict=True`, which only guards against ourselves."""
    guard = operator == "ReplaceTrueWithFalse" and "strict=True" in line
    return guard or line.lstrip().startswith(("def ", "@", '"""'))


@cache
def source_of(module: ModuleType) -> str:
    return Path(inspect.getfile(module)).read_text("utf-8")


def mutated(module: ModuleType, mutant: Mutant) -> dict[str, Any]:
    """Return the names of a module as they are with the fault in it; whatever it raises as it is run comes through."""
    code = mutate_code(source_of(module), get_operator(f"core/{mutant.operator}")(), mutant.occurrence)
    assert code is not None, f"{mutant} cannot be made"
    names: dict[str, Any] = {"__name__": module.__name__, "__file__": module.__file__}
    exec(compile(code, str(module.__file__), "exec"), names)  # noqa: S102  our own code, with a fault in it
    return names
