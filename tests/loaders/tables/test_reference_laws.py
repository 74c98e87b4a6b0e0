"""Laws of tables from people: the order of rows tells nothing, and no row vanishes without a word."""

from __future__ import annotations

import re
from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st

from graphmodel.relation import Relation
from graphmodel.structure import Structure
from loaders.gathered import Gathered, Sheet, Where
from loaders.structures import Loaded, _loaded
from loaders.tables.assemble import assembled
from loaders.tables.columns import TABLES
from loaders.tables.meant.keys import as_link, key
from loaders.tables.rows import Row
from tests.strategies import structures

MEMBERS = st.sampled_from(
    (
        "Police",
        "police ",
        "p1",
        "Fire",
        "Fire Auth",
        "Police & Fire",
        "all members of the Board",
        "Probation",
        "Twin",
        "",
    )
)
GROUPS = st.sampled_from(("Board", "BOARD", "Forum", "Old Panel", "Safety Network", "Board; Forum", "Police", ""))
ROLES = st.sampled_from(("member", "chair", ""))
SINCE = st.sampled_from(("", "2001", "2003"))
UNTIL = st.sampled_from(("", "2002"))
SEATS = st.lists(st.tuples(MEMBERS, GROUPS, ROLES, SINCE, UNTIL), max_size=8)

KNOWN = (
    ("bodies", {"name": "Police", "kind": "police_force", "id": "p1"}),
    ("bodies", {"name": "Fire", "kind": "fire_service"}),
    ("bodies", {"name": "Twin", "kind": "other", "id": "t1"}),
    ("bodies", {"name": "Twin", "kind": "other", "id": "t2"}),
    ("groups", {"name": "Board (formerly Old Panel)", "kind": "board"}),
    ("groups", {"name": "Forum", "kind": "forum"}),
)
FIELDS = ("member", "group", "role", "valid_from", "valid_to")


def loaded(seats: Iterable[tuple[int, tuple[str, ...]]]) -> Loaded:
    """Load seats, each with the number of its row, beside the bodies and groups that are known."""
    rows = [Row(table, dict(values), Where(_sheet(table), number)) for number, (table, values) in enumerate(KNOWN, 2)]
    for number, seat in seats:
        values = {field: text for field, text in zip(FIELDS, seat, strict=True) if text}
        rows.append(Row("seats", values, Where(_sheet("seats"), number)))
    return _loaded(assembled(rows, Gathered("made.xlsx")))


def _sheet(table: str) -> Sheet:
    fields = TABLES[table].by_field
    return Sheet("made.xlsx", TABLES[table].title, {field: number for number, field in enumerate(fields, 1)})


@given(seats=SEATS)
def test_no_row_vanishes_without_a_word(seats: list[tuple[str, ...]]) -> None:
    rows = list(enumerate(seats, 100))
    found = loaded(rows)
    places = {place.row for fact, place in found.places.items() if fact.startswith("seat ")}
    named = {number for problem in found.problems for number in _rows(f"{problem.where.row} {problem.what}")}
    assert {number for number, seat in rows if any(seat)} <= places | named


def _rows(text: str) -> Iterable[int]:
    for first, last in re.findall(r"(\d+)(?: to (\d+))?", text):
        yield from range(int(first), int(last or first) + 1)


@given(data=st.data(), seats=SEATS)
def test_the_order_of_seats_tells_nothing(data: st.DataObject, seats: list[tuple[str, ...]]) -> None:
    rows = list(enumerate(seats, 100))
    shuffled = data.draw(st.permutations(rows))
    one, other = loaded(rows), loaded(shuffled)
    assert _keys(one.structure.seats) == _keys(other.structure.seats)
    assert one.is_whole == other.is_whole
    assert {entity.id for entity in one.structure.entities()} == {entity.id for entity in other.structure.entities()}


def _keys(relations: Iterable[Relation]) -> list[str]:
    return sorted(relation.key for relation in relations)


@given(structure=structures())
def test_the_key_of_a_row_is_that_of_its_relation(structure: Structure) -> None:
    document = structure.document()
    for table in ("seats", "lines", "links"):
        made = [key(table, as_link(entry)) for entry in document.get(table, ())]
        assert made == [relation.key for relation in getattr(structure, table)]
