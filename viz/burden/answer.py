"""The short answer to what seats ask: who bears most, how much is known, how unevenly, which groups share bodies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from queries.burden.load_in_words import in_figures
from queries.burden.results import BodyLoad, Burden, Duplicated
from queries.wording import joined
from viz.burden.tables import SEVERAL
from viz.burden.teller import (
    CONDITIONAL,
    Teller,
    by_hours,
    capital,
    count,
    hours_cell,
    is_assumed,
    is_unknown,
    seats_cell,
    unknown_cell,
)
from viz.statement.words import number
from viz.wording import date, percent

_NAMED = 3
"""How many pairs are named before they are only counted."""
_ALIKE = 5
"""How many bodies with the same load are named."""
_FEW = 3
"""Bodies below which it says nothing how evenly hours are spread."""


def short_answer(teller: Teller) -> Iterator[str]:
    """Yield the answer in sentences, a paragraph each."""
    burden = teller.burden
    yield _how_many(teller)
    if not burden.total.seats:
        return
    if burden.bodies:
        yield _most(teller)
    yield _known(burden)
    spread = _spread(burden)
    if spread:
        yield spread
    yield _twice(teller)
    if burden.assumed:
        rests = "one assumption" if len(burden.assumed) == 1 else f"{len(burden.assumed)} assumptions"
        yield (
            f"Some of this rests on {rests} that no source states. Figures marked as conditional hold only if what is "
            "assumed does; it is told at the end."
        )


def _how_many(teller: Teller) -> str:
    burden = teller.burden
    seats = burden.total.seats
    if not seats:
        return f"As at {date(burden.as_of)}, no seat on any group is evidenced, so there is nothing to work out."
    bodies = sum(bool(load.load.seats) for load in burden.bodies)
    assumed = _assumed_seats(teller)
    least = "at least " if burden.total.uncounted else ""
    held = count(bodies, "body", "bodies") if bodies else "no body that is known"
    told = (
        f"As at {date(burden.as_of)}, {least}{count(seats, 'seat')} on {count(len(teller.seated), 'group')} "
        f"{'is' if seats == 1 and not least else 'are'} {'counted' if assumed else 'known'}, held for {held}."
    )
    if assumed:
        told += f" {assumed} of the seats {_is(assumed)} assumed."
    without = sum(place.number for place in burden.nobody)
    if without and bodies:
        told += f" {without} of the seats {'counts' if without == 1 else 'count'} for no body that is known."
    beside = teller.unshared(place for load in burden.bodies for place in load.unshared)
    told += "".join(f" {sentence}" for sentence in beside)
    return told


def _assumed_seats(teller: Teller) -> int:
    """Count the seats that no source states, each once whoever it counts for."""
    places = {(place.sitter, place.group): place for place in teller.places}
    return sum(place.number for place in places.values() if is_assumed(place))


def _most(teller: Teller) -> str:
    loads = by_hours([load for load in teller.burden.bodies if load.load.seats])
    known = [load for load in loads if not is_unknown(load.load)]
    if not known:
        return f"{_CANNOT} {_most_seats(loads, teller)}{_within(loads, teller)}"
    top = [load for load in known if load.load.hours == known[0].load.hours]
    if len(loads) > 1 and any(not load.load.is_exact for load in (top if len(top) > 1 else loads)):
        near = [load for load in known if 2 * load.load.hours >= known[0].load.hours]
        if len(top) > 1 or not _is_surely_most(known[0], loads):
            return f"{_for_some(near, top, teller, everybody=len(top) == len(loads))} {_OPEN}{_each(near, teller)}"
    so_far = "" if all(load.load.is_exact for load in loads) else ", as far as it is known"
    if len(top) > 1:
        exact = all(load.load.is_exact for load in top)
        hours = f"{'' if exact else 'at least '}{in_figures(top[0].load.hours)} hours a year in meetings each"
        hours += CONDITIONAL if any(load.load.assumed for load in top) else ""
        if len(top) == len(loads):
            return f"All bodies are asked alike{so_far}: {hours}.{_within(top, teller)}"
        return f"Most is asked of {_top(top, teller)}{so_far}: {hours}.{_within(top, teller)}"
    share = top[0].share
    whole = "of the hours of all bodies" if not so_far else "of all hours that are known"
    part = f", {percent(share)} {whole}" if share is not None and len(loads) > 1 else ""
    return (
        f"Most is asked of {_top(top, teller)}{so_far}: {_seats(top[0])} and {hours_cell(top[0].load)} hours a year in "
        f"meetings{part}.{_within(top, teller)}"
    )


def _is_surely_most(first: BodyLoad, loads: Sequence[BodyLoad]) -> bool:
    """Tell whether the known hours of the first are no fewer than the most that any other may have."""
    return all(load is first or load.load.is_exact or _has_at_most(load, first.load.hours) for load in loads)


def _has_at_most(load: BodyLoad, hours: Fraction) -> bool:
    return load.interval is not None and load.interval.most <= hours


def _for_some(near: Sequence[BodyLoad], top: Sequence[BodyLoad], teller: Teller, *, everybody: bool) -> str:
    """Say for whom most hours are known: with the next that have at least half as many, where others may have more."""
    if len(top) > 1:
        conditional = CONDITIONAL if any(load.load.assumed for load in top) else ""
        hours = f"{in_figures(top[0].load.hours)} a year in meetings each{conditional}"
        some = sum(not load.load.is_exact for load in top)
        alike = "As many hours are known of every body"
        whom = alike if everybody else f"The most hours are known of {_top(top, teller)}"
        return f"{whom}: {hours}; for {some} of them not all is known."
    told = (
        f"{teller.called(load.who)} ({hours_cell(load.load)}"
        + (f"; not known for {unknown_cell(load.load)})" if load.load.without_hours else ")")
        for load in near[:_ALIKE]
    )
    return f"The most hours a year in meetings are known for {joined(told)}."


def _each(near: Sequence[BodyLoad], teller: Teller) -> str:
    return "".join(_within((load,), teller) for load in near[:_ALIKE])


_OPEN = "Who bears most cannot be told."
_CANNOT = (
    "How many hours that comes to cannot be told for any body: how often or how long the groups meet is not evidenced."
)


def _most_seats(loads: Sequence[BodyLoad], teller: Teller) -> str:
    most = max(load.load.seats for load in loads)
    top = [load for load in loads if load.load.seats == most]
    if len(top) == len(loads) > 1:
        return f"All bodies have the same number of seats: {most}."
    each = " each" if len(top) > 1 or top[0].stands_for != 1 else ""
    conditional = CONDITIONAL if any(map(is_assumed, top[0].places)) else ""
    return f"By seats, most is asked of {_top(top, teller)}, with {count(most, 'seat')}{each}{conditional}."


def _within(loads: Sequence[BodyLoad], teller: Teller) -> str:
    """Say between what bounds hours lie that are not all known, where somebody asked for that."""
    interval = loads[0].interval
    if interval is None or loads[0].load.is_exact or interval.least == interval.most:
        return ""
    least, most = map(in_figures, interval)
    return f" Within the bounds told at the end, the hours of {teller.called(loads[0].who)} are {least} to {most}."


def _seats(load: BodyLoad) -> str:
    each = " each" if load.stands_for != 1 else ""
    return f"{seats_cell(load.load)} {'seat' if load.load.seats == 1 else 'seats'}{each}"


def _top(loads: Sequence[BodyLoad], teller: Teller) -> str:
    if len(loads) > _ALIKE:
        return f"{len(loads)} bodies alike"
    return teller.all_called(load.who for load in loads)


def _known(burden: Burden) -> str:
    total = burden.total
    told = "known or assumed" if burden.assumed else "known"
    if total.is_exact:
        return f"How often and how long the groups meet is {told} for every seat."
    if not total.without_hours:
        return (
            f"How often and how long the groups meet is {told} for every seat, but not how many groups some of them "
            "are on: those figures are “at least”."
        )
    if is_unknown(total):
        return (
            "No group with a known seat has both evidenced. The seats stand as they are; whoever chairs or services "
            "the groups can say how often and how long they meet."
        )
    known, seats = total.known_share
    return (
        f"How often and how long the group meets is {told} for {known} of {count(seats, 'seat')}. Nothing is put in "
        f"for the other{'' if seats - known == 1 else f' {seats - known}'}: figures that lack "
        f"{'it' if seats - known == 1 else 'them'} are “at least”, and a body with a low figure may bear more than one "
        "with a high one."
    )


def _spread(burden: Burden) -> str:
    spread = burden.spread
    if spread.gini is None or spread.bodies < _FEW:
        return ""
    if not spread.gini:
        return f"The hours that are known are the same for each of {spread.bodies} bodies (Gini: 0)."
    lower = _share_of_lower_half(spread.lorenz)
    told = (
        f"The half of the bodies that bear least has {percent(lower)} of the hours that are known; were all alike, it "
        f"would be 50% (how unevenly, as Gini: {in_figures(spread.gini)}; 0 is all alike, 1 is all on one)."
    )
    if burden.assumed:
        told += " That is conditional too."
    if spread.partly_known or spread.not_known:
        left = f"; {count(spread.not_known, 'body', 'bodies')} with no hours known {_is(spread.not_known)} left out"
        told += f" For {spread.partly_known} of these {spread.bodies} bodies the hours are only “at least”"
        told += f"{left if spread.not_known else ''}."
    return told


def _is(number: int) -> str:
    return "is" if number == 1 else "are"


def _share_of_lower_half(lorenz: Sequence[tuple[Fraction, Fraction]]) -> Fraction:
    """Read the Lorenz curve at one half, between two of its points in proportion."""
    half = Fraction(1, 2)
    before = max(point for point in lorenz if point[0] <= half)
    after = min(point for point in lorenz if point[0] >= half)
    if after[0] == before[0]:
        return before[1]
    return before[1] + (half - before[0]) / (after[0] - before[0]) * (after[1] - before[1])


def _twice(teller: Teller) -> str:
    flagged = [pair for pair in teller.burden.pairs if pair.flagged]
    if not flagged:
        return (
            "No two groups that meet for like reasons are known to share most of their bodies."
            if any(len(pair.shared) >= SEVERAL for pair in teller.burden.pairs)
            else "No two groups are known to share two bodies or more."
        )
    pairs = sorted(flagged, key=lambda pair: -pair.hours)
    verb = "shares most of its bodies" if len(pairs) == 1 else "share most of their bodies"
    more = f"; the other {len(pairs) - _NAMED} are listed below" if len(pairs) > _NAMED else ""
    told = "; ".join(_pair(pair, teller) for pair in pairs[:_NAMED])
    pair = "pair" if len(pairs) == 1 else "pairs"
    return (
        f"{capital(number(len(pairs)))} {pair} of groups {verb}: {told}{more}. That is a question and no fault: groups "
        "with the same bodies may have different work."
    )


def _pair(pair: Duplicated, teller: Teller) -> str:
    names = f"{teller.called(pair.one)} and {teller.called(pair.other)}"
    shared, smaller = pair.of_the_smaller
    on = f"{names} ({shared} of the {smaller} bodies on the smaller"
    if pair.unknown >= len(pair.shared):
        return f"{on}; hours spent on both cannot be told)"
    least = "at least " if pair.unknown else ""
    conditional = CONDITIONAL if teller.is_conditional(pair) else ""
    return f"{on}; hours spent on both: {least}{in_figures(pair.hours)} a year{conditional})"
