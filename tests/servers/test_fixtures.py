"""The fixtures do what they promise, on the real thing."""

from pathlib import Path
from types import ModuleType

import neo4j
from playwright.sync_api import Browser, Page

from tests.servers.chromium import Seen, offline_page
from tests.servers.neo4j_server import Neo4jServer


def test_the_server_keeps_what_it_is_given(neo4j_driver: neo4j.Driver, neo4j_server: Neo4jServer) -> None:
    neo4j_driver.execute_query("CREATE (:Scrap {of: 'test_fixtures'})")
    found = neo4j_driver.execute_query(
        "MATCH (s:Scrap {of: 'test_fixtures'}) WITH s, s.of AS of DELETE s RETURN of"
    ).records
    assert [record["of"] for record in found] == ["test_fixtures"]
    assert neo4j_server.password not in repr(neo4j_server)


def test_a_page_that_behaves_is_seen_as_such(page: Page, seen: Seen, tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_text("<!doctype html><title>t</title><script>console.log('hello')</script>", "utf-8")
    page.goto(file.as_uri())
    assert page.title() == "t"
    assert seen.errors == []
    assert seen.fetched == []


def test_errors_and_fetches_are_seen_and_the_network_is_off(chromium: Browser, tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_text(
        "<!doctype html><script src='http://127.0.0.1:9/x.js'></script>"
        "<script>console.error('a'); throw new Error('b')</script>",
        "utf-8",
    )
    with offline_page(chromium) as (page, seen):
        page.goto(file.as_uri())
        assert seen.fetched == ["http://127.0.0.1:9/x.js"]
        assert "error: a" in seen.errors
        assert any(error.startswith("uncaught: ") and "b" in error for error in seen.errors)
        assert any("ERR_INTERNET_DISCONNECTED" in error for error in seen.errors)


def test_the_office_reads_a_text_and_writes_a_page(office: ModuleType, tmp_path: Path) -> None:
    text = tmp_path / "letter.txt"
    text.write_text("Dear all", "utf-8")
    made = office.to_pdf([text], tmp_path)
    assert made[text.name].read_bytes().startswith(b"%PDF")
