"""What is said of a membership matrix: how it was understood, for whoever checks it at a glance, and what is asked."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from pathlib import PurePath
from typing import TYPE_CHECKING

from graphmodel.kinds import Role
from graphmodel.place import letters
from loaders.matrix.beside import COLUMNS
from loaders.matrix.roles import Sort, key_of
from loaders.tables.cell.cells import text_of
from loaders.tables.sitting.without_persons import without_persons
from loaders.wording import one_of, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from loaders.gathered import Gathered
    from loaders.matrix.cell import Said
    from loaders.matrix.find import Cell, Matrix

_SHOWN = 6
"""Cells that a sentence names; of more, it says how many."""


def tell(matrix: Matrix, sorts: Counter[str], seats: Sequence[Said], twice: Sequence[Cell], into: Gathered) -> None:
    """Say what was understood of a matrix, and tell everything that was not.

    `sorts` counts by its table what stands on the side of the bodies, which may be posts, persons and groups too.
    """
    into.understood.append(_whole(matrix, sorts, seats))
    said = (
        _codes(matrix),
        _people(seats),
        _beside(matrix),
        *_left_aside(matrix),
        _open(matrix),
        _not_understood(matrix),
    )
    into.understood += filter(None, said)
    _ask(matrix, into)
    _ask_of_crosses(matrix, into)
    for cell in twice:
        what = f"The same seat of {quoted(cell.body.name)} on {quoted(cell.group.name)} stands twice; it counts once."
        into.tell(matrix.grid.at(cell.row, cell.column), what, "Keep one of them.", warning=True)


def _whole(matrix: Matrix, sorts: Counter[str], seats: Sequence[Said]) -> str:
    sheet = f"{matrix.grid.name}!" if matrix.grid.name else f"{PurePath(matrix.grid.file).name} "
    first, last = _name(matrix.first), _name(matrix.last)
    bodies = one_of((_count(sorts[table], *words) for table, words in _SORTS.items() if sorts[table]), last="and")
    groups = _count(len(matrix.groups), "group", "groups")
    down, across = (bodies, groups) if matrix.bodies_down else (groups, bodies)
    held = ", ".join(_held(seats))
    said = f"{_count(len(seats), 'seat', 'seats')} ({held})" if held else "no seats"
    range_ = f"{sheet}{first}:{last}"
    return f"{range_} was read as a membership matrix: {down} down the side, {across} across the top, and {said}."


def _held(seats: Sequence[Said]) -> Iterator[str]:
    roles = Counter(seat.role for seat in seats)
    for role in Role:
        if roles[role]:
            one, many = _ROLES[role]
            yield _count(roles[role], one, many)
    vacant = sum(seat.vacant for seat in seats)
    if vacant:
        yield f"{vacant} of them vacant"


def _codes(matrix: Matrix) -> str:
    """Say what each code was taken for, the legend of the sheet apart."""
    used: dict[str, dict[str, None]] = defaultdict(dict)
    by_legend = {key_of(one.code): one for one in matrix.legend if one.code}
    for cell in matrix.cells:
        if len(cell.reading.codes) == 1 and cell.reading.codes[0] in (cell.text, "?", "-"):
            used[_taken_for(cell)][cell.text.upper() if len(cell.text) == 1 else cell.text] = None
    said = [
        f"{one_of(sorted(map(quoted, codes)), last='and')} for {meaning}"
        for meaning, codes in sorted(used.items(), key=lambda one: _ORDER.index(one[0]))
    ]
    legend = [f"{quoted(one.code)} = {quoted(one.words)}" for one in by_legend.values()]
    own = f" The legend on the sheet was followed: {', '.join(legend)}." if legend else ""
    return f"Codes were read as follows: {'; '.join(said)}.{own}" if said else own.strip()


def _taken_for(cell: Cell) -> str:
    reading = cell.reading
    if reading.sort is Sort.SEAT:
        return _ROLES[reading.seats[0].role][0]
    return str(reading.sort.value)


def _people(seats: Sequence[Said]) -> str:
    """Say that persons are named, and that their names go no farther."""
    count = len({seat.person for seat in seats if seat.person})
    if not count:
        return ""
    sit = "person is named, who sits for a body" if count == 1 else "persons are named, who sit for bodies"
    return f"{count} {sit}; names of persons are shown only when asked for."


def _beside(matrix: Matrix) -> str:
    """Say what was read from what stands beside the matrix."""
    named = [f"{quoted(one.heading)} in {_name(one.place)}" for one in matrix.beside]
    return f"Read of the groups from what stands beside it: {one_of(named, last='and')}." if named else ""


def _left_aside(matrix: Matrix) -> Iterator[str]:
    kinds: dict[str, list[str]] = defaultdict(list)
    for what, place, text in matrix.unread:
        said = _standing_in(matrix, place) if what == COLUMNS and not _OF_PERSONS.search(text.casefold()) else ""
        kinds[what].append(f"{quoted(text)} in {_name(place)}{said}" if text else _name(place))
    for what, named in kinds.items():
        yield f"Left aside as {what}: {_some(named)}."


def _standing_in(matrix: Matrix, place: tuple[int, int]) -> str:
    """Quote what stands in a column that is not read, names of persons apart, so that nothing goes unseen."""
    rows = matrix.grid.rows[place[0] : matrix.last[0]]
    texts = (text_of(row[place[1] - 1]) for row in rows if len(row) >= place[1])
    held = tuple(dict.fromkeys(shown for text in texts if (shown := without_persons(text, ()))))
    if not any(letter.isalpha() for text in held for letter in text):
        return ""
    return f" ({_some([quoted(text) for text in held])})"


def _open(matrix: Matrix) -> str:
    cells = [_name((cell.row, cell.column)) for cell in matrix.cells if cell.reading.sort is Sort.OPEN]
    return f"Not yet known, so no seat was made: {_some(cells)}." if cells else ""


def _not_understood(matrix: Matrix) -> str:
    count = sum(not cell.reading.seats and cell.reading.sort in (Sort.OTHER, Sort.NOTE) for cell in matrix.cells)
    if not count:
        partly = any("not understood" in what for cell in matrix.cells for what in cell.reading.asked)
        return "" if partly else "Every cell of it was understood."
    they_are = "it is" if count == 1 else "they are"
    return f"{_count(count, 'cell was', 'cells were')} not understood; {they_are} among the remarks."


def _ask(matrix: Matrix, into: Gathered) -> None:
    """Tell what is to be asked, the same question of several cells once."""
    questions: dict[tuple[str, bool, bool], list[Cell]] = defaultdict(list)
    for cell in matrix.cells:
        has_seat = bool(cell.reading.seats)
        for what in cell.reading.asked:
            is_lost = cell.reading.sort is Sort.OTHER and "legend" not in what
            questions[what, has_seat, is_lost and not has_seat].append(cell)
        if cell.reading.sort is Sort.OPEN:
            questions[f"says {quoted(cell.text)}, so it is not yet known who sits", False, False].append(cell)
    for (what, has_seat, is_lost), cells in questions.items():
        into.tell(
            matrix.grid.at(cells[0].row, cells[0].column),
            f"The cell {what}.{_so_do(cells[1:])} {_consequence(what, has_seat=has_seat)}",
            _remedy(what, has_seat=has_seat),
            warning=not is_lost,
        )
    for edge in (*matrix.bodies, *matrix.groups):
        if edge.noted:
            row, column = edge.places[0]
            into.tell(matrix.grid.at(row, column), f"{quoted(edge.name)} sends to a note.", _NOTE, warning=True)


def _ask_of_crosses(matrix: Matrix, into: Gathered) -> None:
    """Ask what a cross means where ticks stand too; an X among letters is one of them."""
    crosses = [cell for cell in matrix.cells if cell.text.casefold() in _CROSSES and cell.reading.seats]
    ticks = any(cell.text in _TICKS for cell in matrix.cells)
    only = all(cell.text in _TICKS or cell in crosses for cell in matrix.cells if cell.reading.is_code)
    if ticks and crosses and (only or any(cell.text in _NO_LETTERS for cell in crosses)):
        into.tell(
            matrix.grid.at(crosses[0].row, crosses[0].column),
            f"Both ticks and crosses stand here, {_count(len(crosses), 'cross', 'crosses')} in all. Both were taken "
            "for members.",
            "If a cross says that nobody sits there, write so on the sheet: `X = not a member`.",
            warning=True,
        )


def _so_do(cells: Sequence[Cell]) -> str:
    named = [_name((cell.row, cell.column)) for cell in cells]
    return f" So {'does' if len(named) == 1 else 'do'} {_some(named)}." if named else ""


def _consequence(what: str, *, has_seat: bool) -> str:
    if not has_seat:
        return "No seat was made of it."
    if "not understood" in what:
        return "The seat was noted; the rest is kept in its note, but for names."
    doubted = "may be the initials" in what or "settled" in what
    return "A seat was noted, as inferred." if doubted else "The seat was noted."


def _remedy(what: str, *, has_seat: bool) -> str:
    if "not understood" in what and has_seat:
        return ""
    if "initials" in what:
        return "What does it stand for? Write the name, or explain it on the sheet, such as `JS = Jane Smith`."
    if "note" in what:
        return _NOTE
    if "known" in what or "settled" in what:
        return "Fill it in when it is known."
    return "Write a code such as M or C, or explain it on the sheet, such as `R = observer`."


def _some(named: Sequence[str]) -> str:
    if len(named) <= _SHOWN:
        return one_of(named, last="and")
    return f"{', '.join(named[:_SHOWN])} and {len(named) - _SHOWN} more"


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def _name(place: tuple[int, int]) -> str:
    return f"{letters(place[1])}{place[0]}"


_OF_PERSONS = re.compile(r"contact|mail|phone|tel|mobile|address|officer|lead|\bname|person|\brep")
_TICKS = frozenset({"✓", "✔", "√", "☑", "ü"})
_NO_LETTERS = frozenset({"☒", "✗", "✘", "×"})
_CROSSES = _NO_LETTERS | {"x"}
_SORTS = {
    "bodies": ("body", "bodies"),
    "groups": ("group", "groups"),
    "posts": ("post", "posts"),
    "people": ("person", "persons"),
}
_NOTE = "Read the note, and write what it says about the seat."
_ROLES = {
    Role.MEMBER: ("member", "members"),
    Role.CHAIR: ("chair", "chairs"),
    Role.VICE_CHAIR: ("vice chair", "vice chairs"),
    Role.DEPUTY: ("deputy", "deputies"),
    Role.ADVISER_IN_ATTENDANCE: ("adviser in attendance", "advisers in attendance"),
    Role.SECRETARIAT: ("secretariat", "secretariats"),
    Role.LEAD_OFFICER: ("lead officer", "lead officers"),
    Role.SENIOR_RESPONSIBLE_OWNER: ("senior responsible owner", "senior responsible owners"),
}
_ORDER = (*(one for one, _ in _ROLES.values()), *(sort.value for sort in Sort))
