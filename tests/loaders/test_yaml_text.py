"""YAML: what plain words mean, what is refused, and where everything stands."""

# What is printed stands here as it is printed, one sentence a line.
# ruff: noqa: E501, ISC004

from __future__ import annotations

import time
from typing import Any

import pytest
import yaml

from loaders import yaml_text
from loaders.file_text import FileText
from loaders.parsed import MAX_DEPTH, Parsed
from loaders.problems import LoadError


@pytest.fixture(autouse=True, params=["C", "Python"])
def _parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "Python":
        monkeypatch.setattr(yaml_text, "_PARSER", yaml.SafeLoader)
    elif not hasattr(yaml, "CSafeLoader"):
        pytest.skip("PyYAML was built without libyaml here")


def parsed(text: str) -> Parsed:
    return yaml_text.parse(FileText("f.yaml", text))


def said(text: str) -> str:
    with pytest.raises(LoadError) as raised:
        parsed(text)
    return str(raised.value).removeprefix("f.yaml:")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("true", True), ("False", False), ("null", None), ("~", None), ("", None), ("2003", 2003), ("-3", -3), ("0", 0), ("4.5", 4.5),
        ("1.0e+20", 1e20), ("no", "no"), ("on", "on"), ("yes", "yes"), ("y", "y"), ("2003-04", "2003-04"), ("2003-11-21", "2003-11-21"),
        ("010", "010"), ("0o7", "0o7"), ("0x1F", "0x1F"), ("1_000", "1_000"), ("1e5", "1e5"), (".5", ".5"), ("+1", "+1"), (".inf", ".inf"),
        ("12:30", "12:30"), ("1.5e999", "1.5e999"), ("'2003'", "2003"), ('"null"', "null"), ("=", "="),
    ],
)  # fmt: skip
def test_plain_words(written: str, meant: object) -> None:
    found = parsed(f"key: {written}\n").content
    assert found == {"key": meant}
    assert type(found["key"]) is type(meant)


def test_keys_are_always_texts() -> None:
    assert parsed("2003: a\nno: b\n~: c\n").content == {"2003": "a", "no": "b", "~": "c"}


def test_lists_and_entries() -> None:
    assert parsed("a:\n  - {b: [1, x], c: }\n  - |\n    two\n    lines\n").content == {
        "a": [{"b": [1, "x"], "c": None}, "two\nlines\n"]
    }
    assert parsed("# nothing\n").content is None


def test_keys_that_stand_twice_are_told_at_both_places_and_the_first_counts() -> None:
    text = "id: a\nbody:\n  x: 1\n  y: [{z: 1}]\n  x: {y: 2, y: 3}\nid: b\n"
    found = parsed(text)
    assert found.content == {"id": "a", "body": {"x": 1, "y": [{"z": 1}]}}
    assert [str(problem) for problem in found.problems] == [
        "f.yaml:5:3: The key `x` stands twice in this entry, first in line 3, column 3. Keep one of them.",
        "f.yaml:6:1: The key `id` stands twice in this entry, first in line 1, column 1. Keep one of them.",
    ]


def test_places() -> None:
    found = parsed("ab: é\nlist:\n  - {x: 'y', z: 10.10}\n  - plain\n")
    places = {
        ("ab",): "f.yaml:1:5", ("list", 0): "f.yaml:3:5", ("list", 0, "x"): "f.yaml:3:9", ("list", 0, "z"): "f.yaml:3:17",
        ("list", 1): "f.yaml:4:5", (): "f.yaml:1:1",
    }  # fmt: skip
    assert {path: str(found.place(path)) for path in places} == places
    assert str(found.place(("list", 0, "z"), of_key=True)) == "f.yaml:3:14"
    assert str(found.place(("list", 0, "not there"))) == "f.yaml:3:5"
    assert found.as_written(("list", 0, "z")) == "10.10"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("a:\n\t- b\n", "2:1: A tab indents this line; YAML knows only spaces. Replace each tab by two spaces."),
        ("a:\n  - b\n\t- c\n", "3:1: A tab indents this line; YAML knows only spaces. Replace each tab by two spaces."),
        ("name: Police: Avon\n", "1:13: This line has a second colon with a space after it. Put the text after the first colon in quotes."),
        ("a:b\nc: d\n", "2:2: This key cannot stand here: the line above is not complete, or this one is indented too far. "
         "Put a colon and a space after each key, and indent the keys of one entry alike."),
        ("a: 'x\nb: c\n", "1:4: The quotation mark here is never closed. Add the closing one; inside single quotes write an apostrophe twice."),
        ("a: 'it's'\n", "1:8: Text goes on here behind a closing quotation mark or bracket. Put all of it in one pair of quotes; "
         "inside single quotes write an apostrophe twice."),
        ("a: [1, 2\nb: c\n", "2:2: A comma or a closing `]` is wanted here, for the bracket opened at line 1, column 4. "
         "Close the bracket, or put text that holds brackets, commas or colons in quotes."),
        ("a: {b: c\n", "2:1: A comma or a closing `}` is wanted here, for the bracket opened at line 1, column 4. "
         "Close the bracket, or put text that holds brackets, commas or colons in quotes."),
        ("a:\n  - b\n c: d\n", "3:2: The indentation of this line fits no line above it. "
         "Begin the keys of one entry, and the items of one list, in the same column."),
        ("a:\n- b\nc\n", "3:1: This line is neither a key with its value nor an item of a list. Write `key: value` or `- item`; "
         "text that goes on from the line above is indented further than its key."),
        ("- a\nb: c\n", "2:1: This line is no item of the list that begins at line 1. Begin it with `- `, or indent it like what it belongs to."),
        ("a: @home\n", "1:4: Text cannot begin with `@`. Put it in quotes."),
        ("a: `x`\n", '1:4: Text cannot begin with "`". Put it in quotes.'),
        ("a: - b\n", "1:4: An item of a list cannot stand here. Begin the list on a line of its own."),
        ("a: }\n", "1:4: `}` cannot stand here. If it is meant as text, put it in quotes."),
        ("é: '€\x07'\n", "1:6: A control character, `\\x07`, stands here. Delete it."),
        (" a: b\nc: d\n", "2:1: This line does not belong to the document above it. "
         "Indent it like the first key of the file, and take out any line of three dots."),
        ("a: b\n---\nc: d\n", "2:1: A second document begins here. Put each document in a file of its own."),
        ("a: |9x\n f\n", "1:6: Text cannot follow `|` or `>` on the same line. Begin it on the next line, indented."),
        ("a: !important\n", "1:4: A tag, `!important`, stands here; tags are not read. "
         "If it is meant as text, put it in quotes; otherwise leave it out."),
        ("a: &x b\n", "1:4: An anchor, `&x`, stands here; anchors and aliases are not read. "
         "If it is meant as text, put it in quotes; otherwise write the content out where it is wanted."),
        ("a: *\n", "1:4: Text cannot begin with `*`. Put it in quotes."),
        ("[a]: b\n", "1:1: A list or an entry stands here where a key should be. Put text that begins with a bracket in quotes."),
        ("a:\n  *b : c\n", "2:3: An alias, `*b`, stands here; anchors and aliases are not read. "
         "If it is meant as text, put it in quotes; otherwise write the content out where it is wanted."),
    ],
)  # fmt: skip
def test_what_is_refused(text: str, sentence: str) -> None:
    assert said(text) == sentence


def test_an_unknown_escape() -> None:
    # The two parsers point at the backslash and at what follows it.
    assert said('a: "x\\qy"\n')[3:] == (
        ": A backslash between double quotes begins a code, and this is none. Write two backslashes, or use single quotes."
    )


def test_an_anchor_bomb_does_no_work() -> None:
    bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 40)
    )
    began = time.perf_counter()
    assert said(bomb).startswith("1:5: An anchor, `&a0`, stands here; anchors and aliases are not read.")
    assert time.perf_counter() - began < 1


@pytest.mark.parametrize("opening", ["[", "{a: ", "- "])
def test_endless_nesting_is_refused_where_it_becomes_too_deep(opening: str) -> None:
    column = len(opening) * MAX_DEPTH + 1
    assert said(opening * 20_000) == (
        f"1:{column}: Lists and entries are nested more than {MAX_DEPTH} deep here. A structure needs fewer than ten levels."
    )


def test_places_are_not_looked_for_until_asked_for() -> None:
    class Refuses(FileText):
        def place(self, offset: int) -> Any:
            raise AssertionError(offset)

    assert yaml_text.parse(Refuses("f.yaml", "a: [1]")).problems == ()
