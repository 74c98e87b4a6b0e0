"""The public API as a program uses it."""

import datetime as dt
import json
import subprocess
import sys
from pathlib import Path

import networkx as nx
import pytest

import answerable as an
import sample_data
from queries.profile import profile

SW = sample_data.path("south_worcestershire")


def test_importing_takes_no_heavy_library() -> None:
    heavy = "pydantic networkx yaml rich typer jinja2 pyvis pygraphviz neo4j"
    program = f"import sys, answerable; print([name for name in {heavy.split()!r} if name in sys.modules])"
    assert subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_everything_public_is_there_and_nothing_else_is_promised() -> None:
    assert {name for name in an.__all__ if not hasattr(an, name)} == set()
    assert dir(an) == sorted(an.__all__)
    assert an.Structure.__name__ == "Structure"
    assert an.Report.__name__ == "Report"
    with pytest.raises(AttributeError, match="no_such_thing"):
        an.no_such_thing  # noqa: B018  reading it is the test


def test_load_audit_draw(tmp_path: Path) -> None:
    structure = an.load(SW)
    report = an.audit(structure, as_of="2003-11-21")
    an.draw(structure, report, tmp_path / "map.html")
    an.draw(structure, report, tmp_path / "map.svg")
    assert isinstance(structure, an.Structure)
    assert isinstance(report, an.Report)
    assert isinstance(structure.graph(), nx.MultiDiGraph)
    assert sorted(file.name for file in tmp_path.iterdir()) == ["map.html", "map.svg"]


def test_the_report_is_that_of_the_command_line() -> None:
    command = [sys.executable, "-m", "answerable", "audit", str(SW), "--format", "json"]
    told = subprocess.run(command, capture_output=True, check=True).stdout.decode("utf-8")
    assert told == an.audit(an.load(SW)).to_json()


def test_what_is_asked_may_be_given_in_several_ways() -> None:
    structure = an.load(SW)
    report = an.audit(structure, as_of=dt.date(2004, 4, 1), profile=profile("governance"), evidence="stated")
    assert report == an.audit(structure, as_of="2004-04-01", profile="governance", evidence="stated")
    assert (report.as_of, report.profile, report.evidence.value) == ("2004-04-01", "governance", "stated")
    assert an.audit(structure).as_of == structure.as_of


def test_all_that_is_wrong_with_a_question_is_raised_at_once() -> None:
    with pytest.raises(an.AnswerableError) as raised:
        an.audit(an.load(SW), as_of="2003-13-45", profile="gov", evidence="weak")
    assert len(str(raised.value).splitlines()) == 3


def test_what_is_wrong_with_a_file(tmp_path: Path) -> None:
    file = tmp_path / "wrong.yaml"
    file.write_text("id: x\ntitle: T\ngroups: [{id: a, kind: gang}]\n", "utf-8")
    with pytest.raises(an.LoadError) as raised:
        an.load(file)
    assert raised.value.problems == an.check(file)
    assert len(an.check(file)) == 2
    assert an.check(SW) == ()


def test_what_was_put_right_on_the_way_is_a_warning(tmp_path: Path) -> None:
    file = tmp_path / "really.json"
    file.write_text("id: x\ntitle: T\n", "utf-8")
    with pytest.warns(UserWarning, match="it holds YAML, not JSON"):
        an.load(file)
    assert [problem.warning for problem in an.check(file)] == [True]


def test_a_drawing_that_cannot_be_written(tmp_path: Path) -> None:
    structure = an.load(SW)
    report = an.audit(structure)
    with pytest.raises(an.AnswerableError, match="Let the name end in one"):
        an.draw(structure, report, tmp_path / "map.png")
    with pytest.raises(an.AnswerableError, match="There is no folder"):
        an.draw(structure, report, tmp_path / "nowhere" / "map.svg")
    assert list(tmp_path.iterdir()) == []


def test_a_report_reads_back() -> None:
    report = an.audit(an.load(SW))
    assert an.Report.model_validate_json(report.to_json()) == report
    assert json.loads(report.to_json())["profile"] == "dat-cdrp-2003"
