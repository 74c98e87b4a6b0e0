"""Many rows that share an id, a name or nothing at all with what is known: read as few would be."""

from pathlib import Path

from loaders.structures import load
from tests.loaders.growing import folder

KINDS = (
    "Ash",
    "Birchwood",
    "Cedar Lodge",
    "Dogwood Hall",
    "Elm",
    "Firs and Pines",
    "Grove House",
    "Holly",
    "Ivy Court",
)


def test_one_id_that_many_bear_is_told_and_each_name_is_one_thing(tmp_path: Path) -> None:
    rows = "".join(f"b1,{name},voluntary\n" for name in (*KINDS, *KINDS))
    loaded = load(folder(tmp_path / "in", bodies=f"id,name,kind\n{rows}"))
    assert [(body.id, body.name) for body in loaded.structure.bodies[:3]] == [
        ("b1", "Ash"),
        ("body-b1", "Birchwood"),
        ("b1-2", "Cedar Lodge"),
    ]
    assert [body.name for body in loaded.structure.bodies] == list(KINDS)


def test_further_rows_of_a_name_that_two_have_tell_the_two(tmp_path: Path) -> None:
    rows = "id,name,kind\na,Fire,voluntary\nb,Fire,voluntary\n" + ",Fire,voluntary\n" * 3
    told = [problem.what for problem in load(folder(tmp_path / "in", bodies=rows)).problems]
    assert told == ["`Fire` is the name of several (`a`, `b`), so this row was read as one more."] * 3


def test_that_no_more_near_names_were_looked_for_is_said_once(tmp_path: Path) -> None:
    many = range(1750)
    loaded = load(
        folder(
            tmp_path / "in",
            groups="name,kind\nBoard,board\n",
            bodies="name,kind\n" + "".join(f"Trust {n:05},voluntary\n" for n in many),
            seats="member,group,role\n" + "".join(f"Other {n:05},Board,member\n" for n in many),
        )
    )
    assert sum("were compared with the known ones" in said for said in loaded.understood) == 1
