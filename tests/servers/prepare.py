"""`make test` calls this first: fetch what the tests need and the machine lacks. What fails is told, and tests skip."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from functools import partial

from tests.servers import chromium, libreoffice
from tests.servers.missing import MissingError
from tests.servers.neo4j_parts import fetch, runnable
from tests.servers.neo4j_server import external

CHROMIUM = ("chromium", "fonts-dejavu-core")
LIBREOFFICE = ("libreoffice-writer", "libreoffice-calc", "fonts-liberation")


def prepare() -> None:
    steps: list[Callable[[], None]] = [install_chromium, install_libreoffice]
    if external() is None:
        steps += [partial(fetch, release) for release in runnable()]
    for step in steps:
        try:
            step()
        except MissingError as reason:
            print(f"NOT PREPARED: {reason}", file=sys.stderr)


def install_chromium() -> None:
    """Install Chromium and a font from the system's packages, where we may."""
    if not chromium.executable():
        _install("Chromium", CHROMIUM)


def install_libreoffice() -> None:
    """Install what opens our Word and Excel files from the system's packages, where we may."""
    if not libreoffice.executable():
        _install("LibreOffice", LIBREOFFICE)


def _install(what: str, packages: tuple[str, ...]) -> None:
    apt = shutil.which("apt-get")
    if apt is None:
        raise MissingError(f"{what} is not installed, and this system has no apt-get to install it with.")
    root = _as_root(what, packages[0])
    for arguments in (("update", "-q"), ("install", "-q", "-y", "--no-install-recommends", *packages)):
        run = subprocess.run(
            [*root, "env", "DEBIAN_FRONTEND=noninteractive", apt, *arguments],
            capture_output=True,
            text=True,
            check=False,
        )
        if run.returncode != 0:
            raise MissingError(f"apt-get {arguments[0]} failed: {(run.stdout + run.stderr)[-400:].strip()}")


def _as_root(what: str, package: str) -> tuple[str, ...]:
    """How to run a command as root without being asked for a password."""
    if os.geteuid() == 0:
        return ()
    sudo = shutil.which("sudo")
    if sudo and subprocess.run([sudo, "-n", "true"], capture_output=True, check=False).returncode == 0:
        return (sudo, "-n")
    raise MissingError(f"{what} is not installed, and only root may install it: `apt-get install {package}`.")


if __name__ == "__main__":
    prepare()
