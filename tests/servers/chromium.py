"""Chromium for the tests: the system's own, driven by Playwright, with the network off."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from playwright.sync_api import Browser, ConsoleMessage, Page, Playwright, Request

from tests.servers.missing import MissingError

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def executable() -> str | None:
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def launch(playwright: Playwright) -> Browser:
    path = executable()
    if path is None:
        raise MissingError(f"None of these is installed: {', '.join(NAMES)}.")
    return playwright.chromium.launch(executable_path=path, args=list(FLAGS))


@dataclass
class Seen:
    """What a page complained of, and what it tried to fetch beyond itself."""

    errors: list[str] = field(default_factory=list)
    fetched: list[str] = field(default_factory=list)

    def note_console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.errors.append(f"{message.type}: {message.text}")

    def note_request(self, request: Request) -> None:
        if not request.url.startswith(("file:", "data:", "blob:", "about:")):
            self.fetched.append(request.url)


@contextmanager
def offline_page(browser: Browser, *, width: int = 1280, height: int = 800) -> Iterator[tuple[Page, Seen]]:
    """A page in a context of its own that cannot reach any network, and what it complained of."""
    context = browser.new_context(
        offline=True, viewport={"width": width, "height": height}, locale="en-GB", timezone_id="Europe/London"
    )
    page, seen = context.new_page(), Seen()
    page.on("console", seen.note_console)
    page.on("pageerror", lambda error: seen.errors.append(f"uncaught: {error}"))
    page.on("request", seen.note_request)
    try:
        yield page, seen
    finally:
        context.close()
