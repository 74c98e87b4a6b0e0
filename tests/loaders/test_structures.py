"""Structures with faults: all that is said of them, and nothing said that is only the consequence of something else."""

# What is printed stands here as it is printed, one sentence a line.
# ruff: noqa: E501

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from graphmodel.kinds import BodyKind
from graphmodel.structure import Structure
from loaders.file_text import FileText
from loaders.problems import LoadError
from loaders.registry import parse_text
from loaders.structures import load, load_text

BAD = Path(__file__).parent / "bad.yaml"
HEAD = "id: area\ntitle: An area\n"

SAID = """\
4:1: `As of` was read as `as_of`.
4:8: `21/11/2003` is not a full date. Did you mean `2003-11-21`?
6:1: A structure has no field `bodys`. Did you mean `bodies`?
8:37: `words` is -3; it must be at least 0.
12:11: `fire_athority` is not a kind of body. Did you mean `fire_authority`?
15:11: `Police Force` was read as `police_force`.
16:14: `aliases` is a list; the text was read as its only item. Write it in square brackets.
17:5: A body has no field `colour`. It has `id`, `name`, `kind` and 12 others: `answerable schema` has them all.
18:9: `dc malvern` cannot be an id. Write letters, digits, dots, hyphens and underscores, without spaces.
21:5: This body has no `id`. Add it.
27:11: `stategic` is not a tier. Did you mean `strategic`?
28:13: `is_new` cannot be the text `maybe`. Write true, false or `unknown`.
29:15: `per_year` cannot be the text `often`. Write a number or `unknown`.
35:17: `2003-02-30` is not in the calendar. Correct the month or the day.
36:42: `staetd` is not a modality. Did you mean `stated`?
36:58: `guidee` is not a source. Did you mean `guide`?
37:5: An item of `groups` cannot be the text `just text`. Write an entry with keys of its own.
41:14: `Fire Auth` is not a body, a group, a post or a person. Did you mean `fire-authority`?
42:14: `Fire Authority` was read as `fire-authority`.
43:33: `tor` is a document; a seat needs a group as its `group`. Name another.
44:29: `dagg` is not a group. Did you mean `dag` (Drug and Alcohol Group)?
44:41: `chairman` is not a role. Did you mean `chair`?
46:5: This seat stands here a second time; the first is in line 45, column 5. It was read once.
47:5: This seat has no `member`. Add it.
49:21: `tor` is a document; a line needs a body, a group or a post as its `to`. Name another.
50:35: `reports to` was read as `reports_to`.
51:21: `nowhere-at-all` is not a body, a group or a post. Correct it, or add it to `bodies`, `groups` or `posts`.
51:43: `xx` is not a kind of line. Write `reports_to`, `accountable_to` or `delegated_by`.
53:5: This line stands here a second time; the first is in line 52, column 5. Delete one of the two, or tell them apart by `kind` or `subject`.
55:12: `part of` was read as `part_of`.
56:5: This `owns` link has no `group`. Add it.
56:5: This `owns` link has no `plan`. Add it.
57:5: `foo` is not a type that `links` may have. Write `escalates_to`, `part_of`, `line_managed_by` or one of 18 others: `answerable schema` has them all.
58:5: This entry has no `type`. Add one, such as `type: part_of`.
60:10: `of` cannot be `seats`. Did you mean `seat`?
63:13: Nothing in this file is `dogs`. Correct it, or add what is meant.
"""


def said(text: str, file: str = "f.yaml") -> list[str]:
    """Give everything said of a text that is refused, without the file's name."""
    with pytest.raises(LoadError) as raised:
        load_text(text, file)
    return [line.removeprefix(f"{file}:") for line in str(raised.value).splitlines()]


def warned(text: str, file: str = "f.yaml") -> tuple[Structure, list[str]]:
    """Give the structure of a text that is loaded, and the warnings."""
    found = load_text(text, file)
    assert all(problem.warning for problem in found.problems)
    return found.structure, [str(problem).removeprefix(f"{file}:") for problem in found.problems]


def test_everything_is_told_at_once_and_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(BAD.parent)
    with pytest.raises(LoadError) as raised:
        load("bad.yaml")
    assert str(raised.value).replace("bad.yaml:", "") + "\n" == SAID


def test_json_is_told_the_same_but_for_the_places() -> None:
    content: Any = parse_text(FileText("bad.yaml", BAD.read_text(encoding="utf-8"))).content
    # Numbers that were meant as text can be told from others only in YAML.
    content["bodies"][1]["name"] = "2003"
    content["lines"][2]["subject"] = "12"
    content["groups"][1]["evidence"]["locator"] = content["seats"][1]["evidence"]["locator"] = "2.10"
    sentences = [line.partition(": ")[2] for line in said(json.dumps(content, indent=1), "f.json")]
    there = [line.partition(": ")[2] for line in SAID.splitlines()]
    first = "; the first is in line"
    assert [line.partition(first)[0] for line in sentences] == [line.partition(first)[0] for line in there]


def test_a_good_file_is_loaded_without_a_word() -> None:
    structure, warnings = warned(HEAD + "groups: [{id: board, name: Board, kind: board}]\n")
    assert structure == Structure.model_validate(
        {"id": "area", "title": "An area", "groups": [{"id": "board", "name": "Board", "kind": "board"}]}
    )
    assert warnings == []


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("- a\n", "1:1: The file holds a list; a structure begins with keys, such as `id` and `title`. Check that it is the right file."),
        ("hello\n", "1:1: The file holds the text `hello`; a structure begins with keys, such as `id` and `title`. Check that it is the right file."),
        ("# nothing yet\n", " The file holds nothing; a structure begins with keys, such as `id` and `title`. Check that it is the right file."),
        (HEAD + "schema: 2\n", "3:9: `schema` cannot be the number `2`. Write the number 1."),
        (HEAD + "as_of: 2003-11\n", "3:8: `2003-11` is not a full date. Write a full date, such as 2003-11-21."),
        (HEAD + "groups: [{id: b, name: B}]\n", "3:10: This group has no `kind`. Add it: `partnership`, `board`, `group`, `forum`, `network`, `team` or `meeting_series`."),
        (HEAD + "groups: [{id: b, name: '', kind: board}]\n", "3:24: `name` is empty. Fill it in."),
        (HEAD + f"groups: [{{id: b, name: {'x' * 600}, kind: board}}]\n", "3:24: `name` has 600 characters; at most 500 are allowed. Shorten it."),
        (HEAD + "groups: [{id: b, name: B, kind: board, valid_from: April 2003}]\n", "3:52: `April 2003` is not a date. Write 2003, 2003-11, 2003-11-21 or unknown."),
        (HEAD + "groups: [{id: b, name: B, kind: board, valid_from: 1.4.2003}]\n", "3:52: `1.4.2003` is not a date. Did you mean `2003-04-01`?"),
        (HEAD + "bodies: [{id: b, name: B, kind: gang}]\n", f"3:33: `gang` is not a kind of body. Write `county_council`, `district_council`, `unitary_council` or one of {len(BodyKind) - 3} others: `answerable schema` has them all."),
        (HEAD + "bodies: [{id: b, name: B, kind: unitary}]\n", "3:33: `unitary` is not a kind of body. Did you mean `unitary_council`?"),
        (HEAD + "bodies: [{id: b, name: B}]\n", f"3:10: This body has no `kind`. Add it: `county_council`, `district_council`, `unitary_council` or one of {len(BodyKind) - 3} others: `answerable schema` has them all."),
        (HEAD + "groups: [{id: b, name: B, kind: board, frequency: monthly}]\n", "3:40: A group has no field `frequency`. Did you mean `rhythm`?"),
        (HEAD + "posts: [{id: s, name: Superintendent, Exford}]\n", "3:39: A post has no field `Exford`. A comma inside {…} ends the value; put the text in quotes."),
        (HEAD + "posts:\n- id: s\n  name: S\n  Exford:\n", "6:3: A post has no field `Exford`. It has `id`, `name`, `evidence` and 13 others: `answerable schema` has them all."),
        (HEAD + "people: [{id: p, name: P}]\nlinks: [{type: holds, person: p, post: p}]\n", "4:40: `p` is a person; a `holds` link needs a post as its `post`. Name another."),
        (HEAD + "events: [{id: e, name: E, kind: merge, results: [nothing]}]\n", "3:50: Nothing in this file is `nothing`. Correct it, or add what is meant."),
        (HEAD + 'completeness: [{of: seat, about: "\\e[31m\\u202e"}]\n', "3:34: Nothing in this file is `\\x1b[31m\\u202e`. Correct it, or add what is meant."),
    ],
)  # fmt: skip
def test_single_faults(text: str, sentence: str) -> None:
    assert said(text) == [sentence]


def test_an_id_that_stands_twice_in_one_table_or_in_two() -> None:
    text = (
        HEAD
        + "bodies:\n- {id: b, name: B, kind: other}\n- {id: b, name: C, kind: other}\ngroups:\n- {id: b, name: D, kind: board}\n"
    )
    assert said(text) == [
        "5:3: The id `b` is taken; the first is in line 4, column 3. Give one of the two another id.",
        "7:3: The id `b` is taken; the first is in line 4, column 3. Give one of the two another id.",
    ]


def test_a_key_that_stands_twice_is_told_with_everything_else() -> None:
    text = HEAD + "bodies: [{id: b, name: B, name: C, kind: othr}]\n"
    assert said(text) == [
        "3:27: The key `name` stands twice in this entry, first in line 3, column 18. Keep one of them.",
        "3:42: `othr` is not a kind of body. Did you mean `other`?",
    ]


@pytest.mark.parametrize(
    ("groups", "fault"),
    [
        ("groups: [{id: b b, name: B, kind: board}]", "3:15: `b b` cannot be an id."),
        ("groups: [{name: b, kind: board}]", "3:10: This group has no `id`."),
        ("groups: [{idd: b, name: B, kind: board}]", "3:10: This group has no `id`."),
        ("groups: [b]", "3:10: An item of `groups` cannot be the text `b`."),
        ("groups: {b: {name: B, kind: board}}", "3:9: `groups` cannot be an entry with keys of its own."),
        ("committees: [{id: b, name: B, kind: board}]", "3:1: A structure has no field `committees`."),
        ("groups: [{id: b, name: [], kind: 7, evidence: x}]", "3:24: `name` cannot be a list."),
        ("groups: []\ngroups: [{id: b, name: B, kind: board}]", "4:1: The key `groups` stands twice"),
    ],
)
def test_what_could_not_be_read_is_not_unknown_as_well(groups: str, fault: str) -> None:
    reference = "b b" if "b b" in groups else "b"
    told = said(f"{HEAD}{groups}\nlines: [{{from: {reference}, to: {reference}, kind: reports_to}}]\n")
    assert any(line.startswith(fault) for line in told)
    assert not any("not a group" in line or "Nothing" in line for line in told)


@pytest.mark.parametrize("group", ["{id: csp, name: B, kind: 7}", "{id: csp, naem: B, kind: board}", "csp"])
def test_a_slip_for_the_id_of_something_that_could_not_be_read(group: str) -> None:
    told = said(
        HEAD
        + f"groups: [{group}, {{id: dag, name: D, kind: group}}]\nlines: [{{from: dag, to: cps, kind: reports_to}}]\n"
    )
    assert told[-1].startswith("4:25: `cps` is not a body, a group or a post. Did you mean `csp`")
    assert "\ue000" not in "".join(told)


def test_the_consequences_of_a_fault_are_told_of_nothing_else() -> None:
    text = (
        HEAD
        + "groups: [{id: b, name: B, kind: bard}]\nlines:\n- {from: b, to: b, kind: no such}\n- {from: b, to: b, kind: reports_to}\n"
    )
    assert said(text) == [
        "3:33: `bard` is not a kind of group. Did you mean `board`?",
        "5:26: `no such` is not a kind of line. Write `reports_to`, `accountable_to` or `delegated_by`.",
    ]


def test_what_has_a_plain_meaning_is_loaded_with_a_warning() -> None:
    structure, warnings = warned(
        HEAD
        + "groups:\n"
        + "- {id: board, name: The Board, kind: Board, Tier: Strategic, themes: drugs}\n"
        + "- {id: team, name: Team, kind: team, aliases: [JCG]}\n"
        + "links:\n"
        + "- {type: Part Of, part: jcg, whole: the\u00a0board}\n"
    )
    assert warnings == [
        "4:38: `Board` was read as `board`.",
        "4:45: `Tier` was read as `tier`.",
        "4:51: `Strategic` was read as `strategic`.",
        "4:70: `themes` is a list; the text was read as its only item. Write it in square brackets.",
        "7:10: `Part Of` was read as `part_of`.",
        "7:25: `jcg` was read as `team`.",
        "7:37: `the\\xa0board` was read as `board`.",
    ]
    board = structure.groups[0]
    assert (board.kind, board.tier, board.themes) == ("board", "strategic", ("drugs",))
    assert (structure.links[0].start, structure.links[0].finish) == ("team", "board")


def test_a_name_that_two_things_share_is_not_guessed() -> None:
    text = (
        HEAD
        + "groups: [{id: a, name: Board, kind: board}, {id: b, name: Board, kind: board}]\nsilences: [{about: Board, what: line}]\n"
    )
    assert said(text) == ["4:20: Nothing in this file is `Board`. Did you mean `a` (Board) or `b` (Board)?"]


def test_numbers_that_are_meant_as_text_are_text_as_written() -> None:
    structure, warnings = warned(
        HEAD + "groups: [{id: 12, name: 2003, kind: board, evidence: {locator: 10.10}, valid_from: 2003}]\n"
        "silences: [{about: 12, what: line}]\n"
    )
    group = structure.groups[0]
    assert (group.id, group.name, group.evidence.locator, group.valid_from) == ("12", "2003", "10.10", "2003")
    assert warnings == []


def test_keys_with_nothing_behind_them_are_left_out() -> None:
    structure, warnings = warned(HEAD + "posts:\ngroups:\n- id: b\n  name: B\n  kind: board\n  themes:\n  evidence:\n")
    assert structure.groups[0].themes == ()
    assert warnings == []


def test_a_relation_that_is_there_word_for_word_already_is_read_once() -> None:
    structure, warnings = warned(
        HEAD + "groups: [{id: b, name: B, kind: board}]\nlines:\n"
        "- {from: b, to: b, kind: reports_to}\n- {from: B, to: b, kind: reports_to}\n- {kind: reports_to, from: b, to: b}\n"
    )
    assert len(structure.lines) == 1
    assert warnings == [
        "6:3: This line stands here a second time; the first is in line 5, column 3. It was read once.",
        "6:10: `B` was read as `b`.",
        "7:3: This line stands here a second time; the first is in line 5, column 3. It was read once.",
    ]


def test_rows_that_had_to_be_left_out_do_not_shift_the_places_of_others() -> None:
    text = (
        HEAD + "groups: [{id: b, name: B, kind: board}]\nlines:\n- oops\n"
        "- {from: b, to: b, kind: reports_to}\n- [oops]\n- {from: b, to: b, kind: reports_to, lead: true}\n- {from: b, to: c, kind: reports_to}\n"
    )
    assert said(text) == [
        "5:3: An item of `lines` cannot be the text `oops`. Write an entry with keys of its own.",
        "7:3: An item of `lines` cannot be a list. Write an entry with keys of its own.",
        "8:3: This line stands here a second time; the first is in line 6, column 3. Delete one of the two, or tell them apart by `kind` or `subject`.",
        "9:17: `c` is not a body, a group or a post. Correct it, or add it to `bodies`, `groups` or `posts`.",
    ]


def test_a_file_in_good_order_never_looks_for_places(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr(FileText, "place", refuse)
    for file in ("f.json", "f"):
        load_text('{"id": "area", "title": "An area", "groups": [{"id": "b", "name": "B", "kind": "board"}]}', file)
