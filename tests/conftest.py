"""Fixtures for every room: a real Neo4j server, a real browser, LibreOffice, and a note at the end of what was missing.

`neo4j_server`       a running server: `.uri`, `.user`, `.password`, `.environment`, `.driver()`; started once a session
`neo4j_driver`       an open driver to it, for the whole session; give every test a structure id of its own
`neo4j_environment`  sets NEO4J_URI, NEO4J_USER and NEO4J_PASSWORD for one test
`chromium`           the browser, once a session
`page`               an offline page of its own for each test; the test fails if the console showed an error
`seen`               what that page complained of and what it tried to fetch
`office`             LibreOffice: `.to_pdf(files, folder)`, `.to_csv(workbook, folder)`, `.to_xlsx(files, folder)`
`golden`             `.check(path, text)` holds text to a committed file; `--bless` writes the file instead
"""

import os
from collections.abc import Iterator
from types import ModuleType

import neo4j
import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.golden_file import Golden
from tests.servers import chromium as browser
from tests.servers import libreoffice
from tests.servers.missing import NOTED, MissingError, give_up, in_ci
from tests.servers.neo4j_parts import NEWEST, Release, runnable
from tests.servers.neo4j_server import Neo4jServer, external, started


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--bless", action="store_true", help="write golden files instead of comparing with them")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run what needs a server against each release that this machine's Java can run."""
    if "neo4j_release" in metafunc.fixturenames:
        releases = (None,) if external() else runnable()
        names = [release.version if release else "external" for release in releases]
        metafunc.parametrize("neo4j_release", releases, ids=names, scope="session", indirect=True)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark by fixture, so that `-m 'not neo4j'` and `-m 'not browser'` need no care from whoever writes a test."""
    for item in items:
        wanted = getattr(item, "fixturenames", ())
        if "neo4j_server" in wanted:
            item.add_marker("neo4j")
        if "chromium" in wanted:
            item.add_marker("browser")
        if "office" in wanted:
            item.add_marker("office")


@pytest.fixture(scope="session")
def neo4j_release(request: pytest.FixtureRequest) -> Release | None:
    release: Release | None = request.param
    return release


@pytest.fixture(scope="session")
def neo4j_server(neo4j_release: Release | None) -> Iterator[Neo4jServer]:
    if neo4j_release is None:
        server = external()
        assert server is not None
        yield server
        return
    context = started(neo4j_release)
    try:
        server = context.__enter__()
    except MissingError as reason:
        give_up(f"Neo4j {neo4j_release.version}", str(reason))
    try:
        yield server
    finally:
        context.__exit__(None, None, None)


@pytest.fixture(scope="session")
def neo4j_driver(neo4j_server: Neo4jServer) -> Iterator[neo4j.Driver]:
    with neo4j_server.driver() as driver:
        yield driver


@pytest.fixture
def neo4j_environment(neo4j_server: Neo4jServer, monkeypatch: pytest.MonkeyPatch) -> Neo4jServer:
    for name, value in neo4j_server.environment.items():
        monkeypatch.setenv(name, value)
    return neo4j_server


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        try:
            opened = browser.launch(playwright)
        except MissingError as reason:
            give_up("Chromium", str(reason))
        yield opened
        opened.close()


@pytest.fixture
def _offline(chromium: Browser) -> Iterator[tuple[Page, browser.Seen]]:
    with browser.offline_page(chromium) as (page, seen):
        yield page, seen
        assert not seen.errors, f"the page complained: {seen.errors}"


@pytest.fixture
def page(_offline: tuple[Page, browser.Seen]) -> Page:
    return _offline[0]


@pytest.fixture
def seen(_offline: tuple[Page, browser.Seen]) -> browser.Seen:
    return _offline[1]


@pytest.fixture(scope="session")
def office() -> ModuleType:
    if libreoffice.executable() is None:
        give_up("LibreOffice", f"None of these is installed: {', '.join(libreoffice.NAMES)}.")
    return libreoffice


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    return Golden(blessing=bool(request.config.getoption("--bless")))


def pytest_report_header() -> list[str]:
    if external():
        servers = f"Neo4j: the server at NEO4J_URI ({os.environ['NEO4J_URI'].rpartition('@')[2]})"
    else:
        servers = "Neo4j: " + ", ".join(release.version for release in runnable())
        if NEWEST not in runnable():
            servers += f" ({NEWEST.version} as well where Java is {NEWEST.oldest_java} or later)"
    return [
        servers,
        f"Chromium: {browser.executable() or 'none'}",
        f"LibreOffice: {libreoffice.executable() or 'none'}",
    ]


@pytest.hookimpl(wrapper=True, tryfirst=True)  # after everything else, right above the closing line
def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> Iterator[None]:
    yield
    if not NOTED:
        return
    terminalreporter.section("NOT TESTED: this machine lacks", sep="!", red=True)
    for what, reason in NOTED.items():
        terminalreporter.line(f"{what}: {reason}", red=True)
    verdict = "In CI that is a failure." if in_ci() else "With CI=true that would be a failure."
    terminalreporter.line(verdict, red=True)
