"""The burden of a structure: what is asked settled, assumptions read, bounds and limits taken from the profile."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

    from answerable.asking import Asked
    from answerable.assumptions import Given
    from graphmodel.structure import Structure
    from queries.burden.doubled import Limits
    from queries.burden.results import Burden
    from queries.profile import Profile


def burden_of(
    structure: Structure,
    asked: Asked,
    *,
    assume: Given = None,
    intervals: bool = False,
    chair_factor: Fraction | int = 1,
) -> Burden:
    """Work out what seats cost. Raises InputError where the file of assumptions is not what it should be."""
    from answerable.assumptions import read_assumptions
    from queries.burden.assumed import supposed
    from queries.burden.burden import burden
    from queries.burden.intervals import bounds_of
    from queries.engines.memory import MemoryEngine
    from queries.facts.known import Known

    assumptions = read_assumptions(assume, structure, spare=True)
    known = Known(MemoryEngine(structure), asked.as_of, asked.evidence)
    return burden(
        supposed(known, assumptions),
        title=structure.title,
        bounds=bounds_of(asked.profile) if intervals else None,
        chair_factor=chair_factor,
        limits=_limits(asked.profile),
    )


def remarks_on(structure: Structure, assume: Given) -> Iterator[str]:
    """Yield a remark on each name in a file of assumptions that is nothing in a structure, and so is not used."""
    from answerable.assumptions import read_assumptions, unknown_names

    yield from unknown_names(read_assumptions(assume, structure, spare=True), structure)


def _limits(profile: Profile) -> Limits:
    """Return the limits of REP-02 in a profile, so that the same pairs are flagged as an audit tells of."""
    from queries.burden.doubled import LIMITS, Limits

    own = profile.values("REP-02")
    return Limits(
        int(own.get("shared_bodies", LIMITS.shared_bodies)),
        float(own.get("overlap", LIMITS.overlap)),
    )
