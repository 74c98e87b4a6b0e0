"""How places are named in a sentence."""

import pytest

from graphmodel.place import Location
from loaders.wording import spot

CELL = Location("area.xlsx", sheet="Seats", row=14, column=3)
ROW = Location("area.xlsx", sheet="Seats", row=2)
OTHER = Location("area.xlsx", sheet="Lines", row=5)
CSV = Location("area/seats.csv", row=7, column=28)


@pytest.mark.parametrize(
    ("where", "seen_from", "said"),
    [
        (CELL, None, "cell C14 of Seats"),
        (CELL, ROW, "cell C14"),
        (ROW, CELL, "row 2"),
        (CELL, OTHER, "cell C14 of Seats"),
        (OTHER, CELL, "row 5 of Lines"),
        (CSV, None, "cell AB7 of seats.csv"),
        (CSV, Location("area/seats.csv", row=1), "cell AB7"),
        (CSV, Location("area/lines.csv", row=7), "cell AB7 of seats.csv"),
        (Location("area.yaml", 12, 5), None, "line 12, column 5"),
        (Location("area.yaml", 12, 5), Location("area.yaml", 3, 1), "line 12, column 5"),
        (Location("area.yaml", 12), None, "line 12"),
        (Location("area.xlsx", sheet="Seats"), OTHER, "Seats"),
        (Location("folder/area.xlsx"), CELL, "area.xlsx"),
    ],
)
def test_a_place_is_named_by_what_it_does_not_share(where: Location, seen_from: Location | None, said: str) -> None:
    assert spot(where, seen_from) == said
