"""Parts of a picture set on a sheet: as words are set in lines, in the width that comes closest to a paper's shape."""

from __future__ import annotations

from collections.abc import Sequence

from viz.map.graphviz import Placed, Point, Rect

_GAP = 24.0
# Room that title, legend and margins take, beside and above the picture, and what a sheet of A4 leaves, in points.
_BESIDE, _ABOVE = 32.0, 130.0
_SHEETS = ((785.0, 538.0), (538.0, 785.0))
_LARGEST = 1.1


def pack(parts: Sequence[Placed]) -> Placed:
    """All parts on one sheet; single boxes fill the gaps as a block of their own."""
    if not parts:
        return Placed(0.0, 0.0, {}, {}, {}, {})
    large = [part for part in parts if len(part.boxes) > 1]
    single = [part for part in parts if len(part.boxes) == 1]
    trials = [rows([*large, block], room) for block in _blocks(single) for room in _rooms([*large, block])]
    return max(trials or [rows(large, room) for room in _rooms(large)], key=scale_on_paper)


def scale_on_paper(placed: Placed) -> float:
    """How large the picture can be on a sheet of A4, upright or across; what is large enough grows no further."""
    sheets = (min(w / (placed.width + _BESIDE), h / (placed.height + _ABOVE)) for w, h in _SHEETS)
    return min(max(sheets), _LARGEST)


def rows(parts: Sequence[Placed], room: float) -> Placed:
    """The parts in rows no wider than ``room``, unless a part is wider by itself."""
    x = y = high = wide = 0.0
    shifted = []
    for part in parts:
        if x and x + part.width > room:
            x, y, high = 0.0, y + high + _GAP, 0.0
        shifted.append(_shift(part, x, y))
        x += part.width + _GAP
        high = max(high, part.height)
        wide = max(wide, x - _GAP)
    return _joined(wide, y + high, shifted)


def _rooms(parts: Sequence[Placed]) -> list[float]:
    widest = max(part.width for part in parts)
    whole = sum(part.width + _GAP for part in parts)
    return sorted({round(widest + (whole - widest) * step / 24, 2) for step in range(25)})


def _blocks(single: Sequence[Placed]) -> list[Placed]:
    """Single boxes in one to eight columns."""
    return [_grid(single, columns) for columns in range(1, min(len(single), 8) + 1)]


def _grid(single: Sequence[Placed], columns: int) -> Placed:
    tallest = -(-len(single) // columns)
    shifted, x, high = [], 0.0, 0.0
    for start in range(0, len(single), tallest):
        column = single[start : start + tallest]
        y = 0.0
        for part in column:
            shifted.append(_shift(part, x, y))
            y += part.height + _GAP
        x += max(part.width for part in column) + _GAP
        high = max(high, y - _GAP)
    return _joined(x - _GAP, high, shifted)


def _joined(width: float, height: float, parts: Sequence[Placed]) -> Placed:
    return Placed(
        width,
        height,
        {box: rect for part in parts for box, rect in part.boxes.items()},
        {frame: rect for part in parts for frame, rect in part.frames.items()},
        {line: route for part in parts for line, route in part.routes.items()},
        {line: point for part in parts for line, point in part.labels.items()},
    )


def _shift(part: Placed, dx: float, dy: float) -> Placed:
    def point(p: Point) -> Point:
        return p[0] + dx, p[1] + dy

    def rect(r: Rect) -> Rect:
        return r[0] + dx, r[1] + dy, r[2], r[3]

    return Placed(
        part.width,
        part.height,
        {box: rect(r) for box, r in part.boxes.items()},
        {frame: rect(r) for frame, r in part.frames.items()},
        {line: tuple(map(point, route)) for line, route in part.routes.items()},
        {line: point(p) for line, p in part.labels.items()},
    )
