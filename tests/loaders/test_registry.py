"""Which format a file is in: its suffix says, unless its content plainly says otherwise."""

# ruff: noqa: ISC004

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.file_text import FileText
from loaders.problems import LoadError
from loaders.registry import parse_file, parse_text


@pytest.mark.parametrize("file", ["a.yaml", "a.yml", "A.YAML", "a.json", "a", "a.txt"])
def test_content_in_its_own_format(file: str) -> None:
    text = '{"id": "a"}' if file == "a.json" else "# about\n\nid: a\n"
    found = parse_text(FileText(file, text))
    assert found.content == {"id": "a"}
    assert found.problems == ()


def test_json_that_is_named_yaml_is_read_with_a_warning() -> None:
    # Tabs for indentation: JSON that is not YAML at all.
    found = parse_text(FileText("a.yaml", '{\n\t"id": "a"\n}'))
    assert found.content == {"id": "a"}
    assert [str(problem) for problem in found.problems] == [
        "a.yaml: The file's name ends in `.yaml`, but it holds JSON, not YAML; it was read as JSON. "
        "Rename it to end in .json."
    ]
    assert all(problem.warning for problem in found.problems)


def test_yaml_that_is_named_json_is_read_with_a_warning() -> None:
    found = parse_text(FileText("a.json", "# about\nid: a\n"))
    assert found.content == {"id": "a"}
    assert [str(problem) for problem in found.problems] == [
        "a.json: The file's name ends in `.json`, but it holds YAML, not JSON; it was read as YAML. "
        "Rename it to end in .yaml."
    ]


def test_yaml_in_braces_is_still_yaml() -> None:
    found = parse_text(FileText("a.yaml", "{id: a}"))
    assert found.content == {"id": "a"}
    assert found.problems == ()


def test_what_is_in_neither_format_is_told_what_is_accepted() -> None:
    for file, start in {
        "a.csv": "A .csv file is not read here",
        "a": "The file's name does not say what it holds",
    }.items():
        with pytest.raises(LoadError) as raised:
            parse_text(FileText(file, "id,name\na,b\n"))
        assert str(raised.value) == (
            f"{file}: {start}, and the text is neither YAML nor JSON. Accepted are .yaml, .yml or .json."
        )


def test_a_file_is_read_and_parsed(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(b'\xef\xbb\xbf{"id": "\xc3\xa9"}')
    assert parse_file(path).content == {"id": "é"}
    with pytest.raises(LoadError, match="over the limit of 5 bytes"):
        parse_file(path, max_bytes=5)
