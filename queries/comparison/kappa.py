"""How far two coders agree beyond chance (Cohen 1960), in exact numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from fractions import Fraction
from typing import NamedTuple


class Fourfold(NamedTuple):
    """Things that may be coded or not, by two coders: coded by both, by one alone, by the other alone, by neither."""

    both: int
    only_one: int
    only_other: int
    neither: int

    @property
    def whole(self) -> int:
        """How many things there are."""
        return sum(self)

    @property
    def agreed(self) -> tuple[int, int]:
        """Of how many of them the two say the same."""
        return self.both + self.neither, self.whole

    @property
    def positive(self) -> tuple[int, int]:
        """Of what either coded, counted for each of the two, how much both did (Cicchetti and Feinstein 1990)."""
        return 2 * self.both, 2 * self.both + self.only_one + self.only_other

    @property
    def prevalence(self) -> tuple[int, int]:
        """How far one of the two answers prevails: near 1, kappa is low however well two coders agree."""
        return abs(self.both - self.neither), self.whole

    @property
    def kappa(self) -> Fraction | None:
        """Agreement beyond chance; None where chance alone explains it all."""
        yes, no = "coded", "not coded"
        return cohen({
            (yes, yes): self.both, (yes, no): self.only_one, (no, yes): self.only_other, (no, no): self.neither,
        })  # fmt: skip

    def __add__(self, other: object) -> Fourfold:
        """Add up two tables, cell by cell."""
        if not isinstance(other, Fourfold):
            return NotImplemented
        return Fourfold(*(mine + theirs for mine, theirs in zip(self, other, strict=True)))


NO_TABLE = Fourfold(0, 0, 0, 0)


def cohen(table: Mapping[tuple[str, str], int]) -> Fraction | None:
    """Return Cohen's kappa of counts by what the one and the other say.

    It is (observed - expected) / (1 - expected), where agreement is expected as often as the two would agree if each
    gave the same answers at random. None of an empty table, or where both always give one and the same answer.
    """
    whole = sum(table.values())
    if not whole:
        return None
    one: Counter[str] = Counter()
    other: Counter[str] = Counter()
    for (mine, theirs), number in table.items():
        one[mine] += number
        other[theirs] += number
    observed = Fraction(sum(number for (mine, theirs), number in table.items() if mine == theirs), whole)
    expected = Fraction(sum(one[answer] * other[answer] for answer in one), whole * whole)
    return None if expected == 1 else (observed - expected) / (1 - expected)
