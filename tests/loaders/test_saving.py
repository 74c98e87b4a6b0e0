"""Files that are written whole or not at all, and that people like to read."""

# ruff: noqa: E501

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from graphmodel.structure import Structure
from loaders.problems import SaveError
from loaders.saving import save, structure_as_yaml, write_text
from loaders.structures import load

STRUCTURE = Structure.model_validate(
    {
        "id": "area",
        "title": "No. 2: an area",
        "as_of": "2003-11-21",
        "sources": [{"id": "guide", "name": "Guide", "words": 30}],
        "groups": [
            {"id": "board", "name": "Board", "kind": "board", "per_year": 12, "evidence": {"locator": "10.10"}},
            {
                "id": "team",
                "name": "no",
                "kind": "team",
                "aliases": ["é", "yes"],
                "purpose": "a purpose that is told at such length that it takes more than one line: " + "words, " * 12,
                "claims": [{"property": "per_year", "value": 4.0}],
            },
        ],
        "lines": [{"from": "team", "to": "board", "kind": "reports_to", "lead": "unknown", "valid_from": "2003"}],
    }
)

YAML = """\
schema: 1
id: area
title: 'No. 2: an area'
as_of: '2003-11-21'

sources:
  - id: guide
    name: Guide
    words: 30

groups:
  - id: board
    kind: board
    name: Board
    per_year: 12
    evidence: {locator: '10.10'}
  - id: team
    kind: team
    name: 'no'
    aliases: [é, 'yes']
    purpose: 'a purpose that is told at such length that it takes more than one line: words, words, words, words, words, words,
      words, words, words, words, words, words, '
    claims:
    - {property: per_year, value: 4.0}

lines:
  - {kind: reports_to, from: team, to: board, lead: unknown, valid_from: '2003'}
"""


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def said(path: str, text: str = "") -> str:
    with pytest.raises(SaveError) as raised:
        write_text(path, text)
    return str(raised.value)


def test_yaml_as_people_like_it() -> None:
    assert structure_as_yaml(STRUCTURE) == YAML


@pytest.mark.parametrize("file", ["area.yaml", "area.YML", "area.json"])
def test_the_suffix_tells_the_format(file: str) -> None:
    save(STRUCTURE, file)
    text = Path(file).read_text(encoding="utf-8")
    assert json.loads(text)["title"] == STRUCTURE.title if file == "area.json" else text == YAML
    assert load(file) == (STRUCTURE, ())
    assert [path.name for path in Path().iterdir()] == [file]


def test_a_suffix_of_no_format() -> None:
    with pytest.raises(SaveError) as raised:
        save(STRUCTURE, "area.docx")
    assert str(raised.value) == (
        "area.docx: The file's name does not say in which format to write. Let it end in .yaml, .yml, .json or .xlsx, "
        "or name a folder for CSV files."
    )
    assert [path.name for path in Path().iterdir()] == []


def test_places_that_cannot_be_written_to() -> None:
    Path("region").mkdir()
    assert said("region") == "region: This is a folder, not a file. Name a file in it."
    assert said("nowhere/area.yaml") == (
        f"nowhere/area.yaml: There is no folder `{Path('nowhere').absolute()}`. Make it first."
    )
    assert said("x" * 300) == f"{'x' * 300}: The file cannot be written: File name too long. Nothing was changed."


def test_a_text_that_cannot_be_written_leaves_the_old_file_and_nothing_else() -> None:
    Path("area.yaml").write_text("old")
    with pytest.raises(UnicodeEncodeError):
        write_text("area.yaml", "new" * 100_000 + "\ud83d")
    assert Path("area.yaml").read_text() == "old"
    assert [path.name for path in Path().iterdir()] == ["area.yaml"]


@pytest.mark.skipif(sys.platform == "win32", reason="rights and links are of POSIX here")
def test_rights_and_links_are_kept() -> None:
    Path("area.yaml").write_text("old")
    Path("area.yaml").chmod(0o640)
    Path("link.yaml").symlink_to("area.yaml")
    write_text("link.yaml", "new")
    assert Path("link.yaml").is_symlink()
    assert Path("area.yaml").read_text() == "new"
    assert stat.S_IMODE(Path("area.yaml").stat().st_mode) == 0o640


@pytest.mark.skipif(sys.platform == "win32", reason="rights are of POSIX here")
def test_a_new_file_has_the_rights_of_any_new_file() -> None:
    write_text("ours", "")
    Path("theirs").touch()
    assert Path("ours").stat().st_mode == Path("theirs").stat().st_mode


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes with a name are of POSIX")
def test_a_pipe_is_written_to_and_stays_a_pipe() -> None:
    os.mkfifo("pipe")
    with subprocess.Popen([sys.executable, "-c", "print(open('pipe').read())"], stdout=subprocess.PIPE) as reader:
        write_text("pipe", "text")
        assert reader.stdout is not None
        assert reader.stdout.read() == b"text\n"
    assert stat.S_ISFIFO(Path("pipe").stat().st_mode)
