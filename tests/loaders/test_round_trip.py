"""What goes out comes back: any structure through YAML and JSON, any plain values through YAML."""

# ruff: noqa: E501

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphmodel.structure import Structure
from loaders.file_text import FileText
from loaders.saving import structure_as_json, structure_as_yaml
from loaders.structures import Loaded, load_text
from loaders.yaml_text import parse
from loaders.yaml_writer import as_yaml
from tests.strategies import structures

SAMPLES = sorted((Path(__file__).parents[2] / "sample_data").glob("*.yaml"))

# What YAML and the people who write it have got wrong before.
AWKWARD = (
    "no", "yes", "on", "off", "y", "null", "Null", "~", "true", "TRUE", "2003", "2003-04", "2003-11-21", "010", "0o7", "0x1F", "1e5",
    "1.5e3", "1.5e999", "1_000", "-1", "+1", ".5", "1.", "10.10", ".inf", ".nan", "12:30:45", "=", "<<", "", " ", "-", "- item", "? key",
    "key: value", "trailing:", ":leading", "# comment", "text # comment", "&anchor", "*alias", "!tag", "%percent", "@at", "`backtick`",
    "'single'", '"double"', "it's", "[list]", "{entry}", "a, b", "|", ">", "|-", "...", "---", "--- a", "\\n", " leading", "trailing ",
    "two  spaces", "\ttab", "a\ttab", "\n", "a\n", "\na", "a\nb", "a\n\nb\n", "a\n\n", "a\n  b", "a \nb", "a\r\nb", "\r", "\x85", "a\x85b",
    "\u2028", "\u2029", "\ufeff", "\xa0", "\xa0a", "é", "日本", "😀", "\u202eabc", "\x00", "\x07", "\x1b", "\x7f", "\x80", "\ufffe", "\uffff",
    "</script>", "word " * 60 + "end", "word: " * 60 + "end", "x" * 300, "# " * 60 + "end", "a\n" + "word " * 60 + "end", "- " * 60 + "a",
)  # fmt: skip

texts = st.sampled_from(AWKWARD) | st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
scalars = (
    st.none()
    | st.booleans()
    | st.integers(-(10**30), 10**30)
    | st.floats(allow_nan=False, allow_infinity=False)
    | texts
)
values = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(("id", "a", "b c")) | texts, inner, max_size=3)
    ),
    max_leaves=12,
)
documents = st.dictionaries(st.sampled_from(("id", "title", "groups", "valid_from")), values, max_size=4)


@settings(max_examples=300, deadline=None)
@given(documents)
def test_plain_values_through_yaml(document: dict[str, Any]) -> None:
    written = as_yaml(document)
    found = parse(FileText("f.yaml", written))
    assert found.content == document
    assert found.problems == ()


@pytest.mark.parametrize("text", AWKWARD)
def test_awkward_texts_through_yaml(text: str) -> None:
    document = {"title": text, "list": [text, {"id": text, "name": text}, {"name": text}, [text]]}
    assert parse(FileText("f.yaml", as_yaml(document))).content == document


@settings(max_examples=150, deadline=None)
@given(structures())
def test_structures_through_yaml_and_json(structure: Structure) -> None:
    as_yaml_text, as_json_text = structure_as_yaml(structure), structure_as_json(structure)
    from_yaml, from_json = load_text(as_yaml_text), load_text(as_json_text, "structure.json")
    assert from_yaml == from_json
    assert from_json == Loaded(structure)
    # Byte for byte: a value that compares equal but is another (1, 1.0, True) would show.
    assert structure_as_yaml(from_json.structure) == as_yaml_text
    assert structure_as_json(from_yaml.structure) == as_json_text


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_samples(path: Path) -> None:
    structure = load_text(path.read_text(encoding="utf-8"), path.name).structure
    assert load_text(structure_as_yaml(structure)).structure == structure
    assert load_text(structure_as_json(structure), "s.json").structure == structure
