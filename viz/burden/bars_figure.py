"""Hours a year by body as bars: what is known, what rests on an assumption, and what is not known, hatched."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from graphmodel.structure import Structure
from queries.burden.load import load as load_of
from queries.burden.load_in_words import in_figures
from queries.burden.results import BodyLoad, Burden
from viz.burden.sheet import EDGE, HEIGHT, KEY, SMALL, SMALLEST, TEXT, WIDTH, Figure, framed, key, short
from viz.burden.teller import CONDITIONAL, Teller, by_hours, capital, count, is_unknown
from viz.drawing.drawing import Corners, Drawing, Mark, Oblong, Part, Words
from viz.map.theme import CLUSTER_LINE, FAINT, INK, PAPER, QUIET
from viz.text import width

SHEETS = 3
"""The most sheets; bodies with no room on them are counted in the caption."""
_ROW = 15.0
_BAR = 8.0
_STUB = 16.0
"""How long the hatched end of a bar is where nothing tells how much is not known."""
_TOLD = 172.0
"""The room for the words beside a bar."""
_NAMES = 150.0
_AXIS = 24.0
_AROUND = 150.0
"""The height of title, caption, axis, key and foot."""
_KNOWN, _ASSUMED, _LEAST = "#3c4f63", "#c3c9cf", "#e4e7ea"
_TICKS = 5
_GAP = 6.0


class _Bar(NamedTuple):
    """A body with its hours: known from sources, with what is assumed, and between what bounds the whole lies."""

    load: BodyLoad
    name: str
    stated: Fraction
    known: Fraction

    @property
    def most(self) -> Fraction:
        return max(self.known, self.load.interval.most) if self.load.interval else self.known


class _Scale(NamedTuple):
    left: float
    room: float
    most: Fraction
    """The hours at the right end."""

    def x(self, hours: Fraction) -> float:
        return self.left + float(hours / self.most) * self.room if self.most else self.left


def bars_figure(
    burden: Burden, structure: Structure, *, names: bool = False, whole: bool = True
) -> tuple[Drawing, ...]:
    """Draw the hours of each body with a seat, the most first: a sheet, or several where they are many.

    Where no hours are known of any body, and no bounds are taken, there is nothing to draw.
    """
    teller = Teller(burden, structure, names=names, whole=whole)
    loads = by_hours([load for load in burden.bodies if load.load.seats])
    if all(is_unknown(load.load) and load.interval is None for load in loads):
        return ()
    each = int((HEIGHT - _AROUND) / _ROW)
    bars = [_bar(load, teller) for load in loads[: each * SHEETS]]
    sheets = [bars[start : start + each] for start in range(0, len(bars), each)]
    left = len(loads) - len(bars)
    return tuple(
        _sheet(sheet, max(bar.most for bar in bars), teller, _caption(number, len(sheets), left, burden))
        for number, sheet in enumerate(sheets, start=1)
    )


def _bar(load: BodyLoad, teller: Teller) -> _Bar:
    stated = load_of([place for place in load.places if not place.assumed]).hours
    each = "" if load.stands_for == 1 else " (each)"
    return _Bar(load, f"{teller.name(load.who)}{each}", min(stated, load.load.hours), load.load.hours)


def _caption(number: int, sheets: int, left: int, burden: Burden) -> str:
    told = "Hours a year in meetings, counting attendance alone."
    if any(load.interval for load in burden.bodies):
        told += f" {capital(burden.bounds)}"
    elif any(not load.load.is_exact for load in burden.bodies):
        told += " A hatched end stands for what is not known; its length says nothing."
    if sheets > 1:
        told += f" Sheet {number} of {sheets}."
    if left:
        told += f" Not shown, for want of room: {count(left, 'body', 'bodies')} with the lowest figures."
    return told


def _sheet(bars: Sequence[_Bar], most: Fraction, teller: Teller, caption: str) -> Drawing:
    label = min(max(width(bar.name, TEXT) for bar in bars), _NAMES)
    left = EDGE + label + _GAP
    scale = _Scale(left, WIDTH - EDGE - _TOLD - _STUB - _GAP - left, _round_up(most))
    words = _words(bars)
    parts = ((tuple(_chart(bars, scale, label)), len(bars) * _ROW + (_AXIS if scale.most else 0)), _key(bars))
    return framed(teller, "Hours that each body spends in meetings", teller.text(caption), parts, words)


def _chart(bars: Sequence[_Bar], scale: _Scale, label: float) -> Iterator[Mark]:
    bottom = len(bars) * _ROW
    yield from _axis(scale, bottom)
    for number, bar in enumerate(bars):
        y = number * _ROW
        base = y + _ROW / 2 + TEXT * 0.36
        told = _told(bar)
        marks = (
            Words(short(bar.name, label, TEXT), EDGE + label, base, TEXT, anchor="end"),
            *_strips(bar, scale, y + (_ROW - _BAR) / 2),
            Words(short(told, _TOLD, SMALL), WIDTH - EDGE - _TOLD, base, SMALL),
        )
        yield Part(marks, f"{bar.name}: {told}")


def _axis(scale: _Scale, bottom: float) -> Iterator[Mark]:
    yield Corners(((scale.left, 0.0), (scale.left, bottom)), stroke=QUIET, weight=0.8)
    if not scale.most:
        return
    step = scale.most / _TICKS
    for number in range(_TICKS + 1):
        x = scale.x(step * number)
        if number:
            yield Corners(((x, 0.0), (x, bottom)), stroke=CLUSTER_LINE, weight=0.5)
        yield Words(in_figures(step * number), x, bottom + 9.0, SMALLEST, colour=QUIET, anchor="middle")
    yield Words("hours a year", scale.left, bottom + 19.0, SMALLEST, colour=QUIET)


def _strips(bar: _Bar, scale: _Scale, y: float) -> Iterator[Mark]:
    """Yield what is known, what is assumed and what is not known, one after another."""
    start, stated, known = scale.left, scale.x(bar.stated), scale.x(bar.known)
    if bar.stated:
        yield Oblong(start, y, stated - start, _BAR, fill=_KNOWN)
    if bar.known > bar.stated:
        yield Oblong(stated, y, known - stated, _BAR, _ASSUMED, INK, 0.7, dash=(2.0, 1.5))
    interval = bar.load.interval
    if interval is not None and bar.most > bar.known:
        least = scale.x(max(interval.least, bar.known))
        if least > known:
            yield Oblong(known, y, least - known, _BAR, _LEAST, QUIET, 0.6)
        yield Oblong(least, y, scale.x(bar.most) - least, _BAR, PAPER, QUIET, 0.6, hatch=FAINT)
    elif interval is None and not bar.load.load.is_exact:
        yield Oblong(known, y, _STUB, _BAR, PAPER, QUIET, 0.6, hatch=FAINT)


def _told(bar: _Bar) -> str:
    load = bar.load.load
    conditional = CONDITIONAL if load.assumed else ""
    missing = count(load.without_hours, "seat")
    if bar.load.interval is not None and bar.most > bar.known:
        least = in_figures(max(bar.load.interval.least, bar.known))
        return f"{least} to {in_figures(bar.most)}; not known for {missing}{conditional}"
    if is_unknown(load):
        return f"cannot be told ({missing})"
    if load.without_hours:
        return f"{in_figures(load.hours)} and what is not known ({missing}){conditional}"
    return f"{'' if load.is_exact else 'at least '}{in_figures(load.hours)}{conditional}"


def _key(bars: Sequence[_Bar]) -> Figure:
    y, tall = (KEY - _BAR) / 2, _BAR
    open_ = [bar for bar in bars if not bar.load.load.is_exact]
    within = any(bar.load.interval for bar in open_)
    entries = (
        (any(bar.stated for bar in bars), Oblong(0, y, KEY, tall, fill=_KNOWN), "known"),
        (
            any(bar.known > bar.stated for bar in bars),
            Oblong(0, y, KEY, tall, _ASSUMED, INK, 0.7, dash=(2.0, 1.5)),
            "rests on an assumption",
        ),
        (
            any(bar.load.interval and bar.load.interval.least > bar.known for bar in open_),
            Oblong(0, y, KEY, tall, _LEAST, QUIET, 0.6),
            "not known, taken at its least",
        ),
        (
            bool(open_),
            Oblong(0, y, KEY, tall, PAPER, QUIET, 0.6, hatch=FAINT),
            "not known, up to its most" if within else "not known: how much cannot be told",
        ),
    )
    return key([((mark,), words) for is_there, mark, words in entries if is_there])


def _words(bars: Sequence[_Bar]) -> str:
    first = "; ".join(f"{bar.name}: {_told(bar)}" for bar in bars)
    return f"Bars: {count(len(bars), 'body', 'bodies')}, the most hours a year in meetings first. {capital(first)}."


def _round_up(most: Fraction) -> Fraction:
    """Return the end of the axis: a number whose fifths are easy to read, no less than the most hours."""
    if not most:
        return most
    step = Fraction(1)
    while step * _TICKS > most:
        step /= 10
    while True:
        for factor in (1, Fraction(3, 2), 2, 3, 4, 5, 6, 8):
            if step * factor * _TICKS >= most:
                return step * factor * _TICKS
        step *= 10
