"""One structure as a panel: bands and columns, boxes, and the lines between them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from viz.comparison.cast import Band, Cast, Column
from viz.comparison.grid import Grid, Rect
from viz.comparison.routes import Routes, Way
from viz.comparison.sectors import SECTORS, Sector, seats_by_sector
from viz.comparison.sheet import MARGIN, TEXT, Laid
from viz.comparison.strokes import box, line
from viz.comparison.ties import How, Tie
from viz.drawing.drawing import Corners, Mark, Oblong, Part, Words, moved
from viz.map.theme import CLUSTER_FILL, CLUSTER_LINE, FAINT, INK, PAPER, QUIET
from viz.text import wrap

_CELL_HIGH, _NOTE = 9.0, 6.2


def panel(cast: Cast, grid: Grid, rects: Mapping[str, Rect], left: float) -> Laid:
    """Draw a structure, its panel beginning at `left`."""
    marks = [*_ground(grid), *_lines(cast, grid, rects), *_boxes(cast, rects)]
    height = grid.height
    if not cast.members:
        marks += _in_the_middle("no group is evidenced at this level", grid)
    if note := _left_out(cast):
        marks.append(Words(note, 0.0, height + _NOTE + 1.0, TEXT, colour=QUIET))
    return Laid((Part(tuple(moved(mark, left, 0.0) for mark in marks), cast.title),), height)


def band_labels(grid: Grid) -> Iterator[Mark]:
    """Name the bands, once for all panels of a row."""
    yield Words("what it is there for", MARGIN, TEXT + 0.4, TEXT, colour=QUIET)
    for band, (start, end) in grid.bands.items():
        lines = wrap(band.value, 96.0, TEXT, bold=True)
        top = (start + end) / 2 - len(lines) * TEXT * 0.6
        for number, words in enumerate(lines):
            y = round(top + TEXT * (1 + 1.2 * number) - 0.6, 2)
            yield Words(words, MARGIN, y, TEXT, bold=True)


def ways_of(cast: Cast, routes: Routes, rects: Mapping[str, Rect]) -> dict[Tie, Way]:
    """Lay the lines of a panel, those that matter most first, and of each kind the short ones before the long."""
    in_order = sorted(cast.ties, key=lambda one: (_ORDER[one.how], _length(rects, one)))
    return {tie: routes.way(tie, headed=tie.how is not How.SHARED) for tie in in_order}


def sector_row(cast: Cast, left: float, width: float) -> Laid:
    """Count the seats by sector, in cells that stand in the same place in every panel."""
    counts = seats_by_sector(cast.known)
    step = width / len(counts)
    marks: list[Mark] = []
    for number, (sector, count) in enumerate(counts.items()):
        x = round(left + number * step, 2)
        fill = CLUSTER_FILL if count else PAPER
        marks.append(Oblong(x, 8.0, round(step, 2), _CELL_HIGH, fill, CLUSTER_LINE, 0.5))
        marks.append(Words(sector.value, round(x + step / 2, 2), TEXT, TEXT, colour=QUIET, anchor="middle"))
        colour = INK if count else FAINT
        marks.append(
            Words(str(count or "–"), round(x + step / 2, 2), 8.0 + 6.7, TEXT, bold=bool(count), colour=colour,
                  anchor="middle")
        )  # fmt: skip
    return Laid((Part(tuple(marks), f"Seats by sector: {cast.title}"),), 8.0 + _CELL_HIGH)


def sector_words() -> str:
    """Say what the two letters of each sector mean."""
    return ", ".join(f"{sector.value} {SECTORS[sector]}" for sector in Sector)


def _ground(grid: Grid) -> Iterator[Mark]:
    for band, (start, end) in grid.bands.items():
        fill = CLUSTER_FILL if band is Band.UNKNOWN else PAPER
        yield Oblong(0.0, round(start, 2), grid.width, round(end - start, 2), fill, CLUSTER_LINE, 0.5)
    top, bottom = grid.bands[Band.STRATEGIC][0], grid.bands[Band.UNKNOWN][1]
    for column, (start, end) in grid.columns.items():
        if column is not Column.CRIME:
            yield Corners(((round(start, 2), top), (round(start, 2), bottom)), CLUSTER_LINE, 0.5, (1.0, 1.6))
        yield Words(column.value, round((start + end) / 2, 2), TEXT + 0.4, TEXT, colour=QUIET, anchor="middle")


def _lines(cast: Cast, grid: Grid, rects: Mapping[str, Rect]) -> Iterator[Mark]:
    first = min((start for start, _ in grid.bands.values()), default=0.0)
    routes = Routes(rects, grid.width, grid.height, first)
    ways = ways_of(cast, routes, rects)
    for tie in reversed(ways):  # those that matter most lie above the others
        if ways[tie].points:
            yield Part(tuple(line(tie.how, ways[tie].points, joins=ways[tie].joins, stated=tie.stated)))


_ORDER = {how: number for number, how in enumerate(How)}


def _length(rects: Mapping[str, Rect], tie: Tie) -> float:
    (ax, ay, *_), (bx, by, *_) = rects[tie.start], rects[tie.finish]
    return abs(ax - bx) + abs(ay - by)


def _boxes(cast: Cast, rects: Mapping[str, Rect]) -> Iterator[Mark]:
    for member in cast.members:
        yield Part(tuple(box(member, rects[member.id])), f"{member.mark}: {member.name}")


def _left_out(cast: Cast) -> str:
    told = []
    if cast.left_out:
        told.append(f"{cast.left_out} more {'group' if cast.left_out == 1 else 'groups'} not drawn")
    if cast.to_come:
        told.append(f"{cast.to_come} still to come")
    return "; ".join(told)


def _in_the_middle(text: str, grid: Grid) -> Iterator[Mark]:
    lines = wrap(text, grid.width - 8, TEXT)
    for number, words in enumerate(lines):
        y = grid.height / 2 + number * TEXT * 1.2
        yield Words(words, grid.width / 2, round(y, 2), TEXT, colour=QUIET, anchor="middle")
