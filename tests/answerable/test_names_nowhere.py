"""No output tells the name of a person who was not asked to be shown, in whatever part of whatever file."""

from __future__ import annotations

import base64
import html
import io
import json
import re
import unicodedata
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.answerable.small_place import Answer

PLACE = """\
id: place
title: A place that Alice Quillon made
as_of: 2003-11-21
sources:
  - {id: s1, name: Notes of Zoë Quintrell, date: 2003-10-01, evidence: {note: "Alice Quillon wrote it"}}
bodies:
  - {id: quaife, kind: voluntary, name: The Quaife Trust}
groups:
  - id: g1
    kind: partnership
    name: One for Mrs Quillon
    aliases: [Group of Alice Quillon]
    purpose: "What Alice Quillon wants"
  - {id: g2, kind: group, name: Two of Alice  Quillon, evidence: {note: "Zoe Quintrell knows"}}
  - {id: g3, kind: board, name: Three}
  - {id: g4, kind: group, name: Four}
posts:
  - {id: head, name: The head, aliases: [Ann Quaife's post]}
people:
  - {id: quillon.a, name: "Alice  Quillon", aliases: [Mrs Quillon]}
  - {id: quintrell.z, name: "Zoe\u0308 Quintrell"}
  - {id: quaife.a, name: Ann Quaife}
  - {id: quaife.am, name: Ann Quaife Quenby}
plans:
  - {id: plan, kind: strategy, name: The plan of Alice Quillon, valid_from: 2003-01-01}
links:
  - {type: holds, person: quaife.am, post: head, evidence: {source: s1, quote: "Ann Quaife  Quenby holds it"}}
  - {type: part_of, part: g2, whole: g1}
lines:
  - {kind: accountable_to, from: g2, to: g1, subject: what Ann Quaife asks, evidence: {note: "Zoë Quintrell said so"}}
  - {kind: accountable_to, from: g4, to: g3, evidence: {modality: planned, reason: "Zoë  Quintrell"}}
seats:
  - {member: quillon.a, group: g1, role: chair, evidence: {source: s1, note: "Alice Quillon has for years"}}
  - {member: quillon.a, group: g2, role: chair}
  - {member: quillon.a, group: g3, role: chair}
  - {member: quillon.a, group: g4, role: chair}
  - {member: quintrell.z, group: g3, role: member, capacity: unknown}
  - {member: quaife.a, group: g3, role: member, capacity: unknown}
  - {member: quaife, group: g4, role: member}
  - {member: head, group: g4, role: lead_officer}
"""
BEFORE = PLACE.replace(
    "people:\n",
    "people:\n  - {id: quorn.b, name: Bert Quorn}\n",
).replace(
    "seats:\n",
    "seats:\n" + "".join(f"  - {{member: quorn.b, group: g{number}, role: chair}}\n" for number in (1, 2, 3, 4)),
)
"""The state before: with somebody who has gone since, and chaired everything."""

EXCEPT = "owner: Mrs Quillon, reason: Alice Quillon likes it., agreed_on: 2003-10-01, review_by: 2004-10-01"
WAIVERS = f"""\
waivers:
  - {{rule: REP-04, subject: Alice Quillon, {EXCEPT}}}
  - {{finding: REP-04 quorn.b, {EXCEPT}}}
  - {{finding: REP-04 quince.c, {EXCEPT}}}
"""
ASSUMED = """\
title: What Alice Quillon supposes
note: Zoë Quintrell agrees
rhythms:
  - {groups: [g1, g2, g3, g4], rhythm: "quarterly, 2 hours", reason: Alice Quillon said so}
seats:
  - {members: [quaife], groups: [g1], reason: "Zoe  Quintrell thinks so"}
"""
ASSUME = ("--assume", "assumed.yaml")
ASSUME_OF_BOTH = ("--assume", "assumed_of_both.yaml")
TELLTALE = ("quillon", "quintrell", "quenby", "ann quaife", "quaife.a", "quorn", "quince")
"""What no output may hold, capitals, accents and spaces aside. The Quaife Trust is a body, and may."""

AUDITS = [("audit", "place.yaml", "--voice", voice) for voice in ("board", "audit", "research")]
PAPERS = ("docx", "html", "md", "txt")
EVERYTHING = [
    *((command, ending) for command in AUDITS for ending in PAPERS),
    *((AUDITS[0], ending) for ending in ("xlsx", "json", "sarif")),
    *((("requests", "place.yaml"), ending) for ending in (*PAPERS, "xlsx")),
    *((("statement", "place.yaml"), ending) for ending in PAPERS),
    *((("burden", "place.yaml"), ending) for ending in (*PAPERS, "xlsx", "json", "svg")),
    *((("burden", "place.yaml", "--body", "quaife"), ending) for ending in PAPERS),
    *((("diff", "before.yaml", "place.yaml"), ending) for ending in (*PAPERS, "json", "svg")),
    *((("compare", "before.yaml", "place.yaml"), ending) for ending in (*PAPERS, "json", "csv", "graphml", "svg")),
    *((("agree", "before.yaml", "place.yaml"), ending) for ending in PAPERS),
    *((("whatif", "place.yaml", "--merge", "g1,g2", "--into", "joint"), ending) for ending in PAPERS),
    *((("burden", "place.yaml", *ASSUME), ending) for ending in (*PAPERS, "xlsx", "json", "svg")),
    *((("diff", "before.yaml", "place.yaml", *ASSUME_OF_BOTH), ending) for ending in (*PAPERS, "json", "svg")),
    *((("whatif", "place.yaml", "--merge", "g1,g2", "--into", "joint", *ASSUME), ending) for ending in PAPERS),
    *((("depends", "place.yaml", who), ending) for who in ("g1", "head", "quaife") for ending in PAPERS),
    *((("tor", "place.yaml", group), ending) for group in ("g1", "g2", "g3") for ending in PAPERS),
    *((("map", "place.yaml", *more), ending) for more in ((), ("--findings",)) for ending in ("html", "svg")),
]


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: Answer) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("place.yaml").write_text(BEFORE, "utf-8")
    assert answer("audit", "place.yaml", "--names", "--fail-on", "never", "-o", "last.json")[0] == 0
    assert "Bert Quorn" in Path("last.json").read_text("utf-8")
    Path("before.yaml").write_text(BEFORE.replace("id: place\n", "id: earlier\n"), "utf-8")
    Path("place.yaml").write_text(PLACE, "utf-8")
    Path("waivers.yaml").write_text(WAIVERS, "utf-8")
    Path("assumed.yaml").write_text(ASSUMED, "utf-8")
    Path("assumed_of_both.yaml").write_text(ASSUMED.replace("thinks so", "and Bert Quorn think so"), "utf-8")
    return tmp_path


def parts_of(name: str, content: bytes) -> Iterator[tuple[str, str]]:
    """Yield everything in a file with its place: members of archives, what is packed within a text, all as text."""
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for member in archive.namelist():
                yield f"{name}: its members", member
                yield from parts_of(f"{name}: {member}", archive.read(member))
        return
    text = content.decode("utf-8", "replace")
    yield name, text
    yield f"{name} unescaped", html.unescape(text)
    yield f"{name} without marks", re.sub(r"<[^>]*>", "", html.unescape(text))
    if name.endswith((".json", ".sarif")):
        yield f"{name} read", json.dumps(json.loads(text), ensure_ascii=False)
    for number, packed in enumerate(re.findall(r"base64,([A-Za-z0-9+/=]+)", text)):
        yield from parts_of(f"{name} packed {number}", base64.b64decode(packed))


def plain(text: str) -> str:
    apart = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(mark for mark in apart if not unicodedata.combining(mark)).split())


def _told(content: bytes, name: str = "out") -> list[str]:
    return sorted({
        f"{where}: …{said[max(0, said.find(word) - 60) : said.find(word) + 60]}…"
        for where, text in parts_of(name, content)
        for said in [plain(text)]
        for word in TELLTALE
        if word in said
    })  # fmt: skip


@pytest.mark.usefixtures("place")
@pytest.mark.parametrize(
    ("command", "ending"), EVERYTHING, ids=lambda one: one if isinstance(one, str) else "-".join(one)
)
def test_no_part_of_any_output_tells_a_name(answer: Answer, command: tuple[str, ...], ending: str) -> None:
    out = Path(f"out.{ending}")
    beside = ("--fail-on", "never", "--baseline", "last.json", "--waivers", "waivers.yaml")
    options = (*command, *(beside if command[0] == "audit" else ()))
    if command[0] == "audit" and ending in ("xlsx", "json", "sarif"):
        options = (*command[:2], *beside)
    code, told, _ = answer(*options, "-o", out)
    assert (code, told) == (0, "")
    assert _told(out.read_bytes(), out.name) == []
    code, told, _ = answer(*options, "-o", out, "--names")
    assert _told(out.read_bytes(), out.name), "with --names the same output tells names"


@pytest.mark.usefixtures("place")
@pytest.mark.parametrize("ending", ["graphml", "edges.csv", "nodes.csv", "jsonld"])
def test_no_form_for_other_programs_tells_a_name(answer: Answer, ending: str) -> None:
    assert answer("convert", "place.yaml", f"out.{ending}")[0] == 0
    assert [told for file in sorted(Path().glob("out.*")) for told in _told(file.read_bytes(), file.name)] == []
    assert answer("convert", "place.yaml", f"out.{ending}", "--names")[0] == 0
    assert _told(Path(f"out.{ending}").read_bytes(), f"out.{ending}"), "with --names the same output tells names"


@pytest.mark.usefixtures("place")
def test_no_output_on_the_terminal_tells_a_name(answer: Answer) -> None:
    beside = ("--fail-on", "never", "--baseline", "last.json", "--waivers", "waivers.yaml")
    for voice in ("board", "audit", "research"):
        assert _told(answer("audit", "place.yaml", "--voice", voice, *beside)[1].encode()) == []
    for command in (("requests",), ("statement",), ("burden",), ("map", "-o", "-"), ("tor", "g1")):
        assert _told(answer(command[0], "place.yaml", *command[1:])[1].encode()) == []
    difference = answer("diff", "before.yaml", "place.yaml")
    assert _told("\n".join(difference[1:]).encode()) == []
