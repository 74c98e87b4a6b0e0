"""What a loader does grows with its input and not with its square: its steps are counted, and nothing is timed."""

# ruff: noqa: E501  a table stands on one line

import gc
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from loaders.problems import LoadError
from loaders.structures import load
from tests.loaders.workbook.packed import ods, xlsx

SMALL = 100
LINEAR = 2.5
"""Four times the rows may take so many times four the steps of the first: what is quadratic takes sixteen times."""

Make = Callable[[Path, int], Path]


def steps(path: Path) -> int:
    """Count the calls, of Python and of what is written in C, and the loops taken while a file is loaded."""
    counted = 0

    def count(*_: object) -> None:
        nonlocal counted
        counted += 1

    sys.setprofile(count)
    try:
        load(path)
    except LoadError:
        pass
    finally:
        sys.setprofile(None)
    return counted


def folder(path: Path, **tables: str) -> Path:
    path.mkdir(exist_ok=True)
    for name, text in tables.items():
        (path / f"{name}.csv").write_text(text, "utf-8")
    return path


GROUP = "name,kind\nBoard,board\n"
SEATS = "member,group,role\n"


def seats(path: Path, size: int) -> Path:
    return folder(path, groups=GROUP, bodies="name,kind\n" + "".join(f"Body {n},voluntary\n" for n in range(size)),
                  seats=SEATS + "".join(f"Body {n},Board,member\n" for n in range(size)))  # fmt: skip


def near_misses(path: Path, size: int) -> Path:
    return folder(path, groups=GROUP, bodies="name,kind\n" + "".join(f"Body of place {n},voluntary\n" for n in range(size)),
                  seats=SEATS + "".join(f"Bdoy of plcae {n},Board,member\n" for n in range(size)))  # fmt: skip


def strangers(path: Path, size: int) -> Path:
    return folder(path, groups=GROUP, seats=SEATS + "".join(f"Stranger {n * 7919 % 10007},Nowhere {n},member\n" for n in range(size)))  # fmt: skip


def repeated(path: Path, size: int) -> Path:
    return folder(path, groups="name,kind,tier\n" + "Board,board,strategic\nBoard,board,tactical\n" * (size // 2),
                  seats=SEATS + "Police,Board,member\n" * size)  # fmt: skip


def several_in_a_cell(path: Path, size: int) -> Path:
    return folder(path, groups=GROUP, seats=SEATS + ";".join(f"Body {n}" for n in range(size)) + ",Board,member\n")


def wide(path: Path, size: int) -> Path:
    headings = ",".join(f"Column {n}" for n in range(size))
    return folder(path, groups=f"name,kind,{headings}\nBoard,board{',x' * size}\n")


def long_cell(path: Path, size: int) -> Path:
    return folder(path, groups=f"name,kind,purpose\nBoard,board,{'word ' * size * 10}\n{'long ' * size},board,\n")


def wrong_cells(path: Path, size: int) -> Path:
    return folder(path, groups="name,kind,from\n" + "".join(f"G{n},oddity {n},some day {n}\n" for n in range(size)))


def many_sheets(path: Path, size: int) -> Path:
    return folder(path, **{f"anything {n}": "a,b\n1,2\n" for n in range(size // 10)}, groups=GROUP)


def matrix(path: Path, size: int) -> Path:
    file = path.with_suffix(".xlsx")
    cells = "".join(
        f'<row r="{n}"><c r="A{n}" t="str"><v>Body {n}</v></c><c r="B{n}" t="str"><v>M</v></c>'
        f'<c r="C{n}" t="str"><v>C</v></c></row>'
        for n in range(2, size)
    )
    top = '<row r="1"><c r="B1" t="str"><v>Board</v></c><c r="C1" t="str"><v>Drugs Team</v></c></row>'
    file.write_bytes(xlsx(top + cells))
    return file


def in_xlsx(path: Path, size: int) -> Path:
    file = path.with_suffix(".xlsx")
    row = '<row r="{0}"><c r="A{0}" t="str"><v>{1}</v></c><c r="B{0}" t="str"><v>{2}</v></c></row>'
    rows = [row.format(1, "Name", "Kind"), *(row.format(n, f"Group {n}", "board") for n in range(2, size))]
    file.write_bytes(xlsx("".join(rows), sheets='<sheet name="Groups" sheetId="1" r:id="rId1"/>'))
    return file


def in_ods(path: Path, size: int) -> Path:
    file = path.with_suffix(".ods")
    cell = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
    file.write_bytes(ods("".join(f"<table:table-row>{cell.format(n) * 3}</table:table-row>" for n in range(size))))
    return file


def popolo(path: Path, size: int) -> Path:
    file = path.with_suffix(".json")
    file.write_text(json.dumps({
        "organizations": [{"id": str(n), "name": f"Group {n}", "classification": "committee"} for n in range(size)],
        "persons": [{"id": str(n), "name": f"Person {n}"} for n in range(size)],
        "memberships": [{"person_id": str(n), "organization_id": str(n // 2), "role": "member"} for n in range(size)],
    }), "utf-8")  # fmt: skip
    return file


def documents(rows: Callable[[int], list[dict[str, object]]], table: str) -> Make:
    def make(path: Path, size: int) -> Path:
        file = path.with_suffix(".json")
        file.write_text(json.dumps({"schema": 1, "id": "a", "title": "A", table: rows(size)}), "utf-8")
        return file

    return make


json_rows = documents(lambda size: [{"id": f"g{n}", "name": f"G {n}", "kind": "board"} for n in range(size)], "groups")
json_wrong = documents(lambda size: [{"id": f"g{n}", "nmae": f"G {n}", "kind": "baord"} for n in range(size)], "groups")
json_unknown = documents(lambda size: [{"member": f"m{n}", "group": f"g{n}"} for n in range(size)], "seats")


def nested(path: Path, size: int) -> Path:
    file = path.with_suffix(".json")
    file.write_text(f'{{"id": "a", "title": "A", "note": {"[" * size}{"]" * size}}}', "utf-8")
    return file


def in_yaml(path: Path, size: int) -> Path:
    file = path.with_suffix(".yaml")
    rows = "".join(f"  - {{id: g{n}, name: G {n}, kind: baord}}\n" for n in range(size))
    file.write_text(f"schema: 1\nid: a\ntitle: A\ngroups:\n{rows}", "utf-8")
    return file


MAKERS = (
    seats, near_misses, strangers, repeated, several_in_a_cell, wide, long_cell, wrong_cells, many_sheets, matrix, in_xlsx, in_ods,
    popolo, json_rows, json_wrong, json_unknown, nested, in_yaml,
)  # fmt: skip
NAMES = [
    "seats", "near misses", "strangers", "repeated", "several in a cell", "wide", "long cell", "wrong cells", "many sheets", "matrix", "xlsx",
    "ods", "popolo", "json", "json with faults", "json with unknown names", "nested", "yaml with faults",
]  # fmt: skip


@pytest.mark.parametrize("make", MAKERS, ids=NAMES)
def test_steps_grow_with_the_input(tmp_path: Path, make: Make) -> None:
    gc.collect()
    steps(make(tmp_path / "first", SMALL))  # what is done once in a process is done now
    few, more, most = (steps(make(tmp_path / str(times), SMALL * times)) for times in (1, 2, 4))
    assert most - more <= LINEAR * max(more - few, few // 4), (few, more, most)
    assert most <= 4 * LINEAR / 2 * few, (few, more, most)
