"""How unevenly hours are spread over bodies: the coefficient of Gini and the curve of Lorenz, in exact numbers."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from fractions import Fraction
from itertools import accumulate

from queries.burden.load import Load
from queries.burden.results import Spread


def spread(loads: Collection[Load]) -> Spread:
    """Return how unevenly the hours of bodies with seats are spread.

    A body of which no hours are known is left out, and counted: to take it for one that spends none would be a guess.
    """
    seated = [one for one in loads if one.seats]
    told = [one for one in seated if not one.is_unknown]
    hours = sorted(one.hours for one in told)
    return Spread(
        gini=gini(hours),
        lorenz=lorenz(hours),
        bodies=len(told),
        partly_known=sum(not one.is_exact for one in told),
        not_known=len(seated) - len(told),
    )


def gini(hours: Collection[Fraction]) -> Fraction | None:
    """Return the coefficient of Gini: 0 where all have the same, near 1 where one has all; None where nobody has any.

    It is half the mean difference of all pairs, as a share of the mean.
    """
    total, number = sum(hours, Fraction(0)), len(hours)
    if not total:
        return None
    ranked = sum((rank * one for rank, one in enumerate(sorted(hours), start=1)), Fraction(0))
    return 2 * ranked / (number * total) - Fraction(number + 1, number)


def lorenz(ordered: Sequence[Fraction]) -> tuple[tuple[Fraction, Fraction], ...]:
    """Return the curve of Lorenz of hours in rising order, from (0, 0) to (1, 1); empty where nobody has any."""
    total, number = sum(ordered, Fraction(0)), len(ordered)
    if not total:
        return ()
    sums = accumulate(ordered, initial=Fraction(0))
    return tuple((Fraction(place, number), one / total) for place, one in enumerate(sums))
