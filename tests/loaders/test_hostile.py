"""Whatever stands in a file: it is loaded, or refused in words, and nothing else happens."""

# ruff: noqa: E501

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from loaders.file_text import FileText
from loaders.problems import LoadError
from loaders.structures import load, load_text
from loaders.yaml_text import parse
from loaders.yaml_writer import as_yaml

GOOD = """\
schema: 1
id: area
title: An area
as_of: "2003-11-21"
source: guide
sources: [{id: guide, name: Guide, words: 30}]
bodies:
  - {id: fire, name: Fire Authority, kind: fire_authority, aliases: [Fire]}
groups:
  - {id: board, name: Board, kind: board, tier: strategic, per_year: 4, evidence: {locator: 10.10}}
  - {id: team, name: Team, kind: team, claims: [{property: tier, value: tactical}], valid_from: 2003-04}
seats: [{member: fire, group: board, role: chair}]
lines: [{from: team, to: board, kind: reports_to, lead: unknown}]
links: [{type: part_of, part: team, whole: board}]
events: [{id: merger, name: Merger, kind: merge, originals: [{id: team, continues: "yes"}], results: [board]}]
silences: [{about: board, what: line}]
completeness: [{of: seat, about: board}]
"""
PIECES = sorted(
    {*GOOD.split(), *"[]{}:,-&*!|>'\"%@`#\n\t?", "\n  ", "\x00", "é", "\ud83d", "null", "~", "- ", "[[", "{}", "[]"}
)
FILES = ("area.yaml", "area.json", "area")

only_words = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def told(text: str, file: str) -> str:
    """Load a text, and give what was said about it, which must be fit to print."""
    try:
        problems = load_text(text, file).problems
    except LoadError as error:
        problems = error.problems
    said = "\n".join(map(str, problems))
    said.encode()
    assert all(character.isprintable() or character == "\n" for character in said)
    return said


@only_words
@given(st.binary(max_size=60), st.sampled_from(FILES))
def test_any_bytes(tmp_path: Path, content: bytes, file: str) -> None:
    path = tmp_path / file
    path.write_bytes(content)
    with pytest.raises(LoadError):
        load(path)


@only_words
@given(st.text(max_size=60), st.sampled_from(FILES))
@example("id: \ud83d", "area.yaml")
@example('{"\ud83d": 1}', "area.json")
def test_any_text(text: str, file: str) -> None:
    assert told(text, file)


@only_words
@given(st.data(), st.sampled_from(FILES))
def test_good_files_with_something_put_in_taken_out_or_cut_off(data: st.DataObject, file: str) -> None:
    text = GOOD
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, min(len(text), start + 12)) | st.just(start))
        text = text[:start] + data.draw(st.sampled_from(PIECES) | st.just("")) + text[end:]
    told(text, file)


ANY_VALUE = st.recursive(
    st.sampled_from((None, True, False, 0, -1, 2003, 10.1, 1e300, "", "fire", "board", "Fire Authority", "no such", "2003-02-30", "x" * 600)),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(("id", "type", "kind", "x", "a b")), inner, max_size=2),
    max_leaves=4,
)  # fmt: skip


@only_words
@given(st.data())
def test_good_files_with_any_value_in_any_place(data: st.DataObject) -> None:
    content: Any = parse(FileText("area.yaml", GOOD)).content
    for _ in range(data.draw(st.integers(1, 3))):
        here = content
        while True:
            steps = sorted(here) if isinstance(here, dict) else range(len(here)) if isinstance(here, list) else ()
            step = data.draw(st.sampled_from([*steps])) if len(steps) else None
            inner = here[step] if step is not None else None
            if step is None or not isinstance(inner, dict | list) or not inner or data.draw(st.booleans()):
                break
            here = inner
        if step is not None:
            here[step] = data.draw(ANY_VALUE)
    told(json.dumps(content), "area.json")
    told(as_yaml(content), "area.yaml")


@pytest.mark.parametrize("levels", [60, 300, 900, 5000])
@pytest.mark.parametrize("place", ["note", "x", "groups", "silences"])
def test_values_nested_without_end(levels: int, place: str) -> None:
    text = f'{{"id": "a", "title": "A", "{place}": {"[" * levels}{"]" * levels}}}'
    assert told(text, "area.json")
    assert told(text, "area.yaml")


def test_ids_that_look_like_our_own_stand_ins() -> None:
    board = '{"id": "\ue0001", "name": "B", "kind": "board"}'
    text = f'{{"id": "a", "title": "A", "groups": [{board}], "silences": [{{"about": "%s", "what": "line"}}, {{"about": "B B", "what": "line"}}]}}'
    assert "Nothing in this file is `B B`" in told(text % "\ue0001", "area.json")
    assert told(text % "\ue0002", "area.json")


def test_the_good_file_is_good() -> None:
    assert told(GOOD, "area.yaml") == ""
