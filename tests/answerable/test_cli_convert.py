"""`answerable convert`: what is written where, what is told, and what is left as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from answerable.errors import InputError
from answerable.saving import save as save_any
from graphmodel.structure import Structure
from loaders.problems import SaveError
from loaders.saving import save
from loaders.structures import Loaded, load
from sample_data import path
from tests.answerable.conftest import Answer

SW = path("south_worcestershire")
SMALL = Structure.model_validate(
    {
        "id": "s",
        "title": "Small",
        "groups": [{"id": "g", "name": "Group", "kind": "group", "purpose": "=1+1"}],
        "people": [{"id": "ann", "name": "Ann Lee"}],
        "seats": [{"member": "ann", "group": "g"}],
    }
)
LEFT_OUT = "claims about single properties, silences, and which lists are complete"


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("out", ["a.yaml", "a.json", "a.xlsx", "a", "a/"])
def test_every_lossless_form(answer: Answer, out: str) -> None:
    told = answer("convert", SW, out)
    assert (told.code, told.out, told.err) == (0, "", f"Written: {out}\n")
    assert load(out) == load(SW)
    assert answer("convert", out, "back.yaml").code == 0
    assert load("back.yaml") == load(SW)


def test_forms_for_other_programs(answer: Answer) -> None:
    save(SMALL, "s.yaml")
    told = answer("convert", "s.yaml", "s.edges.csv")
    assert told.err == (
        "Written: s.nodes.csv\nWritten: s.edges.csv\n"
        f"Left out, as a list of nodes and edges has no place for it: {LEFT_OUT}; of sources there are only the ids.\n"
        "Names of persons are left out; --names keeps them.\n"
    )
    assert "Ann" not in Path("s.nodes.csv").read_text("utf-8")
    assert '"""=1+1"""' in Path("s.nodes.csv").read_text("utf-8")
    told = answer("convert", "s.yaml", "s.jsonld", "--names")
    assert told.err == (
        f"Written: s.jsonld\nLeft out, as linked data has no place for it: {LEFT_OUT}.\nNames of persons are in it.\n"
    )
    assert "Ann Lee" in Path("s.jsonld").read_text("utf-8")


def test_what_holds_everything_says_that_names_are_in_it(answer: Answer) -> None:
    save(SMALL, "s.yaml")
    assert answer("convert", "s.yaml", "s.xlsx").err == "Written: s.xlsx\nNames of persons are in it.\n"


def test_names_that_cannot_be_written(answer: Answer) -> None:
    save(SMALL, "s.yaml")
    save(SMALL, "s")
    Path("file").touch()
    for out, said in {
        "s.docx": "s.docx: The file's name does not say in which format to write.",
        "s.csv": "s.csv: One CSV file holds one table and no structure.",
        "s.yaml": "`s.yaml` is the file that is read.",
        "file": "file: This is a file, not a folder.",
        "no/s.yaml": "no/s.yaml: There is no folder",
        "no/s": "no/s: There is no folder",
    }.items():
        told = answer("convert", "s.yaml", out)
        assert told.code == 2
        assert said in told.err
    assert "`s` is what is read." in answer("convert", "s", "s").err
    assert "`s` is what is read." in answer("convert", "s/groups.csv", "s").err
    assert sorted(one.name for one in Path().iterdir()) == ["file", "s", "s.yaml"]


def test_of_a_folder_only_the_tables_are_replaced(answer: Answer) -> None:
    assert answer("convert", SW, "tables").code == 0
    Path("tables/minutes.docx").write_text("minutes")
    save(SMALL, "s.yaml")
    assert answer("convert", "s.yaml", "tables").code == 0
    assert sorted(one.name for one in Path("tables").iterdir()) == [
        "about.csv",
        "groups.csv",
        "minutes.docx",
        "people.csv",
        "seats.csv",
    ]
    assert load("tables") == Loaded(SMALL)
    assert sorted(one.name for one in Path().iterdir()) == ["s.yaml", "tables"]


def test_tables_of_others_are_not_mixed_with_ours(answer: Answer) -> None:
    Path("tables").mkdir()
    Path("tables/Members.csv").write_text("member,group\n")
    told = answer("convert", SW, "tables")
    assert told.code == 2
    assert "The folder holds `Members.csv`, which would be read together with what is written." in told.err
    assert [one.name for one in Path("tables").iterdir()] == ["Members.csv"]


def test_what_has_the_name_of_a_table_and_is_no_file_is_left_alone(answer: Answer) -> None:
    save(SMALL, "tables")
    Path("tables/bodies.csv").mkdir()
    Path("tables/bodies.csv/minutes.docx").write_text("minutes")
    before = there("tables")
    told = answer("convert", SW, "tables")
    assert (told.code, there("tables")) == (2, before)
    assert "tables: `bodies.csv` in it is no file, and is not replaced. Move it away, or name another" in told.err
    Path("tables/bodies.csv/minutes.docx").unlink()
    Path("tables/bodies.csv").rmdir()
    Path("tables/bodies.csv").symlink_to("nowhere")
    assert answer("convert", SW, "tables").code == 2
    assert Path("tables/bodies.csv").is_symlink()


def there(folder: str) -> dict[str, bytes | None]:
    return {str(one): one.read_bytes() if one.is_file() else None for one in Path(folder).rglob("*")}


@pytest.mark.parametrize("name", ["members.tsv", "Old.CSV"])
def test_whatever_would_be_read_with_the_tables_is_a_stranger(answer: Answer, name: str) -> None:
    Path("tables").mkdir()
    Path("tables", name).write_text("name\tkind\nA\tboard\n")
    told = answer("convert", SW, "tables")
    assert (told.code, [one.name for one in Path("tables").iterdir()]) == (2, [name])
    assert f"The folder holds `{name}`, which would be read together" in told.err


@pytest.mark.parametrize("name", ["", "  "])
def test_a_result_without_a_name_is_refused(answer: Answer, name: str) -> None:
    save(SMALL, "s.yaml")
    told = answer("convert", "s.yaml", name)
    no_name = "The result has no name. Let it end in .yaml, .yml, .json or .xlsx, or name a folder for CSV files."
    assert (told.code, told.err) == (2, f"answerable: {no_name}\n")
    with pytest.raises(SaveError, match=no_name):
        save(SMALL, name)
    with pytest.raises(InputError, match=no_name):
        save_any(SMALL, name)
    assert [one.name for one in Path().iterdir()] == ["s.yaml"]


def test_of_two_files_none_is_written_where_one_cannot_be() -> None:
    Path("g.nodes.csv").write_text("old")
    Path("g.edges.csv").mkdir()
    with pytest.raises(InputError, match=r"g\.edges\.csv: This is a folder, not a file"):
        save_any(SMALL, "g.edges.csv")
    assert Path("g.nodes.csv").read_text() == "old"
    assert sorted(one.name for one in Path().iterdir()) == ["g.edges.csv", "g.nodes.csv"]


def test_popolo_comes_in(answer: Answer) -> None:
    file = Path(__file__).parents[1] / "loaders" / "popolo" / "area.json"
    assert answer("convert", file, "area.xlsx").code == 0
    assert load("area.xlsx").structure == load(file).structure
