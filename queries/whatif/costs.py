"""What a body's hours come to if a group of which nothing is said goes on as it meets today."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from queries.burden.places import exact
from queries.burden.savings import Kept, Saving
from queries.whatif.change import Fate
from queries.whatif.sides import Sides


def as_they_meet_today(savings: Iterable[Saving], sides: Sides) -> Iterator[Saving]:
    """Yield savings with what it costs to attend groups that are left open, at the rhythm that they have today.

    Afterwards nothing is known of such a group, not even that it meets; but that it may go on as now is one of the
    answers that are asked for, and the figures are told for each of them.
    """
    for saving in savings:
        kept = tuple(_as_today(one, saving, sides) for one in saving.kept)
        filled = [one for one, was in zip(kept, saving.kept, strict=True) if one != was]
        if not filled:
            yield saving
            continue
        names = [sides.name(one.group) for one in filled]
        gone = {
            f"How often or how long {name} {verb} is not evidenced." for name in names for verb in ("meets", "meet")
        }
        conditions = [condition for condition in saving.conditions if condition not in gone]
        conditions += [f"If {name} goes on, it is taken to meet as it does today." for name in names]
        yield saving._replace(kept=kept, conditions=tuple(conditions))


def _as_today(kept: Kept, saving: Saving, sides: Sides) -> Kept:
    row = sides.supposed_before.groups.get(kept.group)
    if kept.each is not None or row is None or sides.told.fates.get(kept.group) is not Fate.UNKNOWN:
        return kept
    per_year, hours = exact(row.per_year), exact(row.hours)
    if per_year is None or hours is None:
        return kept
    each = per_year * hours
    if not (saving.before.is_exact and saving.after.is_exact):
        return kept._replace(each=each)
    table = tuple(saving.after.hours + attended * each for attended in range((kept.number or 0) + 1))
    even = max((saving.before.hours - saving.after.hours) / each, Fraction(0)) if each else None
    return kept._replace(each=each, table=table, break_even=even)
