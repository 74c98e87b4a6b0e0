"""A paper as a page in a real browser, with the network off: readable by everybody, on any width, in print."""

from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

import sample_data
from answerable.asking import ask, settled
from answerable.rendering import Rendering, render
from loaders.structures import load
from queries.engines.memory import MemoryEngine
from tests.servers.chromium import Seen
from tests.viz.a_paper import HOSTILE, PAPER
from viz.paper import Paper, Picture
from viz.writers.html import html


def _report() -> str:
    structure = load(sample_data.path("south_worcestershire")).structure
    written = render("html", Rendering(ask(MemoryEngine(structure), settled(structure)), structure))
    assert isinstance(written, str)
    return written


def _open(page: Page, folder: Path, written: str) -> None:
    file = folder / "report.html"
    file.write_text(written, "utf-8")
    page.goto(file.as_uri())


def _inside(paper: Paper) -> Paper:
    """Without pictures in other files, which are not there."""
    kept = (one for one in paper.blocks if not isinstance(one, Picture) or one.content)
    return Paper(paper.title, tuple(kept))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("of", ["report", "paper"])
def test_axe_finds_nothing(page: Page, tmp_path: Path, scheme: Any, width: int, of: str) -> None:
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 800})
    _open(page, tmp_path, _report() if of == "report" else html(_inside(PAPER)))
    found = Axe().run(page).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []


def test_it_fetches_nothing_and_the_map_is_shown(page: Page, seen: Seen, tmp_path: Path) -> None:
    _open(page, tmp_path, _report())
    assert seen.fetched == []
    assert page.evaluate("[...document.images].map((one) => one.naturalWidth > 200)") == [True]


def test_hostile_names_run_nothing(page: Page, seen: Seen, tmp_path: Path) -> None:
    _open(page, tmp_path, html(_inside(HOSTILE)))
    assert page.evaluate("document.scripts.length") == 0
    assert seen.fetched == []


@pytest.mark.parametrize("width", [1280, 320])
def test_no_width_needs_sideways_scrolling(page: Page, tmp_path: Path, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    for written in (_report(), html(_inside(HOSTILE))):
        _open(page, tmp_path, written)
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_keyboard_leads_past_the_contents(page: Page, tmp_path: Path) -> None:
    _open(page, tmp_path, _report())
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"


def test_in_print_the_contents_go_and_headers_repeat(page: Page, tmp_path: Path) -> None:
    _open(page, tmp_path, _report())
    page.emulate_media(media="print")
    assert not page.locator("nav").is_visible()
    assert page.evaluate("getComputedStyle(document.querySelector('thead')).display") == "table-header-group"
