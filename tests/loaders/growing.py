"""Files of any size, of the shapes that make a loader work hardest: each grows with the number that it is asked for."""

# ruff: noqa: E501  a table stands on one line

import json
import struct
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import xlwt

from graphmodel.answers import Entry
from graphmodel.shorthand import parse
from graphmodel.structure import Structure
from loaders.replies.reading import with_replies
from tests.loaders.reply_sheets import by_hand
from tests.loaders.slides.drawing import Deck
from tests.loaders.workbook.packed import ods, record, xlsb, xlsx
from tests.loaders.workbook.packed import wide as counted

Make = Callable[[Path, int], Path]


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


def _unlike(size: int) -> list[str]:
    """Make names that are no slips of each other."""
    return [sha256(bytes([number % 256, number // 256])).hexdigest()[:12] for number in range(size)]


def same_ids(path: Path, size: int) -> Path:
    return folder(path, bodies="id,name,kind\n" + "".join(f"b1,{name},voluntary\n" for name in _unlike(size)))


def same_names(path: Path, size: int) -> Path:
    return folder(path, bodies="id,name,kind\na,Fire,voluntary\nb,Fire,voluntary\n" + ",Fire,voluntary\n" * size)


def many_spellings(path: Path, size: int) -> Path:
    return folder(
        path, bodies="id,name,aliases,kind\n" + "".join(f"b1,Fire,Brigade {n},voluntary\n" for n in range(size))
    )


def agreed(path: Path, size: int) -> Path:
    return folder(
        path, groups="name,kind,terms of reference\n" + "".join(f"Group {n},board,agreed\n" for n in range(size))
    )


def wide(path: Path, size: int) -> Path:
    headings = ",".join(f"Column {n}" for n in range(size))
    return folder(path, groups=f"name,kind,{headings}\nBoard,board{',x' * size}\n")


def long_cell(path: Path, size: int) -> Path:
    return folder(path, groups=f"name,kind,purpose\nBoard,board,{'word ' * size * 10}\n{'long ' * size},board,\n")


def wrong_cells(path: Path, size: int) -> Path:
    return folder(path, groups="name,kind,from\n" + "".join(f"G{n},oddity {n},some day {n}\n" for n in range(size)))


def many_sheets(path: Path, size: int) -> Path:
    return folder(path, **{f"anything {n}": "a,b\n1,2\n" for n in range(size // 10)}, groups=GROUP)


LETTERS = str.maketrans("0123456789", "ghijklmnop")


def _matrix(path: Path, rows: list[list[str]]) -> Path:
    book = xlwt.Workbook()
    page = book.add_sheet("Members")
    for number, row in enumerate(rows):
        for place, cell in enumerate(row):
            page.write(number, place, cell)
    book.save(str(path.with_suffix(".xls")))
    return path.with_suffix(".xls")


def tall_matrix(path: Path, size: int) -> Path:
    return _matrix(path, [["", "Board", "Drugs Team"], *([f"Body {n}", "M", "C"] for n in range(size))])


def wide_matrix(path: Path, size: int) -> Path:
    groups = [f"Group {n}" for n in range(size // 2)]
    return _matrix(path, [["", *groups], *([body, *["M"] * len(groups)] for body in ("Police", "Fire", "Probation"))])


def persons_in_a_matrix(path: Path, size: int) -> Path:
    return _matrix(
        path,
        [["", "Board"], *([f"Body {n}", f"(Ann L{name.translate(LETTERS)})"] for n, name in enumerate(_unlike(size)))],
    )


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


def in_xls(path: Path, size: int) -> Path:
    book = xlwt.Workbook()
    page = book.add_sheet("Groups")
    for number in range(size):
        page.write(number, 0, f"Group {number}" if number else "Name")
        page.write(number, 1, "board" if number else "Kind")
    file = path.with_suffix(".xls")
    book.save(str(file))
    return file


def in_xlsb(path: Path, size: int) -> Path:
    file = path.with_suffix(".xlsb")
    cells = b""
    for number in range(size):
        cells += record(0, struct.pack("<I", number) + bytes(13))
        texts = (f"Group {number}", "board") if number else ("Name", "Kind")
        for place, text in enumerate(texts):
            cells += record(6, struct.pack("<II", place, 0) + counted(text))
    file.write_bytes(xlsb(cells))
    return file


def slide(path: Path, size: int) -> Path:
    deck = Deck().new("Structure")
    above = deck.box("Board", 15, 0)
    for number in range(size // 2):
        below = deck.box(f"Team {number}", number % 5 * 6.5, 3 + number // 5 * 3)
        deck.glued(below, above, head="end")
    file = path.with_suffix(".pptx")
    deck.file.save(str(file))
    return file


def slides(path: Path, size: int) -> Path:
    deck = Deck()
    for number in range(size // 10):
        deck.new(f"Structure {number}")
        deck.glued(deck.box(f"Team {number}", 5, 9), deck.box("Board", 12, 3), head="end")
    file = path.with_suffix(".pptx")
    deck.file.save(str(file))
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


def _placed(size: int) -> Structure:
    return parse("; ".join(f"team{n}: group" for n in range(size)))


def read_replies(path: Path) -> None:
    """Read a reply sheet into a structure of as many groups as it asks about."""
    with_replies(_placed(int(path.stem)), [path])


def reply(path: Path, size: int) -> Path:
    """Answer every question with the name of a group, every other one with a slip in it."""
    path.mkdir(exist_ok=True)
    said = [f"taem{n}" if n % 2 else f"team{n}" for n in range(size)]
    rows = [
        {"about": f"team{n}", "what": "line", Entry.ANSWER: said[n - 1], Entry.SOURCE: "minutes"} for n in range(size)
    ]
    return by_hand(_placed(size), path / f"{size}.xlsx", *rows)


MAKERS: dict[str, Make] = {
    "seats": seats, "near misses": near_misses, "strangers": strangers, "repeated": repeated, "several in a cell": several_in_a_cell,
    "same ids": same_ids, "same names": same_names, "many spellings": many_spellings, "terms agreed": agreed, "unknown columns": wide,
    "long cell": long_cell, "wrong cells": wrong_cells, "many sheets": many_sheets, "tall matrix": tall_matrix, "wide matrix": wide_matrix,
    "persons in a matrix": persons_in_a_matrix, "xlsx": in_xlsx, "xls": in_xls, "xlsb": in_xlsb, "ods": in_ods, "slide": slide, "slides": slides,
    "popolo": popolo, "json": json_rows, "json with faults": json_wrong, "json with unknown names": json_unknown, "nested": nested,
    "yaml with faults": in_yaml, "reply": reply,
}  # fmt: skip
