"""Rows that are half filled, and names that say what went before them."""

from __future__ import annotations

from pathlib import Path

from graphmodel.evidence import Modality
from graphmodel.kinds import BodyKind, LineKind
from tests.loaders.tables.folders import read, seats, told

BODIES = "name,kind,id\nPolice,police force,p1\n"


def test_a_former_name_is_still_a_name(tmp_path: Path) -> None:
    groups = "name,kind\nCrime Board (formerly Safer Panel),board\n"
    found = read(tmp_path, bodies=BODIES, groups=groups, seats="member,group\nPolice,Safer Panel\n")
    assert told(found) == ["  groups!A2: `Safer Panel` was read as the former name of `Crime Board`."]
    assert [(group.id, group.name, group.aliases) for group in found.structure.groups] == [
        ("crime-board", "Crime Board", ("Safer Panel",))
    ]
    assert seats(found) == [("p1", "crime-board", "member")]


def test_a_former_name_with_a_row_of_its_own_is_kept_apart(tmp_path: Path) -> None:
    groups = 'name,kind\n"Crime Board, previously Safer Panel",board\nSafer Panel,group\n'
    found = read(tmp_path, bodies=BODIES, groups=groups, seats="member,group\nPolice,Safer Panel\n")
    assert told(found)[1] == (
        "  groups!A2: `Safer Panel`, the former name of `Crime Board`, has a row of its own too. "
        "They were kept apart. If one took over from the other, say when the older one ended."
    )
    assert seats(found) == [("p1", "safer-panel", "member")]


def test_half_filled_rows(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        bodies="id,name,kind\n,Police,\n7,,charity\n,Worcester City Council,Council\n",
        groups="name,kind\nSafety Forum,\n",
        lines="from,to,kind\nSafety Forum,Police,\nSafety Forum,,reports to\n",
    )
    assert told(found) == [
        (
            "  bodies!C2: This row has no kind: it was guessed from the name, `Police` as a police force. Fill "
            "in the kind."
        ),
        "  bodies!C3: `charity` was read as `voluntary`.",
        "  bodies!C4: `Council` is no kind of body; `other` was taken, by its name. Choose a kind from the list.",
        "  groups!B2: This row has no kind: it was guessed from the name, `Safety Forum` as a forum. Fill in the kind.",
        (
            "  lines!C2: Nothing says what kind of line this is in row 2 of lines.csv: read as reporting, and as "
            "inferred. "
            "Fill in the kind."
        ),
        "! lines!B3: This line has no `To whom`, so it was left out. Add it.",
    ]
    police, charity, council = found.structure.bodies
    assert (police.kind, police.evidence.modality, police.claims[0].evidence.modality) == (
        BodyKind.POLICE_FORCE,
        Modality.STATED,
        Modality.INFERRED,
    )
    assert (charity.id, charity.name, charity.named, charity.kind) == ("7", "7", False, BodyKind.VOLUNTARY)
    assert council.kind is BodyKind.OTHER
    (line,) = found.structure.lines
    assert (line.kind, line.evidence.modality) == (LineKind.REPORTS_TO, Modality.INFERRED)
