"""What is left of tables in which something is wrong: never anything that nobody wrote."""

from pathlib import Path

import pytest

from loaders.structures import Loaded, load


def read(folder: Path, **tables: str) -> Loaded:
    for name, text in tables.items():
        (folder / f"{name}.csv").write_text(text, "utf-8")
    return load(folder)


def test_a_kind_that_could_not_be_read_is_no_other_kind(tmp_path: Path) -> None:
    bodies = "name,kind\nPolice,zzqqx\nAnytown Council,unitary council\n"
    loaded = read(tmp_path, bodies=bodies, groups="name,kind\nDrugs and so on,zzqqx\n")
    structure = loaded.structure
    assert [(body.name, body.kind) for body in structure.bodies][1:] == [("Anytown Council", "unitary_council")]
    assert {body.kind for body in structure.bodies[:1]} <= {"other", "police_force"}
    assert [(group.name, group.kind) for group in structure.groups] == [("Drugs and so on", "group")]


def test_what_cannot_be_without_a_kind_is_left_out(tmp_path: Path) -> None:
    loaded = read(
        tmp_path,
        groups="name,kind\nSafety Board,board\n",
        events="name,kind\nThe launch,zzqqx\nThe first meeting,met\n",
        completeness="of\nchair\n",
    )
    assert [event.name for event in loaded.structure.events] == ["The first meeting"]
    assert not loaded.is_whole
    assert loaded.structure.completeness == ()


@pytest.mark.parametrize(
    ("table", "text", "told"),
    [
        (
            "funds",
            "name,kind,amount\nGrant,grant,lots\n",
            "text `lots`, so it was left out. Write a number",
        ),
        ("milestones", "name,due\nStart,2020\n", "This milestone has no `Plan`, so it was left out. Add it."),
        ("events", "name,kind\nFun,zzqqx\n", "`merge`, `absorb`, `split` or one of 14 others: the drop-down list of a"),
        (
            "links",
            "from,to\nPolice,Police\n",
            "This link does not say of which kind it is, so it was left out.",
        ),
        (
            "funds",
            "name,kind,ring_fenced\nGrant,grant,zzqqx\n",
            "`Ring-fenced` cannot be the text `zzqqx`, so it was left",
        ),
    ],
)
def test_what_is_wrong_is_told_in_the_words_of_tables(tmp_path: Path, table: str, text: str, told: str) -> None:
    loaded = read(tmp_path, **{table: text})
    assert any(told in str(problem) for problem in loaded.problems if not problem.warning), loaded.problems
