"""What it would cost a body to attend the groups that were kept: one by one, and those that cost alike together."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import NamedTuple

from queries.burden.load import Load
from queries.burden.places import exact
from queries.burden.retained import Change, Retained, Why
from queries.burden.saving_between import Between
from queries.burden.saving_sides import Side
from queries.burden.saving_words import why_asked
from queries.burden.savings import Kept, Numbered
from queries.reads.groups import GroupRow


class Hours(NamedTuple):
    """The load of the places that are different, before and after, all hours known after, and what they rest on."""

    before: Load
    after: Load
    all_after: Fraction
    assumed: tuple[str, ...]


def kept_of(body: str, retained: Retained, change: Change, between: Between, hours: Hours) -> Kept:
    """Return what it would cost a body to attend one group that was kept, or a set of them."""
    one, other = between.before, between.after
    number, number_from = _how_many(body, retained, change, one, other)
    each, as_before = _hours_of_one(retained, one, other)
    known = each is not None and hours.before.is_exact and hours.after.is_exact
    why_rhythm = (one.supposed.why_rhythm.get(one.own(retained.group), ()) if as_before else ()) or (
        other.supposed.why_rhythm.get(retained.group, ())
    )
    kept = Kept(
        group=retained.group,
        number=number,
        each=each,
        table=(),
        break_even=None,
        why_asked=why_asked(retained, change, other.known),
        number_from=number_from,
        as_before=as_before,
        assumed=tuple(dict.fromkeys((*hours.assumed, *why_rhythm))) if each is not None else (),
    )
    return _counted(kept, hours) if known else kept


def together(singly: Iterable[Kept], hours: Hours) -> tuple[Kept, ...]:
    """Put groups together that cost as much to attend each, so that the figures are those of any number of them.

    A figure for one of them alone would leave out that a body may attend the others as well.
    """
    alike: dict[Fraction | str, list[Kept]] = {}
    for one in singly:
        alike.setdefault(one.group if one.each is None or not one.table else one.each, []).append(one)
    return tuple(_counted(_joint(some), hours) if len(some) > 1 else some[0] for some in alike.values())


def _joint(some: list[Kept]) -> Kept:
    first, *others = some
    guessed = [one.number_from for one in some if one.number_from is not Numbered.KNOWN]
    return first._replace(
        beside=tuple(one.group for one in others),
        number=sum(one.number or 0 for one in some),
        number_from=guessed[0] if guessed else Numbered.KNOWN,
        why_asked=" ".join(dict.fromkeys(one.why_asked for one in some)),
        as_before=any(one.as_before for one in some),
        assumed=tuple(dict.fromkeys(reason for one in some for reason in one.assumed)),
    )


def _counted(kept: Kept, hours: Hours) -> Kept:
    """Fill in the hours for each number attended, and with how many nothing is saved any more."""
    if kept.each is None:
        return kept
    table = tuple(hours.all_after + attended * kept.each for attended in range((kept.number or 0) + 1))
    even = max((hours.before.hours - hours.after.hours) / kept.each, Fraction(0)) if kept.each else None
    return kept._replace(table=table, break_even=even)


def _hours_of_one(retained: Retained, one: Side, other: Side) -> tuple[Fraction | None, bool]:
    """Return the hours a year that attending a group takes, and whether it is taken to meet as before.

    Where it is left open whether a group goes on, that it goes on as it was is one of the answers.
    """
    told = _hours(other.supposed.groups.get(retained.group))
    if told is not None or retained.why is not Why.LEFT_OPEN:
        return told, False
    before = _hours(one.supposed.groups.get(one.own(retained.group)))
    later = _hours(other.rows_in_force.get(retained.group))
    return (before, before is not None) if later in (None, before) else (later, False)


def _hours(row: GroupRow | None) -> Fraction | None:
    per_year, hours = (exact(row.per_year), exact(row.hours)) if row else (None, None)
    return None if per_year is None or hours is None else per_year * hours


def _how_many(body: str, retained: Retained, change: Change, one: Side, other: Side) -> tuple[int, Numbered]:
    """Return how many groups a kept group stands for that this body might attend, and where the number is from."""
    entity = other.known.entities[retained.group]
    if not entity.set:
        return 1, Numbered.KNOWN
    claimed = other.known.said.given(retained.group, "count")
    number, number_from = len(change.originals), Numbered.ORIGINALS
    if entity.how_many is not None:
        number, number_from = entity.how_many, Numbered.KNOWN
    elif claimed is not None and isinstance(claimed.value, int):
        number, number_from = claimed.value, Numbered.CLAIMED
    sat_on = sum(one.sits(body, original) for original in change.originals)
    if retained.why is Why.PART and number == len(change.originals) > sat_on:
        return sat_on, Numbered.OWN
    return number, number_from
