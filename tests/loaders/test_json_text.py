"""JSON: what people get wrong in it, and where everything stands."""

# What is printed stands here as it is printed, one sentence a line.
# ruff: noqa: E501, ISC004

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders import json_text
from loaders.file_text import FileText
from loaders.problems import LoadError

if TYPE_CHECKING:
    from loaders.parsed import FieldPath, Parsed

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=6), inner, max_size=4),
    max_leaves=15,
).filter(lambda value: "\\ud" not in json.dumps(value, ensure_ascii=False))


def parsed(text: str) -> Parsed:
    return json_text.parse(FileText("f.json", text))


def said(text: str) -> str:
    with pytest.raises(LoadError) as raised:
        parsed(text)
    return str(raised.value).removeprefix("f.json:")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ('{"a": [1, 2', "1:12: The file ends here, with the bracket `[` of line 1, column 7 still open. Check that the file was copied whole."),
        ('{"a": 1,\n"b"', "2:4: The file ends here, with the bracket `{` of line 1, column 1 still open. Check that the file was copied whole."),
        ('{"a": "x', "1:7: The quotation mark here is never closed. Add the closing one at the end of the text."),
        ('{"a": 1,\n}', "1:8: This comma is followed by no further value. Delete it."),
        ("[1, ]", "1:3: This comma is followed by no further value. Delete it."),
        ('{"a": NaN}', "1:7: `NaN` is no value in JSON. Write a number or null."),
        ('{"a": -Infinity}', "1:7: `-Infinity` is no value in JSON. Write a number or null."),
        ('{"NaN": 1, "a": 1e999}', "1:17: `1e999` is no value in JSON. Write a number or null."),
        ("{'a': 1}", "1:2: `'` does not begin a text in JSON. Use straight double quotes: \"text\"."),
        ('{"a": “x”}', '1:7: `“` does not begin a text in JSON. Use straight double quotes: "text".'),
        ("{a: 1}", "1:2: `a` stands here without quotes. A key is written in double quotes in JSON."),
        ('{"a": yes}', "1:7: `yes` stands here without quotes. Text is written in double quotes in JSON."),
        ('{"a" 1}', "1:6: A colon is wanted here, after the key. Write `key: value` with the key in double quotes."),
        ('{"a": 1\n"b": 2}', "1:8: A comma or a closing bracket is wanted here. Add it behind the value."),
        ('{"a": 1,, "b": 2}', "1:9: A comma stands here where a key is wanted. Delete it."),
        ("[1,,2]", "1:4: A comma stands here where a value is wanted. Delete it, or write the value."),
        ('{"a": ]', "1:7: A value is wanted here. Write one, or null."),
        ('{"a": [1}', "1:9: `}` closes nothing here. Delete it, or first close what is open with its own sign."),
        ("[1]]", "1:4: `]` closes nothing here. Delete it."),
        ('{"a": 1} // why', "1:10: The document has ended, and more follows here. Put each document in a file of its own."),
        ('{"a": 1, // why\n"b": 2}', "1:10: A comment stands here; JSON has none. Delete it, or save the file as YAML, which has."),
        ('{"a": "x\ny"}', "1:9: A new line stands here inside a text. Close the text before it, or write \\n or \\t."),
        ('{"a": "\\q"}', "1:8: A backslash begins a code here, and this is none. Write two backslashes."),
        ('{"a": "\\ud83d"}', "1:7: This text holds half of a character: a code from \\ud800 to \\udfff without its other half. "
         "Write the character itself."),
        ('{"a": 1}\n{"a": 2}', "2:1: The document has ended, and more follows here. Put each document in a file of its own."),
        ("  \n", "1:1: The file holds nothing but spaces. Check that it was saved."),
        ('{"a": [1, ' + "9" * 5000 + "]}", "1:11: This number has too many digits. If it is a code, put it in quotes."),
        ("[" * 100_000, "1:100000: Lists and entries are nested too deep here. A structure needs fewer than ten levels."),
    ],
)  # fmt: skip
def test_what_is_refused(text: str, sentence: str) -> None:
    assert said(text) == sentence


def test_a_whole_character_written_as_two_codes_is_read() -> None:
    assert parsed('{"a": "\\ud83d\\ude00"}').content == {"a": "😀"}


def test_keys_that_stand_twice_are_told_at_both_places_and_the_first_counts() -> None:
    found = parsed('{"a": 1, "b": {"a": 2, "c": 3,\n "a": {"a": 4, "a": 5}}, "a": 6}')
    assert found.content == {"a": 1, "b": {"a": 2, "c": 3}}
    assert [str(problem) for problem in found.problems] == [
        "f.json:2:2: The key `a` stands twice in this entry, first in line 1, column 16. Keep one of them.",
        "f.json:2:26: The key `a` stands twice in this entry, first in line 1, column 2. Keep one of them.",
    ]


@given(values, st.sampled_from((None, 1)), st.booleans())
def test_every_value_stands_where_its_place_says(value: Any, indent: int | None, ascii_only: bool) -> None:
    text = json.dumps(value, indent=indent, ensure_ascii=ascii_only)
    lines = text.splitlines(keepends=True) if ascii_only else text.split("\n")
    found = parsed(text)
    for path, there in _walk(value):
        place = found.place(path)
        assert place.line is not None
        assert place.column is not None
        before = sum(len(line) + (not ascii_only) for line in lines[: place.line - 1])
        assert json.JSONDecoder().raw_decode(text, before + place.column - 1)[0] == there


def _walk(value: Any, path: FieldPath = ()) -> list[tuple[FieldPath, Any]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [(path, value), *(found for step, item in inner for found in _walk(item, (*path, step)))]
