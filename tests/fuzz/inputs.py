"""The inputs of a loader, by number: the same number gives the same bytes. Most are good files with something wrong in
them, and some are sheets filled with whatever comes.
"""

# ruff: noqa: E501  what stands in the inputs is in rows that are too long

import random

from tests.fuzz import seeds
from tests.fuzz.mutate import mutated
from tests.fuzz.targets import Target
from tests.loaders.workbook.packed import xlsx

_GRIDS = frozenset({"xlsx", "matrix"})
_CELLS = (
    "", "", "", "X", "x", "✓", "Y", "1", "0", "M", "C", "V", "D", "A", "S", "Chair", "vice chair", "(Ann Lee)", "TBC", "vacant", "see note", "Total", "3",
    "Board", "Drugs Team", "Police", "Fire & Rescue", "Police; Fire", "a & b", "name", "Name", "kind", "Group", "Member", "Role", "From", "To", "Seats",
    "April 2003", "01/04/2003", "2003-13", "1.0", "=1+1", "#REF!", "\u00a0", "Ã©", "reports to", "id", '"', '"x"', "[1]", "{}", "1e999", "-", "N/A",
)  # fmt: skip
_NAMES = ("Groups", "Seats", "Members", "Sheet1", "Lines", "Bodies", "People", "About", "x")
_DICE = 5


def made(target: Target, seed: int, number: int) -> bytes:
    """Return an input of a loader."""
    chance = random.Random(f"{target.name} {seed} {number}")  # noqa: S311  chance that comes again
    if target.name in _GRIDS and chance.randrange(_DICE) == 0:
        return _grid(chance)
    good = target.seeds()
    return mutated(chance.choice(good), good, chance)


def _grid(chance: random.Random) -> bytes:
    """Make a workbook of one sheet with anything in its cells, now and then with its headings in order."""
    words = [*_CELLS, *chance.choices(_CELLS, k=3)]
    width = chance.randint(1, 8)
    rows = [[chance.choice(words) for _ in range(width)] for _ in range(chance.randint(1, 12))]
    if chance.random() < 0.3:
        rows.insert(0, [str(heading) for heading in seeds.SHEETS["Seats"][0]] + [""] * width)
    cells = "".join(
        f'<row r="{number}">{"".join(_cell(chr(65 + place), number, cell) for place, cell in enumerate(row) if cell)}</row>'
        for number, row in enumerate(rows, start=1)
    )
    return xlsx(cells, sheets=f'<sheet name="{chance.choice(_NAMES)}" sheetId="1" r:id="rId1"/>')


def _cell(column: str, row: int, text: str) -> str:
    shown = text.replace("&", "&amp;").replace('"', "&quot;")
    kind = ' t="str"' if not text.isdecimal() or row % 2 else ""
    return f'<c r="{column}{row}"{kind}><v>{shown}</v></c>'
