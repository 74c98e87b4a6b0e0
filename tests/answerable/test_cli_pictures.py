"""`map` and `demo`: what is written, and where."""

import re
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

import sample_data

Answer = Callable[..., tuple[int, str, str]]
HACKNEY = sample_data.path("hackney")

NAMED = """\
id: named
title: Named
as_of: 2003-11-21
groups: [{id: csp, kind: partnership, name: The partnership}]
people: [{id: p, name: Aloysia Quint}]
seats: [{member: p, group: csp, role: chair}]
"""


def test_a_page_and_a_picture_at_once(answer: Answer, tmp_path: Path) -> None:
    page, picture = tmp_path / "m.html", tmp_path / "m.svg"
    assert answer("map", HACKNEY, "-o", page, "-o", picture) == (0, "", f"Written: {page}\nWritten: {picture}\n")
    assert page.read_text("utf-8").startswith("<!")
    assert ET.parse(picture).getroot().tag == "{http://www.w3.org/2000/svg}svg"  # noqa: S314  our own file
    assert sorted(tmp_path.iterdir()) == [page, picture]


def test_a_map_without_a_name_is_a_page_here(answer: Answer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert answer("map", HACKNEY) == (0, "", "Written: map.html\n")
    assert (tmp_path / "map.html").is_file()


def test_the_same_map_twice_is_the_same_bytes(answer: Answer, tmp_path: Path) -> None:
    for name in ("one", "two"):
        answer("map", HACKNEY, "-o", tmp_path / f"{name}.html", "-o", tmp_path / f"{name}.svg")
    for suffix in (".html", ".svg"):
        assert (tmp_path / f"one{suffix}").read_bytes() == (tmp_path / f"two{suffix}").read_bytes()


@pytest.mark.parametrize("suffix", [".html", ".svg"])
def test_names_of_persons_only_when_asked_for(answer: Answer, tmp_path: Path, suffix: str) -> None:
    file, map_ = tmp_path / "named.yaml", tmp_path / f"map{suffix}"
    file.write_text(NAMED, "utf-8")
    answer("map", file, "-o", map_)
    assert "Aloysia" not in map_.read_text("utf-8")
    answer("map", file, "-o", map_, "--names")
    assert "Aloysia" in map_.read_text("utf-8")


def test_findings_stand_on_a_picture_when_asked_for(answer: Answer, tmp_path: Path) -> None:
    answer("map", HACKNEY, "-o", tmp_path / "plain.svg")
    answer("map", HACKNEY, "-o", tmp_path / "marked.svg", "--findings")
    assert (tmp_path / "plain.svg").read_bytes() != (tmp_path / "marked.svg").read_bytes()


def test_a_wrong_name_and_wrong_options_are_told_before_anything_is_drawn(answer: Answer, tmp_path: Path) -> None:
    page = tmp_path / "m.html"
    code, out, err = answer("map", HACKNEY, "-o", page, "-o", "m.png", "--as-of", "soon")
    assert (code, out) == (2, "")
    assert err == (
        "answerable: 2 things are wrong.\n"
        "`soon` is not a day. Write year, month and day, such as 2003-11-21.\n"
        "`m.png`: a map is drawn as .html (a page) or .svg (a picture). Let the name end in one.\n"
    )
    assert not page.exists()


def test_the_file_that_is_read_and_a_folder_are_never_written(answer: Answer, tmp_path: Path) -> None:
    file, picture = tmp_path / "named.yaml", tmp_path / "map.svg"
    file.write_text(NAMED, "utf-8")
    picture.symlink_to(file)
    code, out, err = answer("map", file, "-o", file, "-o", picture, "-o", tmp_path)
    assert (code, out) == (2, "")
    assert err == (
        "answerable: 3 things are wrong.\n"
        f"`{file}` is the file that is read. Choose another name for the map.\n"
        f"`{picture}` is the file that is read. Choose another name for the map.\n"
        f"{tmp_path}: This is a folder, not a file. Name a file in it.\n"
    )
    assert file.read_text("utf-8") == NAMED


def test_a_dash_is_standard_output_and_gets_the_page(answer: Answer, tmp_path: Path) -> None:
    page = tmp_path / "map.html"
    code, out, err = answer("map", HACKNEY, "-o", "-", "-o", page)
    assert (code, err) == (0, f"Written: {page}\n")
    assert out == page.read_text("utf-8")


def test_the_demonstration(answer: Answer, tmp_path: Path) -> None:
    folder = tmp_path / "new" / "demo"
    code, out, err = answer("demo", folder)
    assert (code, err) == (0, "")
    beside = ["before-and-after.md", "before-and-after.svg", "side-by-side.md", "side-by-side.pdf"]
    assert sorted(place.name for place in folder.iterdir()) == sorted([*sample_data.names(), *beside])
    assert all(f"    {folder / name}\n" in out for name in beside)
    assert "If it attends this many" in (folder / beside[0]).read_text("utf-8")
    assert "merged into" in (folder / beside[1]).read_text("utf-8")
    assert "106 words" in (folder / beside[2]).read_text("utf-8")
    assert (folder / beside[3]).read_bytes().startswith(b"%PDF-")
    for name in sample_data.names():
        assert sorted(place.name for place in (folder / name).iterdir()) == ["map.html", "map.svg", "report.md"]
        assert f"    {folder / name / 'map.html'}\n" in out
        report = (folder / name / "report.md").read_text("utf-8")
        assert report.startswith("# ")
        assert "](map.svg)" in report
    assert re.search(r"^Hackney +21 November 2003 +0 +0 +\d+ +\d+ +\d+ +\d+ +\d+$", out, re.MULTILINE)


@pytest.mark.parametrize("below", ["", "below"])
def test_a_file_where_the_folder_of_the_demonstration_should_be(answer: Answer, tmp_path: Path, below: str) -> None:
    (tmp_path / "taken").touch()
    folder = tmp_path / "taken" / below
    assert answer("demo", folder) == (
        2,
        "",
        f"answerable: {folder}: a file stands where the folder should be. Name another folder.\n",
    )
