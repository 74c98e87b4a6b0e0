"""The finished picture: nothing overlaps, nothing is cut, nothing depends on the day it was drawn."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.structures import load
from tests.viz.hostile import hostile
from tests.viz.worcester import worcester
from viz.map.board import build_view
from viz.map.checks import crossings, faults
from viz.map.compose import compose
from viz.map.curve import points_along
from viz.map.scene import Scene, SceneBox
from viz.map.theme import READABLE, STROKES
from viz.map.view import Box, Line, Mark, Note, Relation, Shape, View

STUDIES = sorted(path.name for path in files("sample_data").iterdir() if path.name.endswith(".yaml"))


def test_south_worcestershire_reads_well_on_a4() -> None:
    scene = compose(worcester())
    assert faults(scene) == ()
    assert scene.smallest_text("A4") >= 6.0
    assert crossings(scene) <= 6


def test_a_picture_too_large_for_a4_is_laid_out_for_a_larger_paper() -> None:
    boxes = tuple(Box(f"b{n}", f"A board with a long name, number {n}", "board", Shape.GROUP) for n in range(60))
    lines = tuple(Line(f"l{n}", f"b{n}", f"b{n // 6}", Relation.REPORTS_TO) for n in range(1, 60))
    scene = compose(View("Large", "", "", "answerable", boxes, lines))
    assert scene.smallest_text("A4") < READABLE
    assert scene.paper != "A4"
    assert round(scene.smallest_text(), 1) >= READABLE
    assert f"laid out for {scene.paper}" in " ".join(run.text for run in scene.words)
    assert faults(scene) == ()
    assert "laid out for" not in " ".join(run.text for run in compose(worcester()).words)


def test_findings_that_would_shrink_the_picture_are_left_to_the_report() -> None:
    view = worcester()
    says = "A sentence that says what was found, at some length, so that it takes several lines below the picture"
    notes = tuple(Note(n, "query", "TOR-01", says, "", ("csp",)) for n in range(1, 81))
    csp = replace(view.box("csp"), marks=tuple(Mark(n, "query") for n in range(1, 81)))
    many = replace(view, notes=notes, boxes=(csp, *view.boxes[1:]))
    scene = compose(many, listed=True)
    words = " ".join(run.text for run in scene.words)
    assert says not in words
    assert "The 80 findings are told in the report" in words
    assert scene.marks == ()
    assert compose(view, listed=True).marks != ()


def test_both_lines_of_the_drug_and_alcohol_group_are_drawn() -> None:
    scene = compose(worcester())
    drawn = {(line.line.source, line.line.target) for line in scene.lines if line.line.relation.answers}
    assert drawn == {("dag", "csp"), ("dag", "smat")}


def test_a_line_starts_at_its_source_and_points_at_its_target() -> None:
    scene = compose(worcester())
    rects = {box.box.id: box.rect for box in scene.boxes}
    for line in scene.lines:
        assert _touches(line.curve[0], rects[line.line.source]), line.line.id
        tip = line.head.points[1 if line.head.form in {"open", "ring"} else 0] if line.head else line.curve[-1]
        assert _touches(tip, rects[line.line.target]), line.line.id


def _touches(point: tuple[float, float], rect: tuple[float, float, float, float]) -> bool:
    x, y, width, height = rect
    return x - 2 <= point[0] <= x + width + 2 and y - 2 <= point[1] <= y + height + 2


def test_strokes_are_told_apart_without_colour() -> None:
    looks = defaultdict(list)
    for relation, stroke in STROKES.items():
        looks[stroke.dash, stroke.head, stroke.width].append(relation)
    assert all(len(found) == 1 for found in looks.values())
    seat = STROKES[Relation.SEAT]
    for relation in Relation:
        if relation.answers:
            assert (STROKES[relation].dash, STROKES[relation].head) != (seat.dash, seat.head)


def test_everybody_with_a_seat_is_in_the_picture() -> None:
    scene = compose(worcester())
    listed = {spot.row.box.id for box in scene.boxes for spot in box.spots}
    assert listed | {box.box.id for box in scene.boxes} == {box.id for box in worcester().boxes}
    assert {"police", "members", "yot", "manager"} <= listed
    assert "chair" not in listed


def test_the_legend_explains_what_is_used_and_nothing_else() -> None:
    keys = {(key.sample, key.of) for key in compose(worcester()).keys}
    assert {("stroke", "reports_to"), ("stroke", "seat"), ("several", ""), ("mark", "query")} <= keys
    assert ("stroke", "funding") not in keys
    assert ("outline", "fund") not in keys


def test_the_same_view_gives_the_same_scene() -> None:
    first = compose(worcester())
    assert all(compose(worcester()) == first for _ in range(9))


@pytest.mark.parametrize("study", STUDIES)
def test_the_case_studies_have_no_fault(study: str) -> None:
    structure = load(str(files("sample_data").joinpath(study))).structure
    assert structure is not None
    assert faults(compose(build_view(structure))) == ()


def test_hostile_names_fit_their_boxes() -> None:
    assert faults(compose(hostile())) == ()


def test_an_empty_view_is_a_sheet_with_a_title() -> None:
    scene = compose(View("Nothing yet", "", "as at 2003", "", (), ()))
    assert faults(scene) == ()
    assert any(run.text == "Nothing yet" for run in scene.words)


@st.composite
def views(draw: st.DrawFn) -> View:
    number = draw(st.integers(1, 14))
    boxes = tuple(
        Box(
            f"b{n}",
            draw(st.text(min_size=1, max_size=40)),
            "group",
            draw(st.sampled_from(list(Shape)[:9])),
            cluster=draw(st.sampled_from([None, "b0", "b1"])),
            several=draw(st.sampled_from(["", "several, number not known"])),
        )
        for n in range(number)
    )
    ends = st.tuples(st.integers(0, number - 1), st.integers(0, number - 1)).filter(lambda pair: pair[0] != pair[1])
    found = draw(st.lists(st.tuples(ends, st.sampled_from(list(Relation))), max_size=20)) if number > 1 else []
    lines = tuple(Line(f"l{n}", f"b{a}", f"b{b}", relation) for n, ((a, b), relation) in enumerate(found))
    return View("Random", "", "", "", boxes, lines)


@settings(max_examples=60, deadline=None)
@given(views())
def test_no_view_makes_boxes_overlap_or_words_run_out(view: View) -> None:
    scene = compose(view)
    bad = [fault for fault in faults(scene) if "runs through" not in fault and "the words on" not in fault]
    assert bad == []


def test_the_checks_see_what_they_are_for() -> None:
    scene = compose(worcester())
    one, other, *rest = scene.boxes
    assert any("overlap" in fault for fault in faults(_with(scene, replace(one, rect=other.rect), other, *rest)))
    narrow = replace(one, rect=(*one.rect[:2], 20.0, one.rect[3]))
    assert any("runs out of the box" in fault for fault in faults(_with(scene, narrow, other, *rest)))
    middle = points_along(scene.lines[0].curve)[10]
    block = replace(rest[-1], box=replace(rest[-1].box, id="in the way"), rect=(middle[0] - 3, middle[1] - 3, 6.0, 6.0))
    assert any("runs through the box in the way" in fault for fault in faults(_with(scene, *scene.boxes, block)))
    assert any("runs off the sheet" in fault for fault in faults(replace(scene, width=300.0)))


def _with(scene: Scene, *boxes: SceneBox) -> Scene:
    return replace(scene, boxes=boxes)
