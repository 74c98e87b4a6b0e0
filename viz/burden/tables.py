"""The tables of a calculation: bodies, posts and people, pairs of groups. A column with nothing in it is left out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from queries.burden.load import of_a_year
from queries.burden.load_in_words import in_figures
from queries.burden.results import BodyLoad, Duplicated, Interval
from queries.wording import joined
from viz.burden.teller import (
    CANNOT,
    CONDITIONAL,
    Teller,
    by_hours,
    count,
    hours_cell,
    how_weak,
    is_assumed,
    is_unknown,
    meetings_cell,
    ratio,
    seats_cell,
    unknown_cell,
)
from viz.paper import Block, Heading, Paragraph, Table
from viz.wording import date, percent

MOST = 40
"""Rows of a table in a paper; a workbook has them all."""
_PAIRS = 15
"""Pairs of groups in a paper, unless more are flagged."""
SEVERAL = 2
"""Bodies that two groups share at least where a paper tells of them; a workbook has the others too."""


class _Column(NamedTuple):
    heading: str
    cell: Callable[[BodyLoad], str]
    is_needed: Callable[[BodyLoad], object] = bool


def body_blocks(teller: Teller) -> Iterator[Block]:
    """Tell what each body bears."""
    loads = by_hours([load for load in teller.burden.bodies if load.load.seats or load.supporting or load.unshared])
    if not loads:
        return
    yield Heading(1, "What each body bears")
    seated = [load for load in loads if load.load.seats]
    if seated:
        yield from _table(seated, (_Column("Body", teller.entry), *_OF_ALL, _of_bodies(teller)), "bodies")
    yield from _beside(loads, teller)


def sitter_blocks(teller: Teller) -> Iterator[Block]:
    """Tell what the posts and people bear that have more than one seat."""
    sitters = [load for load in teller.burden.sitters if load.load.seats]
    if not sitters:
        return
    several = by_hours([load for load in sitters if load.load.seats > 1])
    people = any(teller.is_person(load.who) for load in sitters)
    yield Heading(1, "Posts and people" if people else "Posts")
    if several:
        first = "Post or person" if people else "Post"
        yield from _table(several, (_Column(first, teller.entry), *_OF_ALL, *_OF_SITTERS), "posts and people")
        yield from _clashes(several, teller)
    single = len(sitters) - len(several)
    if single:
        more = "more " if several else ""
        each = "" if single == 1 else " each"
        has = count(single, f"{more}post or person has", f"{more}posts or people have")
        yield Paragraph(f"{has} one seat{each}.")


def pair_blocks(teller: Teller) -> Iterator[Block]:
    """Tell which groups share bodies, and the hours on both."""
    shown = (pair for pair in teller.burden.pairs if pair.flagged or len(pair.shared) >= SEVERAL)
    pairs = sorted(shown, key=lambda one: (not one.flagged, -one.hours, -len(one.shared)))
    if not pairs:
        return
    yield Heading(1, "Groups that share bodies")
    yield Paragraph(
        "Bodies are counted by whom each seat is for. The hours on both are, for each body that sits on both, the "
        "lesser of its hours on the one and on the other. Shares like these move both ways as more evidence is counted "
        f"(here: {teller.burden.level.value}), so the numbers that they are made of stand beside them."
    )
    header = ("Groups", "Bodies on each", "Shared", "Of the smaller", "Of all on either", "Hours a year on both")
    flagged = [pair for pair in pairs if pair.flagged]
    most = max(_PAIRS, min(len(flagged), MOST))
    yield Table(header, tuple(_pair(pair, teller) for pair in pairs[:most]))
    if len(pairs) > most:
        yield _left_out(len(pairs) - most, "pairs")
    if flagged:
        yield Paragraph(
            "Pairs marked with an asterisk are neither above one another nor for different purposes or places, as far "
            "as is known, and share most of their bodies: candidates to ask about."
        )


def _table(loads: Sequence[BodyLoad], columns: Sequence[_Column], what: str) -> Iterator[Block]:
    shown = [column for column in columns if any(map(column.is_needed, loads))]
    rows = tuple(tuple(column.cell(load) for column in shown) for load in loads[:MOST])
    yield Table(tuple(column.heading for column in shown), rows)
    if len(loads) > MOST:
        yield _left_out(len(loads) - MOST, what)


def _left_out(number: int, what: str) -> Block:
    return Paragraph(f"{number} more {what} with lower figures are not listed here; the workbook has them all.")


def _always(_load: BodyLoad) -> bool:
    return True


def _seats(load: BodyLoad) -> str:
    return seats_cell(load.load) + (CONDITIONAL if any(map(is_assumed, load.places)) else "")


def _is_known(load: BodyLoad) -> bool:
    return load.load.seats > load.load.without_rhythm


def _is_known_in_part(load: BodyLoad) -> bool:
    return 0 < load.load.without_hours < load.load.seats


def _share(load: BodyLoad) -> str:
    if is_unknown(load.load) or load.share is None:
        return CANNOT
    return percent(load.share)


def _per_fte(load: BodyLoad) -> str:
    if load.per_fte is None:
        return "not evidenced"
    if is_unknown(load.load):
        return CANNOT
    return ("" if load.load.is_exact else "at least ") + in_figures(load.per_fte) + _if_assumed(load)


def _twice(load: BodyLoad) -> str:
    return percent(load.duplicated) + _if_assumed(load)


def _if_assumed(load: BodyLoad) -> str:
    return CONDITIONAL if load.load.assumed else ""


def _between(interval: Interval | None) -> str:
    if interval is None:
        return ""
    if interval.least == interval.most:
        return in_figures(interval.least)
    return f"{in_figures(interval.least)} to {in_figures(interval.most)}"


def _of_a_year(load: BodyLoad) -> str:
    if is_unknown(load.load):
        return CANNOT
    share = f"{float(Fraction(*of_a_year(load.load)) * 100):.1f}%{_if_assumed(load)}"
    return share if load.load.is_exact else f"at least {share}"


def _weak(load: BodyLoad) -> str:
    return "; ".join(f"{number} {told}" for number, told in how_weak(load.places))


_OF_ALL = (
    _Column("Seats", _seats, _always),
    _Column("Of these not plainly stated", lambda load: _weak(load) or "none", _weak),
    _Column("Meetings a year", lambda load: meetings_cell(load.load), _is_known),
    _Column("Hours a year in meetings", lambda load: hours_cell(load.load), _always),
    _Column("Not known for", lambda load: unknown_cell(load.load), _is_known_in_part),
    _Column("Hours within the bounds", lambda load: _between(load.interval), lambda load: load.interval),
)  # fmt: skip


def _of_bodies(teller: Teller) -> _Column:
    heading = f"Part of all hours{CONDITIONAL if teller.burden.assumed else ''}"
    return _Column(heading, _share, lambda load: load.share)


_BESIDE = (
    _Column("Hours per full-time post", _per_fte, lambda load: load.per_fte is not None),
    _Column("Part of its hours on groups that share most of their bodies", _twice, lambda load: load.duplicated),
    _Column("In attendance, no seat", lambda load: str(load.supporting), lambda load: load.supporting),
    _Column(
        "Groups on which several sit for it and others",
        lambda load: str(len({place.group for place in load.unshared})),
        lambda load: load.unshared,
    ),
    _Column(
        "Hours a year of preparation and travel",
        lambda load: _at_least(load.load.beside, load.load.without_beside, load.load.seats),
        lambda load: load.load.beside,
    ),
    _Column(
        "Pounds a year",
        lambda load: _at_least(load.load.cost, load.load.without_rate, load.load.seats),
        lambda load: load.load.cost,
    ),
)
_OF_SITTERS = (
    _Column("Part of a full-time year", _of_a_year, lambda load: load.load.hours),
    _Column("Clashing days", lambda load: str(len(load.clashes)), lambda load: load.clashes),
    _Column("In attendance, no seat", lambda load: str(load.supporting), lambda load: load.supporting),
)


def _clashes(loads: Sequence[BodyLoad], teller: Teller) -> Iterator[Block]:
    told = [
        f"{teller.entry(load)} on {date(day)} ({teller.name(one)} and {teller.name(other)})"
        for load in loads
        for day, one, other in load.clashes
    ]
    if told:
        more = f"; {len(told) - MOST} more are in the workbook" if len(told) > MOST else ""
        yield Paragraph(f"Two groups meet on the same day for {joined(told[:MOST])}{more}.")


def _beside(loads: Sequence[BodyLoad], teller: Teller) -> Iterator[Block]:
    """Tell of the bodies of which more is known than their hours in meetings."""
    known = [load for load in loads if any(column.is_needed(load) for column in _BESIDE)]
    if known:
        yield Paragraph("Besides, of the bodies of which it is known:")
        yield from _table(known, (_Column("Body", teller.entry), *_BESIDE), "bodies")


def _at_least(number: Fraction, unknown: int, seats: int) -> str:
    if not seats:
        return ""
    if unknown == seats and not number:
        return CANNOT
    return f"at least {in_figures(number)}" if unknown else in_figures(number)


def _pair(pair: Duplicated, teller: Teller) -> tuple[str, ...]:
    return (
        f"{teller.group(pair.one)}; {teller.group(pair.other)}{' *' if pair.flagged else ''}",
        f"{pair.on_one} and {pair.on_other}",
        str(len(pair.shared)),
        ratio(pair.of_the_smaller),
        ratio(pair.of_all),
        on_both(pair, teller),
    )


def on_both(pair: Duplicated, teller: Teller) -> str:
    """Write the hours that shared bodies spend on both groups, as far as they are known."""
    if pair.unknown >= len(pair.shared):
        return CANNOT
    conditional = CONDITIONAL if teller.is_conditional(pair) else ""
    if not pair.unknown:
        return in_figures(pair.hours) + conditional
    return f"at least {in_figures(pair.hours)}{conditional} (not known for {pair.unknown} of {len(pair.shared)})"
