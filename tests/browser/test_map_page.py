"""The map in a real browser, with the network off: every interaction, by pointer and by keyboard."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from graphmodel.dates import Day
from graphmodel.shorthand import parse
from tests.servers.chromium import Seen
from tests.viz.hostile import NAMES, hostile
from tests.viz.worcester import worcester
from viz.map.board import build_view
from viz.map.compose import compose
from viz.map.page import page as html_page
from viz.map.scene import PAPERS
from viz.map.view import Box, Line, Relation, Shape, View
from viz.text import clean


def _open(page: Page, folder: Path, view: View) -> None:
    path = folder / "map.html"
    path.write_text(html_page(view, compose(view)), encoding="utf-8")
    page.goto(path.as_uri())
    page.wait_for_selector("html.ready")


@pytest.fixture
def shown(page: Page, tmp_path: Path) -> Page:
    """The map of South Worcestershire, open."""
    page.emulate_media(reduced_motion="reduce")
    _open(page, tmp_path, worcester())
    return page


def _state(page: Page, expression: str) -> Any:
    return page.evaluate(
        f"(() => {{ const {{ picture, state, network }} = window.answerable; return {expression}; }})()"
    )


def _click_box(page: Page, box: str, *, row: str = "") -> None:
    """Click where a box, or a row inside it, is drawn."""
    x, y = page.evaluate(
        """([id, row]) => {
            const { picture, network } = window.answerable;
            const box = picture.boxes.find((one) => one.id === id);
            const rect = row ? box.spots.find((spot) => spot.box === row).rect : box.rect;
            const at = network.canvasToDOM({ x: rect[0] + rect[2] / 2, y: rect[1] + Math.min(rect[3] / 2, 12) });
            const map = document.getElementById("map").getBoundingClientRect();
            return [map.left + at.x, map.top + at.y];
        }""",
        [box, row],
    )
    page.mouse.click(x, y)


def test_nothing_is_fetched_and_nothing_complains(shown: Page, seen: Seen) -> None:
    assert seen.fetched == []
    assert seen.errors == []
    assert _state(shown, "picture.boxes.length") > 5


def test_it_opens_with_the_whole_picture_in_sight(shown: Page) -> None:
    outside = shown.evaluate(
        """() => {
            const { picture, network } = window.answerable;
            const map = document.getElementById("map").getBoundingClientRect();
            return picture.boxes.filter(({ rect: [x, y, width, height] }) => {
                const a = network.canvasToDOM({ x, y }), b = network.canvasToDOM({ x: x + width, y: y + height });
                return a.x < 0 || a.y < 0 || b.x > map.width || b.y > map.height;
            }).length;
        }"""
    )
    assert outside == 0


def test_the_canvas_shows_the_picture(shown: Page) -> None:
    inked = shown.evaluate(
        """() => {
            const canvas = document.querySelector("#map canvas");
            const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
            let dark = 0;
            for (let i = 0; i < data.length; i += 4) if (data[i + 3] > 200 && data[i] < 100) dark += 1;
            return dark;
        }"""
    )
    assert inked > 2000


def test_clicking_a_box_tells_what_is_known_with_its_evidence(shown: Page) -> None:
    _click_box(shown, "dag")
    panel = shown.locator("#panel")
    expect(panel.get_by_role("heading", name="South Worcestershire Drug and Alcohol Group")).to_be_visible()
    expect(panel).to_contain_text("stated, guidance of 21 November 2003, CS3 b1")
    expect(panel).to_contain_text("Which partnership leads?")
    assert _state(shown, "state.chosen") == "dag"


def test_clicking_a_row_selects_the_member_listed_there(shown: Page) -> None:
    _click_box(shown, "csp", row="police")
    expect(shown.locator("#panel h3")).to_have_text("Local Police division")


def test_clicking_beside_the_boxes_closes_the_panel(shown: Page) -> None:
    _click_box(shown, "dag")
    shown.locator("#map").click(position={"x": 4, "y": 4})
    assert _state(shown, "state.chosen") is None


def test_the_chain_lights_every_path_and_says_where_it_ends(shown: Page) -> None:
    _click_box(shown, "dag")
    shown.get_by_role("button", name="Show the chain").click()
    assert sorted(_state(shown, "[...state.litLines]")) == ["r1", "r2"]
    assert sorted(_state(shown, "[...state.litBoxes]")) == ["csp", "dag", "smat"]
    expect(shown.locator("#announce")).to_contain_text("no line from there is evidenced")
    shown.get_by_role("button", name="Hide the chain").click()
    assert _state(shown, "[...state.litLines]") == []


def test_the_outline_selects_by_keyboard(shown: Page) -> None:
    button = shown.locator("#outline button[data-box=dag]").first
    button.focus()
    shown.keyboard.press("Enter")
    assert _state(shown, "state.chosen") == "dag"
    expect(button).to_have_attribute("aria-current", "true")
    expect(shown.locator("#announce")).to_have_text("Selected: South Worcestershire Drug and Alcohol Group")
    shown.keyboard.press("Escape")
    assert _state(shown, "state.chosen") is None


def test_focus_can_be_seen(shown: Page) -> None:
    shown.keyboard.press("Tab")
    expect(shown.get_by_role("link", name="Skip to the text version")).to_be_in_viewport()
    shown.locator("#fit").focus()
    shown.keyboard.press("Shift+Tab")
    style = shown.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert style == "solid"


def test_zoom_and_pan_by_button_wheel_drag_and_key(shown: Page) -> None:
    scale = _state(shown, "network.getScale()")
    shown.get_by_role("button", name="Zoom in").click()
    assert _state(shown, "network.getScale()") > scale
    shown.locator("#map").focus()
    shown.keyboard.press("-")
    shown.keyboard.press("-")
    assert _state(shown, "network.getScale()") < scale
    x = _state(shown, "network.getViewPosition().x")
    shown.keyboard.press("ArrowRight")
    assert _state(shown, "network.getViewPosition().x") > x
    shown.keyboard.press("0")
    assert _state(shown, "network.getScale()") == pytest.approx(scale)
    shown.mouse.move(60, 600)
    shown.mouse.down()
    shown.mouse.move(160, 620, steps=4)
    shown.mouse.up()
    assert _state(shown, "network.getViewPosition().x") < x
    shown.mouse.wheel(0, -300)
    shown.wait_for_function(f"window.answerable.network.getScale() > {scale}")
    shown.get_by_role("button", name="Show all").click()
    assert _state(shown, "network.getScale()") == pytest.approx(scale)


def test_boxes_cannot_be_dragged_out_of_place(shown: Page) -> None:
    before = _state(shown, "network.getPosition('dag')")
    box = shown.evaluate("window.answerable.network.canvasToDOM(window.answerable.network.getPosition('dag'))")
    map_box = shown.locator("#map").bounding_box()
    assert map_box is not None
    shown.mouse.move(map_box["x"] + box["x"], map_box["y"] + box["y"])
    shown.mouse.down()
    shown.mouse.move(200, 300, steps=4)
    shown.mouse.up()
    assert _state(shown, "network.getPosition('dag')") == before


def test_search_finds_and_selects(shown: Page) -> None:
    shown.get_by_label("Find", exact=True).fill("alcohol")
    expect(shown.locator("#found")).to_have_text("1 found")
    shown.keyboard.press("Enter")
    assert _state(shown, "state.chosen") == "dag"
    shown.get_by_label("Find", exact=True).fill("nobody of that name")
    expect(shown.locator("#found")).to_have_text("0 found")


def test_filters_by_kind_tier_and_finding(shown: Page) -> None:
    shown.get_by_label("Kind", exact=True).select_option("board")
    assert "board" not in _state(shown, "[...state.hidden]")
    assert "dag" in _state(shown, "[...state.hidden]")
    expect(shown.locator("#filtered")).to_contain_text("1 of")
    shown.get_by_role("button", name="Clear").click()
    assert _state(shown, "state.hidden.size") == 0
    shown.get_by_label("Tier", exact=True).select_option("strategic (inferred)")
    assert "strategic" not in _state(shown, "[...state.hidden]")
    assert "board" in _state(shown, "[...state.hidden]")
    shown.get_by_label("Tier", exact=True).select_option("")
    shown.get_by_label("Finding", exact=True).select_option("met")
    assert "csp" not in _state(shown, "[...state.hidden]")
    assert "dag" in _state(shown, "[...state.hidden]")


def test_a_filter_keeps_the_group_in_whose_box_a_member_is_listed(shown: Page) -> None:
    shown.get_by_label("Kind", exact=True).select_option("police division")
    assert "csp" not in _state(shown, "[...state.hidden]")
    assert "smat" in _state(shown, "[...state.hidden]")


def test_dark_and_light(shown: Page) -> None:
    ground = "getComputedStyle(document.body).backgroundColor"
    light = shown.evaluate(ground)
    shown.get_by_role("button", name="Change between light and dark").click()
    dark = shown.evaluate(ground)
    assert dark != light
    shown.emulate_media(color_scheme="dark")
    shown.get_by_role("button", name="Change between light and dark").click()
    assert shown.evaluate(ground) == light


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1400, 320])
def test_axe_finds_nothing_serious(shown: Page, scheme: Any, width: int) -> None:
    shown.emulate_media(color_scheme=scheme)
    shown.set_viewport_size({"width": width, "height": 800})
    shown.locator("#outline button[data-box=dag]").first.click()
    found = Axe().run(shown).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"]) for one in found if one["impact"] in {"serious", "critical"}] == []


def test_a_narrow_window_needs_no_sideways_scrolling(shown: Page) -> None:
    shown.set_viewport_size({"width": 320, "height": 700})
    assert shown.evaluate("document.documentElement.scrollWidth") <= 320


def test_on_a_phone_a_name_in_the_list_leads_to_the_panel_and_back(shown: Page) -> None:
    shown.set_viewport_size({"width": 320, "height": 700})
    button = shown.locator("#outline button[data-box=dag]").first
    button.click()
    heading = shown.locator("#panel h3")
    expect(heading).to_be_in_viewport()
    expect(heading).to_be_focused()
    shown.get_by_role("button", name="Back to the list").click()
    expect(button).to_be_focused()
    expect(button).to_be_in_viewport()
    assert _state(shown, "state.chosen") is None


def test_in_a_wide_window_choosing_from_the_list_moves_nothing_but_the_panel(shown: Page) -> None:
    shown.set_viewport_size({"width": 1366, "height": 768})
    button = shown.locator("#outline button[data-box=dag]").first
    button.click()
    expect(shown.locator("#panel h3")).to_be_focused()
    shown.keyboard.press("Escape")
    expect(button).to_be_focused()
    assert shown.evaluate("window.scrollY") == 0


def test_escape_leads_back_to_where_a_box_was_chosen(shown: Page) -> None:
    button = shown.locator("#outline button[data-box=csp]").first
    button.focus()
    shown.keyboard.press("Enter")
    expect(shown.locator("#panel h3")).to_be_focused()
    shown.keyboard.press("Escape")
    expect(button).to_be_focused()


def test_a_box_chosen_on_the_map_leaves_the_focus_where_it_is(shown: Page) -> None:
    _click_box(shown, "dag")
    assert shown.evaluate("document.querySelector('#panel h3') !== document.activeElement")
    expect(shown.get_by_role("button", name="Close")).to_be_visible()


def test_the_map_is_one_tab_stop_with_a_name(shown: Page) -> None:
    stops = shown.evaluate(
        "[...document.querySelectorAll('.stage [tabindex]')].filter((one) => one.tabIndex >= 0).map((one) => one.id)"
    )
    assert stops == ["map"]
    assert shown.locator("#map").get_attribute("aria-label")


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (1280, 800), (700, 900), (320, 700)])
def test_the_buttons_cover_no_box_of_the_first_view(shown: Page, width: int, height: int) -> None:
    shown.set_viewport_size({"width": width, "height": height})
    shown.wait_for_timeout(200)
    covered = shown.evaluate(
        """() => {
            const { picture, network } = window.answerable;
            const map = document.getElementById("map").getBoundingClientRect();
            const over = document.getElementById("buttons").getBoundingClientRect();
            return picture.boxes.filter(({ rect: [x, y, width, height] }) => {
                const a = network.canvasToDOM({ x, y }), b = network.canvasToDOM({ x: x + width, y: y + height });
                return b.x + map.left > over.left && a.y + map.top < over.bottom;
            }).map(({ id }) => id);
        }"""
    )
    assert covered == []


def test_narrow_tables_are_rows_of_named_cells(shown: Page) -> None:
    shown.set_viewport_size({"width": 320, "height": 700})
    cell = shown.locator(".groups td").first
    assert shown.evaluate("getComputedStyle(document.querySelector('.groups td')).display") == "block"
    assert cell.evaluate("(one) => getComputedStyle(one, '::before').content") == '"Kind"'
    assert shown.evaluate("document.querySelector('.scroll').scrollWidth") <= 320
    expect(shown.get_by_role("rowheader").first).to_be_visible()
    expect(shown.get_by_role("table").first).to_be_visible()


def test_what_is_over_or_not_counted_reads_so_on_the_page(page: Page, tmp_path: Path) -> None:
    text = 'a: board "Board"; old: board "Old board" [to=2003-04-01]; b: board; a -> old; b -> a [subject="crime"]'
    _open(page, tmp_path, build_view(parse(text), as_of=Day("2003-11-21")))
    page.locator("#outline button[data-box=b]").first.click()
    expect(page.locator(".way")).to_have_text("b reports to Board on crime")
    assert _state(page, "picture.boxes.filter((box) => box.gone).map((box) => box.id)") == ["old"]
    expect(page.locator("#outline")).to_contain_text("ended 1 April 2003")


def test_print_tells_each_finding_once_beside_the_picture(shown: Page) -> None:
    shown.emulate_media(media="print")
    body = shown.locator("body").inner_text()
    assert body.count("Several principals, no lead") == 1
    expect(shown.locator("#notes-heading")).to_be_hidden()
    broken = shown.evaluate("getComputedStyle(document.querySelector('.groups tbody tr')).breakInside")
    assert broken == "avoid"


def test_print_shows_the_drawing_and_the_text(shown: Page) -> None:
    shown.emulate_media(media="print")
    expect(shown.locator(".print-only svg")).to_be_visible()
    expect(shown.locator("#map")).to_be_hidden()
    expect(shown.locator("#outline")).to_be_visible()
    expect(shown.locator("table").first).to_be_visible()


def test_the_text_version_needs_no_script(shown: Page) -> None:
    text = shown.locator("#outline").inner_text()
    for words in ("reports to South Worcestershire Community Safety Partnership", "reports to Worcestershire SMAT"):
        assert words in text
    assert "to whom it answers: not evidenced" in text


def test_page_and_drawing_show_the_same_lines(shown: Page) -> None:
    drawn = {line.line.id for line in compose(worcester()).lines}
    assert set(_state(shown, "picture.lines.map((line) => line.id)")) == drawn


def test_hostile_names_do_no_harm(page: Page, seen: Seen, tmp_path: Path) -> None:
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: dialogs.append(dialog.message))
    _open(page, tmp_path, hostile())
    for number, name in enumerate(NAMES):
        page.evaluate(f"window.answerable.choose('b{number}')")
        expect(page.locator("#panel h3")).to_have_text(clean(name))
        page.get_by_label("Find", exact=True).fill(clean(name)[:20])
    page.emulate_media(media="print")
    assert dialogs == []
    assert seen.fetched == []
    assert page.locator("script").count() == 4
    assert page.locator("body a[href]").count() == 1
    assert page.locator("img, iframe, object, [onerror], [onclick]").count() == 0
    assert "\u202e" not in page.content()


def test_the_policy_blocks_what_might_slip_through(shown: Page, seen: Seen) -> None:
    shown.evaluate(
        """() => {
            const script = document.createElement("script");
            script.textContent = "window.harmed = true";
            document.body.append(script);
        }"""
    )
    assert shown.evaluate("window.harmed") is None
    assert any("Content Security Policy" in error for error in seen.errors)
    seen.errors.clear()


def test_ten_pages_are_the_same_bytes() -> None:
    view = worcester()
    assert len({html_page(view, compose(view)).encode() for _ in range(10)}) == 1


def test_the_drawing_is_printed_first_and_on_its_own_paper(page: Page, tmp_path: Path) -> None:
    boxes = tuple(Box(f"b{n}", f"A board with a long name, number {n}", "board", Shape.GROUP) for n in range(60))
    lines = tuple(Line(f"l{n}", f"b{n}", f"b{n // 6}", Relation.REPORTS_TO) for n in range(1, 60))
    view = View("Large", "", "", "answerable", boxes, lines)
    _open(page, tmp_path, view)
    sheets = re.findall(rb"/MediaBox ?\[0 0 ([\d.]+) ([\d.]+)\]", page.pdf(prefer_css_page_size=True))
    first, second, *_ = [sorted(map(float, sheet), reverse=True) for sheet in sheets]
    assert first == pytest.approx(PAPERS[compose(view).paper], abs=3)
    assert second == pytest.approx(PAPERS["A4"], abs=3)
