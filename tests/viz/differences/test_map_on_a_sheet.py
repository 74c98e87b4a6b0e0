"""The map of before and after on a sheet that people have, with every word on it explained."""

from __future__ import annotations

from typing import Any

from graphmodel.structure import Structure
from tests.viz.differences.made import real, study
from tests.viz.differences.test_difference_words import BOARD, BODIES, DAYS, place
from viz.differences.map import difference_svg, difference_view
from viz.differences.smaller import on_a_sheet, seats_of_bodies_in_rows
from viz.map.compose import compose
from viz.map.roster import arrange
from viz.map.view import Relation, Turn, View

NAMES = ("Board", "Executive", "Local", "Young People", "Adults", "Crime", "Roads", "Abuse", "Data", "Schools", "Fire")


def viewed(before: Structure, after: Structure) -> View:
    return difference_view(real(before, after, DAYS), before, after, names=True)


def large(**more: Any) -> Structure:
    """Return a dozen groups that answer one to another, on each of which ten bodies sit."""
    bodies = [{"id": f"b{one}", "name": f"Organisation number {one}", "kind": "other"} for one in range(10)]
    groups = [{"id": f"g{one}", "name": f"{name} Group of the Place"} for one, name in enumerate(NAMES)]
    lines = [{"kind": "reports_to", "from": f"g{one}", "to": "g0"} for one in range(1, 9)]
    seats = [{"member": body["id"], "group": group["id"]} for body in bodies for group in groups]
    return place(*groups, bodies=bodies, **{"seats": seats, "lines": lines, **more})


def test_a_body_that_gains_a_line_stays_a_row_on_the_groups_that_it_sits_on() -> None:
    seats = [{"member": "ash", "group": "g"}, {"member": "brent", "group": "g"}]
    line = {"kind": "accountable_to", "from": "g", "to": "ash"}
    view = viewed(place(BOARD, bodies=BODIES, seats=seats), place(BOARD, bodies=BODIES, seats=seats, lines=[line]))
    arranged = arrange(seats_of_bodies_in_rows(view))
    assert {row.box.label for row in arranged.rows["g"]} == {"Ashford", "Brent"}
    assert {box.label for box in arranged.boxes} == {"Board", "Ashford"}
    assert {line.relation for line in arranged.lines} == {Relation.ACCOUNTABLE_TO}


def test_a_dozen_groups_fit_on_a3_and_what_is_left_out_is_told() -> None:
    before = large()
    lines = [*before.document()["lines"], {"kind": "accountable_to", "from": "g2", "to": "b1"}]
    view = viewed(before, large(lines=lines))
    assert compose(view).paper not in {"A4", "A3"}
    scene = on_a_sheet(view)
    assert scene.paper in {"A4", "A3"}
    words = " ".join(run.text for run in scene.all_runs())
    assert "10 seats as before" in words
    assert "not named" in words
    assert "2 groups in which nothing differs, and to which no line leads, left out" in words


def test_the_signs_on_a_map_are_explained_and_no_others() -> None:
    seats = [{"member": "ash", "group": "g", "role": "chair"}, {"member": "brent", "group": "g"}]
    view = viewed(place(BOARD, bodies=BODIES, seats=seats[:1]), place(BOARD, bodies=BODIES, seats=seats))
    assert "“+ later file only”" in view.footer
    assert "“earlier file only”" not in view.footer
    assert "“was: …”" not in view.footer
    other = [{"member": "ash", "group": "g"}]
    view = viewed(place(BOARD, bodies=BODIES, seats=seats[:1]), place(BOARD, bodies=BODIES, seats=other))
    assert "“was: …”: how the earlier state tells it" in view.footer


def test_an_arrow_says_how_firmly_it_stands() -> None:
    structure = study("gloucestershire")
    found = real(structure, structure, ("2003-03-31", "2003-11-21"))
    view = difference_view(found, structure, structure)
    assert {line.tag for line in view.lines if line.relation is Relation.BECAME} == {"inferred"}
    assert "overlaid by (inferred)" in difference_svg(found, structure, structure)


def test_another_status_of_terms_of_reference_and_another_name_stand_on_the_group() -> None:
    link = {"type": "governed_by", "group": "g", "document": "t"}

    def terms(status: str, name: str) -> Structure:
        document = {"id": "t", "name": "Terms", "kind": "terms_of_reference", "status": status}
        return place({"id": "g", "name": name}, documents=[document], links=[link])

    box = viewed(terms("draft", "Board"), terms("agreed", "Forum")).box("g")
    assert box.turn is Turn.CHANGED
    assert {"terms of reference: agreed (was: draft)", "was: Board"} <= set(box.tags)


def test_another_person_in_the_chair_is_told_once() -> None:
    def chaired(person: str) -> Structure:
        seat = {"member": person, "group": "g", "role": "chair"}
        return place(BOARD, people=[{"id": person, "name": person}], seats=[seat])

    before, after = chaired("p1"), chaired("p2")
    found = real(before, after, DAYS)
    assert "another person chairs" in difference_view(found, before, after).box("g").tags
    assert "earlier file only, chairs, earlier file only" not in difference_svg(found, before, after)
