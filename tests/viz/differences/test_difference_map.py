"""Before and after as one map: what is gone, new, changed or only told of once is drawn and told as such."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from hypothesis import given, settings

from graphmodel.structure import Structure
from queries.differences.difference import Fate, Followed
from tests.strategies import small_structures, structures
from tests.viz.differences.made import difference, real, study, worcester
from tests.viz.hostile import NAMES
from viz.differences.map import difference_picture, difference_svg, difference_view
from viz.map.checks import faults
from viz.map.compose import compose
from viz.map.outline import outline
from viz.map.scene import Scene
from viz.map.svg import svg
from viz.map.view import Entry, Relation, Turn, View

GONE = ("sw.csp_malvern", "sw.csp_wychavon", "sw.csp_worcester")


@cache
def worcester_view() -> View:
    return difference_view(worcester(), study("south_worcestershire_before"), study("south_worcestershire"))


@cache
def gloucestershire_view() -> View:
    structure = study("gloucestershire")
    found = real(structure, structure, ("2003-03-31", "2003-11-21"))
    return difference_view(found, structure, structure)


def _scene(view: View) -> Scene:
    return compose(view)


def _flags(scene: Scene) -> dict[str, str]:
    return {box.box.id: box.flag.run.text for box in scene.boxes if box.flag}


def test_three_partnerships_end_one_is_new_and_two_groups_are_told_of_by_the_later_file_only() -> None:
    turns = {box.id: box.turn for box in worcester_view().boxes}
    assert {turns[group] for group in GONE} == {Turn.OVER}
    assert turns["sw.csp"] is Turn.NEW
    assert turns["sw.strategic"] is turns["sw.dag"] is Turn.FIRST_TOLD
    assert turns["sw.dist_groups"] is turns["sw.smat"] is turns["sw.police"] is Turn.NONE


def test_each_box_that_turned_bears_the_word_for_it_inside_its_outline() -> None:
    scene = _scene(worcester_view())
    flags = _flags(scene)
    assert flags["sw.csp"] == "NEW"
    assert flags["sw.csp_malvern"] == "ENDED"
    assert flags["sw.dag"] == "LATER FILE ONLY"
    assert "sw.smat" not in flags
    for box in scene.boxes:
        if box.flag:
            x, y, width, height = box.rect
            assert x <= box.flag.x
            assert box.flag.x + box.flag.width <= x + width
            assert y <= box.flag.y
            assert box.flag.y + box.flag.height <= min([y + height, *(run.y - run.size for run in box.runs)]) + 0.5


def test_what_merged_runs_by_an_arrow_to_what_came_of_it() -> None:
    arrows = [line for line in worcester_view().lines if line.relation is Relation.BECAME]
    assert [(line.source, line.target, line.label) for line in arrows] == [
        (group, "sw.csp", "merged into") for group in ("sw.csp_malvern", "sw.csp_wychavon", "sw.csp_worcester")
    ]
    scene = _scene(worcester_view())
    rects = {box.box.id: box.rect for box in scene.boxes}
    for line in scene.lines:
        if line.line.relation is Relation.BECAME:
            assert rects[line.line.source][0] < rects[line.line.target][0]
            assert line.head is not None
            assert abs(line.head.points[0][0] - rects["sw.csp"][0]) < 2.0


def test_a_line_is_new_where_it_leads_to_a_new_group_and_else_only_told_of_later() -> None:
    tags = {line.target: line.tag for line in worcester_view().lines if line.relation is Relation.REPORTS_TO}
    assert tags == {"sw.csp": "+ new", "sw.smat": "+ later file only"}


def test_what_is_gone_is_pale_and_broken_and_what_is_new_heavy() -> None:
    scene = _scene(worcester_view())
    boxes = {box.box.id: box for box in scene.boxes}
    assert boxes["sw.csp"].stroke > boxes["sw.smat"].stroke
    assert all(run.quiet for run in boxes["sw.csp_malvern"].runs)
    drawing = svg(scene)
    assert drawing.count('stroke-dasharray="3 2.5"') == len(GONE) + 1  # and the sample of the legend


def test_the_legend_explains_each_sign_and_no_other() -> None:
    keys = {(key.sample, key.of) for key in _scene(worcester_view()).keys}
    assert {("stroke", "became"), ("turn", "new"), ("turn", "over"), ("turn", "first_told")} <= keys
    assert ("turn", "untold") not in keys
    assert ("past", "") not in keys


def test_the_text_twin_says_what_the_drawing_says() -> None:
    told = "\n".join(_texts(outline(worcester_view())))
    assert "Malvern Hills community safety partnership: ended, partnership" in told
    assert "merged into South Worcestershire Community Safety Partnership" in told
    assert "South Worcestershire Community Safety Partnership: new, partnership" in told
    assert "Strategic Group: later file only, group" in told
    assert "reports to Worcestershire SMAT (+ later file only)" in told


def test_an_overlay_is_drawn_from_what_goes_on_beneath_it() -> None:
    view = gloucestershire_view()
    arrows = {(line.source, line.label) for line in view.lines if line.relation is Relation.BECAME}
    assert arrows == {("gl.daat", "overlaid by"), ("gl.cdrps", "overlaid by"), ("gl.cog", "overlaid by")}
    turns = {box.id: box.turn for box in view.boxes}
    assert turns["gl.gcsp"] is Turn.NEW
    assert turns["gl.cog"] is Turn.OPEN
    assert turns["gl.daat"] is Turn.NONE
    assert turns["gl.eso"] is turns["gl.jcg"] is Turn.NOT_BEFORE


def test_one_file_at_two_days_has_nothing_that_is_only_told_of_once() -> None:
    assert not {box.turn for box in gloucestershire_view().boxes} & {Turn.FIRST_TOLD, Turn.UNTOLD}


def test_a_line_that_ended_is_pale_and_crossed_and_says_so() -> None:
    after = study("south_worcestershire")
    found = difference(after, _without_lines(after))
    view = difference_view(found, after, _without_lines(after))
    lines = [line for line in view.lines if line.relation is Relation.REPORTS_TO]
    assert {(line.turn, line.tag) for line in lines} == {(Turn.UNTOLD, "earlier file only")}
    scene = _scene(view)
    assert ("past", "") in {(key.sample, key.of) for key in scene.keys}
    assert svg(scene).count("m0,-6l-6,6") == len(lines) + 1


def test_the_chair_who_was_and_who_is_stand_on_the_group() -> None:
    before = study("south_worcestershire")
    seats = tuple(
        seat.model_copy(update={"member": "sw.pm"}) if seat.key.startswith("seat sw.smat_coord sw.dag") else seat
        for seat in before.seats
    )
    after = before.model_copy(update={"seats": seats})
    view = difference_view(difference(before, after), before, after)
    assert view.box("sw.dag").turn is Turn.CHANGED
    assert "chair: SMAT co-ordinator, now Programme Manager" in view.box("sw.dag").tags


def test_a_group_by_another_id_is_the_same_box() -> None:
    before = study("south_worcestershire")
    after = Structure.model_validate(_put(before.document()))
    found = difference(before, after, renamed={"sw.strategic": "sw.top"})
    view = difference_view(found, before, after)
    assert {box.turn for box in view.boxes} == {Turn.NONE}
    assert not any(line.turn for line in view.lines)


def test_the_same_twice_has_no_difference() -> None:
    structure = study("rochdale")
    view = difference_view(difference(structure, structure), structure, structure)
    assert {box.turn for box in view.boxes} == {Turn.NONE}
    assert not any(line.turn for line in view.lines)
    assert _flags(_scene(view)) == {}


def test_no_box_overlaps_and_no_words_are_cut() -> None:
    assert faults(_scene(worcester_view())) == ()
    assert faults(_scene(gloucestershire_view())) == ()


def test_hostile_names_fit_and_stay_names() -> None:
    before, after = study("south_worcestershire_before"), study("south_worcestershire")
    bad = _called(after, NAMES)
    groups = tuple(Followed(one, Fate.MERGED, ("sw.csp",), "sw.merger", ()) for one in GONE)
    found = difference(before, bad, groups)
    scene = _scene(difference_view(found, before, bad))
    assert faults(scene) == ()
    assert "<script" not in svg(scene)


def test_the_same_difference_gives_the_same_bytes() -> None:
    before, after = study("south_worcestershire_before"), study("south_worcestershire")
    assert difference_svg(worcester(), before, after) == difference_svg(worcester(), before, after)


def test_persons_are_in_no_map_unless_they_are_asked_for() -> None:
    before, after = _with_person("first", "Ann Ashe"), _with_person("second", "Bo Birch")
    found = difference(before, after)
    hidden = difference_svg(found, before, after)
    for word in ("Ann", "Ashe", "Birch", "p.first", "p.second"):
        assert word not in hidden
    shown = difference_svg(found, before, after, names=True)
    assert "Ann Ashe" in shown
    assert "Bo Birch" in shown


def test_a_paper_gets_the_groups_alone_where_a_page_has_no_room_for_all() -> None:
    picture = difference_picture(worcester(), study("south_worcestershire_before"), study("south_worcestershire"))
    assert picture.content.startswith(b"\x89PNG")
    assert "merged into South Worcestershire Community Safety Partnership" in picture.words


def test_words_on_lines_between_the_same_two_stand_apart() -> None:
    two = [{"from": "a", "to": "b", "kind": "accountable_to"}, {"from": "b", "to": "a", "kind": "accountable_to"}]
    head = {"id": "s", "title": "S", "groups": [{"id": "a", "kind": "group", "name": "a"}]}
    before = Structure.model_validate({**head, "as_of": "2003-03-31"})
    after = Structure.model_validate({**head, "as_of": "2003-11-21", "posts": [{"id": "b", "name": "b"}], "lines": two})
    assert faults(_scene(difference_view(difference(before, after), before, after))) == ()


@settings(max_examples=25)
@given(small_structures(), small_structures())
def test_any_two_structures_make_a_map_whose_boxes_stand_apart_and_hold_their_words(
    before: Structure, after: Structure
) -> None:
    view = difference_view(difference(before, after, days=("2003-03-31", "2003-11-21")), before, after)
    assert [
        fault for fault in faults(_scene(view)) if "runs through" not in fault and "the words on" not in fault
    ] == []
    assert len({box.id for box in view.boxes}) == len(view.boxes)
    assert len({line.id for line in view.lines}) == len(view.lines)


@settings(max_examples=25)
@given(structures())
def test_nothing_differs_from_itself(structure: Structure) -> None:
    view = difference_view(difference(structure, structure, days=("2003-11-21",) * 2), structure, structure)
    assert not any(_turned(view))


def _turned(view: View) -> Iterator[Turn]:
    yield from (box.turn for box in view.boxes)
    yield from (line.turn for line in view.lines)


def _texts(entries: tuple[Entry, ...]) -> Iterator[str]:
    for entry in entries:
        yield entry.text
        yield from _texts(entry.children)


def _without_lines(structure: Structure) -> Structure:
    return structure.model_copy(update={"lines": ()})


def _put(value: object) -> object:
    if isinstance(value, dict):
        return {key: _put(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_put(one) for one in value]
    return "sw.top" if value == "sw.strategic" else value


def _called(structure: Structure, names: tuple[str, ...]) -> Structure:
    groups = tuple(
        group.model_copy(update={"name": names[number % len(names)]}) for number, group in enumerate(structure.groups)
    )
    return structure.model_copy(update={"groups": groups})


def _with_person(id_: str, name: str) -> Structure:
    return Structure.model_validate({
        "id": f"file-{id_}",
        "title": f"With {name}",
        "as_of": "2003-03-31" if id_ == "first" else "2003-11-21",
        "groups": [{"id": "g", "kind": "board", "name": "Board"}, {"id": "h", "kind": "board", "name": "Other board"}],
        "people": [{"id": f"p.{id_}", "name": name}],
        "seats": [
            {"member": f"p.{id_}", "group": "g", "role": "chair"},
            {"member": f"p.{id_}", "group": "h"},
        ],
    })  # fmt: skip
