"""One box with its words set: how large it must be, and where each line of text stands inside it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from viz.map import theme
from viz.map.roster import Row, Under
from viz.map.view import Box, Shape
from viz.text import width, wrap

ROOM, ROOM_WITH_ROWS = 122.0, 152.0
PAD_X, PAD_Y = 8.0, 6.0
MARK_WIDTH, MARK_HEIGHT, MARK_GAP = 22.0, 11.0, 3.0
_BULLET = 9.0
_MOST_NAME_LINES = 5
_MOST_ROWS_A_COLUMN = 16


@dataclass(frozen=True, slots=True)
class Run:
    """One line of text: left end and baseline in points. ``box`` is who it is about, where that is someone else."""

    text: str
    x: float
    y: float
    size: float
    bold: bool = False
    italic: bool = False
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Spot:
    """A row of the list of members, from its top left corner."""

    row: Row
    x: float
    y: float
    width: float
    height: float
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class MarkSpot:
    """A finding's mark, from its top left corner."""

    number: int
    status: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Flag:
    """The word for what became of a box, from the top left corner of its ground."""

    run: Run
    x: float
    y: float
    width: float
    height: float
    filled: bool


@dataclass(frozen=True, slots=True)
class Block:
    """A box with its size and its words; everything counts from the box's top left corner."""

    box: Box
    width: float
    height: float
    runs: tuple[Run, ...]
    spots: tuple[Spot, ...] = ()
    marks: tuple[MarkSpot, ...] = ()
    rules: tuple[float, ...] = field(default=())
    """Heights at which a thin rule divides the box."""
    flag: Flag | None = None


def block(box: Box, rows: tuple[Row, ...] = (), *, dashed: int = 0) -> Block:
    """Set the words of a box, with the members listed in it; `dashed` more seats on it are drawn as lines."""
    columns = -(-len(rows) // _MOST_ROWS_A_COLUMN) or 1
    room = ROOM_WITH_ROWS * columns + PAD_X * (columns - 1) if rows else ROOM
    inset = _inset(box.shape)
    setter = _Setter(left=PAD_X + inset, room=room, y=PAD_Y)
    flag = _flag(setter, box)
    _head(setter, box)
    spots = _members(setter, rows, columns, dashed)
    marks = _marks(setter, box)
    return Block(
        box=box,
        width=room + 2 * (PAD_X + inset),
        height=setter.y + PAD_Y,
        runs=tuple(setter.runs),
        spots=spots,
        marks=marks,
        rules=tuple(setter.rules),
        flag=flag,
    )


def moved(run: Run, dx: float, dy: float) -> Run:
    """The run shifted, as when its box is put in its place."""
    return replace(run, x=run.x + dx, y=run.y + dy)


@dataclass(slots=True)
class _Setter:
    """Sets lines one under the other; ``y`` is the top of the next line."""

    left: float
    room: float
    y: float
    runs: list[Run] = field(default_factory=list)
    rules: list[float] = field(default_factory=list)

    def put(self, text: str, size: float, *, bold: bool = False, quiet: bool = False, most: int = 0) -> None:
        for line in wrap(text, self.room, size, bold=bold, most=most):
            self.runs.append(Run(line, self.left, self.y + size, size, bold=bold, quiet=quiet))
            self.y += size * theme.LEADING


def _inset(shape: Shape) -> float:
    """Extra room at both sides where the outline curves or carries bars."""
    return {"pill": 5.0, "barred": 5.0, "folded": 3.0}.get(theme.OUTLINES[shape].form, 0.0)


def _flag(setter: _Setter, box: Box) -> Flag | None:
    if not box.turn:
        return None
    look = theme.TURNS[box.turn]
    x, y, wide = setter.left, setter.y, width(look.flag, theme.TINY, bold=True) + 2 * _FLAG_PAD
    setter.y += _FLAG_HEIGHT + 3.0
    run = Run(look.flag, x + _FLAG_PAD, y + theme.TINY + 0.6, theme.TINY, bold=True)
    return Flag(run, x, y, wide, _FLAG_HEIGHT, look.filled)


_FLAG_PAD, _FLAG_HEIGHT = 4.0, 10.5


def _head(setter: _Setter, box: Box) -> None:
    setter.put(box.label, theme.NAME, bold=True, most=_MOST_NAME_LINES)
    setter.y += 1.0
    words = [*((box.kind,) if box.kind else ()), *((box.tier or "tier not known",) if _tiered(box) else ())]
    setter.put(" · ".join(words), theme.SMALL, quiet=True)
    for words_on_it in (box.several, " · ".join(box.tags)):
        setter.put(words_on_it, theme.SMALL, quiet=True)
    for detail in box.details:
        setter.put(detail, theme.SMALL, most=3)


def _tiered(box: Box) -> bool:
    return box.shape in {Shape.PARTNERSHIP, Shape.GROUP}


def _members(setter: _Setter, rows: tuple[Row, ...], columns: int, dashed: int) -> tuple[Spot, ...]:
    if not rows:
        return ()
    spots: list[Spot] = []
    for under in dict.fromkeys(row.under for row in rows):
        found = [row for row in rows if row.under is under]
        heading = _of_all(len(found), dashed) if under is Under.SEATS and dashed else under.value
        spots += _members_under(setter, heading, found, columns)
    return tuple(spots)


def _of_all(listed: int, dashed: int) -> str:
    others = "the other by a dashed line" if dashed == 1 else "the others by dashed lines"
    return f"{Under.SEATS.removesuffix(':')} ({listed} of {listed + dashed}; {others}):"


def _members_under(setter: _Setter, heading: str, rows: list[Row], columns: int) -> list[Spot]:
    setter.y += 3.0
    setter.rules.append(setter.y)
    setter.y += 3.0
    setter.put(heading, theme.TINY, quiet=True)
    setter.y += 1.5
    top, bottom = setter.y, setter.y
    spots: list[Spot] = []
    height = -(-len(rows) // columns)
    for column in range(columns):
        y = top
        for row in rows[column * height : (column + 1) * height]:
            spots.append(_spot(row, setter.left + column * (ROOM_WITH_ROWS + PAD_X), y))
            y += spots[-1].height
        bottom = max(bottom, y)
    setter.y = bottom
    return spots


def _spot(row: Row, x: float, y: float) -> Spot:
    weak = [word for tag in (*row.box.tags, row.tag) for word in tag.split(", ")]
    turn = theme.TURNS[row.box.turn].word if row.box.turn else ""
    extras = [word for word in (turn, row.role, row.box.several, *dict.fromkeys(weak)) if word]
    words = row.box.label + (f" ({', '.join(extras)})" if extras else "")
    lines = wrap(words, ROOM_WITH_ROWS - _BULLET, theme.SMALL, most=4)
    leading = theme.SMALL * theme.LEADING
    runs = tuple(Run(line, x + _BULLET, y + theme.SMALL + i * leading, theme.SMALL) for i, line in enumerate(lines))
    return Spot(row, x, y, ROOM_WITH_ROWS, leading * len(lines) + 1.0, runs)


def _marks(setter: _Setter, box: Box) -> tuple[MarkSpot, ...]:
    if not box.marks:
        return ()
    setter.y += 3.0
    a_line = max(1, int((setter.room + MARK_GAP) // (MARK_WIDTH + MARK_GAP)))
    spots = tuple(
        MarkSpot(
            mark.number,
            mark.status,
            setter.left + (i % a_line) * (MARK_WIDTH + MARK_GAP),
            setter.y + (i // a_line) * (MARK_HEIGHT + MARK_GAP),
        )
        for i, mark in enumerate(box.marks)
    )
    setter.y = spots[-1].y + MARK_HEIGHT
    return spots


def label_size(text: str) -> tuple[float, float]:
    """Width and height that the words on a line need, with a little air around them."""
    lines = label_lines(text)
    widest = max((width(line, theme.TINY) for line in lines), default=0.0)
    return widest + 6.0, len(lines) * theme.TINY * theme.LEADING + 3.0


def label_lines(text: str) -> tuple[str, ...]:
    """The words on a line, wrapped."""
    return wrap(text, 90.0, theme.TINY, most=3)
