"""`answerable diff`: the map in papers, what `--fail-on` counts, and the patch in the document."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import sample_data
from tests.answerable.conftest import Answer

GLOUCESTERSHIRE = sample_data.path("gloucestershire")
DAYS = ("--from", "2003-03-31", "--to", "2003-11-21")


def test_a_paper_to_look_at_has_the_map_and_a_text_does_not(answer: Answer, tmp_path: Path) -> None:
    word, page, text = (tmp_path / f"difference{ending}" for ending in (".docx", ".html", ".md"))
    assert answer("diff", GLOUCESTERSHIRE, *DAYS, "-o", word, "-o", page, "-o", text).code == 0
    with zipfile.ZipFile(word) as archive:
        (picture,) = (name for name in archive.namelist() if name.endswith(".png"))
        assert archive.read(picture).startswith(b"\x89PNG")
    html = page.read_text("utf-8")
    assert html.count('src="data:image/png;base64,') == 1
    assert "Map of before and after." in html
    assert "Map of before and after." not in text.read_text("utf-8")


def test_a_finding_of_the_very_status_that_is_asked_for_counts(answer: Answer, tmp_path: Path) -> None:
    output = tmp_path / "difference.json"
    answer("diff", GLOUCESTERSHIRE, *DAYS, "-o", output)
    fresh = [
        one["now"]
        for one in json.loads(output.read_text("utf-8"))["findings"]["changes"]
        if one["change"] == "first_asked"
    ]
    assert sorted(fresh) == ["observed", *["partly"] * 2, *["query"] * 7]
    for status, number in (("fail", 0), ("conflict", 0), ("query", 7), ("partly", 9), ("observed", 10)):
        code, _, err = answer("diff", GLOUCESTERSHIRE, *DAYS, "--fail-on", status)
        assert code == (1 if number else 0)
        said = f"answerable: {number} new findings of status {status} or worse.\n"
        assert err.endswith(said) if number else "new finding" not in err
