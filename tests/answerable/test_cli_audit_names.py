"""Names of persons, in reports from the command line."""

import re
from pathlib import Path

import pytest

from tests.answerable.small_place import Answer

NAMED = """\
id: named
title: Named
as_of: 2003-11-21
groups:
  - {id: csp, kind: partnership, name: The partnership}
  - {id: dag, kind: group, name: The drugs group}
people:
  - {id: quint.a, name: Aloysia Quint, aliases: [Mrs Quint]}
  - {id: quint.b, name: Barnaby Quint}
seats:
  - {member: quint.a, group: csp, role: chair, evidence: {note: "Mrs Quint has done so for years"}}
  - {member: quint.b, group: dag, role: chair}
"""


@pytest.mark.parametrize("form", ["text", "markdown", "json"])
def test_names_of_persons_are_shown_only_when_asked_for(answer: Answer, tmp_path: Path, form: str) -> None:
    file = tmp_path / "named.yaml"
    file.write_text(NAMED, "utf-8")
    out = tmp_path / "report"
    answer("audit", file, "--format", form, "-o", out)
    told = out.read_text("utf-8")
    assert "quint" not in told.casefold()
    assert "a person (name not shown) chairs The" in " ".join(told.split()).replace("A person", "a person")
    if form == "json":
        assert {"person-00175d96", "person-655bb825"} == set(re.findall(r"person-[0-9a-f]+", told))
    answer("audit", file, "--format", form, "--names", "-o", out)
    shown = out.read_text("utf-8")
    assert "Aloysia Quint" in shown
    assert "person (name not shown)" not in shown
