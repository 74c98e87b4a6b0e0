"""Small good files, one or a few for every loader, which the inputs are made from; made once, the same every time."""

# ruff: noqa: E501  what stands in the inputs is in rows that are too long

import functools
import io
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import openpyxl
import xlwt

from graphmodel.shorthand import parse
from graphmodel.structure import Structure
from loaders.csv_folder import folder_files
from loaders.file_text import FileText
from loaders.structures import load_text
from loaders.workbook.writing import workbook
from loaders.yaml_text import parse as parse_yaml
from tests.loaders.workbook.packed import ods as ods_of
from tests.loaders.workbook.packed import record, wide
from tests.loaders.workbook.packed import xlsb as xlsb_of

ASKED = "dag: group; csp: partnership; police: police_force; police on dag"
ROOT = Path(__file__).resolve().parent.parent

STRUCTURE = """\
schema: 1
id: area
title: An area
as_of: "2003-11-21"
source: guide
sources: [{id: guide, name: Guide, words: 30}]
bodies:
  - {id: fire, name: Fire Authority, kind: fire_authority, aliases: [Fire]}
people: [{id: ann, name: Ann Lee}]
groups:
  - {id: board, name: Board, kind: board, tier: strategic, per_year: 4, evidence: {locator: "10.10"}}
  - {id: team, name: Team, kind: team, claims: [{property: tier, value: tactical}], valid_from: 2003-04}
seats: [{member: fire, group: board, role: chair}]
lines: [{from: team, to: board, kind: reports_to, lead: unknown}]
links: [{type: part_of, part: team, whole: board}]
events: [{id: merger, name: Merger, kind: merge, originals: [{id: team, continues: "yes"}], results: [board]}]
silences: [{about: board, what: line}]
completeness: [{of: seat, about: board}]
"""
SHEETS = {
    "Groups": (
        ("Name", "Kind", "Chair", "Meets per year", "Since"),
        ("Community Safety Board", "board", "Cllr A. Smith", 4, "April 2003"),
        ("Drugs Team", "team", "TBC", "monthly", 2002),
        ("Police (x2)", "", "vacant", "see note", "#REF!"),
    ),
    "Seats": (
        ("Member", "Group", "Role", "From"),
        ("Police; Fire", "Community Safety Board", "vice chair", "01/04/2003"),
        ("Polcie", "Drugs  Team ", "Chair", 37712),
        ("Fire & Rescue", "Board", "Deputy for Ann", "2003-04"),
    ),
    "Lines": (("From", "To", "Kind"), ("Drugs Team", "Community Safety Board", "reports to")),
    "Bodies": (("Name", "Kind"), ("Police", "police force"), ("Fire", "fire authority"), ("PCT", "health")),
}  # fmt: skip
MATRIX = (
    ("Membership 2003", None, None, None, None),
    (None, "Board", "Drugs Team", "Youth Group", "Total"),
    ("Police", "C", "M", "X", 3),
    ("Fire", "✓", "V", None, 2),
    ("County Council", "(Ann)", "vice chair", "1", 3),
    (None, None, None, None, None),
    ("C = chair, M = member", None, None, None, None),
)


@functools.cache
def structure() -> Structure:
    return load_text(STRUCTURE, "area.yaml").structure


@functools.cache
def yaml() -> tuple[bytes, ...]:
    return (STRUCTURE.encode(), b"id: a\ntitle: A\ngroups:\n- &x {id: b, name: B}\n- <<: *x\n  id: c\n")


@functools.cache
def json_documents() -> tuple[bytes, ...]:
    content = parse_yaml(FileText("area.yaml", STRUCTURE)).content
    return (json.dumps(content).encode(), json.dumps(content, indent=1).encode())


@functools.cache
def popolo() -> tuple[bytes, ...]:
    return ((ROOT / "loaders" / "popolo" / "area.json").read_bytes(),)


@functools.cache
def folders() -> tuple[bytes, ...]:
    ours = "".join(f"%%% {name}\n{text}" for name, text in folder_files(structure()))
    theirs = "".join(
        f"%%% {name}.csv\n" + "".join(";".join(str(cell or "") for cell in row) + "\n" for row in rows)
        for name, rows in {**SHEETS, "Members": MATRIX}.items()
    )
    return (ours.encode(), theirs.encode("cp1252", errors="replace"))


@functools.cache
def xlsx() -> tuple[bytes, ...]:
    return (workbook(structure()), _book(SHEETS), _book({"Anything": SHEETS["Groups"], "x": SHEETS["Seats"]}))


@functools.cache
def matrices() -> tuple[bytes, ...]:
    turned = tuple(zip(*MATRIX[1:5], strict=True))
    return (_book({"Members": MATRIX}), _book({"Sheet1": turned, **SHEETS}), _book({"M": (*MATRIX, *MATRIX)}))


def _book(sheets: Mapping[str, Sequence[Sequence[object]]]) -> bytes:
    book = openpyxl.Workbook()
    del book["Sheet"]
    for name, rows in sheets.items():
        page = book.create_sheet(name)
        for row in rows:
            page.append(list(row))
        page.merge_cells("A5:B5")
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


@functools.cache
def xls() -> tuple[bytes, ...]:
    book = xlwt.Workbook()
    for name, rows in {**SHEETS, "M": MATRIX}.items():
        page = book.add_sheet(name)
        for number, row in enumerate(rows):
            for place, cell in enumerate(row):
                page.write(number, place, cell)
        page.write(9, 0, xlwt.Formula("1+1"))
    made = io.BytesIO()
    book.save(made)
    return (made.getvalue(),)


@functools.cache
def xlsb() -> tuple[bytes, ...]:
    cells = b""
    for number, row in enumerate(SHEETS["Groups"]):
        cells += record(0, number.to_bytes(4, "little"))
        for place, cell in enumerate(row):
            cells += record(6, place.to_bytes(4, "little") + bytes(4) + wide(str(cell)))
    return (xlsb_of(cells + record(7, bytes(12)), ("text",)),)


@functools.cache
def ods() -> tuple[bytes, ...]:
    rows = "".join(
        "<table:table-row>"
        + "".join(f'<table:table-cell office:value-type="string"><text:p>{c or ""}</text:p></table:table-cell>' for c in row)
        + '<table:table-cell table:number-columns-repeated="9"/></table:table-row>'
        for row in SHEETS["Groups"]
    )  # fmt: skip
    blank = '<table:table-row table:number-rows-repeated="9"><table:table-cell/></table:table-row>'
    return (ods_of((blank + rows + blank).replace("&", "&amp;")),)


@functools.cache
def pptx() -> tuple[bytes, ...]:
    from tests.loaders.slides.drawing import Deck

    deck = Deck().new("Structure in 2003")
    board, team = deck.box("Community Safety Board\nChair: Ann Lee", 12, 3), deck.box("Drugs Team", 5, 9)
    deck.box("• Police\n• Fire", 20, 9)
    deck.glued(team, board, head="end")
    deck.line(23, 9, 15, 5, dash="dash")
    deck.words("reports to", 9, 7)
    made = io.BytesIO()
    deck.file.save(made)
    return (made.getvalue(),)


@functools.cache
def replies() -> tuple[bytes, ...]:
    from graphmodel.answers import Entry
    from tests.loaders.reply_sheets import by_hand, sheet_of

    with TemporaryDirectory() as folder:
        path = Path(folder) / "back.xlsx"
        asked = sheet_of(parse(ASKED), path).read_bytes()
        row = {"about": "dag", "what": "line", Entry.SHORT: "Yes", Entry.SOURCE: "minutes"}
        return (asked, by_hand(parse(ASKED), path, row).read_bytes())


@functools.cache
def profiles() -> tuple[bytes, ...]:
    return (
        b"id: ours\nextends: dat-cdrp-2003\ntitle: Ours\nrules:\n  ACC-03: {on: false}\n  TOR-01:\n    severity: high\n",
        b"extends: base.yaml\nsources: [practice]\ndepth: {value: standard, from: us}\napplies_from: 2004-01-01\n",
    )


@functools.cache
def waivers() -> tuple[bytes, ...]:
    from tests.answerable.small_place import WAIVERS

    return (WAIVERS.encode(),)


@functools.cache
def reports() -> tuple[bytes, ...]:
    from tests.asked import report_of

    return (report_of(parse(ASKED)).model_dump_json(by_alias=True).encode(),)
