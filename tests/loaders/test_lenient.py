"""What is left of tables in which something is wrong: never anything that nobody wrote."""

from pathlib import Path

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
        documents="name,kind\nTerms,zzqqx\nOther terms,terms of reference\n",
        completeness="of\nchair\n",
    )
    assert [document.name for document in loaded.structure.documents] == ["Other terms"]
    assert not loaded.is_whole
    assert loaded.structure.completeness == ()
