"""The map of before and after in a paper: whole where its words can be read, and else without the seats."""

from __future__ import annotations

from dataclasses import replace

from graphmodel.structure import Structure
from tests.viz.differences.made import difference
from viz.differences.map import difference_picture, difference_view
from viz.differences.smaller import seats_of_bodies_in_rows
from viz.map.board_map import smallest_on_page
from viz.map.compose import compose
from viz.map.map_blocks import in_points
from viz.map.theme import READABLE
from viz.map.view import View
from viz.paper import Picture


def test_a_paper_gets_everything_where_its_words_can_be_read_and_else_leaves_the_seats_out() -> None:
    """What is drawn is told by the picture's own words, and the seats are left out as a whole or not at all."""

    def drawn(groups: int) -> tuple[Picture, View, View]:
        boards = [{"id": f"g{one}", "kind": "board", "name": f"Board {one}"} for one in range(groups)]
        posts = [{"id": f"p{one}", "name": f"Post number {one}"} for one in range(3 * groups)]
        before = Structure.model_validate({
            "id": "s", "title": "S", "as_of": "2003-03-31", "groups": boards, "posts": posts,
            "seats": [{"member": f"p{one}", "group": f"g{one % groups}"} for one in range(3 * groups)],
            "lines": [{"from": f"g{one}", "to": "g0", "kind": "accountable_to"} for one in range(1, groups)],
        })  # fmt: skip
        after = before.model_copy(update={"as_of": "2003-11-21"})
        found = difference(before, after)
        view = seats_of_bodies_in_rows(difference_view(found, before, after))
        return difference_picture(found, before, after), view, _without_posts(view)

    few, whole, _ = drawn(3)
    assert smallest_on_page(compose(whole, inside=True)) >= READABLE
    assert few.content == in_points(compose(whole, inside=True)).content
    many, whole, groups_alone = drawn(8)
    assert (
        smallest_on_page(compose(whole, inside=True)) < READABLE <= smallest_on_page(compose(groups_alone, inside=True))
    )
    assert many.content == in_points(compose(groups_alone, inside=True)).content
    assert "Post number" not in many.words


def _without_posts(view: View) -> View:
    return replace(
        view,
        boxes=tuple(box for box in view.boxes if not box.label.startswith("Post")),
        lines=tuple(line for line in view.lines if line.relation.answers),
        footer=f"{view.footer} · who sits on each is told under “Seats”",
    )
