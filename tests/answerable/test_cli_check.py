import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import sample_data

Answer = Callable[..., tuple[int, str, str]]

FILE = """\
id: small
title: A small place
profile: governance
source: minutes
sources:
  - {id: minutes, name: Minutes}
groups:
  - {id: csp, kind: partnership, name: The partnership}
  - {id: dag, kind: group, name: The drugs group, evidence: {modality: inferred, reason: named once}}
  - {id: jcg, kind: group, name: The commissioning group}
lines:
  - {kind: reports_to, from: dag, to: csp}
completeness:
  - {of: terms_of_reference}
"""

UNDERSTOOD = """\
A small place: what was understood
==================================

Id       small
As at    not given: an audit takes today
Profile  governance
Source   minutes
Content  fingerprint {content}

Entries
-------

Table                    Entries  Of which
-----------------------  -------  ----------------------
sources                        1  source 1
groups                         3  group 2, partnership 1
lines                          1  reports to 1
lists declared complete        1  terms of reference 1

How the sources speak of them
-----------------------------

Evidence  Entries
--------  -------
stated          4
inferred        1

No rules were run. To audit it: answerable audit FILE
"""


def test_a_file_in_good_order_and_what_was_understood(answer: Answer, tmp_path: Path) -> None:
    file = tmp_path / "small.yaml"
    file.write_text(FILE, "utf-8")
    code, out, err = answer("check", file)
    content = out.partition("fingerprint ")[2][:16]
    assert (code, err) == (0, "")
    assert out == UNDERSTOOD.format(content=content)


def test_an_empty_structure_says_so(answer: Answer, tmp_path: Path) -> None:
    file = tmp_path / "empty.yaml"
    file.write_text("id: x\ntitle: T\n", "utf-8")
    code, out, _ = answer("check", file)
    assert code == 0
    assert "The file is in good order, and empty.\n\nNo rules were run." in out


def test_every_problem_with_its_place(answer: Answer, tmp_path: Path) -> None:
    file = tmp_path / "wrong.yaml"
    file.write_text(FILE.replace("kind: group,", "kind: gang,").replace("to: csp", "to: scp"), "utf-8")
    code, out, err = answer("check", file)
    assert (code, out) == (2, "")
    first, *problems = err.splitlines()
    assert first == "answerable: 3 things are wrong."
    assert [problem.split(" ")[0] for problem in problems] == [
        f"{file}:{place}:" for place in ("9:21", "10:21", "12:39")
    ]
    assert "`scp` is not a body, a group or a post." in problems[-1]


def test_one_problem_stands_on_one_line(answer: Answer, tmp_path: Path) -> None:
    assert answer("check", tmp_path / "nowhere.yaml")[::2] == (
        2,
        f"answerable: {tmp_path / 'nowhere.yaml'}: There is no such file.\n",
    )


def test_a_warning_does_not_keep_a_file_from_being_read(answer: Answer, tmp_path: Path) -> None:
    file = tmp_path / "really.json"
    file.write_text(FILE, "utf-8")
    code, out, err = answer("check", file)
    assert code == 0
    assert out.startswith("A small place: what was understood")
    assert err.startswith(f"answerable: warning: {file}: ")
    assert err.count("\n") == 1


def test_what_is_wrong_is_counted_and_told_apart_from_what_was_only_remarked(answer: Answer, tmp_path: Path) -> None:
    file = tmp_path / "both.yaml"
    file.write_text(FILE.replace("kind: partnership", "kind: Partnership").replace("to: csp", "to: scp"), "utf-8")
    told = answer("check", file)[2].splitlines()
    assert told[0] == "answerable: 1 thing is wrong; 1 was read with a remark."
    assert told[1].startswith(f"{file}:12:39: `scp` is not")
    assert told[2:] == ["Read with a remark:", f"{file}:8:21: `Partnership` was read as `partnership`."]


@pytest.mark.skipif(sys.platform == "win32", reason="rights are kept otherwise")
def test_a_file_that_may_not_be_read_is_told_in_our_words(
    answer: Answer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "private.yaml"
    file.write_text(FILE, "utf-8")
    file.chmod(0)

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    # Whoever runs the tests may be allowed to read everything.
    monkeypatch.setattr(os, "access", lambda path, *_, **__: Path(path) != file)
    monkeypatch.setattr(Path, "open", refuse)
    for command in ("check", "audit", "map"):
        assert answer(command, file) == (
            2,
            "",
            f"answerable: {file}: You may not read this file. Ask its owner for the right to read it, or for a copy.\n",
        )


def test_what_could_turn_a_terminal_is_not_told(answer: Answer, tmp_path: Path) -> None:
    file = tmp_path / "turned.yaml"
    file.write_text('id: x\ntitle: "red \\e[31m and \\u202e turned"\nprofile: "\\e[31mno"\n', "utf-8")
    code, _, err = answer("check", file)
    assert code == 2
    assert "\x1b" not in err
    file.write_text('id: x\ntitle: "red \\e[31m and \\u202e turned"\n', "utf-8")
    assert answer("check", file)[1].startswith("red [31m and turned: what was understood\n")


def test_every_sample_is_in_good_order(answer: Answer) -> None:
    for name in sample_data.names():
        code, _, err = answer("check", sample_data.path(name))
        assert (code, err) == (0, "")
