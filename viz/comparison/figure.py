"""What structures measure at each level of evidence, as dots: where a dot moves, a conclusion may turn."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from graphmodel.evidence import EvidenceLevel
from queries.comparison.results import Compared, Comparison, Metric
from viz.about import About
from viz.comparison.described import said_of
from viz.comparison.sheet import HEAD, LEADING, MARGIN, TITLE, WIDTH, Columns, Laid, columns, paragraph, rule, shifted
from viz.comparison.words import LEVELS, at_levels, facts_words, value_of, value_words
from viz.drawing.drawing import Corners, Drawing, Mark, Oblong, Part, Ring, Words, moved
from viz.map.theme import CLUSTER_FILL, CLUSTER_LINE, FAINT, INK, PAPER, QUIET
from viz.text import width

_TEXT = 6.2
_ROW, _INSET, _DOT = 17.5, 8.0, 2.6


def levels_figure(comparison: Comparison, metrics: Sequence[str] = ()) -> Drawing:
    """Draw each figure of each structure at the three levels of evidence, on one scale a row.

    `metrics` are the ids of those to draw, all that are known of any structure unless some are named.
    """
    at = columns(len(comparison.structures))
    rows = [metric for metric in comparison.metrics if _is_drawn(metric, comparison, metrics)]
    marks: list[Mark] = []
    y = MARGIN - 6.0
    for above, laid in _blocks(comparison, rows, at):
        y += above
        marks += shifted(laid, y)
        y += laid.height
    title = "What structures measure at each level of evidence"
    return Drawing(WIDTH, round(y + MARGIN - 6.0, 2), title, _described(comparison, rows), tuple(marks), About(title))


def _is_drawn(metric: Metric, comparison: Comparison, metrics: Sequence[str]) -> bool:
    if metrics:
        return metric.id in metrics
    return any(number is not None for one in comparison.structures for number in _numbers(one, metric).values())


def _blocks(comparison: Comparison, rows: Sequence[Metric], at: Columns) -> Iterator[tuple[float, Laid]]:
    room = WIDTH - 2 * MARGIN
    yield 0.0, paragraph("What structures measure at each level of evidence", MARGIN, room, size=TITLE, bold=True)
    yield 2.0, _key()
    yield 4.0, _heads(comparison, at)
    yield 2.0, _table(comparison, rows, at)
    yield 4.0, paragraph(_CAPTION.format(version=comparison.version), MARGIN, room)


_CAPTION = (
    "How to read it. Each row is a figure, on one scale for all structures: shares from none to all, numbers from "
    "nought to the highest in the row. One mark alone says that a figure is the same at its level and at every weaker "
    "one; a stroke joins marks that differ. An arrow and “≥” say that more evidence can only raise a number; “known” "
    "says that a share is one of what is known, and may rise or fall. “not evidenced” stands where no level tells "
    "anything. † marks figures that put two structures in another order at another level. Method: answerable, "
    "comparison {version}."
)


def _heads(comparison: Comparison, at: Columns) -> Laid:
    marks: list[Mark] = []
    titles = [
        paragraph(one.title, left, at.width, size=HEAD, bold=True, most=3)
        for one, left in zip(comparison.structures, at.lefts, strict=True)
    ]
    high = max(laid.height for laid in titles)
    below = high
    for laid, one, left in zip(titles, comparison.structures, at.lefts, strict=True):
        marks += shifted(laid, high - laid.height)
        said = paragraph(f"{said_of(one, comparison)}; facts: {facts_words(one.coverage)}", left, at.width, size=_TEXT)
        marks += shifted(said, high + 1.0)
        below = max(below, high + 1.0 + said.height)
    return Laid(tuple(marks), below)


def _key() -> Laid:
    """Explain the marks: they differ in form, so that grey print will do."""
    marks: list[Mark] = []
    x = MARGIN + 4.0
    for level, words in LEVELS.items():
        marks += _dot(level, x, 5.0)
        marks.append(Words(words, round(x + 6.0, 2), 7.2, _TEXT))
        x += 18.0 + width(words, _TEXT)
    marks += _arrow(x, 5.0)
    marks.append(Words("at least: more evidence can only raise it", round(x + 9.0, 2), 7.2, _TEXT))
    return Laid(tuple(marks), 10.0)


def _table(comparison: Comparison, rows: Sequence[Metric], at: Columns) -> Laid:
    marks: list[Mark] = [rule(0.0, INK, 0.7)]
    turned = {flip.metric for flip in comparison.flips}
    for number, metric in enumerate(rows):
        top = number * _ROW
        if number:
            marks.append(rule(top, CLUSTER_LINE, 0.4))
        name = f"{metric.name}{'†' if metric.id in turned else ''}"
        label = paragraph(name, MARGIN, at.labels, size=_TEXT)
        marks += shifted(label, top + (_ROW - label.height) / 2)
        most = _most(metric, comparison)
        for one, left in zip(comparison.structures, at.lefts, strict=True):
            cell = _cell(one, metric, most, at.width)
            marks.append(Part(tuple(moved(mark, left, round(top, 2)) for mark in cell), _told(one, metric)))
    return Laid(tuple(marks), len(rows) * _ROW)


def _most(metric: Metric, comparison: Comparison) -> Fraction:
    if metric.share:
        return Fraction(1)
    known = [number for one in comparison.structures for number in _numbers(one, metric).values() if number is not None]
    return max([*known, Fraction(0)]) or Fraction(1)


def _numbers(one: Compared, metric: Metric) -> Mapping[EvidenceLevel, Fraction | None]:
    return {level: value_of(one, metric, level).number for level in EvidenceLevel}


class _Spot(NamedTuple):
    level: EvidenceLevel
    x: float


def _cell(one: Compared, metric: Metric, most: Fraction, wide: float) -> Iterator[Mark]:
    """Draw the figures of one structure on the scale of their row."""
    y = _ROW - 5.6
    numbers = _numbers(one, metric)
    spots = [
        _Spot(level, round(_INSET + float(number / most) * (wide - 2 * _INSET), 2))
        for level, number in numbers.items()
        if number is not None
    ]
    if not spots:
        yield Words("not evidenced", wide / 2, y + 0.6, _TEXT, colour=QUIET, anchor="middle")
        return
    yield Oblong(_INSET, round(y - 0.9, 2), round(wide - 2 * _INSET, 2), 1.8, CLUSTER_FILL, CLUSTER_LINE, 0.3)
    xs = [spot.x for spot in spots]
    if max(xs) - min(xs) > _DOT:
        yield Corners(((min(xs), y), (max(xs), y)), INK, 1.4)
    if value_words(metric, value_of(one, metric, spots[-1].level)).startswith("≥"):
        yield from _arrow(spots[-1].x + _DOT + 0.6, y)
    drawn = _apart(spots)
    for spot in reversed(drawn):
        yield from _dot(spot.level, spot.x, y)
    yield from _values(one, metric, drawn, wide)


def _apart(spots: Sequence[_Spot]) -> tuple[_Spot, ...]:
    """Leave out marks that stand where that of a firmer level does: one mark then stands for both."""
    kept: list[_Spot] = []
    for spot in spots:
        if all(abs(spot.x - other.x) > _DOT for other in kept):
            kept.append(spot)
    return tuple(kept)


def _values(one: Compared, metric: Metric, drawn: Sequence[_Spot], wide: float) -> Iterator[Words]:
    """Write the figure above its mark; where there are several, the first and the last."""
    ends = sorted({drawn[0], drawn[-1]}, key=lambda spot: spot.x)
    texts = [value_words(metric, value_of(one, metric, spot.level)).split(" (")[0] for spot in ends]
    wides = [width(text, _TEXT) for text in texts]
    lefts = [min(max(spot.x - w / 2, 0.0), wide - w) for spot, w in zip(ends, wides, strict=True)]
    if len(ends) > 1 and lefts[0] + wides[0] + _CLEAR > lefts[1]:
        over = lefts[0] + wides[0] + _CLEAR - lefts[1]
        lefts[0] = max(lefts[0] - over, 0.0)
        lefts[1] = max(lefts[1], lefts[0] + wides[0] + _CLEAR)
        if lefts[1] + wides[1] > wide:
            lefts = [wide - wides[1] - _CLEAR - wides[0], wide - wides[1]]
    for text, left in zip(texts, lefts, strict=True):
        yield Words(text, round(left, 2), _TEXT * LEADING, _TEXT)


_CLEAR = 3.0


def _dot(level: EvidenceLevel, x: float, y: float) -> Iterator[Mark]:
    """Draw the mark of a level: a full ring, a diamond, an empty square."""
    if level is EvidenceLevel.STATED:
        yield Ring(x, y, _DOT, INK, INK, 0.6)
    elif level is EvidenceLevel.INFERRED:
        far = _DOT + 0.6
        corners = ((x, y - far), (x + far, y), (x, y + far), (x - far, y))
        yield Corners(tuple((round(a, 2), round(b, 2)) for a, b in corners), INK, 0.8, (), FAINT, closed=True)
    else:
        yield Oblong(round(x - _DOT, 2), round(y - _DOT, 2), 2 * _DOT, 2 * _DOT, PAPER, INK, 0.9)


def _arrow(x: float, y: float) -> Iterator[Mark]:
    way = ((x, y - 1.9), (x + 2.4, y), (x, y + 1.9))
    yield Corners(tuple((round(a, 2), round(b, 2)) for a, b in way), INK, 0.8)


def _told(one: Compared, metric: Metric) -> str:
    return f"{one.title}, {metric.name}: {'; '.join(at_levels(one, metric))}"


def _described(comparison: Comparison, rows: Sequence[Metric]) -> str:
    return ". ".join(_told(one, metric) for metric in rows for one in comparison.structures)
